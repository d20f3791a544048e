import { bilingual, inLanguage, type LocalText } from "../../diagnostics/language.ts";
import { createProblem, type Problem, type RelatedPlace } from "../../diagnostics/problem.ts";
import { formatCondition, formatPeriodPhrase } from "../../semantics/display.ts";
import { compareWithParent, type ParentFinding } from "../../semantics/evaluator/compare-with-parent.ts";
import type { Condition, IndicatorJudgement } from "../../semantics/judgement.ts";
import { categoryText } from "../../semantics/judgement-words.ts";
import type { IndicatorModel } from "../../semantics/model.ts";

/** Reports targets that ask less than those of the higher plan's indicator, and those that are not there at all. */
export function checkParentTargets({ indicator }: IndicatorJudgement): readonly Problem[] {
  if (indicator.parent === null) return [];
  // Without a unit of either, which is reported, there is nothing to compare.
  if (indicator.unit.id === "" || indicator.parent.unit.id === "") return [];
  return compareWithParent(indicator, indicator.parent).map((finding) => parentProblem(finding, indicator));
}

function parentProblem(finding: ParentFinding, indicator: IndicatorModel): Problem {
  const { parent } = finding;
  if (finding.kind === "units-differ") {
    return createProblem(
      "parent-unit-differs",
      indicator.place,
      {
        unit: indicator.unit.name || indicator.unit.id,
        parent: parent.name,
        parentUnit: parent.unit.name || parent.unit.id,
      },
      { related: [{ place: parent.place, message: higherIndicator }] },
    );
  }
  const holes = { asked: askedText(finding), parent: parent.name, plan: parent.plan?.name ?? parent.name };
  const related: readonly RelatedPlace[] = [{ place: finding.asked.target.place, message: higherTarget }];
  return finding.kind === "weaker"
    ? createProblem("target-weaker-than-parent", finding.target.place, holes, { related })
    : createProblem("target-missing-for-parent", indicator.place, holes, { related });
}

const higherIndicator = bilingual("the higher plan's indicator", "chỉ tiêu của kế hoạch cấp trên");
const higherTarget = bilingual("the higher plan's target", "mục tiêu của kế hoạch cấp trên");

function askedText(finding: Exclude<ParentFinding, { kind: "units-differ" }>): LocalText {
  const { window, category } = finding.asked;
  const condition = plainly(finding.asked.condition);
  return (language) => {
    const asked = formatCondition(condition, finding.parent.unit, language);
    return `${asked} ${formatPeriodPhrase(window, language)}${inLanguage(categoryText(category), language)}`;
  };
}

/** `reach 20%` under a baseline of 30% is at most 20%, which the reader of another file can't know. */
function plainly(condition: Condition): Condition {
  const isDown = condition.comparator === "reach" && condition.direction === "down";
  return isDown ? { ...condition, comparator: "<=" } : condition;
}
