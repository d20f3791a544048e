import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayNumber,
  isoDate,
  literalAt,
  nextLiteral,
  parseIsoDate,
  toDate,
  toPeriod,
} from "../../../server/src/semantics/period.ts";
import {
  add,
  compare,
  divide,
  fromDecimal,
  multiply,
  rational,
  subtract,
  toDecimal,
} from "../../../server/src/semantics/rational.ts";
import { period } from "../../support/models.ts";
import { propertyRuns } from "../../support/runs.ts";

const toYear14 = { monthEndsOn: 14 };
const anyDay = fc.integer({ min: -700_000, max: 2_900_000 });

describe("days", () => {
  it("agree with the Gregorian calendar of the platform", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * 86_400_000);
        expect(toDate(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
      propertyRuns(100),
    );
  });

  it("come back from their date", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = toDate(day);
        expect(dayNumber(date.year, date.month, date.day)).toBe(day);
      }),
      propertyRuns(100),
    );
  });

  it("are refused where the calendar has none", () => {
    expect([parseIsoDate("2025-02-29"), parseIsoDate("2025-2-1"), parseIsoDate("2024-02-29")]).toEqual([
      undefined,
      undefined,
      dayNumber(2024, 2, 29),
    ]);
  });
});

describe("a reporting year that ends on 14 December", () => {
  it.each([
    ["2025", "2024-12-15", "2025-12-14"],
    ["2025-H1", "2024-12-15", "2025-06-14"],
    ["2025-H2", "2025-06-15", "2025-12-14"],
    ["2025-Q1", "2024-12-15", "2025-03-14"],
    ["2025-Q4", "2025-09-15", "2025-12-14"],
    ["2025-01", "2024-12-15", "2025-01-14"],
    ["2025-12", "2025-11-15", "2025-12-14"],
    ["2025-03-31", "2025-03-31", "2025-03-31"],
  ])("%s runs from %s to %s", (text, first, last) => {
    const { first: from, last: to } = period(text, toYear14);
    expect([isoDate(from), isoDate(to)]).toEqual([first, last]);
  });

  it("puts every day into exactly one period of a unit, and the next one follows at once", () => {
    const units = fc.constantFrom(
      "year" as const,
      "half" as const,
      "quarter" as const,
      "month" as const,
      "day" as const,
    );
    fc.assert(
      fc.property(anyDay, units, fc.integer({ min: 0, max: 28 }), (day, unit, monthEndsOn) => {
        const literal = literalAt(day, unit, { monthEndsOn });
        const { first, last } = toPeriod(literal, { monthEndsOn });
        expect(first <= day && day <= last).toBe(true);
        expect(toPeriod(nextLiteral(literal), { monthEndsOn }).first).toBe(last + 1);
      }),
      propertyRuns(100),
    );
  });
});

describe("exact numbers", () => {
  const anyRational = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
    .map(([numerator, denominator]) => rational(numerator, denominator));

  it("add and subtract back, multiply and divide back", () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
      }),
      propertyRuns(100),
    );
  });

  it("are ordered as their difference says", () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        const { numerator } = subtract(a, b);
        expect(compare(a, b)).toBe(numerator < 0n ? -1 : numerator > 0n ? 1 : 0);
      }),
      propertyRuns(100),
    );
  });

  it("have no binary rounding", () => {
    expect(add(fromDecimal("0.1")!, fromDecimal("0.2")!)).toEqual(fromDecimal("0.3"));
    expect(compare(rational(200n, 3n), fromDecimal("66.67")!)).toBe(-1);
  });

  it.each([
    [rational(1n, 8n), "0.125", "terminates"],
    [rational(-1n, 3n), "-0.333333333333", "rounded to 12 places"],
    [rational(2n, 3n), "0.666666666667", "rounded up"],
    [rational(1n, 3n * 10n ** 12n), "0", "no negative or tiny zero"],
    [rational(1n, 2n ** 20n), "0.00000095367431640625", "exact beyond 12 places where it terminates"],
  ])("%o is written %s", (value, text) => {
    expect(toDecimal(value)).toBe(text);
  });
});
