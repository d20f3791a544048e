import type { Language, LocalText } from "../diagnostics/language.ts";
import { bilingual, inLanguage } from "../diagnostics/language.ts";
import type { TargetCheck } from "./targets.ts";

/** What the comments `# check:` of a drafted plan say. */
const texts = {
  "number-blank": bilingual("the document leaves its number blank", "văn bản để trống số"),
  "date-blank": bilingual(
    "the document leaves its date blank, in part or wholly",
    "văn bản để trống ngày, tháng ban hành",
  ),
  "no-issuer": bilingual("who issues the plan was not found", "chưa tìm thấy cơ quan ban hành"),
  "years-guessed": bilingual(
    "the years were taken from the dates in the text; the title does not give them all",
    "các năm lấy theo thời hạn trong văn bản; tiêu đề không nêu đủ",
  ),
  "no-years": bilingual(
    "the document names no years; write the plan's period",
    "văn bản không nêu năm; hãy ghi giai đoạn của kế hoạch",
  ),
  "no-commitments": bilingual(
    "no number with a date was recognised in this document, so there are no indicators",
    "không nhận ra con số có thời hạn nào trong văn bản này, nên chưa có chỉ tiêu",
  ),
  "no-lead": bilingual("the clause does not say who leads", "điều khoản không nêu cơ quan chủ trì"),
  "unit-guessed": bilingual(
    "the unit was guessed; the clause only names the change",
    "đơn vị tính là phỏng đoán; điều khoản chỉ nêu mức thay đổi",
  ),
  "no-words": bilingual(
    "no words could be quoted from this clause",
    "chưa trích được nguyên văn của điều khoản này",
  ),
  doubt: bilingual("has a number and a year that were not understood", "có con số và năm mà máy chưa hiểu"),
  "no-date": bilingual(
    "the clause gives no date; the plan's last year was taken",
    "điều khoản không nêu thời hạn; đang lấy năm cuối của kế hoạch",
  ),
  "no-direction": bilingual(
    "the clause does not say whether it goes up or down",
    "điều khoản không nói rõ tăng hay giảm",
  ),
  "average-growth": bilingual(
    "an average growth, judged here in each year of the range",
    "đây là tốc độ bình quân, ở đây đánh giá theo từng năm",
  ),
  "times-or-more": bilingual(
    "“times” may mean so many times the baseline, or so much more",
    "“lần” có thể là gấp bấy nhiêu lần, hoặc tăng thêm bấy nhiêu",
  ),
  fraction: bilingual("a fraction, written here as a share", "một phân số, ở đây ghi dưới dạng tỷ phần"),
  "change-each-year": bilingual(
    "a change from one year to the next: measure the change itself",
    "mức thay đổi so với năm trước: số liệu là chính mức thay đổi đó",
  ),
  "baseline-needed": bilingual(
    "the target is relative: add the baseline",
    "mục tiêu tính theo kỳ gốc: hãy thêm kỳ gốc",
  ),
  "day-unsaid": bilingual(
    "the day could not be written as a date; the clause says",
    "chưa ghi được ngày cụ thể; điều khoản ghi",
  ),
  "not-expressible": bilingual(
    "this could not be written as a target; the clause says",
    "chưa viết được thành mục tiêu; điều khoản ghi",
  ),
} as const satisfies Readonly<Record<string, LocalText>> & Readonly<Record<TargetCheck, LocalText>>;

export type DraftCheck = keyof typeof texts;

/** What every comment begins with, in any language: it can be searched for, and counted. */
const MARK = "# check:";

/** How many comments of a plan ask to be looked at; what only mentions the mark is none. */
export function countChecks(plan: string): number {
  return plan.split("\n").filter((line) => line.trimStart().startsWith(MARK)).length;
}

/** One comment, `# check: …`, with more after a colon where given. */
export function checkComment(check: DraftCheck, language: Language, more = ""): string {
  const text = inLanguage(texts[check], language);
  const rest = more
    .normalize("NFC")
    .replace(/[\p{Cc}\s\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .trim();
  const mark = language === "vi" ? `${MARK} xem lại:` : MARK;
  return `${mark} ${text}${rest === "" ? "" : `: ${rest}`}`;
}
