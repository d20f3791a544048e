import type { ProblemDetails, RelatedPlace } from "../../diagnostics/problem.ts";
import { explanationOf } from "../../semantics/evaluator/explanation.ts";
import type { DuePoint, IndicatorJudgement, Status } from "../../semantics/judgement.ts";
import { explanationPlaces } from "../../semantics/judgement-words.ts";
import type { Category, Explanation, TargetModel } from "../../semantics/model.ts";
import type { Period } from "../../semantics/period.ts";

/** Due points of one target and category that went the same way, in order of time: they make one problem. */
export interface DueGroup {
  readonly target: TargetModel;
  readonly category: Category | null;
  /** At least one. */
  readonly points: readonly [DuePoint, ...DuePoint[]];
  readonly explained: boolean;
}

/** The due points of a status, those with an explanation apart. */
export function dueGroups(judgement: IndicatorJudgement, status: Status): readonly DueGroup[] {
  if (!hasStatus(judgement, status)) return none;
  const groups: DueGroup[] = [];
  for (const { target, due } of judgement.targets) {
    for (const category of target.categories) {
      const points = due.filter((point) => point.status === status && point.category === category);
      for (const explained of [false, true]) {
        const [first, ...others] = points.filter((point) => (point.explanation !== null) === explained);
        if (first !== undefined) groups.push({ target, category, points: [first, ...others], explained });
      }
    }
  }
  return groups;
}

const none: readonly never[] = [];

/** Whether any due point is of a status: most plans have few indicators with something to report. */
export function hasStatus({ targets }: IndicatorJudgement, status: Status): boolean {
  return targets.some(({ due }) => due.some((point) => point.status === status));
}

/** An explained problem is an information, and says so to whoever counts failures. */
export function explainedDetails(explained: boolean, related: readonly RelatedPlace[]): ProblemDetails {
  return explained ? { severity: "information", data: { explained: "yes" }, related } : { related };
}

/** Where the windows' explanations stand, each once. */
export function explanationsRelated(
  explanations: readonly Explanation[],
  windows: readonly Period[],
  isTotal = false,
): readonly RelatedPlace[] {
  const found = new Set(windows.map((window) => explanationOf(explanations, window, isTotal)));
  return [...found].flatMap(explanationPlaces);
}

/** The texts of explanations, each once. */
export function explanationTexts(points: readonly { readonly explanation: string | null }[]): string | null {
  const texts = new Set(points.flatMap(({ explanation }) => explanation ?? []));
  return texts.size === 0 ? null : [...texts].join("; ");
}
