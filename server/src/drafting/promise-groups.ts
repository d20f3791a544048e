import type { Commitment } from "../documents/commitments/commitments.ts";
import { readPeriod } from "../documents/commitments/periods.ts";
import { startsPhrase } from "../documents/commitments/phrase-table.ts";
import { type Token, tokenize } from "../documents/commitments/tokens.ts";
import { isDone, startsDeed } from "./deeds.ts";
import { hasContent, type TokenRange, trim, trimEnd, trimStart } from "./noise.ts";
import { AMONG, afterSigns, MEASURES, type Placed, place, printed } from "./placed-commitment.ts";
import { plainKey } from "./plain-letters.ts";
import { quotedWords } from "./quotation.ts";
import { subjectOf, under } from "./subject.ts";

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
  /** It counts what is done, as "mở 04 lớp", and not how things stand, as "có 80 xã". */
  readonly isDeed: boolean;
}

/** A group while its clause is being read. */
interface Grouping {
  readonly group: PromiseGroup;
  readonly placed: readonly Placed[];
  /** The tokens that are about it and no other. */
  readonly region: TokenRange;
}

/** Parts the commitments of a clause into groups, in the order of the text. */
export function groupPromises(text: string, commitments: readonly Commitment[]): readonly PromiseGroup[] {
  const tokens = tokenize(text);
  const placed = commitments.map((commitment) => place(tokens, commitment));
  const all: Grouping[] = [];
  for (const sentence of sentencesOf(text, tokens)) {
    const own = placed.filter(({ from }) => sentence.from <= from && from < sentence.to);
    groupSentence(tokens, sentence, own).forEach(({ placed: group, region }, i) => {
      const last = i > 0 || goesOn(tokens, sentence, all.at(-1)) ? all.at(-1) : undefined;
      if (last && i === 0 && isMoreOf(tokens, last, group, region))
        all[all.length - 1] = joined(text, tokens, last, group, region);
      else all.push(toGroup(text, tokens, sentence.from, region, group, last?.group ?? null));
    });
  }
  return all.map(({ group }) => group);
}

/** A semicolon alone stands between a group and the part that begins here. */
function goesOn(tokens: readonly Token[], { from }: TokenRange, last: Grouping | undefined): boolean {
  return tokens[from - 1]?.key === ";" && last?.region.to === from - 1;
}

/** "…; năm 2026 đạt 85%": other dates of what stands before the semicolon, where nothing else is named. */
function isMoreOf(
  tokens: readonly Token[],
  last: Grouping,
  group: readonly Placed[],
  region: TokenRange,
): boolean {
  const known = last.placed.map(({ commitment }) => commitment);
  const isOfKind = group.every(({ commitment }) =>
    known.every(
      (one) =>
        one.every === null &&
        commitment.every === null &&
        one.period !== commitment.period &&
        one.change === commitment.change &&
        plainUnit(one.unit) === plainUnit(commitment.unit),
    ),
  );
  return (
    isOfKind &&
    !hasContent(tokens, { from: region.from, to: group[0]!.from }) &&
    !hasContent(tokens, { from: group.at(-1)!.to, to: region.to })
  );
}

function joined(
  text: string,
  tokens: readonly Token[],
  { group, placed, region }: Grouping,
  more: readonly Placed[],
  moreRegion: TokenRange,
): Grouping {
  const all = [...placed, ...more];
  const whole = { from: region.from, to: moreRegion.to };
  return {
    group: {
      ...group,
      commitments: all.map(({ commitment }) => commitment),
      words: quotedWords(text, tokens, whole, placed[0]!, more.at(-1)!),
    },
    placed: all,
    region: whole,
  };
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
  tokens: readonly Token[],
  sentence: TokenRange,
  placed: readonly Placed[],
): readonly { readonly placed: readonly Placed[]; readonly region: TokenRange }[] {
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
    return { placed: group, region: { from, to } };
  });
}

/** Where what belongs to a commitment ends and the next one's begins, between the two. */
function boundary(tokens: readonly Token[], one: Placed, next: Placed): number {
  const gap = trimEnd(tokens, { from: one.to, to: next.from });
  let separator = -1;
  for (let i = gap.from; i < gap.to; i += 1)
    if (
      (isSeparator(tokens[i]!) && (startsPhrase(MEASURES, tokens, i + 1) || startsDeed(tokens, i + 1))) ||
      startsPhrase(AMONG, tokens, i + 1)
    )
      separator = i;
  if (separator < 0) separator = ownNameOf(tokens, gap, next);
  return separator >= 0 ? separator + 1 : behindDate(tokens, gap.to);
}

/** "… trong quý III năm 2025 và 100% …": a date before the "và" is of what stands before it. */
function behindDate(tokens: readonly Token[], from: number): number {
  const end = readPeriod(tokens, from)?.end ?? from;
  const next = tokens[end];
  return end > from && next !== undefined && isSeparator(next) ? end + 1 : from;
}

/**
 * The comma before the name of a commitment whose number nothing follows: "đạt 68%, nhà tiêu hợp vệ sinh đạt 92%"; -1
 * where the words before it are about the one before: "60% số xã, phường và 75% …".
 */
function ownNameOf(tokens: readonly Token[], gap: TokenRange, next: Placed): number {
  if (gap.to >= next.from || isSeparator(tokens[gap.to]!)) return -1;
  const rest = trimStart(tokens, { from: next.to, to: tokens.length }).from;
  const stops = tokens.slice(next.to, rest).some(({ key }) => /^[,;.]$/u.test(key));
  if (rest < tokens.length && !stops) return -1;
  for (let i = gap.to - 2; i >= gap.from; i -= 1) if (tokens[i]!.key === ",") return i;
  return -1;
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

/** @param above the group before it in the sentence */
function toGroup(
  text: string,
  tokens: readonly Token[],
  sentenceFrom: number,
  region: TokenRange,
  group: readonly Placed[],
  above: PromiseGroup | null,
): Grouping {
  const first = group[0]!;
  const last = group.at(-1)!;
  const own = subjectOf(text, tokens, region, group);
  const untilNumber = trimEnd(tokens, { from: region.from, to: first.from }, false);
  const isPart = startsPhrase(AMONG, tokens, afterSigns(tokens, region.from, first.from));
  return {
    group: {
      commitments: group.map(({ commitment }) => commitment),
      subject: under(text, tokens, region.from, above?.subject ?? "", own),
      words: quotedWords(text, tokens, region, first, last),
      before: printed(text, tokens, { from: sentenceFrom, to: first.from }),
      after: printed(text, tokens, { from: last.to, to: region.to }),
      isDeed: isDone(text, tokens, untilNumber) || (isPart && above?.isDeed === true),
    },
    placed: group,
    region,
  };
}
