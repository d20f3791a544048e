import type { Commitment } from "../documents/commitments/commitments.ts";
import { promiseMarks } from "../documents/commitments/lexicon.ts";
import { matchPhrase, phraseSet } from "../documents/commitments/phrase-table.ts";
import { printedWords, type Token, tokenize } from "../documents/commitments/tokens.ts";
import { wordKey } from "../documents/commitments/word-key.ts";
import { hasContent, type TokenRange, trim, trimEnd, trimStart } from "./noise.ts";
import { plainKey } from "./plain-letters.ts";

/** The commitments of a clause that are about one thing, at several dates. */
export interface PromiseGroup {
  readonly commitments: readonly Commitment[];
  /** What is to be reached, in the words of the clause. */
  readonly subject: string;
  /** The words of the commitments with their dates, as printed; on one line. */
  readonly words: string;
  /** From the beginning of its sentence to the first number: says which way a change goes, and who acts. */
  readonly before: string;
  /** What follows the last number in its part of the sentence. */
  readonly after: string;
}

/** A commitment with its tokens. */
interface Placed {
  readonly commitment: Commitment;
  readonly from: number;
  readonly to: number;
  /** Where its unit begins, if that is a noun that is counted; else `to`. */
  readonly unitFrom: number;
}

/** Parts the commitments of a clause into groups, in the order of the text. */
export function groupPromises(text: string, commitments: readonly Commitment[]): readonly PromiseGroup[] {
  const tokens = tokenize(text);
  const placed = commitments.map((commitment) => place(tokens, commitment));
  const sentences = sentencesOf(text, tokens);
  return sentences.flatMap((sentence) => {
    const own = placed.filter(({ from }) => sentence.from <= from && from < sentence.to);
    return groupSentence(text, tokens, sentence, own);
  });
}

function place(tokens: readonly Token[], commitment: Commitment): Placed {
  const { span, unit } = commitment;
  const from = Math.max(
    0,
    tokens.findIndex(({ end }) => end > span.start),
  );
  const after = tokens.findIndex(({ start }) => start >= span.end);
  const to = Math.max(from + 1, after < 0 ? tokens.length : after);
  const isCounted = unit !== null && commitment.change === null && !/[%‰/]|^lần$/u.test(unit);
  const unitFrom = isCounted ? Math.max(from, to - tokenize(unit).length) : to;
  return { commitment, from, to, unitFrom };
}

/** Sentences and the parts between semicolons. */
function sentencesOf(text: string, tokens: readonly Token[]): readonly TokenRange[] {
  const ranges: TokenRange[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const { kind, key, end } = tokens[i]!;
    const next = tokens[i + 1];
    const isStop = kind === "sign" && (key === ";" || (".?!".includes(key) && (next?.spaceBefore ?? true)));
    const isBreak = next !== undefined && text.slice(end, next.start).includes("\n");
    if (!isStop && !isBreak && next !== undefined) continue;
    ranges.push({ from, to: isStop ? i : i + 1 });
    from = i + 1;
  }
  return ranges;
}

function groupSentence(
  text: string,
  tokens: readonly Token[],
  sentence: TokenRange,
  placed: readonly Placed[],
): readonly PromiseGroup[] {
  const groups: Placed[][] = [];
  placed.forEach((one, i) => {
    const last = groups.at(-1)?.at(-1);
    const next = placed[i + 1];
    const until = next ? boundary(tokens, one, next) : sentence.to;
    if (last && isSameSubject(tokens, last, one, until)) groups.at(-1)!.push(one);
    else groups.push([one]);
  });
  return groups.map((group, i) => {
    const before = groups[i - 1]?.at(-1);
    const after = groups[i + 1]?.[0];
    const from = before ? boundary(tokens, before, group[0]!) : sentence.from;
    const to = after ? boundary(tokens, group.at(-1)!, after) : sentence.to;
    return toGroup(text, tokens, sentence.from, { from, to }, group);
  });
}

const MEASURES = phraseSet(
  "tỷ lệ, tỉ lệ, tỷ trọng, tỷ suất, tỷ số, số, tổng số, tổng, lượng, số lượng, chỉ số, diện tích, thu nhập, năng suất, mức, tốc độ, giá trị, thời gian, tuổi thọ, chiều cao, sản lượng, doanh thu, độ, dân số, quy mô, khoảng cách, rate, share, number, proportion",
);

const AMONG = phraseSet("trong đó, riêng, of which");

/** Where what belongs to a commitment ends and the next one's begins, between the two. */
function boundary(tokens: readonly Token[], one: Placed, next: Placed): number {
  const gap = trimEnd(tokens, { from: one.to, to: next.from });
  let separator = -1;
  for (let i = gap.from; i < gap.to; i += 1)
    if (
      (isSeparator(tokens[i]!) && matchPhrase(MEASURES, tokens, i + 1)) ||
      matchPhrase(AMONG, tokens, i + 1)
    )
      separator = i;
  return separator >= 0 ? separator + 1 : gap.to;
}

function isSeparator({ text }: Token): boolean {
  return text === "," || text === ":" || text.toLowerCase() === "và";
}

/** Two numbers for two dates of one thing: nothing between them or behind the second says that it is another. */
function isSameSubject(tokens: readonly Token[], a: Placed, b: Placed, until: number): boolean {
  const [one, other] = [a.commitment, b.commitment];
  if (one.every !== null || other.every !== null || one.period === other.period) return false;
  if (one.change !== other.change || plainUnit(one.unit) !== plainUnit(other.unit)) return false;
  const gap = trim(tokens, { from: a.to, to: b.from });
  const behind = trim(tokens, { from: b.to, to: Math.max(b.to, until) });
  if (gap.to <= gap.from) return true;
  if (boundary(tokens, a, b) < gap.to) return false;
  return behind.to <= behind.from || keyOf(tokens, gap) === keyOf(tokens, behind);
}

function plainUnit(unit: string | null): string {
  return unit === null ? "" : /[%‰]/u.test(unit) ? unit.replace(/\s/gu, "") : plainKey(unit);
}

function keyOf(tokens: readonly Token[], { from, to }: TokenRange): string {
  return tokens
    .slice(from, to)
    .map(({ key }) => key)
    .join(" ");
}

function toGroup(
  text: string,
  tokens: readonly Token[],
  sentenceFrom: number,
  region: TokenRange,
  group: readonly Placed[],
): PromiseGroup {
  const first = group[0]!;
  const last = group.at(-1)!;
  return {
    commitments: group.map(({ commitment }) => commitment),
    subject: subjectOf(text, tokens, region, group),
    words: quotedWords(text, tokens, region, first, last),
    before: printed(text, tokens, { from: sentenceFrom, to: first.from }),
    after: printed(text, tokens, { from: last.to, to: region.to }),
  };
}

const SHORT_QUOTATION = 22;
const USUAL_QUOTATION = 40;

/** The numbers with their dates and comparators; few words take some of the subject along. */
function quotedWords(
  text: string,
  tokens: readonly Token[],
  region: TokenRange,
  first: Placed,
  last: Placed,
): string {
  const wordsFrom = trimEnd(tokens, { from: region.from, to: first.from }).to;
  const wordsTo = trimStart(tokens, { from: last.to, to: region.to }).from;
  let from = afterSigns(tokens, wordsFrom, first.from);
  let to = beforeSigns(tokens, last.to, wordsTo);
  const length = () => printed(text, tokens, { from, to }).length;
  if (length() >= SHORT_QUOTATION) return printed(text, tokens, { from, to });
  while (to < region.to && length() < USUAL_QUOTATION) to += 1;
  while (from > region.from && length() < USUAL_QUOTATION) from -= 1;
  return printed(text, tokens, {
    from: afterSigns(tokens, from, first.from),
    to: beforeSigns(tokens, last.to, to),
  });
}

function subjectOf(
  text: string,
  tokens: readonly Token[],
  region: TokenRange,
  group: readonly Placed[],
): string {
  const first = group[0]!;
  const last = group.at(-1)!;
  const before = withoutBaseline(
    tokens,
    withoutIntroduction(tokens, trim(tokens, { from: region.from, to: first.from })),
  );
  const isMeasured = matchPhrase(MEASURES, tokens, before.from) !== null && before.to > before.from;
  const unitOf = (one: Placed) => (isMeasured ? one.to : one.unitFrom);
  const after = behind(tokens, { from: unitOf(last), to: region.to }, isMeasured);
  const between =
    group.length > 1 ? behind(tokens, { from: unitOf(first), to: group[1]!.from }, isMeasured) : null;
  const rest = after.to > after.from ? after : (between ?? after);
  const lead = before.to > before.from ? printed(text, tokens, before) : "";
  const tail = rest.to > rest.from ? printed(text, tokens, rest) : "";
  if (lead === "" || tail === "") return lead || tail;
  if (first.unitFrom < first.to && !isMeasured) return tail;
  const verb = tokens
    .slice(before.to, first.from)
    .findIndex((_, i) => matchPhrase(HOLDS, tokens, before.to + i));
  if (verb < 0) return `${lead} ${tail}`;
  const at = before.to + verb;
  const held = printed(text, tokens, { from: at, to: at + matchPhrase(HOLDS, tokens, at)!.length });
  return `${lead} ${/^chiếm$/iu.test(held) ? "trong" : held} ${tail}`;
}

/** Verbs of reaching that a name would not be read without. */
const HOLDS = phraseSet("đáp ứng, chiếm, bao phủ, phục vụ, sử dụng, giải quyết");

/** "Số ca tử vong mẹ từ 23 ca xuống …": the name ends before the number it starts from. */
function withoutBaseline(tokens: readonly Token[], range: TokenRange): TokenRange {
  for (let i = range.from + 1; i + 1 < range.to; i += 1)
    if (FROM.has(tokens[i]!.key) && tokens[i + 1]!.kind === "number")
      return trimEnd(tokens, { from: range.from, to: i });
  return range;
}

const FROM = new Set([wordKey("từ")]);

/** "Đào tạo nhân lực: …" introduces, and is not what is counted. */
function withoutIntroduction(tokens: readonly Token[], range: TokenRange): TokenRange {
  for (let i = range.to - 1; i > range.from; i -= 1)
    if (tokens[i]!.key === ":") return trim(tokens, { from: i + 1, to: range.to });
  return range;
}

const PURPOSE = phraseSet(
  "nhằm, góp phần, trong đó, tức là, bao gồm, so với, nhất là, đặc biệt là, theo đó, qua đó, để nâng cao, để bảo đảm",
);

/** What follows a number up to what it is for, or to another remark. */
function behind(tokens: readonly Token[], range: TokenRange, untilComma: boolean): TokenRange {
  const start = trimStart(tokens, range).from;
  let to = range.to;
  for (let i = start + 1; i < range.to; i += 1) {
    const ends = tokens[i]!.key === "(" || (untilComma && tokens[i]!.key === ",");
    if (!ends && !matchPhrase(PURPOSE, tokens, i)) continue;
    to = i;
    break;
  }
  return trimStart(tokens, trimEnd(tokens, { from: start, to }, false));
}

function afterSigns(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  for (;;) {
    const isSign = tokens[at]?.kind === "sign" && !/[≥≤<>~≈]/u.test(tokens[at]!.key);
    const length = isSign ? 1 : (matchPhrase(promiseMarks, tokens, at)?.length ?? 0);
    if (length === 0 || at + length > to) return at;
    at += length;
  }
}

function beforeSigns(tokens: readonly Token[], from: number, to: number): number {
  let at = to;
  while (at > from && tokens[at - 1]!.kind === "sign") at -= 1;
  return at;
}

function printed(text: string, tokens: readonly Token[], { from, to }: TokenRange): string {
  return printedWords(text, tokens, from, to);
}

/** Whether a text has words beside dates and numbers. */
export function saysSomething(text: string): boolean {
  const tokens = tokenize(text);
  return hasContent(tokens, { from: 0, to: tokens.length });
}
