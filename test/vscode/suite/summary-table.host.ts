import { strict as assert } from "node:assert";
import { suite, suiteSetup, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { waitUntil } from "../support/wait-until.ts";
import {
  closeEditors,
  openSample,
  rangeOf,
  replace,
  sampleDay,
  sampleUri,
  setSettings,
} from "./plan-editor.ts";

const plan = "binh-dinh/ke-hoach-snv.bdg";

async function exportTo(format: "markdown" | "csv", name: string): Promise<string> {
  const target = sampleUri(name);
  await vscode.commands.executeCommand("bdg.exportSummaryTable", { format, target });
  const bytes = await vscode.workspace.fs.readFile(target);
  await vscode.workspace.fs.delete(target);
  await vscode.commands.executeCommand("notifications.clearAll");
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

suite("summary table", () => {
  suiteSetup(async () => {
    await setSettings({ asOf: sampleDay, language: "en" });
    await openSample(plan);
  });
  suiteTeardown(async () => {
    await closeEditors();
    await setSettings({ language: undefined });
  });

  test("is exported as Markdown to the file that is named", async () => {
    const table = await exportTo("markdown", "out table.md");
    assert.match(table, /^# Summary of indicators and tasks/);
    assert.match(table, /As of 30 June 2025/);
    assert.match(table, /\| 3 \| Chuyên đề hoặc hoạt động tuyên truyền lồng ghép .*\*\*missed\*\*/);
  });

  test("is exported as CSV that Excel knows as UTF-8", async () => {
    const table = await exportTo("csv", "table.csv");
    assert.ok(table.startsWith("\ufeff"), "it begins with a byte-order mark");
    assert.match(table, /Chuyên đề hoặc hoạt động tuyên truyền lồng ghép/);
  });

  test("is exported in the language of the setting", async () => {
    await setSettings({ language: "vi" });
    await waitUntil("the Vietnamese table", async () =>
      /Tính đến/i.test(await exportTo("markdown", "bảng.md")),
    );
    await setSettings({ language: "en" });
    await waitUntil("the English table", async () => /As of/.test(await exportTo("markdown", "bảng.md")));
  });

  test("goes into a new editor", async () => {
    await vscode.commands.executeCommand("bdg.exportSummaryTable", { format: "csv", target: "editor" });
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.isUntitled, true);
    assert.ok(!document?.getText().startsWith("\ufeff"));
    assert.match(document?.getText() ?? "", /tuyên truyền lồng ghép/);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  test("never replaces a plan, nor writes where no folder is", async () => {
    const before = await vscode.workspace.fs.readFile(sampleUri(plan));
    void vscode.commands.executeCommand("bdg.exportSummaryTable", { format: "csv", target: sampleUri(plan) });
    void vscode.commands.executeCommand("bdg.exportSummaryTable", {
      format: "csv",
      target: sampleUri("no-such-folder/table.csv"),
    });
    // Commands are run one after the other, so these have ended when another one has.
    await exportTo("csv", "table.csv");
    assert.deepEqual(await vscode.workspace.fs.readFile(sampleUri(plan)), before);
    await assert.rejects(async () => vscode.workspace.fs.stat(sampleUri("no-such-folder")));
    await vscode.commands.executeCommand("notifications.clearAll");
  });

  test("is shown beside and follows the plan", async () => {
    const editor = await openSample("binh-dinh/bao-cao-2024.bdg");
    await vscode.commands.executeCommand("bdg.showSummaryTable");
    const table = await waitUntil("the table's document", () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "bdg-table"),
    );
    assert.match(table.getText(), /\*\*missed\*\*/);
    await waitUntil("the preview", () =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
      ),
    );
    const before = /missed \*\*(\d+)\*\*/.exec(table.getText())?.[1];
    await replace(editor, rangeOf(editor.document, "0", "tuyen_truyen      = "), "1");
    await waitUntil("a table without that miss", () => {
      const now =
        vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "bdg-table")?.getText() ?? "";
      return now !== "" && /missed \*\*(\d+)\*\*/.exec(now)?.[1] !== before;
    });
  });
});
