import { describe, expect, it } from "vitest";
import { catalog } from "../../../server/src/diagnostics/catalog.ts";
import { fillTemplate } from "../../../server/src/diagnostics/message-template.ts";
import { toJson } from "../../../server/src/export/json.ts";
import { formatPeriod, formatPeriodPhrase } from "../../../server/src/semantics/display.ts";
import { calendarYear, toPeriod } from "../../../server/src/semantics/period.ts";
import { parsePeriodLiteral } from "../../../server/src/syntax/literals.ts";
import { scanDeclarations } from "../../../server/src/syntax/scanner.ts";
import { createTestService } from "../../support/test-service.ts";
import { parser, parseText, withoutPlaces } from "../../support/trees.ts";

const indicator = (line: string) => `indicator x "X" {\n  unit count\n  ${line}\n  lead so\n}\n`;
const task = (line: string) => `task x "X" {\n  ${line}\n  lead so\n}\n`;
const plan = (line: string) => `plan x "X" {\n  ${line}\n  number "1"\n}\n`;
const report = (line: string) => `report 2024 "R" {\n  ${line}\n  b = 1\n}\n`;
const head = (line: string) => `${line} {\n  b = 1\n}\n`;

/** The only problem of a text. */
function onlyProblem(text: string) {
  const { problems } = parser.parse(text);
  expect(problems.map(({ code }) => code)).toEqual(["invalid-period"]);
  return problems[0]!;
}

/** Reads a text as that in which the words between the marks are a right period, which the problem proposes. */
function expectReadAs(marked: string, period: string): void {
  const [before, words, after] = marked.split(/<\||\|>/);
  const text = `${before}${words}${after}`;
  const { span, data } = onlyProblem(text);
  expect(text.slice(span.start, span.end)).toBe(words);
  expect(data?.period).toBe(period);
  const mended = parser.parse(`${before}${period}${after}`);
  expect(mended.problems).toEqual([]);
  expect(withoutPlaces(parser.parse(text).declaration)).toEqual(withoutPlaces(mended.declaration));
}

describe("a period as documents write it is one problem, with what is right, and is read so", () => {
  it.each([
    [indicator("kết quả <|quý 1 2024|> = 50%"), "2024-Q1"],
    [indicator("kết quả <|quý I/2024|> = 50%"), "2024-Q1"],
    [indicator("kết quả <|Quý  IV  năm 2024|> = 50%"), "2024-Q4"],
    [indicator("kết quả <|quý II - 2024|> = 50%"), "2024-Q2"],
    [indicator("kết quả <|tháng 3/2024|> = 5"), "3/2024"],
    [indicator('kết quả <|tháng 3 năm 2024|> đối với nữ = 5 trên 9 "BC"'), "3/2024"],
    [indicator("kết quả <|6 tháng đầu năm 2024|> = 5"), "2024-H1"],
    [indicator("kết quả <|sáu tháng cuối năm 2024|> = 5"), "2024-H2"],
    [indicator("kết quả <|ngày 3/4/2024|> = 5"), "3/4/2024"],
    [indicator("kết quả <|ngày 31 tháng 12 năm 2024|> = 5"), "31/12/2024"],
    [indicator("kết quả <|25.4.2024|> = 5"), "2024-04-25"],
    [indicator("kết quả <|25-4-2024|> = 5"), "2024-04-25"],
    [indicator(`kết quả <|${"năm 2024".normalize("NFD")}|> = 5`), "2024"],
    [indicator("kỳ gốc <|năm 2021|> = 45%"), "2021"],
    [indicator("mục tiêu <|năm 2025|> đạt 60%"), "2025"],
    [indicator("mục tiêu <|đến năm 2025|> đạt 60%"), "2025"],
    [indicator("mục tiêu <|năm 2025|> từ 5 đến 10"), "2025"],
    [indicator("mục tiêu <|năm 2025|>..2030 đạt 60%"), "2025"],
    [indicator("mục tiêu 2025..<|năm 2030|> đạt 60%"), "2030"],
    [indicator("mục tiêu lũy kế <|năm 2025|> >= 5"), "2025"],
    [indicator("mục tiêu mỗi năm >= 5 trong <|năm 2025|>..2030"), "2025"],
    [indicator('giải trình <|quý 1 năm 2024|> "vì mưa"'), "2024-Q1"],
    [indicator("measured <|Q1 2024|> = 5"), "2024-Q1"],
    [indicator("measured <|2024 Q1|> for female = 5"), "2024-Q1"],
    [indicator("measured <|2024Q1|> = 5"), "2024-Q1"],
    [indicator("measured <|first half of 2024|> = 9 of 20"), "2024-H1"],
    [indicator("measured <|in the second quarter of 2024|> = 9 of 20"), "2024-Q2"],
    [indicator("measured <|31 December 2024|> = 5"), "2024-12-31"],
    [indicator("measured <|April 3, 2024|> = 5"), "2024-04-03"],
    [indicator("measured <|Jan. 2024|> = 5"), "2024-01"],
    [indicator("target <|in 2025|> reach 60%"), "2025"],
    [indicator("target <|by 2025|> reach 60%"), "2025"],
    [indicator("target <|for 2025|> for female reach 60%"), "2025"],
    [task("hạn <|ngày 30 tháng 6 năm 2025|>"), "30/6/2025"],
    [task('hoàn thành <|quý 1 năm 2025|> "BC"'), "2025-Q1"],
    [plan("ban hành <|ngày 3 tháng 4 năm 2021|>"), "3/4/2021"],
    [plan('căn cứ "Nghị quyết" ngày <|3 tháng 4 năm 2021|>'), "3/4/2021"],
    [report("a <|quý 1 2024|> = 5"), "2024-Q1"],
    [report("a.b <|tháng 3/2024|> đối với nữ = 5"), "3/2024"],
    [head('báo cáo <|năm 2024|> "R"'), "2024"],
    [head("báo cáo <|quý 2 năm 2024|>"), "2024-Q2"],
    [head("report <|year 2024|>"), "2024"],
    ['data "a.csv" period <|year 2024|>\n', "2024"],
  ])("%j: %s", expectReadAs);

  it.each(["2025", "2025-H1", "2025-Q3", "2025-05", "2025-12-31", "2025-02-01"])(
    "%s as it is shown, in both languages",
    (text) => {
      const literal = parsePeriodLiteral(text)!;
      const period = toPeriod(literal, calendarYear);
      for (const shown of [formatPeriod(period, "en"), formatPeriodPhrase(period, "vi")]) {
        const { declaration } = parser.parse(indicator(`measured ${shown} = 5`));
        expect(declaration!.statements[1]).toMatchObject({ kind: "measured", period: { literal } });
      }
    },
  );

  it("and the value counts", () => {
    const source = 'indicator x "X" {\n  unit percent\n  measured quý I/2024 = 50%\n}\n';
    const { service } = createTestService({ "a.bdg": source });
    const [measured] = JSON.parse(toJson(service.judgement())).plans[0].indicators[0].measured;
    expect(measured).toMatchObject({ period: "2024-Q1", value: "50" });
  });

  it.each([
    ["kết quả quý 1 2024 = 5", "A quarter is written 2024-Q1.", "Quý được viết là 2024-Q1."],
    ["kết quả tháng 3/2024 = 5", "A month is written 3/2024.", "Tháng được viết là 3/2024."],
    ["kết quả năm 2024 = 5", "A year is written 2024.", "Năm được viết là 2024."],
  ])("%s: %s", (line, en, vi) => {
    const { code, holes } = onlyProblem(indicator(line));
    expect(fillTemplate(catalog[code], holes, "en")).toContain(` is not how a period is written. ${en}`);
    expect(fillTemplate(catalog[code], holes, "vi")).toContain(` chưa đúng cách viết kỳ. ${vi}`);
  });
});

describe("words that may mean another period, or none, are one problem without an answer, and count for nothing", () => {
  it.each([
    ["measured", "3-4-2024"],
    ["measured", "3.4.2024"],
    ["measured", "on 3/4/2024"],
    ["measured", "quarter 5 2024"],
    ["measured", "Q1 24"],
    ["measured", "Q1"],
    ["measured", "FY 2024"],
    ["kết quả", "quý 1"],
    ["kết quả", "tháng 13/2024"],
    ["kết quả", "quý 1-2/2024"],
    ["kết quả", "9 tháng đầu năm 2024"],
    ["kết quả", "đến tháng 6/2024"],
    ["kết quả", "cuối năm 2024"],
    ["kết quả", "trong 3 2024"],
    // Without its marks it may be about men.
    ["kết quả", "nam 2024"],
  ])("%s %s", (keyword, words) => {
    const text = indicator(`${keyword} ${words} đối với nữ = 5`);
    const { span, data } = onlyProblem(text);
    expect(text.slice(span.start, span.end)).toBe(words);
    expect(data?.period).toBeUndefined();
    const { statements } = parser.parse(text).declaration!;
    expect(statements.map(({ kind }) => kind)).toEqual(["unit", "measured", "lead"]);
    expect(statements[1]).toMatchObject({ period: { literal: null }, value: { number: { decimal: "5" } } });
  });

  it.each(["2021–2025", "2021 - 2025", "2021 – 2025"])("%s is a range", (range) => {
    expect(onlyProblem(plan(`period ${range}`)).data).toEqual({ range: "2021..2025" });
  });
});

describe("what is right stays what it is", () => {
  it.each([
    indicator("mục tiêu mỗi năm >= 5"),
    indicator("target every quarter in 2025..2030 >= 5"),
    indicator("target every quarter >= 5 in 2025-Q1..2030-Q4"),
    indicator("mục tiêu hằng năm trong 2025..2030 từ 5 đến 10"),
    indicator("mục tiêu 2025 tối thiểu 60 tháng"),
    indicator("mục tiêu 2025 không quá 6 tháng"),
    indicator("target 2025.. for q1 >= 5"),
    indicator("kết quả 3/4/2024 = 5 quý"),
    indicator("clause II.1 in q1, II.2 in năm"),
    indicator("công thức = năm + quý / tháng - q1"),
    report("năm 2024 = 5"),
    report("a for q1 = 5"),
    report("q1.h1 for tháng = 5"),
    'body b "B" in q1.h1\n',
    'unit quý "quý" { scale 3 tháng }\n',
    'dimension năm "Năm" { quý "Quý" tháng "Tháng" }\n',
  ])("%j", (text) => {
    expect(parser.parse(text).problems).toEqual([]);
  });
});

it("a report headed so begins below a block that lacks its brace", () => {
  for (const line of ["báo cáo quý I/2024", "báo cáo 6 tháng đầu năm 2024", "report Q1 2024"]) {
    const text = `indicator x "X" {\n  unit count\n\n${line} "R" {\n  x = 1\n}\n`;
    expect(scanDeclarations(text)).toHaveLength(2);
    expect(parseText(text).map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ["unclosed-block"],
      ["invalid-period"],
    ]);
  }
});
