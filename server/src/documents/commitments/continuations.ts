import type { Item } from "./items.ts";
import { within } from "./lexicon.ts";
import { isMoney, isPaidOut } from "./no-promises.ts";
import { type Candidate, isSemicolon } from "./parts.ts";
import { phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Token } from "./tokens.ts";

/**
 * Whether a quantity only goes on with one before it that promises nothing: a bare number or a ceiling of the same
 * kind ("không quá 15 tập thể và 20 cá nhân", "có 412 trường, 6.750 lớp", "bằng 45% mức lương, tối đa 75%"); a part of
 * it, where no time is set ("tối thiểu 80 m2, trong đó dành 50% cho khu vực chờ") or it is a cost; the next share
 * ("vốn vay chiếm 70%, vốn đối ứng chiếm 30%"); for how much of it something is paid; and what must be where it holds ("bể bơi sâu trên 1,4 m phải có ít
 * nhất 02 nhân viên").
 */
export function continues(
  tokens: readonly Token[],
  items: readonly Item[],
  refused: Candidate,
  candidate: Candidate,
  isUndated: boolean,
): boolean {
  const { at, left } = candidate;
  const [first, second] = [items[refused.at], items[at]];
  if (first?.kind !== "quantity" || second?.kind !== "quantity") return false;
  const between = items.slice(refused.at + 1, at);
  const isCondition = refused.left.comparator !== null || first.quantity.suffix !== null;
  if (isCondition && isConsequence(tokens, between)) return true;
  const isPercent = second.quantity.unit.kind === "percent";
  const isCost = isPercent && isMoney(tokens, first.quantity);
  if ((isUndated || isCost) && isWithin(tokens, between)) return true;
  if (
    isPercent &&
    isShare(tokens, items, refused) &&
    isShare(tokens, items, candidate) &&
    !between.some(isTiming)
  )
    return true;
  if (isTermOfPayment(tokens, items, refused, candidate)) return true;
  const joint = items[left.before];
  if (joint?.kind !== "separator" || joint.strength === 3 || joint.to > joint.from + 1) return false;
  if (between.filter(startsOther).length > 1 || left.hasLevel || left.hasChange) return false;
  const kind = first.quantity.unit.kind;
  if (kind !== second.quantity.unit.kind || (kind !== "noun" && kind !== "percent")) return false;
  if (left.comparator !== null) return left.comparator === "<=";
  return kind === "noun" || isUndated || startsPhrase(FOR, tokens, second.to);
}

function isWithin(tokens: readonly Token[], between: readonly Item[]): boolean {
  return between.some(({ from }) => startsPhrase(within, tokens, from)) && !between.some(isTiming);
}

/** "hỗ trợ 20 triệu đồng/ha, tối đa 05 ha/hộ", "…, diện tích tối thiểu 01 ha/mô hình". */
function isTermOfPayment(
  tokens: readonly Token[],
  items: readonly Item[],
  refused: Candidate,
  { at, left }: Candidate,
): boolean {
  const [first, second] = [items[refused.at]!, items[at]!];
  if (first.kind !== "quantity" || second.kind !== "quantity" || left.hasLevel || left.hasChange)
    return false;
  if (left.comparator !== "<=" && left.comparator !== ">=") return false;
  if (!isPaidOut(tokens, items[0]!.from, first.from, first.quantity)) return false;
  if (items.slice(refused.at, at).some((item) => isTiming(item) || isSemicolon(item))) return false;
  return second.quantity.unit.kind === "ratio" || items[left.before]?.kind === "separator";
}

function isTiming({ kind }: Item): boolean {
  return kind === "period" || kind === "promise";
}

/** "chiếm khoảng 18%". */
function isShare(tokens: readonly Token[], items: readonly Item[], { at, left }: Candidate): boolean {
  return items.slice(left.before + 1, at).some(({ from }) => startsPhrase(SHARING, tokens, from));
}

const SHARING = phraseSet("chiếm");
/** "100% trong hai năm đầu, 50% trong năm thứ ba". */
const FOR = phraseSet("trong, đối với, cho, với");
const MUST = phraseSet("phải, thì");
const CONSEQUENCE_REACH = 4;

/** "… trên 1,4 m phải …", with no date in between. */
function isConsequence(tokens: readonly Token[], between: readonly Item[]): boolean {
  const must = between.findIndex(({ from }) => startsPhrase(MUST, tokens, from));
  return must >= 0 && must < CONSEQUENCE_REACH && !between.some(startsOther);
}

/** What comes after it is about something else. */
function startsOther(item: Item): boolean {
  return isTiming(item) || item.kind === "separator";
}
