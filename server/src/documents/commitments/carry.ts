import type { Item } from "./items.ts";
import { partMarks, respectively } from "./lexicon.ts";
import { hasSemicolon, isSemicolon } from "./parts.ts";
import { phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Promised } from "./promise.ts";
import type { Token } from "./tokens.ts";

/**
 * A number without a comparator or a verb of its own has those of the number before it, where it is the next date of
 * the same indicator ("đạt ít nhất 27% vào năm 2025 và 30% vào năm 2030"), the next thing that changes ("giảm 5% số
 * vụ, 10% số người chết"), or the next of several that share a predicate ("ít nhất 90% thôn và 80% xã có …").
 */
export function carryOver(
  tokens: readonly Token[],
  items: readonly Item[],
  promised: readonly Promised[],
): void {
  for (let k = 1; k < promised.length; k += 1) {
    const before = promised[k - 1]!;
    const one = promised[k]!;
    if (one.quantity === null || before.quantity === null || one.quantity.isRank || before.quantity.isRank)
      continue;
    if (one.quantity.unit.kind !== before.quantity.unit.kind) continue;
    if (isNextDate(tokens, items, before, one)) {
      if (!one.moves && one.change === null && before.change !== "multiple") one.change = before.change;
      // "chiếm tối thiểu 10% năm 2026; tăng lên 15% năm 2028": said anew, with a verb of its own.
      if (!(one.moves && hasSemicolon(items, before.at, one.at))) one.comparator ??= carried(before, one);
    } else if (isNextThing(tokens, items, before, one) || isNextObject(items, before, one)) {
      if (one.change === null && !one.leads) one.change = before.change;
      one.comparator ??= carried(before, one);
    }
  }
}

/** Nothing is more than all of it: "trên 98% vào năm 2026 và 100% vào năm 2028". */
function carried({ comparator }: Promised, { value, quantity }: Promised): Promised["comparator"] {
  if (comparator === ">" && value === "100" && quantity?.unit.kind === "percent") return null;
  return comparator === "between" ? null : comparator;
}

/** Between the two stand only dates, verbs and a separator, with words about the indicator at most once. */
function isNextDate(
  tokens: readonly Token[],
  items: readonly Item[],
  before: Promised,
  one: Promised,
): boolean {
  const cut = lastSeparator(items, before.at, one.at);
  if (cut < 0)
    return (
      items.slice(before.at + 1, one.at).some(({ kind }) => kind === "period") &&
      !hasWords(items, before.at + 1, one.at)
    );
  if (hasWords(items, cut + 1, one.at)) return false;
  const ownDate =
    items.slice(cut + 1, one.at).some(({ kind }) => kind === "period") ||
    followsDate(tokens, items, before.at, one.at);
  if (!ownDate) return false;
  return (
    !hasWords(items, before.at + 1, cut) ||
    !hasNoun(items, one.at + 1) ||
    isSameWord(tokens, items, before.at + 1, one.at + 1)
  );
}

/** "20% GRDP vào năm 2027, 30% GRDP vào năm 2030". */
function isSameWord(tokens: readonly Token[], items: readonly Item[], one: number, other: number): boolean {
  const [a, b] = [items[one], items[other]];
  return a?.kind === "word" && b?.kind === "word" && tokens[a.from]!.key === tokens[b.from]!.key;
}

function followsDate(tokens: readonly Token[], items: readonly Item[], before: number, at: number): boolean {
  if (items[at + 1]?.kind === "period") return true;
  return (
    isSameWord(tokens, items, before + 1, at + 1) &&
    items.slice(at + 2, at + 5).some(({ kind }) => kind === "period")
  );
}

function lastSeparator(items: readonly Item[], from: number, to: number): number {
  let last = to - 1;
  while (last > from && items[last]!.kind !== "separator") last -= 1;
  if (last <= from) return -1;
  // "đạt 60%; và đến năm 2030, đạt 75%": a comma after the date of the second number parts nothing.
  const before = items[last - 1];
  if (before?.kind === "period") {
    let earlier = last - 2;
    while (earlier > from && items[earlier]!.kind === "promise") earlier -= 1;
    if (earlier > from && items[earlier]!.kind === "separator") return earlier;
  }
  return last;
}

function hasWords(items: readonly Item[], from: number, to: number): boolean {
  return items.slice(from, to).some(({ kind }) => kind === "word" || kind === "name");
}

function hasNoun(items: readonly Item[], from: number): boolean {
  const item = items[from];
  return item?.kind === "word";
}

const PREDICATES = phraseSet(
  "được, có, đạt, là, tham gia, sử dụng, hoàn thành, biết, thực hiện, áp dụng, đã, bị, không, do, tổ chức, lắp, dùng, ký, ứng dụng, triển khai, bố trí, tiếp cận, kết nối, đăng ký, cài đặt, nộp, vận hành, xây dựng, đáp ứng",
);
const LONGEST_THING = 18;

/** The number stands right after the separator, and what came before it was a bare noun. */
function isNextThing(
  tokens: readonly Token[],
  items: readonly Item[],
  before: Promised,
  one: Promised,
): boolean {
  const separator = items[one.at - 1];
  if (
    separator?.kind !== "separator" ||
    separator.strength === 3 ||
    startsPhrase(partMarks, tokens, separator.from)
  )
    return false;
  const things = items.slice(before.at + 1, one.at - 1);
  if (things.length > LONGEST_THING) return false;
  // "ít nhất một hội chợ và hai hội nghị": the noun is the unit.
  if (things.length === 0) return before.quantity?.unit.kind === "noun" || isRespective(tokens, items);
  if (before.change === "relative") return one.comparator === null;
  if (things.some(({ kind }) => kind !== "word" && kind !== "light" && kind !== "separator")) return false;
  return !things.some((item) => startsPhrase(PREDICATES, tokens, item.from));
}

/** "lần lượt còn 5%, 4% và 3%": one verb for all. */
function isRespective(tokens: readonly Token[], items: readonly Item[]): boolean {
  return items.some(({ from }) => startsPhrase(respectively, tokens, from));
}

const LONGEST_OBJECT = 6;

/** "Giảm lượng nước tưới ít nhất 20%, lượng giống 30%": each with its noun before the number, one verb for both. */
function isNextObject(items: readonly Item[], before: Promised, one: Promised): boolean {
  if (before.change !== "relative" || one.change !== null || one.comparator !== null) return false;
  const lead = items[before.at - 1]?.kind === "comparator" ? before.at - 2 : before.at - 1;
  if (items[lead]?.kind !== "word") return false;
  const joint = lastSeparator(items, before.at, one.at);
  if (joint < 0 || items[joint]!.to - items[joint]!.from > 1 || isSemicolon(items[joint])) return false;
  const object = items.slice(joint + 1, one.at);
  return object.length > 0 && object.length <= LONGEST_OBJECT && object.every(({ kind }) => kind === "word");
}
