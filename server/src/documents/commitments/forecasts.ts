import type { Item } from "./items.ts";
import { isTarget } from "./outcomes.ts";
import { isSemicolon } from "./parts.ts";
import { hasPhrase, phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Token } from "./tokens.ts";

/**
 * The items that tell what is expected to come about by itself: "Theo dự báo, đến năm 2030 dân số sẽ đạt 1,6 triệu
 * người; …", up to what is striven for after that.
 */
export function findForecast(tokens: readonly Token[], items: readonly Item[]): readonly number[] {
  const from = items.findIndex((_, at) => isForecast(tokens, items, at));
  if (from < 0) return [];
  const hope = items.findIndex((_, at) => at > from && isHope(tokens, items, at));
  return Array.from({ length: (hope < 0 ? items.length : hope) - from }, (_, at) => from + at);
}

function isForecast(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const { from } = items[at]!;
  if (startsPhrase(FORECAST, tokens, from)) return true;
  if (!startsPhrase(FORECASTING, tokens, from) || isService(tokens, items, from)) return false;
  return (
    opensStatement(items, at) || (startsPhrase(BY_SOURCE, tokens, items[0]!.from) && isOfDate(items, at))
  );
}

const FORECAST = phraseSet("theo dự báo, được dự báo, theo kết quả dự báo, projected to, forecast to");
const FORECASTING = phraseSet("dự báo");

/** Only a date may stand before it. */
function opensStatement(items: readonly Item[], at: number): boolean {
  let before = at - 1;
  while (
    items[before]?.kind === "period" ||
    (items[before]?.kind === "separator" && !isSemicolon(items[before]))
  )
    before -= 1;
  return before < 0 || isSemicolon(items[before]);
}

const BY_SOURCE = phraseSet("theo");

/** "Theo kịch bản biến đổi khí hậu, dự báo đến năm 2050 …" */
function isOfDate(items: readonly Item[], at: number): boolean {
  const next = items[at + 1]?.kind === "word" ? items[at + 2] : items[at + 1];
  const isFirst = !items.slice(0, at).some(({ kind }) => kind === "quantity" || kind === "promise");
  return isFirst && items[at - 1]?.kind === "separator" && next?.kind === "period" && next.period.until;
}

/** "Dự báo bão, lũ đạt độ tin cậy 75%": how well it is done. */
function isService(tokens: readonly Token[], items: readonly Item[], from: number): boolean {
  return hasPhrase(SERVICE, tokens, from, items.at(-1)!.to);
}

const SERVICE = phraseSet("độ tin cậy, độ chính xác, cảnh báo");

/** "sẽ" is in forecasts, too. */
function isHope(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const { kind, from } = items[at]!;
  if (kind === "promise") return !startsPhrase(FUTURE, tokens, from);
  return isTarget(tokens, items, at) && items.slice(0, at).some((item) => item.kind === "quantity");
}

const FUTURE = phraseSet("sẽ, will");
