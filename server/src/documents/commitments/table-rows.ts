import type { Cell, Clause } from "../plan-document.ts";
import type { Commitment, CommitmentReading } from "./commitments.ts";
import { belowHeading, type HeadingContext, noHeading } from "./headings.ts";

type Read = (text: string, heading: HeadingContext) => CommitmentReading;

const UNIT = /^(?:đơn vị(?: tính)?|đvt|đv tính|unit)/iu;
const NO_PROMISE =
  /hiện trạng|thực trạng|thực hiện|năm gốc|cơ sở|ước|kết quả|hiện nay|hiện có|kinh phí|ngân sách|dự toán|nguồn|vốn|thời gian|chủ trì|phối hợp|ghi chú|baseline|lead|note/iu;
const LEVEL = /^(?:mục tiêu|chỉ tiêu kế hoạch|kế hoạch|giá trị|target)(?!\p{L})/iu;
const VALUE =
  /^(?:[≥≤<>~≈]|\d|từ|trên|dưới|tối thiểu|tối đa|ít nhất|không|khoảng|đạt|duy trì|còn|giảm|tăng|gấp|at least|at most|over|under|about)/iu;

/**
 * Reads what a table row promises: below each column that is headed by a date, a value in the row's unit; in a table
 * without such columns, what its cells say in words. Columns of present values and of money promise nothing.
 */
export function readRow(
  clause: Clause,
  cells: readonly Cell[],
  above: HeadingContext,
  read: Read,
): readonly Commitment[] {
  if (above.isReport) return [];
  const columns = cells
    .filter(({ heading }) => !NO_PROMISE.test(heading) && !UNIT.test(heading))
    .map((cell) => ({ cell, context: contextOf(cell.heading, above) }));
  const dated = columns.filter(({ cell, context }) => context.isOwn || LEVEL.test(cell.heading));
  const unit = unitOf(cells);
  const isDated = dated.length > 0;
  return (isDated ? dated : columns).flatMap(({ cell, context }) => {
    const found = isDated
      ? readValue(cell.text, unit, context.heading, read)
      : read(cell.text, above).commitments;
    const span = {
      start: cell.span.start - clause.textSpan.start,
      end: cell.span.end - clause.textSpan.start,
    };
    return found.map((one) => (isDated ? { ...one, span } : shifted(one, span.start)));
  });
}

/** A commitment that was read in a part of its clause's text, which begins so many UTF-16 units after the text does. */
export function shifted(one: Commitment, by: number): Commitment {
  return by === 0 ? one : { ...one, span: { start: one.span.start + by, end: one.span.end + by } };
}

/** A column headed "2025" is due at its end. */
function contextOf(heading: string, above: HeadingContext) {
  const words = heading.replace(/(^|\s)(?:năm )?((?:19|20|21)\d\d)(?=\s|$)/iu, "$1đến năm $2");
  const own = belowHeading(noHeading, words);
  const isOwn = own.period !== null || own.cadence !== null;
  return { isOwn, heading: isOwn ? own : above };
}

/** From the column of units, else from the end of the row's name: "Tỷ lệ hộ nghèo (%)". */
function unitOf(cells: readonly Cell[]): string {
  const column = cells.find(({ heading }) => UNIT.test(heading));
  if (column && column.shared.trim() !== "") return column.shared.trim();
  for (const { text } of cells) {
    const unit = /\(([^()]{1,30})\)\s*$/u.exec(text)?.[1];
    if (
      unit !== undefined &&
      /[%‰\p{L}]/u.test(unit) &&
      !/năm|\d{4}(?!\d|\.)/iu.test(unit) &&
      !VALUE.test(text)
    )
      return unit.replace(/^(?:đơn vị(?: tính)?|đvt) ?:? ?/iu, "").trim();
  }
  return "";
}

/** The first number of a value, or both of its range. */
const NUMBER = /\d[\d.,]*(?:\s*[-–—]\s*\d[\d.,]*)?(?![\d/])/u;
const OWN_UNIT = /[%‰]|\d\s+(?!(?:trở|so|vào|và|hoặc)(?!\p{L}))\p{L}/u;

/** The value of a cell is read as the sentence that it stands for: "đạt ≥ 75%". */
function readValue(text: string, unit: string, heading: HeadingContext, read: Read): readonly Commitment[] {
  const value = text.trim();
  if (!VALUE.test(value) || !/\d|một|hai|ba|nửa/iu.test(value)) return [];
  const gap = /^[%‰]/u.test(unit) ? "" : " ";
  const whole =
    unit === "" || OWN_UNIT.test(value) ? value : value.replace(NUMBER, (number) => `${number}${gap}${unit}`);
  const sentence = /^[\d≥≤<>~≈]/u.test(value) ? `đạt ${whole}` : whole;
  return read(sentence, heading).commitments;
}
