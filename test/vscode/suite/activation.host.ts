import { strict as assert } from "node:assert";
import { suite, test } from "mocha";
import * as vscode from "vscode";

suite("activation", () => {
  test("a .bdg file is in the language BDG and starts the extension", async () => {
    const [file] = await vscode.workspace.findFiles("**/*.bdg", undefined, 1);
    assert.ok(file, "the workspace has a .bdg file");
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, "bdg");
    const extension = vscode.extensions.getExtension("bdg.bdg");
    assert.ok(extension, "the extension is there");
    // Resolves when the activation that opening the file began has ended, and rejects if that failed.
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
