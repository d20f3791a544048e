/** Cases of the judgement computed by hand from the rules, never from an evaluator's answers. */
import type { HandCase } from "./hand-case.ts";
import { aggregateCases } from "./hand-cases-aggregate.ts";
import { headlineCases } from "./hand-cases-headline.ts";
import { pathCases } from "./hand-cases-path.ts";
import { windowCases } from "./hand-cases-window.ts";

export const handCases: readonly HandCase[] = [
  ...windowCases,
  ...aggregateCases,
  ...pathCases,
  ...headlineCases,
];
