import { bilingual, inLanguage } from "../../diagnostics/language.ts";
import { commitmentsOf } from "../../documents/commitments/commitments.ts";
import type { DocumentComparison } from "../../documents/comparison/compare-documents.ts";
import type { Clause } from "../../documents/plan-document.ts";
import { draftIndicators, draftPlan, type PlanDraft } from "../../drafting/draft-plan.ts";
import { type Declared, writeItems } from "../../drafting/write-plan.ts";
import { toDate } from "../../semantics/period.ts";
import type { DeclarationParser } from "../../syntax/parse.ts";
import { lineEndOf } from "../../text/line-end.ts";
import { lineStarts, positionAt } from "../../text/line-index.ts";
import type { FeatureContext } from "../feature-context.ts";
import { languageAround } from "../file-language.ts";
import { formatText } from "../new-plan.ts";
import { commitmentText } from "./commitment-text.ts";
import type { ComparisonFix, ComparisonRequest } from "./comparison-types.ts";

/**
 * An indicator for each clause of the new version that promises something and is cited by nobody, at the end of the
 * plan's file: new clauses, and those that promise more than before.
 *
 * @param cited clauses of the new version that an indicator cites, under whatever address
 */
export function newIndicatorFixes(
  context: FeatureContext,
  parser: DeclarationParser,
  planPath: string,
  comparison: DocumentComparison,
  request: ComparisonRequest,
  cited: ReadonlySet<Clause>,
): readonly ComparisonFix[] {
  const { document, text } = request.version;
  const promising = [
    ...comparison.added.flatMap(({ clause, commitments }) => (commitments.length > 0 ? [clause] : [])),
    ...comparison.kept.flatMap(({ after, commitments }) =>
      commitments.some(({ before }) => before === null) ? [after] : [],
    ),
  ].filter((clause) => !cited.has(clause));
  if (promising.length === 0) return [];
  const readings = commitmentsOf(document);
  const plan = context.binder.planOf(planPath);
  const years = plan?.period
    ? ([toDate(plan.period.first).year, toDate(plan.period.last).year] as const)
    : null;
  const draft: PlanDraft = { ...draftPlan(text, document), ...(years && { years }) };
  const { language } = context.settings;
  const keywords = languageAround(context.program.file(planPath)?.entries ?? [], 0, language);
  const declared = declaredIn(context, planPath);
  return promising.flatMap((clause) => {
    const items = draftIndicators(clause, readings.get(clause));
    const id = `${planPath}#new#${clause.address}`;
    if (items.length === 0 || request.applied.has(id)) return [];
    const written = writeItems(items, draft, document, declared, {
      documentPath: null,
      keywords,
      language,
    });
    const title = inLanguage(bilingual("Add an indicator", "Thêm chỉ tiêu"), language);
    const said = items.flatMap(({ group }) => group.commitments.map((one) => commitmentText(one, language)));
    return [
      {
        id,
        was: "",
        title: `${title}: ${items.map(({ name }) => name).join("; ")}`,
        detail: `${clause.address} · ${said.join("; ")}`,
        edits: new Map([[planPath, [atEnd(context, planPath, formatText(parser, written))]]]),
      },
    ];
  });
}

function declaredIn({ program }: FeatureContext, path: string): Declared {
  const entries = program.file(path)?.entries ?? [];
  const titled = (kind: "unit" | "body") =>
    entries.flatMap(({ parsed: { declaration } }) =>
      declaration?.kind === kind
        ? [[declaration.title?.value ?? declaration.name.text, declaration.name.text] as const]
        : [],
    );
  return {
    names: entries.flatMap(({ facts }) => facts.declared.map(({ name }) => name.text)),
    units: titled("unit"),
    bodies: titled("body"),
  };
}

function atEnd({ program }: FeatureContext, path: string, written: string) {
  const text = program.textOf(path) ?? "";
  const end = positionAt(lineStarts(text), text.length);
  const lineEnd = lineEndOf(text);
  const gap = text === "" ? "" : /[\r\n]$/u.test(text) ? lineEnd : `${lineEnd}${lineEnd}`;
  return { range: { start: end, end }, text: `${gap}${written.replaceAll("\n", lineEnd)}` };
}
