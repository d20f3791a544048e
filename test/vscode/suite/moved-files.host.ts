import { strict as assert } from "node:assert";
import { suite, suiteSetup, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { waitUntil } from "../support/wait-until.ts";
import { closeEditors, codeOf, openSample, rangeOf, sampleUri, waitForProblems } from "./plan-editor.ts";

const write = (path: string, text: string) =>
  vscode.workspace.fs.writeFile(sampleUri(path), new TextEncoder().encode(text));

suite("files that are moved", () => {
  suiteSetup(async () => {
    await write("moved/signed.txt", "I. TARGETS\n1. By 2024, reach 50.\n2. Others.\n");
    await write(
      "moved/plan.bdg",
      'plan m "M" {\n  issued 2022\n  document "signed.txt"\n}\nunit post "posts" { whole }\n' +
        'indicator moved_posts "Posts" {\n  clause I.1 "reach 50"\n  unit post\n  target 2024 >= 50\n}\n',
    );
  });
  suiteTeardown(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(sampleUri("moved"), { recursive: true });
  });

  test("take along the paths that lead to them", async () => {
    const { document } = await openSample("moved/plan.bdg");
    const noDocument = (found: readonly vscode.Diagnostic[]) =>
      found.length > 0 && found.every((one) => codeOf(one) !== "document-missing");
    await waitForProblems(document.uri, noDocument);
    const move = new vscode.WorkspaceEdit();
    move.renameFile(sampleUri("moved/signed.txt"), sampleUri("moved/law/kế hoạch.txt"));
    assert.ok(await vscode.workspace.applyEdit(move));
    await waitUntil("the new path", () => document.getText().includes('document "law/kế hoạch.txt"'));
    await waitForProblems(document.uri, noDocument);
  });

  test("a value leads to its unit", async () => {
    const { document } = await openSample("moved/plan.bdg");
    const [found] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeTypeDefinitionProvider",
      document.uri,
      rangeOf(document, "50", "target 2024").start,
    );
    assert.ok(found && "targetUri" in found);
    assert.deepEqual(found.targetSelectionRange, rangeOf(document, "post", "unit "));
  });
});
