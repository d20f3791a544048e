import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import type { TaskDuePoint, TaskJudgement } from "../../semantics/judgement.ts";
import { clauseText, explanationText, periodsText } from "../../semantics/judgement-words.ts";
import { explainedDetails, explanationsRelated, explanationTexts } from "./due-groups.ts";

/** Reports what was not done when it was due: one problem for each `due`, those with an explanation apart. */
export function checkTaskOverdue({ task, due }: TaskJudgement): readonly Problem[] {
  return task.due.flatMap((one) => {
    const missed = due.filter((point) => point.due === one && point.status === "missed");
    return [false, true].flatMap((explained) => {
      const points = missed.filter((point) => (point.explanation !== null) === explained);
      return points.length === 0 ? [] : [overdue(points, explained)];
    });
  });

  function overdue(points: readonly TaskDuePoint[], explained: boolean): Problem {
    const windows = points.map(({ window }) => window);
    return createProblem(
      "task-overdue",
      points[0]!.due.place,
      {
        periods: periodsText(windows),
        clause: clauseText(task.citations),
        explanation: explanationText(explanationTexts(points)),
      },
      explainedDetails(explained, explanationsRelated(task.explanations, windows)),
    );
  }
}
