import type { Cadence } from "./lexicon.ts";
import { cadences, vision } from "./lexicon.ts";
import { type PeriodPhrase, readPeriod } from "./periods.ts";
import { hasPhrase, matchPhrase, phraseSet, startsPhrase } from "./phrase-table.ts";
import { type Token, tokenize } from "./tokens.ts";

/** What stands above a sentence and counts for it. */
export interface HeadingContext {
  /** Of the nearest heading that has one. */
  readonly period: PeriodPhrase | null;
  /** "Hằng năm:" above a list. */
  readonly cadence: Cadence | null;
  /** It is part of a plan, so that what doesn't say when is due by the end of it; what stands alone, or in a law, is not. */
  readonly isOfPlan: boolean;
  /** The first year of the stage that is planned, or the year of signing: what was due before is over; null if not known. */
  readonly since: string | null;
  /** A heading such as "Thực trạng" or "Kinh phí": nothing below it is a promise. */
  readonly isReport: boolean;
}

const KINDS = phraseSet(
  "kế hoạch, chiến lược, chương trình, đề án, quyết định, nghị quyết, dự án, chỉ thị, quy hoạch, nghị định, thông tư, luật, quy chế, phê duyệt, đề cương, báo cáo, kết luận, strategy, plan, programme",
);
const REPORTS = phraseSet(
  "thực trạng, tình hình, đánh giá, kết quả, sự cần thiết, bối cảnh, khái quát, căn cứ, cơ sở pháp lý, cơ sở chính trị, cơ sở thực tiễn, những kết quả, hạn chế, tồn tại, nguyên nhân, đặc điểm, đặc điểm tình hình, bài học, " +
    "một số kết quả, khó khăn, thuận lợi, dự báo, kinh phí, nguồn kinh phí, kinh phí thực hiện, dự toán, nguồn vốn, khái toán, nhu cầu kinh phí, nguồn lực, khen thưởng, tổng kinh phí, những hạn chế, tồn tại hạn chế, phần mở đầu, những tồn tại, ưu điểm, current situation",
);
const EXPECTED = phraseSet("mong đợi, dự kiến, cần đạt, phải đạt, đầu ra, phấn đấu, mục tiêu");

/** Where nothing stands above. */
export const noHeading: HeadingContext = {
  period: null,
  cadence: null,
  isOfPlan: false,
  since: null,
  isReport: false,
};

/** Reads the headings above a sentence, nearest last. */
export function readHeadings(headings: readonly string[]): HeadingContext {
  return headings.reduce(belowHeading, { ...noHeading, isOfPlan: headings.length > 0 });
}

/**
 * What counts in a document of this kind ("KẾ HOẠCH", "LUẬT") that was signed on this day (ISO); null for what is not
 * printed.
 */
export function inDocument(kind: string | null, date: string | null): HeadingContext {
  const isOfPlan = kind === null || !startsPhrase(LAWS, tokenize(kind), 0);
  return { ...noHeading, isOfPlan, since: date?.slice(0, YEAR_LENGTH) ?? null };
}

const YEAR_LENGTH = 4;

function startOfStage({ kind, from }: PeriodPhrase): string | null {
  return kind === "stage" || kind === "range" ? from.slice(0, YEAR_LENGTH) : null;
}

const LAWS = phraseSet("luật, bộ luật, pháp lệnh, nghị định, thông tư, quy chế, law, decree, circular");

/** What counts below a heading that itself stands in a context. */
export function belowHeading(above: HeadingContext, heading: string): HeadingContext {
  const tokens = tokenize(heading.slice(0, LONGEST));
  const isReport = above.isReport || isReportHeading(tokens);
  const { isOfPlan } = above;
  const period = readHeadingPeriod(tokens);
  if (period !== null)
    return { period, cadence: null, isOfPlan, since: startOfStage(period) ?? above.since, isReport };
  const cadence = matchPhrase(cadences, tokens, startOf(tokens))?.meaning ?? above.cadence;
  return { period: above.period, cadence, isOfPlan, since: above.since, isReport };
}

const LONGEST = 600;

function isReportHeading(tokens: readonly Token[]): boolean {
  const start = startOf(tokens);
  if (hasPhrase(EXPECTED, tokens, start, start + 8)) return false;
  return (
    startsPhrase(REPORTS, tokens, start) ||
    (tokens.length < SHORT && hasPhrase(FUNDS, tokens, start, tokens.length))
  );
}

const SHORT = 14;
const FUNDS = phraseSet("kinh phí, nguồn vốn, cơ cấu vốn, dự toán");
const LEAD = 14;

/** "Kết quả giai đoạn 2021-2025: …": a heading at the head of a sentence. */
export function isReportSentence(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from + 1; i < Math.min(to, from + LEAD); i += 1) {
    if (tokens[i]!.key === ":") return isReportHeading(tokens.slice(from, i));
  }
  return false;
}

/** After a label that was left before the words: "2. Mục tiêu", "* Mục tiêu", "II. MỤC TIÊU". */
function startOf(tokens: readonly Token[]): number {
  let at = 0;
  while (at < tokens.length && tokens[at]!.kind === "sign") at += 1;
  if (
    /^([a-zđ]|\d{1,2}(\.\d{1,2})*|[IVX]+)$/iu.test(tokens[at]?.text ?? "") &&
    /^[.)/:-]$/u.test(tokens[at + 1]?.key ?? "")
  )
    at += 2;
  while (at < tokens.length && tokens[at]!.kind === "sign") at += 1;
  return at;
}

/**
 * The date of a heading: its first; none where two dates compete, and none that belongs to a document's title or to a
 * vision behind the goals ("Mục tiêu đến năm 2030, tầm nhìn đến năm 2045").
 */
function readHeadingPeriod(tokens: readonly Token[]): PeriodPhrase | null {
  const start = startOf(tokens);
  let found: PeriodPhrase | null = null;
  let title = -1;
  for (let i = 0; i < tokens.length; i += 1) {
    if (i > start && startsPhrase(vision, tokens, i)) return found;
    if (startsPhrase(KINDS, tokens, i)) title = title < 0 ? i + 2 : title;
    if (/^[,;:.]$/u.test(tokens[i]!.key)) title = -1;
    const period = readPeriod(tokens, i);
    if (period === null) continue;
    const isTitles = title >= 0 && i - title > 1;
    i = period.end - 1;
    if (period.kind === "deadline" || isTitles) continue;
    if (found !== null) return found.to === period.to ? found : null;
    found = period;
  }
  return found;
}
