import { levels } from "../documents/commitments/lexicon.ts";
import { matchPhrase, phraseSet, startsPhrase } from "../documents/commitments/phrase-table.ts";
import { type Token, tokenize } from "../documents/commitments/tokens.ts";
import { wordKey } from "../documents/commitments/word-key.ts";
import { findDeed, namesScopeOnly } from "./deeds.ts";
import { hasContent, type TokenRange, trim, trimEnd, trimStart } from "./noise.ts";
import { AMONG, afterSigns, MEASURES, type Placed, printed } from "./placed-commitment.ts";
import { withSmallLetter } from "./printed-case.ts";
import { isMeasure } from "./units.ts";

/** What the numbers of a group are about, in the words of the clause; empty where it names nothing. */
export function subjectOf(
  text: string,
  tokens: readonly Token[],
  region: TokenRange,
  group: readonly Placed[],
): string {
  const first = group[0]!;
  const last = group.at(-1)!;
  const before = withAverage(
    tokens,
    withoutBaseline(tokens, withoutIntroduction(tokens, trim(tokens, { from: region.from, to: first.from }))),
    first,
  );
  const isMeasured =
    (matchPhrase(MEASURES, tokens, before.from) !== null && before.to > before.from) ||
    isMeasure(first.commitment.unit ?? "");
  const unitOf = (one: Placed) => (isMeasured ? one.to : one.unitFrom);
  const after = behind(tokens, { from: unitOf(last), to: region.to }, isMeasured);
  const between =
    group.length > 1 ? behind(tokens, { from: unitOf(first), to: group[1]!.from }, isMeasured) : null;
  const rest = after.to > after.from ? after : (between ?? after);
  const lead = before.to > before.from ? printed(text, tokens, before) : "";
  const isCounted = first.unitFrom < first.to;
  const words = rest.to > rest.from ? printed(text, tokens, rest) : "";
  // "Đón 2 triệu lượt khách".
  const tail = isCounted ? words.replace(SCALE, "") : words;
  if (lead === "" || tail === "") return lead || tail;
  if (isCounted) {
    // "Đào tạo nhân lực: mở 5 lớp" introduces the deed, and is none.
    const isHeading = tokens.slice(before.to, first.from).some(({ key }) => key === ":");
    const deed = isHeading ? null : findDeed(text, tokens, before);
    if (deed !== null) return `${printed(text, tokens, deed)} ${withoutTimes(tail)}`;
    if (isUnitAlone(tokens, rest, last) && !namesScopeOnly(text, tokens, before)) {
      const isReached = tokens
        .slice(before.to, first.from)
        .some((_, i) => startsPhrase(levels, tokens, before.to + i));
      if (isReached || UNITS.test(tail)) return lead;
    }
    if (!isMeasured || isHeading || namesScopeOnly(text, tokens, before)) return tail;
  }
  const verb = tokens
    .slice(before.to, first.from)
    .findIndex((_, i) => startsPhrase(HOLDS, tokens, before.to + i));
  if (verb < 0) return `${lead} ${tail}`;
  const at = before.to + verb;
  const held = printed(text, tokens, { from: at, to: at + matchPhrase(HOLDS, tokens, at)!.length });
  return `${lead} ${/^chiếm$/iu.test(held) ? "trong" : held} ${tail}`;
}

/** "Khách quốc tế đạt 500 nghìn lượt": what follows the number is its unit and no more. */
function isUnitAlone(tokens: readonly Token[], rest: TokenRange, { unitFrom, to }: Placed): boolean {
  return rest.from >= unitFrom && !hasContent(tokens, { from: to, to: rest.to });
}

/** Units that name nothing. */
const UNITS = /^(?:(?:nghìn|ngàn|triệu) )?(?:điểm|bậc|tuổi|năm|tháng|ngày|lượt|lần|ca|vụ|cuộc|đợt)$/iu;
const SCALE = /^(?:(?:nghìn|ngàn|triệu|t[ỷỉ])\s+)+(?=\p{L})/iu;

/** "bồi dưỡng 1.200 lượt cán bộ": whoever is trained is named, and not the times. */
function withoutTimes(words: string): string {
  return words.replace(/^lượt\s+(?!(?:người|khách)$)(?=\p{L})/iu, "");
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

const AVERAGE = phraseSet("bình quân, trung bình");

/** "Thu nhập bình quân đạt 60 triệu đồng" is of an average; "giảm bình quân 0,8%/năm" tells how it changes. */
function withAverage(tokens: readonly Token[], range: TokenRange, { commitment, from }: Placed): TokenRange {
  const average = matchPhrase(AVERAGE, tokens, range.to);
  if (average === null || range.to === range.from || commitment.change !== null) return range;
  return { from: range.from, to: Math.min(range.to + average.length, from) };
}

/** "Đào tạo nhân lực: …" introduces, and is not what is counted. */
function withoutIntroduction(tokens: readonly Token[], range: TokenRange): TokenRange {
  for (let i = range.to - 1; i > range.from; i -= 1)
    if (tokens[i]!.key === ":") return trim(tokens, { from: i + 1, to: range.to });
  return range;
}

const PURPOSE = phraseSet(
  "nhằm, góp phần, trong đó, tức là, bao gồm, so với, nhất là, đặc biệt là, theo đó, qua đó, để nâng cao, để bảo đảm, hoàn thành trước, hoàn thành trong, hoàn thành vào, xong trước",
);

/** What follows a number up to what it is for, or to a remark in brackets that ends it. */
function behind(tokens: readonly Token[], range: TokenRange, untilComma: boolean): TokenRange {
  const start = trimStart(tokens, range).from;
  let to = range.to;
  for (let i = start + 1; i < range.to; i += 1) {
    const closing = goesOnBehind(tokens, i, range.to);
    if (closing !== null) {
      i = closing;
      continue;
    }
    const ends = tokens[i]!.key === "(" || (untilComma && tokens[i]!.key === ",");
    if (!ends && !matchPhrase(PURPOSE, tokens, i)) continue;
    to = i;
    break;
  }
  return trimStart(tokens, trimEnd(tokens, { from: start, to }, false));
}

/** The end of the brackets that open at `at`, where more of the name follows: "văn bản (trừ văn bản mật) được ký số". */
function goesOnBehind(tokens: readonly Token[], at: number, to: number): number | null {
  if (tokens[at]!.key !== "(") return null;
  for (let i = at + 1; i < to; i += 1)
    if (tokens[i]!.key === ")")
      return tokens[i + 1]?.kind === "word" && hasContent(tokens, { from: i + 1, to }) ? i : null;
  return null;
}

const LONGEST_ABOVE = 70;

/** "trong đó nữ" is a part of what stands before; what names nothing is about the same. */
export function under(
  text: string,
  tokens: readonly Token[],
  from: number,
  above: string,
  own: string,
): string {
  if (above === "" || !saysSomething(above)) return own;
  if (!saysSomething(own)) return above;
  const start = afterSigns(tokens, from, tokens.length);
  const among = matchPhrase(AMONG, tokens, start);
  if (among === null || above.length > LONGEST_ABOVE) return own;
  const to = start + among.length;
  const has = tokens[to]?.text === "có" ? 1 : 0;
  const words = printed(text, tokens, { from: start, to: to + has });
  return `${above}, ${words.toLowerCase()} ${withSmallLetter(own)}`;
}

/** Whether a text has words beside dates and numbers. */
export function saysSomething(text: string): boolean {
  const tokens = tokenize(text);
  const { from, to } = trim(tokens, { from: 0, to: tokens.length });
  return tokens.slice(from, to).some(({ kind }) => kind === "word" || kind === "code");
}
