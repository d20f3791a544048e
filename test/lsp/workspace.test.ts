import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newPlanRequest } from "../../server/src/lsp/plan-document-protocol.ts";
import { listFilesRequest, readFileRequest, type StatusResult } from "../../server/src/lsp/protocol.ts";
import { type LspClient, pullingClient, startInProcess, toUri, until } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const plan = `plan p "P" {
  issued 2022
  period 2021..2030
  document "signed.txt"
}
indicator women "Women" {
  clause I.1 "reach 50% by 2024"
  unit percent
  target 2024 >= 50%
}
`;
const signed = "I. TARGETS\n1. The office shall reach 50% by 2024.\n2. Other things.\n";
/** What the plan has when the document says 55%: other words than it quotes, and another number than its target. */
const ofOtherNumber = ["clause-text-changed", "target-differs-from-clause"];
const report = 'use "plan.bdg"\nreport 2024 "R" {\n  women = 60%\n}\n';

async function started(folders: readonly string[]): Promise<LspClient> {
  const client = startInProcess();
  await client.initialize({ capabilities: pullingClient, folders });
  return client;
}

const codes = async (client: LspClient, path: string) =>
  (await client.problems(toUri(path))).map(({ code }) => code);

test("a plan document that is edited on the disk: its changed words are noticed", async () => {
  const folder = temporaryFolder({ "plan.bdg": plan, "report.bdg": report, "signed.txt": signed });
  const client = await started([folder]);
  const path = join(folder, "plan.bdg");
  await client.openFile(path);
  expect(await codes(client, path)).toEqual([]);
  const before = client.refreshes;
  writeFileSync(join(folder, "signed.txt"), signed.replace("50%", "55%"));
  await client.fileChanged(toUri(join(folder, "signed.txt")), 2);
  await until("a refresh", () => client.refreshes > before);
  expect(await codes(client, path)).toEqual(ofOtherNumber);
  rmSync(join(folder, "signed.txt"));
  await client.fileChanged(toUri(join(folder, "signed.txt")), 3);
  expect(await codes(client, path)).toEqual(["document-missing"]);
});

test("a plan document that is open in the editor counts as the editor has it", async () => {
  const folder = temporaryFolder({ "plan.bdg": plan, "report.bdg": report, "signed.txt": signed });
  const client = await started([folder]);
  const path = join(folder, "plan.bdg");
  const document = toUri(join(folder, "signed.txt"));
  expect(await codes(client, path)).toEqual([]);
  await client.open(document, signed, 1, "plaintext");
  const number = { start: { line: 1, character: 26 }, end: { line: 1, character: 28 } };
  await client.change(document, 2, [[number, "55"]]);
  expect(await codes(client, path)).toEqual(ofOtherNumber);
  // What is on the disk does not count now, whatever is said of it.
  await client.fileChanged(document, 2);
  expect(await codes(client, path)).toEqual(ofOtherNumber);
  await client.close(document);
  expect(await codes(client, path)).toEqual([]);
});

test("files that others create, change and delete", async () => {
  const folder = temporaryFolder({ "plan.bdg": plan, "signed.txt": signed });
  const client = await started([folder]);
  const path = join(folder, "plan.bdg");
  const reportPath = join(folder, "report.bdg");
  expect(await codes(client, path)).toEqual(["target-no-data"]);
  writeFileSync(reportPath, report);
  await client.fileChanged(toUri(reportPath), 1);
  expect(await codes(client, path)).toEqual([]);
  writeFileSync(reportPath, report.replace("60%", "40%"));
  await client.fileChanged(toUri(reportPath), 2);
  expect(await codes(client, reportPath)).toEqual(["target-missed"]);
  rmSync(reportPath);
  await client.fileChanged(toUri(reportPath), 3);
  expect(await codes(client, path)).toEqual(["target-no-data"]);
  expect(await codes(client, reportPath)).toEqual([]);
});

test("an open file is not touched by what happens to it on the disk", async () => {
  const folder = temporaryFolder({ "plan.bdg": plan, "signed.txt": signed, "report.bdg": report });
  const client = await started([folder]);
  const path = join(folder, "report.bdg");
  await client.open(toUri(path), report.replace("60%", "40%"));
  writeFileSync(path, report);
  await client.fileChanged(toUri(path), 2);
  expect(await codes(client, path)).toEqual(["target-missed"]);
  await client.close(toUri(path));
  expect(await codes(client, path)).toEqual([]);
});

test("two folders are two programs; a folder that is added or removed comes and goes", async () => {
  const files = { "plan.bdg": plan, "signed.txt": signed };
  const [one, two] = [temporaryFolder({ ...files, "report.bdg": report }), temporaryFolder(files)];
  const client = await started([one, two]);
  expect(await codes(client, join(one, "plan.bdg"))).toEqual([]);
  expect(await codes(client, join(two, "plan.bdg"))).toEqual(["target-no-data"]);

  const asFolder = (path: string) => ({ uri: toUri(path), name: path });
  await client.notify("workspace/didChangeWorkspaceFolders", {
    event: { added: [], removed: [asFolder(one)] },
  });
  expect(await codes(client, join(one, "plan.bdg"))).toEqual([]);
  const left = (await client.pullWorkspace()).items.map(({ uri }) => uri);
  expect(left).toEqual([toUri(join(two, "plan.bdg"))]);

  await client.notify("workspace/didChangeWorkspaceFolders", {
    event: { added: [asFolder(one)], removed: [] },
  });
  const both = (await client.pullWorkspace()).items.map(({ uri }) => uri);
  expect(both).toHaveLength(3);
});

test("an open file keeps its text when its folder comes and goes", async () => {
  const folder = temporaryFolder({ "plan.bdg": plan, "signed.txt": signed, "report.bdg": report });
  const client = await started([]);
  const path = join(folder, "report.bdg");
  await client.open(toUri(path), report.replace("60%", "40%"));
  expect(await codes(client, path)).toEqual(["target-missed"]);
  const event = { uri: toUri(folder), name: "f" };
  await client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [event], removed: [] } });
  expect(await codes(client, path)).toEqual(["target-missed"]);
  await client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [event] } });
  expect(await codes(client, path)).toEqual(["target-missed"]);
});

const letter = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } };
const folderEvent = (added: readonly string[], removed: readonly string[]) => {
  const asFolders = (paths: readonly string[]) => paths.map((path) => ({ uri: toUri(path), name: path }));
  return { event: { added: asFolders(added), removed: asFolders(removed) } };
};

test("a plan document that was open before its loose plan keeps its text, and each change is applied to it", async () => {
  const folder = temporaryFolder({ "plan.bdg": plan, "report.bdg": report });
  const client = await started([]);
  const document = toUri(join(folder, "signed.txt"));
  await client.open(document, signed, 1, "plaintext");
  await client.change(document, 2, [[letter, "x"]]);
  await client.openFile(join(folder, "plan.bdg"));
  expect(await codes(client, join(folder, "plan.bdg"))).toEqual([]);
  await client.change(document, 3, [[letter, "x"]]);
  expect(await codes(client, join(folder, "plan.bdg"))).toEqual([]);
  const number = { start: { line: 1, character: 26 }, end: { line: 1, character: 28 } };
  await client.change(document, 4, [[number, "55"]]);
  expect(await codes(client, join(folder, "plan.bdg"))).toEqual(ofOtherNumber);
});

test("an open plan document keeps its text when its folder comes and goes", async () => {
  const folder = temporaryFolder({ "plan.bdg": plan, "report.bdg": report });
  const client = await started([]);
  const document = toUri(join(folder, "signed.txt"));
  const path = join(folder, "plan.bdg");
  await client.open(document, signed, 1, "plaintext");
  await client.notify("workspace/didChangeWorkspaceFolders", folderEvent([folder], []));
  expect(await codes(client, path)).toEqual([]);
  await client.change(document, 2, [[letter, "x"]]);
  expect(await codes(client, path)).toEqual([]);
  await client.openFile(path);
  await client.notify("workspace/didChangeWorkspaceFolders", folderEvent([], [folder]));
  expect(await codes(client, path)).toEqual([]);
  await client.change(document, 3, [[letter, "x"]]);
  expect(await codes(client, path)).toEqual([]);
});

test("a plan opened beside a folder that has open files of its own has them as the editor has them", async () => {
  const folder = temporaryFolder({ "plan.bdg": plan, "signed.txt": signed, "in/report.bdg": "" });
  const client = await started([]);
  const reportUri = toUri(join(folder, "in/report.bdg"));
  const path = join(folder, "plan.bdg");
  await client.open(reportUri, report.replace("plan.bdg", "../plan.bdg"));
  await client.openFile(path);
  expect(await codes(client, path)).toEqual([]);
  await client.change(reportUri, 2, [
    [{ start: { line: 2, character: 2 }, end: { line: 2, character: 7 } }, "men"],
  ]);
  expect(await codes(client, path)).toEqual(["target-no-data"]);
  await client.close(toUri(path));
  const left = (await client.pullWorkspace()).items.map(({ uri }) => uri);
  expect(left).toEqual([reportUri]);
});

const allReports = {
  "plan.bdg": plan,
  "signed.txt": signed,
  "reports/a/2024.bdg": report.replace("plan", "../../plan"),
};

test("a folder that others delete takes along what lay in it, though nobody tells of the files", async () => {
  const folder = temporaryFolder(allReports);
  const client = await started([folder]);
  const path = join(folder, "plan.bdg");
  expect(await codes(client, path)).toEqual([]);
  rmSync(join(folder, "reports"), { recursive: true });
  await client.fileChanged(toUri(join(folder, "reports")), 3);
  expect(await codes(client, path)).toEqual(["target-no-data"]);
});

test("plan documents and tables of a deleted folder are gone, too, be its name like that of a file", async () => {
  const folder = temporaryFolder({
    "plan.bdg": plan.replace("signed.txt", "v1.md/signed.txt"),
    "v1.md/signed.txt": signed,
    "v1.md/in/values.csv": "Code;2023\nwomen;45\n",
    "report.bdg": `${report}data "v1.md/in/values.csv"\n`,
  });
  const client = await started([folder]);
  expect(await codes(client, join(folder, "plan.bdg"))).toEqual([]);
  rmSync(join(folder, "v1.md"), { recursive: true });
  await client.fileChanged(toUri(join(folder, "v1.md")), 3);
  expect(await codes(client, join(folder, "plan.bdg"))).toEqual(["document-missing"]);
  expect(await codes(client, join(folder, "report.bdg"))).toEqual(["data-file-missing"]);
});

test("a folder that others move in brings along what lies in it, be its name like that of a file", async () => {
  const folder = temporaryFolder({
    "plan.bdg": plan.replace("signed.txt", "v1.bdg/signed.txt"),
    "aside/signed.txt": signed,
    "aside/in/report.bdg": report.replace("plan", "../../plan"),
  });
  const away = temporaryFolder();
  renameSync(join(folder, "aside"), join(away, "aside"));
  const client = await started([folder]);
  const path = join(folder, "plan.bdg");
  expect(await codes(client, path)).toEqual(["document-missing", "target-no-data"]);
  renameSync(join(away, "aside"), join(folder, "v1.bdg"));
  await client.fileChanged(toUri(join(folder, "v1.bdg")), 1);
  expect(await codes(client, path)).toEqual([]);
  expect(await codes(client, join(folder, "v1.bdg"))).toEqual([]);
});

test("an open file of a deleted folder counts as the editor has it", async () => {
  const folder = temporaryFolder(allReports);
  const client = await started([folder]);
  await client.openFile(join(folder, "reports/a/2024.bdg"));
  rmSync(join(folder, "reports"), { recursive: true });
  await client.fileChanged(toUri(join(folder, "reports")), 3);
  expect(await codes(client, join(folder, "plan.bdg"))).toEqual([]);
  await client.close(toUri(join(folder, "reports/a/2024.bdg")));
  expect(await codes(client, join(folder, "plan.bdg"))).toEqual(["target-no-data"]);
});

test.each(["node_modules/x", ".git"])("what happens in %s is of no interest", async (passedOver) => {
  const path = `${passedOver}/a.bdg`;
  const folder = temporaryFolder({ "plan.bdg": plan, "signed.txt": signed, [path]: report });
  const client = await started([folder]);
  const files = async () => (await client.pullWorkspace()).items.map(({ uri }) => uri);
  await client.fileChanged(toUri(join(folder, path)), 2);
  expect(await files()).toEqual([toUri(join(folder, "plan.bdg"))]);
  await client.openFile(join(folder, path));
  expect(await files()).toHaveLength(2);
  await client.close(toUri(join(folder, path)));
  expect(await files()).toEqual([toUri(join(folder, "plan.bdg"))]);
});

test("a file of a kind that no plan has is of no interest", async () => {
  const folder = temporaryFolder({ "plan.bdg": 'plan p "P" {\n  document "\n}\n', "signed.txt": signed });
  const client = await started([folder]);
  const uri = toUri(join(folder, "plan.bdg"));
  // Before it is read, what is told is overtaken.
  await client.problems(uri);
  for (const name of ["scan.pdf", "node_modules/x/readme.md", "new.md"])
    await client.fileChanged(toUri(join(folder, name)), 1);
  await client.openFile(join(folder, "plan.bdg"));
  const position = { line: 1, character: 12 };
  const offered = await client.request<{ items: { label: string }[] }>("textDocument/completion", {
    textDocument: { uri },
    position,
  });
  expect(offered.items.map(({ label }) => label)).toEqual(["new.md", "signed.txt"]);
});

test("of folders in one another, the inner one answers for its files, and nothing is reported twice", async () => {
  const folder = temporaryFolder({
    "in/plan.bdg": plan,
    "in/signed.txt": signed,
    "out.bdg": 'use "in/plan.bdg"\n',
  });
  const client = await started([folder, join(folder, "in")]);
  const items = (await client.pullWorkspace()).items;
  expect(items.map(({ uri }) => uri).sort()).toEqual([
    toUri(join(folder, "in/plan.bdg")),
    toUri(join(folder, "out.bdg")),
  ]);
  await client.open(toUri(join(folder, "in/plan.bdg")), plan.replace("women", "men"));
  expect(await codes(client, join(folder, "in/plan.bdg"))).toEqual(["target-no-data"]);
});

test("names in composed and decomposed letters are one file", async () => {
  const name = "kế hoạch.bdg";
  const folder = temporaryFolder({ [name.normalize("NFD")]: plan, "signed.txt": signed });
  const client = await started([folder]);
  const decomposed = toUri(join(folder, name.normalize("NFD")));
  const items = (await client.pullWorkspace()).items;
  expect(items.map(({ uri }) => uri)).toEqual([decomposed]);
  await client.open(toUri(join(folder, name.normalize("NFC"))), plan);
  expect(await codes(client, join(folder, name.normalize("NFC")))).toEqual(["target-no-data"]);
  expect((await client.pullWorkspace()).items).toHaveLength(1);
});

test("files that are no text are said so in their place; a link that leads outside is not followed", async () => {
  const { symlinkSync } = await import("node:fs");
  const outside = temporaryFolder({ "secret.bdg": 'indicator secret "S" {' });
  const folder = temporaryFolder({
    "binary.bdg": new Uint8Array([0, 1, 2]),
    "plan.bdg": plan,
    "signed.txt": signed,
  });
  symlinkSync(join(outside, "secret.bdg"), join(folder, "link.bdg"));
  const client = await started([folder]);
  const [binary] = await client.problems(toUri(join(folder, "binary.bdg")));
  expect(binary?.code).toBe("file-unreadable");
  const problems = await client.problems(toUri(join(folder, "link.bdg")));
  expect(problems.map(({ code }) => code)).toEqual(["file-unreadable"]);
  expect(JSON.stringify(problems)).not.toContain("secret S");
});

test("a folder that is not there, and a scheme that nobody reads, are served from the buffers", async () => {
  const client = await started(["file:///no/such/folder", "vscode-vfs://github/o/r"]);
  const uri = "vscode-vfs://github/o/r/plan.bdg";
  await client.open(uri, plan);
  // Whether the document is there can't be known, so nothing is said of it.
  expect((await client.problems(uri)).map(({ code }) => code)).toEqual(["target-no-data"]);
  await client.close(uri);
  expect(await client.problems(uri)).toEqual([]);
});

test("a file of another name is of the program only while the editor takes it for one", async () => {
  const folder = temporaryFolder({ "plan.txt2": plan, "signed.txt": signed });
  const client = await started([folder]);
  const path = join(folder, "plan.txt2");
  await client.openFile(path);
  expect(await codes(client, path)).toEqual(["target-no-data"]);
  await client.close(toUri(path));
  expect(await codes(client, path)).toEqual([]);
});

test("a client that gives its files itself is asked for them", async () => {
  const files = new Map<string, string | Uint8Array>([
    ["memfs:/w/plan.bdg", `\ufeff${plan}`],
    ["memfs:/w/report.bdg", report],
    ["memfs:/w/signed.txt", signed.replace("50%", "55%")],
  ]);
  const client = await startOverClientFiles(files);
  const problems = await client.problems("memfs:/w/plan.bdg");
  expect(problems.map(({ code }) => code)).toEqual(ofOtherNumber);
  files.set("memfs:/w/signed.txt", signed);
  await client.fileChanged("memfs:/w/signed.txt", 2);
  expect(await client.problems("memfs:/w/plan.bdg")).toEqual([]);
});

test.each([
  ["bytes that are no UTF-8", Uint8Array.from([0x41, 0xff]), "file-unreadable"],
  ["a program", Uint8Array.from([0x50, 0x4b, 3, 0]), "file-unreadable"],
  ["a file above the limit", new Uint8Array(5 * 1024 * 1024 + 1).fill(0x20), "file-too-large"],
])("of a client's files, %s is told about like one on a disk", async (_, content, code) => {
  const client = await startOverClientFiles(new Map([["memfs:/w/plan.bdg", content]]));
  expect((await client.problems("memfs:/w/plan.bdg")).map((one) => one.code)).toEqual([code]);
});

test("of what lies beside an unsaved plan nothing is said, though it has a path", async () => {
  const client = await startOverClientFiles(new Map());
  const text = plan.replace("signed.txt", "other.txt");
  await client.open("untitled:/w/new.bdg", text.replace("}\n", '}\ndata "values.csv"\n'));
  await client.open("memfs:/w/saved.bdg", text);
  const ofUnsaved = await client.problems("untitled:/w/new.bdg");
  expect(ofUnsaved.map(({ code }) => code)).toEqual(["target-no-data"]);
  // Of a saved one it is known.
  const ofSaved = await client.problems("memfs:/w/saved.bdg");
  expect(ofSaved.map(({ code }) => code)).toContain("document-missing");
});

test("a document at the top of a client's file system is read, and the way from a plan below leads to it", async () => {
  const client = await startOverClientFiles(new Map([["memfs:/signed.txt", signed]]), "memfs:/");
  const drafted = await client.connection.sendRequest(newPlanRequest, {
    documentUri: "memfs:/signed.txt",
    planUri: "memfs:/w/new.bdg",
  });
  expect(drafted.kind === "plan" && drafted.text).toContain('document  "../signed.txt"');
});

async function startOverClientFiles(
  files: ReadonlyMap<string, string | Uint8Array>,
  folder = "memfs:/w",
): Promise<LspClient> {
  const client = startInProcess();
  client.connection.onRequest(listFilesRequest, ({ folder, endings }) =>
    [...files.keys()].filter((uri) => uri.startsWith(folder) && endings.some((one) => uri.endsWith(one))),
  );
  client.connection.onRequest(readFileRequest, ({ uri, maxBytes }) => {
    const content = files.get(uri);
    if (content === undefined) return { kind: "failure", failure: "missing" };
    const bytes = Buffer.from(content);
    if (bytes.length > maxBytes) return { kind: "failure", failure: "too-large" };
    return { kind: "bytes", base64: bytes.toString("base64") };
  });
  await client.initialize({ capabilities: pullingClient, folders: [folder], options: { files: true } });
  return client;
}

test("a client that can't watch: what changed on the disk is noticed when a file is saved", async () => {
  const folder = temporaryFolder({ "plan.bdg": plan, "report.bdg": report, "signed.txt": signed });
  const client = startInProcess();
  await client.initialize({ folders: [folder] });
  const uri = toUri(join(folder, "plan.bdg"));
  await client.openFile(join(folder, "plan.bdg"));
  await client.request<StatusResult>("bdg/status", { uri });
  writeFileSync(join(folder, "signed.txt"), signed.replace("50%", "55%"));
  rmSync(join(folder, "report.bdg"));
  await client.notify("textDocument/didSave", { textDocument: { uri } });
  const wanted = [...ofOtherNumber, "target-no-data"].join();
  await until("all problems", () => {
    const codes = client.lastPublished(uri)?.diagnostics.map(({ code }) => code) ?? [];
    return codes.sort().join() === wanted;
  });
});

test("each program's folder is watched where the client can: of a loose file's folder only what lies beside it", async () => {
  const folder = temporaryFolder({ "plan.bdg": plan });
  const other = temporaryFolder({ "loose.bdg": plan });
  const watched = new Map<string, unknown>();
  const client = startInProcess();
  client.connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
    for (const { id, registerOptions } of registrations) {
      if (registerOptions?.watchers) watched.set(id, registerOptions.watchers);
    }
    return null;
  });
  client.connection.onRequest("client/unregisterCapability", (params: UnregistrationParams) => {
    for (const { id } of params.unregisterations) watched.delete(id);
    return null;
  });
  const { workspace, ...rest } = pullingClient;
  const didChangeWatchedFiles = { dynamicRegistration: true, relativePatternSupport: true };
  await client.initialize({
    capabilities: { ...rest, workspace: { ...workspace, didChangeWatchedFiles } },
    folders: [folder],
  });
  // Of a moved or deleted folder its own event comes and none of the files in it.
  const watchersOf = (path: string, depth: string) => [
    { globPattern: { baseUri: toUri(path), pattern: `${depth}*.{bdg,txt,md,docx,csv,xlsx}` }, kind: 2 },
    { globPattern: { baseUri: toUri(path), pattern: `${depth}*` }, kind: 5 },
  ];
  await until("the folder", () => watched.size === 1);
  expect([...watched.values()]).toEqual([watchersOf(folder, "**/")]);
  await client.openFile(join(other, "loose.bdg"));
  await until("both", () => watched.size === 2);
  expect([...watched.values()]).toEqual([watchersOf(folder, "**/"), watchersOf(other, "")]);
  await client.close(toUri(join(other, "loose.bdg")));
  await until("the folder alone", () => watched.size === 1);
  const event = { added: [], removed: [{ uri: toUri(folder), name: "" }] };
  await client.notify("workspace/didChangeWorkspaceFolders", { event });
  await until("none", () => watched.size === 0);
});

interface RegistrationParams {
  readonly registrations: readonly {
    readonly id: string;
    readonly registerOptions?: { readonly watchers?: unknown };
  }[];
}

interface UnregistrationParams {
  readonly unregisterations: readonly { readonly id: string }[];
}
