import { strict as assert } from "node:assert";
import { suite, suiteSetup, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import {
  closeEditors,
  codeOf,
  openSample,
  rangeOf,
  replace,
  sampleDay,
  setSettings,
  waitForProblems,
} from "./plan-editor.ts";

const report = "binh-dinh/bao-cao-2024.bdg";
const plan = "binh-dinh/ke-hoach-snv.bdg";
const isMissed = (problem: vscode.Diagnostic) => codeOf(problem) === "target-missed";

suite("problems", () => {
  suiteSetup(() => setSettings({ asOf: sampleDay, language: "en" }));
  suiteTeardown(async () => {
    await closeEditors();
    await setSettings({ language: undefined });
  });

  test("the missed value is underlined, with the words of the judgement", async () => {
    const { document } = await openSample(report);
    const problems = await waitForProblems(document.uri, (found) => found.some(isMissed));
    const [missed, ...others] = problems.filter(isMissed);
    assert.ok(missed);
    assert.deepEqual(others, []);
    // The report says "tuyen_truyen = 0"; clause II.2 wants at least one activity a year.
    assert.deepEqual(missed.range, rangeOf(document, "0", "tuyen_truyen      = "));
    assert.match(missed.message, /^0 hoạt động in 2024; the plan says at least 1 hoạt động \(II\.2\)/);
    assert.equal(missed.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(missed.source, "bdg");
    assert.ok(typeof missed.code === "object");
    assert.match(missed.code.target.toString(), /reference\.md#target-missed$/);
    const clause = missed.relatedInformation?.find(({ location }) => location.uri.path.endsWith(".txt"));
    assert.equal(clause?.location.range.start.line, 33);
  });

  test("a better value makes it go, and taking it back makes it come", async () => {
    const editor = await openSample(report);
    const { document } = editor;
    await waitForProblems(document.uri, (found) => found.some(isMissed));
    await replace(editor, rangeOf(document, "0", "tuyen_truyen      = "), "1");
    await waitForProblems(document.uri, (found) => found.length > 0 && !found.some(isMissed));
    await replace(editor, rangeOf(document, "1", "tuyen_truyen      = "), "0");
    await waitForProblems(document.uri, (found) => found.some(isMissed));
  });

  test("a syntax error in one indicator leaves the problems of the others", async () => {
    const editor = await openSample(plan);
    const { document } = editor;
    const others = (found: readonly vscode.Diagnostic[]) =>
      found.map(codeOf).filter((code) => code === "target-no-data" || code === "task-overdue");
    await waitForProblems(document.uri, (found) => others(found).length === 2);
    await replace(editor, rangeOf(document, "mục tiêu     2025 đạt 60%"), "mục tiêu     2025 đạt ,,");
    const problems = await waitForProblems(document.uri, (found) =>
      found.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
    );
    assert.deepEqual(others(problems).sort(), ["target-no-data", "task-overdue"]);
    const errors = problems.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    const line = rangeOf(document, ",,").start.line;
    assert.deepEqual([...new Set(errors.map(({ range }) => range.start.line))], [line]);
    // The report's problem about another indicator of this file is there as well.
    await waitForProblems(vscode.Uri.joinPath(document.uri, "../bao-cao-2024.bdg"), (found) =>
      found.some(isMissed),
    );
  });

  test("files that are not open have their problems in the list", async () => {
    await closeEditors();
    await openSample(plan);
    const uri = vscode.Uri.joinPath(
      vscode.workspace.workspaceFolders![0]!.uri,
      "national/chien-luoc-quoc-gia.bdg",
    );
    await waitForProblems(uri, (found) => found.some((one) => codeOf(one) === "target-off-track"));
  });

  test("the setting chooses the language of the words", async () => {
    const { document } = await openSample(report);
    await setSettings({ language: "vi" });
    const [missed] = (
      await waitForProblems(document.uri, (found) =>
        found.some(
          (one) => (isMissed(one) && one.message.includes("Kế hoạch")) || one.message.includes("kế hoạch"),
        ),
      )
    ).filter(isMissed);
    assert.match(missed?.message ?? "", /hoạt động.*năm 2024|năm 2024.*hoạt động/);
    await setSettings({ language: "en" });
    await waitForProblems(document.uri, (found) =>
      found.some((one) => isMissed(one) && one.message.includes("the plan says")),
    );
  });

  test("severities follow the setting, and a code can be switched off", async () => {
    const { document } = await openSample(report);
    await setSettings({ severities: { "target-missed": "error", "target-at-risk": "off" } });
    const problems = await waitForProblems(document.uri, (found) =>
      found.some((one) => isMissed(one) && one.severity === vscode.DiagnosticSeverity.Error),
    );
    assert.ok(!problems.some((one) => codeOf(one) === "target-at-risk"));
    await setSettings({ severities: undefined });
    await waitForProblems(document.uri, (found) => found.some((one) => codeOf(one) === "target-at-risk"));
  });

  test("another date is another judgement", async () => {
    const { document } = await openSample(report);
    // In 2023 nothing is known of 2024 yet.
    await vscode.commands.executeCommand("bdg.setAsOfDate", "2023-06-30");
    await waitForProblems(document.uri, (found) => !found.some(isMissed));
    await vscode.commands.executeCommand("bdg.setAsOfDate", sampleDay);
    await waitForProblems(document.uri, (found) => found.some(isMissed));
    assert.equal(vscode.workspace.getConfiguration("bdg").get("asOf"), sampleDay);
    await vscode.commands.executeCommand("bdg.setAsOfDate", "");
    assert.equal(vscode.workspace.getConfiguration("bdg").inspect("asOf")?.workspaceValue, undefined);
    await setSettings({ asOf: sampleDay });
  });
});
