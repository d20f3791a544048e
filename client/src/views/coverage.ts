import {
  BranchCoverage,
  DeclarationCoverage,
  type Disposable,
  FileCoverage,
  type FileCoverageDetail,
  Position,
  Range,
  StatementCoverage,
  type TestController,
  TestCoverageCount,
  type TestRunProfile,
  TestRunProfileKind,
  TestRunRequest,
  tests,
  Uri,
  ViewColumn,
  window,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { CoverageResult } from "../../../server/src/lsp/coverage-protocol.ts";
import { Refusal } from "../commands/guarded.ts";
import { l10n } from "../messages.ts";
import { requestCoverage } from "../plan-documents/coverage-protocol.ts";

/** The plan documents with VS Code's own test coverage: what is covered, set aside and not covered, by line. */
export interface PlanCoverage extends Disposable {
  /** Shows the coverage of the documents of a file's program, or of all, and opens the document of the file's plan. */
  show(file: Uri | undefined): Promise<void>;
}

type DocumentCoverage = CoverageResult["programs"][number]["coverage"]["documents"][number];
type ClauseCoverage = DocumentCoverage["clauses"][number];

export function createPlanCoverage(client: BaseLanguageClient): PlanCoverage {
  const details = new WeakMap<FileCoverage, FileCoverageDetail[]>();
  let controller: TestController | undefined;
  let profile: TestRunProfile | undefined;

  /** Made when first asked for: a controller brings the Testing view into the side bar. */
  function prepare(): { controller: TestController; profile: TestRunProfile } {
    controller ??= tests.createTestController("bdg.coverage", l10n.t("Plan coverage"));
    profile ??= createProfile(controller);
    return { controller, profile };
  }

  function createProfile(of: TestController): TestRunProfile {
    const made = of.createRunProfile(l10n.t("Plan coverage"), TestRunProfileKind.Coverage, async () => {
      await run(undefined);
    });
    made.loadDetailedCoverage = async (_, file) => details.get(file) ?? [];
    return made;
  }

  async function run(file: Uri | undefined): Promise<Shown | undefined> {
    const { programs } = await requestCoverage(client, file === undefined ? {} : { uri: file.toString() });
    const documents = programs.flatMap(({ coverage, documentUris, rootUri }) =>
      coverage.documents.map((document) => ({
        document,
        uri: Uri.parse(documentUris[document.path] ?? ""),
        isNamed: document.plans.some(({ path }) => isBelow(rootUri, path, file)),
      })),
    );
    if (documents.length === 0) throw new Refusal(l10n.t("No plan names a document that can be read."));
    const parts = prepare();
    const request = new TestRunRequest(undefined, undefined, parts.profile);
    const shown = parts.controller.createTestRun(request, l10n.t("Plan coverage"), false);
    for (const { document, uri } of documents) {
      const found = detailsOf(document);
      const coverage = toFileCoverage(uri, document);
      details.set(coverage, found);
      shown.addCoverage(coverage);
    }
    shown.end();
    const own = documents.find(({ uri }) => uri.toString() === file?.toString());
    return own ?? documents.find(({ isNamed }) => isNamed) ?? documents[0];
  }

  return {
    show: async (file) => {
      const shown = await run(file);
      if (shown === undefined) return;
      const { uri, document } = shown;
      const open = window.visibleTextEditors.find((one) => one.document.uri.toString() === uri.toString());
      const viewColumn = open?.viewColumn ?? (file === undefined ? ViewColumn.Active : ViewColumn.Beside);
      const place = firstToSee(document);
      await window.showTextDocument(uri, { viewColumn, ...(place && { selection: place }) });
    },
    dispose: () => {
      profile?.dispose();
      controller?.dispose();
    },
  };
}

/** A document and where it is opened. */
interface Shown {
  readonly document: DocumentCoverage;
  readonly uri: Uri;
}

/** The beginning of the first clause that nobody takes up, else of the first one. */
function firstToSee({ clauses }: DocumentCoverage): Range | undefined {
  const clause = clauses.find(({ status }) => status === "not-covered") ?? clauses[0];
  return clause && new Range(clause.range.start.line, 0, clause.range.start.line, 0);
}

function isBelow(rootUri: string, path: string, file: Uri | undefined): boolean {
  return file !== undefined && Uri.joinPath(Uri.parse(rootUri), path).toString() === file.toString();
}

/** A declaration for each clause, so that the coverage view lists them, and a statement for its lines. */
function detailsOf({ clauses }: DocumentCoverage): FileCoverageDetail[] {
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
function toFileCoverage(uri: Uri, { counts }: DocumentCoverage): FileCoverage {
  const covered = counts.covered;
  const count = new TestCoverageCount(covered, covered + counts["not-covered"]);
  return new FileCoverage(uri, count);
}

function nameOf({ address, status, commitments }: ClauseCoverage): string {
  const said = commitments.map((one) => one.said).join("; ");
  return status === "aside" ? l10n.t("{0} (set aside): {1}", address, said) : `${address}: ${said}`;
}
