import { bilingual, inLanguage, type Language } from "../../diagnostics/language.ts";
import type { Commitment } from "../../documents/commitments/commitments.ts";
import type { CommitmentChange } from "../../documents/comparison/compare-documents.ts";
import type { Clause } from "../../documents/plan-document.ts";
import { directionOf } from "../../drafting/draft-plan.ts";
import { groupPromises } from "../../drafting/promise-groups.ts";
import { draftTarget, number } from "../../drafting/targets.ts";
import { toDate } from "../../semantics/period.ts";
import { equals, fromDecimal } from "../../semantics/rational.ts";
import type { BlockDeclaration, PeriodRangeNode, TargetStatement } from "../../syntax/ast.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { periodText } from "../../syntax/period-literal.ts";
import { replace } from "../code-actions/fix.ts";
import { insertStatement } from "../code-actions/insert-statement.ts";
import type { FeatureContext } from "../feature-context.ts";
import type { FileEdit } from "../feature-types.ts";
import { languageAround } from "../file-language.ts";
import { nameOf } from "./citation-fixes.ts";
import type { CitedChange } from "./cited-changes.ts";
import { commitmentText } from "./commitment-text.ts";
import type { ComparisonFix } from "./comparison-types.ts";

/** Takes over the new numbers and dates of a clause into the targets that say what it said before. */
export function targetFixes(context: FeatureContext, change: CitedChange): readonly ComparisonFix[] {
  const { declaration } = change.entry.parsed;
  if (!change.kept || declaration?.kind !== "indicator") return [];
  return change.kept.commitments.flatMap((one) => {
    const fixes = fixesFor(context, change, declaration, one, change.kept!.after);
    return fixes ? [fixes] : [];
  });
}

function fixesFor(
  context: FeatureContext,
  change: CitedChange,
  declaration: BlockDeclaration,
  { before, after }: CommitmentChange,
  clause: Clause,
): ComparisonFix | undefined {
  if (after === null) return undefined;
  const { language } = context.settings;
  const targets = declaration.statements.filter((one) => one.kind === "target");
  const entries = context.program.file(change.entry.path)?.entries ?? [];
  const keywords = languageAround(entries, entries.indexOf(change.entry), language);
  const written = writtenTarget(context, change, declaration, after, clause, keywords);
  const id = `${change.id}#target#${before === null ? "" : commitmentText(before, "en")}#${commitmentText(after, "en")}`;
  const said = (commitment: Commitment) => commitmentText(commitment, language);
  if (before === null) {
    const isThere = targets.some((target) => saysTheSame(target, after));
    const last = targets.at(-1);
    if (written === null || isThere || !last) return undefined;
    const head = keywordText("target", keywords);
    const edit = insertStatement(context, change.entry, declaration, last, { head, rest: written });
    if (!edit) return undefined;
    const title = inLanguage(bilingual("add a target", "thêm mục tiêu"), language);
    return fix(change, id, `${nameOf(change)}: ${title}`, said(after), edit);
  }
  const target = targets.find((one) => saysTheSame(one, before));
  const edits = target && changed(context, change, target, before, after, written);
  if (!edits || edits.length === 0) return undefined;
  const title = inLanguage(bilingual("take the new value", "lấy giá trị mới"), language);
  return fix(change, id, `${nameOf(change)}: ${title}`, `${said(before)} → ${said(after)}`, ...edits);
}

function fix(
  change: CitedChange,
  id: string,
  title: string,
  detail: string,
  ...edits: readonly FileEdit[]
): ComparisonFix {
  return { id, was: change.address, title, detail, edits: new Map([[change.entry.path, edits]]) };
}

/** Only what is another: a number, a period, or all that follows where the comparator is another, too. */
function changed(
  context: FeatureContext,
  { entry }: CitedChange,
  target: TargetStatement,
  before: Commitment,
  after: Commitment,
  written: string | null,
): readonly FileEdit[] {
  const place = { context, entry };
  const { comparator } = target;
  const isNumberOnly =
    before.comparator === after.comparator &&
    before.unit === after.unit &&
    before.upper === null &&
    after.upper === null &&
    before.change === null &&
    after.change === null;
  if (isNumberOnly && comparator.value.kind === "number" && before.every === after.every) {
    const edits: FileEdit[] = [];
    const { decimal, start, end } = comparator.value.number;
    const asWritten: Language =
      entry.text.slice(start, end).includes(",") || keywordIsVietnamese(entry.text) ? "vi" : "en";
    if (before.period !== after.period && after.period !== null && after.every === null)
      edits.push(replace(place, target.whenSpan, after.period));
    if (!isSameNumber(decimal, after.value))
      edits.push(replace(place, { start, end }, number(after.value, asWritten)));
    return edits;
  }
  if (written === null || target.categories.length > 0) return [];
  return [replace(place, { start: target.whenSpan.start, end: target.end }, written)];
}

function keywordIsVietnamese(text: string): boolean {
  return /[^\u0000-\u007f]/u.test(/^\s*(?:#[^\n]*\n\s*)*(\S+)/u.exec(text)?.[1] ?? "");
}

function writtenTarget(
  context: FeatureContext,
  change: CitedChange,
  declaration: BlockDeclaration,
  commitment: Commitment,
  clause: Clause,
  language: Language,
): string | null {
  const unit = declaration.statements.find((one) => one.kind === "unit");
  const plan = context.binder.planOf(change.entry.path);
  const [group] = groupPromises(clause.text, [commitment]);
  return draftTarget(commitment, {
    language,
    percent: unit?.kind === "unit" && unit.unit.name.text === "percent",
    lastYear: plan?.period ? toDate(plan.period.last).year : null,
    direction: group ? directionOf(group) : null,
  }).text;
}

/** Whether a target has the period and the number of a commitment. */
function saysTheSame({ when, comparator }: TargetStatement, commitment: Commitment): boolean {
  if (when.kind === "every" ? when.cadence !== commitment.every : commitment.every !== null) return false;
  const range = when.range ? rangeText(when.range) : null;
  if (commitment.period !== null && range !== commitment.period) return false;
  const { value } = comparator;
  if (value.kind === "share") return false;
  // Of a relative target the period must do: the change may be written as a factor.
  return value.kind === "baseline" || isSameNumber(value.number.decimal, commitment.value);
}

function isSameNumber(a: string, b: string): boolean {
  const [left, right] = [fromDecimal(a), fromDecimal(b)];
  return left !== undefined && right !== undefined && equals(left, right);
}

function rangeText({ from, open, to }: PeriodRangeNode): string | null {
  if (!from.literal) return null;
  const start = periodText(from.literal);
  if (to) return to.literal ? `${start}..${periodText(to.literal)}` : null;
  return open ? `${start}..` : start;
}
