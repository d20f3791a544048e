import { join } from "node:path";
import { expect, test } from "vitest";
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  WorkspaceSymbol,
} from "vscode-languageserver/node";
import { type LspClient, pullingClient, startInProcess, toUri } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** What may stand where is tested in the core; here that a client gets what it can take. */
const plan = `plan p "P" {
  period 2021..2030
  document "signed.txt"
}
indicator women "Phụ nữ lãnh đạo" {
  clause I.1
  unit percent
  target 2024 >= 50%
  
}
`;
const signed = "I. MỤC TIÊU\n1. Đến năm 2024 đạt 50%.\n2. Hằng năm tổ chức tuyên truyền.\n";

const able: ClientCapabilities = {
  ...pullingClient,
  textDocument: {
    ...pullingClient.textDocument,
    completion: {
      completionItem: { snippetSupport: true, labelDetailsSupport: true },
      completionList: { itemDefaults: ["editRange", "data"] },
    },
  },
};

async function started(
  capabilities: ClientCapabilities,
  options = {},
): Promise<{ client: LspClient; uri: string }> {
  const folder = temporaryFolder({ "plan.bdg": plan, "signed.txt": signed });
  const client = startInProcess();
  await client.initialize({ capabilities, folders: [folder], options });
  return { client, uri: toUri(join(folder, "plan.bdg")) };
}

function complete(client: LspClient, uri: string, line: number, character: number): Promise<CompletionList> {
  return client.request("textDocument/completion", { textDocument: { uri }, position: { line, character } });
}

const named = (items: readonly CompletionItem[], label: string) => items.find((one) => one.label === label)!;

test("a client that knows snippets gets them, and one with a command for it is led on", async () => {
  const { client, uri } = await started(able, { suggestCommand: "suggest.again" });
  const { items, itemDefaults } = await complete(client, uri, 8, 2);
  const here = { line: 8, character: 2 };
  expect(itemDefaults).toEqual({ editRange: { start: here, end: here } });
  const lead = named(items, "lead");
  expect(lead).toMatchObject({ insertTextFormat: 2, textEditText: "lead   $0" });
  expect(lead.command?.command).toBe("suggest.again");
  expect(lead).not.toHaveProperty("textEdit");
  const other = await started(able);
  expect(named((await complete(other.client, other.uri, 8, 2)).items, "lead").command).toBeUndefined();
});

test("a client that knows none gets plain words, each with its range", async () => {
  const { client, uri } = await started(pullingClient, { suggestCommand: "suggest.again" });
  const { items, itemDefaults } = await complete(client, uri, 8, 2);
  expect(itemDefaults).toBeUndefined();
  const lead = named(items, "lead");
  expect(lead).toMatchObject({ textEdit: { newText: "lead" } });
  expect(lead.insertTextFormat).toBeUndefined();
  expect(lead.command).toBeUndefined();
  expect(lead.detail).toMatch(/^Who answers/);
  expect(lead.labelDetails).toBeUndefined();
  expect(items.every(({ textEdit }) => textEdit !== undefined)).toBe(true);
});

test("a clause shows how it begins, and its whole text when someone looks at it", async () => {
  const { client, uri } = await started(able);
  const { items } = await complete(client, uri, 5, 9);
  const clause = named(items, "I.2");
  expect(clause.labelDetails).toEqual({ description: "Hằng năm tổ chức tuyên truyền." });
  expect(clause.documentation).toBeUndefined();
  const resolved = await client.request<CompletionItem>("completionItem/resolve", clause);
  expect(resolved).toMatchObject({ label: "I.2", documentation: { kind: "markdown" } });
  expect(JSON.stringify(resolved.documentation)).toContain("khoản 2, mục I");
  // What is not ours, or is gone, comes back as it went.
  for (const item of [
    { label: "x" },
    { ...clause, data: { uri: "file:///none/x.bdg", subject: { kind: "keyword", keyword: "unit" } } },
    { ...clause, data: { uri, subject: { kind: "name", path: "gone.bdg", name: "x", of: "body" } } },
    { ...clause, data: 7 },
  ]) {
    expect(await client.request("completionItem/resolve", item)).toEqual(item);
  }
});

test("what is found without diacritics has a name that an editor finds without them", async () => {
  const { client } = await started(able);
  const names = async (query: string) =>
    (await client.request<WorkspaceSymbol[]>("workspace/symbol", { query })).map(({ name }) => name);
  expect(await names("phu")).toEqual(["Phụ nữ lãnh đạo · women · phu nu lanh dao"]);
  expect(await names("lanh")).toEqual(["Phụ nữ lãnh đạo · women · lanh dao"]);
  expect(await names("đạo")).toEqual(["Phụ nữ lãnh đạo · women"]);
  expect(await names("women")).toEqual(["Phụ nữ lãnh đạo · women"]);
  expect(await names("tuyen truyen")).toEqual(["I.2 · Hằng năm tổ chức tuyên truyền. · tuyen truyen."]);
});

test("documents beside the plan are offered, and so are those that come later", async () => {
  const folder = temporaryFolder({
    "a/plan.bdg": 'plan p "P" {\n  document ""\n}\n',
    "a/signed.txt": signed,
  });
  const client = startInProcess();
  await client.initialize({ capabilities: able, folders: [folder] });
  const uri = toUri(join(folder, "a/plan.bdg"));
  const paths = async () => (await complete(client, uri, 1, 12)).items.map(({ label }) => label).sort();
  expect(await paths()).toEqual(["signed.txt"]);
  const later = toUri(join(folder, "other.md"));
  await client.fileChanged(later, 1);
  expect(await paths()).toEqual(["../other.md", "signed.txt"]);
  await client.fileChanged(later, 3);
  expect(await paths()).toEqual(["signed.txt"]);
});
