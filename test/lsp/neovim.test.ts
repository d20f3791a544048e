import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toUri } from "../support/lsp-client.ts";
import { useBuilt } from "../support/lsp-process.ts";
import { answersOf, plan, signed } from "../support/other-editors.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** A client that others wrote: the language client that is built into Neovim. Version 0.7 is told what is pushed. */
const version = spawnSync("nvim", ["--version"], { encoding: "utf8" }).stdout?.split("\n")[0];
if (!version) {
  process.stdout.write(
    "Neovim is not installed, so its language client is not tried (Debian: apt-get install neovim).\n",
  );
}
const bundle = useBuilt("dist/bdg.js");

const report = 'use "plan.bdg"\nreport 2024 "Báo cáo" {\n  women = 40%\n}\n';

interface Answers {
  readonly problem?: string;
  readonly before: readonly {
    line: number;
    col: number;
    code: string;
    source: string;
    severity: number;
    message: string;
  }[];
  readonly hover: { contents: { value: string } };
  readonly definition: readonly unknown[];
  readonly after: readonly unknown[];
  readonly stopped: boolean;
}

test.skipIf(!version)(
  "Neovim shows the missed value, the clause and the declaration; a better value makes the problem go",
  () => {
    const folder = temporaryFolder({ "plan.bdg": plan, "báo cáo.bdg": report, "signed.txt": signed });
    const script = join(import.meta.dirname, "neovim", "session.lua");
    const run = spawnSync("nvim", ["--headless", "--clean", "-n", "-c", `luafile ${script}`], {
      encoding: "utf8",
      timeout: 60_000,
      env: {
        ...process.env,
        BDG_NODE: process.execPath,
        BDG_SERVER: bundle(),
        BDG_FOLDER: folder,
        BDG_FILE: join(folder, "báo cáo.bdg"),
      },
    });
    const answers = answersOf<Answers>(run);
    expect(answers.problem).toBeUndefined();
    expect(answers.before).toEqual([
      expect.objectContaining({
        line: 2,
        col: 10,
        source: "bdg",
        severity: 2,
        message: expect.stringContaining("40%"),
      }),
    ]);
    expect(answers.hover.contents.value).toContain("**đạt 50%**");
    expect(answers.definition).toEqual([
      expect.objectContaining({
        targetUri: toUri(join(folder, "plan.bdg")),
        targetSelectionRange: expect.objectContaining({ start: { line: 5, character: 10 } }),
      }),
    ]);
    expect(answers.after).toEqual([]);
    expect(answers.stopped).toBe(true);
  },
  90_000,
);
