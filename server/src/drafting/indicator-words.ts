import { withoutFiller } from "./noise.ts";
import { tellingWords } from "./plain-letters.ts";

const MEASURE = /^(?:t[ỷỉ] (?:lệ|trọng|suất|số)|(?:tổng )?số(?: lượng)?|lượng|mức|tình trạng)\s+(?=\p{L})/iu;
const PREDICATE = /\s(?:có|được|là|đạt chuẩn|thực hiện|tham gia|sử dụng|áp dụng|ký cam kết)\s/iu;

/**
 * The syllables for an indicator's identifier: a little of whom it is about and more of what they have or do, since
 * that is what tells one indicator of a plan from another.
 */
export function indicatorWords(name: string): readonly string[] {
  const said = withoutFiller(name.normalize("NFC"));
  const measured = said.replace(MEASURE, "");
  const at = PREDICATE.exec(measured);
  if (!at || at.index < 2) return tellingWords(said);
  const whom = tellingWords(measured.slice(0, at.index).split(/,|;/u)[0] ?? "");
  const what = tellingWords(measured.slice(at.index));
  return [...whom.slice(0, 2), ...what];
}
