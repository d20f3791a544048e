import { bilingual } from "../../diagnostics/language.ts";
import { builtinUnits } from "../../semantics/builtin-units.ts";
import { visibleSymbols } from "../../semantics/scope.ts";
import type { QualifiedName } from "../../syntax/ast.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { writtenName } from "../../syntax/qualified-name.ts";
import { spansIn } from "../tree-spans.ts";
import { type FixMaker, type FixPlace, fixHere, refusedFix } from "./fix.ts";
import { insertStatement } from "./insert-statement.ts";
import { noPlace } from "./refusals.ts";

const mostChoices = 6;

/** Adds a unit that values are written in; where they are bare numbers, one of those that there are. */
export const addUnit: FixMaker = (place) => {
  const { context, entry, declaration, fileLanguage } = place;
  if (declaration?.kind !== "indicator") return [];
  const clause = declaration.statements.findLast(({ kind }) => kind === "clause");
  const choices = unitChoices(place);
  const fixes = choices.map((unit) => {
    const statement = { head: keywordText("unit", fileLanguage), rest: unit };
    const edit = insertStatement(context, entry, declaration, clause, statement);
    const title = bilingual(`Add the unit ${unit}`, `Thêm đơn vị tính ${unit}`);
    return edit
      ? fixHere(place, title, [edit], choices.length === 1)
      : refusedFix(title, noPlace(declaration.title?.value ?? declaration.name.text), true);
  });
  // Where one can't be added, none can.
  return fixes[0]?.refusal === undefined ? fixes : fixes.slice(0, 1);
};

function unitChoices({ context, path, declaration }: FixPlace): readonly string[] {
  const values = spansIn(declaration?.statements).flatMap((span) =>
    "kind" in span && (span.kind === "number" || span.kind === "share") ? [span as unknown as Value] : [],
  );
  const written = values.flatMap(({ unit }) => (unit ? [writtenName(unit)] : []));
  if (written.length > 0) return [...new Set(written)].slice(0, mostChoices);
  if (values.some(({ kind }) => kind === "share")) return ["percent"];
  const isFraction = values.some(({ number }) => number?.decimal?.includes("."));
  const own = visibleSymbols(context.program, path, "unit").flatMap(({ symbol, prefix }) => {
    if (isFraction && context.binder.unit(symbol.entry)?.whole !== false) return [];
    return [prefix ? `${prefix}.${symbol.name.text}` : symbol.name.text];
  });
  const usual = ["percent", "count", "person"].filter((id) => !(isFraction && builtinUnits.get(id)!.whole));
  return [...usual.slice(0, 1), ...own, ...usual.slice(1)].slice(0, mostChoices);
}

interface Value {
  readonly kind: "number" | "share";
  readonly number?: { readonly decimal?: string };
  readonly unit?: QualifiedName | null;
}
