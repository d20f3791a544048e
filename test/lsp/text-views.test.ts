import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ClientCapabilities, DocumentLink, Location, LocationLink } from "vscode-languageserver/node";
import { fileOfTextView, hasTextView, toTextView } from "../../server/src/lsp/text-view.ts";
import { abstractList, list, makeDocx, paragraph, row, table } from "../support/docx.ts";
import { type LspClient, pullingClient, toUri, until } from "../support/lsp-client.ts";
import { startProcess, useBuilt } from "../support/lsp-process.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const bundle = useBuilt("dist/bdg.js");
const showing: ClientCapabilities = {
  ...pullingClient,
  workspace: { ...pullingClient.workspace, textDocumentContent: { dynamicRegistration: true } },
};

const plan = `plan p "P" {
  issued 2022
  period 2021..2030
  document "kế hoạch.docx"
}
indicator women "Women" {
  clause I.1, PL1.r2
  unit percent
  target 2024 >= 50%
}
indicator men "Men" {
  clause I.9
  unit percent
  target 2024 >= 50%
}
`;

/** Nothing but "MỤC TIÊU" and the words of the clause are typed: the numbers are Word's. */
function signed(words: string): Uint8Array {
  const numbering =
    abstractList(0, [
      ["upperRoman", "%1."],
      ["decimal", "%2."],
    ]) + list(1, 0);
  const body = [
    paragraph("MỤC TIÊU", "1/0"),
    paragraph(words, "1/1"),
    paragraph("PHỤ LỤC"),
    table([row(["TT", "Chỉ tiêu", "2024"]), row(["1", "Lãnh đạo nữ", "50%"])]),
  ];
  return makeDocx({ numbering, body: body.join("") });
}

async function started(bytes: Uint8Array, capabilities = showing) {
  const folder = temporaryFolder({ "ke-hoach/plan.bdg": plan });
  const document = join(folder, "ke-hoach", "kế hoạch.docx");
  mkdirSync(join(folder, "ke-hoach"), { recursive: true });
  writeFileSync(document, bytes);
  const client = startProcess(bundle()).client();
  await client.initialize({ capabilities, folders: [folder] });
  return { client, document, planUri: toUri(join(folder, "ke-hoach", "plan.bdg")) };
}

const contentOf = (client: LspClient, uri: string) =>
  client.request<{ text: string }>("workspace/textDocumentContent", { uri });

describe("a .docx in the server", () => {
  test("is checked as a text is, and shown as one: definition, links and references lead there and back", async () => {
    const { client, document, planUri } = await started(signed("Phấn đấu năm 2024 đạt 50%"));
    const problems = await client.problems(planUri);
    expect(problems.map(({ code, range }) => [code, range.start.line])).toContainEqual([
      "clause-not-found",
      11,
    ]);
    expect(client.registered).toContain("workspace/textDocumentContent");

    const at = (line: number, character: number) => ({
      textDocument: { uri: planUri },
      position: { line, character },
    });
    const [first] = await client.request<LocationLink[]>("textDocument/definition", at(6, 10));
    expect(fileOfTextView(first!.targetUri)).toBe(toUri(document));
    expect(first!.targetUri).toMatch(/^bdg-document:\/[^/?]+\.docx\.txt\?/);
    const { text } = await contentOf(client, first!.targetUri);
    const lines = text.split("\n");
    expect(lines[first!.targetRange.start.line]).toBe("1. Phấn đấu năm 2024 đạt 50%");
    const [ofRow] = await client.request<LocationLink[]>("textDocument/definition", at(6, 15));
    expect(lines[ofRow!.targetRange.start.line]).toBe("| 1 | Lãnh đạo nữ | 50% |");

    const links = await client.request<DocumentLink[]>("textDocument/documentLink", at(0, 0));
    expect(links.map(({ target }) => target)).toEqual([first!.targetUri]);
    const back = await client.request<Location[]>("textDocument/references", {
      textDocument: { uri: first!.targetUri },
      position: first!.targetRange.start,
      context: { includeDeclaration: false },
    });
    expect(back.map(({ uri, range }) => [uri, range.start])).toEqual([[planUri, { line: 6, character: 9 }]]);
  });

  test("is read again when it changed, and its text is shown anew", async () => {
    const { client, document, planUri } = await started(signed("Phấn đấu năm 2024 đạt 50%"));
    const refreshed: string[] = [];
    client.connection.onRequest("workspace/textDocumentContent/refresh", ({ uri }: { uri: string }) => {
      refreshed.push(uri);
      return null;
    });
    await client.problems(planUri);
    const view = toTextView(toUri(document));
    expect((await contentOf(client, view)).text).toContain("50%");
    writeFileSync(document, signed("Phấn đấu năm 2024 đạt 55%"));
    await client.fileChanged(toUri(document), 2);
    await until("the text is shown anew", () => refreshed.includes(view));
    expect((await contentOf(client, view)).text).toContain("1. Phấn đấu năm 2024 đạt 55%");
  });

  test.each<[string, Uint8Array | undefined, RegExp]>([
    ["random bytes", Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 251), /damaged/],
    ["an empty file", new Uint8Array(), /damaged/],
    ["an old .doc", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), /old \.doc/],
    ["none", undefined, /not there/],
  ])("%s: one error on its line, and the text says why", async (_, bytes, reason) => {
    const { client, document, planUri } = await started(bytes ?? new Uint8Array());
    if (bytes === undefined) {
      rmSync(document);
      await client.fileChanged(toUri(document), 3);
    }
    const problems = await client.problems(planUri);
    const errors = problems.filter(({ severity }) => severity === 1);
    expect(errors.map(({ code, range }) => [code, range.start.line])).toEqual([
      [bytes === undefined ? "document-missing" : "document-unreadable", 3],
    ]);
    expect((await contentOf(client, toTextView(toUri(document)))).text).toMatch(reason);
  });

  test("a client that can't show texts is not led into the file's bytes", async () => {
    const { client, planUri } = await started(signed("Phấn đấu năm 2024 đạt 50%"), pullingClient);
    await client.problems(planUri);
    expect(client.registered).not.toContain("workspace/textDocumentContent");
    const found = await client.request<LocationLink[]>("textDocument/definition", {
      textDocument: { uri: planUri },
      position: { line: 6, character: 10 },
    });
    expect(found).toEqual([]);
  });

  test("no text of a file outside the folder is given", async () => {
    const { client } = await started(signed("x"));
    const outside = toTextView(toUri(join(temporaryFolder({}), "x.docx")));
    await expect(contentOf(client, outside)).rejects.toMatchObject({ code: expect.any(Number) });
  });
});

test("the address of a text holds the file's; other addresses stay as they are", () => {
  for (const uri of ["file:///c%3A/k%E1%BA%BF%20ho%E1%BA%A1ch.docx", "vscode-vfs://github/a/b.docx"]) {
    expect(fileOfTextView(toTextView(uri))).toBe(uri);
    expect(fileOfTextView(uri)).toBe(uri);
  }
  expect(fileOfTextView("bdg-document:/x?%")).toBe("bdg-document:/x?%");
  expect(hasTextView("a/b.DOCX")).toBe(true);
  expect(hasTextView("a/docx.txt")).toBe(false);
});
