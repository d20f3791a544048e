import {
  type CancellationToken,
  type Disposable,
  type Event,
  Location,
  Range,
  type TestItem,
  TestMessage,
  type TestRun,
  TestRunProfileKind,
  type TestRunRequest,
  tests,
  type Uri,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type {
  IndicatorItem,
  Place,
  TaskItem,
} from "../../../server/src/language-features/plan-overview-types.ts";
import type { PlanOverviewResult } from "../../../server/src/lsp/protocol.ts";
import { askForDay } from "../commands/set-as-of-date.ts";
import { programFile } from "../files/program-file.ts";
import { l10n } from "../messages.ts";
import { requestPlanOverview } from "../protocol.ts";

/** How one due point went: what VS Code shows for it, and the words for it. */
interface Verdict {
  readonly outcome: "passed" | "failed" | "skipped";
  readonly message: string;
  /** Whether the message is told although nothing failed: not due, and off its path. */
  readonly isWorthTelling: boolean;
  readonly uri: Uri;
  readonly range: Range;
}

/**
 * The indicators and tasks in the Test Explorer, each with a child for every due point. A due point that is met has
 * passed; one that is missed, or whose period is over without a value, has failed, with the message at its target;
 * one that is not due yet is skipped, and where it is off its path the output says so.
 */
export function createTestExplorer(client: BaseLanguageClient, changed: Event<void>): Disposable {
  const controller = tests.createTestController("bdg", l10n.t("Plan indicators"));
  let verdicts: ReadonlyMap<string, Verdict> = new Map();
  const continuous = new Set<TestRunRequest>();
  /** Nobody has looked at the Testing view yet: then no change is worth asking the server about. */
  let isShown = false;
  let isBusy = false;
  let isStale = false;

  const refresh = async (): Promise<void> => {
    isShown = true;
    const tree = readTree(await requestPlanOverview(client));
    verdicts = tree.verdicts;
    update(controller.items, tree.roots);
    for (const request of continuous) show(request, verdicts, l10n.t("after a change"));
  };
  /** One at a time; what changes meanwhile is asked for once more. */
  const keepFresh = async (): Promise<void> => {
    isStale = isShown;
    if (isBusy) return;
    isBusy = true;
    while (isStale) {
      isStale = false;
      // What went wrong is in the log; the next change asks again.
      await refresh().catch(() => {});
    }
    isBusy = false;
  };

  function update(items: typeof controller.items, nodes: readonly Node[]): void {
    items.replace(
      nodes.map((node, index) => {
        const known = items.get(node.id);
        const item =
          known?.uri?.toString() === node.uri.toString()
            ? known
            : controller.createTestItem(node.id, node.label, node.uri);
        item.label = node.label;
        item.description = node.description;
        item.range = node.range;
        item.sortText = String(index).padStart(6, "0");
        update(item.children, node.children);
        return item;
      }),
    );
  }

  function show(request: TestRunRequest, found: ReadonlyMap<string, Verdict>, name: string): void {
    const run = controller.createTestRun(request, name, false);
    const excluded = new Set(request.exclude ?? []);
    const visit = (item: TestItem): void => {
      if (excluded.has(item)) return;
      const verdict = found.get(item.id);
      if (verdict) report(run, item, verdict);
      item.children.forEach(visit);
    };
    if (request.include) request.include.forEach(visit);
    else controller.items.forEach(visit);
    run.end();
  }

  async function runNow(request: TestRunRequest, token: CancellationToken): Promise<void> {
    await refresh();
    if (request.continuous) {
      continuous.add(request);
      token.onCancellationRequested(() => continuous.delete(request));
    }
    show(request, verdicts, l10n.t("as of the date that is set"));
  }

  async function runOnAnotherDay(request: TestRunRequest): Promise<void> {
    const asOf = await askForDay();
    if (asOf === undefined || asOf === "") return asOf === "" ? runNow(request, noToken) : undefined;
    const { verdicts: then } = readTree(await requestPlanOverview(client, { asOf }));
    show(request, then, l10n.t("as of {0}", asOf));
  }

  controller.createRunProfile(l10n.t("Judge"), TestRunProfileKind.Run, runNow, true, undefined, true);
  controller.createRunProfile(l10n.t("Judge on another day…"), TestRunProfileKind.Run, runOnAnotherDay);
  controller.refreshHandler = refresh;
  controller.resolveHandler = async (item) => {
    if (item !== undefined) return;
    isShown = true;
    await keepFresh();
  };
  const listening = changed(() => void keepFresh());
  return {
    dispose: () => {
      listening.dispose();
      controller.dispose();
    },
  };
}

const noToken: CancellationToken = {
  isCancellationRequested: false,
  onCancellationRequested: () => ({ dispose: () => {} }),
};

function report(
  run: TestRun,
  item: TestItem,
  { outcome, message, isWorthTelling, uri, range }: Verdict,
): void {
  const at = new Location(uri, range);
  if (outcome === "passed") run.passed(item);
  else if (outcome === "failed") {
    const told = new TestMessage(message);
    told.location = at;
    run.failed(item, told);
  } else {
    run.skipped(item);
    if (isWorthTelling) run.appendOutput(`${message.replace(/\r?\n/g, "\r\n")}\r\n`, at, item);
  }
}

/** An item of the tree as it should be. */
interface Node {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly uri: Uri;
  readonly range: Range;
  readonly children: readonly Node[];
}

interface Tree {
  readonly roots: readonly Node[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

function readTree({ programs }: PlanOverviewResult): Tree {
  const verdicts = new Map<string, Verdict>();
  const roots = programs.flatMap(({ rootUri, overview }) => {
    const at = (place: Place) => placeIn(rootUri, place);
    return overview.plans.map((plan): Node => {
      const id = `${rootUri} ${plan.place.path} ${plan.id ?? ""}`;
      const children = [
        ...plan.indicators.map((one) => indicatorNode(id, one, at, verdicts)),
        ...plan.tasks.map((one) => taskNode(id, one, at, verdicts)),
      ];
      return {
        id,
        label: plan.name,
        description: "",
        ...at(plan.place),
        children: children.filter(hasDuePoints),
      };
    });
  });
  return { roots: roots.filter(({ children }) => children.length > 0), verdicts };
}

type At = (place: Place) => { readonly uri: Uri; readonly range: Range };

function placeIn(rootUri: string, { path, range: { start, end } }: Place) {
  return {
    uri: programFile(rootUri, path),
    range: new Range(start.line, start.character, end.line, end.character),
  };
}

function hasDuePoints({ children }: Node): boolean {
  return children.length > 0;
}

function indicatorNode(plan: string, item: IndicatorItem, at: At, verdicts: Map<string, Verdict>): Node {
  const id = `${plan} indicator ${item.place.path} ${item.id}`;
  const children = item.targets.flatMap(({ due, place }, target) =>
    due.map((point): Node => {
      const own = `${id} ${target} ${point.period} ${point.category ?? ""}`;
      const label = point.category === null ? point.periodText : `${point.periodText} · ${point.category}`;
      const outcome =
        point.status === "met"
          ? "passed"
          : point.status === "missed" || point.status === "no-data"
            ? "failed"
            : "skipped";
      const isWorthTelling = point.status === "off-track" || point.status === "at-risk";
      verdicts.set(own, { outcome, message: `${item.name}. ${point.message}`, isWorthTelling, ...at(place) });
      return { id: own, label, description: point.asked ?? "", ...at(place), children: [] };
    }),
  );
  return { id, label: item.name, description: item.statusText, ...at(item.place), children };
}

function taskNode(plan: string, item: TaskItem, at: At, verdicts: Map<string, Verdict>): Node {
  const id = `${plan} task ${item.place.path} ${item.id}`;
  const children = item.due.map((point): Node => {
    const own = `${id} ${point.period}`;
    const outcome = point.status === "met" ? "passed" : point.status === "missed" ? "failed" : "skipped";
    verdicts.set(own, {
      outcome,
      message: `${item.name}. ${point.message}`,
      isWorthTelling: false,
      ...at(item.place),
    });
    return { id: own, label: point.periodText, description: "", ...at(item.place), children: [] };
  });
  return { id, label: item.name, description: item.statusText, ...at(item.place), children };
}
