import type { ProblemCode } from "../../diagnostics/catalog.ts";
import { bilingual, inLanguage, type LocalText } from "../../diagnostics/language.ts";
import type { Place } from "../../diagnostics/place.ts";
import type { RelatedPlace } from "../../diagnostics/problem.ts";
import { formatList } from "../../semantics/display.ts";
import { categoryKey } from "../../semantics/evaluator/counted-values.ts";
import type { IndicatorJudgement } from "../../semantics/judgement.ts";
import { periodText } from "../../semantics/judgement-words.ts";
import type { Category } from "../../semantics/model.ts";
import { type Day, isWithin, type Period } from "../../semantics/period.ts";
import type { DueGroup } from "./due-groups.ts";

/** What was measured and doesn't count, and why: each has a problem of its own. */
interface Unusable {
  readonly period: Period;
  readonly reason: LocalText;
  readonly places: readonly Place[];
}

/** That something was measured which can't be used, with its places; nothing where there is no such thing. */
export interface UnusableText {
  readonly text: LocalText;
  readonly related: readonly RelatedPlace[];
}

/** So many are named; each has a problem of its own anyway. */
const mostNamed = 4;

/**
 * What was measured in windows without a value and can't be used. Where no value of the category counts at all, also
 * what was measured before.
 */
export function unusableText(
  { points, category }: DueGroup,
  judgement: IndicatorJudgement,
): UnusableText | null {
  const windows = points.map(({ window }) => window);
  const all = unusableOf(judgement, category);
  const inside = all.filter(({ period }) => windows.some((window) => isWithin(period, window)));
  const last = Math.max(...windows.map((window) => window.last));
  const before = points[0].latest === null ? all.filter(({ period }) => period.last <= last) : [];
  const unusable = [...refusedIn(points), ...(inside.length > 0 ? inside : before)];
  if (unusable.length === 0) return null;
  const text: LocalText = (language) => {
    const named = unusable.slice(0, mostNamed).map(({ period, reason }) => {
      return `${inLanguage(periodText(period), language)} (${inLanguage(reason, language)})`;
    });
    const others = unusable.length > mostNamed ? [inLanguage(andOthers, language)] : [];
    const list = formatList([...named, ...others], language);
    return language === "vi"
      ? `Đã có kết quả nhưng chưa dùng được: ${list}.`
      : `What was measured can't be used: ${list}.`;
  };
  const related = unusable.flatMap(({ reason, places }) =>
    places.map((place) => ({ place, message: reason })),
  );
  return { text, related };
}

/** Windows whose values were refused to be joined. */
function refusedIn(points: DueGroup["points"]): readonly Unusable[] {
  return points
    .filter(({ value, counted }) => value === null && counted.length > 0)
    .map(({ window, counted }) => ({
      period: window,
      reason: notJoined,
      places: counted.map(({ place }) => place),
    }));
}

function unusableOf(
  { indicator, findings }: IndicatorJudgement,
  category: Category | null,
): readonly Unusable[] {
  const key = categoryKey(category);
  const found = new Map<Day, Map<Day, Unusable>>();
  const add = (period: Period, reason: LocalText, places: readonly Place[]): void => {
    const known = found.get(period.first) ?? new Map<Day, Unusable>();
    found.set(period.first, known);
    const same = known.get(period.last);
    known.set(
      period.last,
      same ? { ...same, places: [...new Set([...same.places, ...places])] } : { period, reason, places },
    );
  };
  for (const { period, category: own, code, place } of indicator.refused) {
    if (categoryKey(own) === key) add(period, (code && reasons[code]) ?? unreadable, [place]);
  }
  for (const finding of findings) {
    if (finding.kind !== "duplicate-measurement" || categoryKey(finding.first.category) !== key) continue;
    add(finding.first.period, twoValues, [finding.first.place, finding.second.place]);
  }
  return [...found.values()]
    .flatMap((known) => [...known.values()])
    .sort((a, b) => a.period.last - b.period.last);
}

const andOthers = bilingual("others", "các kỳ khác");
const notJoined = bilingual("percentages that can't be joined", "các tỷ lệ không gộp được");
const twoValues = bilingual("two different values", "hai giá trị khác nhau");
const unreadable = bilingual("not readable", "không đọc được");

const reasons: Partial<Readonly<Record<ProblemCode, LocalText>>> = {
  "unit-mismatch": bilingual("in a unit that does not fit", "đơn vị tính không phù hợp"),
  "share-of-zero": bilingual("a share of 0", "tỷ lệ trên 0"),
  "out-of-range": bilingual("not possible in its unit", "ngoài miền giá trị"),
  "fraction-of-whole": bilingual("not a whole number", "không phải số nguyên"),
  "thousands-or-decimal": bilingual("thousands or decimals", "không rõ hàng nghìn hay thập phân"),
};
