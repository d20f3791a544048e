import { calendarOf } from "../../semantics/binder/bind-period.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { Category, MeasuredModel } from "../../semantics/model.ts";
import { type Period, toPeriod } from "../../semantics/period.ts";
import { visibleSymbols } from "../../semantics/scope.ts";
import type { ReportDeclaration, ValueStatement } from "../../syntax/ast.ts";
import { writtenName } from "../../syntax/qualified-name.ts";
import type { FeatureContext } from "../feature-context.ts";
import type { FoundIndicator } from "./find-indicator.ts";

/** A value that stands in a file, with its line. */
export interface WrittenValue {
  readonly entry: Entry;
  readonly statement: ValueStatement;
  readonly measured: MeasuredModel;
}

/**
 * The value of a period and category as it is written. `elsewhere` for one that stands in no line of a .bdg file: it
 * came out of a table.
 */
export function writtenValue(
  context: FeatureContext,
  { judgement }: FoundIndicator,
  period: Period,
  category: Category | null,
): WrittenValue | "elsewhere" | undefined {
  const measured = judgement.indicator.measured.find(
    (one) =>
      one.category?.id === category?.id &&
      one.period.first === period.first &&
      one.period.last === period.last,
  );
  if (!measured) return undefined;
  const { source, span } = measured.place;
  const entry = context.program.file(source.path)?.entries.find((one) => one === source);
  const statement = entry?.parsed.declaration?.statements.find(
    (one): one is ValueStatement =>
      (one.kind === "measured" || one.kind === "entry") && one.value.start === span.start,
  );
  return entry && statement ? { entry, statement, measured } : "elsewhere";
}

/** A report in which a value of a period has its place. */
export interface ReportPlace {
  readonly entry: Entry;
  readonly index: number;
  readonly declaration: ReportDeclaration;
  readonly period: Period;
  /** What the indicator is called in the report's file. */
  readonly name: string;
}

/**
 * The report that a value belongs into: of those that speak of its period and see the indicator the one of the
 * shortest period, and of several alike the one that has the indicator already, else the last.
 */
export function reportFor(
  context: FeatureContext,
  { entry }: FoundIndicator,
  period: Period,
): ReportPlace | undefined {
  const found = reportsOver(context, entry, period);
  const length = ({ period: { first, last } }: ReportPlace): number => last - first;
  const shortest = Math.min(...found.map(length));
  const fitting = found.filter((report) => length(report) === shortest);
  return fitting.find(({ declaration, name }) => mentions(declaration, name)) ?? fitting.at(-1);
}

function reportsOver(context: FeatureContext, indicator: Entry, period: Period): readonly ReportPlace[] {
  const { program, binder } = context;
  return program.paths().flatMap((path) => {
    const entries = program.file(path)?.entries ?? [];
    if (!entries.some(({ parsed }) => parsed.declaration?.kind === "report")) return [];
    const name = nameIn(context, path, indicator);
    if (name === undefined) return [];
    const calendar = calendarOf(binder.planOf(path));
    return entries.flatMap((entry, index): ReportPlace[] => {
      const { declaration, problems } = entry.parsed;
      if (declaration?.kind !== "report" || !declaration.period.literal || problems.length > 0) return [];
      const own = toPeriod(declaration.period.literal, calendar);
      const speaksOfIt = own.first <= period.first && period.last <= own.last;
      return speaksOfIt ? [{ entry, index, declaration, period: own, name }] : [];
    });
  });
}

/** How a file names an indicator; undefined where it can't see it, or another of that name comes first. */
function nameIn({ program }: FeatureContext, path: string, indicator: Entry): string | undefined {
  const visible = visibleSymbols(program, path, "indicator");
  const own = visible.find(({ symbol }) => symbol.entry === indicator);
  if (!own) return undefined;
  const isHidden = visible.some(
    ({ symbol, prefix }) =>
      prefix === own.prefix && symbol.name.text === own.symbol.name.text && symbol.entry !== indicator,
  );
  if (isHidden) return undefined;
  return own.prefix === null ? own.symbol.name.text : `${own.prefix}.${own.symbol.name.text}`;
}

function mentions(declaration: ReportDeclaration, name: string): boolean {
  return declaration.statements.some((one) => one.kind === "entry" && entryName(one) === name);
}

/** The indicator that a report's line names, as it names it. */
export function entryName({ indicator }: ValueStatement): string {
  return indicator ? writtenName(indicator) : "";
}
