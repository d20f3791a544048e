import { bilingual, inLanguage } from "../diagnostics/language.ts";
import { formatDate, formatValue } from "../semantics/display.ts";
import type { Entry } from "../semantics/entry.ts";
import { pathAt, pathOf } from "../semantics/evaluator/path.ts";
import type { IndicatorJudgement } from "../semantics/judgement.ts";
import type { MeasuredModel } from "../semantics/model.ts";
import type { Rational } from "../semantics/rational.ts";
import type { ValueStatement } from "../syntax/ast.ts";
import type { Range } from "../text/line-index.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { InlayHintResult } from "./feature-types.ts";
import { judgementFor } from "./hover-value.ts";

/** What can be worked out of the values of a range: the level of a share, and where the path is on the as-of date. */
export function getInlayHints(
  context: FeatureContext,
  path: string,
  range: Range,
): readonly InlayHintResult[] {
  context.refresh();
  return (context.program.file(path)?.entries ?? []).flatMap((entry) => {
    const { firstLine, lineCount } = entry;
    return firstLine > range.end.line || firstLine + lineCount < range.start.line
      ? []
      : hintsIn(context, entry);
  });
}

function hintsIn(context: FeatureContext, entry: Entry): readonly InlayHintResult[] {
  return (entry.parsed.declaration?.statements ?? []).flatMap((statement) => {
    const isValue =
      statement.kind === "baseline" || statement.kind === "measured" || statement.kind === "entry";
    return isValue ? hintsAt(context, entry, statement) : [];
  });
}

function hintsAt(
  context: FeatureContext,
  entry: Entry,
  statement: ValueStatement,
): readonly InlayHintResult[] {
  const judgement = judgementFor(context, entry, statement);
  if (!judgement) return [];
  const { language } = context.settings;
  const { unit, measured, baselines } = judgement.indicator;
  const isHere = ({ place }: { readonly place: MeasuredModel["place"] }): boolean =>
    place.source === entry && place.span.start === statement.value.start;
  const value = measured.find(isHere);
  const quantity = value?.quantity ?? baselines.find(isHere)?.quantity;
  if (!quantity) return [];
  const { end } = context.reporter.rangeOf({ source: entry, span: statement.value });
  const hints: InlayHintResult[] = [];
  if (statement.value.kind === "share") {
    const tooltip = inLanguage(bilingual("The share as a level", "Tỷ lệ tính ra"), language);
    hints.push({ position: end, label: `= ${formatValue(quantity.value, unit, language)}`, tooltip });
  }
  const expected = value && pathToday(judgement, value, context.settings.asOf);
  if (expected) {
    const level = formatValue(expected, unit, language);
    const day = formatDate(context.settings.asOf, language);
    const dot = hints.length > 0 ? "· " : "";
    hints.push({
      position: end,
      label: inLanguage(
        bilingual(`${dot}path on ${day}: ${level}`, `${dot}lộ trình ${day}: ${level}`),
        language,
      ),
      tooltip: inLanguage(
        bilingual(
          "Where the straight path to the next target is on the as-of date",
          "Mức của lộ trình thẳng đến mục tiêu kế tiếp vào ngày đánh giá",
        ),
        language,
      ),
    });
  }
  return hints;
}

/** Where the path is as of the date, behind the value that is the latest of a target not yet due. */
function pathToday(
  { indicator, targets }: IndicatorJudgement,
  value: MeasuredModel,
  asOf: number,
): Rational | null {
  if (indicator.path === "none") return null;
  const open = targets
    .flatMap(({ due }) => due)
    .find(({ closed, latest, condition }) => !closed && condition?.direction && latest?.measured === value);
  const direction = open?.condition?.direction;
  const points = direction ? pathOf(indicator, open.category, direction, asOf) : [];
  // What recurs has no milestone to go to: its path stays where it began, which nobody aims at.
  return points.length > 1 ? pathAt(points, asOf) : null;
}
