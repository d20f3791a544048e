import type { Language } from "../../diagnostics/language.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { Category } from "../../semantics/model.ts";
import type { Period } from "../../semantics/period.ts";
import { resolveName, visibleSymbols } from "../../semantics/scope.ts";
import type { ValueStatement } from "../../syntax/ast.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { lex } from "../../syntax/lexer.ts";
import { quote } from "../../syntax/text-literal.ts";
import * as t from "../../syntax/tokens.ts";
import { oneLine } from "../../text/one-line.ts";
import { replace } from "../code-actions/fix.ts";
import { insertStatement } from "../code-actions/insert-statement.ts";
import { spelled } from "../completion-periods.ts";
import type { FeatureContext } from "../feature-context.ts";
import type { FileEdit } from "../feature-types.ts";
import { languageAround } from "../file-language.ts";
import type { FoundIndicator } from "./find-indicator.ts";
import { type TypedValue, usesDecimalComma, valueText } from "./typed-value.ts";
import { entryName, type ReportPlace, type WrittenValue } from "./written-value.ts";

/** What is to be written. */
export interface NewValue {
  readonly period: Period;
  readonly category: Category | null;
  readonly typed: TypedValue;
  /** Empty for none. */
  readonly evidence: string;
}

export interface ValueEdit {
  readonly path: string;
  readonly edit: FileEdit;
  /** Where in the edit's text the value and its evidence end. */
  readonly end: number;
}

/** Declarations whose numbers are looked at for how the file writes them. */
const mostRead = 100;

/**
 * How a file writes around one of its declarations: the language of its keywords, and whether a comma stands before
 * decimals.
 */
export function styleOf(
  context: FeatureContext,
  path: string,
  index: number,
): { readonly language: Language; readonly hasComma: boolean } {
  const entries = context.program.file(path)?.entries ?? [];
  const language = languageAround(entries, index, context.settings.language);
  const numbers = entries
    .slice(Math.max(0, index - mostRead), index + mostRead)
    .flatMap(({ text }) => lex(text).tokens)
    .filter(({ tokenType }) => tokenType === t.NumberLiteral)
    .map(({ image }) => image);
  return { language, hasComma: usesDecimalComma(numbers, language) };
}

/** Another value and another evidence in the line that is there. */
export function replacedValue(
  context: FeatureContext,
  { entry, statement }: WrittenValue,
  { typed, evidence }: NewValue,
): ValueEdit {
  const entries = context.program.file(entry.path)?.entries ?? [];
  const { language, hasComma } = styleOf(context, entry.path, entries.indexOf(entry));
  const { value, evidence: old } = statement;
  const gap = old ? entry.text.slice(value.end, old.start) : "  ";
  const text = valueText(withUnit(typed, statement), language, hasComma) + quoted(evidence, gap);
  const span = { start: value.start, end: old?.end ?? value.end };
  return { path: entry.path, edit: replace({ context, entry }, span, text), end: text.length };
}

/** A value in percent keeps the sign that the line had. */
function withUnit(typed: TypedValue, { value }: ValueStatement): TypedValue {
  const hadPercent = value.kind === "number" && value.unit?.name.text === "percent";
  return typed.unit === null && hadPercent ? { ...typed, unit: "%" } : typed;
}

/** A line in a report: where one waits for the value, there; else below the indicator's own lines or its neighbour's. */
export function valueInReport(
  context: FeatureContext,
  found: FoundIndicator,
  report: ReportPlace,
  value: NewValue,
): ValueEdit | undefined {
  const { entry, declaration, index, name } = report;
  const style = styleOf(context, entry.path, index);
  const category = categoryPart(context, entry.path, value.category, style.language);
  if (category === undefined) return undefined;
  const isOwnPeriod = value.period.text === report.period.text;
  const period = isOwnPeriod ? "" : ` ${spelled(value.period, style.language)}`;
  const head = `${name}${period}${category}`;
  const said = written(found, value, style);
  const waiting = waitingLine(context, entry, head, said);
  if (waiting) return { path: entry.path, ...waiting };
  const rest = `= ${said}`;
  const after = lineAbove(context, found, report);
  const edit = insertStatement(context, entry, declaration, after, { head, rest });
  return edit && { path: entry.path, edit, end: edit.text.lastIndexOf(rest) + rest.length };
}

/** `# name 3/2025 =`, as a new report has it: the sign goes, the value comes, and what stands behind it stays. */
function waitingLine(
  context: FeatureContext,
  entry: Entry,
  head: string,
  value: string,
): Omit<ValueEdit, "path"> | undefined {
  for (const { start, end } of entry.parsed.comments) {
    const match = /^#\s*(.*?)(\s*=)[^\S\r\n]*(#.*)?$/u.exec(entry.text.slice(start, end));
    if (!match || match[1]!.normalize("NFC").replace(/\s+/gu, " ") !== head) continue;
    if (!/(?:^|[\r\n])[^\S\r\n]*$/u.test(entry.text.slice(0, start))) continue;
    const note = match[3] === undefined ? "" : `  ${match[3]}`;
    const line = `${match[1]}${match[2]} ${value}`;
    return { edit: replace({ context, entry }, { start, end }, line + note), end: line.length };
  }
  return undefined;
}

/** The last line of the indicator in the report, else the last of those that the plan has before it, else the last. */
function lineAbove(
  context: FeatureContext,
  { entry }: FoundIndicator,
  { declaration, name }: ReportPlace,
): ValueStatement | undefined {
  const lines = declaration.statements.filter((one): one is ValueStatement => one.kind === "entry");
  const own = lines.findLast((one) => entryName(one) === name);
  if (own) return own;
  const prefix = name.slice(0, name.lastIndexOf(".") + 1);
  const before = new Set<string>();
  for (const other of context.program.file(entry.path)?.entries ?? []) {
    if (other === entry) break;
    if (other.parsed.declaration?.kind === "indicator")
      before.add(prefix + other.parsed.declaration.name.text);
  }
  return lines.findLast((one) => before.has(entryName(one))) ?? lines.at(-1);
}

/** A line in the indicator's own block, below its other values. */
export function valueInIndicator(
  context: FeatureContext,
  found: FoundIndicator,
  value: NewValue,
): ValueEdit | undefined {
  const { entry, index } = found;
  const { declaration } = entry.parsed;
  if (!declaration) return undefined;
  const style = styleOf(context, entry.path, index);
  const category = categoryPart(context, entry.path, value.category, style.language);
  if (category === undefined) return undefined;
  const after =
    declaration.statements.findLast(({ kind }) => kind === "measured") ?? declaration.statements.at(-1);
  const rest = `${spelled(value.period, style.language)}${category} = ${written(found, value, style)}`;
  const head = keywordText("measured", style.language);
  const edit = insertStatement(context, entry, declaration, after, { head, rest });
  return edit && { path: entry.path, edit, end: edit.text.lastIndexOf(rest) + rest.length };
}

function written(
  { judgement }: FoundIndicator,
  { typed, evidence }: NewValue,
  { language, hasComma }: { readonly language: Language; readonly hasComma: boolean },
): string {
  // A percentage reads like one; other units are said once, by the indicator.
  const isPercent = judgement.indicator.unit.id === "percent" && typed.denominator === null;
  const unit = typed.unit ?? (isPercent ? "%" : null);
  return valueText({ ...typed, unit }, language, hasComma) + quoted(evidence, "  ");
}

/** ` for female` as a file can say it; undefined where it can't name the category. */
function categoryPart(
  { program }: FeatureContext,
  path: string,
  category: Category | null,
  language: Language,
): string | undefined {
  if (category === null) return "";
  const [dimension, simple] = category.id.includes(".") ? category.id.split(".") : [null, category.id];
  const visible = visibleSymbols(program, path, "category").find(
    ({ symbol }) =>
      symbol.name.text === simple &&
      (dimension === null || symbol.entry.parsed.declaration?.name.text === dimension),
  );
  if (!visible) return undefined;
  const { symbol, prefix } = visible;
  const word = (text: string) => ({ start: 0, end: 0, text });
  const plain = { start: 0, end: 0, qualifier: null, name: word(symbol.name.text) };
  const isShared = resolveName(program, path, plain, "category").kind === "ambiguous";
  const qualifier = isShared ? symbol.entry.parsed.declaration?.name.text : prefix;
  return ` ${keywordText("for", language)} ${qualifier ? `${qualifier}.` : ""}${symbol.name.text}`;
}

/** The evidence in quotation marks behind a value; nothing for none. A text stays on its line. */
function quoted(evidence: string, gap: string): string {
  const text = oneLine(evidence);
  return text === "" ? "" : gap + quote(text);
}
