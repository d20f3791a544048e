import type { IParserErrorMessageProvider } from "chevrotain";
import { bilingual, type LocalText } from "../diagnostics/language.ts";

/**
 * Chevrotain asks for the message when it fails; we answer with a key, so that the words are chosen when the
 * problem is shown and nothing depends on them.
 */
export const grammarErrorMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, ruleName }) => `${expected.name} ${ruleName}`,
  buildNoViableAltMessage: ({ ruleName }) => `- ${ruleName}`,
  buildEarlyExitMessage: ({ ruleName }) => `- ${ruleName}`,
  buildNotAllInputParsedMessage: () => "- source",
};

const name = bilingual(
  "a name of one word, such as women_led_units",
  "một tên viết liền, chẳng hạn nu_lanh_dao",
);
const text = bilingual('a text in quotation marks ("…")', 'một đoạn chữ trong ngoặc kép ("…")');
const value = bilingual("a value such as 60% or 11 of 20", "một giá trị như 60% hoặc 11 trên 20");
const address = bilingual("a clause address such as II.1-1", "địa chỉ điều khoản như II.1-1");
const number = bilingual("a number", "một số");
const period = bilingual("a period such as 2025 or 2025-Q1", "một kỳ như 2025 hoặc 3/2025");

/** What each rule is about, in plain words: used where none of its alternatives fits. */
const byRule: ReadonlyMap<string, LocalText> = new Map([
  ["value", value],
  ["signedNumber", number],
  ["unitStatement", bilingual("a unit, such as percent", "một đơn vị tính, chẳng hạn percent")],
  ["comparator", bilingual("a condition such as reach 60% or >= 3", "một điều kiện như đạt 60% hoặc >= 3")],
  [
    "when",
    bilingual(
      "a period such as 2025, 2025..2030 or every month",
      "một kỳ như 2025, 2025..2030 hoặc hằng tháng",
    ),
  ],
  ["cadence", bilingual("year, half, quarter or month", "năm, sáu tháng, quý hoặc tháng")],
  [
    "aggregateStatement",
    bilingual("latest, sum, mean, min or max", "mới nhất, tổng, trung bình, nhỏ nhất hoặc lớn nhất"),
  ],
  ["names", name],
  ["namesToEnd", name],
  ["qualifiedName", name],
  ["texts", text],
  ["signedStatement", text],
  ["clauseStatement", address],
  ["asideStatement", address],
  ["factor", bilingual("an indicator's name or a number", "tên một chỉ tiêu hoặc một số")],
  ["operator", bilingual("*, + or - and a number", "*, + hoặc - và một số")],
  [
    "dataDeclaration",
    bilingual(
      "a sheet's name in quotation marks or its number",
      "tên trang tính trong ngoặc kép hoặc số thứ tự",
    ),
  ],
  [
    "title",
    bilingual(
      "a name of one word and then the title in quotation marks",
      "một tên viết liền rồi đến tên gọi trong ngoặc kép",
    ),
  ],
]);

/** What a single token means to people. */
const byToken: ReadonlyMap<string, LocalText> = new Map([
  ["NameLike", name],
  ["PeriodLike", period],
  ["UnitMark", bilingual("a unit, such as percent", "một đơn vị tính, chẳng hạn percent")],
  ["TextLiteral", text],
  ["NumberLiteral", number],
  ["AddressToken", address],
  ["Equal", "“=”"],
  ["DotDot", bilingual("“..” between two numbers", "“..” giữa hai số")],
  ["Slash", bilingual("a day and month such as 14/12", "ngày và tháng như 14/12")],
  ["RParen", "“)”"],
  ["keyword:and", bilingual("“and” and the upper value", "“đến” và giá trị trên")],
  ["keyword:linear", bilingual("“linear” or “none”", "“thẳng”, hoặc “không xét lộ trình”")],
]);

/** The words for what was expected, from a message key made above. */
export function expectedText(key: string): LocalText {
  const [token = "-", rule = ""] = key.split(" ");
  if (token === "-" || rule === "value") return byRule.get(rule) ?? text;
  return byToken.get(token) ?? byRule.get(rule) ?? `“${token}”`;
}
