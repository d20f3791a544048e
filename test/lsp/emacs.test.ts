import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useBuilt } from "../support/lsp-process.ts";
import { answersOf, plan, signed } from "../support/other-editors.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Another client that others wrote: Emacs with Eglot, which is a package before version 29. */
const look = [
  "--batch",
  "--no-site-file",
  "--eval",
  "(progn (require 'package) (package-initialize) (require 'eglot))",
];
const hasEglot = spawnSync("emacs", look, { encoding: "utf8", timeout: 20_000 }).status === 0;
if (!hasEglot) {
  process.stdout.write(
    "Emacs with Eglot is not installed, so its language client is not tried (Debian: apt-get install emacs-nox elpa-eglot).\n",
  );
}
const bundle = useBuilt("dist/bdg.js");

const report = 'use "plan.bdg"\nreport 2024 "Báo cáo 👩" {\n  women   =   40%\n}\n';

interface Answers {
  readonly problem?: string;
  readonly before: readonly { line: number; words: string; message: string }[];
  readonly hover: { readonly contents: { readonly value: string } };
  readonly definition: { readonly file: string; readonly line: number };
  readonly after: readonly unknown[];
  readonly converted: string;
  readonly formatted: string;
  readonly stopped: boolean;
}

test.skipIf(!hasEglot)(
  "Emacs shows the missed value and its clause; a better value, other keywords and the order of a file are an edit each",
  () => {
    const folder = temporaryFolder({ "plan.bdg": plan, "report.bdg": report, "signed.txt": signed });
    const script = join(import.meta.dirname, "emacs", "session.el");
    const run = spawnSync("emacs", ["--batch", "--no-site-file", "-l", script], {
      encoding: "utf8",
      timeout: 60_000,
      env: {
        ...process.env,
        LANG: "C.UTF-8",
        BDG_NODE: process.execPath,
        BDG_SERVER: bundle(),
        BDG_FILE: join(folder, "report.bdg"),
      },
    });
    const answers = answersOf<Answers>(run);
    expect(answers.problem).toBeUndefined();
    expect(answers.before).toEqual([
      { line: 3, words: "40%", message: expect.stringContaining("40% in 2024; the plan says at least 50%") },
    ]);
    expect(answers.hover.contents.value).toContain("**đạt 50%**");
    expect(answers.definition).toEqual({ file: "plan.bdg", line: 6 });
    expect(answers.after).toEqual([]);
    expect(answers.converted).toContain('báo cáo 2024 "Báo cáo 👩" {');
    expect(answers.formatted).toBe('dùng "plan.bdg"\nbáo cáo 2024 "Báo cáo 👩" {\n  women  = 60%\n}\n');
    expect(answers.stopped).toBe(true);
  },
  90_000,
);
