import { describe, expect, it } from "vitest";
import { catalog } from "../../../server/src/diagnostics/catalog.ts";
import { fillTemplate } from "../../../server/src/diagnostics/message-template.ts";
import { scanDeclarations } from "../../../server/src/syntax/scanner.ts";
import type { SyntaxProblem } from "../../../server/src/syntax/syntax-problem.ts";
import { allTokenTypes } from "../../../server/src/syntax/tokens.ts";
import { parser, samples } from "../../support/trees.ts";

const message = (problem: SyntaxProblem, language: "en" | "vi") =>
  fillTemplate(catalog[problem.code], problem.holes, language);

/** The names of our own that no user knows: tokens, rules, holes. */
const ours = new RegExp(
  `\\b(?:${allTokenTypes
    .map((type) => type.name)
    .filter((name) => /[a-z][A-Z]/.test(name))
    .join("|")})\\b|keyword:|\\b\\w+(?:Statement|Declaration|Line)\\b|undefined|NaN|\\{\\w+\\}|\\[object`,
);

/** Declarations that use every form, so that each can be cut off in the middle. */
const forms: readonly string[] = [
  'plan p "P" {\n number "1"\n issued 2022\n by a\n period 2021..2030\n document "a" as b\n basis "x" dated 3/3/2021\n signed "a" "b"\n copies "a", "b"\n implements a\n aside II.1 "x"\n note "n"\n year ends 14/12\n}',
  'unit u "U" {\n whole\n range 0..100\n scale 10 v\n decimals 2\n aggregate sum\n}',
  'indicator x "X" {\n clause II.1 in d "w", III.2\n unit percent\n baseline 2021 for a = 4 of 5 "e"\n target total 2025..2026 for a, b between 1 and 2\n target every month >= baseline + 3 point in 2022..2023\n target 2025 about 3% within 1%\n formula = (a + b) / 2\n aggregate mean\n lead a, b\n path linear\n path none\n on track from 95%\n off track below 80%\n explain 2025 "x"\n}',
  'task t "T" {\n due every year in 2022..2025\n done 2022 "x"\n serves a\n}',
  'report 2024 "R" {\n a.b 2024-Q1 for c = 3% "x"\n}',
  'dimension d "D" { a "A" b "B" }',
  'data "x.xlsx" sheet "2024" period 2024 { indicator "a" periods "b", "c" }',
  'data "x.xlsx" sheet 2',
  'data "x.csv" encoding "windows-1258" period 2024',
  'data "x.csv" period 2024 encoding "windows-1258" { value "b" }',
  'body b "B" in c.d',
  'use "a.bdg" as b',
];

describe("syntax messages speak of what was expected in plain words", () => {
  it("wherever a declaration is cut off, or one of its words is missing or another's, in both languages", () => {
    const texts = [...forms, ...samples.flatMap(({ text }) => scanDeclarations(text))];
    const seen = new Set<string>();
    for (const text of texts) {
      const words = [...text.matchAll(/"[^"]*"|[\p{L}\p{M}\p{N}_.%/-]+|\S/gu)];
      for (const { index, 0: word } of words) {
        const before = text.slice(0, index);
        const after = text.slice(index + word.length);
        for (const broken of [
          before,
          `${before}${after}`,
          `${before} = ${after}`,
          `${before}"x"${after}`,
          `${before}7${after}`,
        ]) {
          for (const problem of parser.parse(broken).problems) {
            for (const language of ["en", "vi"] as const) {
              const said = message(problem, language);
              if (seen.has(said)) continue;
              seen.add(said);
              expect(said, broken).not.toMatch(ours);
              expect(said, broken).not.toMatch(/“”|: \.| {2}|, \./);
            }
          }
        }
      }
    }
    expect(seen.size).toBeGreaterThan(200);
  });

  it.each([
    [
      'indicator x "X" {\n  target\n}',
      "Expected a period such as 2025, 2025..2030 or every month, but found the end of the line.",
      "Cần một kỳ như 2025, 2025..2030 hoặc hằng tháng, nhưng lại gặp hết dòng.",
    ],
    [
      'indicator x "X" {\n  target 2025\n}',
      "Expected a condition such as reach 60% or >= 3, but found the end of the line.",
      "Cần một điều kiện như đạt 60% hoặc >= 3, nhưng lại gặp hết dòng.",
    ],
    [
      'indicator x "X" {\n  baseline x\n}',
      "Expected a period such as 2025 or 2025-Q1, but found “x”.",
      "Cần một kỳ như 2025 hoặc 3/2025, nhưng lại gặp “x”.",
    ],
    [
      'indicator x "X" {\n  note x\n}',
      'Expected a text in quotation marks ("…"), but found “x”.',
      'Cần một đoạn chữ trong ngoặc kép ("…"), nhưng lại gặp “x”.',
    ],
    [
      "body",
      "Expected a name of one word, such as women_led_units, but found the end of the line.",
      "Cần một tên viết liền, chẳng hạn nu_lanh_dao, nhưng lại gặp hết dòng.",
    ],
    [
      'indicator x "X" {\n  tarrget 2025 >= 3\n}',
      "“tarrget” is nothing that can stand in an indicator. Did you mean “target”?",
      "“tarrget” không phải là nội dung được phép trong khối chỉ tiêu. Có phải ý bạn là “target”?",
    ],
    [
      'indicator x "X" {\n  clause khoản 1 mục II\n}',
      "This does not belong here: after “khoản”, a new line or “;” is expected. A clause is named by its address alone, such as II.1-1.",
      "Phần này thừa: sau “khoản” phải xuống dòng hoặc có dấu “;”. Điều khoản được ghi chỉ bằng địa chỉ, ví dụ II.1-1.",
    ],
    [
      'indicator x "X" {\n  đơn vị phần trăm\n}',
      "“đơn vị” is nothing that can stand in an indicator. Did you mean “đơn vị tính”?",
      "“đơn vị” không phải là nội dung được phép trong khối chỉ tiêu. Có phải ý bạn là “đơn vị tính”?",
    ],
    [
      'task x "X" {\n  deadline 2025\n}',
      "“deadline” is nothing that can stand in a task. Did you mean “due”?",
      "“deadline” không phải là nội dung được phép trong khối nhiệm vụ. Có phải ý bạn là “due”?",
    ],
    [
      'chỉ tiêu x "X" {\n  đơn vị chủ trì so\n}',
      "“đơn vị chủ trì” is nothing that can stand in an indicator. Did you mean “chủ trì”?",
      "“đơn vị chủ trì” không phải là nội dung được phép trong khối chỉ tiêu. Có phải ý bạn là “chủ trì”?",
    ],
    [
      'chỉ tiêu x "X" {\n  cơ quan chủ trì so\n}',
      "“cơ quan chủ trì” is nothing that can stand in an indicator. Did you mean “chủ trì”?",
      "“cơ quan chủ trì” không phải là nội dung được phép trong khối chỉ tiêu. Có phải ý bạn là “chủ trì”?",
    ],
    ['report 2024 "R" {\n  x 55%\n}', "Expected “=”, but found “55”.", "Cần “=”, nhưng lại gặp “55”."],
    [
      'indicator x "X" {\n  target 2021-2030 >= 3\n}',
      "“2021-2030” is not a period. A range of years is written with two dots: 2021..2030.",
      "“2021-2030” không phải là một kỳ. Khoảng năm viết với hai dấu chấm: 2021..2030.",
    ],
  ])("%j", (text, en, vi) => {
    const [problem] = parser.parse(text).problems;
    expect(message(problem!, "en")).toBe(en);
    expect(message(problem!, "vi")).toBe(vi);
  });

  /** Every rule has its own words: none falls back on another's. */
  it.each([
    ["target every", "year, half, quarter or month"],
    ["target 2025 between 3", "“and” and the upper value"],
    ["target 2025 >=", "a value such as 60% or 11 of 20"],
    ["target 2025 >= 3 of", "a value such as 60% or 11 of 20"],
    ["target 2025 >= baseline", "*, + or - and a number"],
    ["target total", "a period such as 2025 or 2025-Q1"],
    ["baseline 2021", "“=”"],
    ["aggregate", "latest, sum, mean, min or max"],
    ["clause", "a clause address such as II.1-1"],
    ["unit", "a unit, such as percent"],
    ["lead", "a name of one word, such as women_led_units"],
    ["formula =", "an indicator's name or a number"],
    ["formula = (a", "“)”"],
    ["path", "“linear” or “none”"],
    ["on track from", "a value such as 60% or 11 of 20"],
    ["explain", "a period such as 2025 or 2025-Q1"],
    ["note", 'a text in quotation marks ("…")'],
  ])("%s: expects %s", (line, expected) => {
    const [problem] = parser.parse(`indicator x "X" {\n  ${line}\n}`).problems;
    expect(message(problem!, "en")).toBe(`Expected ${expected}, but found the end of the line.`);
  });

  it.each([
    ['data "x" encoding', 'a text in quotation marks ("…")', "the end of the line"],
    ['data "x" sheet', "a sheet's name in quotation marks or its number", "the end of the line"],
    ["unit u { range 0 }", "“..” between two numbers", "“}”"],
    ["plan p { year ends 14 }", "a day and month such as 14/12", "“}”"],
    ["indicator x { clause II.1, }", "a clause address such as II.1-1", "“}”"],
    ["plan p { signed }", 'a text in quotation marks ("…")', "“}”"],
    ["plan p { copies }", 'a text in quotation marks ("…")', "“}”"],
  ])("%s: expects %s", (text, expected, found) => {
    const [problem] = parser.parse(text).problems;
    expect(message(problem!, "en")).toBe(`Expected ${expected}, but found ${found}.`);
  });
});
