import type { Item } from "./items.ts";
import { type LeftContext, readLeft } from "./left-context.ts";
import { growth, zeroDoubts, zeroSpoilers } from "./lexicon.ts";
import { isNoPromise } from "./no-promises.ts";
import { hasPhrase, phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Change, Promised } from "./promise.ts";
import type { Quantity } from "./quantities.ts";
import type { Token } from "./tokens.ts";

/** The quantities of a sentence that are promised, and whether some were neither promised nor known to be none. */
export interface Selection {
  readonly promised: Promised[];
  readonly hasDoubt: boolean;
}

interface Candidate {
  readonly at: number;
  readonly left: LeftContext;
  /** Where its part of the sentence begins, among the items. */
  readonly part: number;
}

/** Picks the promised quantities among the items of one sentence. */
export function selectPromised(
  tokens: readonly Token[],
  items: readonly Item[],
  inherits: boolean,
): Selection {
  const promised: Promised[] = [];
  const past = findPast(items);
  const hasWhen = inherits || items.some(({ kind }) => kind === "period" || kind === "cadence");
  let hasDoubt = false;
  let previous: Candidate | null = null;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    if (past.has(at)) continue;
    if (item.kind === "zero") {
      if (isZero(tokens, items, at)) promised.push(zeroAt(items, at));
      continue;
    }
    if (item.kind !== "quantity" && item.kind !== "doubled") continue;
    const candidate = { at, left: readLeft(tokens, items, at), part: partOf(items, at) };
    const verdict = judge(tokens, items, candidate, previous, hasWhen);
    if (verdict === "doubt") hasDoubt = true;
    if (verdict !== "promise" || isStateBefore(items, at)) continue;
    if (previous !== null && isInsideSubject(tokens, items, previous, candidate)) promised.pop();
    promised.push(toPromised(tokens, items, candidate));
    previous = candidate;
  }
  return { promised, hasDoubt };
}

/** "năm 2024 là 6,2%; phấn đấu đến năm 2030 còn dưới 2%": what stands before the striving, with a year that is no limit. */
function isStateBefore(items: readonly Item[], at: number): boolean {
  const promise = items.findIndex(({ kind }) => kind === "promise");
  if (promise < at || !items.slice(promise).some(({ kind }) => kind === "period")) return false;
  const dates = items.slice(0, promise).filter((item) => item.kind === "period");
  return (
    dates.length > 0 &&
    dates.every((item) => item.kind === "period" && item.period.kind === "point" && !item.period.until)
  );
}

/** "từ 78% hiện nay lên 95%". */
function isOfBaseline(before: Item | undefined): boolean {
  return before?.kind === "quantity" && before.quantity.afterFrom;
}

const COMPARED_REACH = 6;

/** The items that tell of the present or the past, or of what a change is compared with. */
function findPast(items: readonly Item[]): ReadonlySet<number> {
  const past = new Set<number>();
  let isPast = false;
  let compared = 0;
  let told = false;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    if (item.kind === "present") isPast ||= !isOfBaseline(items[at - 1]);
    else if (item.kind === "already" && leadsToNumber(items, at)) isPast = true;
    else if (item.kind === "promise") isPast = false;
    else if (item.kind === "period" && isPast && told && item.period.until && item.period.kind === "point")
      isPast = false;
    else if (item.kind === "compared") compared = COMPARED_REACH;
    if (item.kind === "separator" && compared < COMPARED_REACH) compared = 0;
    if (item.kind === "quantity") told = true;
    if (isPast || compared > 0) past.add(at);
    if (compared > 0) compared -= 1;
    if (compared > 0 && item.kind === "period") compared = 0;
  }
  return past;
}

/** "đã đạt 80%", "đã trồng được 500 ha", but not "hồ sơ đã tiếp nhận được giải quyết đạt 90%". */
function leadsToNumber(items: readonly Item[], at: number): boolean {
  for (let i = at + 1; i <= at + 4 && i < items.length; i += 1) {
    const { kind } = items[i]!;
    if (kind === "quantity") return true;
    if (kind === "separator" || kind === "period") return false;
  }
  return false;
}

/** Where the part of the sentence begins that an item stands in: after a comma, or an "và" that joins numbers. */
export function partOf(items: readonly Item[], at: number): number {
  for (let i = at - 1; i >= 0; i -= 1) {
    const item = items[i]!;
    if (item.kind === "separator" && (item.strength > 1 || opensNumber(items, i))) return i + 1;
  }
  return 0;
}

const OPENING_REACH = 4;
/** After "và đến năm 2030" a verb of doing may come first. */
const DATED_REACH = 8;

/** "và" joins two numbers when a date, a comparator, a verb or the number itself follows it. */
function opensNumber(items: readonly Item[], at: number): boolean {
  const reach = items[at + 1]?.kind === "period" ? DATED_REACH : OPENING_REACH;
  for (let i = at + 1; i <= at + reach && i < items.length; i += 1) {
    const { kind } = items[i]!;
    if (kind === "quantity") return true;
    if (reach === DATED_REACH && kind === "word") continue;
    if (kind === "word" && i > at + 1) return false;
    if (kind === "separator" || kind === "name") return false;
  }
  return false;
}

type Verdict = "promise" | "none" | "doubt";

function judge(
  tokens: readonly Token[],
  items: readonly Item[],
  candidate: Candidate,
  previous: Candidate | null,
  hasWhen: boolean,
): Verdict {
  const { at, left, part } = candidate;
  const item = items[at]!;
  if (item.kind === "doubled") return "promise";
  if (item.kind !== "quantity") return "none";
  const { quantity } = item;
  const isFirst = previous === null || previous.part !== part || previous.at < part;
  if (quantity.afterFrom && quantity.suffix === null && isBaseline(items, at)) return "none";
  if (isNoPromise({ tokens, from: items[part]!.from, at: item.from, quantity, left })) return "none";
  if (!isFirst && isNested(tokens, items, previous, candidate)) return "none";
  if (isFirst && previous !== null && isPredicate(items, previous, candidate, quantity)) return "none";
  if (quantity.isRank) return "promise";
  if (left.hasMultiple || (left.hasChange && startsPhrase(TIMES, tokens, quantity.unitFrom)))
    return "promise";
  if (isAbsoluteChange(quantity, left)) return "doubt";
  if (quantity.unit.kind === "percent" || quantity.unit.kind === "points") return "promise";
  return judgeCount(tokens, items, candidate, quantity, previous, hasWhen);
}

const BASELINE_REACH = 9;

/** "từ 21% (năm 2020) xuống còn 17%": the first is where things stand. */
function isBaseline(items: readonly Item[], at: number): boolean {
  for (let i = at + 1; i <= at + BASELINE_REACH && i < items.length; i += 1) {
    const item = items[i]!;
    if (item.kind === "level") return items.slice(i + 1, i + 4).some(({ kind }) => kind === "quantity");
    if (item.kind === "quantity") return false;
    if (item.kind === "separator" && item.strength === 3) return false;
  }
  return false;
}

/** A second number in one part says more about the first ("100% xã có ít nhất 01 mô hình"). */
function isNested(
  tokens: readonly Token[],
  items: readonly Item[],
  previous: Candidate,
  candidate: Candidate,
): boolean {
  const between = items.slice(previous.at + 1, candidate.at);
  if (between.some(({ kind }) => kind === "cadence")) return false;
  if (isInsideSubject(tokens, items, previous, candidate)) return false;
  if (between.every(({ kind }) => kind !== "word" && kind !== "name")) return false;
  return !(candidate.left.moves || between.some(({ kind }) => kind === "period")) || !candidate.left.hasLevel;
}

/** "100% xã, phường có ít nhất 01 mô hình": what those hundred percent have. */
function isPredicate(
  items: readonly Item[],
  previous: Candidate,
  { at, left }: Candidate,
  { unit }: Quantity,
): boolean {
  const first = items[previous.at]!;
  if (first.kind !== "quantity" || first.quantity.unit.kind !== "percent" || unit.kind === "percent")
    return false;
  if (left.hasLevel || left.hasChange || unit.kind === "points") return false;
  return !items.slice(previous.at + 1, at).some(startsAnother);
}

function startsAnother(item: Item): boolean {
  return (
    item.kind === "period" ||
    item.kind === "cadence" ||
    (item.kind === "separator" && (item.strength === 3 || item.to > item.from + 1))
  );
}

const RATIOS = phraseSet(
  "tỷ lệ, tỷ trọng, tỷ suất, tỷ số, số, số lượng, tổng số, chỉ số, mức, diện tích, tốc độ, the share, the rate",
);

/** "Tỷ lệ doanh nghiệp có trên 100 lao động … đạt 80%": the first number belongs to what is measured. */
function isInsideSubject(
  tokens: readonly Token[],
  items: readonly Item[],
  previous: Candidate,
  { at, left, part }: Candidate,
): boolean {
  if (!left.hasLevel && !left.hasChange) return false;
  if (previous.left.hasLevel || previous.left.hasChange || items[previous.at]!.kind !== "quantity")
    return false;
  const from = items[previous.part]!.from;
  if (!startsRatio(tokens, from, items[previous.at]!.from)) return false;
  if (part > previous.at && startsRatio(tokens, items[part]!.from, items[at]!.from)) return false;
  const between = items.slice(previous.at + 1, at);
  const first = items[previous.at]!;
  const hasUnlike = first.kind === "quantity" && first.quantity.unit.kind !== "percent";
  return (
    hasUnlike &&
    !between.some((item) => item.kind === "period" || (item.kind === "separator" && item.strength === 3))
  );
}

function startsRatio(tokens: readonly Token[], from: number, to: number): boolean {
  return hasPhrase(RATIOS, tokens, from, Math.min(to, from + 12));
}

/** "giảm 20 vụ": neither a level nor one of the changes that are known. */
function isAbsoluteChange(quantity: Quantity, left: LeftContext): boolean {
  const { unit, numeral } = quantity;
  if (!left.hasChange || left.hasLevel || numeral === "fraction") return false;
  return unit.kind !== "percent" && unit.kind !== "points";
}

const DOING = phraseSet(
  "có, xây dựng, xây, xây mới, mới, thêm, được, tổ chức, mở, hỗ trợ, đào tạo, bồi dưỡng, tập huấn, thành lập, duy trì, phát triển, trồng, thu hút, đón, cho, tạo, bố trí, lắp đặt, lắp, sửa chữa, cải tạo, nâng cấp, hoàn thành, vận động, tuyển dụng, tuyển, đưa, cấp, trao, " +
    "tặng, khám, tư vấn, xuất bản, phát hành, đăng, phát, biên soạn, sản xuất, khai thác, huy động, công nhận, xử lý, di dời, số hóa, kết nối, triển khai, thực hiện, tiến hành, nhân rộng, hình thành, chuyển đổi, cung cấp, bổ sung, xuất khẩu, tiếp nhận, tiêm, cứu chữa, dạy, hướng dẫn, kết nạp, giới thiệu, thí điểm, đầu tư, mua sắm, trang bị, " +
    "xóa, bàn giao, khởi công, kiểm tra, thanh tra, cứng hóa, khôi phục, phục hồi, thiết lập, vận hành, phân bổ, thả, nuôi, ký kết, ký, tham gia, cử, gửi, khánh thành, rà soát, phê duyệt, nghiên cứu, chuyển giao, hỗ trợ cho, giải quyết, giúp, tạo việc làm cho, làm mới, khoan, trên, đặt, củng cố, bảo đảm, đảm bảo, xây dựng được, " +
    "phủ, đóng mới, đón được, phổ biến, sáp nhập, giảm, phấn đấu, hold, holds, train, build, support, plant, open, create, organise, organize, organises, organizes, publish, publishes",
);

const NUMBER_OF = phraseSet("số, tổng số, các, of");

/** A count is promised where it is led to by a comparator or a verb, and somewhere it says when. */
function judgeCount(
  tokens: readonly Token[],
  items: readonly Item[],
  candidate: Candidate,
  quantity: Quantity,
  previous: Candidate | null,
  hasWhen: boolean,
): Verdict {
  const { at, left, part } = candidate;
  const item = items[at]!;
  const bounded = left.comparator !== null || quantity.suffix !== null;
  if (quantity.unit.kind === "none" && quantity.numeral !== "fraction")
    return (left.hasLevel || bounded) &&
      hasWhen &&
      quantity.numeral === "figure" &&
      !isListHead(tokens, item.to)
      ? "promise"
      : "doubt";
  if (quantity.numeral === "fraction")
    return bounded || left.hasLevel || left.hasChange || startsPhrase(NUMBER_OF, tokens, item.to)
      ? "promise"
      : "doubt";
  if (quantity.numeral === "word" && !bounded && !hasWhen) return "none";
  if (bounded) return isAttribute(tokens, items, candidate) ? "doubt" : "promise";
  if (!hasWhen) return "none";
  if (left.hasLevel || quantity.unit.kind === "ratio") return "promise";
  const before = left.before >= 0 && left.before >= part ? items[left.before] : undefined;
  if (before?.kind === "separator" && before.strength < 3 && previous === null) return "none";
  if (before === undefined || before.kind === "separator")
    return quantity.numeral === "word" && items[at - 1]?.kind !== "cadence" ? "none" : "promise";
  if (at > 0 && isDoing(tokens, items, at)) return "promise";
  return "doubt";
}

function isDoing(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const end = items[at]!.from;
  return [1, 2, 3, 4].some((back) => {
    if (end - back < 0) return false;
    return startsPhrase(DOING, tokens, end - back) && phraseEnds(tokens, end - back, end);
  });
}

function phraseEnds(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).map(({ key }) => key);
  return (
    words.every((word) => word !== ",") && hasPhrase(DOING, tokens, from, from + 1) && exact(tokens, from, to)
  );
}

function exact(tokens: readonly Token[], from: number, to: number): boolean {
  for (let length = to - from; length >= 1; length -= 1) {
    if (length === to - from && startsPhrase(DOING, tokens.slice(from, to), 0))
      return matchLength(tokens.slice(from, to)) === length;
  }
  return false;
}

function matchLength(words: readonly Token[]): number {
  let length = words.length;
  while (length > 0 && !startsPhrase(DOING, words.slice(0, length), 0)) length -= 1;
  return length;
}

function isListHead(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.key === "." || tokens[at]?.key === ")";
}

const ATTRIBUTES = phraseSet("từ, có, with, having");
const GROUPS = phraseSet(
  "các, những, nhóm, người, hộ, ưu tiên, đối tượng, quy mô, doanh nghiệp, xã, thôn, cơ sở, khu, bản",
);

/** "các xã có từ 1.500 dân trở lên": a bound that only says who is meant. */
function isAttribute(
  tokens: readonly Token[],
  items: readonly Item[],
  { at, left, part }: Candidate,
): boolean {
  const item = items[at]!;
  if (left.hasLevel || item.kind !== "quantity") return false;
  const from = items[part]!.from;
  const hasPeriod = items.slice(part, at).some(({ kind }) => kind === "period" || kind === "cadence");
  return !hasPeriod && hasPhrase(ATTRIBUTES, tokens, from, item.from) && startsPhrase(GROUPS, tokens, from);
}

function toPromised(tokens: readonly Token[], items: readonly Item[], { at, left }: Candidate): Promised {
  const item = items[at]!;
  const quantity = item.kind === "quantity" ? item.quantity : null;
  const change = changeOf(tokens, items, at, quantity, left);
  return {
    at,
    item,
    quantity,
    value: item.kind === "doubled" ? item.value : quantity!.value,
    comparator: comparatorOf(quantity, left, change),
    change,
    leads: left.hasLevel,
    moves: left.moves,
    hasAverage: left.hasAverage,
    period: null,
    every: null,
  };
}

function comparatorOf(
  quantity: Quantity | null,
  left: LeftContext,
  change: Change | null,
): Promised["comparator"] {
  if (quantity !== null && quantity.upper !== null) return "between";
  if (quantity?.isRank) return "<=";
  if (quantity?.suffix) return quantity.suffix;
  if (left.comparator !== null) return left.comparator;
  return change === null ? left.levelComparator : null;
}

function changeOf(
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  quantity: Quantity | null,
  left: LeftContext,
): Change | null {
  if (quantity === null || left.hasMultiple) return "multiple";
  const { unit, unitFrom } = quantity;
  if (unit.kind === "points") return "points";
  const part = items[partOf(items, at)]!.from;
  const start = items[at]!.from;
  if (unit.kind === "percent" && unit.cadence === "year") return "per-year";
  if (startsPhrase(TIMES, tokens, unitFrom) && unit.slashes === 0 && left.hasChange) return "multiple";
  const grows = left.hasChange || hasPhrase(growth, tokens, Math.max(part, start - 30), start);
  if (unit.kind === "percent" && grows && (left.hasAverage || hasYearAfter(items, at))) return "per-year";
  if (left.hasLevel) return null;
  if (left.hasChange) return "relative";
  return isObjectChange(tokens, items, at, quantity, left) ? "relative" : null;
}

const TIMES = phraseSet("lần, times");

/** "giảm 1% mỗi năm". */
function hasYearAfter(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return next?.kind === "cadence" && next.cadence === "year";
}

/** "Giảm số vụ tai nạn ít nhất 10%": the verb at the head, what it changes, and by how much. */
function isObjectChange(
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  quantity: Quantity,
  left: LeftContext,
): boolean {
  if (quantity.unit.kind !== "percent" && quantity.numeral !== "fraction") return false;
  if (left.comparator !== null && left.comparator !== ">=" && left.comparator !== "about") return false;
  for (let i = partOf(items, at); i < at; i += 1) {
    const { kind, from } = items[i]!;
    if (kind === "change") return !startsPhrase(NOUN_BEFORE, tokens, from - 1);
    if (kind === "word" || kind === "quantity" || kind === "name") return false;
  }
  return false;
}

const NOUN_BEFORE = phraseSet("độ, mức");

const SPOILER_REACH = 3;

/** "không còn hộ nghèo" as a predicate, not "người không còn khả năng lao động". */
function isZero(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const item = items[at]!;
  const next = items[at + 1];
  if (
    next === undefined ||
    next.kind === "quantity" ||
    next.kind === "comparator" ||
    next.kind === "separator"
  )
    return false;
  if (startsPhrase(zeroSpoilers, tokens, item.to)) return false;
  const part = items[partOf(items, at)]!.from;
  return !hasPhrase(zeroDoubts, tokens, Math.max(part, item.from - SPOILER_REACH), item.from);
}

function zeroAt(items: readonly Item[], at: number): Promised {
  return {
    at,
    item: items[at]!,
    quantity: null,
    value: "0",
    comparator: "=",
    change: null,
    leads: true,
    moves: false,
    hasAverage: false,
    period: null,
    every: null,
  };
}
