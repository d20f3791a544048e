import { statusLabel } from "../semantics/display.ts";
import type { Entry } from "../semantics/entry.ts";
import type { IndicatorJudgement } from "../semantics/judgement.ts";
import type { Declaration, Statement } from "../syntax/ast.ts";
import { keywordText } from "../syntax/keywords.ts";
import type { TextSpan } from "../text/text-span.ts";
import { type FeatureContext, mostVerdictsAtOnce } from "./feature-context.ts";
import type { SymbolKindName, SymbolNode } from "./feature-types.ts";
import { indicatorDetail, startUpper, taskDetail, worstPoint } from "./verdict-text.ts";

/**
 * The outline of a file, with verdicts unless it is very large. What follows a plan in its file is inside it, so the plan's range reaches to the end of the
 * last declaration; ranges of children lie inside their parent's.
 */
export function getDocumentSymbols(context: FeatureContext, path: string): readonly SymbolNode[] {
  context.refresh();
  const entries = context.program.file(path)?.entries ?? [];
  const withVerdicts = entries.length <= mostVerdictsAtOnce;
  const reading = withVerdicts
    ? context
    : { settings: context.settings, reporter: context.reporter, judgementOf: () => undefined };
  const outline: SymbolNode[] = [];
  let plan: { node: SymbolNode; children: SymbolNode[] } | undefined;
  for (const entry of entries) {
    const node = declarationNode(reading, entry);
    if (!node) continue;
    if (plan) plan.children.push(node);
    else if (node.kind === "plan") plan = { node, children: [...node.children] };
    else outline.push(node);
  }
  if (!plan) return outline;
  const { node, children } = plan;
  const end = children.at(-1)?.range.end ?? node.range.end;
  return [...outline, { ...node, range: { start: node.range.start, end }, children }];
}

/** What an outline asks of its context. */
type OutlineContext = Pick<FeatureContext, "settings" | "reporter" | "judgementOf">;

function declarationNode(context: OutlineContext, entry: Entry): SymbolNode | undefined {
  const { declaration } = entry.parsed;
  if (!declaration) return undefined;
  const { language } = context.settings;
  const { name, detail } = headOf(context, entry, declaration);
  const hasName = declaration.name.start < declaration.name.end;
  return {
    name: name || keywordText(declaration.kind, language),
    detail,
    kind: declaration.kind === "use" ? "file" : declaration.kind,
    range: context.reporter.rangeOf({ source: entry, span: declaration }),
    selection: context.reporter.rangeOf({
      source: entry,
      span: hasName ? declaration.name : declaration.keyword,
    }),
    children: declaration.statements.flatMap(
      (statement) => statementNode(context, entry, declaration, statement) ?? [],
    ),
  };
}

function headOf(context: OutlineContext, entry: Entry, declaration: Declaration) {
  const title = declaration.title?.value ?? "";
  switch (declaration.kind) {
    case "use":
    case "data":
      return { name: declaration.file.value, detail: "" };
    case "report":
      return { name: entry.text.slice(declaration.period.start, declaration.period.end), detail: title };
    case "indicator":
    case "task":
      return { name: declaration.name.text, detail: verdictOf(context, entry) ?? title };
    default:
      return { name: declaration.name.text, detail: title };
  }
}

function verdictOf(context: OutlineContext, entry: Entry): string | undefined {
  const judgement = context.judgementOf(entry);
  if (!judgement) return undefined;
  return "indicator" in judgement
    ? indicatorDetail(judgement, context.settings)
    : taskDetail(judgement, context.settings);
}

function statementNode(
  context: OutlineContext,
  entry: Entry,
  { kind }: Declaration,
  statement: Statement,
): SymbolNode | undefined {
  switch (statement.kind) {
    case "categoryDeclaration":
      return leaf(context, entry, "category", statement, statement.name, statement.title?.value ?? "");
    case "target":
      return leaf(
        context,
        entry,
        "target",
        statement,
        statement.whenSpan,
        targetDetail(context, entry, statement),
      );
    case "entry": {
      const value = entry.text.slice(statement.value.start, statement.value.end);
      const name = statement.indicator ?? statement.keyword;
      return kind === "report" ? leaf(context, entry, "value", statement, name, value) : undefined;
    }
    default:
      return undefined;
  }
}

function targetDetail(context: OutlineContext, entry: Entry, statement: TextSpan): string {
  const judgement = context.judgementOf(entry);
  const judged = judgement && "indicator" in judgement ? targetAt(judgement, statement) : undefined;
  const point = judged && worstPoint(judged.due, context.settings.asOf);
  return point ? startUpper(statusLabel(point.status, context.settings.language)) : "";
}

function targetAt({ targets }: IndicatorJudgement, { start }: TextSpan) {
  return targets.find(({ target }) => target.place.span.start === start);
}

/** A child that is one statement; its name is what is written from `selection` on. */
function leaf(
  context: OutlineContext,
  entry: Entry,
  kind: SymbolKindName,
  statement: Statement,
  selection: TextSpan,
  detail: string,
): SymbolNode | undefined {
  const end = kind === "target" ? statement.end : selection.end;
  const name = entry.text.slice(selection.start, end).trim().replace(/\s+/gu, " ");
  if (name === "" || selection.start < statement.start || selection.end > statement.end) return undefined;
  return {
    name,
    detail,
    kind,
    range: context.reporter.rangeOf({ source: entry, span: statement }),
    selection: context.reporter.rangeOf({ source: entry, span: selection }),
    children: [],
  };
}
