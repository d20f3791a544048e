import { bilingual } from "../../diagnostics/language.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { type Fix, type FixMaker, fixHere, replace } from "./fix.ts";

/** Says what a CSV file is written in, or leaves out what is not true of it. */
export const encodingOfTable: FixMaker = (place) => {
  const { declaration, problem, fileLanguage } = place;
  const encodings = problem.data?.encodings;
  if (declaration?.kind !== "data" || encodings === undefined) return [];
  const { file, sheet, encoding, period } = declaration;
  const ends = [file, sheet, period].flatMap((part) => (part === null ? [] : part.end));
  const before = Math.max(...ends.filter((end) => encoding === null || end < encoding.start));
  if (encoding !== null && encodings === "") {
    const title = bilingual("Leave the encoding out", "Bỏ phần bảng mã");
    return [fixHere(place, title, [replace(place, { start: before, end: encoding.end }, "")], true)];
  }
  return encodings.split(" ").map((name, i): Fix => {
    const title = bilingual(`Read it as ${name}`, `Đọc theo bảng mã ${name}`);
    const edit =
      encoding === null
        ? replace(
            place,
            { start: (sheet ?? file).end, end: (sheet ?? file).end },
            ` ${keywordText("encoding", fileLanguage)} "${name}"`,
          )
        : replace(place, encoding, `"${name}"`);
    return fixHere(place, title, [edit], i === 0);
  });
};
