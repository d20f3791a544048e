import type { Language } from "../diagnostics/language.ts";
import { formatPeriodPhrase, taskStatusLabel } from "../semantics/display.ts";
import type { Entry } from "../semantics/entry.ts";
import { pointsAround } from "../semantics/evaluator/headline.ts";
import type { TaskDuePoint, TaskJudgement } from "../semantics/judgement.ts";
import type { DoneModel } from "../semantics/model.ts";
import { clauseQuote } from "./clause-quote.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { HoverOptions } from "./feature-types.ts";
import { codeName, escapeMarkdown } from "./markdown.ts";
import { startUpper } from "./verdict-text.ts";

/** On a task: whether it was done when it was due, what shows it, and the clause. */
export function taskHover(context: FeatureContext, entry: Entry, options: HoverOptions): readonly string[] {
  const judgement = context.judgementOf(entry);
  if (!judgement || !("task" in judgement)) return [];
  const { task } = judgement;
  const lead = task.lead.map(({ name }) => escapeMarkdown(name));
  const [citation] = task.citations;
  return [
    taskVerdict(judgement, context.settings),
    [escapeMarkdown(task.name), codeName(task.id), ...lead].join(" · "),
    ...(citation ? clauseQuote(context, citation, options) : []),
  ];
}

export function taskVerdict(
  { task, due, status }: TaskJudgement,
  { language, asOf }: FeatureContext["settings"],
): string {
  const verdict = `**${startUpper(taskStatusLabel(status, language))}**`;
  const point = pointsAround(due, asOf).find((one) => one.status === status);
  if (point) return `${verdict} — ${escapeMarkdown(dueText(point, language))}`;
  const done = task.done.at(-1);
  return done ? `${verdict} — ${escapeMarkdown(doneText(done, language))}` : verdict;
}

function dueText({ window, done, explanation, status }: TaskDuePoint, language: Language): string {
  const when = formatPeriodPhrase(window, language);
  const vietnamese = language === "vi";
  if (done) return `${vietnamese ? "hạn" : "due"} ${when}: ${doneText(done, language)}`;
  const nothing = vietnamese ? "chưa ghi nhận hoàn thành" : "nothing says that it was done";
  const text =
    status === "missed"
      ? `${vietnamese ? "hạn" : "due"} ${when}: ${nothing}`
      : `${vietnamese ? "hạn" : "due"} ${when}`;
  if (explanation === null) return text;
  return `${text}. ${vietnamese ? "Giải trình" : "Explained"}: “${explanation}”`;
}

function doneText({ period, evidence }: DoneModel, language: Language): string {
  const text = `${language === "vi" ? "hoàn thành" : "done"} ${formatPeriodPhrase(period, language)}`;
  return evidence === null ? text : `${text}, ${evidence}`;
}
