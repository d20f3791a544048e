import type { DocumentText, TableRowText, UnreadPart } from "../../text/document-text.ts";
import { createAllowance } from "../allowance.ts";
import type { Block } from "./blocks.ts";
import { readDocxBlocks } from "./docx-blocks.ts";
import { isLaidOut, writeTable } from "./tables.ts";
import { tidy } from "./tidy-text.ts";

/**
 * The text of a Word document as it would be read on paper: a paragraph a line, with its automatic number in front; a
 * table row a line, its cells between bars. Tracked changes are accepted; headers, footers, notes, comments, hidden
 * text and tables of contents are left out. What it takes in from other files stands in its place, where it can be read.
 *
 * @throws OfficeError
 */
export function readDocxText(bytes: Uint8Array): DocumentText {
  const unread = new Map<string, UnreadPart>();
  const blocks = readDocxBlocks(bytes, {
    allowance: createAllowance(),
    leaveUnread: (part) => unread.set(`${part.reason} ${part.name}`, part),
  });
  return { ...writeText(blocks), unread: [...unread.values()] };
}

function writeText(blocks: readonly Block[]): Pick<DocumentText, "text" | "rows"> {
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

/**
 * `a)` and `ii.` are labels; `2025` and `60%` after words that end no sentence are none, nor is the other year of
 * `2026 - 2030`, or what a law is cited by.
 */
function goesOn(before: string, words: string): boolean {
  if (/\s\d{4}$/u.test(before) && /^[-–—]\s?(?:\d{4}|nay)(?!\d)/u.test(words)) return true;
  if (citing.test(before.normalize("NFC"))) return true;
  if (/^\p{Ll}{1,4}[.)]/u.test(words)) return false;
  return (
    /^\p{Ll}/u.test(words) ||
    (/^\d[\d.,]*(?:%|\s+\p{Ll})/u.test(words) && !/^\d+[.)]\s/u.test(words) && !/[.;:!?]$/u.test(before))
  );
}

/** Words after which no line ends: the number of what they name must follow. */
const citing = /\s(?:tại|theo|và|hoặc|của) (?:khoản|điểm|điều|mục)$|\squý$|(?<!hằng|hàng|mỗi|từng)\sngày$/iu;
