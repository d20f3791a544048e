import type { Keyword } from "../syntax/keywords.ts";
import { displayWidth } from "../text/display-width.ts";
import { lineStarts, positionAt } from "../text/line-index.ts";
import type { CompletionPlace } from "./completion-place.ts";
import type { CompletionEntry } from "./feature-types.ts";
import { lastStop, type SnippetPart, snippetText } from "./snippet.ts";
import { statementColumn } from "./statement-column.ts";

/** Statements that are their keyword alone. */
const complete: ReadonlySet<Keyword> = new Set<Keyword>(["whole", "pathNone"]);

/** Statements that are a text. */
const ofText: ReadonlySet<Keyword> = new Set<Keyword>(["number", "basis", "copies", "note"]);

/** Statements for which a number or a date is typed: there is no list to choose from. */
const typed: ReadonlySet<Keyword> = new Set<Keyword>([
  ...(["yearEnds", "range", "decimals", "onTrackFrom", "offTrackBelow", "scale"] as const),
]);

/** A statement's keyword and the blanks behind it, as wide as its neighbours', with the cursor where it goes on. */
export function statementSnippet(
  keyword: Keyword,
  place: CompletionPlace,
  spelling: string,
): Pick<CompletionEntry, "snippet" | "leadsOn"> {
  // In a data block a header in quotation marks follows, several on one line.
  if (place.declaration === "data")
    return { snippet: snippetText([`${spelling} "`, { text: "" }, '"', lastStop]) };
  if (complete.has(keyword)) return { snippet: null };
  const head = `${spelling}${gap(place, spelling)}`;
  if (ofText.has(keyword)) return { snippet: snippetText([`${head}"`, { text: "" }, '"', lastStop]) };
  const parts: SnippetPart[] =
    keyword === "signed"
      ? [head, '"', { text: "" }, '" "', { text: "" }, '"', lastStop]
      : keyword === "document"
        ? [head, '"', lastStop, '"']
        : [head, lastStop];
  return { snippet: snippetText(parts), leadsOn: !typed.has(keyword) && keyword !== "signed" };
}

/** Blanks up to the column in which the statement above or below has its value; two where there is none. */
function gap({ located, declaration: kind }: CompletionPlace, spelling: string): string {
  const { text, parsed } = located.entry;
  const { declaration } = parsed;
  if (!declaration || declaration.kind !== kind) return "  ";
  const starts = lineStarts(text);
  const lineOf = (offset: number) => positionAt(starts, offset).line;
  const here = lineOf(located.offset);
  const open = lineOf(declaration.start);
  if (here === open) return " ";
  const others = declaration.statements.filter(
    (one) => one.kind !== "broken" && lineOf(one.start) !== here && lineOf(one.start) !== open,
  );
  const neighbour = others.findLast(({ start }) => lineOf(start) < here) ?? others[0];
  if (!neighbour) return "  ";
  const [, column] = statementColumn(text, starts[lineOf(neighbour.start)]!, neighbour);
  return " ".repeat(Math.max(1, column - displayWidth(spelling)));
}
