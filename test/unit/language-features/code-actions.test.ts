import { describe, expect, it } from "vitest";
import type { ProblemCode } from "../../../server/src/diagnostics/catalog.ts";
import type { CodeActionResult } from "../../../server/src/language-features/feature-types.ts";
import type { LanguageService } from "../../../server/src/language-service.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService, type TestOptions } from "../../support/test-service.ts";

type Sources = Readonly<Record<string, string>>;

const everywhere = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

/** All that is not explained: an explanation is an answer. */
function problems(service: LanguageService): string[] {
  return service
    .paths()
    .flatMap((path) => service.problemsOf(path).filter(({ explained }) => !explained))
    .map(({ code, message }) => `${code}: ${message}`)
    .sort();
}

/** How many problems there are of each code. */
function counts(all: readonly string[]): ReadonlyMap<string, number> {
  const codes = all.map((one) => one.split(":", 1)[0]!);
  return new Map(codes.map((code) => [code, codes.filter((one) => one === code).length]));
}

/** The files after a fix, with what is to be typed where the cursor then stands. */
function applied(files: Sources, fix: CodeActionResult, typed: string): Sources {
  const changed = [...fix.edits].map(([path, edits]) => {
    const filled = edits.map(({ range, text, cursor }) => ({
      range,
      text: cursor === undefined ? text : text.slice(0, cursor) + typed + text.slice(cursor),
    }));
    return [path, applyEdits(files[path]!, filled)] as const;
  });
  return { ...files, ...Object.fromEntries(changed) };
}

interface Fixed {
  readonly title: string;
  readonly text: string;
}

/** A clause that is cited after all may promise what the indicator does not say; that is told of the right clause. */
const promisesUntold = new Map([
  ["clause-not-covered", "off"],
  ["commitment-without-target", "off"],
] as const);
const ofAddresses: ReadonlySet<string> = new Set([
  "clause-not-found",
  "clause-text-changed",
  "clause-ambiguous",
]);

/**
 * The fixes of a code in test.bdg, each applied: its problem is gone and no new one has come.
 */
function fixesFor(
  code: ProblemCode,
  source: string,
  others: Sources = {},
  { typed = "", ignores = false, ...options }: TestOptions & { typed?: string; ignores?: boolean } = {},
): readonly Fixed[] {
  const files = { ...others, "test.bdg": source };
  if (ofAddresses.has(code)) options = { severities: promisesUntold, ...options };
  const { service, log } = createTestService(files, options);
  const before = problems(service);
  expect(
    before.some((one) => one.startsWith(`${code}:`)),
    before.join("\n"),
  ).toBe(true);
  const actions = service
    .codeActions("test.bdg", everywhere)
    .filter(({ disabled }) => disabled === null)
    .filter(
      (one) => one.code === code && /bdg-ignore/.test([...one.edits.values()][0]![0]!.text) === ignores,
    );
  const preferred = actions.filter(({ isPreferred }) => isPreferred).map(({ range }) => range.start.line);
  expect(new Set(preferred).size).toBe(preferred.length);
  const fixed = actions.map((action) => {
    const after = applied(files, action, typed);
    const rest = problems(createTestService(after, options).service);
    const left = counts(rest);
    expect(left.get(code) ?? 0, `${action.title}\n${after["test.bdg"]}`).toBe(counts(before).get(code)! - 1);
    for (const [other, count] of left)
      expect(count, `${action.title}: ${other}\n${after["test.bdg"]}`).toBeLessThanOrEqual(
        counts(before).get(other) ?? 0,
      );
    const path = action.edits.has("test.bdg") ? "test.bdg" : [...action.edits.keys()][0]!;
    return { title: action.title, text: after[path]! };
  });
  expect(log).toEqual([]);
  return fixed;
}

function texts(fixed: readonly Fixed[]): readonly string[] {
  return fixed.map(({ text }) => text);
}

const head = 'plan p "P" { period 2021..2030 }\n';

describe("each fix takes its problem away and brings no other", () => {
  it("the nearest name, keyword or declaration", () => {
    const source = `body office "O"\nindicator x "X" { unit count; lead ofice }\n`;
    const [nearest] = fixesFor("unknown-name", source);
    expect(nearest).toEqual({ title: "Change to “office”", text: source.replace("ofice", "office") });
    expect(
      texts(fixesFor("unknown-statement", 'indicator x "X" {\n  unti percent\n  unit percent\n}\n')).length,
    ).toBe(0);
    expect(texts(fixesFor("unknown-statement", 'indicator x "X" {\n  unit percent\n  nte "N"\n}\n'))).toEqual(
      ['indicator x "X" {\n  unit percent\n  note "N"\n}\n'],
    );
    expect(texts(fixesFor("unknown-declaration", 'indicater x "X" { unit count }\n'))).toEqual([
      'indicator x "X" { unit count }\n',
    ]);
  });

  it("a keyword of several words, typed with a slip or without its diacritics", () => {
    const source = 'chỉ tiêu x "X" {\n  đơn vị tính count\n  mục tiêu 2026 ít nhất 5\n}\n';
    for (const wrong of ["mục tiu", "muc tieu", "mục  tiêư"])
      expect(texts(fixesFor("unknown-statement", source.replace("mục tiêu", wrong)))).toEqual([source]);
    for (const wrong of ["chi tieu", "chỉ tieu"])
      expect(texts(fixesFor("unknown-declaration", source.replace("chỉ tiêu", wrong)))).toEqual([source]);
    const known = 'indicator x "X" {\n  unit count\n  measured 2024 = 5\n}\n';
    for (const word of ["actual", "results", "Achieved"])
      expect(texts(fixesFor("unknown-statement", known.replace("measured", word)))).toEqual([known]);
    const begun = 'chỉ tiêu x "X" {\n  đơn vị count\n}\n';
    expect(texts(fixesFor("unknown-statement", begun))).toEqual([begun.replace("vị", "vị tính")]);
    const path = 'chỉ tiêu x "X" {\n  đơn vị tính count\n  khong xet lo trinh\n}\n';
    expect(texts(fixesFor("unknown-statement", path))[0]).toContain("  không xét lộ trình\n");
  });

  it("the nearest clause, where the quoted words are in it", () => {
    const document = "KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Đạt 60%.\n\n2. Đạt 75%.\n";
    const plan = (clause: string) =>
      `plan p "P" { period 2021..2030; document "d.txt" }\nindicator x "X" { unit count; clause ${clause} }\n`;
    expect(texts(fixesFor("clause-not-found", plan("I.3"), { "d.txt": document }))).toHaveLength(1);
    expect(texts(fixesFor("clause-not-found", plan('I.3 "Đạt 99%"'), { "d.txt": document }))).toEqual([]);
  });

  it("a missing unit: those that are written, else a choice", () => {
    const source = 'indicator x "X" {\n  clause    II.1\n  baseline  2021 = 9 of 20\n}\n';
    expect(texts(fixesFor("missing-unit", source))).toEqual([
      'indicator x "X" {\n  clause    II.1\n  unit      percent\n  baseline  2021 = 9 of 20\n}\n',
    ]);
    expect(texts(fixesFor("missing-unit", 'unit u "u"\nindicator x "X" { measured 2024 = 3 u }\n'))).toEqual([
      'unit u "u"\nindicator x "X" { unit u; measured 2024 = 3 u }\n',
    ]);
    const mixed = 'indicator x "X" { target 2025 >= 3 person; target 2026 >= 9%; target 2027 >= 8% }\n';
    const offered = createTestService({ "test.bdg": mixed }).service.codeActions("test.bdg", everywhere);
    expect(offered.filter(({ code }) => code === "missing-unit").slice(0, 2)).toMatchObject([
      { title: "Add the unit person", isPreferred: false },
      { title: "Add the unit percent", isPreferred: false },
    ]);
    expect(texts(fixesFor("missing-unit", 'indicator x "X"\n'))[0]).toBe(
      'indicator x "X" {\n  unit  percent\n}\n',
    );
    const choices = fixesFor("missing-unit", 'unit u "u"\nindicator x "X" { measured 2024 = 3 }\n');
    expect(choices.map(({ title }) => title.split(" ").at(-1))).toEqual(["percent", "u", "count", "person"]);
    const fractions = fixesFor(
      "missing-unit",
      'unit w "w" { whole }\nindicator x "X" { measured 2024 = 3,5 }\n',
    );
    expect(fractions.map(({ title }) => title.split(" ").at(-1))).toEqual(["percent"]);
  });

  it("a value in another unit: converted, without its unit, or another unit for the indicator", () => {
    const source = (unit: string, value: string) =>
      `${head}indicator x "X" { unit ${unit}; measured 2024 = 1; measured 2023 = ${value} }\n`;
    const fixes = (unit: string, value: string) => fixesFor("unit-mismatch", source(unit, value));
    expect(fixes("ratio", "62,5%")).toEqual([{ title: "Convert to 0,625", text: source("ratio", "0,625") }]);
    expect(fixes("percent", "0.6 ratio")).toEqual([
      { title: "Convert to 60%", text: source("percent", "60%") },
    ]);
    expect(fixes("percent", "12 point")).toEqual([
      { title: "Convert to 12%", text: source("percent", "12%") },
    ]);
    expect(fixes("percent", "12 person")).toEqual([
      { title: "Write 12%, in percent", text: source("percent", "12%") },
    ]);
    expect(fixes("count", "12 person")).toEqual([
      { title: "Write 12, in count", text: source("count", "12") },
    ]);
    // Half a count there is not.
    expect(fixes("count", "0.5 ratio")).toEqual([]);
    const alone = 'indicator x "X" { unit count; measured 2024 = 12 person; target 2025 >= 20 person }\n';
    expect(texts(fixesFor("unit-mismatch", alone.replace("20 person", "20")))).toEqual([
      alone.replace("20 person", "20").replace("12 person", "12"),
    ]);
    const shares = 'indicator x "X" { unit count; measured 2024 = 9 of 20; measured 2023 = 1 of 2 }\n';
    const [first] = createTestService({ "test.bdg": shares }).service.codeActions("test.bdg", everywhere);
    expect(first!.title).toBe("Measure it in percent");
    // In a report it is the unit of the indicator that the line names.
    const plan = `${head}indicator x "X" { unit ratio }\n`;
    const report = 'use "plan.bdg"\nreport 2024 "R" { x = 50% }\n';
    expect(texts(fixesFor("unit-mismatch", report, { "plan.bdg": plan }))).toEqual([
      report.replace("50%", "0.5"),
    ]);
  });

  it("a block without its opening brace", () => {
    const whole = 'indicator x "X" {\n  unit percent\n}\nunit u "U" {}\n';
    expect(texts(fixesFor("unopened-block", whole.replace(" {\n", "  # here\n")))).toEqual([
      whole.replace(" {\n", " {  # here\n"),
    ]);
    expect(texts(fixesFor("unopened-block", whole.replace(" {\n", "\n")))).toEqual([whole]);
  });

  it("a body, a unit or a category that is not declared", () => {
    const last = fixesFor(
      "unknown-name",
      'body a "A"\nbody b "B"  # c\n\nindicator x "X" { unit count; lead xyz_new }\n',
    );
    expect(texts(last)).toEqual([
      'body a "A"\nbody b "B"  # c\nbody xyz_new "xyz new"\n\nindicator x "X" { unit count; lead xyz_new }\n',
    ]);
    const first = fixesFor("unknown-name", '\n# about x\nchỉ tiêu x "X" { đơn vị tính bài_viết }\n');
    expect(texts(first)).toEqual([
      '\nđơn vị tính bài_viết "bài viết"\n\n# about x\nchỉ tiêu x "X" { đơn vị tính bài_viết }\n',
    ]);
    const value = "indicator x { unit count; measured 2024 for other = 1 }\n";
    expect(texts(fixesFor("unknown-name", `dimension s "S" { f "F" }\n${value}`))).toEqual([
      `dimension s "S" { f "F"  other "other" }\n${value}`,
    ]);
    expect(texts(fixesFor("unknown-name", `dimension s "S" {\n  f "F"\n}\n${value}`))).toEqual([
      `dimension s "S" {\n  f "F"\n  other "other"\n}\n${value}`,
    ]);
  });

  it("reach without a baseline: at least, or at most", () => {
    const source = `${head}indicator x "X" {\n  unit percent\n  target 2030 reach 60%\n}\n`;
    expect(texts(fixesFor("reach-without-baseline", source))).toEqual([
      source.replace("reach", ">="),
      source.replace("reach", "<="),
    ]);
    const vi = `kế hoạch p "P" { giai đoạn 2021..2030 }\nchỉ tiêu x "X" {\n  đơn vị tính percent\n  mục tiêu 2030 đạt 60%\n}\n`;
    expect(texts(fixesFor("reach-without-baseline", vi))[0]).toBe(vi.replace("đạt", "ít nhất"));
  });

  it("thousands or a decimal", () => {
    const whole = 'indicator x "X" { unit count; measured 2024 = 1.234 }\n';
    expect(texts(fixesFor("thousands-or-decimal", whole))).toEqual([whole.replace("1.234", "1234")]);
    const comma = whole.replace("1.234", "1,000");
    expect(texts(fixesFor("thousands-or-decimal", comma))).toEqual([comma.replace("1,000", "1000")]);
    const other = 'unit u "u"\nindicator x "X" { unit u; measured 2024 = 1.234 }\n';
    expect(texts(fixesFor("thousands-or-decimal", other))).toEqual([
      other.replace("1.234", "1,234"),
      other.replace("1.234", "1234"),
    ]);
    const round = other.replace("1.234", "12.500");
    expect(texts(fixesFor("thousands-or-decimal", round))).toEqual([
      round.replace("12.500", "12,5"),
      round.replace("12.500", "12500"),
    ]);
    const actions = createTestService({ "test.bdg": round }).service.codeActions("test.bdg", everywhere);
    expect(actions.find(({ isPreferred }) => isPreferred)?.title).toBe("Write 12500");
  });

  it("a share with a slash", () => {
    const source = (share: string) => `indicator x "X" { unit percent; measured 2024 = ${share} "BC 1" }\n`;
    expect(texts(fixesFor("unexpected-text", source("11/20")))).toEqual([source("11 of 20")]);
    expect(texts(fixesFor("unexpected-text", source("1_100 / 2_000")))).toEqual([source("1_100 of 2_000")]);
    const vi = 'chỉ tiêu x "X" { đơn vị tính percent; kết quả 2024 = 11/20 }\n';
    expect(texts(fixesFor("unexpected-text", vi))).toEqual([vi.replace("/", " trên ")]);
    expect(fixesFor("unexpected-text", source("11 20"))).toEqual([]);
  });

  it("a percentage with its share in brackets, where both say the same", () => {
    const source = (share: string) => `indicator x "X" { unit percent; measured 2024 = ${share} "BC 1" }\n`;
    for (const [written, share] of [
      ["55% (11/20)", "11 of 20"],
      ["33,3 % (1 of 3)", "1 of 3"],
      ["66.67%(2/3)", "2 of 3"],
    ] as const)
      expect(texts(fixesFor("unexpected-text", source(written)))).toEqual([source(share)]);
    for (const written of ["1 055% (11/20)", "56% (11/20)", "55% (11/0)", "55% (x/20)", "55% (11/20"])
      expect(fixesFor("unexpected-text", source(written))).toEqual([]);
  });

  it("words where a text is expected: quotation marks", () => {
    const source = (...lines: readonly string[]) =>
      `indicator x "X" {\n  unit percent\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
    for (const [line, mended] of [
      ["note vì thiếu kinh phí  # c", 'note "vì thiếu kinh phí"  # c'],
      [
        "target 2024 >= 9%; explain 2024 dịch bệnh, thiếu 5 người",
        'target 2024 >= 9%; explain 2024 "dịch bệnh, thiếu 5 người"',
      ],
      ["note 05/KH-SNV; path none", 'note "05/KH-SNV"; path none'],
    ] as const)
      expect(texts(fixesFor("syntax-error", source(line)))).toContain(source(mended));
    expect(texts(fixesFor("unexpected-text", source("measured 2024 = 5% Báo cáo 12")))).toEqual([
      source('measured 2024 = 5% "Báo cáo 12"'),
    ]);
    expect(texts(fixesFor("syntax-error", "body so Sở Nội vụ\n"))).toEqual(['body so "Sở Nội vụ"\n']);
    expect(texts(fixesFor("syntax-error", 'body so "S"\nbody x Phòng Tổ chức in so\n'))).toEqual([
      'body so "S"\nbody x "Phòng Tổ chức" in so\n',
    ]);
    expect(
      texts(fixesFor("syntax-error", 'plan p "P" { basis Nghị quyết số 28 dated 03/03/2021 }\n')),
    ).toEqual(['plan p "P" { basis "Nghị quyết số 28" dated 03/03/2021 }\n']);
    const others = ["indicator Tỷ lệ nữ {\n}\n", 'report 2024 "R" {\n  x: Báo cáo\n}\n'];
    const lines = ["note", "target x", "note “a", "baseline x = 5%", "measured 2024 = 55% (11/20) Báo cáo 5"];
    for (const text of [...others, ...lines.map((line) => source(line))])
      expect(
        createTestService({ "test.bdg": text })
          .service.codeActions("test.bdg", everywhere)
          .filter(({ title }) => title === "Put it in quotation marks" || title.startsWith("Write “11")),
        text,
      ).toEqual([]);
  });

  it("a colon: the sign that belongs there, or none", () => {
    const source = (sign: string) => `indicator x "X" { unit percent; measured 2024${sign}55% }\n`;
    for (const sign of [": ", " : "])
      expect(texts(fixesFor("misplaced-colon", source(sign)))).toEqual([source(" = ")]);
    expect(texts(fixesFor("misplaced-colon", 'task t "T" { due 2030; lead: so }\nbody so "S"\n'))).toEqual([
      'task t "T" { due 2030; lead so }\nbody so "S"\n',
    ]);
    const cited = (sign: string) => `indicator x "X" { clause${sign} II.1; unit${sign} percent }\n`;
    const clauses = createTestService({ "test.bdg": cited(":") }).service.fixAll("test.bdg");
    expect(applyEdits(cited(":"), clauses)).toBe(cited(""));
    const report = (sign: string) =>
      `indicator x "X" { unit percent }\nreport 2024 "R" { x${sign} 55%; x for a${sign} 5% }\ndimension d "D" { a "A" }\n`;
    const mended = createTestService({ "test.bdg": report(":") }).service.fixAll("test.bdg");
    expect(applyEdits(report(":"), mended)).toBe(report(" ="));
    for (const [written, mended] of [
      ["lead:so", "lead so"],
      ["measured 2024:55%", "measured 2024 = 55%"],
      ["target 2025: reach 5%", "target 2025 reach 5%"],
      ["clause:II.1", "clause II.1"],
    ] as const) {
      const line = (one: string) => `body so: "Sở"\nindicator x "X" { unit percent; ${one} }\n`;
      const { service } = createTestService({ "test.bdg": line(written) });
      const text = applyEdits(line(written), service.fixAll("test.bdg"));
      expect(text).toBe(line(mended).replace("so:", "so"));
    }
    // Where a colon is no slip for anything, it is a sign without a meaning.
    expect(problems(createTestService({ "test.bdg": 'body so "Sở" :\n' }).service)).toEqual([
      expect.stringMatching(/^unexpected-character:/),
    ]);
  });

  it("a number that can't be read surely, where its marks say what is meant", () => {
    const source = (number: string) => `indicator x "X" { unit ratio; measured 2024 = ${number} "BC 1" }\n`;
    for (const [number, written] of [
      ["1 000", "1_000"],
      ["1.234,5", "1_234,5"],
      ["1,234.5", "1_234,5"],
      ["1_00_0", "1_000"],
    ] as const) {
      expect(texts(fixesFor("invalid-number", source(number)))).toEqual([source(written)]);
    }
    expect(fixesFor("invalid-number", source("1.2.3"))).toEqual([]);
  });

  it("the sign before a line with a value, where it is a line without it", () => {
    const report = (line: string) => `use "x.bdg"\nreport 2022 "R" {\n  ${line}\n}\n`;
    const beside = { "x.bdg": `${head}indicator x "X" {\n  unit percent\n}\n` };
    const fixed = fixesFor("commented-value", report("# x = 11 of 20"), beside);
    expect(texts(fixed)).toEqual([report("x = 11 of 20")]);
    expect(fixesFor("commented-value", report("# x = 11/20"), beside)).toEqual([]);
  });

  it("a comment that ignores it, and one that needs a reason or silences nothing", () => {
    const source = `${head}indicator x "X" {\n  unit percent\n  target 2022 >= 60%\n}\n`;
    expect(texts(fixesFor("target-no-data", source, {}, { ignores: true }))).toEqual([
      source.replace("  target", "  # bdg-ignore target-no-data: the reason\n  target"),
    ]);
    const bare = source.replace("  target", "  # bdg-ignore target-no-data\n  target");
    expect(texts(fixesFor("ignore-without-reason", bare, {}, { ignores: false }))).toEqual([
      bare.replace("no-data\n", "no-data: the reason\n"),
    ]);
    const unused = 'body a "A"\n# bdg-ignore target-missed: r\nbody b "B"\n';
    expect(texts(fixesFor("unused-ignore", unused))).toEqual(['body a "A"\nbody b "B"\n']);
    // What else the comment silences stays silenced.
    const missed = (codes: string) =>
      `indicator x "X" {\n  unit percent\n  # bdg-ignore ${codes}: y\n  target 2024 >= 60%\n}\n`;
    for (const codes of [
      "target-no-data, task-overdue",
      "task-overdue, target-no-data",
      "task-overdue target-no-data",
    ])
      expect(texts(fixesFor("unused-ignore", missed(codes)))).toEqual([missed("target-no-data")]);
  });

  it("what is missed, not done or has no value: a line for the reason, the latest period first", () => {
    const lines = (...more: readonly string[]) =>
      `${head}indicator x "X" {\n  unit      count\n  target    2022 >= 3\n  measured  2022 = 1\n${more.join("")}}\n`;
    const missed = fixesFor("target-missed", lines(), {}, { typed: "flood" });
    expect(missed.map(({ title }) => title)).toEqual(["Explain why it was missed in 2022"]);
    expect(texts(missed)).toEqual([lines('  explain   2022 "flood"\n')]);
    // With no reason nothing is explained, and a reason that is there already is no place for another.
    const empty = createTestService({ "test.bdg": lines('  explain   2022 ""\n') }).service;
    expect(empty.problemsOf("test.bdg").map(({ code }) => code)).toEqual([
      "target-missed",
      "explain-without-reason",
    ]);
    const explained = createTestService({ "test.bdg": lines('  explain   2022 "flood"\n') }).service;
    expect(explained.codeActions("test.bdg", everywhere).map(({ title }) => title)).toEqual([
      "Ignore “target-missed” here, with a reason",
    ]);

    const vietnamese = 'kế hoạch p "P" { giai đoạn 2021..2030 }\nchỉ tiêu x "X" {\n  đơn vị tính  % \n';
    const monthly = `${vietnamese}  mục tiêu     hằng tháng trong 9/2022..12/2022 >= 1%\n  kết quả      10/2022 = 0%\n}\n`;
    const { service } = createTestService({ "test.bdg": monthly }, { language: "vi" });
    const titles = service.codeActions("test.bdg", everywhere).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith("Giải trình"))).toEqual([
      "Giải trình vì sao tháng 12/2022 không có số liệu",
      "Giải trình vì sao tháng 11/2022 không có số liệu",
      "Giải trình vì sao tháng 9/2022 không có số liệu",
      "Giải trình vì sao tháng 10/2022 không đạt",
    ]);

    const task = `${head}task t "T" {\n  due  2022\n}\n`;
    const notDone = fixesFor("task-overdue", task, {}, { typed: "no money" });
    expect(texts(notDone)).toEqual([task.replace(/\}\n$/, '  explain 2022 "no money"\n}\n')]);
  });

  it("what a report's value misses is explained in the plan; a total in its last year", () => {
    const plan = `${head}indicator x "X" {\n  unit    count\n  target  total 2021..2022 >= 9\n}\n`;
    const reports = 'use "plan.bdg" as p\nreport 2021 "R" {\n  p.x = 1\n}\nreport 2022 "R" {\n  p.x = 1\n}\n';
    const one = 'use "plan.bdg" as p\nreport 2022 "R" {\n  p.x = 1\n}\n';
    const yearly = plan.replace("total 2021..2022", "2022");
    const [inPlan] = fixesFor("target-missed", one, { "plan.bdg": yearly }, { typed: "flood" });
    expect(inPlan).toEqual({
      title: "Explain why it was missed in 2022 (plan.bdg)",
      text: yearly.replace(/\}\n$/, '  explain 2022 "flood"\n}\n'),
    });
    const total = createTestService({ "plan.bdg": plan, "r.bdg": reports }).service;
    const [fix] = total.codeActions("plan.bdg", everywhere);
    expect(fix!.title).toBe("Explain why it was missed in 2022");
    const after = applied({ "plan.bdg": plan }, fix!, "flood");
    total.setFile("plan.bdg", after["plan.bdg"]!);
    expect(total.problemsOf("plan.bdg").map(({ code, explained }) => [code, explained])).toEqual([
      ["target-missed", true],
    ]);
  });

  it("a missing value: a line in the report of that period, else in the indicator, with nothing made up", () => {
    const source = `${head}indicator x "X" {\n  unit      count\n  target    2022 >= 1\n  target    2023 >= 1\n}\n`;
    const own = texts(fixesFor("target-no-data", source, {}, { typed: "5" }));
    expect(own).toEqual([
      source.replace(/\}\n$/, "  measured  2022 = 5\n}\n"),
      source.replace(/\}\n$/, '  explain   2022 "5"\n}\n'),
      source.replace(/\}\n$/, "  measured  2023 = 5\n}\n"),
      source.replace(/\}\n$/, '  explain   2023 "5"\n}\n'),
    ]);
    // Where two values contradict each other a third is no help.
    const contradicting = source.replace(
      "  target    2022",
      "  measured  2022 = 1\n  measured  2022 = 2\n  target    2022",
    );
    const others = fixesFor("target-no-data", contradicting, {}, { typed: "5" });
    expect(others.filter(({ title }) => title.startsWith("Record"))).toHaveLength(1);
    const report = 'use "test.bdg" as p\nreport 2022 "R" {\n  p.y 1/2022  = 1\n}\n';
    const plan = `${source}indicator y "Y" { unit count }\n`.replace("  target    2023 >= 1\n", "");
    const [inReport] = fixesFor("target-no-data", plan, { "r.bdg": report }, { typed: "7" });
    expect(inReport!.text).toBe(
      'use "test.bdg" as p\nreport 2022 "R" {\n  p.y 1/2022  = 1\n  p.x         = 7\n}\n',
    );
    expect(inReport!.title).toContain("(r.bdg)");
  });

  it("quoted words that moved, or are no longer there", () => {
    const document = "KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Đạt 60%.\n\n2. Đến năm 2025 có hai bài.\n";
    const plan = (clause: string) =>
      `plan p "P" { period 2021..2030; document "d.txt" }\nindicator x "X" { unit count; clause ${clause} }\n`;
    expect(texts(fixesFor("clause-text-changed", plan('I.1 "hai bài"'), { "d.txt": document }))).toEqual([
      plan('I.2 "hai bài"'),
      plan("I.1"),
    ]);
    expect(texts(fixesFor("clause-text-changed", plan('I.1 "ba bài"'), { "d.txt": document }))).toEqual([
      plan("I.1"),
    ]);
  });

  it("a clause that was numbered anew, and one that says it in other words now", () => {
    const document =
      'KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Đến năm 2025\nđạt 65% số xã "nông thôn mới" trong tỉnh.\n\n2. Có hai bài.\n\n3. Có hai bài.\n';
    const plan = (clause: string) =>
      `plan p "P" { period 2021..2030; document "d.txt" }\nindicator x "X" { unit count; clause ${clause} }\n`;
    expect(texts(fixesFor("clause-not-found", plan('II.7 "số xã"'), { "d.txt": document }))).toEqual([
      plan('I.1 "số xã"'),
    ]);
    expect(fixesFor("clause-not-found", plan('II.7 "hai bài"'), { "d.txt": document })).toEqual([]);
    const changed = plan('I.1 "Đến năm 2025 đạt 60% số xã “nông thôn mới”"');
    expect(texts(fixesFor("clause-text-changed", changed, { "d.txt": document }))).toEqual([
      plan('I.1 "Đến năm 2025 đạt 65% số xã \\"nông thôn mới\\""'),
      plan("I.1"),
    ]);
    const moved = texts(fixesFor("clause-text-changed", plan('I.1 "hai bài"'), { "d.txt": document }));
    expect(moved).toEqual([plan('I.2 "hai bài"'), plan('I.3 "hai bài"'), plan("I.1")]);
  });

  it.each<[string, string, string, string, string?]>([
    ["a number", "Đến năm 2025 đạt 60%.", "target 2025 >= 65%  # c", "target 2025 >= 60%  # c"],
    ["a number with decimals", "Đến năm 2025 đạt 2,5%.", "target 2025 >= 65%", "target 2025 >= 2.5%"],
    ["in place of a share", "Đến năm 2025 đạt 60%.", "target 2025 >= 1 of 4", "target 2025 >= 60%"],
    [
      "a fraction",
      "Đến năm 2025 đạt 62,5%.",
      "unit ratio; target 2025 >= 0,7",
      "unit ratio; target 2025 >= 0,625",
    ],
    [
      "in the unit that is written",
      "Đến năm 2026 thu ngân sách đạt 1,5 tỷ đồng.",
      "unit m; target 2026 >= 3 b",
      "unit m; target 2026 >= 1.5 b",
      'unit m "triệu đồng" { scale 1000000 vnd }\nunit b "tỷ đồng" { scale 1000 m }\n',
    ],
    [
      "a comparator, and reach without a baseline as at least",
      "Đến năm 2025 đạt 60%.",
      "target 2025 < 60%",
      "target 2025 <= 60%",
    ],
    [
      "at most",
      "Tỷ lệ hộ nghèo không quá 3% vào năm 2025.",
      "target 2025 reach 3%; baseline 2021 = 2%",
      "target 2025 <= 3%; baseline 2021 = 2%",
    ],
    [
      "number and comparator",
      "Tỷ lệ hộ nghèo không quá 3% vào năm 2025.",
      "target 2025 >= 4%",
      "target 2025 <= 3%",
    ],
    [
      "about, with the tolerance that is taken",
      "Đến năm 2030 đạt khoảng 60%.",
      "target 2030 >= 60%",
      "target 2030 about 60% within 1.2%",
    ],
    [
      "a range of values",
      "Đến năm 2025 đạt từ 10 - 13% số hộ.",
      "target 2025 >= 15%",
      "target 2025 between 10% and 13%",
    ],
    ["a date", "Đến năm 2025 đạt 60%.", "target 2026 >= 60%", "target 2025 >= 60%"],
    [
      "all years of what is kept",
      "Đến năm 2025 và duy trì đến năm 2030, 100% cán bộ được bồi dưỡng.",
      "target 2025 reach 100%",
      "target 2025..2030 reach 100%",
    ],
    [
      "what has no end",
      "Từ năm 2025 trở đi, 100% nạn nhân được hỗ trợ.",
      "target 2025 reach 100%",
      "target 2025.. reach 100%",
    ],
    [
      "a cadence",
      "Mỗi quý tổ chức ít nhất 02 lớp.",
      "unit l; target every year >= 2",
      "unit l; target every quarter >= 2",
      'unit l "lớp"\n',
    ],
    ["a date for a cadence", "Đến năm 2025 đạt 60%.", "target every year >= 60%", "target 2025 >= 60%"],
    [
      "a change",
      "Đến năm 2025 giảm 30% số vụ so với năm 2020.",
      "unit v; baseline 2020 = 80; target 2025 <= baseline * 0.9",
      "unit v; baseline 2020 = 80; target 2025 <= baseline * 0.7",
      'unit v "vụ"\n',
    ],
  ])("the clause's value: %s", (_, clause, before, after, units = "") => {
    const plan = (lines: string) =>
      `plan p "P" { period 2021..2030; document "d.txt" }\n${units}indicator x "X" { clause I.1; ${lines.startsWith("unit") ? lines : `unit percent; ${lines}`}\n}\n`;
    const document = { "d.txt": `KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. ${clause}\n` };
    const options = { asOf: "2020-12-31" };
    expect(texts(fixesFor("target-differs-from-clause", plan(before), document, options))).toEqual([
      plan(after),
    ]);
  });

  it("the clause's value in a Vietnamese file, and none where it would be another problem", () => {
    const document = {
      "d.txt":
        "KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Tỷ lệ hộ nghèo dưới 2,5% vào năm 2025.\n\n2. Đến năm 2025 đạt 60%.\n\n3. Hằng năm ít nhất 02 lớp.\n",
    };
    const vi = (clause: string, target: string, period = "2021..2030") =>
      `kế hoạch p "P" { giai đoạn ${period}; văn bản "d.txt" }\nđơn vị tính lop "lớp"\nchỉ tiêu x "X" { điều khoản ${clause}; mục tiêu ${target} }\n`;
    const options = { asOf: "2020-12-31" };
    const unit = "đơn vị tính percent; ";
    const fixed = (before: string) =>
      texts(fixesFor("target-differs-from-clause", before, document, options));
    expect(fixed(vi(`I.1; ${unit}`, "2025 ít nhất 3%"))).toEqual([vi(`I.1; ${unit}`, "2025 dưới 2,5%")]);
    expect(fixed(vi("I.3; đơn vị tính lop", "mỗi quý ít nhất 2"))).toEqual([
      vi("I.3; đơn vị tính lop", "mỗi năm ít nhất 2"),
    ]);
    // 2025 is outside the plan.
    expect(fixed(vi(`I.2; ${unit}`, "2027 ít nhất 60%", "2026..2030"))).toEqual([]);
  });

  it.each<[string, string, string, readonly string[]]>([
    [
      "a milestone",
      "Đến năm 2025 đạt 60% và đến năm 2030 đạt 75%.",
      "unit percent; target 2025 >= 60%",
      ["target 2030 >= 75%"],
    ],
    [
      "both of two",
      "Đến năm 2025 đạt 60% và đến năm 2030 đạt khoảng 75%.",
      "unit percent",
      ["target 2025 >= 60%", "target 2030 about 75% within 1.5%"],
    ],
    [
      "what recurs",
      "Từ năm 2025 trở đi, mỗi quý có ít nhất 04 lớp.",
      "unit lop",
      ["target every quarter in 2025.. >= 4"],
    ],
  ])("targets for what the clause also promises, or the clause set aside: %s", (_, clause, lines, added) => {
    const document = { "d.txt": `KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. ${clause}\n` };
    const plan = (body: string, aside = "") =>
      `unit lop "lớp"\nplan p "P" { period 2021..2030; document "d.txt"${aside} }\nindicator x "X" { clause I.1; ${body} }\n`;
    const options = { asOf: "2020-12-31", typed: "theo dõi ở nơi khác" };
    expect(texts(fixesFor("commitment-without-target", plan(lines), document, options))).toEqual([
      plan([lines, ...added].join("; ")),
      plan(lines, '; aside I.1 "theo dõi ở nơi khác"'),
    ]);
  });

  it("clauses that nobody takes up are set aside, in a second document by its name", () => {
    const documents = {
      "d.txt": "KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Đến năm 2025 đạt 60%.\n\n2. Hằng năm ít nhất 02 lớp.\n",
      "e.txt": "KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Đến năm 2025 đạt 60%.\n",
    };
    const plan = (documentLines: string, aside: string) =>
      `kế hoạch p "P" {\n  giai đoạn      2021..2030\n${documentLines}${aside}}\n`;
    const one = '  văn bản        "d.txt"\n';
    expect(texts(fixesFor("clause-not-covered", plan(one, ""), documents, { typed: "lý do" }))).toEqual([
      plan(one, '  không theo dõi I.1, I.2 "lý do"\n'),
    ]);
    const second = '  văn bản        "none.txt"\n  văn bản        "e.txt" là e\n';
    expect(texts(fixesFor("clause-not-covered", plan(second, ""), documents, { typed: "lý do" }))).toEqual([
      plan(second, '  không theo dõi I.1 trong e "lý do"\n'),
    ]);
  });

  it("what is said twice", () => {
    expect(
      texts(fixesFor("duplicate-statement", 'indicator x "X" {\n  unit count\n  unit percent  # no\n}\n')),
    ).toEqual(['indicator x "X" {\n  unit count\n}\n']);
    expect(texts(fixesFor("duplicate-statement", 'indicator x "X" { unit count; unit percent }\n'))).toEqual([
      'indicator x "X" { unit count }\n',
    ]);
    expect(
      texts(fixesFor("duplicate-statement", 'indicator x "X" { unit count; unit percent; note "n" }\n')),
    ).toEqual(['indicator x "X" { unit count; note "n" }\n']);
    const twice = 'indicator x "X" {\n  unit count\n  measured 2024 = 1\n  measured 2024 = 2\n}\n';
    expect(texts(fixesFor("duplicate-measurement", twice))).toEqual([
      twice.replace("  measured 2024 = 2\n", ""),
    ]);
  });

  it("curly quotation marks, and a range of years with a dash", () => {
    expect(texts(fixesFor("curly-quotes", "body a “Sở Nội vụ”\n"))).toEqual(['body a "Sở Nội vụ"\n']);
    expect(texts(fixesFor("invalid-period", 'plan p "P" { period 2021-2030 }\n'))).toEqual([
      'plan p "P" { period 2021..2030 }\n',
    ]);
    expect(
      texts(fixesFor("invalid-period", 'indicator x "X" { unit count; measured 2021-2030 = 1 }\n')),
    ).toEqual([]);
  });

  it("a period as documents write it, where it can't mean another", () => {
    const source = (period: string) => `indicator x "X" { unit count; measured ${period} = 1 }\n`;
    expect(texts(fixesFor("invalid-period", source("quý I/2024")))).toEqual([source("2024-Q1")]);
    expect(texts(fixesFor("invalid-period", source("ngày 3 tháng 4 năm 2024")))).toEqual([
      source("3/4/2024"),
    ]);
    expect(texts(fixesFor("invalid-period", source("3-4-2024")))).toEqual([]);
    expect(texts(fixesFor("invalid-period", source("9 tháng đầu năm 2024")))).toEqual([]);
  });

  it("a category of several dimensions, and an address of several clauses", () => {
    const source = `dimension a "A" { other "O" }\ndimension b "B" { other "O" }\nindicator x "X" { unit count; measured 2024 for other = 1 }\n`;
    expect(texts(fixesFor("ambiguous-name", source))).toEqual([
      source.replace("for other", "for a.other"),
      source.replace("for other", "for b.other"),
    ]);
    const document = "KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Một.\n\n2. Hai.\n\nI. GIẢI PHÁP\n\n1. Ba.\n";
    const plan = `plan p "P" { document "d.txt" }\nindicator x "X" { unit count; clause I }\n`;
    expect(texts(fixesFor("clause-ambiguous", plan, { "d.txt": document }))).toEqual([
      plan.replace("clause I", "clause I~1"),
      plan.replace("clause I", "clause I~2"),
    ]);
  });

  it("how near is near enough", () => {
    const source = (value: string) =>
      `${head}unit u "u"\nindicator x "X" { unit u; target 2030 about ${value} }\n`;
    expect(texts(fixesFor("about-without-tolerance", source("60 u")))).toEqual([source("60 u within 1.2 u")]);
    expect(texts(fixesFor("about-without-tolerance", source("61.7")))).toEqual([source("61.7 within 1,234")]);
    expect(texts(fixesFor("about-without-tolerance", source("60,5")))).toEqual([source("60,5 within 1,21")]);
  });
});

it("everything that has only one answer is mended at once, and nothing that has several", () => {
  const source = `ke hoach p “Kế hoạch” { giai đoạn 2021-2030 }

chi tieu x "X" {
  don vi tinh: count
  # bdg-ignore target-missed: r
  muc tieu năm 2026 ít nhất 5
  chủ trii ai_do
}
`;
  const { service } = createTestService({ "test.bdg": source });
  const text = applyEdits(source, service.fixAll("test.bdg"));
  expect(text).toBe(`kế hoạch p "Kế hoạch" { giai đoạn 2021..2030 }

chỉ tiêu x "X" {
  đơn vị tính count
  # bdg-ignore target-missed: r
  mục tiêu 2026 ít nhất 5
  chủ trii ai_do
}
`);
  service.setFile("test.bdg", text);
  expect(service.fixAll("test.bdg")).toEqual([]);
});

describe("where they are offered", () => {
  it("only where the problem is", () => {
    const { service } = createTestService({ "a.bdg": 'body a "A"\nbody b "B" in c\n' });
    const line = (n: number) => ({ start: { line: n, character: 0 }, end: { line: n, character: 3 } });
    expect(service.codeActions("a.bdg", line(0))).toEqual([]);
    expect(service.codeActions("a.bdg", line(1))).toEqual([]);
    const here = { start: { line: 1, character: 15 }, end: { line: 1, character: 15 } };
    expect(service.codeActions("a.bdg", here).length).toBeGreaterThan(0);
  });

  it("in every sample each of them applies, in both languages", () => {
    const samples = sampleFiles();
    for (const language of ["en", "vi"] as const) {
      const { service, log } = createTestService(samples, { language, asOf: "2026-11-24" });
      for (const path of service.paths()) {
        for (const action of service.codeActions(path, everywhere)) {
          expect(action.title).not.toMatch(/undefined|\{/);
          const files = { ...samples, ...applied(samples, action, "1") };
          expect(files[path]).toBeDefined();
        }
      }
      expect(log).toEqual([]);
    }
  });
});
