import { bilingual, inLanguage, type LocalText } from "../../diagnostics/language.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { formatList, formatPeriods, formatQuantity } from "../../semantics/display.ts";
import type { DuePoint, IndicatorJudgement } from "../../semantics/judgement.ts";
import {
  clauseText,
  conditionText,
  evidencePlaces,
  explanationText,
  gapText,
  missedBound,
  periodText,
  targetPlace,
  valueInPeriod,
  valuePlaces,
} from "../../semantics/judgement-words.ts";
import type { IndicatorModel } from "../../semantics/model.ts";
import {
  type DueGroup,
  dueGroups,
  explainedDetails,
  explanationsRelated,
  explanationTexts,
} from "./due-groups.ts";

/** Values that stand in one message; the rest of the periods is named without them. */
const mostValues = 6;

/** Reports what was missed: one problem for each target and category, though a recurring one was missed often. */
export function checkTargetMissed(judgement: IndicatorJudgement): readonly Problem[] {
  return dueGroups(judgement, "missed").map((group) => missed(group, judgement.indicator));
}

function missed(group: DueGroup, indicator: IndicatorModel): Problem {
  const { target, points, explained } = group;
  const [first] = points;
  const condition = first.condition!;
  // A sustained target is broken by its first bad year; of a recurring one no period outranks another.
  const one = points.length === 1 || target.form === "range";
  const value = first.value!.value;
  const counted = points.flatMap((point) => point.counted);
  const only = one && first.counted.length === 1 ? first.counted[0] : undefined;
  const related = [
    targetPlace(target),
    ...(only === undefined ? valuePlaces(counted, indicator.unit) : []),
    ...evidencePlaces(counted),
    ...explanationsRelated(
      indicator.explanations,
      points.map(({ window }) => window),
      target.form === "total",
    ),
  ];
  return createProblem(
    "target-missed",
    only?.place ?? target.place,
    {
      finding: one ? oneMissed(group, indicator) : manyMissed(group, indicator),
      condition: conditionText(condition, indicator.unit),
      clause: clauseText(indicator.citations),
      gap: one ? gapText(value, condition, indicator.unit) : "",
      explanation: explanationText(explanationTexts(points)),
    },
    explainedDetails(explained, related),
  );
}

function oneMissed({ points, category }: DueGroup, { unit }: IndicatorModel): LocalText {
  const [first] = points;
  const quantity = first.value!;
  const text = valueInPeriod(
    quantity,
    first.window,
    category,
    unit,
    missedBound(quantity.value, first.condition!),
  );
  if (points.length === 1) return text;
  const windows = points.map(({ window }) => window);
  return (language) => {
    const missed = formatPeriods(windows, language);
    const count = points.length;
    const also =
      language === "vi"
        ? ` (kỳ đầu tiên không giữ được, trong ${count} kỳ không đạt: ${missed})`
        : ` (the first of ${count} periods that broke it: ${missed})`;
    return `${inLanguage(text, language)}${also}`;
  };
}

function manyMissed({ points }: DueGroup, indicator: IndicatorModel): LocalText {
  const windows = points.map(({ window }) => window);
  const shown = points.length <= mostValues;
  return (language) => {
    const periods = shown
      ? formatList(
          points.map((point) => inLanguage(periodWithValue(point, indicator), language)),
          language,
        )
      : formatPeriods(windows, language);
    return inLanguage(
      bilingual(
        `Missed in ${points.length} periods: ${periods}`,
        `Không đạt trong ${points.length} kỳ: ${periods}`,
      ),
      language,
    );
  };
}

function periodWithValue({ window, value }: DuePoint, { unit }: IndicatorModel): LocalText {
  return (language) =>
    `${inLanguage(periodText(window), language)} (${formatQuantity(value!, unit, language)})`;
}
