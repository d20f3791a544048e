import { findForecast } from "./forecasts.ts";
import type { Item } from "./items.ts";
import { countOutcomes, findSettled, isTarget } from "./outcomes.ts";
import { isSemicolon } from "./parts.ts";
import type { PeriodPhrase } from "./periods.ts";
import { phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Token } from "./tokens.ts";

/** "năm 2024 là 6,2%; phấn đấu đến năm 2030 còn dưới 2%": what stands before the striving, with a year that is no limit. */
export function isStateBefore(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const promise = items.findIndex(({ kind }) => kind === "promise");
  if (promise < at || !items.slice(promise).some(({ kind }) => kind === "period")) return false;
  const dates = items.slice(0, promise).filter((item) => item.kind === "period");
  return (
    dates.length > 0 &&
    dates.every(
      ({ period, from }) =>
        (period.kind === "point" || isSchoolYear(period)) &&
        !period.until &&
        !startsPhrase(DUE, tokens, from),
    )
  );
}

/** "năm học 2024-2025". */
function isSchoolYear({ kind, from, to }: PeriodPhrase): boolean {
  return kind === "stage" && Number(to) === Number(from) + 1;
}

const DUE = phraseSet("vào");

/** "từ 78% hiện nay lên 95%". */
function isOfBaseline(before: Item | undefined): boolean {
  return before?.kind === "quantity" && before.quantity.afterFrom;
}

const NEW = phraseSet("mới");

/** "Hằng năm, kết nạp đảng viên mới đạt 3%": what is new each year, not what "only reached 3%". */
function isOfNew(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  if (!startsPhrase(NEW, tokens, items[at]!.from) || items[at - 1]?.kind !== "word") return false;
  return items.slice(0, at).some(({ kind }) => kind === "cadence");
}

const EXISTING = phraseSet("hiện có");
const COMPARED_REACH = 6;

/** The items that tell of the present or the past, of what is only expected, or of what a change is compared with. */
export function findPast(
  tokens: readonly Token[],
  items: readonly Item[],
  inherits: boolean,
  isOfPlan: boolean,
): ReadonlySet<number> {
  const past = new Set(items.slice(0, inherits ? 0 : countOutcomes(tokens, items, isOfPlan)).keys());
  for (const at of [...findSettled(tokens, items, inherits), ...findForecast(tokens, items)]) past.add(at);
  let isPast = false;
  let compared = 0;
  let told = false;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at]!;
    // "duy trì 32 mô hình hiện có"
    if (startsPhrase(EXISTING, tokens, item.from) && items[at - 1]?.kind === "quantity") past.add(at - 1);
    if (isAsOf(tokens, items, at)) for (const told of beforeIn(items, at)) past.add(told);
    if (item.kind === "present") isPast ||= !isOfBaseline(items[at - 1]) && !isOfNew(tokens, items, at);
    else if (item.kind === "already" && leadsToNumber(items, at)) isPast = true;
    else if (item.kind === "promise" || (told && isTarget(tokens, items, at))) isPast = false;
    else if (item.kind === "period" && isPast && told && item.period.until && item.period.kind === "point")
      isPast = false;
    else if (item.kind === "compared") compared = COMPARED_REACH;
    else if (compared > 0 && leadsOn(tokens, item, items[at - 1])) compared = 0;
    if (item.kind === "separator" && compared < COMPARED_REACH) compared = 0;
    if (item.kind === "quantity") told = true;
    if (isPast || compared > 0) past.add(at);
    if (compared > 0) compared -= 1;
    if (compared > 0 && item.kind === "period") compared = 0;
  }
  return past;
}

const AS_OF = phraseSet("tính đến, tính tới");

/** "Tỉnh có 320 hợp tác xã tính đến hết năm 2025": the day of counting, at the end of what was counted. */
function isAsOf(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const after = items[at + 2];
  if (!startsPhrase(AS_OF, tokens, items[at]!.from) || items[at + 1]?.kind !== "period") return false;
  return after === undefined || after.kind === "separator";
}

/** The items before `at` in its stretch between semicolons; none where they are striven for. */
function beforeIn(items: readonly Item[], at: number): readonly number[] {
  const told: number[] = [];
  for (let i = at - 1; i >= 0 && !isSemicolon(items[i]); i -= 1) {
    if (items[i]!.kind === "promise" || items[i]!.kind === "cadence") return [];
    told.push(i);
  }
  return told;
}

/** "của nữ so với nam giảm còn 1,7 lần": with the verb the comparison is over; in "so với mức 45%" it is not. */
function leadsOn(tokens: readonly Token[], item: Item, before: Item | undefined): boolean {
  if (before?.kind === "compared") return false;
  if (item.kind === "change") return true;
  return item.kind === "level" && (item.comparator !== null || startsPhrase(REACHING, tokens, item.from));
}

const REACHING = phraseSet("đạt, lên, tăng lên, nâng lên, reach, reaches");

/** "đã đạt 80%", "đã trồng được 500 ha", but not "hồ sơ đã tiếp nhận được giải quyết đạt 90%". */
function leadsToNumber(items: readonly Item[], at: number): boolean {
  for (let i = at + 1; i <= at + 4 && i < items.length; i += 1) {
    const { kind } = items[i]!;
    if (kind === "quantity") return true;
    if (kind === "separator" || kind === "period") return false;
  }
  return false;
}
