import { bilingual } from "../../diagnostics/language.ts";
import { quote } from "../../syntax/text-literal.ts";
import { type Fix, type FixMaker, fixHere, replace } from "./fix.ts";

/** Follows the quoted words to the clause that they are in now, quotes what the clause says now, or drops them. */
export const updateQuotedWords: FixMaker = (place) => {
  const { entry, span, problem } = place;
  const cited = entry.facts.citations.find(({ citation }) => citation.words?.start === span.start);
  const words = cited?.citation.words;
  if (!cited || !words) return [];
  const fixes: Fix[] = [];
  const moved = problem.data?.movedTo?.split(" ") ?? [];
  for (const address of moved) {
    const title = bilingual(
      `Cite ${address}, which has these words now`,
      `Dẫn ${address}, nơi hiện có các từ này`,
    );
    fixes.push(fixHere(place, title, [replace(place, cited.address, address)], moved.length === 1));
  }
  const now = problem.data?.wordsNow;
  if (now !== undefined) {
    const title = bilingual(`Quote “${now}”`, `Trích dẫn “${now}”`);
    fixes.push(fixHere(place, title, [replace(place, words, quote(now))], moved.length === 0));
  }
  const blanks = /[^\S\r\n]*$/u.exec(entry.text.slice(0, words.start))![0].length;
  const edit = replace(place, { start: words.start - blanks, end: words.end }, "");
  fixes.push(fixHere(place, bilingual("Drop the quoted words", "Bỏ các từ trích dẫn"), [edit]));
  return fixes;
};
