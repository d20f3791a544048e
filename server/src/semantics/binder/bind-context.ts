import type { HolesOf, ProblemCode } from "../../diagnostics/catalog.ts";
import type { LocalText } from "../../diagnostics/language.ts";
import type { Place } from "../../diagnostics/place.ts";
import { createProblem, type Problem, type ProblemDetails } from "../../diagnostics/problem.ts";
import type { QualifiedName } from "../../syntax/ast.ts";
import type { TextSpan } from "../../text/text-span.ts";
import type { Chains } from "../chains.ts";
import type { Entry } from "../entry.ts";
import type { IndicatorModel, PlanModel, UnitModel } from "../model.ts";
import type { Program } from "../program.ts";
import type { Memo } from "./memo.ts";

/**
 * What binding one declaration can ask: other declarations' models, and where to say what is wrong with this one.
 * A model is made once and kept until its declaration, or one that it depends on, changes.
 */
export interface BindContext {
  readonly program: Program;
  /** The declaration that is being bound. */
  readonly entry: Entry;
  readonly problems: Problem[];
  readonly memo: Memo;
  readonly chains: Chains;
  /** The plan that a file's declarations belong to. */
  planOf(path: string): PlanModel | null;
  /** The unit that a name stands for in a file. */
  unit(path: string, name: QualifiedName): UnitModel | undefined;
  /** The model of an indicator's declaration; undefined while it is being made, that is in a circle. */
  indicator(entry: Entry): IndicatorModel | undefined;
}

/** Notes a problem at a span of a declaration. */
export function report<Code extends ProblemCode>(
  context: Pick<BindContext, "problems">,
  code: Code,
  entry: Entry,
  span: TextSpan,
  holes: Readonly<Record<HolesOf<Code>, LocalText>>,
  details?: ProblemDetails,
): void {
  context.problems.push(createProblem(code, placeOf(entry, span), holes, details));
}

export function placeOf(entry: Entry, span: TextSpan): Place {
  return { source: entry, span };
}
