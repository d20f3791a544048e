import { statusLabel, taskStatusLabel } from "../semantics/display.ts";
import { statusesFromWorst } from "../semantics/judgement.ts";
import type { ProgramSymbol } from "../semantics/program.ts";
import { type FeatureContext, mostVerdictsAtOnce } from "./feature-context.ts";
import { fileHover } from "./hover-file.ts";
import { codeName, escapeMarkdown } from "./markdown.ts";

/** On a plan: its title, number and period, and how many of its indicators and tasks stand how. */
export function planHover(context: FeatureContext, symbol: ProgramSymbol): readonly string[] {
  const { settings, binder } = context;
  const plan = binder.plan(symbol.entry);
  if (!plan) return [];
  const facts = [codeName(plan.id)];
  for (const statement of symbol.entry.parsed.declaration?.statements ?? []) {
    if (statement.kind === "number") facts.push(escapeMarkdown(statement.text.value));
  }
  if (plan.period) facts.push(escapeMarkdown(plan.period.text.replace("..", "–")));
  const label = settings.language === "vi" ? "kế hoạch" : "plan";
  return [`**${escapeMarkdown(plan.name)}** — ${label}`, facts.join(" · "), ...counts(context, plan.path)];
}

function counts(context: FeatureContext, path: string): string[] {
  const indicators = new Map<string, number>();
  const tasks = new Map<string, number>();
  const entries = context.program.file(path)?.entries ?? [];
  if (entries.length > mostVerdictsAtOnce) return [];
  for (const entry of entries) {
    const judgement = context.judgementOf(entry);
    if (!judgement) continue;
    const table = "indicator" in judgement ? indicators : tasks;
    table.set(judgement.status, (table.get(judgement.status) ?? 0) + 1);
  }
  const { language } = context.settings;
  const lines: string[] = [];
  const list = (table: Map<string, number>, label: (status: (typeof statusesFromWorst)[number]) => string) =>
    statusesFromWorst
      .flatMap((status) => (table.has(status) ? [`${label(status)}: ${table.get(status)}`] : []))
      .join(", ");
  if (indicators.size > 0) {
    const text = list(indicators, (status) => statusLabel(status, language));
    lines.push(`- ${language === "vi" ? "Chỉ tiêu" : "Indicators"} — ${text}`);
  }
  if (tasks.size > 0) {
    const text = list(tasks, (status) => taskStatusLabel(status as "met" | "missed" | "pending", language));
    lines.push(`- ${language === "vi" ? "Nhiệm vụ" : "Tasks"} — ${text}`);
  }
  return lines.length === 0 ? [] : [lines.join("\n")];
}

/** On the name of a plan's document: the document. */
export function documentHover(context: FeatureContext, { entry, title }: ProgramSymbol): readonly string[] {
  return fileHover(context, entry.path, title);
}
