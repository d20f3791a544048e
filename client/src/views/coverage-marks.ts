import {
  BranchCoverage,
  DeclarationCoverage,
  FileCoverage,
  type FileCoverageDetail,
  Position,
  Range,
  StatementCoverage,
  TestCoverageCount,
  type Uri,
} from "vscode";
import type { CoverageResult } from "../../../server/src/lsp/coverage-protocol.ts";
import { l10n } from "../messages.ts";

export type DocumentCoverage = CoverageResult["programs"][number]["coverage"]["documents"][number];
type ClauseCoverage = DocumentCoverage["clauses"][number];

/** A declaration for each clause, so that the coverage view lists them, and a statement for its lines. */
export function detailsOf({ clauses }: DocumentCoverage): FileCoverageDetail[] {
  return clauses.flatMap((clause) => {
    if (clause.status === "not-understood") return [];
    const { start, end } = clause.range;
    const range = new Range(start.line, start.character, end.line, end.character);
    if (clause.status === "aside")
      return [new DeclarationCoverage(nameOf(clause), true, range), ...asideLines(clause, range)];
    const executed = clause.status === "covered" ? clause.citedBy.length : false;
    return [new DeclarationCoverage(nameOf(clause), executed, range), new StatementCoverage(executed, range)];
  });
}

/** What is set aside is neither covered nor not: its lines have the mark of a branch that is not taken. */
function asideLines({ reason }: ClauseCoverage, { start, end }: Range): StatementCoverage[] {
  const label = reason === null ? l10n.t("set aside") : l10n.t("set aside: {0}", reason);
  return Array.from({ length: end.line - start.line + 1 }, (_, i) => {
    const place = new Position(start.line + i, 0);
    return new StatementCoverage(true, place, [new BranchCoverage(false, place, label)]);
  });
}

/** Clauses are counted, and those that are set aside on neither side. */
export function toFileCoverage(uri: Uri, { counts }: DocumentCoverage): FileCoverage {
  const covered = counts.covered;
  const count = new TestCoverageCount(covered, covered + counts["not-covered"]);
  return new FileCoverage(uri, count);
}

function nameOf({ address, status, commitments }: ClauseCoverage): string {
  const said = commitments.map((one) => one.said).join("; ");
  return status === "aside" ? l10n.t("{0} (set aside): {1}", address, said) : `${address}: ${said}`;
}
