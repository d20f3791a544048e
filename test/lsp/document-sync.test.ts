import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Diagnostic, Range } from "vscode-languageserver/node";
import { type LspClient, pullingClient, startInProcess, toUri } from "../support/lsp-client.ts";
import { propertyRuns } from "../support/runs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const plan = `indicator women "Nữ lãnh đạo" {
  unit percent
  target 2024 >= 50%
  measured 2024 = 40%
}
`;
const uri = "untitled:Untitled-1";

async function started(text = plan): Promise<LspClient> {
  const client = startInProcess();
  await client.initialize({ capabilities: pullingClient });
  await client.open(uri, text);
  return client;
}

const codesOf = (problems: readonly Diagnostic[]) => problems.map(({ code }) => code);
const at = (line: number, character: number, endLine = line, endCharacter = character): Range => ({
  start: { line, character },
  end: { line: endLine, character: endCharacter },
});

test("a version that was there already changes nothing, and the log says so", async () => {
  const client = await started();
  await client.change(uri, 3, [[at(3, 18, 3, 19), "6"]]);
  expect(await client.problems(uri)).toEqual([]);
  await client.change(uri, 3, [[at(3, 18, 3, 19), "1"]]);
  await client.change(uri, 2, ["indicator"]);
  expect(await client.problems(uri)).toEqual([]);
  expect(client.log.filter((line) => line.includes("ignored"))).toHaveLength(2);
  await client.change(uri, 4, [[at(3, 18, 3, 19), "4"]]);
  expect(codesOf(await client.problems(uri))).toEqual(["target-missed"]);
});

test("an edit past the end of a line or of the file is taken at its end", async () => {
  const client = await started();
  await client.change(uri, 2, [[at(900, 7, 901, 3), 'indicator women "again" { unit percent }\n']]);
  expect(codesOf(await client.problems(uri))).toContain("duplicate-name");
  await client.change(uri, 3, [[at(5, 0, 5, 900), ""]]);
  expect(codesOf(await client.problems(uri))).toEqual(["target-missed"]);
  await client.change(uri, 4, [[at(3, 500, 3, 900), ' "Báo cáo"']]);
  expect(codesOf(await client.problems(uri))).toEqual(["target-missed"]);
});

test("several changes of one message are applied one after the other", async () => {
  const client = await started();
  await client.change(uri, 2, ["", [at(0, 0), plan], [at(0, 0), "# a line above\n"]]);
  const [problem] = await client.problems(uri);
  expect(problem?.range.start.line).toBe(4);
});

test("opening again replaces the text", async () => {
  const client = await started();
  await client.open(uri, plan.replace("40%", "60%"), 1);
  expect(await client.problems(uri)).toEqual([]);
});

test.each([
  ["no params", undefined],
  ["no document", {}],
  [
    "a document that is not open",
    { textDocument: { uri: "untitled:other", version: 2 }, contentChanges: [] },
  ],
  ["no changes", { textDocument: { uri, version: 9 } }],
  ["no text", { textDocument: { uri, version: 9 }, contentChanges: [{ range: at(0, 0) }] }],
  [
    "half a range",
    { textDocument: { uri, version: 9 }, contentChanges: [{ range: { start: {} }, text: "x" }] },
  ],
  [
    "a place before the beginning",
    { textDocument: { uri, version: 9 }, contentChanges: [{ range: at(-1, 0), text: "x" }] },
  ],
  [
    "a place between two letters",
    { textDocument: { uri, version: 9 }, contentChanges: [{ range: at(0, 0.5), text: "x" }] },
  ],
])("a malformed change (%s) changes nothing, and the server goes on", async (_, params) => {
  const client = await started();
  await client.notify("textDocument/didChange", params);
  expect(codesOf(await client.problems(uri))).toEqual(["target-missed"]);
  await client.change(uri, 10, [plan.replace("40%", "60%")]);
  expect(await client.problems(uri)).toEqual([]);
});

test.each([
  "textDocument/hover",
  "textDocument/definition",
  "textDocument/references",
  "textDocument/completion",
  "textDocument/documentSymbol",
  "textDocument/documentLink",
  "textDocument/diagnostic",
  "workspace/diagnostic",
  "bdg/status",
  "bdg/summaryTable",
])("%s with nonsense is answered or refused, and the server goes on", async (method) => {
  const client = await started();
  for (const params of [{}, { textDocument: 3 }, { textDocument: { uri: "%%%" } }, { uri: 5, format: 7 }]) {
    await client
      .request(method, params)
      .catch((error: { code: number }) => expect(error.code).toBeLessThan(0));
  }
  expect(codesOf(await client.problems(uri))).toEqual(["target-missed"]);
});

test("after any edits the problems are those of a fresh server with the same text", async () => {
  const folder = temporaryFolder({ "start.txt": "" });
  const edited = `${toUri(folder)}/edited.bdg`;
  const client = startInProcess();
  await client.initialize({ capabilities: pullingClient, folders: [folder] });
  const fresh = startInProcess();
  await fresh.initialize({ capabilities: pullingClient, folders: [join(folder, "none")] });

  const piece = fc.constantFrom(
    "}",
    "{",
    "\n",
    '"',
    "# x\n",
    "4",
    "%",
    'indicator b "B" {\n',
    "\r\n",
    "é",
    plan,
    "🙂",
  );
  const edit = fc.record({ from: fc.nat(), length: fc.nat(30), text: fc.oneof(piece, fc.constant("")) });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
      let text = plan + plan.replace("women", "men");
      let version = 1;
      await client.open(edited, text, version);
      for (const { from, length, text: inserted } of edits) {
        const start = from % (text.length + 1);
        const end = Math.min(text.length, start + length);
        version += 1;
        await client.change(edited, version, [
          [{ start: placeOf(text, start), end: placeOf(text, end) }, inserted],
        ]);
        text = text.slice(0, startOf(text, start)) + inserted + text.slice(startOf(text, end));
      }
      await fresh.open(edited, text);
      expect(await client.problems(edited)).toEqual(await fresh.problems(edited));
      await fresh.close(edited);
      await client.close(edited);
    }),
    propertyRuns(60),
  );
});

/** The line and character of an offset, written apart from the server's own. */
function placeOf(text: string, offset: number): Range["start"] {
  const lines = text.slice(0, startOf(text, offset)).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

/** Between CR and LF there is no place to stand: the one before both is meant. */
function startOf(text: string, offset: number): number {
  return text[offset - 1] === "\r" && text[offset] === "\n" ? offset - 1 : offset;
}
