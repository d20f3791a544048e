import type { DocumentText, TableRowText } from "../../text/document-text.ts";
import { OfficeError } from "../office-error.ts";
import { findMainPart, readRelationships } from "../package-parts.ts";
import { openZip } from "../zip-file.ts";
import type { Block } from "./blocks.ts";
import { readBody } from "./body-reader.ts";
import { createListCounter } from "./list-counter.ts";
import { readNumbering } from "./numbering.ts";
import { readStyles } from "./styles.ts";
import { isLaidOut, writeTable } from "./tables.ts";
import { tidy } from "./tidy-text.ts";

/**
 * The text of a Word document as it would be read on paper: a paragraph a line, with its automatic number in front; a
 * table row a line, its cells between bars. Tracked changes are accepted; headers, footers, notes, comments, hidden
 * text and tables of contents are left out.
 *
 * @throws OfficeError
 */
export function readDocxText(bytes: Uint8Array): DocumentText {
  const zip = openZip(bytes);
  const main = findMainPart(zip);
  if (/(?:^|\/)(?:xl|ppt)\//.test(main)) throw new OfficeError("not-docx", main);
  const related = readRelationships(zip, main);
  const part = (type: string) => {
    const found = related.find((one) => one.type === type);
    return found && zip.read(found.target);
  };
  const lists = readNumbering(part("numbering"));
  const styles = readStyles(part("styles"));
  const blocks = readBody(zip.read(main)!, { styles, lists, counter: createListCounter(lists) });
  return writeText(blocks);
}

function writeText(blocks: readonly Block[]): DocumentText {
  const lines: string[] = [];
  const rows: TableRowText[] = [];
  const write = (block: Block): void => {
    if (block.kind === "text") lines.push(...linesOf(block.text));
    else if (isLaidOut(block)) {
      for (const row of block.rows) for (const cell of row.cells) cell.blocks.forEach(write);
    } else writeTable(block, lines, rows);
  };
  blocks.forEach(write);
  return { text: lines.join("\n"), rows };
}

/** A typed line break begins a paragraph of its own, unless the sentence goes on in small letters or with a number. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (const piece of text.split("\n")) {
    const words = tidy(piece);
    const last = lines.at(-1);
    if (last === undefined) lines.push(words);
    else if (words === "") continue;
    else if (goesOn(last, words)) lines[lines.length - 1] = `${last} ${words}`.trim();
    else lines.push(words);
  }
  return lines;
}

/** `a)` and `ii.` are labels; `2025` and `60%` after words that end no sentence are none. */
function goesOn(before: string, words: string): boolean {
  if (/^\p{Ll}{1,4}[.)]/u.test(words)) return false;
  return (
    /^\p{Ll}/u.test(words) ||
    (/^\d[\d.,]*(?:%|\s+\p{Ll})/u.test(words) && !/^\d+[.)]\s/u.test(words) && !/[.;:!?]$/u.test(before))
  );
}
