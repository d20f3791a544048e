import { cadences } from "./lexicon.ts";
import { yearOf } from "./periods.ts";
import { phraseSet, startOfPhraseBefore, startsPhrase } from "./phrase-table.ts";
import type { Quantity } from "./quantities.ts";
import type { Token } from "./tokens.ts";

/** Nouns whose number is a name: "Điều 8", "mức độ 4", "lớp 5", "quốc lộ 19". One table for each number of words. */
const NAMING = phraseSet(
  "điều, khoản, mục, chương, phần, số, mẫu, biểu, luật, độ, cấp, hạng, loại, khóa, thứ, quý, tháng, ngày, lớp, khối, bước, tổ, thôn, ấp, buôn, phường, quận, vùng, tầng, bậc, tuyến, bản, " +
    "covid, iso, nhóm, kỳ, điện thoại, hotline, tcvn, qcvn, ca, phiên bản, nhánh, vành đai, tiểu khu, lô, gói, năm, lần, trang, bảng, hình, ghi chú, câu, bài, tập, quyển, article, decision, resolution, plan, chapter, section, level, phase, grade, project, no",
);
const NAMING_PAIRS = phraseSet(
  "quyết định, nghị quyết, nghị định, thông tư, kế hoạch, đề án, chương trình, chỉ thị, công văn, kết luận, thông báo, tờ trình, phụ lục, giai đoạn, hợp phần, dự án, mục tiêu, chỉ tiêu, nhiệm vụ, nội dung, " +
    "quốc lộ, tỉnh lộ, đường tỉnh, khu phố, khu vực, phiên bản, công nghiệp, tiêu chí, điện thoại, phương châm, khẩu hiệu, mô hình, bộ tiêu, luật số, nguyên tắc, quy tắc, thông điệp, tiêu chuẩn, hội nghị, đại hội, vành đai, đường vành, công ước, phong trào, cuộc vận động, vận động",
);
/** "dân số 1,2 triệu người", "nâng cấp 120 km": a number that is no name after "số", "cấp". */
const FIGURES = phraseSet(
  "dân số, chỉ số, tỷ số, tổng số, hệ số, tần số, mức số, nâng cấp, cung cấp, phân loại, mật độ, trực tuyến, nông thôn, văn bản, học tập",
);
/** "khách sạn 3 - 4 sao": the class of what is counted before it. */
const GRADES = phraseSet("sao");
const NAMING_KINDS = phraseSet("điểm, mức");
const AGES = phraseSet("tuổi");
/** No age, but people: "500 người cao tuổi". */
const ELDERLY = phraseSet("cao tuổi");
const PEOPLE_UNDER = phraseSet(
  "children under, children over, girls under, boys under, people under, people over, women over, women under, adults over",
);
const LIFE = phraseSet(
  "tuổi thọ, tuổi trung bình, tuổi bình quân, tuổi kết hôn, độ tuổi trung bình, tuổi kết hôn trung bình",
);

/**
 * The token after a number that is part of a name, an age, a time of day or a telephone number, so no quantity;
 * `at` itself for a number that may be one.
 */
export function isNameNumber(tokens: readonly Token[], at: number, quantity: Quantity): number {
  const isPercent = quantity.unit.kind === "percent" || quantity.unit.kind === "points";
  const next = tokens[at + 1];
  if (/^0\d{2,}/u.test(tokens[at]!.text) || (next?.kind === "number" && quantity.numeral === "figure"))
    return at + 1;
  if (isAge(tokens, at, quantity)) return quantity.end;
  if (startsPhrase(GRADES, tokens, quantity.unitFrom)) return quantity.unitFrom + 1;
  if (quantity.isRank || quantity.numeral === "fraction" || isPercent) return at;
  if (next?.key === "/" && tokens[at + 2]?.kind === "number" && quantity.unit.kind === "none") return at + 3;
  if (quantity.numeral === "word") return at;
  if (startsPhrase(FIGURES, tokens, at - 2) || isGrouped(tokens[at]!, quantity)) return at;
  // "mỗi năm 02 lần"
  if (startOfPhraseBefore(cadences, tokens, at) !== null && yearOf(tokens[at]) === null) return at;
  if (startsPhrase(NAMING, tokens, at - 1) || startsPhrase(NAMING_PAIRS, tokens, at - 2)) return at + 1;
  if (startsPhrase(NAMING_KINDS, tokens, at - 1) && quantity.unit.kind === "none") return at + 1;
  return isPartOfName(tokens, at) ? at + 1 : at;
}

/** "cấp 1.125.430 căn cước": no name has so many. */
function isGrouped({ text }: Token, { unit }: Quantity): boolean {
  return unit.kind === "noun" && /^\d{1,3}(\.\d{3})+$/u.test(text);
}

/** "16 tuổi", "24 tháng tuổi", "từ 3 đến 5 tuổi", but not how long people live. */
function isAge(tokens: readonly Token[], at: number, quantity: Quantity): boolean {
  const end = quantity.end;
  const isAged = [end - 1, end].some(
    (i) => startsPhrase(AGES, tokens, i) && !startsPhrase(ELDERLY, tokens, i - 1),
  );
  const isEnglish =
    [1, 2, 3].some((back) => /^(aged?|ages)$/u.test(tokens[at - back]?.key ?? "")) ||
    (quantity.unit.kind === "none" && startsPhrase(PEOPLE_UNDER, tokens, at - 2));
  if (!isAged && !isEnglish && tokens[end]?.key !== "old") return false;
  for (let i = Math.max(0, at - 16); i < at; i += 1) if (startsPhrase(LIFE, tokens, i)) return false;
  return true;
}

/** "ASEAN 4", "Vision 2045": a figure after a word of capitals that is no unit's number. */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind === "code" || (before?.key === "-" && tokens[at - 2]?.kind === "code");
}
