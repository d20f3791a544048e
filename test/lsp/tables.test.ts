import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  CancellationTokenSource,
  type Diagnostic,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { maxTypedCsvLength } from "../../server/src/limits.ts";
import { type PlanDocumentsResult, planDocumentsRequest } from "../../server/src/lsp/coverage-protocol.ts";
import { listFilesRequest, pasteTableRequest, readFileRequest } from "../../server/src/lsp/protocol.ts";
import { type LspClient, pullingClient, startInProcess, toUri, until } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { windows1258 } from "../support/windows-1258.ts";

test("copied cells are answered as lines, and anything else with nothing", async () => {
  const folder = temporaryFolder({ "plan.bdg": 'indicator women "Women" {\n  unit percent\n  \n}\n' });
  const client = startInProcess();
  await client.initialize({
    capabilities: pullingClient,
    folders: [folder],
    settings: { asOf: "2025-01-31" },
  });
  const uri = toUri(join(folder, "plan.bdg"));
  const ask = (text: string, line = 2) =>
    client.connection.sendRequest(pasteTableRequest, { uri, position: { line, character: 2 }, text });
  expect(await ask("2023\t11/20\r\n2024\t?\r\n")).toEqual({
    text: "measured 2023  = 11 of 20\n  # check: “?” is no number: 2024 | ?",
    count: 1,
    problems: 1,
  });
  expect(await ask("2023 11/20")).toBeNull();
});

test.each([true, false])(
  "cells that have a name are changed with it if the user says so: %s",
  async (canAsk) => {
    const folder = temporaryFolder({
      "plan.bdg":
        'plan p "P" { period 2021..2030 }\nindicator women "Women" { unit percent }\ndata "kq.csv"\n',
      "kq.csv": "Code;2022\nwomen;45\n",
    });
    const client = startInProcess();
    const workspaceEdit = { documentChanges: true, ...(canAsk && { changeAnnotationSupport: {} }) };
    const capabilities = { ...pullingClient, workspace: { ...pullingClient.workspace, workspaceEdit } };
    await client.initialize({ capabilities, folders: [folder], settings: { asOf: "2025-01-31" } });
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", {
      textDocument: { uri: toUri(join(folder, "plan.bdg")) },
      position: { line: 1, character: 12 },
      newName: "females",
    });
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
    const own = [{ textDocument: { uri: toUri(join(folder, "plan.bdg")) }, edits: [{ newText: "females" }] }];
    const cells = {
      textDocument: { uri: toUri(join(folder, "kq.csv")), version: null },
      edits: [{ range, newText: "females", annotationId: "confirm" }],
    };
    expect(edit.documentChanges).toMatchObject(canAsk ? [...own, cells] : own);
    expect(edit.documentChanges).toHaveLength(canAsk ? 2 : 1);
    expect(edit.changeAnnotations?.confirm?.needsConfirmation).toBe(canAsk ? true : undefined);
  },
);

const plan = `plan p "Kế hoạch" { period 2021..2030 }
indicator led "Đơn vị có lãnh đạo nữ" {
  unit percent
  target 2023 >= 60%
}
data "kq.csv"
`;
const csv = "Chỉ tiêu;Năm;Kết quả\nled;2023;45\nledd;2022;40\n";
const met = csv.replace("45", "65").replace("ledd", "led");

function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const folder = temporaryFolder({ "plan.bdg": plan, "kq.csv": csv, ...files });
  const [path, planPath] = [join(folder, "kq.csv"), join(folder, "plan.bdg")];
  return { folder, path, planPath, uri: toUri(path), planUri: toUri(planPath) };
}

const codesOf = (items: readonly Diagnostic[] | undefined) => items?.map(({ code }) => code);
const places = (items: readonly Diagnostic[]) =>
  items.map(({ code, range: { start, end } }) => [code, start.line, start.character, end.character]);
/** In the CSV file as it is above. */
const both = [
  ["target-missed", 1, 9, 11],
  ["data-unknown-indicator", 2, 0, 4],
];

describe("the problems of a table stand in the CSV file that nobody opened", () => {
  /** What is published, or pulled with the whole workspace, for the CSV file; and at the declaration. */
  const ways = {
    pushed: async (client: LspClient, uri: string) => client.lastPublished(uri)?.diagnostics ?? [],
    pulled: async (client: LspClient, uri: string) => {
      // A file that the client has something of is always answered for.
      const { items } = await client.pullWorkspace(new Map([[uri, "0"]]));
      // One report for each file.
      expect(new Set(items.map((item) => item.uri)).size).toBe(items.length);
      const item = items.find((one) => one.uri === uri);
      return item?.kind === "full" ? item.items : [];
    },
  };

  async function settled(
    look: () => Promise<readonly Diagnostic[]>,
    wanted: readonly string[],
  ): Promise<readonly Diagnostic[]> {
    let found: readonly Diagnostic[] = [];
    for (let trip = 0; trip < 200; trip += 1) {
      found = await look();
      if (JSON.stringify(codesOf(found)) === JSON.stringify(wanted)) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(codesOf(found)).toEqual(wanted);
    return found;
  }

  test.each(Object.entries(ways))(
    "%s: they appear, and go when the file is mended, the line goes, the file goes",
    async (way, look) => {
      const { folder, path, planPath, uri, planUri } = folderWith();
      const client = startInProcess();
      const capabilities = way === "pushed" ? {} : pullingClient;
      await client.initialize({ folders: [folder], capabilities });
      const inTable = () => look(client, uri);
      const codes = ["target-missed", "data-unknown-indicator"];
      const found = await settled(inTable, codes);
      expect(places(found)).toEqual(both);
      expect(found[0]!.message).toMatch(/^led \(plan\.bdg\): 45% in 2023/);
      // At the declaration they stand as before, once each.
      const own = codesOf(await look(client, planUri));
      expect(own?.filter((code) => codes.includes(String(code))).sort()).toEqual([...codes].sort());

      writeFileSync(path, met);
      await client.fileChanged(uri, 2);
      await settled(inTable, []);
      writeFileSync(path, csv);
      await client.fileChanged(uri, 2);
      await settled(inTable, codes);

      writeFileSync(planPath, plan.replace('data "kq.csv"\n', ""));
      await client.fileChanged(planUri, 2);
      await settled(inTable, []);
      writeFileSync(planPath, plan);
      await client.fileChanged(planUri, 2);
      await settled(inTable, codes);

      rmSync(path);
      await client.fileChanged(uri, 3);
      await settled(inTable, []);
      writeFileSync(path, csv);
      await client.fileChanged(uri, 1);
      await settled(inTable, codes);

      rmSync(planPath);
      await client.fileChanged(planUri, 3);
      await settled(inTable, []);
      if (way === "pulled") expect(client.published).toEqual([]);
    },
  );

  test("also pulled by itself, with what it leads to, and the client is told to ask again", async () => {
    const { folder, planPath, uri, planUri } = folderWith();
    const client = startInProcess();
    await client.initialize({ folders: [folder], capabilities: pullingClient });
    await client.openFile(planPath);
    const found = await client.problems(uri);
    expect(places(found)).toEqual(both);
    expect(
      found.map(({ relatedInformation }) =>
        relatedInformation?.map(({ location }) => [location.uri, location.range.start.line]),
      ),
    ).toEqual([
      [
        [planUri, 5],
        [planUri, 3],
      ],
      [[planUri, 5]],
    ]);
    const before = client.refreshes;
    await client.change(planUri, 2, [plan.replace("60%", "40%")]);
    await until("a refresh", () => client.refreshes > before);
    expect(codesOf(await client.problems(uri))).toEqual(["data-unknown-indicator"]);
  });

  test("told at once to a question that takes its answer in parts, and none twice", async () => {
    const { folder, path, uri } = folderWith();
    const client = startInProcess();
    await client.initialize({ folders: [folder], capabilities: pullingClient });
    const told: (readonly [string, unknown])[] = [];
    client.connection.onNotification("$/progress", ({ value }: { value: WorkspaceDiagnosticReport }) => {
      for (const item of value.items)
        told.push([item.uri, item.kind === "full" ? codesOf(item.items) : "unchanged"]);
    });
    const source = new CancellationTokenSource();
    const params = { previousResultIds: [], partialResultToken: "t" };
    const question = client.connection.sendRequest("workspace/diagnostic", params, source.token);
    const ofTable = () => told.filter(([one]) => one === uri).map(([, codes]) => codes);
    await until("the problems", () => ofTable().length === 1);
    for (const [version, text] of [csv.replace("45", "46"), csv.replace("45", "65"), met].entries()) {
      if (version === 0) await client.open(uri, text, 1, "csv");
      else await client.change(uri, version + 1, [text]);
      await until("news", () => ofTable().length === version + 2);
    }
    expect(ofTable()).toEqual([
      ["target-missed", "data-unknown-indicator"],
      ["target-missed", "data-unknown-indicator"],
      ["data-unknown-indicator"],
      [],
    ]);
    // Then the disk counts again.
    await client.close(uri);
    await until("the disk's", () => ofTable().length === 5);
    expect(ofTable()[4]).toEqual(["target-missed", "data-unknown-indicator"]);
    expect(readFileSync(path, "utf8")).toBe(csv);
    source.cancel();
    await expect(question).rejects.toMatchObject({ code: -32800 });
  });
});

describe("a CSV file that is open", () => {
  async function opened(text: string, files: Readonly<Record<string, string | Uint8Array>> = {}) {
    const all = folderWith(files);
    const client = startInProcess();
    await client.initialize({ folders: [all.folder], capabilities: pullingClient });
    await client.problems(all.planUri);
    await client.open(all.uri, text, 1, "csv");
    const values = async () => {
      const hint = (await client.problems(all.planUri)).find(({ code }) => code === "data-read");
      return Number(/: (\d+)/.exec(String(hint?.message))?.[1] ?? 0);
    };
    return { ...all, client, values };
  }

  test("counts as it is typed, in the plan and in itself, and as saved once it is closed", async () => {
    const { client, uri, values } = await opened(met);
    expect([await values(), codesOf(await client.problems(uri))]).toEqual([2, []]);
    const end = { line: 3, character: 0 };
    await client.change(uri, 2, [[{ start: end, end }, "xyz;2021;3\n"]]);
    expect(places(await client.problems(uri))).toEqual([["data-unknown-indicator", 3, 0, 3]]);
    await client.close(uri);
    expect([await values(), places(await client.problems(uri))]).toEqual([1, both]);
  });

  test("is no plan document, and nothing else answers for it", async () => {
    const files = { "plan.bdg": plan.replace("period", 'document "kq.csv"; period') };
    const { client, uri, planUri } = await opened(csv, files);
    expect(codesOf(await client.problems(planUri))).toContain("document-unsupported");
    const textDocument = { uri };
    const position = { line: 1, character: 1 };
    expect(await client.request("textDocument/hover", { textDocument, position })).toBeNull();
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } };
    const context = { diagnostics: [] };
    expect(await client.request("textDocument/codeAction", { textDocument, range, context })).toEqual([]);
  });

  test("in a wrong encoding counts as it lies on the disk", async () => {
    const old = windows1258(met);
    const files = { "plan.bdg": plan.replace('"kq.csv"', '"kq.csv" encoding "windows-1258"'), "kq.csv": old };
    const shown = new TextDecoder().decode(old);
    expect(shown).toContain("\ufffd");
    const { client, uri, values } = await opened(shown, files);
    expect(await values()).toBe(2);
    await client.change(uri, 2, [`${shown}xyz;2021;3\n`]);
    expect(await values()).toBe(2);
    // In its own encoding it counts; the editor has the letters already.
    await client.change(uri, 3, [`${met}led;2021;3\n`]);
    expect(await values()).toBe(3);
    await client.close(uri);
    expect(await values()).toBe(2);
  });

  test("counts as it was saved where it is too long to be read with every key", async () => {
    const row = "led;2021;70\n";
    const long = met + row.repeat(Math.ceil(maxTypedCsvLength / row.length));
    const { client, uri, values } = await opened(long);
    expect(await values()).toBe(1);
    await client.change(uri, 2, [met]);
    expect(await values()).toBe(2);
    await client.change(uri, 3, [long]);
    expect(await values()).toBe(1);
  });
});

test.each(["disk", "client"])(
  "a table in windows-1258 is read where the files are the %s's",
  async (place) => {
    const old = windows1258(csv);
    const source = plan.replace('"kq.csv"', '"kq.csv" encoding "windows-1258"');
    const { folder } = folderWith({ "plan.bdg": source, "kq.csv": old });
    const files = new Map<string, string | Uint8Array>([
      ["memfs:/w/plan.bdg", source],
      ["memfs:/w/kq.csv", old],
    ]);
    const client = startInProcess();
    client.connection.onRequest(listFilesRequest, ({ endings }) =>
      [...files.keys()].filter((uri) => endings.some((one) => uri.endsWith(one))),
    );
    client.connection.onRequest(readFileRequest, ({ uri }) => {
      return { kind: "bytes", base64: Buffer.from(files.get(uri)!).toString("base64") };
    });
    const root = place === "disk" ? toUri(folder) : "memfs:/w";
    await client.initialize({ folders: [root], capabilities: pullingClient, options: { files: true } });
    expect(places(await client.problems(`${root}/kq.csv`))).toEqual(both);
    files.set("memfs:/w/kq.csv", windows1258(met));
    writeFileSync(join(folder, "kq.csv"), windows1258(met));
    await client.fileChanged(`${root}/kq.csv`, 2);
    expect(await client.problems(`${root}/kq.csv`)).toEqual([]);
    expect(codesOf(await client.problems(`${root}/plan.bdg`))).toEqual(["data-read"]);
  },
);

test("a client that counts bytes gets the places of a CSV file in bytes", async () => {
  const vietnamese = "Nguồn;Chỉ tiêu;Năm;Kết quả\nSở Nội vụ 👩;ledd;2022;40\n";
  const { folder, uri } = folderWith({ "kq.csv": vietnamese });
  const client = startInProcess();
  const capabilities = { ...pullingClient, general: { positionEncodings: ["utf-8"] } };
  await client.initialize({ folders: [folder], capabilities });
  const before = Buffer.byteLength("Sở Nội vụ 👩;");
  expect(places(await client.problems(uri))).toEqual([["data-unknown-indicator", 1, before, before + 4]]);
});

test("names that a disk has in parts are spelled as the disk spells them", async () => {
  const name = "kết quả.csv";
  const { folder } = folderWith({
    "plan.bdg": plan.replace("kq.csv", name),
    [name.normalize("NFD")]: csv,
  });
  const client = startInProcess();
  await client.initialize({ folders: [folder], capabilities: pullingClient });
  const { items } = await client.pullWorkspace();
  const uris = items.map(({ uri }) => uri).filter((uri) => uri.endsWith(".csv"));
  expect(uris).toEqual([toUri(join(folder, name.normalize("NFD")))]);
  const { tables } = await client.request<PlanDocumentsResult>(planDocumentsRequest.method, {});
  expect(tables).toEqual(uris);
});
