import type { ProblemCode } from "../diagnostics/catalog.ts";
import { inLanguage } from "../diagnostics/language.ts";
import { entryIndexAt } from "../semantics/program.ts";
import type { DeclarationParser } from "../syntax/parse.ts";
import { lineStarts, offsetAt, type Position, type Range } from "../text/line-index.ts";
import { addClauseTargets } from "./code-actions/add-clause-targets.ts";
import { addIgnore, addReason, removeIgnore } from "./code-actions/add-ignore.ts";
import { addTolerance } from "./code-actions/add-tolerance.ts";
import { addUnit } from "./code-actions/add-unit.ts";
import { chooseCategory, chooseClause } from "./code-actions/choose-meaning.ts";
import { convertUnit } from "./code-actions/convert-unit.ts";
import { declareName } from "./code-actions/declare-name.ts";
import { encodingOfTable } from "./code-actions/encoding-of-table.ts";
import { explain } from "./code-actions/explain.ts";
import type { FixMaker, FixPlace } from "./code-actions/fix.ts";
import { mendSyntax } from "./code-actions/mend-syntax.ts";
import { misplacedColon } from "./code-actions/misplaced-colon.ts";
import { nearestName } from "./code-actions/nearest-name.ts";
import { openBlock } from "./code-actions/open-block.ts";
import { periodInWords } from "./code-actions/period-in-words.ts";
import { plainComparator } from "./code-actions/plain-comparator.ts";
import { quoteText } from "./code-actions/quote-text.ts";
import { updateQuotedWords } from "./code-actions/quoted-words.ts";
import { rangeOfYears } from "./code-actions/range-of-years.ts";
import { readableNumber } from "./code-actions/readable-number.ts";
import { recordValue } from "./code-actions/record-value.ts";
import { removeStatement } from "./code-actions/remove-statement.ts";
import { setAside } from "./code-actions/set-aside.ts";
import { shareInWords } from "./code-actions/share-in-words.ts";
import { straightQuotes } from "./code-actions/straight-quotes.ts";
import { takeClauseValue } from "./code-actions/take-clause-value.ts";
import { thousandsOrDecimal } from "./code-actions/thousands-or-decimal.ts";
import { uncomment } from "./code-actions/uncomment.ts";
import type { FeatureContext, ShownProblem } from "./feature-context.ts";
import type { CodeActionResult, FileEdit } from "./feature-types.ts";
import { languageAround } from "./file-language.ts";
import { lineEdits } from "./line-edits.ts";

const fixes: Partial<Readonly<Record<ProblemCode, readonly FixMaker[]>>> = {
  "unknown-name": [nearestName, declareName],
  "unknown-statement": [nearestName],
  "unknown-declaration": [nearestName],
  "clause-not-found": [nearestName],
  "missing-unit": [addUnit],
  "unit-mismatch": [convertUnit],
  "reach-without-baseline": [plainComparator],
  "thousands-or-decimal": [thousandsOrDecimal],
  "target-no-data": [recordValue, explain],
  "target-missed": [explain],
  "task-overdue": [explain],
  "clause-text-changed": [updateQuotedWords],
  "target-differs-from-clause": [takeClauseValue],
  "commitment-without-target": [addClauseTargets, setAside],
  "clause-not-covered": [setAside],
  "duplicate-statement": [removeStatement],
  "duplicate-measurement": [removeStatement],
  "curly-quotes": [straightQuotes],
  "unopened-block": [openBlock],
  "misplaced-colon": [misplacedColon],
  "invalid-number": [readableNumber],
  "unexpected-text": [shareInWords, quoteText],
  "syntax-error": [quoteText],
  "invalid-period": [periodInWords, rangeOfYears],
  "ambiguous-name": [chooseCategory],
  "clause-ambiguous": [chooseClause],
  "about-without-tolerance": [addTolerance],
  "ignore-without-reason": [addReason],
  "unused-ignore": [removeIgnore],
  "commented-value": [uncomment],
  "data-file-unreadable": [encodingOfTable],
  "data-encoding-unknown": [encodingOfTable],
  "data-encoding-wrong": [encodingOfTable],
  "data-encoding-needless": [encodingOfTable],
};

/** What can be done about the problems that touch a range: first what mends them, last the comments that silence them. */
export function getCodeActions(
  context: FeatureContext,
  parser: DeclarationParser,
  path: string,
  range: Range,
): readonly CodeActionResult[] {
  const places = context
    .problemsOf(path)
    .filter((problem) => touches(problem.range, range))
    .flatMap((problem) => placeOf(context, parser, path, problem) ?? []);
  const mending = places.flatMap((place) => made(place, fixes[place.problem.code] ?? []));
  return [...mending, ...places.flatMap((place) => made(place, [addIgnore]))];
}

/** The edits that mend at once what has only one answer, a keyword without its diacritics among them. */
export function getFixAll(
  { program }: FeatureContext,
  parser: DeclarationParser,
  path: string,
): readonly FileEdit[] {
  const text = (program.file(path)?.entries ?? []).map((entry) => entry.text).join("");
  return lineEdits(text, mendSyntax(text, parser), 0);
}

function made(place: FixPlace, makers: readonly FixMaker[]): readonly CodeActionResult[] {
  const { language } = place.context.settings;
  return makers.flatMap((make) =>
    make(place).map(({ title, edits, isPreferred, refusal }) => ({
      title: inLanguage(title, language),
      edits,
      isPreferred,
      isMending: make !== addIgnore,
      disabled: refusal === undefined ? null : inLanguage(refusal, language),
      code: place.problem.code,
      range: place.problem.range,
    })),
  );
}

function placeOf(
  context: FeatureContext,
  parser: DeclarationParser,
  path: string,
  problem: ShownProblem,
): FixPlace | undefined {
  const entries = context.program.file(path)?.entries ?? [];
  const index = entryIndexAt(entries, problem.range.start.line);
  const entry = entries[index];
  if (!entry) return undefined;
  const starts = lineStarts(entry.text);
  const offset = ({ line, character }: Position) =>
    offsetAt(entry.text, starts, { line: line - entry.firstLine, character });
  const span = { start: offset(problem.range.start), end: offset(problem.range.end) };
  const { declaration } = entry.parsed;
  const statement =
    declaration?.statements.find(({ start, end }) => start <= span.start && span.end <= end) ?? null;
  const fileLanguage = languageAround(entries, index, context.settings.language);
  return { context, parser, path, problem, entry, declaration, statement, span, fileLanguage };
}

/** Do two ranges have a place in common? Their ends count. */
function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
