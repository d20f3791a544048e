import { describe, expect, it } from "vitest";
import type { ProblemCode } from "../../../server/src/diagnostics/catalog.ts";
import { createTestService } from "../../support/test-service.ts";

const everywhere = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

interface Case {
  readonly code: ProblemCode;
  readonly source: string;
  /** The numbered clauses of section I of the document. */
  readonly clauses?: readonly string[];
  readonly title: string;
  readonly reason: string;
}

const head = 'plan p "P" { period 2021..2030; document "d.txt" }\n';
const lop = 'unit lop "lớp" { whole }\n';
const indicator = (lines: string) => `indicator x "X" { ${lines} }\n`;
const take = { code: "target-differs-from-clause", title: "Take what the clause says" } as const;
const add = { code: "commitment-without-target", title: "Add what the clause promises" } as const;
const noPlace =
  "The block of “X” is written in a way that nothing can be added to: put each of its lines on a line of its own first.";

const cases: Readonly<Record<string, Case>> = {
  "a unit that the indicator is not measured in": {
    code: "unknown-name",
    source: indicator("unit percent; measured 2024 = 3 persn"),
    title: "Change to “person”",
    reason: "Values are measured in percent (%) here.",
  },
  "a clause without the quoted words": {
    code: "clause-not-found",
    source: head + indicator('unit count; clause I.3 "Đạt 99%"'),
    clauses: ["Đạt 60%.", "Đạt 75%."],
    title: "Change to “I.1”",
    reason: "The quoted words are not in clause I.1.",
  },
  "an address of two clauses": {
    code: "clause-not-found",
    source: head + indicator("unit count; clause II"),
    clauses: ["Một.\n\nI. GIẢI PHÁP\n\n1. Hai."],
    title: "Change to “I”",
    reason: "More than one clause has the number I.",
  },
  "what is said already": {
    code: "unknown-statement",
    source: 'indicator x "X" {\n  unti percent\n  unit percent\n}\n',
    title: "Change to “unit”",
    reason: "“unit” is already said in this block.",
  },
  "a word that what follows does not go with": {
    code: "unknown-statement",
    source: 'indicator x "X" {\n  unit count\n  targt of\n}\n',
    title: "Change to “target”",
    reason: "What follows can't be read as “target” either.",
  },
  "a range where one period stands": {
    code: "invalid-period",
    source: indicator("unit count; measured 2021-2030 = 1"),
    title: "Write 2021..2030",
    reason: "One period stands here, not a range.",
  },
  "units without a scale between them": {
    code: "unit-mismatch",
    source: indicator("unit percent; measured 2024 = 12 person"),
    title: "Convert to percent",
    reason: "Nothing says how to convert person into percent.",
  },
  "a value of what is computed": {
    code: "target-no-data",
    source: `${head}indicator a "A" { unit count }\nindicator b "B" { unit count }\n${indicator("unit percent; formula = a / b; target every year in 2021..2023 >= 1%")}`,
    title: "Record the value in 2023",
    reason: "“X” is computed by its formula: record the values that the formula is made of.",
  },
  "a value where one stands that does not count": {
    code: "target-no-data",
    source: head + indicator("unit count; measured 2022 = 1; measured 2022 = 2; target 2022 >= 1"),
    title: "Record the value in 2022",
    reason: "A value of this period stands here and does not count; see what is wrong with it.",
  },
  "a value in a block that takes no line": {
    code: "target-no-data",
    source: `${head}indicator x "X" { unit count; target 2022 >= 1\n}\n`,
    title: "Record the value in 2022",
    reason: noPlace,
  },
  "a reason in a block that takes no line": {
    code: "target-missed",
    source: `${head}indicator x "X" { unit count; measured 2022 = 0; target 2022 >= 1\n}\n`,
    title: "Explain why it was missed in 2022",
    reason: noPlace,
  },
  "a unit in a block that takes no line": {
    code: "missing-unit",
    source: 'indicator x "X" { clause II.1\n}\n',
    title: "Add the unit percent",
    reason: noPlace,
  },
  "a date outside the plan": {
    ...take,
    source: `plan p "P" { period 2026..2030; document "d.txt" }\n${indicator("unit percent; clause I.1; target 2027 >= 60%")}`,
    clauses: ["Đến năm 2025 đạt 60%."],
    reason: "2025 is outside the plan's period 2026..2030.",
  },
  "a date that the baseline comes after": {
    ...take,
    source: head + indicator("unit percent; clause I.1; baseline 2026 = 10%; target 2027 >= 60%"),
    clauses: ["Đến năm 2025 đạt 60%."],
    reason: "A target for 2025 would not come after the baseline of 2026.",
  },
  "a fraction of what is whole": {
    ...take,
    source: head + lop + indicator("unit lop; clause I.1; target 2025 >= 3"),
    clauses: ["Đến năm 2025 có ít nhất 2,5 lớp."],
    reason: "lop (lớp) is counted in whole numbers.",
  },
  "the dates of a total": {
    ...take,
    source: head + lop + indicator("unit lop; clause I.1; target total 2021..2024 >= 20"),
    clauses: ["Đến năm 2025 có ít nhất 20 lớp."],
    reason: "This target is a total: what it sums is changed by hand.",
  },
  "a range without an end": {
    ...take,
    source: `plan p "P" { document "d.txt" }\n${indicator("unit percent; clause I.1; target 2026 >= 100%")}`,
    clauses: ["Từ năm 2025 trở đi, đạt 100%."],
    reason: "The clause names no end, and there is no plan period here that would.",
  },
  "a target that would be a fraction of what is whole": {
    ...add,
    source: head + lop + indicator("unit lop; clause I.1; target 2025 >= 2"),
    clauses: ["Đến năm 2025 có ít nhất 2 lớp, đến năm 2030 có ít nhất 2,5 lớp."],
    reason: "lop (lớp) is counted in whole numbers.",
  },
  "a target in another unit": {
    ...add,
    source: head + lop + indicator("unit lop; clause I.1; target 2024 >= 2"),
    clauses: ["Đến năm 2025 đạt 60%."],
    reason: "Not all that the clause promises is a level in lop (lớp).",
  },
  "more clauses than have one reason": {
    code: "clause-not-covered",
    source: head,
    clauses: Array.from({ length: 11 }, () => "Đến năm 2025 đạt 60%."),
    title: "Set the clauses aside, with a reason",
    reason: "One reason is asked for 10 clauses at most, and these are 11. Set them aside in parts.",
  },
  "a clause of a document without a name": {
    code: "clause-not-covered",
    source: 'plan p "P" { period 2021..2030; document "none.txt"; document "d.txt" }\n',
    clauses: ["Đến năm 2025 đạt 60%."],
    title: "Set I.1 aside, with a reason",
    reason: "Give this document a name first: “as” and one word behind its file.",
  },
};

function refusals({ code, source, clauses = [] }: Case, language: "en" | "vi") {
  const numbered = clauses.map((text, i) => `${i + 1}. ${text}\n\n`).join("");
  const files = { "test.bdg": source, "d.txt": `KẾ HOẠCH\n\nI. MỤC TIÊU\n\n${numbered}` };
  const { service, log } = createTestService(files, { language, asOf: "2024-12-31" });
  const actions = service.codeActions("test.bdg", everywhere).filter((one) => one.code === code);
  expect(log).toEqual([]);
  return actions.filter(({ disabled }) => disabled !== null);
}

describe("what can't be done is told with the reason, once, and edits nothing", () => {
  it.each(Object.entries(cases))("%s", (_, one) => {
    const told = refusals(one, "en");
    expect(told.map(({ title, disabled }) => [title, disabled])).toEqual([[one.title, one.reason]]);
    expect(told[0]!.edits.size).toBe(0);
    // Setting something aside or explaining it away is never what is most likely meant.
    expect(told[0]!.isPreferred).toBe(!["clause-not-covered", "target-missed"].includes(one.code));
    const [vietnamese, ...others] = refusals(one, "vi");
    expect(others).toEqual([]);
    expect(vietnamese!.title).not.toBe(one.title);
    expect(vietnamese!.disabled).toMatch(/[À-ỹ]/u);
    expect(vietnamese!.disabled).not.toBe(one.reason);
  });
});
