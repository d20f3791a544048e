import type { CitationNode } from "../../syntax/ast.ts";
import { resolveProgramPath } from "../../text/program-path.ts";
import type { BodyModel, Citation, PlanModel } from "../model.ts";
import type { ProgramSymbol } from "../program.ts";
import { findSymbol } from "../scope.ts";
import { type BindContext, placeOf } from "./bind-context.ts";
import type { StatementsByKind } from "./statements-by-kind.ts";

const nothing: readonly never[] = [];

export function bindBodies(
  context: BindContext,
  statements: StatementsByKind,
  kind: "lead" | "with",
): readonly BodyModel[] {
  const named = statements[kind];
  if (!named) return nothing;
  return named.flatMap(({ names }) =>
    names.flatMap((name) => {
      const symbol = findSymbol(context.program, context.entry.path, name, "body");
      return symbol ? [toBody(symbol)] : [];
    }),
  );
}

/** A body as it is shown: its title, else the name that it is declared by. */
export function toBody({ name, title }: ProgramSymbol): BodyModel {
  return { id: name.text, name: title || name.text };
}

export function noteOf({ note }: StatementsByKind): string | null {
  return note ? note.map(({ text }) => text.value).join(" ") : null;
}

export function bindCitations(
  context: BindContext,
  { clause }: StatementsByKind,
  plan: PlanModel | null,
): readonly Citation[] {
  if (!clause) return nothing;
  return clause.flatMap(({ citations }) =>
    citations.map((citation) => bindCitation(context, citation, plan)),
  );
}

export function bindCitation(
  context: Pick<BindContext, "program" | "entry">,
  citation: CitationNode,
  plan: PlanModel | null,
): Citation {
  return {
    address: citation.address.text,
    document: documentPath(context, citation, plan),
    words: citation.words?.value ?? null,
    place: placeOf(context.entry, citation.address),
    wordsPlace: citation.words ? placeOf(context.entry, citation.words) : null,
  };
}

/** Path below the root of the document that a citation means: the named one, else the plan's first. */
function documentPath(
  context: Pick<BindContext, "program" | "entry">,
  citation: CitationNode,
  plan: PlanModel | null,
): string | null {
  const { program, entry } = context;
  if (citation.document) {
    const name = { start: 0, end: 0, qualifier: null, name: citation.document };
    const symbol = findSymbol(program, entry.path, name, "document");
    return symbol ? pathOf(symbol.entry.path, symbol.title) : null;
  }
  return planDocumentPath(program, plan);
}

/** Path below the root of a plan's first document, the one that addresses without `in` are looked up in. */
export function planDocumentPath(program: BindContext["program"], plan: PlanModel | null): string | null {
  const planEntry = plan && program.file(plan.path)?.plan;
  const statement = planEntry?.parsed.declaration?.statements.find((one) => one.kind === "document");
  return planEntry && statement?.kind === "document" ? pathOf(planEntry.path, statement.file.value) : null;
}

function pathOf(from: string, written: string): string | null {
  const resolved = resolveProgramPath(from, written);
  return resolved.kind === "path" ? resolved.path : null;
}
