import { strict as assert } from "node:assert";
import { suite, suiteSetup, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { waitUntil } from "../support/wait-until.ts";
import { closeEditors, openSample, rangeOf, sampleDay, sampleUri, setSettings } from "./plan-editor.ts";

const plan = "binh-dinh/ke-hoach-snv.bdg";
const text = "binh-dinh/ke-hoach-snv-2022.txt";

async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<vscode.MarkdownString> {
  return waitUntil("a hover", async () => {
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      uri,
      position,
    );
    const [content] = hover?.contents ?? [];
    return content instanceof vscode.MarkdownString ? content : undefined;
  });
}

suite("hover and navigation", () => {
  suiteSetup(() => setSettings({ asOf: sampleDay, language: "en" }));
  suiteTeardown(async () => {
    await closeEditors();
    await setSettings({ language: undefined });
  });

  test("the hover on an indicator shows the clause's own words", async () => {
    const { document } = await openSample(plan);
    const hover = await hoverAt(document.uri, rangeOf(document, "tuyen_truyen", "chỉ tiêu ").start);
    // The document's words around those that the plan quotes; the quoted ones are emphasised.
    assert.match(hover.value, /Ban Vì sự tiến bộ của phụ nữ của Sở tổ chức chuyên đề/);
    assert.match(hover.value, /missed/);
  });

  test("the hover's Markdown may run the command that opens the clause, and no other, and holds no HTML", async () => {
    const { document } = await openSample(plan);
    const hover = await hoverAt(document.uri, rangeOf(document, "II.2 ", "chỉ tiêu tuyen_truyen").start);
    assert.deepEqual(hover.isTrusted, { enabledCommands: ["bdg.openClause"] });
    assert.notEqual(hover.supportHtml, true);
    const links = [...hover.value.matchAll(/\(command:([\w.]+)\?([^)\s"]*)/g)];
    assert.deepEqual(
      links.map(([, command]) => command),
      ["bdg.openClause"],
    );
    await vscode.commands.executeCommand("bdg.openClause", ...JSON.parse(decodeURIComponent(links[0]![2]!)));
    const opened = vscode.window.activeTextEditor;
    assert.equal(opened?.document.uri.path, sampleUri(text).path);
    assert.match(
      opened!.document.lineAt(opened!.selection.active.line).text,
      /^Hàng năm, Công đoàn|^2\. Trong phòng ngừa/,
    );
  });

  test("only texts of the workspace are opened beside", async () => {
    await closeEditors();
    const foreign = [
      "/etc/passwd",
      "../samples.txt",
      "binh-dinh/../../x.txt",
      "file:///etc/hosts.txt",
      plan,
      3,
    ];
    for (const path of foreign) void vscode.commands.executeCommand("bdg.openClause", path, 0);
    void vscode.commands.executeCommand("bdg.openClause", text, -1);
    void vscode.commands.executeCommand("bdg.openClause", text, "0");
    await vscode.commands.executeCommand("bdg.openClause", text, 29);
    const shown = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    assert.deepEqual(shown, ["ke-hoach-snv-2022.txt"]);
    await vscode.commands.executeCommand("notifications.clearAll");
  });

  test("the definition of a clause address is its line in the document", async () => {
    const { document } = await openSample(plan);
    const links = await vscode.commands.executeCommand<(vscode.LocationLink | vscode.Location)[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      rangeOf(document, "II.1-1").start.translate(0, 2),
    );
    const [link] = links;
    assert.ok(link && "targetUri" in link);
    assert.equal(link.targetUri.path, sampleUri(text).path);
    const target = await vscode.workspace.openTextDocument(link.targetUri);
    const line = (link.targetSelectionRange ?? link.targetRange).start.line;
    assert.match(target.lineAt(line).text, /^- Phần đầu đến năm 2025 đạt 60%/);
  });

  test("the outline has the indicators with their verdicts", async () => {
    const { document } = await openSample(plan);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    const flat = (all: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
      all.flatMap((one) => [one, ...flat(one.children)]);
    const activity = flat(symbols).find(
      ({ name }) => name.includes("tuyen_truyen") || name.includes("Chuyên đề"),
    );
    assert.match(activity?.detail ?? "", /^Missed · 0\/1/);
  });
});
