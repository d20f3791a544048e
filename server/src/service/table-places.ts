import type { Problem } from "../diagnostics/problem.ts";
import { shownPlace, tablePlace } from "../semantics/shown-place.ts";

/**
 * A problem about a value that a table gave, or beside which one stands: it is shown at the `data` declaration, says
 * which cell is meant, and stands at it in a CSV file as well. Every other problem stays as it is.
 */
export function shownAtTheirTable(problem: Problem): Problem {
  const here = tablePlace(problem.place);
  if (here === undefined && problem.related.every(({ place }) => tablePlace(place) === undefined))
    return problem;
  const related = problem.related.map(({ place, message }) => ({ place: shownPlace(place), message }));
  if (here === undefined) return { ...problem, related };
  const beside =
    here.place === here.owner || here.cell === undefined ? [] : [{ place: here.place, message: here.cell }];
  return {
    ...problem,
    place: here.owner,
    ...(here.cell !== undefined && { cell: here.cell }),
    // The table's report has a line for each value, in the order of the cells.
    order: problem.place.span.start,
    ...(here.inTable && { inTable: here.inTable }),
    related: [...beside, ...related],
    // A quick fix would edit the declaration in place of the cell.
    data: problem.data?.explained === "yes" ? { explained: "yes" } : undefined,
  };
}
