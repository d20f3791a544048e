import type { BlockDeclaration } from "../../syntax/ast.ts";
import type { DoneModel, TaskDueModel, TaskModel } from "../model.ts";
import { type BindContext, placeOf } from "./bind-context.ts";
import { bindExplanations, textAfterKeyword } from "./bind-indicator.ts";
import { bindBodies, bindCitations, noteOf } from "./bind-parts.ts";
import { bindPeriod, bindWindows, calendarOf } from "./bind-period.ts";
import { statementsByKind } from "./statements-by-kind.ts";

export function bindTask(context: BindContext, declaration: BlockDeclaration): TaskModel {
  const { entry } = context;
  const plan = context.planOf(entry.path);
  const statements = statementsByKind(declaration.statements);
  const due: TaskDueModel[] = [];
  const done: DoneModel[] = [];
  for (const statement of statements.due ?? []) {
    const { when, whenSpan } = statement;
    const windows = bindWindows(context, when, whenSpan, plan);
    const recurs = when.kind !== "period" || when.range.open || when.range.to !== null;
    const text = textAfterKeyword(entry.text, statement);
    if (windows.length > 0) due.push({ text, recurs, windows, place: placeOf(entry, whenSpan) });
  }
  for (const statement of statements.done ?? []) {
    const period = bindPeriod(context, statement.period, calendarOf(plan));
    const evidence = statement.evidence?.value ?? null;
    if (period) done.push({ period, evidence, place: placeOf(entry, statement) });
  }
  return {
    id: declaration.name.text,
    name: declaration.title?.value || declaration.name.text,
    plan,
    due,
    done,
    explanations: bindExplanations(context, statements, plan),
    lead: bindBodies(context, statements, "lead"),
    with: bindBodies(context, statements, "with"),
    citations: bindCitations(context, statements, plan),
    note: noteOf(statements),
    place: placeOf(entry, declaration.name),
  };
}
