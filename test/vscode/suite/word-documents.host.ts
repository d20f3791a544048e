import { strict as assert } from "node:assert";
import { suite, suiteSetup, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { abstractList, list, makeDocx, paragraph } from "../../support/docx.ts";
import { waitUntil } from "../support/wait-until.ts";
import { closeEditors, openSample, rangeOf, sampleUri, waitForProblems } from "./plan-editor.ts";

const folder = "van-ban-word";
const plan = `plan word_plan "Word" {
  issued 2022
  period 2021..2030
  document "kế hoạch.docx"
}
indicator word_women "Women" {
  clause I.2
  unit percent
  target 2099 >= 50%
}
`;

function signed(second: string): Uint8Array {
  const numbering =
    abstractList(0, [
      ["upperRoman", "%1."],
      ["decimal", "%2."],
    ]) + list(1, 0);
  const clauses = [paragraph("Một việc", "1/1"), paragraph(second, "1/1")];
  return makeDocx({ numbering, body: paragraph("MỤC TIÊU", "1/0") + clauses.join("") });
}

const write = (name: string, bytes: Uint8Array) =>
  vscode.workspace.fs.writeFile(sampleUri(`${folder}/${name}`), bytes);

suite("Word documents", () => {
  suiteSetup(async () => {
    await write("kế hoạch.docx", signed("Năm 2099 đạt 50%"));
    await write("plan.bdg", new TextEncoder().encode(plan));
  });
  suiteTeardown(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(sampleUri(folder), { recursive: true });
  });

  test("a clause's definition is a line of the document's text, which can't be edited, and leads back", async () => {
    const { document } = await openSample(`${folder}/plan.bdg`);
    const place = rangeOf(document, "I.2").start;
    const link = await waitUntil("a definition", async () => {
      const [found] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        "vscode.executeDefinitionProvider",
        document.uri,
        place,
      );
      return found;
    });
    assert.equal(link.targetUri.scheme, "bdg-document");
    const text = await vscode.workspace.openTextDocument(link.targetUri);
    assert.equal(text.lineAt(link.targetRange.start.line).text, "2. Năm 2099 đạt 50%");
    await vscode.window.showTextDocument(text);
    const before = text.getText();
    await vscode.commands.executeCommand("type", { text: "x" });
    assert.equal(text.getText(), before);
    const back = await vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeReferenceProvider",
      text.uri,
      link.targetRange.start,
    );
    assert.deepEqual(
      back.map(({ uri, range }) => [uri.toString(), range.start.line]),
      [[document.uri.toString(), 6]],
    );
  });

  test("the hover's command opens it beside at the clause; what changed in Word is shown", async () => {
    await openSample(`${folder}/plan.bdg`);
    await vscode.commands.executeCommand("bdg.openClause", `${folder}/kế hoạch.docx`, 2);
    const opened = vscode.window.activeTextEditor!;
    assert.equal(opened.document.uri.scheme, "bdg-document");
    assert.equal(opened.selection.active.line, 2);
    assert.equal(opened.document.lineAt(2).text, "2. Năm 2099 đạt 50%");
    await write("kế hoạch.docx", signed("Năm 2099 đạt 55%"));
    await waitUntil("the new text", () =>
      opened.document.getText().includes("2. Năm 2099 đạt 55%") ? true : undefined,
    );
  });

  test("one that is damaged is one error on its line", async () => {
    await write("kế hoạch.docx", new Uint8Array(50));
    const problems = await waitForProblems(sampleUri(`${folder}/plan.bdg`), (all) =>
      all.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
    );
    const errors = problems.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    assert.deepEqual(
      errors.map(({ range }) => range.start.line),
      [3],
    );
  });
});
