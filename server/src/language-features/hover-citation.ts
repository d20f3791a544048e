import type { Entry } from "../semantics/entry.ts";
import type { CitationNode } from "../syntax/ast.ts";
import { citationOf } from "./cited-clause.ts";
import { clauseQuote } from "./clause-quote.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { HoverOptions } from "./feature-types.ts";
import { indicatorVerdict } from "./hover-indicator.ts";
import { taskVerdict } from "./hover-task.ts";

/** On a clause address or its quoted words: the verdict on what cites it, then the clause. */
export function citationHover(
  context: FeatureContext,
  entry: Entry,
  citation: CitationNode,
  options: HoverOptions,
): readonly string[] {
  const quote = clauseQuote(context, citationOf(context, entry, citation), options);
  const judgement = context.judgementOf(entry);
  if (!judgement) return quote;
  const verdict =
    "indicator" in judgement
      ? indicatorVerdict(judgement, context.settings)
      : taskVerdict(judgement, context.settings);
  return [verdict, ...quote];
}
