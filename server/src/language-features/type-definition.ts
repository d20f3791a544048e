import type { Entry } from "../semantics/entry.ts";
import { findSymbol } from "../semantics/scope.ts";
import type { QualifiedName } from "../syntax/ast.ts";
import type { Position } from "../text/line-index.ts";
import { symbolTarget } from "./definition.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { DefinitionResult } from "./feature-types.ts";
import { type Located, locate } from "./locate.ts";
import { subjectAt } from "./subject.ts";

/**
 * What kind of thing stands at a position: the unit that is declared for an indicator's values, from the indicator's
 * name, from a value or from anywhere else in its declaration. Undefined for units that are built in.
 */
export function getTypeDefinition(
  context: FeatureContext,
  path: string,
  position: Position,
): DefinitionResult | undefined {
  const located = locate(context, path, position);
  const indicator = located && indicatorAt(context, located);
  const unit = indicator && unitOf(indicator.entry);
  const symbol = unit && findSymbol(context.program, indicator.entry.path, unit, "unit");
  if (!symbol) return undefined;
  const origin = context.reporter.rangeOf({ source: located.entry, span: indicator.span });
  return { origin, targets: [symbolTarget(context, symbol)] };
}

interface FoundIndicator {
  readonly entry: Entry;
  /** What was pointed at. */
  readonly span: { readonly start: number; readonly end: number };
}

function indicatorAt(context: FeatureContext, located: Located): FoundIndicator | undefined {
  const { entry, offset } = located;
  const subject = subjectAt(context, located);
  if (subject?.kind === "symbols" && subject.symbols[0]?.kind === "indicator")
    return { entry: subject.symbols[0].entry, span: subject.span };
  const { declaration } = entry.parsed;
  const statement = declaration?.statements.find(({ start, end }) => start <= offset && offset <= end);
  if (statement?.kind === "entry" && statement.indicator) {
    const symbol = findSymbol(context.program, entry.path, statement.indicator, "indicator");
    return symbol && { entry: symbol.entry, span: statement };
  }
  return declaration?.kind === "indicator" ? { entry, span: statement ?? declaration.name } : undefined;
}

function unitOf({ parsed }: Entry): QualifiedName | undefined {
  const statement = parsed.declaration?.statements.find(({ kind }) => kind === "unit");
  return statement?.kind === "unit" ? statement.unit : undefined;
}
