import { citedAddress } from "../../documents/clause-lookup.ts";
import { compareDocuments } from "../../documents/comparison/compare-documents.ts";
import type { Clause } from "../../documents/plan-document.ts";
import type { DeclarationParser } from "../../syntax/parse.ts";
import type { FeatureContext } from "../feature-context.ts";
import { citationFix, nameOf } from "./citation-fixes.ts";
import { citationsOfOld, isCompared } from "./cited-changes.ts";
import { comparisonReport } from "./comparison-report.ts";
import type { ComparisonRequest, ComparisonResult } from "./comparison-types.ts";
import { newIndicatorFixes } from "./new-indicator-fixes.ts";
import { namedDocuments, planFixes } from "./plan-fixes.ts";
import { targetFixes } from "./target-fixes.ts";

/** Where a clause of one of the two documents is opened; null where it can't be. */
export type ClauseLink = (version: "old" | "new", line: number) => string | null;

/**
 * Compares the document that plans of this program name with a new version of it: what is different, and what there is
 * to bring up to date. undefined where the old document is not there, or not read yet.
 */
export function getDocumentComparison(
  context: FeatureContext,
  parser: DeclarationParser,
  request: ComparisonRequest,
  linkTo: ClauseLink,
): ComparisonResult | undefined {
  const reading = context.documents.read(request.oldPath);
  if (reading.kind !== "document") return undefined;
  const old = reading.document;
  const comparison = compareDocuments(old, request.version.document);
  const { changes, citedAnew } = citationsOfOld(context, old, comparison, request);
  const citers = new Map<Clause, string[]>();
  for (const change of changes)
    citers.set(change.clause, [...(citers.get(change.clause) ?? []), nameOf(change)]);
  const named = namedDocuments(context).filter(({ path }) => isCompared(request, path));
  const [first] = named;
  const addressOf = (clause: Clause) => citedAddress(request.version.document, clause);
  const cited = new Set([
    ...citedAnew,
    ...changes.flatMap(({ entry, kept }) =>
      kept && entry.parsed.declaration?.kind === "indicator" ? [kept.after] : [],
    ),
  ]);
  const fixes = [
    ...changes.flatMap((change) => citationFix(context, change, addressOf)),
    ...changes.flatMap((change) => targetFixes(context, change)),
    ...(first ? newIndicatorFixes(context, parser, first.entry.path, comparison, request, cited) : []),
    ...planFixes(context, named, request),
  ];
  const markdown = comparisonReport(comparison, {
    oldName: request.oldPath.slice(request.oldPath.lastIndexOf("/") + 1),
    newName: request.version.name,
    language: context.settings.language,
    unread: { old: reading.unread, new: request.version.unread },
    link: (version, { address, line }) => {
      const target = linkTo(version, line);
      return target === null ? address : `[${address.replace(/[*~]/gu, "\\$&")}](${target})`;
    },
    citedBy: (clause) => citers.get(clause) ?? [],
  });
  const differences =
    comparison.kept.filter(({ words, hasMoved }) => words.length > 0 || hasMoved).length +
    comparison.gone.length +
    comparison.added.length;
  return { markdown, fixes, differences };
}
