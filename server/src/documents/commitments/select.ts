import { continues } from "./continuations.ts";
import { judgeCount, type Timing, type Verdict } from "./counts.ts";
import type { Item } from "./items.ts";
import { type LeftContext, readLeft } from "./left-context.ts";
import { isBaseline, isInsideSubject, isNested, isPredicate } from "./nesting.ts";
import { isNoPromise, isTime } from "./no-promises.ts";
import { type Candidate, partOf } from "./parts.ts";
import { findPast, isStateBefore } from "./past.ts";
import { hasPhrase, phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Promised } from "./promise.ts";
import { TIMES, toPromised } from "./promised-quantity.ts";
import type { Quantity } from "./quantities.ts";
import type { Token } from "./tokens.ts";
import { isZero, zeroAt } from "./zeros.ts";

/** The quantities of a sentence that are promised, and whether some were neither promised nor known to be none. */
export interface Selection {
  readonly promised: Promised[];
  readonly hasDoubt: boolean;
}

/**
 * Picks the promised quantities among the items of one sentence. `inherits`: a heading says when; `isOfPlan`: it is
 * part of a plan.
 */
export function selectPromised(
  tokens: readonly Token[],
  items: readonly Item[],
  inherits: boolean,
  isOfPlan: boolean,
): Selection {
  const promised: Promised[] = [];
  const past = findPast(tokens, items, inherits, isOfPlan);
  const timing = timingOf(tokens, items, inherits, isOfPlan);
  if (timing.isUndated && hasPhrase(PENALTIES, tokens, items[0]?.from ?? 0, items.at(-1)?.to ?? 0))
    return { promised: [], hasDoubt: false };
  let hasDoubt = false;
  let previous: Candidate | null = null;
  let refused: Candidate | null = null;
  let zero = -1;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    if (past.has(at)) continue;
    if (item.kind === "zero") {
      if (isZero(tokens, items, at)) {
        promised.push(zeroAt(items, at));
        zero = at;
      }
      continue;
    }
    if (item.kind !== "quantity" && item.kind !== "doubled") continue;
    const candidate = { at, left: readLeft(tokens, items, at), part: partOf(items, at) };
    // "không còn xã đạt dưới 10 tiêu chí": what there are none of.
    if (zero >= candidate.part && !items.slice(zero, at).some(({ kind }) => kind === "separator")) continue;
    const verdict: Verdict =
      refused !== null && continues(tokens, items, refused, candidate, timing.isUndated)
        ? "none"
        : judge(tokens, items, candidate, previous, ofCandidate(timing, item));
    if (verdict === "promise") refused = null;
    else if (item.kind === "quantity" && !isTime(tokens, item.quantity)) refused = candidate;
    if (verdict === "doubt") hasDoubt = true;
    if (verdict !== "promise" || isStateBefore(tokens, items, at)) continue;
    if (previous !== null && isInsideSubject(tokens, items, previous, candidate)) promised.pop();
    promised.push(toPromised(tokens, items, candidate));
    previous = candidate;
  }
  return { promised, hasDoubt };
}

/** What is paid for a breach, and for what breach. */
const PENALTIES = phraseSet("bị phạt, phạt tiền, mức phạt");

function judge(
  tokens: readonly Token[],
  items: readonly Item[],
  candidate: Candidate,
  previous: Candidate | null,
  timing: Timing,
): Verdict {
  const { at, left, part } = candidate;
  const item = items[at]!;
  if (item.kind === "doubled") return "promise";
  if (item.kind !== "quantity") return "none";
  const { quantity } = item;
  const isFirst = previous === null || previous.part !== part || previous.at < part;
  if (quantity.afterFrom && quantity.suffix === null && isBaseline(tokens, items, candidate, previous))
    return "none";
  if (
    isNoPromise({
      tokens,
      from: items[part]!.from,
      sentence: items[0]!.from,
      at: item.from,
      quantity,
      left,
      isUndated: timing.isUndated,
    })
  )
    return "none";
  if (!isFirst && isNested(tokens, items, previous, candidate)) return "none";
  if (isFirst && previous !== null && isPredicate(tokens, items, previous, candidate, quantity))
    return "none";
  if (isWeekly(items, at) || (timing.isBare && !isRecurring(quantity, left))) return "doubt";
  if (isDenominator(tokens, items, at) || (previous !== null && isOfEach(tokens, items, candidate)))
    return "none";
  if (quantity.isRank) return "promise";
  if (left.hasMultiple || (left.hasChange && startsPhrase(TIMES, tokens, quantity.unitFrom)))
    return "promise";
  if (isAbsoluteChange(quantity, left)) return "doubt";
  if (isDifference(tokens, items, candidate, quantity)) return "none";
  if (quantity.unit.kind === "percent" && isStatement(tokens, items, candidate, timing)) return "doubt";
  if (quantity.unit.kind === "percent" || quantity.unit.kind === "points") return "promise";
  return judgeCount(tokens, items, candidate, quantity, previous, timing);
}

/** "01 lần/năm", "bình quân 10%" say how often by themselves. */
function isRecurring(quantity: Quantity, left: LeftContext): boolean {
  return isYearly(quantity) || (left.hasAverage && quantity.unit.kind === "percent");
}

function isYearly({ unit: { cadence, slashes } }: Quantity): boolean {
  return cadence !== null && slashes === 1;
}

const OUT_OF = phraseSet("cứ, bình quân, trung bình, trên, mỗi, tính trên, of every");

/** "Cứ 10.000 dân có 12 bác sĩ". */
function isDenominator(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const [before, having, second] = [items[at - 1], items[at + 1], items[at + 2]];
  if (before === undefined || having?.kind !== "light") return false;
  const isSecond =
    second?.kind === "quantity" || (second?.kind === "comparator" && items[at + 3]?.kind === "quantity");
  return isSecond && startsPhrase(OUT_OF, tokens, before.from);
}

/** "có 12 xã kiểu mẫu, bình quân mỗi huyện có 02 xã": what comes to each of the number before. */
function isOfEach(tokens: readonly Token[], items: readonly Item[], { at, part }: Candidate): boolean {
  const each = items.slice(part, at).find(({ from }) => startsPhrase(EACH, tokens, from));
  return each !== undefined && items[part]?.kind === "average";
}

const EACH = phraseSet("mỗi, từng");

/** "Mỗi tuần …": a cadence that plans are not kept in. */
function isWeekly(items: readonly Item[], at: number): boolean {
  return items.slice(partOf(items, at), at).some(({ kind }) => kind === "other-cadence");
}

const DIFFERING = phraseSet("cao hơn, thấp hơn, nhiều hơn, ít hơn, lớn hơn, nhỏ hơn, higher, lower");

/** "cao hơn 2,1% so với năm 2022", "cao hơn bình quân chung 3,1 điểm phần trăm". */
function isDifference(
  tokens: readonly Token[],
  items: readonly Item[],
  { at, left, part }: Candidate,
  quantity: Quantity,
): boolean {
  const before = items[at - 1];
  if (before === undefined) return false;
  if (items[at + 1]?.kind === "compared" && startsPhrase(DIFFERING, tokens, before.from)) return true;
  if (quantity.unit.kind !== "percent" && quantity.unit.kind !== "points") return false;
  if (left.hasLevel || left.hasChange || left.comparator !== null) return false;
  return hasPhrase(DIFFERING, tokens, items[part]!.from, before.from);
}

const STATING = phraseSet("chiếm, là, is, are");
const BEING = phraseSet("là, is, are");

/** "70% là người cao tuổi", "Thanh niên chiếm 24% dân số", "Năm 2023, tỷ lệ này là 41,5%": how things are. */
function isStatement(
  tokens: readonly Token[],
  items: readonly Item[],
  { at, left }: Candidate,
  { hasWhen }: Timing,
): boolean {
  if (left.comparator !== null || items.some(({ kind }) => kind === "promise")) return false;
  if (!hasWhen && startsPhrase(BEING, tokens, items[at]!.to)) return true;
  const date = items[0]!.kind === "period" ? items[0]!.period : null;
  if (hasWhen && (date === null || date.kind !== "point" || date.until)) return false;
  return startsPhrase(STATING, tokens, items[at - 1]?.from ?? at);
}

function timingOf(
  tokens: readonly Token[],
  items: readonly Item[],
  inherits: boolean,
  isOfPlan: boolean,
): Timing {
  const isDated =
    inherits ||
    items.some(
      ({ kind }, at) => kind === "cadence" || (kind === "period" && !isOfCompared(tokens, items, at)),
    );
  const isUndated = !isDated && !items.some(({ kind }) => kind === "promise");
  return {
    hasWhen: isDated || items.some(({ kind }) => kind === "average"),
    isUndated,
    isBare: isUndated && !isOfPlan,
  };
}

/** "so với số được giao năm 2025" says what with, not when. */
function isOfCompared(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  if (startsPhrase(WHEN, tokens, items[at]!.from)) return false;
  for (let i = at - 1; i >= 0 && i >= at - COMPARED_REACH; i -= 1) {
    const { kind } = items[i]!;
    if (kind === "compared") return true;
    if (kind === "separator" || kind === "quantity" || kind === "period") return false;
  }
  return false;
}

const COMPARED_REACH = 8;
const WHEN = phraseSet("vào, đến, trong, by, in");

/** "01 lần/năm" says how often by itself. */
function ofCandidate(timing: Timing, item: Item): Timing {
  if (timing.hasWhen || item.kind !== "quantity") return timing;
  return { ...timing, hasWhen: isYearly(item.quantity) };
}

/** "giảm 20 vụ": neither a level nor one of the changes that are known. */
function isAbsoluteChange(quantity: Quantity, left: LeftContext): boolean {
  const { unit, numeral } = quantity;
  if (!left.hasChange || left.hasLevel || numeral === "fraction") return false;
  return unit.kind !== "percent" && unit.kind !== "points";
}
