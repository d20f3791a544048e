import { doingBefore, isAfterAnd } from "./counts.ts";
import type { Item } from "./items.ts";
import type { LeftContext } from "./left-context.ts";
import { rankVerbs } from "./lexicon.ts";
import { type Candidate, isSemicolon } from "./parts.ts";
import { hasPhrase, phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Quantity } from "./quantities.ts";
import type { Token } from "./tokens.ts";

const BASELINE_REACH = 9;

/** "từ 21% (năm 2020) xuống còn 17%", "đạt 75%, tăng từ 62% năm 2024": where things stand. */
export function isBaseline(
  tokens: readonly Token[],
  items: readonly Item[],
  { at, left }: Candidate,
  previous: Candidate | null,
): boolean {
  if (
    previous !== null &&
    (startsPhrase(UP_FROM, tokens, items[at]!.from - 2) || (left.hasChange && isDated(items, at)))
  )
    return true;
  for (let i = at + 1; i <= at + BASELINE_REACH && i < items.length; i += 1) {
    const item = items[i]!;
    if (item.kind === "level") return items.slice(i + 1, i + 4).some(({ kind }) => kind === "quantity");
    if (item.kind === "quantity") return false;
    if (isSemicolon(item)) return false;
  }
  return false;
}

const UP_FROM = phraseSet("up from, down from");

/** "62% năm 2024", "62% của năm 2024", "62% hiện nay". */
function isDated(items: readonly Item[], at: number): boolean {
  const next = items[at + 1]?.kind === "word" ? items[at + 2] : items[at + 1];
  return (
    next?.kind === "present" ||
    (next?.kind === "period" && next.period.kind === "point" && !next.period.until)
  );
}

/** A second number in one part says more about the first ("100% xã có ít nhất 01 mô hình"). */
export function isNested(
  tokens: readonly Token[],
  items: readonly Item[],
  previous: Candidate,
  candidate: Candidate,
): boolean {
  const between = items.slice(previous.at + 1, candidate.at);
  if (between.some(({ kind }) => kind === "cadence")) return false;
  if (isInsideSubject(tokens, items, previous, candidate)) return false;
  if (isRank(items, candidate)) return !isRankOfAnother(tokens, items, previous, candidate);
  if (isManner(tokens, items, previous, candidate.at)) return true;
  if (between.every(({ kind }) => kind !== "word" && kind !== "name")) return false;
  if (isNextOfKind(tokens, items, previous, candidate)) return false;
  if (isNextStatement(items, previous, candidate)) return false;
  return !(candidate.left.moves || between.some(({ kind }) => kind === "period")) || !candidate.left.hasLevel;
}

function isRank(items: readonly Item[], { at }: Candidate): boolean {
  const item = items[at]!;
  return item.kind === "quantity" && item.quantity.isRank;
}

/**
 * "SIPAS đạt 88% và PCI thuộc nhóm 10 tỉnh dẫn đầu": with a subject of its own behind "và", which
 * "02 trường đạt kiểm định và thuộc nhóm 500 trường hàng đầu" has not.
 */
function isRankOfAnother(
  tokens: readonly Token[],
  items: readonly Item[],
  previous: Candidate,
  { at }: Candidate,
): boolean {
  const joint = jointBetween(items, previous.at, at);
  if (joint < 0) return false;
  if (items[previous.at]!.kind === "quantity" && previous.left.hasLevel) return true;
  const { kind, from } = items[joint + 1]!;
  return (kind === "word" || kind === "name") && !startsPhrase(rankVerbs, tokens, from);
}

/** "80% hộ dùng nước sạch vào năm 2030 với tối thiểu 60 lít/người/ngày": how, not how many. */
function isManner(
  tokens: readonly Token[],
  items: readonly Item[],
  previous: Candidate,
  at: number,
): boolean {
  const [first, second] = [items[previous.at]!, items[at]!];
  if (first.kind !== "quantity" || second.kind !== "quantity") return false;
  if (first.quantity.unit.kind === second.quantity.unit.kind) return false;
  const lead = items[at - 1]?.kind === "comparator" ? at - 2 : at - 1;
  return startsPhrase(WITH, tokens, items[lead]?.from ?? -1);
}

const WITH = phraseSet("với");

/** "A đạt 85% và B đạt 95%", "xây 35 nhà và sửa chữa 60 nhà": said of something else, in the same way. */
function isNextOfKind(
  tokens: readonly Token[],
  items: readonly Item[],
  previous: Candidate,
  candidate: Candidate,
): boolean {
  const [first, second] = [items[previous.at]!, items[candidate.at]!];
  if (first.kind !== "quantity" || second.kind !== "quantity") return false;
  if (first.quantity.unit.kind !== second.quantity.unit.kind) return false;
  if (!items.slice(previous.at + 1, candidate.at).some(({ kind }) => kind === "separator")) return false;
  if (first.quantity.unit.kind === "percent") return previous.left.hasLevel && candidate.left.hasLevel;
  return isAfterAnd(tokens, items, candidate, previous) || isAnotherDoing(tokens, items, candidate);
}

/** "Lượng giống còn 80 kg/ha và lượng phân bón giảm 20%": each with its subject and its verb, whatever the units. */
function isNextStatement(items: readonly Item[], previous: Candidate, { at, left }: Candidate): boolean {
  const joint = jointBetween(items, previous.at, at);
  return joint >= 0 && joint < left.before && hasVerb(previous.left) && hasVerb(left);
}

function hasVerb({ hasLevel, hasChange }: LeftContext): boolean {
  return hasLevel || hasChange;
}

function jointBetween(items: readonly Item[], from: number, to: number): number {
  return items.findLastIndex(({ kind }, at) => at > from && at < to && kind === "separator");
}

/** A verb of doing leads to it right after a separator. */
function isAnotherDoing(tokens: readonly Token[], items: readonly Item[], { at }: Candidate): boolean {
  const verb = doingBefore(tokens, items[at]!.from);
  return verb !== null && items.some(({ kind, to }) => kind === "separator" && to === verb);
}

/** "100% xã, phường có ít nhất 01 mô hình": what those hundred percent have. */
export function isPredicate(
  tokens: readonly Token[],
  items: readonly Item[],
  previous: Candidate,
  candidate: Candidate,
  { unit, isRank }: Quantity,
): boolean {
  const { at, left } = candidate;
  const first = items[previous.at]!;
  if (isRank) return false;
  if (first.kind !== "quantity" || first.quantity.unit.kind !== "percent" || unit.kind === "percent")
    return false;
  if (left.hasLevel || left.hasChange || left.hasMultiple || unit.kind === "points") return false;
  // "chiếm 8% GRDP, tạo việc làm cho 35.000 lao động"
  if (previous.left.hasLevel && isAnotherDoing(tokens, items, candidate)) return false;
  if (isNewSubject(tokens, items, at) || isNextMeasure(tokens, items, previous, candidate)) return false;
  return !items.slice(previous.at + 1, at).some(startsAnother);
}

/** "50% người cao tuổi có việc làm, 10.000 hộ được hỗ trợ": right after a comma, with what happens to them. */
function isNewSubject(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const joint = items[at - 1];
  if (joint?.kind !== "separator" || joint.strength !== 2 || joint.to > joint.from + 1) return false;
  for (let i = at + 1; i < items.length && items[i]!.kind !== "separator"; i += 1)
    if (startsPhrase(PASSIVE, tokens, items[i]!.from)) return true;
  return false;
}

/** "Xe buýt đáp ứng 15% nhu cầu, khoảng cách giữa hai trạm không quá 500 m": the first has its subject, so has this. */
function isNextMeasure(
  tokens: readonly Token[],
  items: readonly Item[],
  previous: Candidate,
  { part }: Candidate,
): boolean {
  const subject = previous.left.before;
  if (!previous.left.hasLevel || subject < previous.part || items[subject]!.kind === "separator")
    return false;
  const { from } = items[part]!;
  return part > previous.at && (startsPhrase(RATIOS, tokens, from) || startsPhrase(MEASURES, tokens, from));
}

const MEASURES = phraseSet(
  "khoảng cách, mật độ, thời gian, bán kính, chiều dài, quy mô, thu nhập, năng suất, sản lượng, doanh thu, giá trị",
);

const PASSIVE = phraseSet("được");

function startsAnother(item: Item): boolean {
  return (
    item.kind === "period" ||
    item.kind === "cadence" ||
    (item.kind === "separator" && (item.strength === 3 || item.to > item.from + 1))
  );
}

/** "giảm số xã đạt dưới 5 tiêu chí xuống dưới 60 xã": the verb at the head is of what the second number says. */
function movesAnother(items: readonly Item[], previous: Candidate): boolean {
  const head = items.slice(previous.part, previous.at);
  return head.some(({ kind }) => kind === "change") && !previous.left.hasChange;
}

const RATIOS = phraseSet(
  "tỷ lệ, tỷ trọng, tỷ suất, tỷ số, số, số lượng, tổng số, chỉ số, mức, diện tích, tốc độ, the share, the rate",
);

/** "Tỷ lệ doanh nghiệp có trên 100 lao động … đạt 80%": the first number belongs to what is measured. */
export function isInsideSubject(
  tokens: readonly Token[],
  items: readonly Item[],
  previous: Candidate,
  { at, left, part }: Candidate,
): boolean {
  if (!left.hasLevel && !left.hasChange) return false;
  if (left.moves && !previous.left.moves && previous.part === part && movesAnother(items, previous))
    return true;
  const between = items.slice(previous.at + 1, at);
  if (previous.left.hasChange || items[previous.at]!.kind !== "quantity") return false;
  // "Số xã đạt từ 15 tiêu chí trở lên là 48 xã"
  if (previous.left.hasLevel && (previous.left.moves || between.some(({ kind }) => kind === "separator")))
    return false;
  const from = items[previous.part]!.from;
  if (isAnyOf(items, previous, at)) return true;
  if (!startsRatio(tokens, from, items[previous.at]!.from)) return false;
  if (part > previous.at && startsRatio(tokens, items[part]!.from, items[at]!.from)) return false;
  const first = items[previous.at]!;
  const hasUnlike = first.kind === "quantity" && first.quantity.unit.kind !== "percent";
  return hasUnlike && !between.some((item) => item.kind === "period" || isSemicolon(item));
}

/** "Người cao tuổi tham gia ít nhất một câu lạc bộ đạt 60%": who is meant, and then how many. */
function isAnyOf(items: readonly Item[], previous: Candidate, at: number): boolean {
  const [first, second] = [items[previous.at]!, items[at]!];
  if (first.kind !== "quantity" || second.kind !== "quantity") return false;
  if (first.quantity.value !== "1" || second.quantity.unit.kind !== "percent") return false;
  const isAtHead = previous.left.before < previous.part;
  return !isAtHead && items.slice(previous.at + 1, at).every(({ kind }) => kind !== "separator");
}

function startsRatio(tokens: readonly Token[], from: number, to: number): boolean {
  return hasPhrase(RATIOS, tokens, from, Math.min(to, from + 12));
}
