import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type {
  CompletionList,
  DocumentLink,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  SymbolInformation,
} from "vscode-languageserver/node";
import { type LspClient, pullingClient, startInProcess, toUri } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** What the core answers is tested there; here that the answers arrive, at the right place of the right file. */
const plan = `plan p "P" {
  issued 2022
  period 2021..2030
  document "signed.txt"
}
body office "The office"
indicator women "Women" {
  clause I.1 "reach 50% by 2024"
  unit percent
  target 2024 >= 50%
  lead office
}
`;
const signed = "I. TARGETS\n1. The office shall reach 50% by 2024.\n2. Other things.\n";
const report = 'use "plan.bdg"\nreport 2024 "R" {\n  women = 40%\n}\n';

let folder = "";
let uris = { plan: "", report: "", signed: "" };
beforeEach(() => {
  folder = temporaryFolder({ "plan.bdg": plan, "signed.txt": signed, "report.bdg": report });
  const uriOf = (name: string) => toUri(join(folder, name));
  uris = { plan: uriOf("plan.bdg"), report: uriOf("report.bdg"), signed: uriOf("signed.txt") };
});

async function started(capabilities = pullingClient, options = {}): Promise<LspClient> {
  const client = startInProcess();
  await client.initialize({ capabilities, folders: [folder], options });
  return client;
}

const ask = <Result>(
  client: LspClient,
  method: string,
  uri: string,
  line: number,
  character: number,
  more = {},
) =>
  client.request<Result>(`textDocument/${method}`, {
    textDocument: { uri },
    position: { line, character },
    ...more,
  });

test("hover: the verdict and the clause's own words; images and the command link only where the client takes them", async () => {
  const client = await started();
  const plain = await ask<Hover>(client, "hover", uris.plan, 6, 12);
  expect(plain.contents).toMatchObject({
    kind: "markdown",
    value: expect.stringContaining("The office shall **reach 50% by 2024**."),
  });
  expect(plain.range).toEqual({ start: { line: 6, character: 10 }, end: { line: 6, character: 15 } });
  expect(JSON.stringify(plain)).not.toMatch(/data:image|command:/);

  const able = await started(pullingClient, { hoverImages: true, commandLinks: true });
  // A chart needs more than one value.
  await able.open(uris.plan, plan.replace("  lead office", "  baseline 2021 = 10%\n  lead office"));
  const rich = JSON.stringify(await ask<Hover>(able, "hover", uris.plan, 6, 12));
  expect(rich).toContain("data:image");
  expect(rich).toContain("command:bdg.openClause");
  expect(await ask(client, "hover", uris.plan, 500, 0)).toBeNull();
});

describe("definition", () => {
  test("from a name in a report to the indicator, with the origin where the client takes links", async () => {
    const client = await started();
    const links = await ask<LocationLink[]>(client, "definition", uris.report, 2, 4);
    expect(links).toEqual([
      expect.objectContaining({
        targetUri: uris.plan,
        targetSelectionRange: { start: { line: 6, character: 10 }, end: { line: 6, character: 15 } },
        originSelectionRange: { start: { line: 2, character: 2 }, end: { line: 2, character: 7 } },
      }),
    ]);
    const simple = await started({ textDocument: {} });
    const locations = await ask<Location[]>(simple, "definition", uris.report, 2, 4);
    expect(locations).toEqual([
      { uri: uris.plan, range: { start: { line: 6, character: 10 }, end: { line: 6, character: 15 } } },
    ]);
  });

  test("from a clause's address to its line in the document", async () => {
    const client = await started();
    const links = await ask<LocationLink[]>(client, "definition", uris.plan, 7, 10);
    expect(links.map((link) => [link.targetUri, link.targetSelectionRange.start.line])).toEqual([
      [uris.signed, 1],
    ]);
  });
});

test("references: every use, with and without the declaration", async () => {
  const client = await started();
  const uses = async (includeDeclaration: boolean) =>
    (await ask<Location[]>(client, "references", uris.plan, 6, 12, { context: { includeDeclaration } })).map(
      ({ uri, range }) => [uri, range.start.line],
    );
  expect(await uses(false)).toEqual([[uris.report, 2]]);
  expect(await uses(true)).toEqual([
    [uris.plan, 6],
    [uris.report, 2],
  ]);
});

test("symbols: a tree with the verdict in the detail; a flat list for clients that know no tree", async () => {
  const client = await started();
  const params = { textDocument: { uri: uris.plan } };
  const tree = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", params);
  const everySymbol = (nodes: readonly DocumentSymbol[]): DocumentSymbol[] =>
    nodes.flatMap((node) => [node, ...everySymbol(node.children ?? [])]);
  const indicator = everySymbol(tree).find(({ name }) => /women/i.test(name));
  expect(indicator?.detail).toMatch(/missed/i);
  expect(indicator?.range.start.line).toBe(6);

  const simple = await started({ textDocument: {} });
  const flat = await simple.request<SymbolInformation[]>("textDocument/documentSymbol", params);
  expect(flat.map(({ name }) => name)).toEqual(everySymbol(tree).map(({ name }) => name));
  expect(flat.every((one) => one.location.uri === uris.plan)).toBe(true);
});

test("completion replaces what is typed; links lead to the files", async () => {
  const client = await started();
  await client.open(uris.plan, plan.replace("lead office", "lead off"));
  const { items } = await ask<CompletionList>(client, "completion", uris.plan, 10, 10);
  const office = items.find(({ label }) => label === "office");
  expect(office?.textEdit).toEqual({
    range: { start: { line: 10, character: 7 }, end: { line: 10, character: 10 } },
    newText: "office",
  });
  const links = await client.request<DocumentLink[]>("textDocument/documentLink", {
    textDocument: { uri: uris.report },
  });
  expect(links.map(({ target }) => target)).toEqual([uris.plan]);
});

test("of a file that belongs to no program nothing is known", async () => {
  const client = await started();
  await expect(ask(client, "hover", "file:///elsewhere/x.bdg", 0, 0)).rejects.toMatchObject({ code: -32801 });
});
