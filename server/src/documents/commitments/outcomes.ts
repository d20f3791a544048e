import type { Item } from "./items.ts";
import { statementsOf } from "./parts.ts";
import { hasPhrase, matchPhrase, phraseSet, startOfPhraseBefore, startsPhrase } from "./phrase-table.ts";
import type { Token } from "./tokens.ts";

/**
 * How many items at the head of a sentence tell what came about, by a sign that no promise has: "ghi nhận 120 ca",
 * "xếp thứ 24/63", "toàn tỉnh trồng được 500 ha", "thấp hơn mục tiêu đề ra", "năm 2024 đạt 112%", "năm 2024 là 320 tỷ
 * đồng". Up to what is striven for or due by the end of a year; 0 where there is no such sign. `isOfPlan`: in a plan
 * "năm 2025 là 60%" is how targets are written, and "năm 2025, toàn tỉnh có 80 xã", too.
 */
export function countOutcomes(tokens: readonly Token[], items: readonly Item[], isOfPlan: boolean): number {
  const told = items.slice(0, endOfTold(tokens, items));
  if (told.some((item) => item.kind === "cadence" || isDue(tokens, item))) return 0;
  const from = told[0]?.from ?? 0;
  const to = told.at(-1)?.to ?? 0;
  if (startsPhrase(TARGETS, tokens, from)) return 0;
  const isOutcome =
    (startsPhrase(OUT_OF_ALL, tokens, from) && !told.some(({ kind }) => kind === "comparator")) ||
    hasPhrase(JUDGED, tokens, from, to) ||
    (hasDate(told) && (hasPhrase(RECORDED, tokens, from, to) || isSinceLastYear(tokens, told))) ||
    (!isOfPlan && startsPhrase(ENDED, tokens, from) && !told.some(isLimit)) ||
    told.some((_, at) => isJudged(tokens, told, at) || (!isOfPlan && isResult(tokens, told, at)));
  return isOutcome ? told.length : 0;
}

/**
 * The items of statements that tell how a target came out, whose year may be worded as if to come: "Đến năm 2024, 100%
 * xã có chợ, vượt mục tiêu", "Chỉ tiêu đến năm 2025 đạt 30% không hoàn thành".
 */
export function findSettled(
  tokens: readonly Token[],
  items: readonly Item[],
  inherits: boolean,
): readonly number[] {
  return statementsOf(items).flatMap(({ from, to }) => {
    const statement = items.slice(from, to);
    // What has its time from a heading is of the plan: "Thu ngân sách đạt 12.000 tỷ đồng, vượt chỉ tiêu được giao".
    const settled = inherits && !hasDate(statement) ? 0 : countSettled(tokens, statement);
    return Array.from({ length: settled }, (_, at) => from + at);
  });
}

/** How many items at the head of a statement: up to what is striven for after that; 0 where it tells no such thing. */
function countSettled(tokens: readonly Token[], statement: readonly Item[]): number {
  const isOfTarget = startsPhrase(TARGETS, tokens, statement[0]?.from ?? -1);
  let isSettled = false;
  for (let at = isOfTarget ? 1 : 0; at < statement.length; at += 1) {
    const { kind, from } = statement[at]!;
    if (kind === "promise") return isSettled ? at : 0;
    isSettled ||=
      isSettlement(tokens, statement, at) ||
      (isOfTarget && (isFailure(tokens, from) || startsPhrase(RESULTED, tokens, from)));
  }
  return isSettled ? statement.length : 0;
}

/** Right behind a comma; "hoàn thành, vượt chỉ tiêu" is what is asked. */
function isSettlement(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  if (items[at - 1]?.kind !== "separator" || !startsPhrase(SETTLED, tokens, items[at]!.from)) return false;
  return startOfPhraseBefore(ACHIEVING, tokens, items[at - 1]!.from) === null;
}

/** "… không hoàn thành." but not "hồ sơ không hoàn thành đúng hạn". */
function isFailure(tokens: readonly Token[], from: number): boolean {
  const failed = matchPhrase(FAILED, tokens, from);
  if (failed === null) return false;
  const next = tokens[from + failed.length];
  return next === undefined || next.kind === "sign" || startsPhrase(BECAUSE, tokens, from + failed.length);
}

const SETTLED = phraseSet(
  "vượt mục tiêu, vượt kế hoạch, vượt chỉ tiêu, chưa đạt mục tiêu, chưa đạt kế hoạch, chưa đạt chỉ tiêu, không đạt mục tiêu, không đạt kế hoạch, không đạt chỉ tiêu, " +
    "chưa hoàn thành mục tiêu, chưa hoàn thành kế hoạch, chưa hoàn thành chỉ tiêu, không hoàn thành mục tiêu, không hoàn thành kế hoạch, không hoàn thành chỉ tiêu",
);
const ACHIEVING = phraseSet("hoàn thành, đạt, và");
const FAILED = phraseSet(
  "không đạt, chưa đạt, không đạt được, chưa đạt được, không hoàn thành, chưa hoàn thành, không thực hiện được, chưa thực hiện được",
);
const BECAUSE = phraseSet("do, vì");
/** "Mục tiêu đến năm 2025 đạt 30%, thực tế chỉ đạt 24%". */
const RESULTED = phraseSet(
  "kết quả mới đạt, kết quả chỉ đạt, thực tế mới đạt, thực tế chỉ đạt, nhưng mới đạt, nhưng chỉ đạt, song mới đạt, song chỉ đạt",
);

const TARGETS = phraseSet("chỉ tiêu, mục tiêu, nhiệm vụ");
const JUDGED = phraseSet(
  "thấp hơn mục tiêu, thấp hơn kế hoạch, thấp hơn chỉ tiêu, thấp hơn so với mục tiêu, thấp hơn so với kế hoạch, cao hơn mục tiêu, cao hơn kế hoạch, cao hơn chỉ tiêu, vượt mục tiêu, vượt kế hoạch, vượt chỉ tiêu, " +
    "chưa đạt mục tiêu, chưa đạt kế hoạch, chưa đạt chỉ tiêu, không đạt mục tiêu, không đạt kế hoạch, không đạt chỉ tiêu",
);
/** "Trong tổng số 2.345 đảng viên mới có 1.120 nữ, chiếm 47,8%". */
const OUT_OF_ALL = phraseSet("trong tổng số, trong số, theo khảo sát, theo điều tra, theo rà soát");
const RECORDED = phraseSet("ghi nhận, đến nay");
const ENDED = phraseSet("kết thúc năm, kết thúc năm học, kết thúc giai đoạn");

/** Before the part that has a word of promise or the year by whose end something is due. */
function endOfTold(tokens: readonly Token[], items: readonly Item[]): number {
  let at = items.findIndex(
    (item, index) => item.kind === "promise" || isByYear(item) || isTarget(tokens, items, index),
  );
  if (at < 0) return items.length;
  while (at > 0 && items[at]!.kind !== "separator") at -= 1;
  return at;
}

/** "…; chỉ tiêu năm 2026 là 94%". */
export function isTarget(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  return items[at - 1]?.kind === "separator" && startsPhrase(TARGETS, tokens, items[at]!.from);
}

const YEAR_LENGTH = 4;

/** "đến năm 2030", but not "đến ngày 30/6/2024". */
function isByYear(item: Item): boolean {
  if (item.kind !== "period") return false;
  const { kind, until, to } = item.period;
  return kind === "open" || (kind === "point" && until && to.length === YEAR_LENGTH);
}

const INTO = phraseSet("vào");

function isDue(tokens: readonly Token[], item: Item): boolean {
  return item.kind === "period" && startsPhrase(INTO, tokens, item.from);
}

function hasDate(items: readonly Item[]): boolean {
  return items.some(({ kind }) => kind === "period");
}

const SAME_TIME = phraseSet("so với cùng kỳ, so cùng kỳ");

/** "9 tháng đầu năm 2024 …, giảm 34% so với cùng kỳ": what is dated and compared with the same months before. */
function isSinceLastYear(tokens: readonly Token[], items: readonly Item[]): boolean {
  const at = items.findIndex(
    (item, index) => startsPhrase(SAME_TIME, tokens, item.from) || isToMonth(items, index),
  );
  return at > 0 && hasDate(items.slice(0, at)) && !items.slice(0, at).some(isBound);
}

/** "giảm ít nhất 5% …", "giảm từ 5% trở lên": nobody tells so by how much it came down. */
function isBound(item: Item, at: number, items: readonly Item[]): boolean {
  if (item.kind !== "quantity" || item.quantity.unit.kind !== "percent") return false;
  const before = items[at - 1];
  if (before?.kind === "comparator") return before.comparator === ">=" || before.comparator === "<=";
  return item.quantity.suffix !== null;
}

/** "so với tháng 9/2025". */
function isToMonth(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return items[at]!.kind === "compared" && next?.kind === "period" && next.period.to.length > YEAR_LENGTH;
}

/** "xếp thứ 24/63", "vượt 1,3% so với kế hoạch", "đạt 104% kế hoạch", "phát sinh khoảng 1.150 tấn". */
function isJudged(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const item = items[at]!;
  if (item.kind !== "quantity") return false;
  const before = items[at - 1];
  const { quantity } = item;
  if (quantity.isRank && tokens[quantity.unitFrom - 2]?.key === "/") return true;
  if (before?.kind === "comparator" && before.comparator === "about" && !items.some(isChange))
    return hasDate(items) && hasPhrase(ARISING, tokens, items[0]!.from, before.from);
  if (!startsPhrase(GOALS, tokens, quantity.end)) return false;
  return startsPhrase(BEYOND, tokens, before?.from ?? -1) || (before?.kind === "level" && isBeyondAll(item));
}

function isBeyondAll({ quantity }: Item & { readonly kind: "quantity" }): boolean {
  return quantity.unit.kind === "percent" && Number(quantity.value) > ALL;
}

/** Signs of a result in what stands alone. */
function isResult(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const item = items[at]!;
  if (item.kind !== "quantity") return false;
  const [earlier, before] = [items[at - 2], items[at - 1]];
  const { quantity } = item;
  if (startsPhrase(GOT, tokens, before?.from ?? -1))
    return hasPhrase(WHOLE, tokens, items[0]!.from, before!.from);
  if (startsPhrase(HAVING, tokens, before?.from ?? -1) && quantity.unit.kind === "noun")
    return hasDate(items.slice(0, at)) && hasPhrase(WHOLE, tokens, before!.from - 2, before!.from);
  if (earlier?.kind !== "period" || before?.kind !== "level" || earlier.period.kind !== "point") return false;
  if (!startsPhrase(BEING, tokens, before.from)) return isBeyondAll(item);
  return !hasPhrase(WITHIN, tokens, items[0]!.from, before.from) && !isSeries(tokens, items);
}

/** "năm 2025 là 60%, năm 2030 là 75%": milestones. */
function isSeries(tokens: readonly Token[], items: readonly Item[]): boolean {
  const dated = items.filter(
    ({ kind }, at) => kind === "period" && startsPhrase(BEING, tokens, items[at + 1]?.from ?? -1),
  );
  return dated.length > 1;
}

/** "còn dưới 3%", and all of them: who tells what came about has a figure. */
function isLimit(item: Item): boolean {
  if (item.kind === "quantity")
    return item.quantity.unit.kind === "percent" && Number(item.quantity.value) === ALL;
  return item.kind === "comparator" && item.comparator !== "about";
}

function isChange({ kind }: Item): boolean {
  return kind === "change";
}

/** "Chất thải phát sinh năm 2023 khoảng 1.150 tấn/ngày": what arises is reckoned, not promised. */
const ARISING = phraseSet("phát sinh, thiệt hại");
const HAVING = phraseSet("có");
const GOT = phraseSet("được");
const WHOLE = phraseSet("toàn tỉnh, cả tỉnh, toàn thành phố, toàn huyện, toàn xã, toàn ngành, cả nước");
const BEING = phraseSet("là");
/** "1.120 hộ, riêng năm 2026 là 350 hộ": a part of what is promised. */
const WITHIN = phraseSet("riêng, trong đó");
const BEYOND = phraseSet("vượt");
const GOALS = phraseSet("kế hoạch, chỉ tiêu, dự toán, so với kế hoạch, so với dự toán");
/** No plan sets out to do more than all: what is above it was measured. */
const ALL = 100;
