import type { LocalText } from "../diagnostics/language.ts";
import type { Place } from "../diagnostics/place.ts";
import type { InTable } from "../diagnostics/problem.ts";
import { lineStarts, positionAt } from "../text/line-index.ts";
import type { Entry } from "./entry.ts";

/** Where a value that a table gave can be seen. */
export interface TablePlace {
  /** In the CSV file, else at the `data` declaration. */
  readonly place: Place;
  /** At the `data` declaration, always. */
  readonly owner: Place;
  /** Which cell it is; undefined where no value stands on that line. */
  readonly cell: LocalText | undefined;
  /** What its problems are about in the CSV file; undefined where they stand in none. */
  readonly inTable: InTable | undefined;
}

const starts = new WeakMap<Entry, readonly number[]>();

/** Undefined for a place that stands in a file as it is. */
export function tablePlace({ source, span }: Place): TablePlace | undefined {
  if (!("table" in source) || source.table === undefined) return undefined;
  const entry = source as Entry;
  const { owner, cellOf } = entry.table!;
  const known = starts.get(entry) ?? lineStarts(entry.text);
  starts.set(entry, known);
  const cell = cellOf(positionAt(known, span.start).line);
  const declaration = owner.parsed.declaration!;
  const file = declaration.kind === "data" ? declaration.file : declaration.keyword;
  const ownerPlace = { source: owner, span: { start: file.start, end: file.end } };
  const inTable = cell?.place && { place: cell.place, about: `${cell.indicator} (${owner.path})` };
  return {
    place: cell?.place ?? ownerPlace,
    owner: ownerPlace,
    cell: cell?.label,
    inTable: inTable ?? undefined,
  };
}

/** A place as it can be shown: of a value that a table gave, its cell in the CSV file or the `data` declaration. */
export function shownPlace(place: Place): Place {
  return tablePlace(place)?.place ?? place;
}
