import {
  type Disposable,
  type Event,
  type FileCoverage,
  type FileCoverageDetail,
  Range,
  TabInputText,
  type TestController,
  type TestRun,
  type TestRunProfile,
  TestRunProfileKind,
  TestRunRequest,
  tests,
  Uri,
  ViewColumn,
  window,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { Refusal } from "../commands/guarded.ts";
import { programFile } from "../files/program-file.ts";
import { l10n } from "../messages.ts";
import { requestCoverage } from "../plan-documents/coverage-protocol.ts";
import { type DocumentCoverage, detailsOf, toFileCoverage } from "./coverage-marks.ts";

/**
 * Milliseconds of quiet after a change before the marks follow it. VS Code has no other way to change them than a new
 * run, which stands in the list of results: there is to be one for what was done, not for each key.
 */
const pause = 1_000;

/** The plan documents with VS Code's own test coverage: what is covered, set aside and not covered, by line. */
export interface PlanCoverage extends Disposable {
  /**
   * Shows the coverage of the documents of a file's program, or of all, and opens the document of the file's plan. It
   * follows what changes while one of the documents is open; after that, a change takes it away.
   */
  show(file: Uri | undefined): Promise<void>;
}

/** A document and where it is opened. */
interface Covered {
  readonly document: DocumentCoverage;
  readonly uri: Uri;
  /** The file that was asked about names it. */
  readonly isNamed: boolean;
}

/** What is marked now, of a file's program or of all. */
interface Marked {
  readonly file: Uri | undefined;
  readonly documents: readonly Covered[];
  /** The documents, and those that were marked before and may be again. */
  readonly uris: ReadonlySet<string>;
  readonly run: TestRun;
}

export function createPlanCoverage(client: BaseLanguageClient, changed: Event<void>): PlanCoverage {
  const details = new WeakMap<FileCoverage, FileCoverageDetail[]>();
  let controller: TestController | undefined;
  let profile: TestRunProfile | undefined;
  let marked: Marked | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let following = Promise.resolve();

  /** Made when first asked for: a controller brings the Testing view into the side bar. */
  function prepare(): { controller: TestController; profile: TestRunProfile } {
    controller ??= tests.createTestController("bdg.coverage", l10n.t("Plan coverage"));
    profile ??= createProfile(controller);
    return { controller, profile };
  }

  function createProfile(of: TestController): TestRunProfile {
    const made = of.createRunProfile(l10n.t("Plan coverage"), TestRunProfileKind.Coverage, async () => {
      await mark(undefined);
    });
    made.loadDetailedCoverage = async (_, file) => details.get(file) ?? [];
    return made;
  }

  async function read(file: Uri | undefined): Promise<readonly Covered[]> {
    const { programs } = await requestCoverage(client, file === undefined ? {} : { uri: file.toString() });
    return programs.flatMap(({ coverage, documentUris, rootUri }) =>
      coverage.documents.map((document) => ({
        document,
        uri: Uri.parse(documentUris[document.path] ?? ""),
        isNamed: document.plans.some(({ path }) => isBelow(rootUri, path, file)),
      })),
    );
  }

  /** Makes a run, with which VS Code marks these documents and no others. */
  function run(documents: readonly Covered[]): TestRun {
    const parts = prepare();
    const request = new TestRunRequest(undefined, undefined, parts.profile);
    const shown = parts.controller.createTestRun(request, l10n.t("Plan coverage"), false);
    for (const { document, uri } of documents) {
      const coverage = toFileCoverage(uri, document);
      details.set(coverage, detailsOf(document));
      shown.addCoverage(coverage);
    }
    shown.end();
    return shown;
  }

  async function mark(file: Uri | undefined): Promise<readonly Covered[]> {
    const documents = await read(file);
    if (documents.length === 0) throw new Refusal(l10n.t("No plan names a document that can be read."));
    remember(file, documents, new Set());
    return documents;
  }

  function remember(file: Uri | undefined, documents: readonly Covered[], before: ReadonlySet<string>): void {
    const shown = run(documents);
    const uris = new Set([...before, ...documents.map(({ uri }) => uri.toString())]);
    marked = { file, documents, uris, run: shown };
    // Whoever clears the results has no more use for the marks.
    shown.onDidDispose(() => {
      if (marked?.run === shown) marked = undefined;
    });
  }

  async function follow(): Promise<void> {
    const before = marked;
    if (before === undefined) return;
    const documents = await read(before.file);
    // Others were marked meanwhile, perhaps as they stood before the change.
    if (marked !== before) return follow();
    if (marksOf(documents) === marksOf(before.documents)) return;
    if (isOpen(before.uris)) remember(before.file, documents, before.uris);
    else {
      marked = undefined;
      run([]);
    }
  }

  /** One after the other: what is read last is marked last. What goes wrong is in the log. */
  function followNow(): void {
    following = following.then(follow).catch(() => {});
  }

  const listening = changed(() => {
    if (marked === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(followNow, pause);
  });

  return {
    show: async (file) => {
      const documents = await mark(file);
      const own = documents.find(({ uri }) => uri.toString() === file?.toString());
      const shown = own ?? documents.find(({ isNamed }) => isNamed) ?? documents[0];
      if (shown === undefined) return;
      const { uri, document } = shown;
      const open = window.visibleTextEditors.find((one) => one.document.uri.toString() === uri.toString());
      const viewColumn = open?.viewColumn ?? (file === undefined ? ViewColumn.Active : ViewColumn.Beside);
      const place = firstToSee(document);
      await window.showTextDocument(uri, { viewColumn, ...(place && { selection: place }) });
    },
    dispose: () => {
      clearTimeout(timer);
      listening.dispose();
      profile?.dispose();
      controller?.dispose();
    },
  };
}

/** Whether an editor has one of the documents, in front or behind others. */
function isOpen(uris: ReadonlySet<string>): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && uris.has(input.uri.toString())),
  );
}

/** What is to be seen of the documents, as a text to compare; where lines move, VS Code moves their marks itself. */
function marksOf(documents: readonly Covered[]): string {
  const clauses = ({ clauses }: DocumentCoverage) =>
    clauses.map(({ address, status, reason, citedBy, commitments }) => [
      address,
      status,
      reason,
      citedBy.length,
      commitments.map(({ said }) => said),
    ]);
  return JSON.stringify(documents.map(({ document, uri }) => [uri.toString(), clauses(document)]));
}

/** The beginning of the first clause that nobody takes up, else of the first one. */
function firstToSee({ clauses }: DocumentCoverage): Range | undefined {
  const clause = clauses.find(({ status }) => status === "not-covered") ?? clauses[0];
  return clause && new Range(clause.range.start.line, 0, clause.range.start.line, 0);
}

function isBelow(rootUri: string, path: string, file: Uri | undefined): boolean {
  return file !== undefined && programFile(rootUri, path).toString() === file.toString();
}
