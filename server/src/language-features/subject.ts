import { builtinUnits } from "../semantics/builtin-units.ts";
import type { Entry } from "../semantics/entry.ts";
import type { CitedAddress, Mention } from "../semantics/facts.ts";
import type { ProgramSymbol, UseLink } from "../semantics/program.ts";
import { resolveName, unitPrintedAs } from "../semantics/scope.ts";
import type { CitationNode, Text } from "../syntax/ast.ts";
import type { TextSpan } from "../text/text-span.ts";
import type { FeatureContext } from "./feature-context.ts";
import { type Located, spanAt, touches } from "./locate.ts";

/** What is named at a position. */
export type Subject =
  /** One symbol, or several where the name is ambiguous. */
  | { readonly kind: "symbols"; readonly span: TextSpan; readonly symbols: readonly ProgramSymbol[] }
  | { readonly kind: "builtin-unit"; readonly span: TextSpan; readonly id: string }
  /** The prefix before a dot, or where `use … as` gives it. */
  | { readonly kind: "prefix"; readonly span: TextSpan; readonly use: UseLink }
  | { readonly kind: "citation"; readonly span: TextSpan; readonly citation: CitationNode }
  | {
      readonly kind: "file";
      readonly span: TextSpan;
      readonly text: Text;
      readonly role: "use" | "document";
    };

/** What the name, address or path under the cursor stands for; undefined where there is none, or it stands for nothing. */
export function subjectAt(context: FeatureContext, { entry, offset }: Located): Subject | undefined {
  const declared = spanAt(entry.facts.declared, offset, ({ name }) => name);
  const mention = spanAt(entry.facts.mentions, offset, ({ name }) => name);
  if (declared && !(mention && offset === declared.name.end)) {
    const symbol = symbolOf(context, entry, declared.name);
    return symbol && { kind: "symbols", span: declared.name, symbols: [symbol] };
  }
  if (mention) return mentioned(context, entry, mention, offset);
  const cited = spanAt(entry.facts.citations, offset, citedSpan);
  if (cited) {
    const { words } = cited.citation;
    const span = words && touches(words, offset) ? words : cited.address;
    return { kind: "citation", span, citation: cited.citation };
  }
  return fileAt(context, entry, offset);
}

/** The address and, behind it, the quoted words. */
function citedSpan({ address, citation }: CitedAddress): TextSpan {
  return { start: address.start, end: citation.words?.end ?? address.end };
}

function symbolOf(context: FeatureContext, entry: Entry, name: TextSpan & { readonly text: string }) {
  const symbols = context.program.file(entry.path)?.names.get(name.text) ?? [];
  return symbols.find((symbol) => symbol.entry === entry && symbol.name.start === name.start);
}

function mentioned(
  context: FeatureContext,
  entry: Entry,
  { kind, name }: Mention,
  offset: number,
): Subject | undefined {
  const { qualifier } = name;
  if (qualifier && touches(qualifier, offset)) return qualifierSubject(context, entry, qualifier);
  const { start, end } = name.name;
  const span = { start, end };
  if (kind === "unit" && !qualifier && builtinUnits.has(name.name.text)) {
    return { kind: "builtin-unit", span, id: name.name.text };
  }
  const resolution = resolveName(context.program, entry.path, name, kind);
  if (resolution.kind === "unknown") {
    const unit = kind === "unit" ? unitPrintedAs(context.program, entry.path, name) : undefined;
    return unit && { kind: "builtin-unit", span, id: unit.id };
  }
  const symbols = resolution.kind === "ambiguous" ? resolution.symbols : [resolution.symbol];
  return { kind: "symbols", span, symbols };
}

/** A prefix, or the dimension of a category. */
function qualifierSubject(
  context: FeatureContext,
  entry: Entry,
  qualifier: TextSpan & { readonly text: string },
): Subject | undefined {
  const span = { start: qualifier.start, end: qualifier.end };
  const use = context.program.file(entry.path)?.uses.find(({ prefix }) => prefix === qualifier.text);
  if (use) return { kind: "prefix", span, use };
  const name = { ...span, qualifier: null, name: { ...span, text: qualifier.text } };
  const resolution = resolveName(context.program, entry.path, name, "dimension");
  return resolution.kind === "found" ? { kind: "symbols", span, symbols: [resolution.symbol] } : undefined;
}

function fileAt(context: FeatureContext, entry: Entry, offset: number): Subject | undefined {
  const { declaration } = entry.parsed;
  if (declaration?.kind === "use") {
    if (touches(declaration.file, offset))
      return { kind: "file", span: declaration.file, text: declaration.file, role: "use" };
    const use = context.program.file(entry.path)?.uses.find((one) => one.entry === entry);
    if (use && declaration.as && touches(declaration.as, offset))
      return { kind: "prefix", span: declaration.as, use };
    return undefined;
  }
  for (const statement of declaration?.statements ?? []) {
    if (statement.kind === "document" && touches(statement.file, offset))
      return { kind: "file", span: statement.file, text: statement.file, role: "document" };
  }
  return undefined;
}
