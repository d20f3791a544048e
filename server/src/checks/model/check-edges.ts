import type { Language } from "../../diagnostics/language.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { builtinUnits } from "../../semantics/builtin-units.ts";
import { formatValue } from "../../semantics/display.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { EvaluationSettings } from "../../semantics/judgement.ts";
import type { IndicatorModel } from "../../semantics/model.ts";
import { compare, hundred, multiply, type Rational } from "../../semantics/rational.ts";

/** What is on track begins no lower than where off track ends, also where only one of the two is the indicator's own. */
export function checkEdges(
  entry: Entry,
  indicator: IndicatorModel,
  workspace: Pick<EvaluationSettings, "onTrackFrom" | "offTrackBelow">,
): readonly Problem[] {
  const own = entry.parsed.declaration?.statements.findLast(
    (one) => one.kind === "onTrackFrom" || one.kind === "offTrackBelow",
  );
  if (own?.kind !== "onTrackFrom" && own?.kind !== "offTrackBelow") return [];
  const from = indicator.onTrackFrom ?? workspace.onTrackFrom;
  const below = indicator.offTrackBelow ?? workspace.offTrackBelow;
  if (compare(from, below) >= 0) return [];
  const reason = (language: Language) => {
    const [on, off] = [from, below].map((edge) => percentText(edge, language));
    return language === "vi"
      ? `đúng tiến độ bắt đầu từ ${on}, thấp hơn mức ${off} mà dưới đó là chậm tiến độ`
      : `on track begins at ${on}, lower than the ${off} below which it is off track`;
  };
  const { start, end } = own.value;
  return [createProblem("edge-invalid", { source: entry, span: { start, end } }, { reason })];
}

function percentText(edge: Rational, language: Language): string {
  return formatValue(multiply(edge, hundred), builtinUnits.get("percent")!, language);
}
