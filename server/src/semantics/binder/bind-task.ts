import type { BlockDeclaration } from "../../syntax/ast.ts";
import type { DoneModel, TaskDueModel, TaskModel } from "../model.ts";
import { type BindContext, placeOf } from "./bind-context.ts";
import { bindExplanations, textAfterKeyword } from "./bind-indicator.ts";
import { bindBodies, bindCitations, noteOf } from "./bind-parts.ts";
import { bindPeriod, bindWindows, calendarOf } from "./bind-period.ts";

export function bindTask(context: BindContext, declaration: BlockDeclaration): TaskModel {
  const { entry } = context;
  const plan = context.planOf(entry.path);
  const due: TaskDueModel[] = [];
  const done: DoneModel[] = [];
  for (const statement of declaration.statements) {
    if (statement.kind === "due") {
      const windows = bindWindows(context, statement.when, statement.whenSpan, plan);
      const recurs =
        statement.when.kind !== "period" || statement.when.range.open || statement.when.range.to !== null;
      const text = textAfterKeyword(entry.text, statement);
      if (windows.length > 0) due.push({ text, recurs, windows, place: placeOf(entry, statement.whenSpan) });
    } else if (statement.kind === "done") {
      const period = bindPeriod(context, statement.period, calendarOf(plan));
      const evidence = statement.evidence?.value ?? null;
      if (period) done.push({ period, evidence, place: placeOf(entry, statement) });
    }
  }
  return {
    id: declaration.name.text,
    name: declaration.title?.value ?? declaration.name.text,
    plan,
    due,
    done,
    explanations: bindExplanations(context, declaration, plan),
    lead: bindBodies(context, declaration, "lead"),
    with: bindBodies(context, declaration, "with"),
    citations: bindCitations(context, declaration, plan),
    note: noteOf(declaration),
    place: placeOf(entry, declaration.name),
  };
}
