import type { Place } from "../diagnostics/place.ts";
import { lookUpCitation } from "../documents/citation-lookup.ts";
import type { Entry } from "../semantics/entry.ts";
import type { ProgramSymbol } from "../semantics/program.ts";
import type { Position } from "../text/line-index.ts";
import { citationOf, clausesOf } from "./cited-clause.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { FileRange } from "./feature-types.ts";
import { implementing, ownSymbol } from "./hierarchies.ts";
import { locate } from "./locate.ts";
import { citationsOf, clausesInDocument } from "./references.ts";
import { subjectAt } from "./subject.ts";

/**
 * What makes good a promise: for a clause (its citation, or the place in the document) the names of the indicators and
 * tasks that cite it; for an indicator or a plan of a higher level, of those that implement it.
 */
export function getImplementation(
  context: FeatureContext,
  path: string,
  position: Position,
): readonly FileRange[] {
  const located = locate(context, path, position);
  if (!located) return citing(context, citationsOf(context, clausesInDocument(context, path, position)));
  const subject = subjectAt(context, located);
  if (subject?.kind === "citation") {
    const cited = lookUpCitation(
      citationOf(context, located.entry, subject.citation),
      context.documents.read,
    );
    return cited ? citing(context, citationsOf(context, new Set(clausesOf(cited)))) : [];
  }
  const [symbol] = subject?.kind === "symbols" ? subject.symbols : [];
  return symbol ? implementing(context, symbol).map((one) => nameOf(context, one)) : [];
}

/** Each declaration once, in the order of its citations. */
function citing(context: FeatureContext, places: readonly Place[]): readonly FileRange[] {
  const entries = new Set(places.map(({ source }) => source as Entry));
  return [...entries].flatMap((entry) => {
    const kind = entry.parsed.declaration?.kind;
    const symbol = kind === "indicator" || kind === "task" ? ownSymbol(context, entry) : undefined;
    return symbol ? [nameOf(context, symbol)] : [];
  });
}

function nameOf({ reporter }: FeatureContext, { entry, name }: ProgramSymbol): FileRange {
  return { path: entry.path, range: reporter.rangeOf({ source: entry, span: name }) };
}
