import { render } from "preact";
import { type Focus, parseHostMessage, type Shown } from "../views/dashboard/host-messages.ts";
import type { PageMessage } from "../views/dashboard/page-messages.ts";
import { App, allPlans } from "./app.tsx";
import { keepInPlace } from "./keep-in-place.ts";
import { isOpen, type PageState, readState, toggled } from "./page-state.ts";

/** What VS Code gives to the page of a webview. */
interface EditorApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** Milliseconds after the last move of the date before the server is asked: a slider passes many days. */
const pause = 120;

const editor = acquireVsCodeApi();
const root = document.getElementById("dashboard")!;
let state = readState(editor.getState());
let shown: Shown | undefined;
let failure: string | undefined;
let asking = 0;

const send = (message: PageMessage) => editor.postMessage(message);

function change(part: Partial<PageState>): void {
  const before = state.asOf;
  state = { ...state, ...part };
  editor.setState(state);
  if (state.asOf !== before) {
    root.setAttribute("aria-busy", "true");
    clearTimeout(asking);
    asking = setTimeout(() => send({ kind: "setAsOf", asOf: state.asOf }), pause);
  }
  draw();
}

let isDrawn = false;

function draw(): void {
  // What stands there while the plans are awaited; a fragment that is rendered leaves it.
  if (!isDrawn) root.replaceChildren();
  isDrawn = true;
  if (shown === undefined) {
    render(<p class="empty">{failure ?? ""}</p>, root);
    return;
  }
  document.documentElement.lang = shown.programs[0]?.overview.language ?? "en";
  render(
    <>
      {failure !== undefined && (
        <p class="note" role="alert">
          {failure}
        </p>
      )}
      <App shown={shown} state={state} change={change} send={send} />
    </>,
    root,
  );
}

/** Opens the plan of a file, or the card of an indicator in it, and puts the focus there. */
function lookAt({ program, path, indicator }: Focus): void {
  if (shown === undefined) return;
  const of = allPlans(shown).filter(({ rootUri }) => rootUri === program);
  const found =
    of.find(({ plan }) => indicator !== null && plan.indicators.some(({ id }) => id === indicator)) ??
    of.find(({ plan }) => path !== null && isAbout(plan, path)) ??
    of[0];
  if (!found) return;
  const closed = indicator !== null && !isOpen(state, indicator);
  change({
    plan: { program, path: found.plan.place.path },
    ...(indicator !== null && { query: "", body: null, statuses: [] }),
    ...(closed && { exceptions: toggled(state.exceptions, indicator) }),
  });
  const card = indicator === null ? null : document.getElementById(`indicator-${indicator}`);
  card?.scrollIntoView({ block: "start" });
  card?.querySelector<HTMLElement>(".name")?.focus({ preventScroll: true });
}

function isAbout(plan: ReturnType<typeof allPlans>[number]["plan"], path: string): boolean {
  return [plan, ...plan.indicators, ...plan.tasks, ...plan.reports].some(({ place }) => place.path === path);
}

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const message = parseHostMessage(data);
  if (message === undefined) return;
  if (message.kind === "unavailable") {
    failure = message.text;
    draw();
    return;
  }
  const isFirst = shown === undefined;
  failure = undefined;
  shown = message;
  root.removeAttribute("aria-busy");
  draw();
  if (message.focus) lookAt(message.focus);
  else if (isFirst) window.scrollTo(0, state.scroll);
});

window.addEventListener(
  "scroll",
  () => {
    if (shown === undefined) return;
    state = { ...state, scroll: window.scrollY };
    editor.setState(state);
  },
  { passive: true },
);

keepInPlace(root);
send({ kind: "ready", asOf: state.asOf });
