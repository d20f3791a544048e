import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { IGrammar } from "vscode-textmate";
import { keywordSpellings } from "../../../server/src/syntax/keywords.ts";
import { grammarText } from "../../../syntaxes/generate-grammar.mts";
import { loadGrammar, scopeBetweenMarks, tokenizeText } from "./tokenize.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const samples = [
  "binh-dinh/ke-hoach-snv.bdg",
  "binh-dinh/bao-cao-2023.bdg",
  "national/chien-luoc-quoc-gia.bdg",
];

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

const keyword = "keyword.other.statement.bdg";
const declares = "keyword.control.declaration.bdg";
const word = "keyword.other.word.bdg";
const reference = "variable.other.reference.bdg";
const period = "constant.numeric.period.bdg";
const number = "constant.numeric.bdg";
const operatorWord = "keyword.operator.word.bdg";

test("the grammar file is what the keyword table makes", () => {
  expect(read("syntaxes/bdg.tmLanguage.json")).toBe(grammarText());
});

/** Each line of a sample that is asked about stands there once; the marks show the token. */
const inSamples: readonly [sample: number, line: string, scope: string][] = [
  [0, '«dùng» "../national/chien-luoc-quoc-gia.bdg" là quoc_gia', declares],
  [0, 'dùng "../national/chien-luoc-quoc-gia.bdg" «là» quoc_gia', word],
  [0, 'dùng "../national/chien-luoc-quoc-gia.bdg" là «quoc_gia»', reference],
  [0, "«kế hoạch» snv_2022", declares],
  [0, "kế hoạch «snv_2022»", "entity.name.type.bdg"],
  [0, "  «cơ quan ban hành»  so_noi_vu", keyword],
  [0, "  cơ quan ban hành  «so_noi_vu»", reference],
  [0, "  giai đoạn         «2021»..2030", period],
  [0, "  giai đoạn         2021«..»2030", "keyword.operator.bdg"],
  [0, "  giai đoạn         2021..«2030»", period],
  [0, '"Nghị quyết số 28/NQ-CP" «ngày» 03/3/2021', word],
  [0, '"Nghị quyết số 28/NQ-CP" ngày «03/3/2021»', period],
  [0, "# «region» Đơn vị tính", "keyword.other.directive.bdg"],
  [0, '«đơn vị tính» hoat_dong "hoạt động"', declares],
  [0, 'cơ quan «phong_ccvc»      "Phòng', "entity.name.type.bdg"],
  [0, '"Phòng Công chức, viên chức"                               «thuộc» so_noi_vu', word],
  [0, "  điều khoản   «II.1-1» ", "constant.other.clause.bdg"],
  [0, "               «IV.3.a» ", "constant.other.clause.bdg"],
  [0, "  điều khoản   «III.3/2» ", "constant.other.clause.bdg"],
  [0, "  thực hiện    «quoc_gia.women_key_leaders»", reference],
  [0, "  kỳ gốc       2021 = «9» trên 20", number],
  [0, "  kỳ gốc       2021 = 9 «trên» 20", operatorWord],
  [0, "  mục tiêu     «2025» đạt 60%", period],
  [0, "  mục tiêu     2025 «đạt» 60%", operatorWord],
  [0, "  mục tiêu     2025 đạt «60»%", number],
  [0, "  mục tiêu     2025 đạt 60«%»", "keyword.other.unit.bdg"],
  [0, "  mục tiêu     mỗi năm «ít nhất» 1", operatorWord],
  [0, "  chủ trì      cong_doan, «ban_vi_phu_nu»", reference],
  [0, "  giải trình   «8/2023» ", period],
  [0, 'Văn bản ký ghi «\\"»của Bộ', "constant.character.escape.bdg"],
  [1, "«báo cáo» 2023", declares],
  [1, "báo cáo «2023» ", period],
  [1, "  «lanh_dao_nu»       = 10 trên 20", "variable.other.indicator.bdg"],
  [1, "  bai_viet «8/2023»   = 0", period],
  [1, "  bai_viet 8/2023   = «0»", number],
  [2, "  issued    «2021-03-03»", period],
  [2, "  target    2025 «<» 30%", "keyword.operator.comparison.bdg"],
  [2, "  target    2030 <= «1.4»", number],
  [2, "  target    «2025».. >= 50%", period],
  [2, "  measured  2023 = 16.13 «of» 8.75", operatorWord],
  [2, "  due       «every» year in 2022..2030", word],
  [2, 'body molisa      «"Ministry of Labour, Invalids and Social Affairs"»', "string"],
];

test.each(inSamples)("sample %i: %s is %s", (sample, line, scope) => {
  const source = read(`samples/${samples[sample]}`);
  const plain = line.replace(/[«»]/g, "");
  expect(source).toContain(plain);
  expect(scopeBetweenMarks(grammar, source.replace(plain, line))).toContain(scope);
});

describe("keywords", () => {
  const spellings = Object.entries(keywordSpellings).flatMap(([key, { en, vi }]) =>
    [...en, ...vi].map((spelling) => [key, spelling] as const),
  );
  test.each(spellings)("%s: %s is coloured in every spelling of its letters", (_key, spelling) => {
    for (const written of [
      spelling,
      spelling.normalize("NFD"),
      spelling.toUpperCase(),
      spelling.replaceAll(" ", "   "),
    ]) {
      const asStatement = scopeBetweenMarks(grammar, `indicator a "" {\n  «${written}» 1\n}`);
      const amongWords = scopeBetweenMarks(grammar, `indicator a "" {\n  target 1 «${written}» 1\n}`);
      const declaring = scopeBetweenMarks(grammar, `«${written}» "x"`);
      const asColumn = scopeBetweenMarks(grammar, `data "x" { «${written}» "Mã" }`);
      expect(
        [asStatement, amongWords, declaring, asColumn].some((scope) => /^keyword\.\S+$/.test(scope)),
      ).toBe(true);
    }
  });

  test("the old tone placement is the same keyword", () => {
    expect(scopeBetweenMarks(grammar, "x {\n  mục tiêu «luỹ kế» 2021..2025 ít nhất 9\n}")).toBe(word);
  });

  test.each([
    ["a name after `indicator`", "indicator «target» {", "entity.name.type.bdg"],
    ["a name after `lead`", 'indicator a "" {\n  lead «report», b\n}', reference],
    ["a result in a report", 'report 2024 "" {\n  «target» = 3\n}', "variable.other.indicator.bdg"],
    [
      "a name that begins like one",
      'indicator a "" {\n  lead b\n  «targeted» = 3\n}',
      "meta.declaration.bdg",
    ],
    ["the longer of two", 'plan a "" {\n  «cơ quan ban hành» b\n}', keyword],
    ["after a semicolon", 'unit a "" { whole; «aggregate» sum }', keyword],
  ])("%s", (_what, marked, scope) => {
    expect(scopeBetweenMarks(grammar, marked)).toBe(scope);
  });
});

describe("words, numbers and what is unfinished", () => {
  test.each([
    ["a decomposed name is one", `unit «${"hoạt_động".normalize("NFD")}» "x"`, "entity.name.type.bdg"],
    ["a decimal comma", "indicator a {\n  measured 2023 = «52,5»%\n}", number],
    ["grouped thousands", "indicator a {\n  measured 2023 = «18_000»\n}", number],
    ["a year as a value is a number", "indicator a {\n  measured 2023 = «2023»\n}", number],
    ["a quarter", "indicator a {\n  target «2025-Q3» reach 1\n}", period],
    [
      "a category",
      'dimension sex "Giới tính" { female "Nữ"  «male» "Nam" }',
      "entity.name.type.category.bdg",
    ],
    ["a column", 'data "a.csv" { indicator "Mã"  «period» "Kỳ" }', keyword],
    ["an ignored problem", "# bdg-ignore «target-missed»: agreed", "constant.other.problem.bdg"],
    ["a # in a text is text", 'note «"a # b"»', "string"],
    ["an unclosed text ends with its line", 'indicator a "x\n«indicator» b "y"', declares],
    [
      "an unclosed block ends at the next declaration",
      'report 2024 "" {\n  a = 1\n«indicator» b "y" {\n}',
      declares,
    ],
    ["and a clause list too", 'indicator a "" {\n  clause II.1,\n«task» b "y" {\n}', declares],
    ["a declaration after a block", 'unit a "x" { whole }\n«unit» b "y"', declares],
  ])("%s", (_what, marked, scope) => {
    expect(scopeBetweenMarks(grammar, marked)).toContain(scope);
  });

  test("every line of every sample begins in the scope that its indentation says", () => {
    for (const sample of samples) {
      const lines = tokenizeText(grammar, read(`samples/${sample}`));
      for (const tokens of lines) {
        const first = tokens[0];
        if (first && /^\S/.test(first.text) && !first.text.startsWith("}") && !first.text.startsWith("#"))
          expect([first.text, first.scopes.at(-1)]).toEqual([first.text, declares]);
      }
    }
  });
});
