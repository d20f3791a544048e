import type {
  IndicatorItem,
  PlanOverview,
  TaskItem,
} from "../../../server/src/language-features/plan-overview-types.ts";
import { plainLetters } from "../plain-letters.ts";
import type { IsShown } from "./plan-nodes.ts";

type Words = Pick<PlanOverview, "statusTexts" | "taskStatusTexts">;

/**
 * What a typed filter shows: verdicts by their words, and of those what has every other word in its name, its clauses
 * or its bodies; capitals and diacritics don't matter. undefined for an empty filter, which shows all.
 */
export function readFilter(text: string, words: readonly Words[]): IsShown | undefined {
  let rest = ` ${plainLetters(text)
    .replace(/[\s,;]+/gu, " ")
    .trim()} `;
  if (rest.trim() === "") return undefined;
  const wanted = new Set<string>();
  for (const label of labelsOf(words)) {
    if (!rest.includes(` ${label} `)) continue;
    wanted.add(label);
    rest = rest.replaceAll(` ${label} `, " ");
  }
  const others = rest.split(" ").filter((word) => word !== "");
  return (item, leads) => {
    if (wanted.size > 0 && !wanted.has(plainLetters(item.statusText))) return false;
    const text = searchText(item, leads);
    return others.every((word) => text.includes(word));
  };
}

/** Longest first: “not met” is not “met”. */
function labelsOf(words: readonly Words[]): readonly string[] {
  const labels = words.flatMap(({ statusTexts, taskStatusTexts }) => [
    ...Object.values(statusTexts),
    ...Object.values(taskStatusTexts),
  ]);
  return [...new Set(labels.map(plainLetters))].sort((a, b) => b.length - a.length);
}

function searchText({ id, name, clauses }: IndicatorItem | TaskItem, leads: readonly string[]): string {
  const cited = clauses.flatMap(({ address, sectionTitle }) => [address, sectionTitle]);
  return plainLetters([id, name, ...leads, ...cited].join(" "));
}
