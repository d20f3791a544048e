import { expect, it } from "vitest";
import { fraction, fromDecimal, over, plus, toDecimal } from "../../support/naive/fraction.ts";

it.each([
  [1n, 2n, "0.5"],
  [30n, 10n, "3"],
  [0n, 7n, "0"],
  [1n, 3n, "0.333333333333"],
  [-2n, 3n, "-0.666666666667"],
  // A denominator of two's powers terminates, however late: 2 to the 20th needs twenty places.
  [1n, 1048576n, "0.00000095367431640625"],
  [1n, 1500n, "0.000666666667"],
])("%s / %s is written %s", (n, d, text) => {
  expect(toDecimal(fraction(n, d))).toBe(text);
});

it("adds tenths exactly", () => {
  expect(toDecimal(plus(fromDecimal("0.1"), fromDecimal("0.2")))).toBe("0.3");
  expect(toDecimal(over(fromDecimal("-62.50"), fromDecimal("-1")))).toBe("62.5");
});
