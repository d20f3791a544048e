import type { SpawnSyncReturns } from "node:child_process";
import { expect } from "vitest";

/** A plan and its document, for sessions of clients that others wrote. */
export const plan = `plan p "Kế hoạch" {
  issued 2022
  period 2021..2030
  document "signed.txt"
}
indicator women "Lãnh đạo nữ" {
  clause I.1 "đạt 50%"
  unit percent
  target 2024 >= 50%
}
`;
export const signed = "I. MỤC TIÊU\n1. Phấn đấu đến năm 2024 đạt 50%.\n2. Khác.\n";

/** What a session's script printed: one line of JSON among whatever the editor said. */
export function answersOf<Answers>(run: SpawnSyncReturns<string>): Answers {
  const line = run.stdout.split("\n").find((one) => one.startsWith("{"));
  expect(line, run.stdout + run.stderr).toBeDefined();
  return JSON.parse(line!) as Answers;
}
