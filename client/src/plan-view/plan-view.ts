import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  type Memento,
  type TreeDataProvider,
  Uri,
  window,
  workspace,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { PlanOverviewResult } from "../../../server/src/lsp/protocol.ts";
import { nameOf } from "../files/file-name.ts";
import { l10n } from "../messages.ts";
import { requestPlanOverview } from "../protocol.ts";
import { readFilter } from "./plan-filter.ts";
import { treeItem } from "./plan-items.ts";
import { type Grouping, type PlanNode, type Program, planTree } from "./plan-nodes.ts";

/** The side bar's view of all plans. */
export interface PlanView extends Disposable {
  /** Asks again. */
  refresh(): Promise<void>;
  groupBy(grouping: Grouping): Promise<void>;
  /** Shows only what a typed filter wants; all for an empty one. */
  filter(text: string): void;
  readonly filterText: string;
}

const groupingKey = "planGrouping";
const noPrograms: PlanOverviewResult["programs"] = [];

/**
 * Shows the plans as they are judged now. It asks only while it is visible, and draws only what changed: nothing
 * flickers while someone types, and what is open stays open.
 */
export function createPlanView(client: BaseLanguageClient, changed: Event<void>, memory: Memento): PlanView {
  const drawn = new EventEmitter<undefined>();
  let programs = noPrograms;
  let shownText = "";
  let filterText = "";
  let grouping = readGrouping(memory.get(groupingKey));
  let isStale = true;
  let asked = 0;
  const provider: TreeDataProvider<PlanNode> = {
    onDidChangeTreeData: drawn.event,
    getChildren: (node) => (node ? childrenOf(node) : roots()),
    getTreeItem: (node) => treeItem(node, wordsFor(node, programs), folderOf(node, programs)),
  };
  const view = window.createTreeView("bdg.plans", { treeDataProvider: provider, showCollapseAll: true });

  function roots(): PlanNode[] {
    return treeOf(programs, grouping, filterText);
  }

  async function refresh(): Promise<void> {
    asked += 1;
    const own = asked;
    isStale = false;
    const result = await requestPlanOverview(client, { outline: true });
    if (own !== asked) return;
    // Only now can an empty view say that there is no plan.
    void commands.executeCommand("setContext", "bdg.plans.loaded", true);
    const text = JSON.stringify(result.programs);
    if (text === shownText) return;
    shownText = text;
    programs = result.programs;
    draw();
  }

  function draw(): void {
    const message = messageFor(programs, filterText);
    // An empty text is none: with one, an empty view would not say what to do first.
    view.message = message ?? "";
    drawn.fire(undefined);
  }

  function update(): void {
    if (!view.visible || client.state !== State.Running) {
      isStale = true;
      return;
    }
    const asking = refresh().catch(() => undefined);
    if (shownText === "") void window.withProgress({ location: { viewId: "bdg.plans" } }, () => asking);
  }

  const parts = [
    view,
    drawn,
    changed(update),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && isStale) update();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) update();
    }),
  ];
  tellGrouping(grouping);
  return {
    refresh,
    groupBy: async (next) => {
      grouping = next;
      tellGrouping(next);
      await memory.update(groupingKey, next);
      draw();
    },
    filter: (text) => {
      filterText = text.trim();
      void commands.executeCommand("setContext", "bdg.plans.filtered", filterText !== "");
      draw();
    },
    get filterText() {
      return filterText;
    },
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

function readGrouping(value: unknown): Grouping {
  return value === "body" || value === "verdict" ? value : "clause";
}

function tellGrouping(grouping: Grouping): void {
  void commands.executeCommand("setContext", "bdg.plans.grouping", grouping);
}

function treeOf(
  programs: PlanOverviewResult["programs"],
  grouping: Grouping,
  filterText: string,
): PlanNode[] {
  const isShown = readFilter(
    filterText,
    programs.map(({ overview }) => overview),
  );
  const words = {
    noClause: l10n.t("No clause"),
    noLead: l10n.t("No lead body"),
    reports: l10n.t("Reports"),
  };
  return [...planTree(programs.map(toProgram), grouping, isShown, words)];
}

function toProgram({ rootUri, overview }: PlanOverviewResult["programs"][number]): Program {
  return { rootUri, plans: overview.plans };
}

function childrenOf(node: PlanNode): PlanNode[] {
  return node.kind === "plan" || node.kind === "group" ? [...node.children] : [];
}

function wordsFor({ programUri }: PlanNode, programs: PlanOverviewResult["programs"]) {
  return (programs.find(({ rootUri }) => rootUri === programUri) ?? programs[0]!).overview;
}

/** The workspace folder's name, where plans stand in several. */
function folderOf({ programUri }: PlanNode, programs: PlanOverviewResult["programs"]): string | undefined {
  if (programs.filter(({ overview }) => overview.plans.length > 0).length < 2) return undefined;
  const uri = Uri.parse(programUri);
  return workspace.getWorkspaceFolder(uri)?.name ?? nameOf(uri);
}

/** `Filter “nữ”: 3 of 48`; nothing without a filter, and then an empty view shows what to do first. */
function messageFor(programs: PlanOverviewResult["programs"], filterText: string): string | undefined {
  if (filterText === "") return undefined;
  const words = programs.map(({ overview }) => overview);
  const isShown = readFilter(filterText, words);
  let all = 0;
  let shown = 0;
  for (const plan of words.flatMap(({ plans }) => plans)) {
    const names = new Map(plan.bodies.map(({ id, name }) => [id, name]));
    for (const item of [...plan.indicators, ...plan.tasks]) {
      all += 1;
      const leads = item.lead.map((id) => names.get(id) ?? id);
      if (isShown?.(item, leads) ?? true) shown += 1;
    }
  }
  return l10n.t("Filter “{0}”: {1} of {2}", filterText, shown, all);
}
