import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CodeAction,
  CodeLens,
  FoldingRange,
  InlayHint,
  Location,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  TextEdit,
  TypeHierarchyItem,
  WorkspaceEdit,
  WorkspaceSymbol,
} from "vscode-languageserver/node";
import { applyEdits } from "../support/apply-edits.ts";
import { type LspClient, pullingClient, startInProcess, toUri } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** What the core answers is tested there; here that the answers arrive in the protocol's words. */
const plan = `plan p "P" {
  period 2021..2030
  document "signed.txt"
}
body   office "The office"
indicator women "Women" {
  clause I.1
  unit percent
  baseline 2020 = 8 of 20
  target 2024 >= 50%
  lead office
}
indicator twice "Twice" { unit percent; formula = women * 2 }
`;
const report = 'use "plan.bdg"\nreport 2023 "R" {\n  women = 40%\n}\n';
const signed = "I. TARGETS\n1. The office shall reach 50% by 2024.\n";

const able = {
  ...pullingClient,
  workspace: {
    ...pullingClient.workspace,
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
  textDocument: { ...pullingClient.textDocument, rename: { prepareSupport: true } },
};

let uris = { plan: "", report: "", signed: "" };
let folder = "";
beforeEach(() => {
  folder = temporaryFolder({ "plan.bdg": plan, "report.bdg": report, "signed.txt": signed });
  const uriOf = (name: string) => toUri(join(folder, name));
  uris = { plan: uriOf("plan.bdg"), report: uriOf("report.bdg"), signed: uriOf("signed.txt") };
});

async function started(
  settings: Readonly<Record<string, unknown>> = { asOf: "2025-06-30" },
): Promise<LspClient> {
  const client = startInProcess();
  await client.initialize({
    capabilities: able,
    folders: [folder],
    settings,
    options: { commandLinks: true },
  });
  return client;
}

function ask<Result>(client: LspClient, method: string, more: object = {}, uri = uris.plan): Promise<Result> {
  return client.request<Result>(`textDocument/${method}`, { textDocument: { uri }, ...more });
}

const at = (line: number, character: number) => ({ position: { line, character } });
const lines = (start: number, end: number) => ({
  range: { start: { line: start, character: 0 }, end: { line: end, character: 0 } },
});

test("only what is there is offered", async () => {
  const { capabilities } = await startInProcess().initialize({ capabilities: able });
  expect(capabilities).toMatchObject({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    renameProvider: { prepareProvider: true },
    codeActionProvider: { codeActionKinds: ["quickfix", "refactor.rewrite", "source.fixAll.bdg"] },
    semanticTokensProvider: { full: { delta: true } },
  });
  expect(capabilities).not.toHaveProperty("documentOnTypeFormattingProvider");
  expect(capabilities).not.toHaveProperty("linkedEditingRangeProvider");
});

describe("edits", () => {
  test("formatting of a file, of a range, and keywords in one language", async () => {
    const client = await started();
    const options = { tabSize: 8, insertSpaces: false };
    const whole = await ask<TextEdit[]>(client, "formatting", { options });
    const texts = (edits: TextEdit[]) => edits.map(({ range, newText }) => ({ range, text: newText }));
    const formatted = applyEdits(plan, texts(whole));
    expect(formatted).toContain('body office "The office"\n');
    expect(formatted).toContain("  baseline  2020 = 8 of 20\n");
    const part = await ask<TextEdit[]>(client, "rangeFormatting", { options, ...lines(4, 4) });
    expect(applyEdits(plan, texts(part))).toBe(plan.replace("body   office", "body office"));
    const keywords = await client.request<TextEdit[]>("bdg/convertKeywords", {
      uri: uris.plan,
      language: "vi",
    });
    expect(applyEdits(plan, texts(keywords))).toContain("  kỳ gốc       2020 = 8 trên 20\n");
  });

  test("renaming across files, with the version of the open one, and the reason where it is refused", async () => {
    const client = await started();
    await client.open(uris.plan, plan, 7);
    const prepared = await ask<object>(client, "prepareRename", at(5, 12));
    expect(prepared).toEqual({
      range: { start: { line: 5, character: 10 }, end: { line: 5, character: 15 } },
      placeholder: "women",
    });
    const { documentChanges } = await ask<WorkspaceEdit>(client, "rename", { ...at(5, 12), newName: "nữ" });
    expect(documentChanges).toMatchObject([
      { textDocument: { uri: uris.plan, version: 7 }, edits: [{ newText: "nữ" }, { newText: "nữ" }] },
      { textDocument: { uri: uris.report, version: null }, edits: [{ newText: "nữ" }] },
    ]);
    await expect(ask(client, "rename", { ...at(5, 12), newName: "office" })).rejects.toThrow(
      /already a name/,
    );
    await expect(ask(client, "prepareRename", at(7, 8))).rejects.toThrow(/always there/);
  });

  test("quick fixes with their problems; a value to be typed is a snippet in the report's file", async () => {
    await Promise.resolve();
    const client = await started();
    const wrong = plan.replace("lead office", "lead ofice");
    await client.open(uris.plan, wrong);
    const diagnostics = await client.problems(uris.plan);
    const context = { diagnostics, triggerKind: 1 };
    const actions = await ask<CodeAction[]>(client, "codeAction", { ...lines(0, 20), context });
    const nearest = actions.find(({ title }) => title === "Change to “office”")!;
    expect(nearest).toMatchObject({ kind: "quickfix", isPreferred: true });
    expect(nearest.diagnostics!.map(({ code }) => code)).toEqual(["unknown-name"]);
    const record = actions.find(({ title }) => title.startsWith("Record the value"))!;
    expect(JSON.stringify(record.edit)).toContain('"value":"  measured 2024 = $0\\n"');
    const none = await ask<CodeAction[]>(client, "codeAction", {
      ...lines(0, 20),
      context: { diagnostics: [], only: ["refactor.extract"] },
    });
    expect(none).toEqual([]);
    await client.change(uris.plan, 2, [plan.replace('"The office"', "“The office”")]);
    const all = (only: string) =>
      ask<CodeAction[]>(client, "codeAction", {
        ...lines(0, 20),
        context: { diagnostics: [], only: [only] },
      });
    for (const kind of ["source", "source.fixAll", "source.fixAll.bdg"]) {
      const [fix] = await all(kind);
      expect(fix).toMatchObject({ kind: "source.fixAll.bdg" });
      expect(JSON.stringify(fix!.edit)).toContain('"newText":"\\"The office\\""');
    }
    expect(await all("source.organizeImports")).toEqual([]);
    await client.change(uris.plan, 3, [plan]);
    expect(await all("source.fixAll")).toEqual([]);
  });
});

describe("a fix that changes another file", () => {
  const late = 'use "plan.bdg"\nreport 2024 "R" {\n  women = 40%\n}\n';

  async function explained(window: object, options = {}): Promise<CodeAction> {
    const client = startInProcess();
    const settings = { asOf: "2025-06-30", language: "en" };
    await client.initialize({ capabilities: { ...able, window }, folders: [folder], settings, options });
    await client.open(uris.report, late);
    const context = { diagnostics: await client.problems(uris.report) };
    const textDocument = { uri: uris.report };
    const asked = { ...lines(2, 3), textDocument, context };
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", asked);
    return actions.find(({ title }) => title.startsWith("Explain"))!;
  }

  test("leads to where the reason is to be typed, by the client's own command or by showing it", async () => {
    const own = await explained({}, { placeCommand: "place.show" });
    expect(own.edit!.documentChanges).toMatchObject([
      { textDocument: { uri: uris.plan }, edits: [{ snippet: { value: '  explain 2024 "$0"\n' } }] },
    ]);
    expect(own.command).toMatchObject({ command: "place.show", arguments: [uris.plan, 11, 16] });
    const shown = await explained({ showDocument: { support: true } });
    expect(shown.command).toMatchObject({ command: "bdg.openClause", arguments: [uris.plan, 11] });
    expect((await explained({})).command).toBeUndefined();
  });
});

describe("what can't be done", () => {
  // The clause says 2024, which is outside of this plan.
  const late = plan.replace("2021..2030", "2025..2030").replace("target 2024 >= 50%", "target 2026 >= 50%");

  async function asked(codeAction: object, only?: readonly string[]) {
    const client = startInProcess();
    const textDocument = { ...able.textDocument, codeAction };
    const settings = { asOf: "2026-06-30", language: "en" };
    await client.initialize({ capabilities: { ...able, textDocument }, folders: [folder], settings });
    await client.open(uris.plan, late);
    const context = { diagnostics: await client.problems(uris.plan), ...(only && { only }) };
    return ask<CodeAction[]>(client, "codeAction", { ...lines(9, 10), context });
  }

  const reason = "2024 is outside the plan's period 2025..2030.";
  const told = {
    title: "Take what the clause says",
    kind: "quickfix",
    isPreferred: true,
    disabled: { reason },
    diagnostics: [expect.objectContaining({ code: "target-differs-from-clause" })],
  };
  const ignore = expect.objectContaining({ title: expect.stringMatching(/^Ignore/), kind: "quickfix" });

  test("is told with the reason, to a client that shows such", async () => {
    expect(await asked({ disabledSupport: true })).toEqual([told, ignore]);
    expect(await asked({ disabledSupport: true }, ["quickfix"])).toEqual([told, ignore]);
    expect(await asked({ disabledSupport: false })).toEqual([ignore]);
    expect(await asked({})).toEqual([ignore]);
  });

  test("is among the refactorings, by a title that has the reason; silencing is none", async () => {
    const refactoring = { ...told, kind: "refactor.rewrite", title: `${told.title}: ${reason}` };
    for (const kind of ["refactor", "refactor.rewrite"])
      expect(await asked({ disabledSupport: true }, [kind])).toEqual([refactoring]);
    expect(await asked({}, ["refactor"])).toEqual([]);
  });
});

describe("what is shown", () => {
  test("places, structure and search", async () => {
    const client = await started();
    expect(await ask<object[]>(client, "documentHighlight", at(5, 12))).toMatchObject([
      { kind: 3 },
      { kind: 2 },
    ]);
    const folds = await ask<FoldingRange[]>(client, "foldingRange");
    expect(folds).toEqual([
      { startLine: 0, endLine: 2 },
      { startLine: 5, endLine: 10 },
    ]);
    const positions = [
      { line: 8, character: 18 },
      { line: 4, character: 0 },
    ];
    const [value, body] = await ask<SelectionRange[]>(client, "selectionRange", { positions });
    expect(value!.range).toEqual({ start: { line: 8, character: 18 }, end: { line: 8, character: 19 } });
    expect(value!.parent!.range.end).toEqual({ line: 8, character: 25 });
    expect(body!.range).toEqual({ start: { line: 4, character: 0 }, end: { line: 4, character: 4 } });
    const found = await client.request<WorkspaceSymbol[]>("workspace/symbol", { query: "the office" });
    expect(found.map(({ name, location }) => [name, location.uri])).toEqual([
      ["The office · office", uris.plan],
      ["I.1 · The office shall reach 50% by 2024.", uris.signed],
    ]);
    const citing = await ask<Location[]>(client, "implementation", at(1, 5), uris.signed);
    expect(citing.map(({ uri, range }) => [uri, range.start.line])).toEqual([[uris.plan, 5]]);
  });

  test("trees of formulas and of plans", async () => {
    const client = await started();
    const [item] = await ask<CallHierarchyItem[]>(client, "prepareCallHierarchy", at(5, 12));
    const incoming = await client.request<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", {
      item,
    });
    expect(incoming.map(({ from }) => from.name)).toEqual(["twice"]);
    expect(await client.request("callHierarchy/outgoingCalls", { item: incoming[0]!.from })).toMatchObject([
      { to: { name: "women", detail: "Women" } },
    ]);
    const [type] = await ask<TypeHierarchyItem[]>(client, "prepareTypeHierarchy", at(5, 12));
    expect(await client.request("typeHierarchy/supertypes", { item: type })).toEqual([]);
    expect(await client.request("typeHierarchy/subtypes", { item: type })).toEqual([]);
  });

  test("tokens whole, then what changed; the changed ones are those of the new text", async () => {
    const client = await started();
    await client.open(uris.plan, plan, 1);
    const first = await ask<SemanticTokens>(client, "semanticTokens/full");
    expect(first.data.slice(0, 10)).toEqual([0, 0, 4, 0, 0, 0, 5, 1, expect.any(Number), 1]);
    const changed = `# first\n${plan.replace("office", "bureau")}`;
    await client.change(uris.plan, 2, [changed]);
    const delta = await ask<SemanticTokensDelta>(client, "semanticTokens/full/delta", {
      previousResultId: first.resultId,
    });
    const data = [...first.data];
    for (const { start, deleteCount, data: fresh = [] } of delta.edits)
      data.splice(start, deleteCount, ...fresh);
    const whole = await ask<SemanticTokens>(client, "semanticTokens/full");
    expect(data).toEqual(whole.data);
    expect(data).not.toEqual(first.data);
    const unknown = await ask<SemanticTokens>(client, "semanticTokens/full/delta", { previousResultId: "x" });
    expect(unknown.data).toEqual(whole.data);
  });

  test("hints and lenses, each with a setting that turns it off", async () => {
    const client = await started({ asOf: "2023-12-31" });
    const hints = await ask<InlayHint[]>(client, "inlayHint", lines(0, 20));
    expect(hints.map(({ label }) => label)).toEqual(["= 40%"]);
    const inReport = await ask<InlayHint[]>(client, "inlayHint", lines(0, 20), uris.report);
    expect(inReport.map(({ label }) => label)).toEqual([expect.stringMatching(/^path on \d+ \w+ \d+: 47/)]);
    const lenses = await ask<CodeLens[]>(client, "codeLens");
    expect(lenses.map(({ command }) => [command!.title.split(" · ")[0], command!.command])).toEqual([
      ["Off track", ""],
      ["I.1", "bdg.openClause"],
      ["No target", ""],
    ]);
    expect(lenses[1]!.command!.arguments).toEqual(["signed.txt", 1]);
    const off = await started({ inlayHints: { enabled: false }, codeLens: { enabled: false } });
    expect(await ask(off, "inlayHint", lines(0, 20))).toEqual([]);
    expect(await ask(off, "codeLens")).toEqual([]);
  });
});
