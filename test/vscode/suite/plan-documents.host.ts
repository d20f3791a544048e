import { strict as assert } from "node:assert";
import { suite, suiteSetup, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { waitUntil } from "../support/wait-until.ts";
import {
  closeEditors,
  codeOf,
  openSample,
  rangeOf,
  replace,
  sampleDay,
  sampleUri,
  setSettings,
  waitForProblems,
} from "./plan-editor.ts";

const folder = "van-ban";
const text = "KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Đến năm 2030 đạt 60%.\n\n2. Đến năm 2030 đạt 75%.\n";
const plan = `plan doc_plan "Documents" {
  period 2021..2030
  document "kế hoạch.txt"
}
indicator doc_women "Women" {
  clause I.1
  unit percent
  target 2030 >= 60%
}
`;

const write = (name: string, content: string) =>
  vscode.workspace.fs.writeFile(sampleUri(`${folder}/${name}`), new TextEncoder().encode(content));
const lensesOf = (uri: vscode.Uri) =>
  vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri);

suite("plan documents", () => {
  suiteSetup(async () => {
    await setSettings({ asOf: sampleDay, language: "en" });
    await write("kế hoạch.txt", text);
    await write("ghi chú.txt", text);
    await write("plan.bdg", plan);
  });
  suiteTeardown(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(sampleUri(folder), { recursive: true });
    await setSettings({ language: undefined });
  });

  test("an edit of the document is seen as it is typed, before it is saved, and gone with it", async () => {
    await openSample(`${folder}/plan.bdg`);
    const uri = sampleUri(`${folder}/plan.bdg`);
    const drifts = (problems: readonly vscode.Diagnostic[]) =>
      problems.filter((problem) => codeOf(problem) === "target-differs-from-clause");
    await waitForProblems(uri, (problems) => problems.some((one) => codeOf(one) === "clause-not-covered"));
    const editor = await openSample(`${folder}/kế hoạch.txt`);
    await replace(editor, rangeOf(editor.document, "60"), "65");
    const [drift] = drifts(await waitForProblems(uri, (problems) => drifts(problems).length === 1));
    assert.match(drift!.message, /The number differs from clause I\.1: “Đến năm 2030 đạt 65%”/);
    const related = drift!.relatedInformation?.map(({ location }) => location) ?? [];
    assert.ok(related.some(({ uri: { path } }) => path.endsWith("/kế hoạch.txt")));
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await waitForProblems(uri, (problems) => drifts(problems).length === 0);
  });

  test("has a lens on each cited clause that leads to the declaration, references and implementations", async () => {
    const { document } = await openSample(`${folder}/kế hoạch.txt`);
    const [lens, ...others] = await waitUntil("the lenses", async () => {
      const lenses = await lensesOf(document.uri);
      return lenses.length > 0 ? lenses : undefined;
    });
    assert.deepEqual(others, []);
    assert.equal(lens!.range.start.line, 4);
    assert.match(lens!.command!.title, /^Women: /);
    const { command, arguments: parts = [] } = lens!.command!;
    await vscode.commands.executeCommand(command, ...parts);
    const opened = await waitUntil("the declaration", () => {
      const editor = vscode.window.activeTextEditor;
      const name = editor?.document.getText(editor.selection);
      return name === "doc_women" ? editor?.document : undefined;
    });
    const place = rangeOf(document, "60").start;
    const ask = (what: string) =>
      vscode.commands.executeCommand<vscode.Location[]>(`vscode.execute${what}Provider`, document.uri, place);
    const shown = async (locations: readonly vscode.Location[]) =>
      locations.map(({ range }) => opened.getText(range));
    assert.deepEqual(await shown(await ask("Reference")), ["I.1"]);
    assert.deepEqual(await shown(await ask("Implementation")), ["doc_women"]);
  });

  test("a text that no plan names has none of it", async () => {
    const { document } = await openSample(`${folder}/ghi chú.txt`);
    assert.deepEqual(await lensesOf(document.uri), []);
  });

  test("coverage opens the document, and as a table says what nobody takes up", async () => {
    await closeEditors();
    await openSample(`${folder}/plan.bdg`);
    await vscode.commands.executeCommand("bdg.showPlanCoverage");
    await waitUntil("the document", () =>
      vscode.window.visibleTextEditors.some(({ document }) => document.uri.path.endsWith("/kế hoạch.txt")),
    );
    await vscode.commands.executeCommand("bdg.showCoverageTable");
    const table = await waitUntil("the table", () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "bdg-coverage"),
    );
    assert.match(table.getText(), /\| I\.2 .* \| 2030: reach 75% \| – \| \*\*not covered\*\* \|/);
    assert.match(table.getText(), /\| I\.1 .* \| 2030: reach 60% \| Women \| agrees \|/);
  });
});
