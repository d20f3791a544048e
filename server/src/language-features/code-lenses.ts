import { inLanguage } from "../diagnostics/language.ts";
import { formatGap } from "../semantics/display.ts";
import type { IndicatorJudgement } from "../semantics/judgement.ts";
import { gapText } from "../semantics/judgement-words.ts";
import { subtract } from "../semantics/rational.ts";
import { citationOf, clausesOf, lookUpCitation } from "./cited-clause.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { CodeLensResult } from "./feature-types.ts";
import { headlinePoint, indicatorDetail, taskDetail } from "./verdict-text.ts";

/**
 * Above each indicator and task: its verdict with the gap, as the hover and the table give it, and the clauses that it
 * cites, each leading to its place in the document where that can be read.
 */
export function getCodeLenses(context: FeatureContext, path: string): readonly CodeLensResult[] {
  context.refresh();
  return (context.program.file(path)?.entries ?? []).flatMap((entry) => {
    const judgement = context.judgementOf(entry);
    const { declaration } = entry.parsed;
    if (!judgement || !declaration) return [];
    const range = context.reporter.rangeOf({ source: entry, span: declaration.keyword });
    const title =
      "indicator" in judgement
        ? `${indicatorDetail(judgement, context.settings)}${gapOf(context, judgement)}`
        : taskDetail(judgement, context.settings);
    const verdict: CodeLensResult = { range, title, target: null };
    const clauses = entry.facts.citations.map(({ address, citation }): CodeLensResult => {
      const cited = lookUpCitation(context, citationOf(context, entry, citation));
      const [clause] = cited ? clausesOf(cited) : [];
      const target =
        cited && clause
          ? {
              path: cited.path,
              range: context.reporter.rangeOf({ source: cited.reading.source, span: clause.span }),
            }
          : null;
      return { range, title: address.text, target };
    });
    return [verdict, ...clauses];
  });
}

/** ` · short 5 points`: of the value that missed, else of the latest one behind its path. */
function gapOf({ settings }: FeatureContext, judgement: IndicatorJudgement): string {
  const { language, asOf } = settings;
  const { unit } = judgement.indicator;
  const point = headlinePoint(judgement, asOf);
  if (!point?.condition) return "";
  if (point.status === "missed" && point.value) {
    return ` · ${inLanguage(gapText(point.value.value, point.condition, unit), language).replace(/^: /, "")}`;
  }
  const isBehind = point.status === "off-track" || point.status === "at-risk";
  if (!isBehind || point.expected === null || !point.latest) return "";
  const gap = formatGap(subtract(point.latest.quantity.value, point.expected), unit, language);
  return language === "vi" ? ` · cách lộ trình ${gap}` : ` · ${gap} from the path`;
}
