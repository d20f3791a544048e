import type { Language } from "../diagnostics/language.ts";
import { formatPeriod } from "../semantics/display.ts";
import type { BodyModel, Citation, Explanation } from "../semantics/model.ts";
import { type Cell, textCell } from "./summary-table.ts";

/** Cells that the tables of indicators and of tasks have in common. */

export function namesCell(bodies: readonly BodyModel[]): Cell {
  return textCell(bodies.map(({ id, name }) => name || id).join(", "));
}

export function clausesCell(citations: readonly Citation[]): Cell {
  return textCell(citations.map(({ address }) => address).join(", "));
}

export function explanationsCell(explanations: readonly Explanation[], language: Language): Cell {
  return textCell(
    explanations.map(({ period, text }) => `${formatPeriod(period, language)}: ${text}`).join("; "),
  );
}
