import { already, cadences } from "../documents/commitments/lexicon.ts";
import { type PeriodPhrase, readPeriod } from "../documents/commitments/periods.ts";
import {
  hasPhrase,
  phraseSet,
  startOfPhraseBefore,
  startsPhrase,
} from "../documents/commitments/phrase-table.ts";
import { printedWords, type Token, tokenize } from "../documents/commitments/tokens.ts";

/** When a task is to be done. */
export interface Due {
  /** `every` for each year; a period; null where the text gives none. */
  readonly period: string | null;
  /** Words of a deadline that has no year, which only a reader can turn into a date; empty where all is said. */
  readonly unsaid: string;
}

interface Deadline {
  readonly from: number;
  readonly to: number;
  /** Null without its year. */
  readonly period: string | null;
}

/** "trước ngày 28/02/2024", "trong quý II năm 2024"; other dates say when something was signed, or how long it holds. */
const LEADS = phraseSet(
  "hoàn thành trong, đến hết, đến cuối, trước, trong, chậm nhất, muộn nhất, hết, cuối, before, by",
);
/** At a day, month or quarter also "vào"; a year needs "trong" or the like. */
const AT = phraseSet("vào, dịp");
const DONE = phraseSet(
  "hoàn thành, hoàn thành xong, xong, hoàn tất, kết thúc, thời hạn, thời gian, là, complete",
);
const BEFORE = phraseSet("trước, before");
/** "tính đến hết năm 2023" tells how far the figures go. */
const COUNTED = phraseSet("tính đến, tính tới, kể từ, từ");

/**
 * Reads when a text says that something is to be done: the last of its deadlines.
 *
 * @param onlyYear the year of a plan that has just one, in which a deadline without a year lies
 */
export function readDue(text: string, onlyYear: number | null): Due {
  const tokens = tokenize(text);
  const found = findDeadlines(tokens);
  const isYearly = /(?:hằng|hàng) năm/iu.test(text.normalize("NFC"));
  const recurs = tokens.some((_, at) => startsPhrase(cadences, tokens, at));
  const dated = found.map((one) => one.period ?? (recurs ? null : inYear(text, tokens, one, onlyYear)));
  const last = latest(dated);
  if (last !== null) return { period: last, unsaid: "" };
  const open = found.at(-1);
  const unsaid = open === undefined ? "" : printedWords(text, tokens, open.from, endOf(tokens, open.to));
  return { period: isYearly ? "every" : null, unsaid };
}

/** Reads a field that says nothing else: "Quý II/2024", "Hằng năm", "2024 - 2025". */
export function readDueField(text: string): Due {
  const year = /^\s*(?:năm )?((?:19|20|21)\d\d)[\s.;]*$/iu.exec(text.normalize("NFC"))?.[1];
  if (year !== undefined) return { period: year, unsaid: "" };
  const tokens = tokenize(text);
  const last = latest(periodsOf(tokens).map(({ at, period }) => dueOf(tokens, at, period)));
  if (last !== null) return { period: last, unsaid: "" };
  return readDue(text, null);
}

/** The name of a task without the deadline at its end, which stands in a line of its own. */
export function withoutDeadline(name: string): string {
  const tokens = tokenize(name);
  const [last, ...others] = findDeadlines(tokens);
  if (last === undefined || others.length > 0 || last.from < 3) return name;
  const rest = tokens.slice(endOf(tokens, last.to));
  if (rest.some(({ kind }) => kind !== "sign")) return name;
  const from = startOfPhraseBefore(DONE, tokens, last.from) ?? last.from;
  return printedWords(name, tokens, 0, from).replace(/[\s,;:(–-]+(?:và)?$/u, "");
}

function findDeadlines(tokens: readonly Token[]): readonly Deadline[] {
  return periodsOf(tokens)
    .filter(({ at, period }) => isDeadline(tokens, at, period))
    .map(({ at, period }) => ({ from: at, to: period.end, period: dueOf(tokens, at, period) }));
}

/** The dates of a text, one behind the other. */
function periodsOf(
  tokens: readonly Token[],
): readonly { readonly at: number; readonly period: PeriodPhrase }[] {
  const found: { at: number; period: PeriodPhrase }[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const period = readPeriod(tokens, at);
    if (period === null) continue;
    found.push({ at, period });
    at = period.end - 1;
  }
  return found;
}

function isDeadline(tokens: readonly Token[], at: number, { kind, to, until, end }: PeriodPhrase): boolean {
  if (kind !== "point" && kind !== "deadline") return false;
  // "Đến hết tháng 10/2025, đã cấp …".
  if (startsPhrase(already, tokens, tokens[end]?.key === "," ? end + 1 : end)) return false;
  if (startsPhrase(COUNTED, tokens, at) || startOfPhraseBefore(COUNTED, tokens, at) !== null) return false;
  if (tokens[at - 1]?.text.toLowerCase() === "tính") return false;
  if (startsPhrase(LEADS, tokens, at) || startOfPhraseBefore(DONE, tokens, at) !== null) return true;
  // "Quý II năm 2024 hoàn thành …"; "Đến ngày 31/12/2024, 9 huyện …" may tell how things stood.
  const isPart = to.length > "2024".length;
  return isPart && !until && (at === 0 || startsPhrase(AT, tokens, at));
}

/** "trước năm 2028" is 2027 at the latest; "trước ngày 30/6" is said of the day itself. */
function dueOf(tokens: readonly Token[], at: number, { kind, to, end }: PeriodPhrase): string | null {
  if (to === "" || kind === "open") return null;
  const isBefore = hasPhrase(BEFORE, tokens, at, end) && !hasPhrase(DAY, tokens, at, end);
  return isBefore && !/-\d\d-\d\d$/u.test(to) ? before(to) : to;
}

const DAY = phraseSet("ngày, day");

/** The period of the same length before one. */
function before(period: string): string {
  const [year, part] = period.split("-") as [string, string | undefined];
  const letter = /^[HQ]/u.exec(part ?? "")?.[0] ?? "";
  const number = Number((part ?? "1").slice(letter.length));
  if (part === undefined) return String(Number(year) - 1);
  const count = letter === "H" ? 2 : letter === "Q" ? 4 : 12;
  const earlier = number === 1 ? count : number - 1;
  const written = letter === "" ? String(earlier).padStart(2, "0") : `${letter}${earlier}`;
  return `${number === 1 ? Number(year) - 1 : year}-${written}`;
}

function latest(periods: readonly (string | null)[]): string | null {
  let last: string | null = null;
  for (const one of periods) if (one !== null && (last === null || endKey(one) >= endKey(last))) last = one;
  return last;
}

/** The end of a period as a text that sorts. */
function endKey(period: string): string {
  const [year, part, day] = period.split("-");
  const number = Number(/\d+$/u.exec(part ?? "12")![0]);
  const month = part?.startsWith("H") ? number * 6 : part?.startsWith("Q") ? number * 3 : number;
  return `${year}-${String(month).padStart(2, "0")}-${day ?? "99"}`;
}

/** "trước ngày 30/6" in a plan of one year. */
function inYear(text: string, tokens: readonly Token[], { from, to }: Deadline, year: number | null) {
  if (year === null) return null;
  const words = printedWords(text, tokens, from, to);
  for (const joint of ["/", " năm "]) {
    const dated = tokenize(`${words}${joint}${year}`);
    const period = readPeriod(dated, 0);
    if (period?.kind === "point" && period.end === dated.length) return dueOf(dated, 0, period);
  }
  return null;
}

/** A cadence behind a deadline belongs to it: "trước ngày 30/6 hằng năm". */
function endOf(tokens: readonly Token[], at: number): number {
  for (let end = Math.min(tokens.length, at + 4); end > at; end -= 1)
    if (startOfPhraseBefore(cadences, tokens, end) === at) return end;
  return at;
}
