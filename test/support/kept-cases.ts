import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What once went wrong, by what it is a case of: sessions of edits, texts, plans. Each runs for ever after. */
export type CaseKind = "session" | "text" | "plan";

const folder = join(import.meta.dirname, "..", "fuzz", "cases");

export interface KeptCase<Value> {
  readonly file: string;
  readonly value: Value;
}

export function keptCases<Value>(kind: CaseKind): readonly KeptCase<Value>[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${kind}-`))
    .sort()
    .map((file) => ({ file, value: JSON.parse(readFileSync(join(folder, file), "utf8")) as Value }));
}

/** In a long run (`npm run fuzz`) a failure becomes a file, to be committed with what mends it. */
export function keepCase(kind: CaseKind, seed: number, value: unknown): void {
  if (process.env.BDG_KEEP_CASES !== "yes") return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${kind}-${seed}.json`), `${JSON.stringify(value, null, 2)}\n`);
}
