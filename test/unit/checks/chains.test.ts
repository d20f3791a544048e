import { describe, expect, it } from "vitest";
import { toJson } from "../../../server/src/export/json.ts";
import { maxChain, maxOperations } from "../../../server/src/limits.ts";
import { createTestService, expectDiagnostics } from "../../support/test-service.ts";

/** Indicators of which each names the next; only the last is measured. */
function chain(length: number, line: (next: string) => string): string {
  return Array.from({ length }, (_, i) => {
    const last = i + 1 === length;
    return `indicator x${i} "X" { unit percent; target 2024 >= 1%; ${last ? "measured 2024 = 5%" : line(`x${i + 1}`)} }\n`;
  }).join("");
}

const formula = (next: string) => `formula = ${next}`;

function judged(source: string) {
  const { service, log } = createTestService({ "a.bdg": source });
  const problems = service.problemsOf("a.bdg");
  expect(log).toEqual([]);
  return {
    codes: problems.map(({ code }) => code),
    lines: problems.filter(({ code }) => code === "chain-too-long").map(({ range }) => range.start.line),
    statuses: service.judgement().plans[0]!.indicators.map(({ status }) => status),
  };
}

describe("a chain of formulas", () => {
  it("is worked out as far as the limit goes", () => {
    const { codes, statuses } = judged(chain(maxChain + 1, formula));
    expect(codes).toEqual([]);
    expect(new Set(statuses)).toEqual(new Set(["met"]));
  });

  it("that is longer says so where it is too long, and there only", () => {
    const { lines, statuses } = judged(chain(maxChain + 3, formula));
    expect(lines).toEqual([0, 1]);
    expect(statuses.slice(0, 3)).toEqual(["no-data", "no-data", "met"]);
  });

  it("may have its longest formulas: their depths don't add up", () => {
    const long = (next: string) =>
      `formula = ${Array.from({ length: maxOperations / 2 }, () => next).join(" + ")} + 0`;
    const { codes, statuses } = judged(chain(30, long));
    expect(codes).toEqual([]);
    expect(new Set(statuses)).toEqual(new Set(["met"]));
  });

  it("of thousands has a verdict or a problem for each, whichever it begins with", () => {
    const lines = chain(5_000, formula).trimEnd().split("\n");
    for (const source of [lines, lines.toReversed()]) {
      const { service, log } = createTestService({ "a.bdg": source.join("\n") });
      expect(service.problemsOf("a.bdg").length).toBeGreaterThan(0);
      const statuses = service.judgement().plans[0]!.indicators.map(({ status }) => status);
      expect(statuses.filter((status) => status === "met")).toHaveLength(maxChain + 1);
      expect(statuses).toHaveLength(5_000);
      expect(log).toEqual([]);
    }
  });

  it("that is cut is judged as by a service that never saw the whole", () => {
    const source = chain(3 * maxChain, formula);
    const { service, log } = createTestService({ "a.bdg": source });
    service.problemsOf("a.bdg");
    const cut = source.replace("formula = x150 ", "measured 2024 = 3% ");
    service.setFile("a.bdg", cut);
    const fresh = createTestService({ "a.bdg": cut }).service;
    expect(service.problemsOf("a.bdg")).toEqual(fresh.problemsOf("a.bdg"));
    expect(toJson(service.judgement())).toBe(toJson(fresh.judgement()));
    expect(service.judgement().plans[0]!.indicators[60]!.status).toBe("met");
    expect(log).toEqual([]);
  });
});

describe("a chain of parents", () => {
  it("of thousands is judged, and each held against the next", () => {
    const { service, log } = createTestService({
      "a.bdg": chain(5_000, (next) => `implements ${next}; measured 2024 = 3%`),
    });
    expect(service.problemsOf("a.bdg")).toEqual([]);
    const { indicators } = service.judgement().plans[0]!;
    expect(indicators.filter(({ status }) => status === "met")).toHaveLength(5_000);
    expect(indicators.filter(({ indicator }) => indicator.parent !== null)).toHaveLength(4_999);
    expect(log).toEqual([]);
  });

  it("may go through formulas, too", () => {
    const { service, log } = createTestService({
      "a.bdg": chain(5_000, (next) =>
        Number(next.slice(1)) % 2 === 0 ? `formula = ${next}` : `implements ${next}; measured 2024 = 3%`,
      ),
    });
    expect(service.problemsOf("a.bdg")).toEqual([]);
    expect(log).toEqual([]);
  });
});

describe("an indicator whose formula names those that implement it", () => {
  const whole = 'indicator a "A" { unit person; formula = b + c; target 2024 >= 2 }\n';
  const parts =
    'indicator b "B" { unit person; implements a; measured 2024 = 1; target 2024 >= 2 }\nindicator c "C" { unit person; implements a; measured 2024 = 4; target 2024 >= 2 }\n';

  it.each([
    ["first", whole + parts],
    ["last", parts + whole],
  ])("has its value, and is their parent, where it stands %s", (_, source) => {
    const { service } = createTestService({ "a.bdg": source });
    const { indicators } = service.judgement().plans[0]!;
    const statusOf = Object.fromEntries(indicators.map(({ indicator, status }) => [indicator.id, status]));
    expect(statusOf).toEqual({ a: "met", b: "missed", c: "met" });
    for (const { indicator } of indicators)
      expect(indicator.parent?.id).toBe(indicator.id === "a" ? undefined : "a");
  });
});

describe("a chain of units", () => {
  const units = (length: number) =>
    `unit u0 "0"\n${Array.from({ length }, (_, i) => `unit u${i + 1} "${i + 1}" { scale 1 u${i} }\n`).join("")}`;

  it("converts as far as the limit goes", () => {
    const indicator = `indicator x "X" { unit u0; measured 2024 = 3 u${maxChain} }\n`;
    expectDiagnostics(units(maxChain) + indicator, []);
  });

  it("of thousands says so at each that is too far", () => {
    const { service, log } = createTestService({ "a.bdg": units(maxChain + 3_000) });
    const codes = new Set(service.problemsOf("a.bdg").map(({ code }) => code));
    expect(codes).toEqual(new Set(["chain-too-long", "too-many-problems"]));
    expect(log).toEqual([]);
  });
});

describe("a circle of thousands", () => {
  const length = 5_000;
  const ring = (line: (next: number) => string) =>
    Array.from({ length }, (_, i) => `${line((i + 1) % length).replaceAll("NAME", `x${i}`)}\n`).join("");

  it.each([
    ["formula-cycle", (next: number) => `indicator NAME "X" { unit percent; formula = x${next} }`],
    ["implements-cycle", (next: number) => `indicator NAME "X" { unit percent; implements x${next} }`],
    ["body-cycle", (next: number) => `body NAME "X" in x${next}`],
    ["unit-cycle", (next: number) => `unit NAME "X" { scale 1 x${next} }`],
  ])("is told as %s, by the names that it begins with", (code, line) => {
    const { service, log } = createTestService({ "a.bdg": ring(line) });
    const problems = service.problemsOf("a.bdg");
    expect(new Set(problems.map((problem) => problem.code))).toEqual(new Set([code, "too-many-problems"]));
    expect(problems[0]!.message).toMatch(/: x0 → x1 → x2 → .* → … → x0\.$/);
    expect(problems[0]!.message.length).toBeLessThan(300);
    expect(log).toEqual([]);
  });
});
