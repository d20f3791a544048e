import { describe, expect, it } from "vitest";
import { readMarkers } from "../../support/markers.ts";
import { createTestService, type TestOptions } from "../../support/test-service.ts";
import { planFiles } from "./plan-fixture.ts";

const use = 'use "plan.bdg"\n';

function complete(
  source: string,
  options: TestOptions = {},
  others: Readonly<Record<string, string>> = planFiles,
) {
  const { service, marked, log } = createTestService({ ...others, "x.bdg": source }, options);
  const { text, cursors } = marked.get("x.bdg")!;
  const result = service.completion("x.bdg", cursors[0]!);
  expect(log).toEqual([]);
  const entries = [...result.entries].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
  const labels = entries.map(({ label }) => label);
  const told = (label: string) => {
    const subject = entries.find((one) => one.label === label)?.subject;
    return subject ? service.completionDocumentation(subject) : "";
  };
  return { text, entries, isIncomplete: result.isIncomplete, labels, told };
}

/** The text after the entry of that label is accepted, as an editor does it. */
function accepting(source: string, label: string, options: TestOptions = {}): string {
  const { text, entries, labels } = complete(source, options);
  const entry = entries.find((one) => one.label === label);
  expect(entry, `${label} among ${labels.join(", ")}`).toBeDefined();
  const { start, end } = entry!.range;
  const lines = text.split(/(?<=\n)/);
  const line = lines[start.line]!;
  const typed = line.slice(start.character, end.character);
  expect(matches(typed, entry!.filterText), `“${typed}” finds “${entry!.filterText}”`).toBe(true);
  lines[start.line] = line.slice(0, start.character) + entry!.insertText + line.slice(end.character);
  return lines.join("");
}

/** VS Code shows an entry whose filter text has the typed letters in their order, in its first 128 ones. */
function matches(typed: string, whole: string): boolean {
  const filterText = whole.slice(0, 128);
  let at = 0;
  for (const letter of typed.toLowerCase()) {
    at = filterText.toLowerCase().indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

describe("accepting gives", () => {
  it.each([
    // Declarations, in the language that the file uses.
    ["<|>", "indicator", "indicator"],
    ["body b\n\nind<|>", "indicator", "body b\n\nindicator"],
    ["cơ quan b\n\nchỉ t<|>", "chỉ tiêu", "cơ quan b\n\nchỉ tiêu"],
    ["cơ quan b\n\nnhiem<|>", "nhiệm vụ", "cơ quan b\n\nnhiệm vụ"],
    ["cơ quan b\n\nđơn vị t<|>", "đơn vị tính", "cơ quan b\n\nđơn vị tính"],
    // Statements.
    ['indicator a "A" { <|> }', "baseline", 'indicator a "A" { baseline }'],
    [
      'indicator a "A" {\n  unit count\n  tar<|>\n}',
      "target",
      'indicator a "A" {\n  unit count\n  target\n}',
    ],
    ["chỉ tiêu a {\n  mục t<|>\n}", "mục tiêu", "chỉ tiêu a {\n  mục tiêu\n}"],
    ["chỉ tiêu a {\n  khong xet lo<|>\n}", "không xét lộ trình", "chỉ tiêu a {\n  không xét lộ trình\n}"],
    ["plan a { year e<|> }", "year ends", "plan a { year ends }"],
    ["unit a { agg<|> }", "aggregate", "unit a { aggregate }"],
    ["task a { d<|> }", "done", "task a { done }"],
    ['data "x.csv" { indicator "A" v<|> }', "value", 'data "x.csv" { indicator "A" value }'],
    // A block that nobody closed goes on over blank lines.
    [
      'indicator a "A" {\n  unit count\n\n  le<|>\n\nbody b "B"\n',
      "lead",
      'indicator a "A" {\n  unit count\n\n  lead\n\nbody b "B"\n',
    ],
    [
      'indicator a "A" {\n  unit count\n\n  <|>\n\nbody b "B"\n',
      "lead",
      'indicator a "A" {\n  unit count\n\n  lead\n\nbody b "B"\n',
    ],
    // The words inside statements.
    ["indicator a { target every <|> }", "quarter", "indicator a { target every quarter }"],
    ["indicator a { target every mo<|> }", "month", "indicator a { target every month }"],
    ["chỉ tiêu a { mục tiêu mỗi sáu t<|> }", "sáu tháng", "chỉ tiêu a { mục tiêu mỗi sáu tháng }"],
    ["indicator a { target 2025 <|> }", "at least", "indicator a { target 2025 at least }"],
    ["indicator a { target 2025 reach <|> }", "at least", "indicator a { target 2025 reach at least }"],
    [
      "indicator a { target 2025 reach about 60% <|> }",
      "within",
      "indicator a { target 2025 reach about 60% within }",
    ],
    ["indicator a { target 2025 at m<|> }", "at most", "indicator a { target 2025 at most }"],
    ["indicator a { target 2021..2025 <|> }", ">=", "indicator a { target 2021..2025 >= }"],
    ["chỉ tiêu a { mục tiêu 2025 ít <|> }", "ít nhất", "chỉ tiêu a { mục tiêu 2025 ít nhất }"],
    ["indicator a { target 2025 between 17 <|> }", "and", "indicator a { target 2025 between 17 and }"],
    ["indicator a { target 2025 about 60% <|> }", "within", "indicator a { target 2025 about 60% within }"],
    ["indicator a { measured 2024 = 9 <|> }", "of", "indicator a { measured 2024 = 9 of }"],
    ["indicator a { path <|> }", "linear", "indicator a { path linear }"],
    ["indicator a { aggregate <|> }", "sum", "indicator a { aggregate sum }"],
    ["task a { due <|> }", "every", "task a { due every }"],
    ['body a "A" <|>', "in", 'body a "A" in'],
    // Names of the right kind.
    [`${use}indicator a { lead <|> }`, "union_office", `${use}indicator a { lead union_office }`],
    [
      `${use}indicator a { lead office, uni<|> }`,
      "union_office",
      `${use}indicator a { lead office, union_office }`,
    ],
    [`${use}indicator a { lead cong<|> }`, "union_office", `${use}indicator a { lead union_office }`],
    [`${use}indicator a { unit <|> }`, "activity", `${use}indicator a { unit activity }`],
    [
      `${use}indicator a { target 2025 >= 3 act<|> }`,
      "activity",
      `${use}indicator a { target 2025 >= 3 activity }`,
    ],
    [
      `${use}indicator a { formula = leaders / <|> }`,
      "awareness",
      `${use}indicator a { formula = leaders / awareness }`,
    ],
    [
      `${use}indicator a { target 2025 for <|> >= 3 }`,
      "female",
      `${use}indicator a { target 2025 for female >= 3 }`,
    ],
    [
      `${use}indicator a { measured 2025 for sex.<|> = 3 }`,
      "male",
      `${use}indicator a { measured 2025 for sex.male = 3 }`,
    ],
    [`${use}task a { serves <|> }`, "leaders", `${use}task a { serves leaders }`],
    [`${use}body a "A" in <|>`, "office", `${use}body a "A" in office`],
    [`${use}report 2025 { <|> }`, "awareness", `${use}report 2025 { awareness }`],
    [`${use}report 2025 { awareness <|> }`, "=", `${use}report 2025 { awareness = }`],
    [
      'use "plan.bdg" as top\nindicator a { implements <|> }',
      "top.leaders",
      'use "plan.bdg" as top\nindicator a { implements top.leaders }',
    ],
    [
      'use "plan.bdg" as top\nindicator a { implements top.l<|> }',
      "leaders",
      'use "plan.bdg" as top\nindicator a { implements top.leaders }',
    ],
    [
      'use "plan.bdg" as top\nplan x { implements <|> }',
      "top.p",
      'use "plan.bdg" as top\nplan x { implements top.p }',
    ],
    // Clauses, by address and by words with and without diacritics.
    [`${use}indicator a { clause <|> }`, "I.2", `${use}indicator a { clause I.2 }`],
    [`${use}indicator a { clause I.<|> }`, "I.2", `${use}indicator a { clause I.2 }`],
    [`${use}indicator a { clause tuyen<|> }`, "I.2", `${use}indicator a { clause I.2 }`],
    [`${use}indicator a { clause tuyên<|> }`, "I.2", `${use}indicator a { clause I.2 }`],
    [`${use}indicator a { clause tuyen tr<|> }`, "I.2", `${use}indicator a { clause I.2 }`],
    [`${use}indicator a { clause hoạt động tuyên <|> }`, "I.2", `${use}indicator a { clause I.2 }`],
    [`${use}indicator a { clause I.1, tuyen truyen<|> }`, "I.2", `${use}indicator a { clause I.1, I.2 }`],
    [`${use}indicator a { clause I.1 "x", <|> }`, "I.2", `${use}indicator a { clause I.1 "x", I.2 }`],
    // Files.
    ['use "<|>"', "plan.bdg", 'use "plan.bdg"'],
    ['use "pl<|>', "report.bdg", undefined],
    ['plan x { document "<|>" }', "plan.txt", 'plan x { document "plan.txt" }'],
    [
      'plan x { document "a.txt" as one }\nindicator a { clause I.1 in <|> }',
      "one",
      'plan x { document "a.txt" as one }\nindicator a { clause I.1 in one }',
    ],
    // Periods.
    [`${use}report <|>`, "2024", `${use}report 2024`],
    [`${use}indicator a { target 20<|> }`, "2025", `${use}indicator a { target 2025 }`],
  ])("%s + %s", (source, label, after) => {
    if (after === undefined) expect(complete(source).labels).toContain(label);
    else expect(accepting(source, label)).toBe(after);
  });

  it("the same with decomposed letters and Windows' line ends", () => {
    const source = "chỉ tiêu a {\r\n  mục t<|>\r\n}\r\n".normalize("NFD");
    const { text } = readMarkers(source);
    expect(accepting(source, "mục tiêu")).toBe(text.replace("mục t".normalize("NFD"), "mục tiêu"));
  });
});

describe("what comes first", () => {
  it("is what does not stand there yet", () => {
    const { labels } = complete(`${use}indicator a { lead office, <|> }`);
    expect(labels.slice(0, 2)).toEqual(["union_office", "office"]);
    const report = complete(`${use}report 2025 {\n  leaders = 50%\n  <|>\n}`);
    expect(report.labels.slice(0, 2)).toEqual(["awareness", "leaders"]);
    expect(complete(`${use}indicator a { clause I.1, <|> }`).labels).toEqual(["I", "I.2", "I.1"]);
  });

  it("is the period that lacks a value, or wants to be explained", () => {
    const plan = planFiles["plan.bdg"];
    const files = { ...planFiles, "report.bdg": 'use "plan.bdg"\nreport 2024 { awareness = 0 }\n' };
    const measured = complete(
      plan.replace("every year", "every year").replace("clause I.2", "measured <|>\n  clause I.2"),
      {},
      { "plan.txt": files["plan.txt"] },
    );
    // Nothing is measured there: all three years are past, the latest first.
    expect(measured.labels.slice(0, 3)).toEqual(["2024", "2023", "2022"]);
    expect(measured.entries[0]!.detail).toBe("in 2024: no data");
    const task = complete(
      plan.replace("due   2024", "due 2024\n  done <|>"),
      {},
      { "plan.txt": files["plan.txt"] },
    );
    expect(task.entries[0]).toMatchObject({ label: "2024", detail: "in 2024: overdue" });
  });

  it("is a month as the file would write it", () => {
    const month = (language: string): string | undefined => {
      const words =
        language === "vi"
          ? ["kế hoạch", "giai đoạn", "chỉ tiêu", "mục tiêu mỗi tháng", "kết quả"]
          : ["plan", "period", "indicator", "target every month", "measured"];
      const [plan, period, indicator, every, measured] = words;
      return complete(
        `${plan} p { ${period} 2025..2025 }\n${indicator} a {\n  ${every} >= 1\n  ${measured} <|>\n}`,
      ).labels[0];
    };
    expect(month("vi")).toBe("5/2025");
    expect(month("en")).toBe("2025-05");
  });
});

describe("offers nothing", () => {
  it.each([
    ["in a comment", "# ind<|>"],
    ["in a title", 'indicator a "A<|>"'],
    ["in evidence", 'indicator a { measured 2024 = 1 "x<|>" }'],
    ["for a new name", "indicator <|>"],
    ["after a number in a formula", "indicator a { formula = 2 <|> }"],
    ["in a note", "indicator a { note <|> }"],
  ])("%s", (_, source) => {
    expect(complete(source).labels).toEqual([]);
  });

  it("of itself, or of another kind", () => {
    const { labels } = complete(`${use}indicator self { implements <|> }`);
    expect(labels).toEqual(["leaders", "awareness"]);
    expect(complete(`${use}body self "S" in <|>`).labels).toEqual(["office", "union_office"]);
  });
});

it("tells categories of one name apart by their dimension", () => {
  const source = "dimension a { x; y }\ndimension b { x }\nindicator i { target 2025 for <|> >= 1 }";
  expect([...complete(source).labels].sort()).toEqual(["a.x", "b.x", "y"]);
});

it("finds a clause by words far behind in a long text, and a body by the end of a long title", () => {
  const long = `${"Các cơ quan, đơn vị ".repeat(12)}phối hợp tuyên truyền`;
  const files = {
    "plan.bdg": 'plan p "P" { document "plan.txt" }\n',
    "plan.txt": `KẾ HOẠCH\n\nI. MỘT\n\n1. ${long}.\n`,
  };
  for (const typed of ["tuyen", "tuyên", "phoi hop t"]) {
    const source = `${use}indicator a { clause ${typed}<|> }`;
    const { entries } = complete(source, {}, files);
    expect(entries.map(({ label }) => label)).toEqual(["I.1"]);
    expect(matches(typed, entries[0]!.filterText), typed).toBe(true);
  }
  const body = complete(`body long "${long}"\nindicator a { lead truyen<|> }`);
  expect(matches("truyen", body.entries[0]!.filterText)).toBe(true);
});

describe("a long list", () => {
  const many = Array.from({ length: 1000 }, (_, i) => `body b${i} "Cơ quan số ${i}"\n`).join("");

  it("is cut, and asked again with what is typed", () => {
    const all = complete(`${many}indicator a { lead <|> }`);
    expect(all.isIncomplete).toBe(true);
    expect(all.entries.length).toBeLessThan(1000);
    expect(accepting(`${many}indicator a { lead b987<|> }`, "b987")).toContain("lead b987 }");
    expect(complete(`${many}indicator a { lead 987<|> }`).labels).toEqual(["b987"]);
    expect(complete(`${many}indicator a { lead zz<|> }`).labels).toEqual([]);
  });

  it("is searched by the words of a title without diacritics, composed or not", () => {
    const special = `body zz "${"Hội Phụ nữ".normalize("NFD")}"\n`;
    expect(complete(`${many}${special}indicator a { lead phu<|> }`).labels).toEqual(["zz"]);
  });
});

it("tells a keyword's meaning in the reader's language and a name's title", () => {
  const { entries } = complete(`${use}indicator a { lead <|> }`, { language: "vi" });
  expect(entries.find(({ label }) => label === "office")!.detail).toBe("Văn phòng");
  const keyword = complete("indicator a { tar<|> }", { language: "vi" });
  expect(keyword.entries.find(({ label }) => label === "target")!.detail).toMatch(/^Điều cam kết: một kỳ/);
  expect(keyword.told("target")).toContain("**mục tiêu**");
});

it("tells of a name what a hover would: of an indicator how it stands", () => {
  const { told } = complete(`${use}task t { serves <|> }`);
  expect(told("awareness")).toMatch(/^\*\*Missed\*\*/);
  expect(complete(`${use}indicator a { lead <|> }`).told("union_office")).toContain("part of Văn phòng");
});

it("shows of a clause the beginning of its text and its citation", () => {
  const { entries, told } = complete(`${use}indicator a { clause <|> }`);
  const clause = entries.find(({ label }) => label === "I.2")!;
  expect(clause.detail).toBe("Hằng năm tổ chức ít nhất 01 hoạt động tuyên truyền.");
  expect(told("I.2")).toContain("khoản 2, mục I");
  expect(told("I.2")).toContain("ít nhất 01 hoạt động tuyên truyền");
});
