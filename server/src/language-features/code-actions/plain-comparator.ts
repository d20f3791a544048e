import { bilingual } from "../../diagnostics/language.ts";
import { lex } from "../../syntax/lexer.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Says which way is up where `reach` leaves it open; without a baseline it was taken as at least. */
export const plainComparator: FixMaker = (place) => {
  const { entry, statement, fileLanguage } = place;
  if (statement?.kind !== "target") return [];
  const from = (statement.categories.at(-1) ?? statement.whenSpan).end;
  const reach = lex(entry.text).tokens.find(
    ({ keyword, startOffset }) => keyword === "reach" && startOffset >= from && startOffset < statement.end,
  );
  if (!reach) return [];
  const span = { start: reach.startOffset, end: reach.startOffset + reach.image.length };
  const [least, most] = fileLanguage === "vi" ? ["ít nhất", "không quá"] : [">=", "<="];
  return [
    fixHere(place, bilingual(`Write “${least}”`, `Ghi “${least}”`), [replace(place, span, least!)], true),
    fixHere(place, bilingual(`Write “${most}”`, `Ghi “${most}”`), [replace(place, span, most!)]),
  ];
};
