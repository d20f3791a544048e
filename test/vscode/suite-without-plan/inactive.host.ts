import { strict as assert } from "node:assert";
import { suite, test } from "mocha";
import * as vscode from "vscode";
import { waitUntil } from "../support/wait-until.ts";

suite("a folder without a plan", () => {
  test("leaves the extension asleep", async () => {
    const [file] = await vscode.workspace.findFiles("**/*.md", undefined, 1);
    assert.ok(file);
    await vscode.window.showTextDocument(file);
    const markdown = vscode.extensions.getExtension("vscode.markdown-language-features");
    await waitUntil("the extensions that this folder does wake", () => markdown?.isActive);
    // Extensions that ask for the end of the start are woken a moment later; ours must not be among them.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const extension = vscode.extensions.getExtension("bdg.bdg");
    assert.ok(extension, "the extension is installed");
    assert.equal(extension.isActive, false);
  });
});
