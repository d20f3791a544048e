import type { Statement } from "../syntax/ast.ts";
import type { Position } from "../text/line-index.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { HoverOptions, HoverResult } from "./feature-types.ts";
import type { HoverAnswer } from "./hover-answer.ts";
import { citationHover } from "./hover-citation.ts";
import { fileHover } from "./hover-file.ts";
import { indicatorHover, targetHover } from "./hover-indicator.ts";
import { keywordHover } from "./hover-keyword.ts";
import { bodyHover, categoryHover, dimensionHover, prefixHover } from "./hover-names.ts";
import { periodHover } from "./hover-period.ts";
import { documentHover, planHover } from "./hover-plan.ts";
import { tableHover } from "./hover-table.ts";
import { taskHover } from "./hover-task.ts";
import { builtinUnitHover, unitHover } from "./hover-unit.ts";
import { valueHover } from "./hover-value.ts";
import { type Located, locate, touches } from "./locate.ts";
import { type Subject, subjectAt } from "./subject.ts";

/** What stands at a position and how it is going; undefined where there is nothing to say. */
export function getHover(
  context: FeatureContext,
  path: string,
  position: Position,
  options: HoverOptions,
): HoverResult | undefined {
  const located = locate(context, path, position);
  const answer = located && answerAt(context, located, options);
  if (!answer || answer.blocks.length === 0) return undefined;
  const range = context.reporter.rangeOf({ source: located.entry, span: answer.span });
  return { range, markdown: answer.blocks.join("\n\n") };
}

function answerAt(context: FeatureContext, located: Located, options: HoverOptions): HoverAnswer | undefined {
  const { entry, offset } = located;
  const { declaration } = entry.parsed;
  const statement = declaration?.statements.find((one) => touches(one, offset));
  if (declaration?.kind === "data" && touches(declaration.file, offset))
    return { span: declaration.file, blocks: tableHover(context, entry, declaration.file.value) };
  const subject = subjectAt(context, located) ?? titleSubject(context, located);
  if (subject && !isPercentOfValue(subject, located, statement)) {
    const blocks = subjectBlocks(context, located, subject, options);
    return { span: subject.span, blocks };
  }
  return (
    keywordHover(context, located) ??
    (statement ? statementHover(context, located, statement, options) : undefined) ??
    periodHover(context, located)
  );
}

/** The `%` behind a number belongs to the value or the target, which has more to say than the unit. */
function isPercentOfValue(subject: Subject, { entry }: Located, statement: Statement | undefined): boolean {
  if (subject.kind !== "builtin-unit" || statement?.kind === "unit") return false;
  return entry.text.slice(subject.span.start, subject.span.end) === "%";
}

/** The title of a declaration stands for its name. */
function titleSubject(context: FeatureContext, located: Located): Subject | undefined {
  const { declaration } = located.entry.parsed;
  if (!declaration?.title || !touches(declaration.title, located.offset)) return undefined;
  const { start, end } = declaration.title;
  const subject = subjectAt(context, { ...located, offset: declaration.name.start });
  return subject && declaration.name.text !== "" ? { ...subject, span: { start, end } } : undefined;
}

function subjectBlocks(
  context: FeatureContext,
  { entry }: Located,
  subject: Subject,
  options: HoverOptions,
): readonly string[] {
  switch (subject.kind) {
    case "symbols":
      return subject.symbols.flatMap((symbol) => symbolBlocks(context, symbol, options));
    case "builtin-unit":
      return builtinUnitHover(context, subject.id);
    case "prefix":
      return prefixHover(context, subject.use);
    case "citation":
      return citationHover(context, entry, subject.citation, options);
    case "file":
      return fileHover(context, entry.path, subject.text.value);
  }
}

/** What is told of a name, wherever it stands: blocks of Markdown. */
export function symbolBlocks(
  context: FeatureContext,
  symbol: (Subject & { readonly kind: "symbols" })["symbols"][number],
  options: HoverOptions,
): readonly string[] {
  switch (symbol.kind) {
    case "indicator":
      return indicatorHover(context, symbol.entry, options);
    case "task":
      return taskHover(context, symbol.entry, options);
    case "unit":
      return unitHover(context, symbol);
    case "body":
      return bodyHover(context, symbol);
    case "dimension":
      return dimensionHover(context, symbol);
    case "category":
      return categoryHover(context, symbol);
    case "plan":
      return planHover(context, symbol);
    case "document":
      return documentHover(context, symbol);
  }
}

function statementHover(
  context: FeatureContext,
  located: Located,
  statement: Statement,
  options: HoverOptions,
): HoverAnswer | undefined {
  switch (statement.kind) {
    case "target":
      return targetHover(context, located, statement, options);
    case "measured":
    case "entry":
    case "baseline":
      return valueHover(context, located, statement, options);
    case "due":
    case "done":
      return { span: statement, blocks: taskHover(context, located.entry, options) };
    default:
      return undefined;
  }
}
