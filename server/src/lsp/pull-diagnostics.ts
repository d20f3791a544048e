import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { DiagnosticReport, DiagnosticReports } from "./diagnostic-reports.ts";
import type { FolderProgram } from "./folder-program.ts";
import type { Runtime } from "./runtime.ts";
import { type SafeHandlers, serverCancelled } from "./safe-handler.ts";
import type { Workspace } from "./workspace.ts";

export interface Puller {
  /**
   * To be called after changes, when no message is waiting.
   *
   * @param edited files that the client edited, and will ask about by itself
   */
  changed(edited: ReadonlySet<string>): void;
  /** The client is about to leave: a question that is open is answered. */
  leave(): void;
  /**
   * Whether a file that the client asked about has other problems now than it was told.
   *
   * @param except files that the client edited, and will ask about by itself
   */
  isBehind(except: ReadonlySet<string>): boolean;
}

/**
 * Answers clients that ask for diagnostics. A question about the whole workspace that would get nothing new is
 * answered when there is something, so that the client need not ask again and again. One that takes its answer in parts
 * gets them at once and stays open, since VS Code lets two seconds go by between two questions.
 */
export function registerPuller(
  connection: Connection,
  handlers: SafeHandlers,
  workspace: Workspace,
  reports: DiagnosticReports,
  runtime: Pick<Runtime, "later">,
  whenReady: (program: FolderProgram) => Promise<void>,
): Puller {
  const told = new Map<string, string>();
  let held: HeldQuestion | undefined;

  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(
    handlers.request("diagnostic", nothing, async (params: DocumentDiagnosticParams) => {
      const { uri } = params.textDocument;
      const asked = workspace.locate(uri);
      if (!asked) return nothing;
      await whenReady(asked.program);
      // The folders may have changed while it was read.
      const located = workspace.locate(uri);
      if (!located) return nothing;
      const report = reports.of(located.program, located.path);
      told.set(uri, report.resultId);
      return toReport(report, params.previousResultId);
    }),
  );

  connection.languages.diagnostics.onWorkspace((asked, cancellation, _progress, partial) =>
    handlers.request(
      "workspace diagnostic",
      { items: [] },
      async (params: WorkspaceDiagnosticParams, token) => {
        const known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
        if (partial) await reportEach(known, partial);
        else await Promise.all(workspace.programs().map(whenReady));
        // What was reported is not news any more.
        const items = collect(known);
        if (token.isCancellationRequested || items.some(isNews)) return { items };
        return { items: await hold(known, token, partial) };
      },
    )(asked, cancellation),
  );

  /** Reports each program as soon as it is read, and notes in `known` what the client has then. */
  async function reportEach(known: Map<string, string>, partial: PartialReports): Promise<void> {
    for (const program of workspace.programs()) {
      await whenReady(program);
      tell(partial, known, itemsOf(program, known).filter(isNews));
    }
  }

  function tell(partial: PartialReports, known: Map<string, string>, items: Items): void {
    if (items.length > 0) partial.report(handlers.outgoing({ items }));
    for (const { uri, resultId } of items) {
      if (resultId === undefined) known.delete(uri);
      else known.set(uri, resultId);
    }
  }

  /**
   * Tells what is new and leaves the question open. A file that the client asks about by itself it may let go at any
   * moment, as it is told this: after a while without news the question is let go, so that it says what it has.
   */
  function goOn(
    question: HeldQuestion,
    partial: PartialReports,
    news: Items,
    edited: ReadonlySet<string>,
  ): void {
    const isAskedFor = ({ uri }: Items[number]) => told.has(uri) && edited.has(uri);
    tell(
      partial,
      question.known,
      news.filter((item) => !isAskedFor(item)),
    );
    if (!news.some(({ uri }) => told.has(uri))) return;
    question.turn += 1;
    const { turn } = question;
    runtime.later(() => {
      if (held !== question || question.turn !== turn) return;
      held = undefined;
      question.answer([]);
    }, quietTime);
  }

  function collect(known: ReadonlyMap<string, string>): Items {
    const items = workspace.programs().flatMap((program) => itemsOf(program, known));
    const seen = new Set(items.map(({ uri }) => uri));
    for (const uri of known.keys()) if (!seen.has(uri)) items.push({ uri, version: null, ...nothing });
    return items;
  }

  function itemsOf(program: FolderProgram, known: ReadonlyMap<string, string>): Items {
    return workspace.reportedFilesOf(program).map((path) => {
      const uri = program.uriOf(path);
      const version = workspace.open.get(uri)?.version ?? null;
      return { uri, version, ...toReport(reports.of(program, path), known.get(uri)) };
    });
  }

  function hold(
    known: Map<string, string>,
    token: CancellationToken,
    partial: PartialReports | undefined,
  ): Promise<Items> {
    // Of two questions the older one is no longer of interest to anybody.
    held?.refuse();
    return new Promise((resolve, reject) => {
      const refuse = () => reject(serverCancelled());
      const mine: HeldQuestion = { known, partial, answer: resolve, refuse, turn: 0 };
      held = mine;
      token.onCancellationRequested(() => {
        if (held === mine) held = undefined;
        resolve([]);
      });
    });
  }

  return {
    leave: () => {
      held?.refuse();
      held = undefined;
    },
    changed: (edited) => {
      if (!held) return;
      const items = collect(held.known);
      const news = items.filter(isNews);
      if (news.length === 0) return;
      if (held.partial) return goOn(held, held.partial, news, edited);
      held.answer(items);
      held = undefined;
    },
    isBehind: (except) =>
      [...told].some(([uri, last]) => {
        const located = except.has(uri) ? undefined : workspace.locate(uri);
        return located !== undefined && reports.of(located.program, located.path).resultId !== last;
      }),
  };
}

/** A question about the whole workspace that waits for news. */
interface HeldQuestion {
  /** What the client has, by file. */
  readonly known: Map<string, string>;
  /** Takes news one after the other; without it the question is answered with the first. */
  readonly partial: PartialReports | undefined;
  readonly answer: (items: Items) => void;
  readonly refuse: () => void;
  /** How often there was news. */
  turn: number;
}

/** In milliseconds. */
const quietTime = 1_000;

interface PartialReports {
  report(items: { readonly items: Items }): void;
}

type Items = WorkspaceDiagnosticReport["items"];

function isNews(item: WorkspaceDocumentDiagnosticReport): boolean {
  return item.kind === DocumentDiagnosticReportKind.Full;
}

function toReport(
  { resultId, items }: DiagnosticReport,
  previous: string | undefined,
): DocumentDiagnosticReport {
  return resultId === previous
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}
