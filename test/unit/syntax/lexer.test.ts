import { describe, expect, it } from "vitest";
import { keywordSpellings, keywords, keywordText } from "../../../server/src/syntax/keywords.ts";
import { keywordAt, lex } from "../../../server/src/syntax/lexer.ts";
import { parseDecimal, parsePeriodLiteral, rewrittenNumber } from "../../../server/src/syntax/literals.ts";
import { periodText } from "../../../server/src/syntax/period-literal.ts";

const keywordOf = (text: string) => {
  const word = /^[\p{L}_][\p{L}\p{M}\p{N}_]*/u.exec(text)![0];
  const { keyword, end } = keywordAt(text, 0, word.length);
  return keyword === undefined ? undefined : [keyword, text.slice(0, end)];
};
const images = (text: string) => lex(text).tokens.map((token) => token.image);
const problems = (text: string) =>
  lex(text).problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]);

describe("keywords", () => {
  const spellings = keywords.flatMap((keyword) =>
    [...keywordSpellings[keyword].en, ...keywordSpellings[keyword].vi].map(
      (text) => [text, keyword] as const,
    ),
  );

  it("spell nothing else: no two keywords have a spelling in common", () => {
    expect(new Set(spellings.map(([text]) => text)).size).toBe(spellings.length);
  });

  it.each(spellings)("%s, composed, decomposed, in capitals, with more blanks", (text, keyword) => {
    for (const way of [
      text,
      text.normalize("NFD"),
      text.toUpperCase(),
      text.toUpperCase().normalize("NFD"),
    ]) {
      expect(keywordOf(way), way).toEqual([keyword, way]);
      const spaced = way.replaceAll(" ", " \t\u00a0 ");
      expect(keywordOf(spaced), spaced).toEqual([keyword, spaced]);
    }
  });

  it.each([
    ["hoàn thành", "done"],
    ["hòan thành", "done"],
    ["luỹ kế", "total"],
    ["lũy kế", "total"],
    ["phân tô\u0309", "dimension"],
    ["keê\u0301 hoạch", undefined],
    ["toàn", undefined],
  ])("old and new places of a tone are one word: %s", (text, keyword) => {
    expect(keywordOf(text)?.[0]).toBe(keyword);
  });

  it.each([
    ["cơ quan ban hành so", "by", "cơ quan ban hành"],
    ["cơ quan so", "body", "cơ quan"],
    ["cơ quan\nban hành", "body", "cơ quan"],
    ["path none", "pathNone", "path none"],
    ["path linear", "path", "path"],
    ["kỳ gốc 2021", "baseline", "kỳ gốc"],
    ["on track", undefined, ""],
    ["không theo", undefined, ""],
    ["units", undefined, ""],
    ["unit_x", undefined, ""],
  ])("of two the longer, and no more than is there: %s", (text, keyword, image) => {
    expect(keywordOf(text)).toEqual(keyword === undefined ? undefined : [keyword, image]);
  });

  it("are written with their first spelling", () => {
    expect(keywordText("every", "vi")).toBe("hằng");
    expect(keywordText("above", "vi")).toBe("trên");
    expect(keywordText("of", "vi")).toBe("trên");
    expect(keywordText("target", "en")).toBe("target");
  });
});

describe("numbers", () => {
  it.each([
    ["62.5", "62.5", null],
    ["62,5", "62.5", null],
    ["007", "7", null],
    ["1_000_000", "1000000", null],
    ["1\u00a0000,25", "1000.25", null],
    ["1\u202f000", "1000", null],
    ["1.234", "1.234", "."],
    ["1,234", "1.234", ","],
    ["0.125", "0.125", null],
    ["0,125", "0.125", null],
    ["12.3456", "12.3456", null],
    ["1234.567", "1234.567", null],
    ["1_234,567", "1234.567", null],
  ])("%s is %s", (text, decimal, thousandsMark) => {
    expect(parseDecimal(text)).toEqual({ decimal, thousandsMark });
    expect(images(text)).toEqual([text]);
  });

  it.each([
    ["1.234.567", "1_234_567"],
    ["1,234,567", "1_234_567"],
    ["1.234,5", "1_234,5"],
    ["1,234.5", "1_234,5"],
    ["1.234.567,89", "1_234_567,89"],
    ["1_00_0", "1_000"],
    ["1_00", "100"],
    ["1_0000,5", "10_000,5"],
    ["1 000", "1_000"],
    ["12 345 678,9", "12_345_678,9"],
    ["1\u2009000", "1_000"],
    ["1 000\u00a0000", "1_000_000"],
    ["1.2,3", undefined],
    ["1.2.3", undefined],
    ["1234.567,8", undefined],
    ["0.123.456", undefined],
    ["1_234.567.890", undefined],
    ["1.234,567.8", undefined],
  ])("%s is refused as one, and would be written %s", (text, written) => {
    expect(parseDecimal(text)).toBeUndefined();
    expect(images(text)).toEqual([text]);
    expect(rewrittenNumber(text)).toBe(written);
    if (written !== undefined) expect(parseDecimal(written)?.thousandsMark).toBeNull();
  });

  it.each([
    ["1 00", ["1", "00"]],
    ["1 0000", ["1", "0000"]],
    ["2023 500", ["2023", "500"]],
    ["0 500", ["0", "500"]],
    ["1 000 00", ["1 000", "00"]],
    ["1  000", ["1", "000"]],
  ])("behind a blank only groups of three go on a number: %j", (text, expected) => {
    expect(images(text)).toEqual(expected);
  });

  it("takes a comma for a decimal comma only when a digit follows at once", () => {
    expect(images("1,5 1, 5 1 ,5")).toEqual(["1,5", "1", ",", "5", "1", ",", "5"]);
  });
});

describe("periods", () => {
  it.each([
    ["2025", "2025"],
    ["2025-H1", "2025-H1"],
    ["2025-h2", "2025-H2"],
    ["2025-Q3", "2025-Q3"],
    ["2025-q4", "2025-Q4"],
    ["2025-03", "2025-03"],
    ["2025-3", "2025-03"],
    ["2025-03-31", "2025-03-31"],
    ["3/2025", "2025-03"],
    ["03/2025", "2025-03"],
    ["31/3/2025", "2025-03-31"],
    ["1/03/2025", "2025-03-01"],
    ["29/2/2024", "2024-02-29"],
  ])("%s is %s", (text, canonical) => {
    const literal = parsePeriodLiteral(text)!;
    expect(periodText(literal)).toBe(canonical);
    expect(images(text)).toEqual([text]);
  });

  it.each([
    "2025-Q7",
    "2025-Q0",
    "2025-H3",
    "2025-13",
    "2025-00",
    "31/2/2025",
    "29/2/2023",
    "0/2025",
    "13/2025",
    "2021-2030",
  ])("%s is none, and is one token, so that it is refused whole", (text) => {
    expect(parsePeriodLiteral(text)).toBeUndefined();
    expect(images(text)).toEqual([text]);
  });

  it("are not seen in a formula, where a year less three is a sum", () => {
    const formula = 'indicator x "X" {\n formula = 2025-03\n}';
    expect(images(formula).slice(6, 9)).toEqual(["2025", "-", "03"]);
  });
});

describe("texts", () => {
  it("end on their line, and say that they are not closed", () => {
    expect(problems('note "a\nnote "b"')).toEqual([["unclosed-text", '"a']]);
    expect(problems('note "a\\"')).toEqual([["unclosed-text", '"a\\"']]);
    expect(problems('note "a\\\\"')).toEqual([]);
    expect(images('note "a  \r\n}')[1]).toBe('"a');
  });

  it("may have curly marks, which are reported", () => {
    expect(problems("note “a”")).toEqual([["curly-quotes", "“a”"]]);
    expect(problems('note "“a” …"')).toEqual([]);
  });

  it.each([
    ['note "\u202ab\u202c"', []],
    ['note "\u202ab"', [["bidi-control", '"\u202ab"']]],
    ['note \u202e"b"', [["bidi-control", "\u202e"]]],
    ['note \u200b"b"', [["invisible-character", "\u200b"]]],
    [
      "note @@@ !",
      [
        ["unexpected-character", "@@@"],
        ["unexpected-character", "!"],
      ],
    ],
  ])("and what hides in %j is found", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });
});

describe("addresses", () => {
  const address = (text: string) => images(`indicator x { ${text}`).slice(4, -0 || undefined);

  it.each([
    ["clause II.1-1", ["II.1-1"]],
    ["clause II.1-1, Đ5.2.a", ["II.1-1", ",", "Đ5.2.a"]],
    ["clause III.3/2 in luat", ["III.3/2", "in", "luat"]],
    ["clause 1.10.", ["1.10."]],
    ["điều khoản MT1.CT2+1~2", ["MT1.CT2+1~2"]],
    ["clause (x)", ["(", "x", ")"]],
  ])("%s", (text, expected) => {
    expect(address(text)).toEqual(expected);
  });

  it("are read only after the words that cite: elsewhere the same signs are names and numbers", () => {
    expect(images("indicator x { lead II.1 }").slice(4)).toEqual(["II", ".", "1", "}"]);
    expect(images("report 2024 { clause = 1 }").slice(3)).toEqual(["clause", "=", "1", "}"]);
  });
});
