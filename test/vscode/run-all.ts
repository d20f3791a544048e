/**
 * The tests in the real editor. A test file that failed is run once more, from a new editor: a whole program on a
 * busy machine is late now and then, while a defect fails twice. What passed only then is said at the end.
 *
 *     node test/vscode/run-all.ts [PART OF A FILE'S NAME]...      (default: all)
 */
import { relative } from "node:path";
import { startVitest } from "vitest/node";
import { projectPath } from "./support/paths.ts";

interface Outcome {
  readonly failedFiles: readonly string[];
  /** Something failed outside of the tests. */
  readonly isBroken: boolean;
}

async function run(names: readonly string[]): Promise<Outcome> {
  const vitest = await startVitest("test", [...names], {
    config: projectPath("test/vscode/vitest.config.ts"),
    watch: false,
  });
  const failed = vitest.state.getTestModules().filter((file) => !file.ok());
  const isBroken = vitest.state.getUnhandledErrors().length > 0;
  await vitest.close();
  return {
    failedFiles: failed.map((file) => relative(projectPath("test/vscode"), file.moduleId)),
    isBroken,
  };
}

const first = await run(process.argv.slice(2));
if (first.failedFiles.length > 0 && !first.isBroken) {
  process.stdout.write(`\nOnce more: ${first.failedFiles.join(", ")}\n`);
  process.exitCode = 0;
  const second = await run(first.failedFiles);
  const late = first.failedFiles.filter((file) => !second.failedFiles.includes(file));
  if (late.length > 0) process.stdout.write(`Passed only the second time: ${late.join(", ")}\n`);
}
