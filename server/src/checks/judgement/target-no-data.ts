import { bilingual, inLanguage, type LocalText } from "../../diagnostics/language.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { formatDate } from "../../semantics/display.ts";
import { holds } from "../../semantics/evaluator/condition.ts";
import type { DuePoint, IndicatorJudgement } from "../../semantics/judgement.ts";
import {
  categoryText,
  clauseText,
  conditionText,
  explanationText,
  periodsText,
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
import { type UnusableText, unusableText } from "./unusable-values.ts";

/** Reports windows that are past and have no value: one problem for each target and category. */
export function checkTargetNoData(judgement: IndicatorJudgement): readonly Problem[] {
  return dueGroups(judgement, "no-data").map((group) => noData(group, judgement));
}

function noData(group: DueGroup, judgement: IndicatorJudgement): Problem {
  const { indicator } = judgement;
  const { target, category, points, explained } = group;
  const [first] = points;
  const windows = points.map(({ window }) => window);
  const latest = first.latest?.measured;
  const unusable = unusableText(group, judgement);
  const related = [
    targetPlace(target),
    ...(latest ? valuePlaces([latest], indicator.unit) : []),
    ...(unusable?.related ?? []),
    ...explanationsRelated(indicator.explanations, windows, target.form === "total"),
  ];
  return createProblem(
    "target-no-data",
    target.periodPlace,
    {
      category: categoryText(category),
      periods: periodsText(windows),
      since: (language) => formatDate(first.window.last, language),
      condition: conditionText(first.condition!, indicator.unit),
      clause: clauseText(indicator.citations),
      latest: measuredText(first, indicator, unusable),
      explanation: explanationText(explanationTexts(points)),
    },
    explainedDetails(explained, related),
  );
}

function measuredText(first: DuePoint, indicator: IndicatorModel, unusable: UnusableText | null): LocalText {
  const latest = latestText(first, indicator);
  if (unusable === null) return latest;
  if (first.latest === null) return unusable.text;
  return (language) => `${inLanguage(unusable.text, language)} ${inLanguage(latest, language)}`;
}

/** The last value there is, and whether it would have done; of values that add up a single one tells nothing. */
function latestText({ latest, condition, target }: DuePoint, indicator: IndicatorModel): LocalText {
  if (latest === null) return bilingual("Nothing has been measured yet.", "Chưa có kết quả nào.");
  const { quantity, period } = latest;
  const value = valueInPeriod(quantity, period, null, indicator.unit, condition!.value);
  const comparable = target.form !== "total" && (indicator.aggregate ?? "latest") === "latest";
  const would = holds(condition!, quantity.value);
  return (language) => {
    const text = inLanguage(value, language);
    if (language === "vi") {
      return comparable
        ? `Giá trị gần nhất, ${text}, ${would ? "đã đủ" : "cũng không đủ"} để đạt.`
        : `Giá trị gần nhất: ${text}.`;
    }
    return comparable
      ? `The latest value, ${text}, would ${would ? "" : "not "}have met it.`
      : `The latest value: ${text}.`;
  };
}
