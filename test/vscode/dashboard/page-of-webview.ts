/**
 * The dashboard's page in a browser of its own: the bundled script and style sheet, served with the policy that the
 * extension gives them, in the colours of a theme as VS Code hands them over. The extension's side is played by the
 * language core itself.
 */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { dashboardHtml } from "../../../client/src/views/dashboard/dashboard-html.ts";
import type { HostMessage } from "../../../client/src/views/dashboard/host-messages.ts";
import { type PageMessage, parsePageMessage } from "../../../client/src/views/dashboard/page-messages.ts";
import { dashboardWords } from "../../../client/src/views/dashboard/words.ts";
import vietnamese from "../../../l10n/bundle.l10n.vi.json" with { type: "json" };
import type { LanguageService } from "../../../server/src/language-service.ts";
import { parseIsoDate } from "../../../server/src/semantics/period.ts";
import { projectPath } from "../support/paths.ts";
import themes from "./fixtures/themes.json" with { type: "json" };

export type ThemeName = keyof typeof themes;
export const themeNames = Object.keys(themes) as readonly ThemeName[];

export interface PageOptions {
  readonly service: LanguageService;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** What the page kept when it was last there. */
  readonly state?: unknown;
  readonly today?: string;
}

export interface DashboardPage {
  readonly page: Page;
  /** What the page asked for besides the plans, in order. */
  readonly asked: readonly PageMessage[];
  /** Whatever it sent that is no message, errors of its script, and what its policy refused. */
  readonly faults: readonly string[];
  /** Sends what the service says now, as after a change of a file. */
  update(focus?: NonNullable<Extract<HostMessage, { kind: "show" }>["focus"]>): Promise<void>;
  /** Any message, good or bad. */
  send(message: unknown): Promise<void>;
  state(): Promise<unknown>;
}

const address = "https://dashboard.test";
const root = "file:///plans";

/** Opens the page and waits until it shows a plan. */
export async function openDashboardPage(browser: Browser, options: PageOptions): Promise<DashboardPage> {
  const {
    service,
    theme = "Light Modern",
    width = 1400,
    height = 900,
    state,
    today = "2025-06-30",
  } = options;
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const asked: PageMessage[] = [];
  const faults: string[] = [];
  let asOf: string | null = null;
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (line) => line.type() === "error" && faults.push(line.text()));
  const send = (message: unknown) =>
    page.evaluate(`window.postMessage(${JSON.stringify(message)}, "*")`) as Promise<void>;
  const update: DashboardPage["update"] = async (focus) => send(showMessage(service, asOf, today, focus));
  await page.exposeFunction("toExtension", (received: unknown) => {
    const message = parsePageMessage(received);
    if (message === undefined) faults.push(`no message: ${JSON.stringify(received)}`);
    else if (message.kind === "ready" || message.kind === "setAsOf") {
      asOf = message.asOf;
      void update();
    } else asked.push(message);
  });
  await page.addInitScript(`
    let kept = ${JSON.stringify(state)};
    window.keptState = () => kept;
    window.acquireVsCodeApi = () => ({
      postMessage: (message) => window.toExtension(message),
      getState: () => kept,
      setState: (state) => { kept = JSON.parse(JSON.stringify(state)); },
    });`);
  await page.route(`${address}/**`, (route) =>
    route.fulfill(answerTo(new URL(route.request().url()), service)),
  );
  await page.goto(`${address}/`);
  const { body, variables } = themes[theme];
  await page.evaluate(`
    for (const [name, value] of Object.entries(${JSON.stringify(variables)}))
      document.documentElement.style.setProperty(name, value);
    document.body.className = ${JSON.stringify(body)};`);
  await page.locator("#dashboard h1").waitFor();
  return { page, asked, faults, update, send, state: () => page.evaluate("window.keptState()") };
}

function answerTo({ pathname }: URL, { settings }: LanguageService) {
  if (pathname !== "/") {
    const contentType = pathname.endsWith(".css") ? "text/css" : "text/javascript";
    return { contentType, body: readFileSync(projectPath(`dist/dashboard${pathname}`), "utf8") };
  }
  const html = dashboardHtml({
    nonce: "0123456789abcdef",
    script: `${address}/page.js`,
    style: `${address}/page.css`,
    source: address,
    language: settings.language,
    title: "Dashboard",
    waiting: "…",
  });
  return { contentType: "text/html", body: html };
}

function showMessage(
  service: LanguageService,
  asOf: string | null,
  today: string,
  focus: unknown = null,
): unknown {
  const day = asOf === null ? undefined : parseIsoDate(asOf);
  const overview = service.planOverview(day === undefined ? {} : { asOf: day });
  return {
    kind: "show",
    programs: [{ rootUri: root, fixedDay: null, overview }],
    asOf,
    today,
    words: dashboardWords({ t: (text) => wordsIn(service.settings.language, text) }),
    focus,
  };
}

function wordsIn(language: "en" | "vi", text: string): string {
  return language === "vi" ? (vietnamese as Readonly<Record<string, string>>)[text]! : text;
}
