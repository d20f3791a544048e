import type { Place } from "../diagnostics/place.ts";
import { lookUpCitation } from "../documents/citation-lookup.ts";
import type { ProgramSymbol } from "../semantics/program.ts";
import type { Position } from "../text/line-index.ts";
import { resolveProgramPath } from "../text/program-path.ts";
import { citationOf } from "./cited-clause.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { DefinitionResult } from "./feature-types.ts";
import { locate } from "./locate.ts";
import { type Subject, subjectAt } from "./subject.ts";

type Target = DefinitionResult["targets"][number];

/** Where what is named at a position is declared, or the clause it cites; undefined where nothing is named. */
export function getDefinition(
  context: FeatureContext,
  path: string,
  position: Position,
): DefinitionResult | undefined {
  const located = locate(context, path, position);
  const subject = located && subjectAt(context, located);
  if (!subject) return undefined;
  const targets = targetsOf(context, located.entry, subject);
  if (targets.length === 0) return undefined;
  return { origin: context.reporter.rangeOf({ source: located.entry, span: subject.span }), targets };
}

function targetsOf(context: FeatureContext, entry: ProgramSymbol["entry"], subject: Subject): Target[] {
  switch (subject.kind) {
    case "symbols":
      return subject.symbols.map((symbol) => symbolTarget(context, symbol));
    case "builtin-unit":
      return [];
    case "prefix": {
      const { declaration } = subject.use.entry.parsed;
      if (declaration?.kind !== "use" || !declaration.as) return [];
      return [target(context, { source: subject.use.entry, span: declaration }, declaration.as)];
    }
    case "citation":
      return clauseTargets(context, entry, subject);
    case "file":
      return fileTargets(context, entry.path, subject.text.value);
  }
}

/** Where a symbol is declared: its name, and all of what declares it. */
export function symbolTarget(context: FeatureContext, { entry, name, kind }: ProgramSymbol): Target {
  const { declaration } = entry.parsed;
  const inside = kind === "category" || kind === "document";
  const whole = inside
    ? declaration?.statements.find(({ start, end }) => start <= name.start && name.end <= end)
    : declaration;
  return target(context, { source: entry, span: whole ?? name }, name);
}

function target({ reporter }: FeatureContext, place: Place, selection: Place["span"]): Target {
  return {
    path: place.source.path,
    range: reporter.rangeOf(place),
    selection: reporter.rangeOf({ source: place.source, span: selection }),
  };
}

function clauseTargets(
  context: FeatureContext,
  entry: ProgramSymbol["entry"],
  { citation }: Subject & { readonly kind: "citation" },
): Target[] {
  const cited = lookUpCitation(citationOf(context, entry, citation), context.documents.read);
  if (!cited) return [];
  const { found, reading } = cited;
  if (found.kind === "not-found") return [];
  if (found.kind === "ambiguous") {
    return found.clauses.map((clause) =>
      target(context, { source: reading.source, span: clause.span }, clause.textSpan),
    );
  }
  const { clause, paragraph } = found;
  const span = paragraph?.span ?? clause.span;
  return [target(context, { source: reading.source, span }, paragraph?.span ?? clause.textSpan)];
}

/** The beginning of a file that is there. */
function fileTargets(context: FeatureContext, from: string, written: string): Target[] {
  const resolved = resolveProgramPath(from, written);
  if (resolved.kind !== "path") return [];
  const { path } = resolved;
  if (!context.program.file(path) && context.documents.read(path).kind === "failure") return [];
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  return [{ path, range, selection: range }];
}
