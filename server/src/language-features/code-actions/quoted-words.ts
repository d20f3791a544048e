import { bilingual } from "../../diagnostics/language.ts";
import { type Fix, type FixMaker, fixHere, replace } from "./fix.ts";

/** Follows the quoted words to the clause that they are in now, or drops them. */
export const updateQuotedWords: FixMaker = (place) => {
  const { entry, span, problem } = place;
  const cited = entry.facts.citations.find(({ citation }) => citation.words?.start === span.start);
  const words = cited?.citation.words;
  if (!cited || !words) return [];
  const fixes: Fix[] = [];
  const moved = problem.data?.movedTo;
  if (moved !== undefined) {
    const title = bilingual(
      `Cite ${moved}, which has these words now`,
      `Dẫn ${moved}, nơi hiện có các từ này`,
    );
    fixes.push(fixHere(place, title, [replace(place, cited.address, moved)], true));
  }
  const blanks = /[^\S\r\n]*$/u.exec(entry.text.slice(0, words.start))![0].length;
  const edit = replace(place, { start: words.start - blanks, end: words.end }, "");
  fixes.push(fixHere(place, bilingual("Drop the quoted words", "Bỏ các từ trích dẫn"), [edit]));
  return fixes;
};
