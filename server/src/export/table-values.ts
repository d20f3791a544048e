import type { Language } from "../diagnostics/language.ts";
import { formatPeriod, formatQuantity } from "../semantics/display.ts";
import type { Quantity, UnitModel } from "../semantics/model.ts";
import type { Period } from "../semantics/period.ts";
import type { Cell } from "./summary-table.ts";

/** The unit as it is shown in a cell: there is a column for it, so only a percent sign stays with the number. */
export function inTable(unit: UnitModel): UnitModel {
  return unit.symbol.startsWith("%") ? unit : { ...unit, symbol: "" };
}

export function quantityCell(quantity: Quantity, unit: UnitModel, language: Language): Cell {
  const text = formatQuantity(quantity, inTable(unit), language);
  return { kind: quantity.share ? "share" : "number", text, value: quantity.value };
}

/** A value whose period is not told by its column: `2024: 55% (11/20)`. */
export function datedText(period: Period, quantity: Quantity, unit: UnitModel, language: Language): string {
  return `${formatPeriod(period, language)}: ${formatQuantity(quantity, inTable(unit), language)}`;
}
