import { bilingual, inLanguage, type Language, type LocalText } from "../../diagnostics/language.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import {
  decimalsApart,
  formatDate,
  formatNumber,
  formatPeriodPhrase,
  formatValue,
} from "../../semantics/display.ts";
import type { DuePoint, IndicatorJudgement } from "../../semantics/judgement.ts";
import { clauseText, evidencePlaces, targetPlace, valueInPeriod } from "../../semantics/judgement-words.ts";
import type { IndicatorModel } from "../../semantics/model.ts";
import { yearlyText } from "../../semantics/needed.ts";
import { hundred, multiply, type Rational } from "../../semantics/rational.ts";
import { hasStatus } from "./due-groups.ts";

/**
 * Reports a value that is behind its path: one problem for each value and direction, about the deadline that comes
 * first, whose path the later ones share.
 */
export function checkProgress(
  judgement: IndicatorJudgement,
  status: "off-track" | "at-risk",
): readonly Problem[] {
  if (!hasStatus(judgement, status)) return [];
  const byPath = new Map<string, DuePoint[]>();
  for (const { due } of judgement.targets) {
    for (const point of due) {
      if (point.status !== status) continue;
      const key = `${point.condition!.direction} ${point.category?.id ?? ""}`;
      byPath.set(key, [...(byPath.get(key) ?? []), point]);
    }
  }
  return [...byPath.values()].map((points) => behind(points, judgement.indicator, status));
}

function behind(
  points: readonly DuePoint[],
  indicator: IndicatorModel,
  status: "off-track" | "at-risk",
): Problem {
  const next = points.toSorted((a, b) => a.window.last - b.window.last)[0]!;
  const { quantity, period, measured } = next.latest!;
  const expected = next.expected!;
  const decimals = decimalsApart(expected, quantity.value, indicator.unit);
  return createProblem(
    status === "off-track" ? "target-off-track" : "target-at-risk",
    measured?.place ?? next.target.place,
    {
      value: valueInPeriod(quantity, period, next.category, indicator.unit, expected),
      expected: (language) => formatValue(expected, indicator.unit, language, decimals),
      date: (language) => formatDate(period.last, language),
      covered: coveredText(next.covered),
      needed: neededText(next, indicator),
      clause: clauseText(indicator.citations),
    },
    { related: [targetPlace(next.target), ...evidencePlaces(measured === null ? [] : [measured])] },
  );
}

function coveredText(covered: Rational | null): LocalText {
  if (covered === null) return "";
  if (covered.numerator < 0n) return bilingual(", and it moves the other way", ", và đang đi ngược hướng");
  const share = multiply(covered, hundred);
  const number = (language: Language): string => formatNumber(share, 1, language);
  return (language) =>
    language === "vi"
      ? `, mới đi được ${number(language)}% quãng đường`
      : `, and ${number(language)}% of the way is covered`;
}

function neededText(point: DuePoint, indicator: IndicatorModel): LocalText {
  const yearly = yearlyText(point, indicator.unit);
  return (language) => {
    const bound = formatValue(point.condition!.value, indicator.unit, language);
    const when = formatPeriodPhrase(point.window, language);
    return language === "vi"
      ? `Để đạt ${bound} ${when}, ${inLanguage(yearly, language)}`
      : `To get to ${bound} ${when}, ${inLanguage(yearly, language)}`;
  };
}
