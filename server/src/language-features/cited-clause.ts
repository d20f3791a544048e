import type { CitedClause } from "../documents/citation-lookup.ts";
import type { Clause } from "../documents/plan-document.ts";
import { bindCitation } from "../semantics/binder/bind-parts.ts";
import type { Entry } from "../semantics/entry.ts";
import type { Citation } from "../semantics/model.ts";
import type { CitationNode } from "../syntax/ast.ts";
import type { FeatureContext } from "./feature-context.ts";

/** A citation with its document, as the declaration that holds it means it. */
export function citationOf(context: FeatureContext, entry: Entry, citation: CitationNode): Citation {
  return bindCitation({ program: context.program, entry }, citation, context.binder.planOf(entry.path));
}

/** The clauses that a citation may mean: one, several of one address, or none. */
export function clausesOf({ found }: CitedClause): readonly Clause[] {
  if (found.kind === "found") return [found.clause];
  return found.kind === "ambiguous" ? found.clauses : [];
}
