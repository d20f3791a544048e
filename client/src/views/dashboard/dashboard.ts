import { type Disposable, type Event, Uri, ViewColumn, type WebviewPanel, window, workspace } from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { parseDay } from "../../as-of-date.ts";
import { guarded } from "../../commands/guarded.ts";
import { l10n, messageLocale } from "../../messages.ts";
import { planInView } from "../../plan-in-view.ts";
import { requestPlanOverview } from "../../protocol.ts";
import { actOn } from "./act-on.ts";
import { dashboardHtml } from "./dashboard-html.ts";
import type { Focus, HostMessage } from "./host-messages.ts";
import { knownPlaces } from "./known-places.ts";
import { pageAction } from "./page-actions.ts";
import { parsePageMessage } from "./page-messages.ts";
import { dashboardWords } from "./words.ts";

const dashboardType = "bdg.dashboard";

/** Milliseconds of quiet after a change before the page follows it: who types is not to wait for a picture. */
const pause = 200;

export interface Dashboard extends Disposable {
  /**
   * Shows the dashboard, at the plan of the file in view unless told otherwise.
   *
   * @param given all or part of `{ programUri, indicatorId }`, of a line of the plan view or a test
   */
  open(given: unknown): Promise<void>;
}

/** The dashboard: at most one, kept up to date while it is to be seen, and restored when VS Code starts again. */
export function createDashboard(
  client: BaseLanguageClient,
  changed: Event<void>,
  extensionUri: Uri,
): Dashboard {
  let current: ReturnType<typeof runPanel> | undefined;
  const run = (panel: WebviewPanel, focus: Focus | null) => {
    panel.onDidDispose(() => {
      current = undefined;
    });
    current = runPanel(panel, { client, changed, extensionUri }, focus);
  };
  const serializer = window.registerWebviewPanelSerializer(dashboardType, {
    deserializeWebviewPanel: async (panel) => run(panel, null),
  });
  return {
    open: async (given) => {
      const focus = readFocus(given);
      if (current) {
        current.lookAt(focus);
        return;
      }
      run(window.createWebviewPanel(dashboardType, l10n.t("Dashboard"), ViewColumn.Active), focus);
    },
    dispose: () => {
      serializer.dispose();
      current?.panel.dispose();
    },
  };
}

function readFocus(given: unknown): Focus | null {
  const { programUri, indicatorId } = (typeof given === "object" && given !== null ? given : {}) as Readonly<
    Record<string, unknown>
  >;
  if (typeof programUri === "string") {
    const indicator = typeof indicatorId === "string" ? indicatorId : null;
    return { program: programUri, path: null, indicator };
  }
  const plan = planInView();
  return plan === undefined ? null : { program: plan.toString(), path: null, indicator: null };
}

interface PanelParts {
  readonly client: BaseLanguageClient;
  readonly changed: Event<void>;
  readonly extensionUri: Uri;
}

function runPanel(panel: WebviewPanel, { client, changed, extensionUri }: PanelParts, first: Focus | null) {
  let isListening = false;
  let asOf: string | null = null;
  let focus = first;
  let known = knownPlaces([]);
  let isAsking = false;
  let isStale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  let isDisposed = false;

  /** A page that was closed while its plans were asked for hears nothing more. */
  const post = async (message: HostMessage) => {
    if (isDisposed) return;
    panel.title = l10n.t("Dashboard");
    await panel.webview.postMessage(message);
  };

  async function show(): Promise<void> {
    isStale = true;
    if (isDisposed || !isListening || !panel.visible || isAsking) return;
    isAsking = true;
    try {
      while (isStale) {
        isStale = false;
        await post(await overviewMessage());
      }
    } catch (error) {
      client.outputChannel.error(String(error));
      await post(unavailable());
    } finally {
      isAsking = false;
    }
  }

  async function overviewMessage(): Promise<HostMessage> {
    if (client.state === State.Stopped) return unavailable();
    const chosen = asOf;
    const { programs } = await requestPlanOverview(client, chosen === null ? {} : { asOf: chosen });
    known = knownPlaces(programs);
    const looksAt = focus && toShownPlace(focus, programs);
    focus = null;
    return {
      kind: "show",
      programs: programs.map((program) => ({ ...program, fixedDay: fixedDay(program.rootUri) })),
      asOf: chosen,
      today: today(),
      words: dashboardWords(l10n),
      focus: looksAt,
    };
  }

  function showSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void show(), pause);
  }

  const parts = [
    panel.webview.onDidReceiveMessage((received: unknown) => {
      const message = parsePageMessage(received);
      if (message === undefined) return;
      if (message.kind === "ready" || message.kind === "setAsOf") {
        isListening = true;
        asOf = message.asOf;
        void show();
        return;
      }
      const action = pageAction(message, known, asOf);
      if (action !== undefined)
        void guarded(client, () => actOn(action, (panel.viewColumn ?? ViewColumn.One) + 1));
    }),
    panel.onDidChangeViewState(() => {
      // A page that was hidden is made anew, and tells when it listens.
      if (!panel.visible) isListening = false;
    }),
    changed(showSoon),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running || newState === State.Stopped) showSoon();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("bdg")) showSoon();
    }),
  ];
  panel.onDidDispose(() => {
    isDisposed = true;
    clearTimeout(timer);
    for (const part of parts) part.dispose();
  });
  // Set here, so that it holds for a page that VS Code brought back too.
  panel.webview.options = {
    enableScripts: true,
    enableForms: false,
    localResourceRoots: [Uri.joinPath(extensionUri, "dist", "dashboard")],
  };
  panel.iconPath = {
    light: Uri.joinPath(extensionUri, "icons", "bdg-light.svg"),
    dark: Uri.joinPath(extensionUri, "icons", "bdg-dark.svg"),
  };
  panel.webview.html = pageFor(panel, extensionUri);
  return {
    panel,
    lookAt: (at: Focus | null) => {
      focus = at;
      panel.reveal();
      void show();
    },
  };
}

const unavailable = (): HostMessage => ({
  kind: "unavailable",
  text: l10n.t("Not checked: the language server does not run"),
});

function pageFor({ webview }: WebviewPanel, extensionUri: Uri): string {
  const address = (name: string) =>
    webview.asWebviewUri(Uri.joinPath(extensionUri, "dist", "dashboard", name)).toString();
  return dashboardHtml({
    nonce: crypto.randomUUID(),
    script: address("page.js"),
    style: address("page.css"),
    source: webview.cspSource,
    language: messageLocale() === "vi" ? "vi" : "en",
    title: l10n.t("Dashboard"),
    waiting: l10n.t("Checking…"),
  });
}

/** A file becomes its program and its path in it: of programs in one another, the innermost that has the file. */
function toShownPlace(
  { program, path, indicator }: Focus,
  programs: readonly { readonly rootUri: string }[],
): Focus | null {
  // As VS Code writes it, whoever wrote it, and with a slash behind a folder's name.
  const written = (uri: string) => Uri.parse(uri).toString(true).replace(/\/?$/, "/");
  const of = written(program);
  const found = programs
    .map(({ rootUri }) => rootUri)
    .filter((rootUri) => of.startsWith(written(rootUri)))
    .sort((a, b) => b.length - a.length)[0];
  if (found === undefined) return null;
  const inside = of.slice(written(found).length, -1);
  return { program: found, path: path ?? (inside === "" ? null : inside), indicator };
}

function fixedDay(rootUri: string): string | null {
  const setting = workspace.getConfiguration("bdg", Uri.parse(rootUri)).get<string>("asOf") ?? "";
  return parseDay(setting) ?? null;
}

/** What day it is here, as `yyyy-mm-dd`. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
