/** Clients that count characters in bytes or in code points: every place is where it is, on its way in and out. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CodeAction,
  CompletionList,
  DefinitionLink,
  Hover,
  Location,
  Position,
  Range,
  SemanticTokens,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { chooseEncoding, createPositionCodec } from "../../server/src/lsp/position-encoding.ts";
import { type LspClient, startInProcess, toUri, until } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Letters of one, two, three and four bytes stand before everything that is asked about. */
const plan = `plan p "Kế hoạch 👩" { issued 2022; document "văn bản.txt" }
indicator women "Nữ 👩 ý é" { clause I.1 "đến 👩 50%"; unit percent; target 2024 >= 50%; measured 2024 = 40% }
indicator all "Tất cả 👩" { unit percent; formula women + women }
`;
const report = 'use "plan.bdg"\ntask t "Công việc 👩" { serves women }\n';
const signed = "I. MỤC TIÊU\n1. Phấn đấu 👩 đến 👩 50%.\n2. Khác.\n";

const counts: Readonly<Record<string, (text: string) => number>> = {
  "utf-8": (text) => Buffer.byteLength(text, "utf8"),
  "utf-32": (text) => [...text].length,
};

test.each([
  [undefined, "utf-16"],
  [[], "utf-16"],
  [["utf-8", "utf-16"], "utf-16"],
  [["utf-8"], "utf-8"],
  [["utf-32", "utf-8"], "utf-32"],
  [["utf-7"], "utf-16"],
])("of %j it is %s", (offered, chosen) => expect(chooseEncoding(offered)).toBe(chosen));

describe.each(Object.entries(counts))("%s", (encoding, count) => {
  /** The place of the first `words` after `before`, as this client counts. */
  function place(text: string, words: string, before = ""): Range {
    const from = text.indexOf(words, text.indexOf(before) + before.length);
    expect(from).toBeGreaterThanOrEqual(0);
    const at = (offset: number): Position => {
      const lines = text.slice(0, offset).split("\n");
      return { line: lines.length - 1, character: count(lines.at(-1)!) };
    };
    return { start: at(from), end: at(from + words.length) };
  }

  async function started(): Promise<{ client: LspClient; uri: (path: string) => string }> {
    const folder = temporaryFolder({ "plan.bdg": plan, "report.bdg": report, "văn bản.txt": signed });
    const client = startInProcess();
    const { capabilities } = await client.initialize({
      capabilities: {
        general: { positionEncodings: [encoding] },
        textDocument: { definition: { linkSupport: true } },
        workspace: { workspaceEdit: { documentChanges: true } },
      },
      folders: [folder],
    });
    expect(capabilities.positionEncoding).toBe(encoding);
    const uri = (path: string) => toUri(join(folder, path));
    await until("problems", () => client.lastPublished(uri("plan.bdg")));
    return { client, uri };
  }

  test("problems, with the place in the document that they are about", async () => {
    const { client, uri } = await started();
    const { diagnostics } = client.lastPublished(uri("plan.bdg"))!;
    const missed = diagnostics.find(({ code }) => code === "target-missed")!;
    expect(missed.range).toEqual(place(plan, "40%"));
    const clause = missed.relatedInformation!.find(({ location }) => location.uri === uri("văn bản.txt"))!;
    expect(clause.location.range.end).toEqual(place(signed, "50%.").end);
  });

  test("a change is made where it was typed", async () => {
    const { client, uri } = await started();
    await client.open(uri("plan.bdg"), plan);
    const better = plan.replace("40%", "👩60%");
    await client.change(uri("plan.bdg"), 2, [
      [place(plan, "40"), "👩60"],
      [place(better, "👩", "= "), ""],
    ]);
    await until("no missed value", () =>
      client.lastPublished(uri("plan.bdg"))!.diagnostics.every(({ code }) => code !== "target-missed"),
    );
  });

  test("hover, definition, references and calls", async () => {
    const { client, uri } = await started();
    const from = { textDocument: { uri: uri("report.bdg") }, position: place(report, "women").end };
    const hover = await client.request<Hover>("textDocument/hover", from);
    expect(hover.range).toEqual(place(report, "women"));
    const [link] = await client.request<DefinitionLink[]>("textDocument/definition", from);
    expect(link).toMatchObject({
      originSelectionRange: place(report, "women"),
      targetSelectionRange: place(plan, "women"),
    });
    expect(link!.targetRange.end).toEqual(place(plan, "40% }").end);
    const clause = { textDocument: { uri: uri("plan.bdg") }, position: place(plan, "I.1").start };
    const [target] = await client.request<DefinitionLink[]>("textDocument/definition", clause);
    expect(target!.targetSelectionRange.start).toEqual(place(signed, "Phấn").start);
    const references = await client.request<Location[]>("textDocument/references", {
      ...from,
      context: { includeDeclaration: false },
    });
    expect(references.map(({ range }) => range)).toEqual([
      place(plan, "women", "formula "),
      place(plan, "women", "women + "),
      place(report, "women"),
    ]);
    const named = { textDocument: { uri: uri("plan.bdg") }, position: place(plan, "women").start };
    const [item] = await client.request<CallHierarchyItem[]>("textDocument/prepareCallHierarchy", named);
    const calls = await client.request<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", { item });
    expect(calls[0]!.fromRanges).toEqual([
      place(plan, "women", "formula "),
      place(plan, "women", "women + "),
    ]);
  });

  test("edits: a new name, what is completed, what is mended", async () => {
    const { client, uri } = await started();
    const textDocument = { uri: uri("report.bdg") };
    const { documentChanges } = await client.request<WorkspaceEdit>("textDocument/rename", {
      textDocument,
      position: place(report, "women").start,
      newName: "nữ",
    });
    const edits = documentChanges!.flatMap((change) => ("edits" in change ? change.edits : []));
    expect(edits.map(({ range }) => range)).toContainEqual(place(report, "women"));
    expect(edits.map(({ range }) => range)).toContainEqual(place(plan, "women", "women + "));
    const list = await client.request<CompletionList>("textDocument/completion", {
      textDocument,
      position: place(report, "wom").end,
    });
    const women = list.items.find(({ label }) => label === "women")!;
    expect(women.textEdit).toMatchObject({ range: place(report, "wom") });
    const mistyped = report.replace("women", "womn");
    await client.open(textDocument.uri, mistyped);
    const range = place(mistyped, "womn");
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    const [change] = actions[0]!.edit!.documentChanges!;
    expect(change && "edits" in change && change.edits[0]).toMatchObject({ range, newText: "women" });
  });

  test("coloured words", async () => {
    const { client, uri } = await started();
    const { data } = await client.request<SemanticTokens>("textDocument/semanticTokens/full", {
      textDocument: { uri: uri("report.bdg") },
    });
    const places: Range[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      character = data[i] === 0 ? character + data[i + 1]! : data[i + 1]!;
      line += data[i]!;
      places.push({ start: { line, character }, end: { line, character: character + data[i + 2]! } });
    }
    expect(places).toContainEqual(place(report, "women"));
    expect(places).toContainEqual(place(report, "serves"));
  });
});

test("a place beyond a line's end, or within a letter, is the next one there is", () => {
  const codec = createPositionCodec("utf-8", () => "é👩");
  const into = (character: number) => codec.incoming({ line: 0, character }, "x").character;
  expect([0, 1, 2, 3, 5, 6, 7, 99].map(into)).toEqual([0, 1, 1, 3, 3, 3, 3, 3]);
  const out = (character: number) => codec.outgoing({ line: 0, character }, "x").character;
  expect([0, 1, 2, 3, 9].map(out)).toEqual([0, 2, 6, 6, 6]);
});
