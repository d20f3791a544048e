import type { TableCellText, TableRowText } from "../../text/document-text.ts";
import type { Block, TableBlock, TableRow } from "./blocks.ts";
import { tidy } from "./tidy-text.ts";

/** Words of a paragraph that stands in the head of a letter, or beside a signature. */
const letterhead = /CỘNG\s+H[OÒ][ÀA]\s+XÃ|ĐỘC\s+LẬP\s*[-–—]|^ĐẢNG\s+CỘNG\s+SẢN|^NƠI\s+(?:NHẬN|GỬI)\s*:/iu;
const signature =
  /^(?:TM|KT|TL|TUQ|T\/M|Q)\s*\.\s|^(?:Q\.\s*|PHÓ\s+)?(?:GIÁM ĐỐC|CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|HIỆU TRƯỞNG)$/u;

const mostLaidOut = 6;

/** Whether a table only puts things side by side: the head of a letter, its recipients and signature, a frame. */
export function isLaidOut({ rows }: TableBlock): boolean {
  const columns = Math.max(0, ...rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.span, 0)));
  if (columns <= 1) return true;
  if (columns > 4 || rows.length > mostLaidOut) return false;
  if (hasParagraph(rows, letterhead)) return true;
  return !looksLikeHeading(rows[0]) && hasParagraph(rows, signature);
}

function hasParagraph(rows: readonly TableRow[], pattern: RegExp): boolean {
  const isSuch = (block: Block): boolean =>
    block.kind === "table"
      ? hasParagraph(block.rows, pattern)
      : pattern.test(tidy(block.text).normalize("NFC"));
  return rows.some((row) => row.cells.some(({ blocks }) => blocks.some(isSuch)));
}

/** Adds a table's rows to the lines of a text. */
export function writeTable({ rows }: TableBlock, lines: string[], written: TableRowText[]): void {
  const headings = countHeadings(rows);
  const columns: string[] = [];
  const above: string[] = [];
  const merged = new Map<number, string>();
  for (const [index, row] of rows.entries()) {
    const isHeading = index < headings;
    if (isHeading && !numbersColumns(row)) addHeading(row, columns, above);
    let text = "|";
    const cells: TableCellText[] = [];
    for (const cell of row.cells) {
      const words = cell.continues ? "" : wordsOf(cell.blocks);
      const start = text.length + 1;
      text += ` ${words} |`;
      if (!cell.continues) merged.set(cell.column, words);
      const heading = isHeading ? "" : (columns[cell.column] ?? "");
      const goesOn = cell.continues ? { above: merged.get(cell.column) ?? "" } : {};
      cells.push({ start, end: start + words.length, heading, ...goesOn });
    }
    written.push({ line: lines.length, isHeading, cells });
    lines.push(text);
  }
}

/** What a heading cell says goes for each column it spans; one that goes on the cell above says it again. */
function addHeading(row: TableRow, columns: string[], above: string[]): void {
  for (const { column, span, continues, blocks } of row.cells) {
    const words = continues ? "" : wordsOf(blocks);
    for (let i = column; i < column + span; i += 1) {
      if (words !== "" && words !== above[i]) columns[i] = columns[i] ? `${columns[i]} ${words}` : words;
      above[i] = words;
    }
  }
}

const mostHeadings = 4;

/**
 * How many rows are the heading: those that Word repeats, else those down to the first that a vertical merge of the
 * first row reaches, past a row that only numbers the columns.
 */
function countHeadings(rows: readonly TableRow[]): number {
  let count = 0;
  while (count < Math.min(rows.length - 1, mostHeadings) && rows[count]!.isHeader) count += 1;
  if (count === 0) count = looksLikeHeading(rows[0]) ? 1 : 0;
  if (count > 0) {
    while (count < Math.min(rows.length, mostHeadings) && goesOnHeading(rows[count]!)) count += 1;
    if (count < rows.length && numbersColumns(rows[count]!)) count += 1;
  }
  return count;
}

function looksLikeHeading(row: TableRow | undefined): boolean {
  const words = row?.cells.map((cell) => wordsOf(cell.blocks)) ?? [];
  return words.some((text) => headingWords.test(text));
}

const headingWords =
  /^(?:tt|stt|số tt|số thứ tự|no\.?)$|chỉ tiêu|nội dung|đơn vị|đvt|mục tiêu|nhiệm vụ|chủ trì|thời gian|^năm \d{4}|^\d{4}$|indicator|unit|target/iu;

/** A cell of it goes on the one above: the heading has another row. */
function goesOnHeading(row: TableRow): boolean {
  return row.cells.some((cell) => cell.column <= 1 && cell.continues);
}

/** "(1) | (2) | (3)", "1 | 2 | 3", "A | B | 1". */
function numbersColumns(row: TableRow): boolean {
  const words = row.cells.map((cell) => wordsOf(cell.blocks));
  if (words.length < 3 || !words.every((text) => /^\(?(?:\d{1,2}|[A-Z])\)?$/u.test(text))) return false;
  const numbers = words
    .map((text) => Number(text.replace(/[()]/g, "")))
    .filter((number) => !Number.isNaN(number));
  return numbers[0] === 1 && numbers.every((number, index) => number === index + 1);
}

function wordsOf(blocks: readonly Block[]): string {
  const words = blocks.map((block) =>
    block.kind === "text"
      ? tidy(block.text)
      : block.rows.map((row) => row.cells.map((cell) => wordsOf(cell.blocks)).join(" ")).join(" "),
  );
  return words
    .filter((text) => text !== "")
    .join(" ")
    .replaceAll("|", "¦");
}
