import { bilingual, inLanguage } from "../diagnostics/language.ts";
import { lookUpCitation } from "../documents/citation-lookup.ts";
import { formatPeriod, formatPeriodPhrase } from "../semantics/display.ts";
import type { IndicatorJudgement, TaskJudgement } from "../semantics/judgement.ts";
import type { Range } from "../text/line-index.ts";
import { citationOf, clausesOf } from "./cited-clause.ts";
import { getDocumentLenses } from "./document-lenses.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { CodeLensResult } from "./feature-types.ts";
import { periodsToRecord } from "./periods-to-record.ts";
import { indicatorSummary, taskDetail } from "./verdict-text.ts";

/**
 * Above each indicator and task: its verdict with the gap, as the hover and the table give it, and the clauses that it
 * cites, each leading to its place in the document where that can be read; and where a value is due, the way to record
 * it. In a plan document, who cites its clauses.
 */
export function getCodeLenses(context: FeatureContext, path: string): readonly CodeLensResult[] {
  context.refresh();
  const file = context.program.file(path);
  if (!file) return getDocumentLenses(context, path);
  return file.entries.flatMap((entry) => {
    const judgement = context.judgementOf(entry);
    const { declaration } = entry.parsed;
    if (!judgement || !declaration) return [];
    const range = context.reporter.rangeOf({ source: entry, span: declaration.keyword });
    const title =
      "indicator" in judgement
        ? indicatorSummary(judgement, context.settings)
        : taskDetail(judgement, context.settings);
    const verdict: CodeLensResult = { range, title, target: null, records: null };
    const clauses = entry.facts.citations.map(({ address, citation }): CodeLensResult => {
      const cited = lookUpCitation(citationOf(context, entry, citation), context.documents.read);
      const [clause] = cited ? clausesOf(cited) : [];
      const target =
        cited && clause
          ? {
              path: cited.path,
              range: context.reporter.rangeOf({ source: cited.reading.source, span: clause.span }),
            }
          : null;
      return { range, title: address.text, target, records: null };
    });
    return [verdict, ...clauses, ...recordingLens(context, judgement, path, range)];
  });
}

/** `Record 2024…`, where a value is due and not there. */
function recordingLens(
  { settings }: FeatureContext,
  judgement: IndicatorJudgement | TaskJudgement,
  path: string,
  range: Range,
): readonly CodeLensResult[] {
  if (!("indicator" in judgement)) return [];
  const { language, asOf } = settings;
  const { missing, isUpToDate } = periodsToRecord(judgement, asOf);
  const [due] = missing;
  if (isUpToDate || !due) return [];
  const title = inLanguage(
    bilingual(`Record ${formatPeriod(due, language)}…`, `Ghi kết quả ${formatPeriodPhrase(due, language)}…`),
    language,
  );
  return [{ range, title, target: null, records: { id: judgement.indicator.id, path } }];
}
