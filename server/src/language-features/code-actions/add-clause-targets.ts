import { bilingual } from "../../diagnostics/language.ts";
import type { Rational } from "../../semantics/rational.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { type FixMaker, fixHere } from "./fix.ts";
import { insertStatement } from "./insert-statement.ts";
import { comparisonText, decimalText, fits, readPromised, whenText } from "./promised-target.ts";

/** Adds a target for each commitment of the clause that none is about yet, where all can be written in the unit. */
export const addClauseTargets: FixMaker = (place) => {
  const { context, entry, declaration, fileLanguage, problem } = place;
  const judgement = context.judgementOf(entry);
  if (!declaration || !judgement || !("indicator" in judgement)) return [];
  const { indicator } = judgement;
  const write = (amount: Rational) => {
    const number = decimalText(place, amount);
    return number && indicator.unit.id === "percent" ? `${number}%` : number;
  };
  const targets: string[] = [];
  for (const data of missingOf(problem.data?.missing)) {
    const promised = readPromised(data);
    const when = promised && whenText(place, promised, indicator);
    const said = promised && comparisonText(place, promised, "reach", indicator, write);
    if (!promised || !when || !said || !fits(promised, indicator)) return [];
    targets.push(`${when} ${said}`);
  }
  if (targets.length === 0) return [];
  const after =
    declaration.statements.findLast(({ kind }) => kind === "target") ??
    declaration.statements.findLast(({ kind }) => kind === "baseline" || kind === "unit") ??
    declaration.statements.at(-1);
  const head = keywordText("target", fileLanguage);
  const edits = targets.map((rest) => insertStatement(context, entry, declaration, after, { head, rest }));
  const [first] = edits;
  if (!first || edits.includes(undefined)) return [];
  // Several insertions at one place are one edit.
  const edit = { ...first, text: edits.map((one) => one!.text).join("") };
  const title = bilingual(`Add target ${targets.join(", ")}`, `Thêm mục tiêu ${targets.join(", ")}`);
  return [fixHere(place, title, [edit], true)];
};

function missingOf(text: string | undefined): readonly Readonly<Record<string, string>>[] {
  return text === undefined ? [] : JSON.parse(text);
}
