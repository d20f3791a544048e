import { bilingual } from "../../diagnostics/language.ts";
import {
  compare,
  divide,
  fromDecimal,
  fromInteger,
  subtract,
  toDecimal,
  zero,
} from "../../semantics/rational.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { type FixMaker, fixHere, replace } from "./fix.ts";

/** Says how near is near enough: the fiftieth that is taken where nothing is said. */
export const addTolerance: FixMaker = (place) => {
  const { entry, statement, fileLanguage } = place;
  if (statement?.kind !== "target" || statement.comparator.kind !== "about") return [];
  const { value } = statement.comparator;
  if (value.kind !== "number") return [];
  const amount = fromDecimal(value.number.decimal);
  const fiftieth = amount && divide(amount, fromInteger(50));
  if (!fiftieth) return [];
  const size = compare(fiftieth, zero) < 0 ? subtract(zero, fiftieth) : fiftieth;
  const decimal = toDecimal(size);
  // Three digits behind a point might be thousands.
  const usesComma = entry.text.slice(value.start, value.end).includes(",") || fileLanguage === "vi";
  const isUnclear = /\.\d{3}$/.test(decimal);
  const number = usesComma || isUnclear ? decimal.replace(".", ",") : decimal;
  const unit = value.unit ? entry.text.slice(value.number.end, value.end) : "";
  const words = `${keywordText("within", fileLanguage)} ${number}${unit}`;
  const edit = replace(place, { start: value.end, end: value.end }, ` ${words}`);
  return [fixHere(place, bilingual(`Add “${words}”`, `Thêm “${words}”`), [edit], true)];
};
