import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, suiteSetup, suiteTeardown, test } from "mocha";
import type * as vscode from "vscode";
import { closeEditors, codeOf, openSample, sampleUri, waitForProblems } from "./plan-editor.ts";

const plan =
  'plan o "O" {\n  period 2021..2030\n}\nunit post "posts" { whole }\n' +
  'indicator outside_posts "Posts" {\n  unit post\n  target 2024 >= 50\n}\n';
const report = 'use "../../plan.bdg"\nreport 2024 "R" {\n  outside_posts = 60 post\n}\n';

suite("folders that others change outside of the editor", () => {
  const folder = () => sampleUri("outside").fsPath;
  const isMeasured = (problems: readonly vscode.Diagnostic[]) =>
    problems.every((one) => codeOf(one) !== "target-no-data");
  let aside: string;

  suiteSetup(() => {
    aside = mkdtempSync(join(tmpdir(), "bdg-aside-"));
    mkdirSync(join(folder(), "reports/2024"), { recursive: true });
    writeFileSync(join(folder(), "reports/2024/report.bdg"), report);
    writeFileSync(join(folder(), "plan.bdg"), plan);
  });
  suiteTeardown(async () => {
    await closeEditors();
    rmSync(folder(), { recursive: true, force: true });
    rmSync(aside, { recursive: true, force: true });
  });

  test("one that is moved away takes along what lay in it", async () => {
    const { document } = await openSample("outside/plan.bdg");
    await waitForProblems(document.uri, isMeasured);
    renameSync(join(folder(), "reports"), join(aside, "reports"));
    await waitForProblems(document.uri, (problems) => !isMeasured(problems));
  });

  test("one that is moved in brings along what lies in it", async () => {
    const { document } = await openSample("outside/plan.bdg");
    renameSync(join(aside, "reports"), join(folder(), "reports"));
    await waitForProblems(document.uri, isMeasured);
  });

  test("one that is deleted takes along what lay in it", async () => {
    const { document } = await openSample("outside/plan.bdg");
    rmSync(join(folder(), "reports"), { recursive: true });
    await waitForProblems(document.uri, (problems) => !isMeasured(problems));
  });
});
