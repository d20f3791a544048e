import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import type { IndicatorModel } from "../../semantics/model.ts";
import type { Rational } from "../../semantics/rational.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { type FixMaker, type FixPlace, fixHere, refusedFix } from "./fix.ts";
import { insertStatement } from "./insert-statement.ts";
import { comparisonText, decimalText, misfit, readPromised, whenText, whyNever } from "./promised-target.ts";
import { noPlace, notExact, notInThisUnit } from "./refusals.ts";

/** Adds a target for each commitment of the clause that none is about yet, where all can be written in the unit. */
export const addClauseTargets: FixMaker = (place) => {
  const { context, entry, declaration, fileLanguage, problem } = place;
  const judgement = context.judgementOf(entry);
  if (!declaration || !judgement || !("indicator" in judgement)) return [];
  const { indicator } = judgement;
  const refused = (reason: LocalText) => [
    refusedFix(bilingual("Add what the clause promises", "Thêm mục tiêu theo điều khoản"), reason, true),
  ];
  const missing = problem.data?.missing;
  if (missing === undefined) return refused(notInThisUnit(indicator.unit));
  const targets: string[] = [];
  for (const data of JSON.parse(missing) as readonly Readonly<Record<string, string>>[]) {
    const target = targetOf(place, data, indicator);
    if (typeof target !== "object") return refused(target);
    targets.push(target.text);
  }
  if (targets.length === 0) return [];
  const after =
    declaration.statements.findLast(({ kind }) => kind === "target") ??
    declaration.statements.findLast(({ kind }) => kind === "baseline" || kind === "unit") ??
    declaration.statements.at(-1);
  const head = keywordText("target", fileLanguage);
  const edits = targets.flatMap(
    (rest) => insertStatement(context, entry, declaration, after, { head, rest }) ?? [],
  );
  const [first] = edits;
  if (!first) return refused(noPlace(indicator.name));
  // Several insertions at one place are one edit.
  const edit = { ...first, text: edits.map(({ text }) => text).join("") };
  const title = bilingual(`Add target ${targets.join(", ")}`, `Thêm mục tiêu ${targets.join(", ")}`);
  return [fixHere(place, title, [edit], true)];
};

/** What stands behind the keyword, or why it can't be said here. */
function targetOf(
  place: FixPlace,
  data: Readonly<Record<string, string>>,
  indicator: IndicatorModel,
): { readonly text: string } | LocalText {
  const promised = readPromised({ ...data, aspects: "number date" });
  if (!promised) return notInThisUnit(indicator.unit);
  const refusal = misfit(promised, indicator);
  if (refusal !== undefined) return refusal;
  const when = whenText(place, promised, indicator);
  if (when === undefined) return whyNever(promised);
  const write = (amount: Rational) => {
    const number = decimalText(place, amount);
    return number && indicator.unit.id === "percent" ? `${number}%` : number;
  };
  const said = comparisonText(place, promised, "reach", indicator, write);
  return said === undefined ? notExact : { text: `${when} ${said}` };
}
