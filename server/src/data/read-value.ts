import { maxNumberLength } from "../limits.ts";
import type { GridCell } from "../text/grid.ts";
import { type NumberStyle, toDecimal } from "./number-style.ts";

/** What a value's cell holds, written as the language writes it; a decimal comma is never taken for thousands. */
export type CellValue =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "empty" }
  | { readonly kind: "error-cell" | "no-result" | "twice" }
  | { readonly kind: "unreadable" };

const EMPTY = /^(?:-|–|—|\.{2,}|…|x|n\/?a|chưa có|không có số liệu|kcsl)$/iu;

/** Reads a number, a percentage or a share (`11/20`, `11 trên 20`). What can't be read is never a number. */
export function readCellValue(cell: GridCell | undefined, style: NumberStyle | null): CellValue {
  if (cell === undefined) return { kind: "empty" };
  if (cell.kind === "error") return { kind: "error-cell" };
  if (cell.kind === "no-result" || cell.kind === "twice") return { kind: cell.kind };
  if (cell.kind === "date") return { kind: "unreadable" };
  const text = cell.text.trim();
  if (text.length > maxNumberLength) return { kind: "unreadable" };
  if (cell.kind === "number")
    return { kind: "value", text: cell.isPercent ? percentOf(text) : written(text) };
  if (text === "" || EMPTY.test(text)) return { kind: "empty" };
  const share = /^(\S+)\s*(?:\/|of|trên)\s*(\S+)$/iu.exec(text);
  if (share) return shareOf(share[1]!, share[2]!, style);
  const percent = /^(.*?)\s*%$/u.exec(text);
  const number = toDecimal(percent?.[1] ?? text, style);
  return number === undefined
    ? { kind: "unreadable" }
    : { kind: "value", text: written(number) + (percent ? "%" : "") };
}

/** The two parts of a share from two cells. */
export function readShare(
  numerator: GridCell | undefined,
  denominator: GridCell | undefined,
  style: NumberStyle | null,
): CellValue {
  const values = [readCellValue(numerator, style), readCellValue(denominator, style)];
  for (const kind of ["no-result", "twice", "error-cell", "unreadable"] as const)
    if (values.some((one) => one.kind === kind)) return { kind };
  const [a, b] = values;
  if (a!.kind === "empty" || b!.kind === "empty")
    return { kind: a!.kind === b!.kind ? "empty" : "unreadable" };
  return joinShare((a as { text: string }).text, (b as { text: string }).text);
}

function shareOf(numerator: string, denominator: string, style: NumberStyle | null): CellValue {
  const [a, b] = [toDecimal(numerator, style), toDecimal(denominator, style)];
  return a === undefined || b === undefined ? { kind: "unreadable" } : joinShare(written(a), written(b));
}

function joinShare(numerator: string, denominator: string): CellValue {
  const isShare =
    /^\d/u.test(numerator) &&
    /^\d/u.test(denominator) &&
    /[1-9]/u.test(denominator) &&
    !/%/u.test(numerator + denominator);
  return isShare ? { kind: "value", text: `${numerator} of ${denominator}` } : { kind: "unreadable" };
}

function written(decimal: string): string {
  return decimal.replace(".", ",");
}

/** 0.55 shown as 55%: exact, by moving the point. */
function percentOf(decimal: string): string {
  const sign = decimal.startsWith("-") ? "-" : "";
  const [whole, fraction = ""] = decimal.replace("-", "").split(".");
  const digits = fraction.padEnd(2, "0");
  const front = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/u, "");
  const rest = digits.slice(2).replace(/0+$/u, "");
  return `${sign}${front}${rest === "" ? "" : `,${rest}`}%`;
}
