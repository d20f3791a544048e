/** The protocol with clients that know nothing of BDG: the built server, on its standard streams. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type ApplyWorkspaceEditParams,
  CancellationTokenSource,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ShowDocumentParams,
  type TextEdit,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { listFilesRequest, readFileRequest } from "../../server/src/lsp/protocol.ts";
import { applyEdits } from "../support/apply-edits.ts";
import { type LspClient, toUri, until } from "../support/lsp-client.ts";
import { startProcess, useBuilt } from "../support/lsp-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const bundle = useBuilt("dist/bdg.js");
const plan = `plan p "Plan" {
  issued 2022
  period 2021..2030
  document "signed.txt"
}
unit post "posts" { whole; aggregate sum }
indicator women "Women who lead" {
  clause I.1 "reach 50"
  unit post
  target 2024 >= 50
}
`;
const report = 'use "plan.bdg"\nreport 2024 "Report" {\n  women = 40 "scan.pdf"\n}\n';
const signed = "I. TARGETS\n1. By 2024, reach 50.\n2. Others.\n";
const files = { "plan.bdg": plan, "reports.bdg": report, "signed.txt": signed };

async function start(capabilities: ClientCapabilities, folder: string): Promise<LspClient> {
  const client = startProcess(bundle()).client();
  await client.initialize({ capabilities, folders: [folder] });
  return client;
}

/** Makes the change on the disk, as an editor without open files does. */
function apply({ documentChanges = [], changes = {} }: WorkspaceEdit): void {
  const write = (uri: string, edits: readonly TextEdit[]) => {
    const path = new URL(uri);
    const old = existsSync(path) ? readFileSync(path, "utf8") : "";
    writeFileSync(
      path,
      applyEdits(
        old,
        edits.map(({ range, newText }) => ({ range, text: newText })),
      ),
    );
  };
  for (const change of documentChanges) {
    if ("textDocument" in change) write(change.textDocument.uri, change.edits as TextEdit[]);
    else if (change.kind === "create") writeFileSync(new URL(change.uri), "", { flag: "wx" });
  }
  for (const [uri, edits] of Object.entries(changes)) write(uri, edits);
}

describe("a client that can do least", () => {
  test("is pushed every file's problems, with hovers in plain text, and can do all that needs no more", async () => {
    const folder = temporaryFolder(files);
    const client = startProcess(bundle()).client();
    const { capabilities }: InitializeResult = await client.initialize({
      capabilities: { textDocument: { hover: { contentFormat: ["plaintext"] } } },
      folders: [folder],
    });
    expect(capabilities.positionEncoding).toBe("utf-16");
    expect(capabilities).not.toHaveProperty("diagnosticProvider");
    const uri = toUri(join(folder, "reports.bdg"));
    const { diagnostics } = await until("problems", () => client.lastPublished(uri));
    expect(diagnostics.map(({ code }) => code)).toEqual(["target-missed"]);
    const position = { line: 2, character: 3 };
    const hover = await client.request<{ contents: { kind: string; value: string } }>("textDocument/hover", {
      textDocument: { uri },
      position,
    });
    expect(hover.contents.kind).toBe("plaintext");
    expect(hover.contents.value).toMatch(/^Missed — 2024: 40/);
    expect(hover.contents.value).toContain("By 2024, reach 50.");
    expect(hover.contents.value).not.toMatch(/\*\*|`|!\[|\]\(/);
    expect(client.registered).toEqual([]);
  });

  test("gets the unit of a value as a plain place", async () => {
    const folder = temporaryFolder(files);
    const client = await start({}, folder);
    const found = await client.request("textDocument/typeDefinition", {
      textDocument: { uri: toUri(join(folder, "reports.bdg")) },
      position: { line: 2, character: 11 },
    });
    const range = { start: { line: 5, character: 5 }, end: { line: 5, character: 9 } };
    expect(found).toEqual([{ uri: toUri(join(folder, "plan.bdg")), range }]);
  });
});

describe("commands of a client without commands of its own", () => {
  const able: ClientCapabilities = {
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] }, applyEdit: true },
    window: { showDocument: { support: true } },
  };
  const run = (client: LspClient, command: string, ...words: unknown[]) =>
    client.request("workspace/executeCommand", { command, arguments: words });

  async function startAble(folder: string) {
    const client = await start(able, folder);
    const shown: ShowDocumentParams[] = [];
    client.connection.onRequest("workspace/applyEdit", ({ edit }: ApplyWorkspaceEditParams) => {
      try {
        apply(edit);
        return { applied: true };
      } catch {
        return { applied: false };
      }
    });
    client.connection.onRequest("window/showDocument", (params: ShowDocumentParams) => {
      shown.push(params);
      return { success: true };
    });
    return { client, shown };
  }

  test("keywords are spelled in the other language by an edit", async () => {
    const folder = temporaryFolder(files);
    const { client } = await startAble(folder);
    await run(client, "bdg.useVietnameseKeywords", toUri(join(folder, "plan.bdg")));
    expect(readFileSync(join(folder, "plan.bdg"), "utf8")).toMatch(/mục tiêu +2024 >= 50/);
    await expect(run(client, "bdg.useEnglishKeywords")).rejects.toMatchObject({
      message: expect.stringContaining("Name the file"),
    });
  });

  test("the table is a new file beside the plan, which is shown, and never replaces one", async () => {
    const folder = temporaryFolder(files);
    const { client, shown } = await startAble(folder);
    const uri = toUri(join(folder, "summary-table.md"));
    expect(await run(client, "bdg.exportSummaryTable", toUri(join(folder, "plan.bdg")))).toBe(uri);
    expect(readFileSync(new URL(uri), "utf8")).toContain("Women who lead");
    expect(shown).toEqual([{ uri, takeFocus: true }]);
    writeFileSync(new URL(uri), "mine");
    await expect(run(client, "bdg.exportSummaryTable")).rejects.toMatchObject({
      message: expect.stringContaining("there already"),
    });
    expect(readFileSync(new URL(uri), "utf8")).toBe("mine");
  });

  test("without new files it is the table's text", async () => {
    const client = await start({}, temporaryFolder(files));
    expect(await run(client, "bdg.exportSummaryTable")).toContain("Women who lead");
  });

  test("a lens opens its clause, of the workspace only", async () => {
    const folder = temporaryFolder(files);
    const { client, shown } = await startAble(folder);
    const uri = toUri(join(folder, "plan.bdg"));
    const [lens] = await client
      .request<{ command: { command: string; arguments: unknown[] } }[]>("textDocument/codeLens", {
        textDocument: { uri },
      })
      .then((lenses) => lenses.filter(({ command }) => command.command === "bdg.openClause"));
    await run(client, lens!.command.command, ...lens!.command.arguments);
    const start = { line: 1, character: 0 };
    const clause = {
      uri: toUri(join(folder, "signed.txt")),
      takeFocus: true,
      selection: { start, end: start },
    };
    expect(shown).toEqual([clause]);
    await expect(run(client, "bdg.openClause", "file:///etc/passwd", 0)).rejects.toThrow();
    await expect(run(client, "bdg.openClause", clause.uri, -1)).rejects.toThrow();
    await expect(run(client, "bdg.other")).rejects.toThrow("no command");
    expect(shown).toEqual([clause]);
  });
});

describe("files that are moved in the editor", () => {
  test("are asked about before, and what names them is changed", async () => {
    const folder = temporaryFolder(files);
    const client = await start({ workspace: { workspaceEdit: { documentChanges: true } } }, folder);
    const move = (from: string, to: string) => ({
      files: [{ oldUri: toUri(join(folder, from)), newUri: toUri(join(folder, to)) }],
    });
    mkdirSync(join(folder, "law"));
    for (const [from, to] of [
      ["signed.txt", "law/kế hoạch.txt"],
      ["reports.bdg", "law/2024.bdg"],
    ] as const) {
      const edit = await client.request<WorkspaceEdit>("workspace/willRenameFiles", move(from, to));
      apply(edit);
      renameSync(join(folder, from), join(folder, to));
      await client.notify("workspace/didRenameFiles", move(from, to));
    }
    expect(readFileSync(join(folder, "plan.bdg"), "utf8")).toContain('document "law/kế hoạch.txt"');
    expect(readFileSync(join(folder, "law/2024.bdg"), "utf8")).toBe(
      report.replace("plan.bdg", "../plan.bdg"),
    );
    // Everything is found where it is now, and judged as before.
    const uri = toUri(join(folder, "law/2024.bdg"));
    const { diagnostics } = await until("problems", () => client.lastPublished(uri));
    expect(diagnostics.map(({ code }) => code)).toEqual(["target-missed"]);
    await until(
      "none of the old file",
      () => client.lastPublished(toUri(join(folder, "reports.bdg")))?.diagnostics.length === 0,
    );
    expect(await client.request("workspace/willRenameFiles", move("none.txt", "some.txt"))).toBeNull();
  });
});

describe("what a client may want to follow", () => {
  test("its messages, once it asks for a trace, and no longer", async () => {
    const client = await start({}, temporaryFolder(files));
    const lines: string[] = [];
    client.connection.onNotification("$/logTrace", ({ message }: { message: string }) => {
      lines.push(message);
    });
    const ask = () => client.request("workspace/symbol", { query: "women" });
    await ask();
    expect(lines).toEqual([]);
    await client.notify("$/setTrace", { value: "messages" });
    await ask();
    expect(lines).toEqual(["asked for workspaceSymbol"]);
    await client.notify("$/setTrace", { value: "off" });
    await ask();
    expect(lines).toHaveLength(1);
    expect(client.log).toContainEqual(expect.stringContaining("2 files of plans are read"));
  });

  test("the reading of files that takes long, which begins and ends", async () => {
    const client = startProcess(bundle()).client();
    const progress: unknown[] = [];
    const tokens: unknown[] = [];
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    client.connection.onRequest("window/workDoneProgress/create", ({ token }: { token: unknown }) => {
      tokens.push(token);
      return null;
    });
    client.connection.onNotification(
      "$/progress",
      (params: { token: unknown; value: { kind: string; title?: string } }) => {
        progress.push([params.token, params.value.kind, params.value.title]);
        begin();
      },
    );
    client.connection.onRequest(listFilesRequest, () => ["memfs:/w/plan.bdg"]);
    // However quick the machine is, the file comes only when somebody was told to wait for it.
    client.connection.onRequest(readFileRequest, async () => {
      await begun;
      return { kind: "bytes" as const, base64: Buffer.from(plan).toString("base64") };
    });
    await client.initialize({
      capabilities: { window: { workDoneProgress: true } },
      folders: ["memfs:/w"],
      locale: "vi",
      options: { files: true },
    });
    await until("the end", () => progress.length === 2);
    expect(progress).toEqual([
      [tokens[0], "begin", "Đang đọc kế hoạch"],
      [tokens[0], "end", undefined],
    ]);
  });

  test("problems of each folder as soon as they are known, and none of them twice", async () => {
    const [one, two] = [temporaryFolder(files), temporaryFolder(files)];
    const client = startProcess(bundle()).client();
    await client.initialize({ capabilities: { textDocument: { diagnostic: {} } }, folders: [one, two] });
    const parts: WorkspaceDiagnosticReport["items"][] = [];
    client.connection.onNotification("$/progress", ({ value }: { value: WorkspaceDiagnosticReport }) => {
      parts.push(value.items);
    });
    const source = new CancellationTokenSource();
    const params = { previousResultIds: [], partialResultToken: "t" };
    const question = client.connection.sendRequest("workspace/diagnostic", params, source.token);
    await until("both folders", () => parts.length === 2);
    const missed = parts.map((items) =>
      items.filter((item) => item.kind === "full" && item.items.some(({ code }) => code === "target-missed")),
    );
    expect(missed.map(([item]) => item?.uri)).toEqual(
      [one, two].map((folder) => toUri(join(folder, "reports.bdg"))),
    );
    // The question stays open, and what is new comes as one part more.
    const uri = toUri(join(two, "reports.bdg"));
    await client.open(uri, report.replace("40", "60"));
    await until("a part more", () => parts.length === 3);
    expect(parts[2]).toMatchObject([{ uri, kind: "full", items: [] }]);
    await client.change(uri, 2, [report]);
    await until("and another", () => parts.length === 4);
    expect(parts[3]).toMatchObject([{ uri, items: [{ code: "target-missed" }] }]);
    source.cancel();
    await expect(question).rejects.toMatchObject({ code: -32800 });
  });
});

describe("a question about the workspace that stays open", () => {
  async function asked() {
    const folder = temporaryFolder(files);
    const client = startProcess(bundle()).client();
    await client.initialize({ capabilities: { textDocument: { diagnostic: {} } }, folders: [folder] });
    const { items } = await client.pullWorkspace();
    const known = new Map(items.map(({ uri, resultId }) => [uri, resultId!]));
    return { client, known };
  }

  test("is let go when another one comes, or the client leaves", async () => {
    const { client, known } = await asked();
    const first = client.pullWorkspace(known);
    const second = client.pullWorkspace(known);
    const refused = { code: -32802, data: { retriggerRequest: false } };
    await expect(first).rejects.toMatchObject(refused);
    const leaving = client.request("shutdown", undefined);
    await expect(second).rejects.toMatchObject(refused);
    expect(await leaving).toBeNull();
  });

  test("is answered at once when the client takes it back, and the next one is served", async () => {
    const { client, known } = await asked();
    const source = new CancellationTokenSource();
    const previousResultIds = [...known].map(([uri, value]) => ({ uri, value }));
    const open = client.connection.sendRequest("workspace/diagnostic", { previousResultIds }, source.token);
    await client.request("workspace/symbol", { query: "" });
    source.cancel();
    await expect(open).rejects.toMatchObject({ code: -32800 });
    expect((await client.pullWorkspace()).items.length).toBe(2);
  });
});

test("what is not needed is marked so, where the client shows it", async () => {
  const ignoring = `# bdg-ignore target-missed: not this one\n${plan.replace(/ {2}clause.*\n/, "")}`;
  const folder = temporaryFolder({ "plan.bdg": ignoring, "signed.txt": signed });
  const uri = toUri(join(folder, "plan.bdg"));
  const tagsWith = async (capabilities: ClientCapabilities) => {
    const client = await start(capabilities, folder);
    const { diagnostics } = await until("problems", () => client.lastPublished(uri));
    return diagnostics.filter(({ code }: Diagnostic) => code === "unused-ignore").map(({ tags }) => tags);
  };
  expect(await tagsWith({ textDocument: { publishDiagnostics: { tagSupport: { valueSet: [1] } } } })).toEqual(
    [[1]],
  );
  expect(await tagsWith({})).toEqual([undefined]);
});

test("several ranges are put in order at once", async () => {
  const source = "unit a { whole }\nunit   b { whole }\nunit   c { whole }\nunit   d { whole }\n";
  const folder = temporaryFolder({ "plan.bdg": source });
  const client = startProcess(bundle()).client();
  const { capabilities } = await client.initialize({
    capabilities: { textDocument: { rangeFormatting: { rangesSupport: true } } },
    folders: [folder],
  });
  expect(capabilities.documentRangeFormattingProvider).toEqual({ rangesSupport: true });
  const uri = toUri(join(folder, "plan.bdg"));
  await client.open(uri, source);
  const line = (at: number) => ({ start: { line: at, character: 0 }, end: { line: at, character: 5 } });
  const edits = await client.request<TextEdit[]>("textDocument/rangesFormatting", {
    textDocument: { uri },
    ranges: [line(1), line(3), line(3)],
    options: { tabSize: 2, insertSpaces: true },
  });
  const after = applyEdits(
    source,
    edits.map(({ range, newText }) => ({ range, text: newText })),
  );
  const [, b, c, d] = after.split("\n");
  expect([b, c, d].map((text) => text!.startsWith("unit   "))).toEqual([false, true, false]);
});
