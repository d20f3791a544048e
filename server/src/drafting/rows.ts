import type { Cell } from "../documents/plan-document.ts";
import { oneLine } from "../text/one-line.ts";
import { readBodyList } from "./actors.ts";

/** What a table row says of one indicator or task, apart from its numbers. */
export interface RowFacts {
  /** The cell that names it, as printed. */
  readonly name: string;
  readonly lead: readonly string[];
  readonly with: readonly string[];
  /** When it is to be done, as printed; empty where no cell says it. */
  readonly time: string;
}

const NAME = /chỉ tiêu|nội dung|nhiệm vụ|công việc|tên|hoạt động|giải pháp|mục tiêu|indicator|task|name/iu;
const LEAD = /chủ trì|thực hiện|phụ trách|lead|responsible/iu;
const WITH = /phối hợp|partner/iu;
const TIME = /thời gian|thời hạn|tiến độ|deadline|due/iu;

/** Reads a row by the headings over its cells, and without telling ones by what the cells hold. */
export function readRow(cells: readonly Cell[]): RowFacts {
  const isWords = ({ text }: Cell) => /\p{L}{2}/u.test(text) && text.trim().length > 5;
  const isName = (cell: Cell) => NAME.test(cell.heading) && !LEAD.test(cell.heading) && isWords(cell);
  const named = cells.find(isName) ?? cells.find(isWords);
  const bodies = (pattern: RegExp) =>
    cells
      .filter(
        (cell) =>
          cell !== named && pattern.test(cell.heading) && !/thời gian|kết quả|năm/iu.test(cell.heading),
      )
      .flatMap(({ text }) => readBodyList(text));
  const timed = cells.find((cell) => cell !== named && TIME.test(cell.heading));
  return {
    name: oneLine(named?.text ?? ""),
    lead: bodies(LEAD),
    with: bodies(WITH),
    time: oneLine(timed?.text ?? ""),
  };
}
