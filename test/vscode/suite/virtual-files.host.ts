import { strict as assert } from "node:assert";
import { suite, suiteSetup, suiteTeardown, test } from "mocha";
import * as vscode from "vscode";
import { windows1258 } from "../../support/windows-1258.ts";
import { MemoryFiles } from "../support/memory-files.ts";
import { waitUntil } from "../support/wait-until.ts";
import {
  closeEditors,
  codeOf,
  rangeOf,
  replace,
  sampleDay,
  setSettings,
  waitForProblems,
} from "./plan-editor.ts";

const plan = `plan p "Plan" {
  issued 2022
  period 2021..2030
  document "signed.txt"
}
indicator women "Women who lead" {
  clause I.1 "reach 50%"
  unit percent
  target 2024 >= 50%
}
`;
const files = {
  "w/plan.bdg": plan,
  "w/reports/2024.bdg": 'use "../plan.bdg"\nreport 2024 "Report" {\n  women = 40%\n}\n',
  "w/signed.txt": "I. TARGETS\n1. By 2024, reach 50%.\n2. Others.\n",
  "w/node_modules/other.bdg": plan,
};
const at = (path: string, scheme = "bdg-memory") => vscode.Uri.from({ scheme, path: `/${path}` });
const isMissed = (problem: vscode.Diagnostic) => codeOf(problem) === "target-missed";

suite("a virtual file system", () => {
  const memory = new MemoryFiles(files);
  const disposables: vscode.Disposable[] = [];
  suiteSetup(async () => {
    await setSettings({ asOf: sampleDay, language: "en" });
    disposables.push(
      vscode.workspace.registerFileSystemProvider("bdg-memory", memory, { isCaseSensitive: true }),
      vscode.workspace.registerFileSystemProvider("bdg-read-only", new MemoryFiles(files), {
        isReadonly: true,
      }),
    );
  });
  suiteTeardown(async () => {
    await closeEditors();
    await setSettings({ language: undefined });
    for (const one of disposables) one.dispose();
  });

  test("a plan on it is checked, with the files and the document that lie beside it", async () => {
    const document = await vscode.workspace.openTextDocument(at("w/plan.bdg"));
    await vscode.window.showTextDocument(document);
    const report = at("w/reports/2024.bdg");
    const problems = await waitForProblems(report, (found) => found.some(isMissed));
    const [missed] = problems.filter(isMissed);
    assert.match(missed?.message ?? "", /40%/);
    const clause = missed?.relatedInformation?.find(({ location }) => location.uri.path.endsWith(".txt"));
    assert.equal(clause?.location.uri.toString(), at("w/signed.txt").toString());
    assert.equal(clause?.location.range.start.line, 1);
    assert.equal(memory.reads.has("/w/node_modules/other.bdg"), false);
  });

  test("typing, and writing a file by others, is judged at once", async () => {
    const document = await vscode.workspace.openTextDocument(at("w/reports/2024.bdg"));
    const editor = await vscode.window.showTextDocument(document);
    await replace(editor, rangeOf(document, "40"), "60");
    await waitForProblems(document.uri, (found) => !found.some(isMissed));
    const changed = files["w/signed.txt"].replace("50%", "55%");
    await vscode.workspace.fs.writeFile(at("w/signed.txt"), new TextEncoder().encode(changed));
    await waitForProblems(at("w/plan.bdg"), (found) =>
      found.some((one) => codeOf(one) === "clause-text-changed"),
    );
  });

  test("a table of old office software on it is read; its problems stand in it, and follow what is typed", async () => {
    const table = "Code;Year;Result\nPhụ nữ lãnh đạo;2023;bảy\nwomen;2023;45\n";
    await vscode.workspace.fs.writeFile(at("w/kq.csv"), windows1258(table));
    const data = 'use "plan.bdg"\ndata "kq.csv" encoding "windows-1258"\n';
    await vscode.workspace.fs.writeFile(at("w/data.bdg"), new TextEncoder().encode(data));
    const plan = await vscode.workspace.openTextDocument(at("w/data.bdg"));
    await vscode.window.showTextDocument(plan);
    const codes = (found: readonly vscode.Diagnostic[]) => found.map(codeOf).join();
    const [unknown] = await waitForProblems(
      at("w/kq.csv"),
      (found) => codes(found) === "data-unknown-indicator",
    );
    assert.match(unknown!.message, /^data\.bdg: .*“Phụ nữ lãnh đạo”/);
    // It has as many letters as bytes.
    assert.deepEqual(unknown!.range, new vscode.Range(1, 0, 1, windows1258("Phụ nữ lãnh đạo").length));
    // Opened in another encoding, and not changed, it is what lies there.
    const open: (uri: vscode.Uri, options: object) => Thenable<vscode.TextDocument> =
      vscode.workspace.openTextDocument;
    await vscode.window.showTextDocument(await open(at("w/kq.csv"), { encoding: "windows1252" }));
    await vscode.workspace.fs.writeFile(at("w/data.bdg"), new TextEncoder().encode(`${data}tarrget\n`));
    await waitForProblems(plan.uri, (found) => found.some((one) => codeOf(one) === "unknown-declaration"));
    const shown = vscode.languages.getDiagnostics(at("w/kq.csv")).map(({ message }) => message);
    assert.deepEqual(shown, [unknown!.message]);
    await closeEditors();
    await vscode.window.showTextDocument(plan);
    await vscode.workspace.fs.writeFile(at("w/kq.csv"), windows1258(table.replace(/Phụ.*\n/, "")));
    await waitForProblems(at("w/kq.csv"), (found) => found.length === 0);
    const editor = await vscode.window.showTextDocument(at("w/kq.csv"));
    await replace(editor, rangeOf(editor.document, "women"), "womenn");
    await waitForProblems(at("w/kq.csv"), (found) => codes(found) === "data-unknown-indicator");
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await waitForProblems(at("w/kq.csv"), (found) => found.length === 0);
    for (const name of ["kq.csv", "data.bdg"]) await vscode.workspace.fs.delete(at(`w/${name}`));
  });

  test("the table is exported into it, and never where it can't be", async () => {
    const plans = await vscode.workspace.openTextDocument(at("w/plan.bdg"));
    await vscode.window.showTextDocument(plans);
    await vscode.commands.executeCommand("bdg.exportSummaryTable", {
      format: "csv",
      target: at("w/table.csv"),
    });
    const text = new TextDecoder().decode(memory.readFile(at("w/table.csv")));
    assert.match(text, /Women who lead/);
    for (const target of [at("w/none/table.csv"), at("w/reports"), at("w/table.csv", "bdg-read-only")])
      void vscode.commands.executeCommand("bdg.exportSummaryTable", { format: "csv", target });
    // Commands are run one after the other, so these have ended when another one has.
    await vscode.commands.executeCommand("bdg.exportSummaryTable", {
      format: "csv",
      target: at("w/last.csv"),
    });
    const names = memory.readDirectory(at("w")).map(([name]) => name);
    assert.deepEqual(names.sort(), [
      "last.csv",
      "node_modules",
      "plan.bdg",
      "reports",
      "signed.txt",
      "table.csv",
    ]);
    await vscode.commands.executeCommand("notifications.clearAll");
  });

  test("a file that can only be looked at, such as the older side of a comparison, is left alone", async () => {
    const document = await vscode.workspace.openTextDocument(at("w/reports/2024.bdg", "bdg-read-only"));
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, "bdg");
    // The one that can be written is judged after this one was opened.
    await vscode.workspace.fs.writeFile(at("w/signed.txt"), new TextEncoder().encode(files["w/signed.txt"]));
    await waitForProblems(at("w/plan.bdg"), (found) =>
      found.every((one) => codeOf(one) !== "clause-text-changed"),
    );
    await waitUntil("nothing to be said", () => vscode.languages.getDiagnostics(document.uri).length === 0);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});
