import { type Disposable, MarkdownString, StatusBarAlignment, window } from "vscode";
import type { StatusResult } from "../../../server/src/lsp/protocol.ts";
import { showDay } from "../as-of-date.ts";
import { l10n, messageLocale } from "../messages.ts";

/** The counts in the status bar; a click opens the plan view. */
export interface StatusBar extends Disposable {
  /** The counts of the program of the file in view; undefined where it has none. */
  show(status: StatusResult | undefined): void;
}

export function createStatusBar(): StatusBar {
  const item = window.createStatusBarItem("bdg.counts", StatusBarAlignment.Left, 40);
  item.name = "BDG";
  item.command = "bdg.plans.focus";
  return {
    show: (status) => {
      if (!status || status.indicators + status.tasks === 0) return item.hide();
      item.text = `$(target) ${shortCounts(status)}`;
      item.tooltip = tooltipFor(status);
      item.accessibilityInformation = { label: `BDG, ${shortCounts(status)}` };
      item.show();
    },
    dispose: () => item.dispose(),
  };
}

/** The facts alone, for there is no room for more: `Đạt 12 · Không đạt 2`. */
function shortCounts({ counts, indicators, statusTexts }: StatusResult): string {
  const { met, missed } = counts;
  if (met + missed === 0) return l10n.t("indicators: {0}", indicators);
  const parts = [
    ...(met > 0 ? [`${statusTexts.met} ${met}`] : []),
    ...(missed > 0 ? [`${statusTexts.missed} ${missed}`] : []),
  ];
  return parts.join(" · ");
}

function tooltipFor({ counts, taskCounts, statusTexts, taskStatusTexts, asOf, ...of }: StatusResult) {
  const tooltip = new MarkdownString();
  const list = <S extends string>(numbers: Readonly<Record<S, number>>, texts: Readonly<Record<S, string>>) =>
    (Object.keys(texts) as S[])
      .filter((status) => numbers[status] > 0)
      .map((status) => `${texts[status]}: ${numbers[status]}`);
  tooltip.appendText(l10n.t("As of {0}", showDay(asOf, messageLocale())));
  for (const [title, lines] of [
    [l10n.t("Indicators: {0}", of.indicators), list(counts, statusTexts)],
    [l10n.t("Tasks: {0}", of.tasks), list(taskCounts, taskStatusTexts)],
  ] as const) {
    tooltip.appendMarkdown("\n\n").appendText(title);
    for (const line of lines) tooltip.appendMarkdown("\n- ").appendText(line);
  }
  return tooltip.appendMarkdown("\n\n").appendText(l10n.t("Click to open the plan view."));
}
