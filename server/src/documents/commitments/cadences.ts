import type { HeadingContext } from "./headings.ts";
import type { Item } from "./items.ts";
import { type Cadence, within } from "./lexicon.ts";
import { isSemicolon, statementsOf } from "./parts.ts";
import { hasPhrase, phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Promised } from "./promise.ts";
import type { Token } from "./tokens.ts";
import { wordKey } from "./word-key.ts";

const EVENTS = phraseSet(
  "lần, cuộc, buổi, lớp, hội nghị, hội thảo, hội thi, đợt, tin, bài, tin bài, kỳ, chuyên đề, chuyên mục, phóng sự, hoạt động, diễn đàn, sự kiện, khóa, số, phiên, tọa đàm, chương trình, mô hình, times, lượt",
);

/** Gives each promised quantity its cadence: said before it, at its end, in its unit ("lần/năm"), or in a heading. */
export function bindCadences(
  tokens: readonly Token[],
  items: readonly Item[],
  promised: readonly Promised[],
  heading: HeadingContext,
): void {
  for (let k = 0; k < promised.length; k += 1) {
    const one = promised[k]!;
    if (one.change === "per-year" || one.item.kind === "zero") continue;
    const next = promised[k + 1]?.at ?? items.length;
    one.every =
      ofUnit(tokens, one, heading) ??
      before(tokens, items, one, heading) ??
      after(items, one, next, heading) ??
      // What has a date of its own is due then, whatever stands above: "Hằng năm:" over "- Đến năm 2025 đạt 60%".
      (one.period?.kind === "point" ? null : heading.cadence);
  }
  spreadBack(items, promised);
}

/** "02 lễ hội cấp tỉnh, 10 lễ hội cấp huyện hằng năm": the cadence at the end of a list of counts is that of all. */
function spreadBack(items: readonly Item[], promised: readonly Promised[]): void {
  for (let k = promised.length - 2; k >= 0; k -= 1) {
    const [one, later] = [promised[k]!, promised[k + 1]!];
    if (one.every !== null || one.period !== null || later.every === null || later.period !== null) continue;
    if (one.quantity?.unit.kind !== "noun" || later.quantity?.unit.kind !== "noun") continue;
    const isList = items
      .slice(one.at, later.at)
      .every((item) => item.kind !== "separator" || item.strength < 3);
    if (isList && !items.slice(one.at, later.at).some(({ kind }) => kind === "cadence"))
      one.every = later.every;
  }
}

const YEAR = wordKey("năm");

/** The nearest cadence before it, unless a new date or a semicolon has begun something else. */
function before(
  tokens: readonly Token[],
  items: readonly Item[],
  one: Promised,
  heading: HeadingContext,
): Cadence | null {
  let isParted = false;
  let hasDate = false;
  for (let i = one.at - 1; i >= 0; i -= 1) {
    const item = items[i]!;
    if (item.kind === "cadence" || isYearlyAverage(tokens, item)) {
      const isOfNumber = items[i - 1]?.kind === "quantity";
      if (
        isOfNumber ||
        (isParted && !goesForAll(tokens, items, i, one, heading)) ||
        endsAnother(tokens, items, i, one)
      )
        return null;
      if (isDueOnce(items, i, one, heading) && isOfDeed(tokens, items, i)) return null;
      return item.kind === "cadence" ? item.cadence : "year";
    }
    if (item.kind === "separator" && item.strength === 3) isParted = true;
    if (item.kind === "separator" && hasDate && items[i - 1]?.kind !== "cadence") return null;
    if (item.kind === "period" && item.period.kind === "point") hasDate = true;
  }
  return null;
}

/** "Phấn đấu hằng năm …; …": it goes for all of the sentence, but from counts to no rate that the heading dates. */
function goesForAll(
  tokens: readonly Token[],
  items: readonly Item[],
  cadence: number,
  one: Promised,
  heading: HeadingContext,
): boolean {
  if (!items.slice(0, cadence).every(({ kind }) => kind === "promise")) return false;
  const first = items.slice(cadence).find((item) => item.kind === "quantity");
  const isOfCounts = first?.kind === "quantity" && first.quantity.unit.kind === "noun";
  const part = items.findLastIndex((item, at) => at < one.at && isSemicolon(item)) + 1;
  const isRate = one.quantity?.unit.kind === "percent" && startsPhrase(RATE, tokens, items[part]!.from);
  return heading.period === null || !isOfCounts || !isRate;
}

const RATE = phraseSet("tỷ lệ, the share, the rate");

/** A share with a date of its own, or of the heading where the cadence is that of something periodic. */
function isDueOnce(
  items: readonly Item[],
  cadence: number,
  { quantity, period, change }: Promised,
  heading: HeadingContext,
): boolean {
  if (quantity?.unit.kind !== "percent" || change !== null) return false;
  const date = period ?? (items[cadence - 1]?.kind === "periodic" ? heading.period : null);
  return date?.kind === "point";
}

const UNDERGOING = phraseSet("được, bị");

/** "tỷ lệ người cao tuổi được khám sức khỏe hằng năm": how often each is examined, not how often the share is due. */
function isOfDeed(tokens: readonly Token[], items: readonly Item[], cadence: number): boolean {
  for (let i = cadence - 1; i >= 0; i -= 1) {
    const { kind, from } = items[i]!;
    if (startsPhrase(UNDERGOING, tokens, from)) return i < cadence - 1;
    if (kind !== "word" && kind !== "periodic" && kind !== "light") return false;
  }
  return false;
}

/**
 * "trồng 500 ha rừng mỗi năm, độ che phủ đạt 57%": the cadence ends a number of another kind, before a separator that
 * leads to no part of it ("500 đảng viên mỗi năm, trong đó nữ chiếm 45%").
 */
function endsAnother(
  tokens: readonly Token[],
  items: readonly Item[],
  cadence: number,
  one: Promised,
): boolean {
  if (items[cadence + 1]?.kind !== "separator") return false;
  const joints = items.slice(cadence + 1, cadence + 3).filter(({ kind }) => kind === "separator");
  if (joints.some(({ from }) => startsPhrase(within, tokens, from) || tokens[from]!.key === "("))
    return false;
  for (let i = cadence - 1; i >= 0; i -= 1) {
    const item = items[i]!;
    if (item.kind === "separator") return false;
    if (item.kind === "quantity") return item.quantity.unit.kind !== one.quantity?.unit.kind;
  }
  return false;
}

function isYearlyAverage(tokens: readonly Token[], item: Item): boolean {
  return item.kind === "average" && tokens[item.to - 1]!.key === YEAR;
}

function after(
  items: readonly Item[],
  one: Promised,
  until: number,
  heading: HeadingContext,
): Cadence | null {
  // "từ 95% trở lên hằng năm"
  const next = items[one.at + (items[one.at + 1]?.kind === "light" ? 2 : 1)];
  if (one.change === null && next?.kind === "cadence") return next.cadence;
  if (one.quantity === null || (one.quantity.unit.kind === "percent" && one.period !== null)) return null;
  for (let i = one.at + 1; i < until; i += 1) {
    const item = items[i]!;
    if (item.kind === "separator" && item.strength > 1) return null;
    if (item.kind === "cadence") return isDueOnce(items, i, one, heading) ? null : item.cadence;
  }
  return null;
}

/** "01 lần/năm" recurs; "85 triệu đồng/người/năm" is a level, and so is "500 tấn/năm" by a date. */
function ofUnit(
  tokens: readonly Token[],
  { quantity, period }: Promised,
  heading: HeadingContext,
): Cadence | null {
  if (quantity === null || quantity.unit.cadence === null || quantity.unit.slashes !== 1) return null;
  if (quantity.unit.kind === "percent") return null;
  if (startsPhrase(EVENTS, tokens, quantity.unitFrom)) return quantity.unit.cadence;
  const date = period ?? heading.period;
  return date === null || date.kind !== "point" ? quantity.unit.cadence : null;
}

const REPORTING = phraseSet("báo cáo, gửi, sơ kết, tổng kết, tổng hợp báo cáo, report");

/** "Định kỳ hàng tháng …" without a number: at least once, in each statement of a sentence. */
export function readPeriodic(
  tokens: readonly Token[],
  items: readonly Item[],
  promised: readonly Promised[],
): readonly Promised[] {
  if (items.some((item) => item.kind === "period" && item.period.kind === "deadline")) return [];
  return statementsOf(items).flatMap(({ from, to }) => {
    const at = items.findIndex(
      (item, index) => index >= from && item.kind === "periodic" && items[index + 1]?.kind === "cadence",
    );
    const cadence = items[at + 1];
    if (at < 0 || at >= to || cadence?.kind !== "cadence") return [];
    const last = items[to - 1]!;
    if (hasPhrase(REPORTING, tokens, cadence.to, Math.min(last.to, cadence.to + REPORT_REACH))) return [];
    const hasOther = promised.some(
      (one) => one.at >= from && one.at < to && (one.every !== null || isSameAct(items, at, one)),
    );
    if (hasOther) return [];
    const period = rangeIn(items.slice(from, to)) ?? rangeIn(items);
    return [
      {
        at,
        item: { ...items[at]!, to: cadence.to },
        quantity: null,
        value: "1",
        comparator: ">=",
        change: null,
        leads: true,
        moves: false,
        period,
        every: cadence.cadence,
      },
    ];
  });
}

/** "90% người cao tuổi được khám sức khỏe định kỳ hằng năm": nothing parts what recurs from the number. */
function isSameAct(items: readonly Item[], periodic: number, { at, quantity }: Promised): boolean {
  const between = items.slice(Math.min(at, periodic), Math.max(at, periodic));
  return quantity?.unit.kind === "percent" && between.every(({ kind }) => kind !== "separator");
}

const REPORT_REACH = 14;

function rangeIn(items: readonly Item[]): Promised["period"] {
  for (const item of items) if (item.kind === "period" && item.period.kind !== "deadline") return item.period;
  return null;
}
