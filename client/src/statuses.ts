import type { IndicatorItem, TaskItem } from "../../server/src/language-features/plan-overview-types.ts";

export type IndicatorStatus = IndicatorItem["status"];
export type TaskStatus = TaskItem["status"];

/** From what asks most for a look to what asks least. */
export const indicatorStatuses: readonly IndicatorStatus[] = [
  "missed",
  "no-data",
  "off-track",
  "at-risk",
  "on-track",
  "met",
  "pending",
];

export const taskStatuses: readonly TaskStatus[] = ["missed", "pending", "met"];

/** The verdicts that someone should do something about. */
export const attentionStatuses: readonly IndicatorStatus[] = ["missed", "no-data", "off-track", "at-risk"];
