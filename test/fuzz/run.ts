import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The properties for as long as one likes, from another seed each time: `npm run fuzz`, or `npm run fuzz -- 500` for
 * five hundred times as many cases as a push sees. A failure is kept in test/fuzz/cases/ and fails every run after it.
 */
const factor = Number(process.argv[2] ?? "50");
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const properties = globSync("test/{unit,lsp}/**/*.test.ts").filter((file) =>
  readFileSync(file, "utf8").includes("/support/runs.ts"),
);
process.stdout.write(`${factor} times a push, seed ${seed}\n`);
const vitest = join(import.meta.dirname, "..", "..", "node_modules", "vitest", "vitest.mjs");
const { status } = spawnSync(process.execPath, [vitest, "run", ...properties, "--testTimeout=0"], {
  stdio: "inherit",
  env: { ...process.env, BDG_RUNS: String(factor), BDG_SEED: String(seed), BDG_KEEP_CASES: "yes" },
});
process.exitCode = status ?? 1;
