import { expect, test } from "vitest";
import { runInHost } from "./run-in-host.ts";
import { projectPath } from "./support/paths.ts";

test("the Mocha suite passes in the extension host", async () => {
  const code = await runInHost(
    { extensionDir: projectPath("."), workspaceFolder: projectPath("samples/binh-dinh") },
    (line) => process.stdout.write(`${line}\n`),
  );
  expect(code).toBe(0);
}, 240_000);
