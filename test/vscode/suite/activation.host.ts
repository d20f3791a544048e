import { strict as assert } from "node:assert";
import { suite, suiteSetup, test } from "mocha";
import * as vscode from "vscode";
import { closeEditors, extensionApi, openSample, sampleDay, setSettings } from "./plan-editor.ts";

suite("activation", () => {
  suiteSetup(() => setSettings({ asOf: sampleDay, language: undefined }));

  test("a .bdg file is in the language BDG and starts the extension", async () => {
    const { document } = await openSample("binh-dinh/ke-hoach-snv.bdg");
    assert.equal(document.languageId, "bdg");
    const api = await extensionApi();
    await api.ready();
    assert.ok(api.serverProcessId(), "the server runs as a process");
    await closeEditors();
  });

  test("every command of the manifest is there", async () => {
    const all = await vscode.commands.getCommands(true);
    const named = vscode.extensions.getExtension("bdg.bdg")?.packageJSON.contributes.commands;
    const missing = named.filter(({ command }: { command: string }) => !all.includes(command));
    assert.ok(named.length >= 5);
    assert.deepEqual(missing, []);
  });
});
