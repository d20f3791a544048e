import { MarkdownString, Range, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import type {
  ClauseItem,
  Place,
  PlanOverview,
} from "../../../server/src/language-features/plan-overview-types.ts";
import { programFile } from "../files/program-file.ts";
import { l10n } from "../messages.ts";
import type { GroupLine, IndicatorLine, PlanLine, PlanNode, ReportLine, TaskLine } from "./plan-nodes.ts";
import { verdictIcon } from "./verdict-icons.ts";

type StatusWords = Pick<PlanOverview, "statusTexts" | "taskStatusTexts">;

export function toRange({ range: { start, end } }: Place): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** How a line of the tree looks. */
export function treeItem(node: PlanNode, words: StatusWords, folder: string | undefined): TreeItem {
  switch (node.kind) {
    case "plan":
      return planItem(node, words, folder);
    case "group":
      return groupItem(node);
    case "indicator":
    case "task":
      return measuredItem(node);
    case "report":
      return reportItem(node);
  }
}

function planItem(node: PlanLine, { statusTexts }: StatusWords, folder: string | undefined): TreeItem {
  const { item } = node;
  const made = new TreeItem(item.name, TreeItemCollapsibleState.Expanded);
  const { met, missed } = item.counts;
  const counts = [
    ...(met > 0 ? [`${statusTexts.met}: ${met}`] : []),
    ...(missed > 0 ? [`${statusTexts.missed}: ${missed}`] : []),
  ];
  made.description = [...(folder === undefined ? [] : [folder]), ...counts].join(" · ");
  made.iconPath = new ThemeIcon("target");
  made.contextValue = "plan";
  made.tooltip = planTooltip(node, statusTexts);
  return finished(made, node, item.place);
}

function planTooltip({ item }: PlanLine, texts: StatusWords["statusTexts"]): MarkdownString {
  const tooltip = new MarkdownString();
  tooltip.appendMarkdown("**").appendText(item.name).appendMarkdown("**\n\n");
  const counts = (Object.keys(texts) as (keyof typeof texts)[])
    .filter((status) => item.counts[status] > 0)
    .map((status) => `${texts[status]}: ${item.counts[status]}`);
  tooltip.appendText(l10n.t("Indicators: {0}", item.indicators.length));
  if (counts.length > 0) tooltip.appendText(` (${counts.join(", ")})`);
  tooltip.appendMarkdown("\n\n").appendText(l10n.t("Tasks: {0}", item.tasks.length));
  return tooltip.appendMarkdown("\n\n").appendText(item.place.path);
}

function groupItem(node: GroupLine): TreeItem {
  const made = new TreeItem(
    node.label,
    node.of === "reports" ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.Expanded,
  );
  made.description = String(node.children.length);
  made.iconPath = node.status
    ? verdictIcon(node.status)
    : new ThemeIcon(
        { clause: "list-tree", body: "organization", verdict: "tag", reports: "notebook" }[node.of],
      );
  made.contextValue = "group";
  made.tooltip = node.label;
  made.id = node.id;
  return made;
}

function measuredItem(node: IndicatorLine | TaskLine): TreeItem {
  const { item } = node;
  const made = new TreeItem(item.name, TreeItemCollapsibleState.None);
  made.description = item.summary;
  made.iconPath = verdictIcon(item.status);
  made.tooltip = measuredTooltip(node);
  const can = [
    node.kind,
    ...(node.kind === "indicator" && !node.item.isComputed ? ["records"] : []),
    ...(node.kind === "indicator" && !node.item.hasCurrentValue ? ["due"] : []),
    ...(item.clauses.some(({ place }) => place) ? ["cites"] : []),
  ];
  made.contextValue = can.join(" ");
  made.accessibilityInformation = { label: `${item.name}, ${item.summary}` };
  return finished(made, node, item.place);
}

function measuredTooltip({ item, leads, ...node }: IndicatorLine | TaskLine): MarkdownString {
  const tooltip = new MarkdownString();
  tooltip.appendMarkdown("**").appendText(item.statusText).appendMarkdown("**");
  if (node.kind === "indicator") tooltip.appendText(` — ${(item as IndicatorLine["item"]).verdict}`);
  tooltip.appendMarkdown("\n\n").appendText(item.name);
  for (const clause of item.clauses) tooltip.appendMarkdown("\n\n").appendText(clauseText(clause));
  if (leads.length > 0) tooltip.appendMarkdown("\n\n").appendText(l10n.t("Lead: {0}", leads.join(", ")));
  return tooltip;
}

/** `II.1-1 — gạch đầu dòng thứ nhất, khoản 1, mục II`. */
export function clauseText({ address, citation }: ClauseItem): string {
  return citation === "" ? address : `${address} — ${citation}`;
}

function reportItem(node: ReportLine): TreeItem {
  const made = new TreeItem(node.item.name, TreeItemCollapsibleState.None);
  made.description = node.item.periodText ?? "";
  made.iconPath = new ThemeIcon("notebook");
  made.contextValue = "report";
  return finished(made, node, node.item.place);
}

/** A click shows where it stands in the file, as a preview; it changes nothing. */
function finished(made: TreeItem, node: PlanNode, place: Place): TreeItem {
  made.id = node.id;
  const options = { selection: toRange(place), preview: true };
  made.command = {
    title: l10n.t("Open"),
    command: "vscode.open",
    arguments: [programFile(node.programUri, place.path), options],
  };
  return made;
}
