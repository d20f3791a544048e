import { closingOf, isEnumerator } from "./brackets.ts";
import { isDateOfDocument } from "./document-dates.ts";
import {
  already,
  averages,
  type Cadence,
  type Comparator,
  cadenceNouns,
  cadences,
  changes,
  comparators,
  comparedWith,
  doubled,
  keeping,
  levels,
  lightWords,
  multiples,
  noChanges,
  otherCadences,
  partMarks,
  periodic,
  presentMarks,
  presentSpoilers,
  promiseMarks,
  renewables,
  respectively,
  zeros,
} from "./lexicon.ts";
import { isNameNumber } from "./name-numbers.ts";
import { readNumeral } from "./numerals.ts";
import { type PeriodPhrase, readPeriod, readYear, yearOf } from "./periods.ts";
import {
  hasPhrase,
  matchPhrase,
  type PhraseTable,
  phraseSet,
  phraseTable,
  startOfPhraseBefore,
  startsPhrase,
} from "./phrase-table.ts";
import { type Quantity, readQuantity } from "./quantities.ts";
import type { Token } from "./tokens.ts";
import { wordKey } from "./word-key.ts";

/** A sentence as what its words do; `from` and `to` are tokens. */
export type Item = { readonly from: number; readonly to: number } & Meaning;

export type Meaning =
  | { readonly kind: "comparator"; readonly comparator: Comparator }
  /** Leads to a level; with the comparator it has of itself. */
  | { readonly kind: "level"; readonly comparator: Comparator | null }
  | { readonly kind: "period"; readonly period: PeriodPhrase }
  | { readonly kind: "quantity"; readonly quantity: Quantity }
  | { readonly kind: "cadence"; readonly cadence: Cadence }
  /** 1: "và"; 2: a comma, "trong đó"; 3: a semicolon or colon. */
  | { readonly kind: "separator"; readonly strength: 1 | 2 | 3 }
  | { readonly kind: "doubled"; readonly value: string }
  | {
      readonly kind: "change" | "multiple" | "average" | "periodic" | "other-cadence" | "present" | "already";
    }
  /** A word that may stand between a number and its verb, comparator or date. */
  | { readonly kind: "light" }
  | { readonly kind: "promise" | "keep" | "compared" | "zero" | "word" | "name" };

const SEPARATORS = phraseTable<1 | 2 | 3>([
  [1, "và, hoặc, and"],
  [2, "trong đó, trong số đó, riêng, đồng thời, of which"],
]);
const SIGNS: ReadonlyMap<string, 1 | 2 | 3> = new Map([
  [",", 2],
  [";", 3],
  [":", 3],
  ["•", 3],
]);

const PHRASES = [
  [averages, "average"],
  [noChanges, "word"],
  [changes, "change"],
  [multiples, "multiple"],
  [otherCadences, "other-cadence"],
  [periodic, "periodic"],
  [presentMarks, "present"],
  [already, "already"],
  [promiseMarks, "promise"],
  [keeping, "keep"],
  [comparedWith, "compared"],
  [zeros, "zero"],
] as const satisfies readonly (readonly [PhraseTable<unknown>, Item["kind"]])[];

/** Reads the tokens from `from` up to `to` (one sentence) as items. */
export function readItems(tokens: readonly Token[], from: number, to: number): readonly Item[] {
  const items: Item[] = [];
  let i = from;
  while (i < to) {
    const item = readNextYear(tokens, items, i) ?? readItem(tokens, items, i, to);
    items.push(item);
    i = Math.max(item.to, i + 1);
  }
  return items.some((item) => startsPhrase(respectively, tokens, item.from)) ? shareUnits(items) : items;
}

/** "lần lượt đạt 60, 66 và 72 triệu đồng": the unit of the last is that of all. */
function shareUnits(items: readonly Item[]): readonly Item[] {
  const shared = [...items];
  for (let at = items.length - 3; at >= 0; at -= 1) {
    const [one, joint, next] = [shared[at]!, shared[at + 1]!, shared[at + 2]!];
    if (one.kind !== "quantity" || next.kind !== "quantity" || joint.kind !== "separator") continue;
    if (one.quantity.unit.kind !== "none" || one.quantity.isRank || joint.strength === 3) continue;
    const { unit, unitFrom } = next.quantity;
    shared[at] = { ...one, quantity: { ...one.quantity, unit, unitFrom } };
  }
  return shared;
}

const LONGEST_STEP = 25;

/** A year without "năm": in a list, "các năm 2026, 2028 và 2030", or next to be due, "đến năm 2027 đạt 60% và 2030 đạt 75%". */
function readNextYear(tokens: readonly Token[], items: readonly Item[], at: number): Item | null {
  const joint = items.at(-1);
  if (joint?.kind !== "separator" || joint.strength === 3 || joint.to > joint.from + 1) return null;
  const next = readPeriod(tokens, at) === null ? readYear(tokens, at) : null;
  if (next === null) return null;
  const before = leadsToLevel(tokens, at + 1)
    ? items.findLast(({ kind }) => kind === "period")
    : items.at(-2);
  const last = before?.kind === "period" ? yearOf(tokens[before.to - 1]) : null;
  // No count is so near to a year.
  const step = last === null ? 0 : Number(next.to) - Number(last);
  return step > 0 && step <= LONGEST_STEP ? { kind: "period", period: next, from: at, to: at + 1 } : null;
}

const HAVING = phraseSet("có");

function leadsToLevel(tokens: readonly Token[], at: number): boolean {
  if (startsPhrase(levels, tokens, at) || startsPhrase(comparators, tokens, at)) return true;
  // "2030 có 70%", but "và 2030 có việc làm"
  return (
    startsPhrase(HAVING, tokens, at) &&
    (readNumeral(tokens, at + 1) !== null || startsPhrase(comparators, tokens, at + 1))
  );
}

function readItem(tokens: readonly Token[], before: readonly Item[], at: number, limit: number): Item {
  const token = tokens[at]!;
  const bracket = readBracket(tokens, before, at, limit);
  if (bracket !== null) return bracket;
  const sign = token.kind === "sign" ? SIGNS.get(token.key) : undefined;
  if (sign !== undefined && !isInSetPhrase(tokens, at))
    return { kind: "separator", strength: sign, from: at, to: at + 1 };
  if (token.kind === "code") return { kind: "name", from: at, to: at + 1 };
  return (
    readDate(tokens, at, limit) ??
    readCadence(tokens, at) ??
    readWords(tokens, at) ??
    readNumber(tokens, at) ?? { kind: "word", from: at, to: at + 1 }
  );
}

const REMOTE = phraseSet("vùng sâu, vùng xa, vùng cao");

/** The comma of "vùng sâu, vùng xa" parts nothing. */
function isInSetPhrase(tokens: readonly Token[], at: number): boolean {
  return startsPhrase(REMOTE, tokens, at - 2) && startsPhrase(REMOTE, tokens, at + 1);
}

/**
 * What stands in quotation marks is a name; what stands in brackets is an aside, unless it is a date or a number, or a
 * part of what stands before, "(trong đó ít nhất 40% là nữ)", "(thành thị dưới 27%, nông thôn dưới 13%)".
 */
function readBracket(
  tokens: readonly Token[],
  before: readonly Item[],
  at: number,
  limit: number,
): Item | null {
  const close = closingOf(tokens, at, limit);
  if (close === null) return null;
  const whole = { from: at, to: close + 1 };
  if (tokens[at]!.key !== "(") return { kind: "name", ...whole };
  const last = before.at(-1);
  const isShare = last?.kind === "quantity" && last.quantity.unit.kind === "percent";
  const saysMore =
    startsPhrase(partMarks, tokens, at + 1) ||
    (isShare && saysOfGroup(tokens, at + 1, close)) ||
    reachesOfGroup(tokens, before, { from: at + 1, close, limit });
  if (saysMore && !hasPhrase(presentMarks, tokens, at + 1, close))
    return { kind: "separator", strength: 2, from: at, to: at + 1 };
  if (isEnumerator(tokens, at, close)) return { kind: "separator", strength: 2, ...whole };
  const period = readPeriod(tokens, at + 1);
  if (period !== null && period.end === close) return { kind: "period", period, ...whole };
  return { kind: "name", ...whole };
}

const GROUP_REACH = 6;
const OTHER_ASIDES = phraseSet(
  "có, với, từ, là, tính, theo, tương, bằng, kế hoạch, chỉ tiêu, mục tiêu, nghị quyết, kịch bản, toàn quốc, cả nước, bình quân, with, having",
);

/** Does it begin with a noun, a comparator and a share? */
function saysOfGroup(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[from]!.kind !== "word" || startsPhrase(OTHER_ASIDES, tokens, from)) return false;
  for (let at = from; at < Math.min(to, from + GROUP_REACH); at += 1) {
    const comparator = matchPhrase(comparators, tokens, at);
    if (comparator !== null)
      return at > from && readQuantity(tokens, at + comparator.length)?.unit.kind === "percent";
    if (
      startsPhrase(changes, tokens, at) ||
      startsPhrase(HAVING, tokens, at) ||
      readPeriod(tokens, at) !== null
    )
      return false;
  }
  return false;
}

const GROUPS = phraseSet(
  "nữ, nữ giới, phụ nữ, lao động nữ, cán bộ nữ, học sinh nữ, nông thôn, thành thị, đô thị, miền núi, khu vực nông thôn, khu vực thành thị, khu vực đô thị, khu vực miền núi, " +
    "dân tộc thiểu số, người dân tộc thiểu số, đồng bào dân tộc thiểu số, vùng đồng bào dân tộc thiểu số, vùng dân tộc thiểu số",
);
const REACHING = phraseSet("đạt");

/** "80% lao động qua đào tạo (nữ đạt 65%).": of those who are counted apart everywhere, at the end of what is promised. */
function reachesOfGroup(
  tokens: readonly Token[],
  before: readonly Item[],
  { from, close, limit }: { readonly from: number; readonly close: number; readonly limit: number },
): boolean {
  const next = tokens[close + 1]?.key;
  if (close + 1 < limit && next !== ";" && next !== ".") return false;
  if (!before.some((item) => item.kind === "quantity" && item.quantity.unit.kind === "percent")) return false;
  const group = matchPhrase(GROUPS, tokens, from);
  const verb = group === null ? null : matchPhrase(REACHING, tokens, from + group.length);
  if (verb === null) return false;
  const number = from + group!.length + verb.length;
  const comparator = matchPhrase(comparators, tokens, number)?.length ?? 0;
  const quantity = readQuantity(tokens, number + comparator);
  return quantity?.unit.kind === "percent" && quantity.end === close;
}

function readDate(tokens: readonly Token[], at: number, limit: number): Item | null {
  const period = startsPhrase(presentMarks, tokens, at) ? null : readPeriod(tokens, at);
  if (period === null || period.end > limit) return null;
  if (isDateOfDocument(tokens, at)) return { kind: "name", from: at, to: period.end };
  return { kind: "period", period, from: at, to: period.end };
}

function readCadence(tokens: readonly Token[], at: number): Item | null {
  const match = matchPhrase(cadences, tokens, at);
  const numbered = match === null ? readNumberedCadence(tokens, at) : null;
  if (match === null && numbered === null) return null;
  const to = at + (match?.length ?? numbered!.length);
  if (startOfPhraseBefore(cadenceNouns, tokens, at) !== null) return { kind: "word", from: at, to };
  return { kind: "cadence", cadence: match?.meaning ?? numbered!.cadence, from: at, to };
}

const MONTH = wordKey("tháng");
const TIMES = wordKey("lần");
const SPANS: ReadonlyMap<string, Cadence> = new Map([
  [wordKey("năm"), "year"],
  [wordKey("quý"), "quarter"],
  [MONTH, "month"],
]);
const MONTHS: ReadonlyMap<string, Cadence> = new Map([
  ["3", "quarter"],
  ["6", "half"],
  ["1", "month"],
]);

/** "6 tháng/lần", "định kỳ 6 tháng", "một năm hai lần". */
function readNumberedCadence(
  tokens: readonly Token[],
  at: number,
): { cadence: Cadence; length: number } | null {
  const count = readNumeral(tokens, at);
  if (count === null || count.kind === "fraction") return null;
  const span = tokens[count.end]?.key ?? "";
  const next = count.end + 1;
  if (span === MONTH && MONTHS.has(count.value)) {
    const cadence = MONTHS.get(count.value)!;
    if (tokens[next]?.key === "/" && tokens[next + 1]?.key === TIMES)
      return { cadence, length: next + 2 - at };
    const once = readNumeral(tokens, next);
    if (once?.value === "1" && tokens[once.end]?.key === TIMES) return { cadence, length: once.end + 1 - at };
    if (matchPhrase(periodic, tokens, at - 2) !== null && !startsPhrase(HALF_OF_YEAR, tokens, next))
      return { cadence, length: next - at };
  }
  const cadence = SPANS.get(span);
  if (count.value !== "1" || cadence === undefined) return null;
  const times = readNumeral(tokens, next);
  return times !== null && tokens[times.end]?.key === TIMES ? { cadence, length: next - at } : null;
}

const HALF_OF_YEAR = phraseSet("đầu, cuối");
const NOUN_MARK = phraseSet("mức");

/** The longest of all phrases that begin here. */
function readWords(tokens: readonly Token[], at: number): Item | null {
  let best: Item | null = null;
  const offer = (length: number, meaning: Meaning): void => {
    if (best === null || at + length > best.to) best = { ...meaning, from: at, to: at + length };
  };
  const comparator = matchPhrase(comparators, tokens, at);
  const cuts = lengthOfCuts(tokens, at);
  if (cuts > 0) offer(cuts, { kind: "change" });
  if (comparator !== null && isComparing(tokens, at + comparator.length, comparator.meaning))
    offer(comparator.length, { kind: "comparator", comparator: comparator.meaning });
  const twofold = matchPhrase(doubled, tokens, at);
  if (twofold !== null && tokens[at + twofold.length]?.key !== TIMES)
    offer(twofold.length, { kind: "doubled", value: twofold.meaning });
  const level = matchPhrase(levels, tokens, at);
  for (const [table, kind] of PHRASES) {
    const match = matchPhrase<unknown>(table, tokens, at);
    if (match === null || (kind === "present" && !isPresent(tokens, at))) continue;
    offer(match.length, { kind });
  }
  if (level !== null && !(level.length === 1 && startsPhrase(keeping, tokens, at)))
    offer(level.length, { kind: "level", comparator: level.meaning });
  const separator = matchPhrase(SEPARATORS, tokens, at);
  if (separator !== null) offer(separator.length, { kind: "separator", strength: separator.meaning });
  const light = matchPhrase(lightWords, tokens, at);
  if (light !== null) offer(light.length, { kind: "light" });
  return best;
}

const CUTTING = phraseSet("cắt giảm");
const SIMPLIFYING = phraseSet("đơn giản hóa");

/** "cắt giảm, đơn giản hóa ít nhất 20% số quy định" is one verb; 0 where it doesn't begin here. */
function lengthOfCuts(tokens: readonly Token[], at: number): number {
  const first = matchPhrase(CUTTING, tokens, at)?.length ?? 0;
  if (first === 0 || tokens[at + first]?.key !== ",") return 0;
  const second = matchPhrase(SIMPLIFYING, tokens, at + first + 1);
  return second === null ? 0 : first + 1 + second.length;
}

/** Not "thực hiện đạt", nor what is new: "ca bệnh lao mới đạt 90%", but "được trồng mới đạt 60%" is only reached. */
function isPresent(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.key !== NEW || tokens[at + 1]!.key === ONLY)
    return !startsPhrase(presentSpoilers, tokens, at - 1);
  const renewed = startOfPhraseBefore(renewables, tokens, at);
  return renewed === null || startsPhrase(PASSIVE, tokens, renewed - 1);
}

const NEW = wordKey("mới");
const ONLY = wordKey("chỉ");
const PASSIVE = phraseSet("được");

/** "trên", "dưới", "hơn", "gần" compare only right before a number; "ít nhất" may have a date between. */
function isComparing(tokens: readonly Token[], at: number, comparator: Comparator): boolean {
  if (comparator === ">=" || comparator === "<=") return true;
  const skip = startsPhrase(NOUN_MARK, tokens, at) || tokens[at]?.key === wordKey("từ") ? 1 : 0;
  return readNumeral(tokens, at + skip) !== null && readPeriod(tokens, at + skip) === null;
}

/** "trong 5 năm qua". */
const LATELY = phraseSet("qua, gần đây, vừa qua, trước đây, ago");

function readNumber(tokens: readonly Token[], at: number): Item | null {
  const quantity = readQuantity(tokens, at);
  if (quantity === null) return tokens[at]!.kind === "number" ? { kind: "name", from: at, to: at + 1 } : null;
  if (quantity.numeral === "word" && !isWordNumeral(tokens, at, quantity)) return null;
  if (startsPhrase(LATELY, tokens, quantity.end)) return { kind: "present", from: at, to: quantity.end + 1 };
  const named = isNameNumber(tokens, at, quantity);
  return named > at
    ? { kind: "name", from: at, to: named }
    : { kind: "quantity", quantity, from: at, to: quantity.end };
}

/** "một" and its like are numbers only where they are said to be: "ít nhất một", or before a noun that is counted. */
function isWordNumeral(tokens: readonly Token[], at: number, quantity: Quantity): boolean {
  const before = startOfPhraseBefore(comparators, tokens, at) !== null;
  if (tokens[at]!.key === wordKey("năm")) return before && quantity.unit.kind === "noun";
  return before || quantity.unit.kind !== "none";
}
