import { lookUpCitation } from "../documents/citation-lookup.ts";
import type { ReadyDocument } from "../documents/document-reading.ts";
import type { Clause } from "../documents/plan-document.ts";
import type { Citation } from "../semantics/model.ts";
import { clausesOf } from "./cited-clause.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { ClauseItem } from "./plan-overview-types.ts";

const longestTitle = 160;

/** A citation with its clause, and the clauses that this one is in, itself last; none where it can't be found. */
interface Cited {
  readonly citation: Citation;
  readonly document: ReadyDocument | null;
  readonly branch: readonly Clause[];
}

/**
 * Turns citations into what the views show. Sections are the outermost clauses, or the next ones where all that a plan
 * cites is in a single one (a decree with everything in its chapter II would make one group).
 *
 * @param all every citation of what is grouped, which decides at what depth sections are
 */
export function clauseItems(
  context: FeatureContext,
  all: readonly Citation[],
): (citation: Citation) => ClauseItem {
  const cited = new Map<Citation, Cited>();
  const lookUp = (citation: Citation): Cited => {
    const known = cited.get(citation) ?? findCited(context, citation);
    cited.set(citation, known);
    return known;
  };
  const depth = sectionDepth(all.map((citation) => lookUp(citation).branch));
  return (citation) => toItem(context, lookUp(citation), depth);
}

function findCited(context: FeatureContext, citation: Citation): Cited {
  const found = lookUpCitation(citation, context.documents.read);
  const [clause] = found ? clausesOf(found) : [];
  if (!found || !clause) return { citation, document: null, branch: [] };
  const branch: Clause[] = [];
  for (let one: Clause | null = clause; one; one = one.parent) branch.unshift(one);
  return { citation, document: found.reading, branch };
}

/** The first depth at which there are two sections or more; the outermost where there is none. */
function sectionDepth(branches: readonly (readonly Clause[])[]): number {
  const deepest = Math.max(0, ...branches.map(({ length }) => length));
  for (let depth = 0; depth < deepest; depth += 1) {
    const sections = new Set(branches.flatMap((branch) => branch[Math.min(depth, branch.length - 1)] ?? []));
    if (sections.size > 1) return depth;
  }
  return 0;
}

function toItem(context: FeatureContext, { citation, document, branch }: Cited, depth: number): ClauseItem {
  const clause = branch.at(-1);
  const section = branch[Math.min(depth, branch.length - 1)];
  return {
    address: citation.address,
    section: section?.address ?? citation.address.split(/[.\-*+/(~]/u, 1)[0]!,
    sectionTitle: section ? shortened(section.text) : "",
    citation: clause?.citation ?? "",
    place:
      clause && document
        ? {
            path: document.source.path,
            range: context.reporter.rangeOf({ source: document.source, span: clause.span }),
          }
        : null,
  };
}

function shortened(text: string): string {
  const line = text.split("\n", 1)[0]!.replace(/\s+/gu, " ").trim();
  return line.length > longestTitle ? `${line.slice(0, longestTitle - 1).trimEnd()}…` : line;
}
