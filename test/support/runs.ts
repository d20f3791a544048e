import type { Parameters } from "fast-check";

/**
 * How long the properties run: `BDG_RUNS=20` makes every one twenty times as long, and `BDG_SEED` picks the cases.
 * Without them a push always sees the same cases, so that a red build can be had again.
 */
const factor = Number(process.env.BDG_RUNS ?? "1");
const seed = Number(process.env.BDG_SEED ?? "20250630");

/** `perPush` runs, or as many times that as was asked for; a failure prints its seed and its shrunk case. */
export function propertyRuns<T>(perPush: number): Parameters<T> {
  return { numRuns: runs(perPush), seed, verbose: 0 };
}

export function runs(perPush: number): number {
  return Math.max(1, Math.round(perPush * factor));
}

/** Milliseconds that a long test may take. */
export function longTimeout(perPush: number): number {
  return Math.max(perPush, perPush * factor * 2);
}
