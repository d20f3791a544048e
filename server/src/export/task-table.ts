import type { Language } from "../diagnostics/language.ts";
import { formatPeriod, taskStatusLabel } from "../semantics/display.ts";
import type { TaskJudgement } from "../semantics/judgement.ts";
import type { Cadence } from "../semantics/model.ts";
import type { Day } from "../semantics/period.ts";
import { clausesCell, explanationsCell, namesCell } from "./common-cells.ts";
import { cadenceLabel, heading } from "./headings.ts";
import { type Cell, type SummaryTable, textCell } from "./summary-table.ts";

/** One row a task: number, task, due, what was done with its evidence, verdict, explanation, lead, with, clause. */
export function taskTable(tasks: readonly TaskJudgement[], asOf: Day, language: Language): SummaryTable {
  const keys = ["number", "task", "due", "done", "verdict", "explanation", "lead", "with", "clause"] as const;
  return {
    title: heading("tasks", language),
    columns: keys.map((key) => ({ heading: heading(key, language), isNumeric: false })),
    rows: tasks.map((judgement, index) => ({
      kind: "item",
      cells: taskCells(judgement, index + 1, asOf, language),
    })),
  };
}

function taskCells(judgement: TaskJudgement, number: number, asOf: Day, language: Language): readonly Cell[] {
  const { task, status } = judgement;
  return [
    textCell(String(number)),
    textCell(task.name || task.id),
    textCell(dueTexts(judgement, language).join("; ")),
    textCell(doneTexts(judgement, asOf, language).join("; ")),
    { kind: "status", text: taskStatusLabel(status, language), status },
    explanationsCell(task.explanations, language),
    namesCell(task.lead),
    namesCell(task.with),
    clausesCell(task.citations),
  ];
}

function dueTexts({ task }: TaskJudgement, language: Language): readonly string[] {
  return task.due.map(({ recurs, windows, text }) => {
    const [first] = windows;
    if (!first) return text;
    if (recurs) return cadenceLabel(first.unit as Cadence, language);
    return windows.map((window) => formatPeriod(window, language)).join(", ");
  });
}

/** Each `done` that counts as of the date, in the order of the file: `2022 (Kế hoạch công tác năm 2022)`. */
function doneTexts({ task, due }: TaskJudgement, asOf: Day, language: Language): readonly string[] {
  const late = new Set(due.filter((point) => point.late).map((point) => point.done));
  return task.done
    .filter(({ period }) => period.first <= asOf)
    .map((done) => {
      const period = formatPeriod(done.period, language);
      const when = late.has(done) ? `${period}, ${heading("late", language)}` : period;
      return done.evidence ? `${when} (${done.evidence})` : when;
    });
}
