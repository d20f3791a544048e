import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runInHost } from "./run-in-host.ts";
import { projectPath } from "./support/paths.ts";

const print = (line: string) => process.stdout.write(`${line}\n`);

test("the Mocha suite passes in the extension host", async () => {
  const code = await runInHost(
    { extensionDir: projectPath("."), workspaceFolder: projectPath("samples") },
    print,
  );
  expect(code).toBe(0);
}, 240_000);

test("a folder without a plan leaves the extension asleep", async () => {
  const workspaceFolder = projectPath("out/test/vscode/folder-without-plan");
  mkdirSync(workspaceFolder, { recursive: true });
  writeFileSync(`${workspaceFolder}/notes.md`, "# No plan here\n");
  try {
    const testFolder = projectPath("test/vscode/suite-without-plan");
    expect(await runInHost({ extensionDir: projectPath("."), workspaceFolder, testFolder }, print)).toBe(0);
  } finally {
    rmSync(workspaceFolder, { recursive: true, force: true });
  }
}, 120_000);
