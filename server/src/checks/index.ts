import { createProblem, type Problem } from "../diagnostics/problem.ts";
import type { ReadDocument } from "../documents/document-reading.ts";
import { maxLineLength } from "../limits.ts";
import type { Binder } from "../semantics/binder/binder.ts";
import type { Entry } from "../semantics/entry.ts";
import type { EvaluationSettings, IndicatorJudgement, TaskJudgement } from "../semantics/judgement.ts";
import type { Citation } from "../semantics/model.ts";
import { longLineOf, type Program } from "../semantics/program.ts";
import { checkCitations, clausePlaces } from "./documents/check-citations.ts";
import { checkPlanDocuments } from "./documents/check-plan-documents.ts";
import { checkPromises } from "./documents/check-promises.ts";
import type { PromiseMatch } from "./documents/match-promises.ts";
import { checkIndicatorJudgement, checkTaskJudgement, withClauses } from "./judgement/index.ts";
import { checkBaselines } from "./model/check-baselines.ts";
import { checkCommentedValues } from "./model/check-commented-values.ts";
import { checkEdges } from "./model/check-edges.ts";
import { checkTargetPeriods } from "./model/check-target-periods.ts";
import { checkCircles } from "./names/check-circles.ts";
import { checkDeclaredNames } from "./names/check-declared-names.ts";
import { checkMentions } from "./names/check-mentions.ts";
import { checkRepeatedStatements } from "./names/check-statements.ts";
import { checkUse } from "./names/check-use.ts";

/** What the checks of one declaration look at. */
export interface CheckContext {
  readonly program: Program;
  readonly binder: Binder;
  readonly readDocument: ReadDocument;
  /** The judgement of the declaration, where it is an indicator or a task. */
  readonly judgement: IndicatorJudgement | TaskJudgement | undefined;
  /** The workspace's edges of the forecast. */
  readonly edges: Pick<EvaluationSettings, "onTrackFrom" | "offTrackBelow">;
  /** An indicator's targets beside the commitments of the clauses that it cites; null where it cites none. */
  readonly promises: PromiseMatch | null;
  /** The clauses that a plan sets aside. */
  readonly asides: readonly Citation[];
  /** What is wrong with the table that the declaration binds. */
  readonly tableProblems: readonly Problem[];
}

/** Every check of a declaration, in order. Each is a pure function; the caller guards each from the others' faults. */
export const checks: readonly ((entry: Entry, context: CheckContext) => readonly Problem[])[] = [
  checkSyntax,
  checkLongLines,
  checkSeveralPlans,
  (entry) => checkRepeatedStatements(entry),
  (entry) => checkCommentedValues(entry),
  (entry, { program }) => checkDeclaredNames(program, entry),
  (entry, { program }) => checkMentions(program, entry),
  (entry, { program }) => checkUse(program, entry),
  (entry, { binder }) => checkCircles(binder.chains, entry),
  (entry, { binder }) => binder.problemsOf(entry),
  (_, { tableProblems }) => tableProblems,
  (entry, { readDocument }) => checkPlanDocuments(entry, readDocument),
  (_, { asides, readDocument }) => checkCitations(asides, readDocument),
  checkJudgement,
  checkClausePromises,
];

function checkSyntax(entry: Entry): readonly Problem[] {
  const { problems } = entry.parsed;
  // Where another problem begins, text is left over because that could not be read: it is told once.
  const told = new Set(
    problems.filter(({ code }) => code !== "unexpected-text").map(({ span }) => span.start),
  );
  return problems
    .filter(({ code, span }) => code !== "unexpected-text" || !told.has(span.start))
    .map(({ code, span, holes, data }) =>
      createProblem(code, { source: entry, span }, holes, data ? { data } : {}),
    );
}

function checkLongLines(entry: Entry): readonly Problem[] {
  const line = entry.table ? undefined : longLineOf(entry.text);
  if (!line) return [];
  const place = { source: entry, span: { start: line.start, end: Math.min(line.end, line.start + 80) } };
  return [createProblem("line-too-long", place, { limit: String(maxLineLength) })];
}

function checkSeveralPlans(entry: Entry, { program }: CheckContext): readonly Problem[] {
  const { declaration } = entry.parsed;
  const first = program.file(entry.path)?.plan;
  if (declaration?.kind !== "plan" || !first || first === entry) return [];
  const related = [
    {
      place: { source: first, span: first.parsed.declaration!.name },
      message: first.parsed.declaration!.name.text,
    },
  ];
  return [createProblem("several-plans", { source: entry, span: declaration.name }, {}, { related })];
}

function checkClausePromises(
  _: Entry,
  { judgement, promises, readDocument }: CheckContext,
): readonly Problem[] {
  if (!judgement || !("indicator" in judgement) || promises === null) return [];
  return checkPromises(judgement.indicator, promises, readDocument);
}

function checkJudgement(entry: Entry, { judgement, edges, readDocument }: CheckContext): readonly Problem[] {
  if (!judgement) return [];
  const { citations } = "indicator" in judgement ? judgement.indicator : judgement.task;
  const problems =
    "indicator" in judgement
      ? [
          ...checkBaselines(judgement.indicator),
          ...checkEdges(entry, judgement.indicator, edges),
          ...checkTargetPeriods(judgement.indicator),
          ...checkIndicatorJudgement(judgement),
        ]
      : checkTaskJudgement(judgement);
  const placed =
    problems.length > 0 ? withClauses(problems, clausePlaces(citations, readDocument)) : problems;
  return [...placed, ...checkCitations(citations, readDocument)];
}
