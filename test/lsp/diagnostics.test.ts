import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Hover, WorkspaceDiagnosticReport } from "vscode-languageserver/node";

import { catalog } from "../../server/src/diagnostics/catalog.ts";
import { referencePage } from "../../server/src/diagnostics/reference-link.ts";
import type { StatusResult } from "../../server/src/lsp/protocol.ts";
import {
  type LspClient,
  pullingClient,
  pushingClient,
  startInProcess,
  toUri,
  until,
} from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Missed in 2024: 40% where the plan says 50%. */
const plan = `indicator women "Women among leaders" {
  unit percent
  target 2024 >= 50%
  measured 2024 = 40%
}
`;
const metPlan = plan.replace("40%", "60%");
const report = `use "plan.bdg"
report 2024 "Report" {
  women = 40%
}
`;
const bare = plan.replace(/ {2}measured.*\n/, "");
const codes = (one: object | undefined) => {
  const items = one && "items" in one ? (one.items as readonly { readonly code?: unknown }[]) : undefined;
  return items?.map(({ code }) => code);
};

describe("pulled", () => {
  test("a problem with its code, source, severity and link; then unchanged; then gone after an edit", async () => {
    const folder = temporaryFolder({ "plan.bdg": plan });
    const uri = toUri(join(folder, "plan.bdg"));
    const client = startInProcess();
    const { capabilities } = await client.initialize({ capabilities: pullingClient, folders: [folder] });
    expect(capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true });
    await client.openFile(join(folder, "plan.bdg"));

    const first = await client.pull(uri);
    expect(first).toMatchObject({
      kind: "full",
      items: [
        {
          code: "target-missed",
          source: "bdg",
          severity: 2,
          range: { start: { line: 3, character: 18 }, end: { line: 3, character: 21 } },
          codeDescription: { href: `${referencePage}#target-missed` },
        },
      ],
    });
    const again = await client.pull(uri, first.resultId);
    expect(again).toEqual({ kind: "unchanged", resultId: first.resultId });

    const digit = { start: { line: 3, character: 18 }, end: { line: 3, character: 19 } };
    await client.change(uri, 2, [[digit, "6"]]);
    const edited = await client.pull(uri, first.resultId);
    expect(codes(edited)).toEqual([]);
    expect(client.published).toEqual([]);
  });

  test("related places lead to the file and line", async () => {
    const folder = temporaryFolder({ "plan.bdg": bare, "report.bdg": report });
    const client = startInProcess();
    await client.initialize({ capabilities: pullingClient, folders: [folder] });
    const [problem] = await client.problems(toUri(join(folder, "report.bdg")));
    expect(problem?.code).toBe("target-missed");
    expect(
      problem?.relatedInformation?.map(({ location }) => [location.uri, location.range.start.line]),
    ).toContainEqual([toUri(join(folder, "plan.bdg")), 2]);
  });

  test("the whole workspace, files that nobody opened too; the next question waits until there is news", async () => {
    const folder = temporaryFolder({
      "plan.bdg": bare,
      "sub/báo cáo (1).bdg": report.replace("plan", "../plan"),
    });
    const planUri = toUri(join(folder, "plan.bdg"));
    const client = startInProcess();
    await client.initialize({ capabilities: pullingClient, folders: [folder] });
    const first = await client.pullWorkspace();
    const of = (end: string) => first.items.find(({ uri }) => decodeURIComponent(uri).endsWith(end));
    expect(codes(of("plan.bdg"))).toEqual([]);
    expect(codes(of("sub/báo cáo (1).bdg"))).toEqual(["target-missed"]);

    const known = new Map(first.items.map(({ uri, resultId }) => [uri, resultId!]));
    let answered = false;
    const second = client.pullWorkspace(known).finally(() => {
      answered = true;
    });
    await client.open(planUri, bare);
    // Nothing changed: the round trip of another question shows that this one is still waiting.
    await client.pull(planUri);
    expect(answered).toBe(false);
    await client.change(planUri, 2, [bare.replace("50%", "30%")]);
    const items = (await second).items;
    expect(items.map(({ uri, kind }) => [decodeURIComponent(uri).split("/").at(-1), kind])).toEqual(
      expect.arrayContaining([["báo cáo (1).bdg", "full"]]),
    );
  });

  test("news come at once to a question that takes parts; a while after them the client says what it has", async () => {
    const folder = temporaryFolder({ "plan.bdg": bare, "report.bdg": report });
    const [planUri, reportUri] = [toUri(join(folder, "plan.bdg")), toUri(join(folder, "report.bdg"))];
    const client = startInProcess();
    await client.initialize({ capabilities: pullingClient, folders: [folder] });
    const told: (readonly [string, unknown])[] = [];
    client.connection.onNotification("$/progress", ({ value }: { value: WorkspaceDiagnosticReport }) => {
      for (const item of value.items) told.push([item.uri, codes(item)]);
    });
    await client.openFile(join(folder, "plan.bdg"));
    await client.pull(planUri);
    const question = client.request("workspace/diagnostic", {
      previousResultIds: [],
      partialResultToken: "t",
    });
    await until("all files", () => told.length === 2);
    // The first is edited, and asked about by itself; the second is not open.
    await client.change(planUri, 2, [bare.replace("target 2024 >= 50%", "target 2024 >= 30%\n  tarrget")]);
    await until("the report", () => told.length === 3);
    expect(told[2]).toEqual([reportUri, []]);
    await client.change(planUri, 3, [bare]);
    await until("the report again", () => told.length >= 4);
    expect(told.find((one, i) => i > 2 && one[0] === reportUri)).toEqual([reportUri, ["target-missed"]]);
    expect(await question).toEqual({ items: [] });
  });

  test("a file that is gone is reported empty", async () => {
    const folder = temporaryFolder({ "plan.bdg": plan });
    const client = startInProcess();
    await client.initialize({ capabilities: pullingClient, folders: [folder] });
    const gone = `${toUri(folder)}/gone.bdg`;
    const { items } = await client.pullWorkspace(new Map([[gone, "77"]]));
    expect(items.find(({ uri }) => uri === gone)).toMatchObject({ kind: "full", items: [] });
  });

  test("other open files that an edit changes are asked for again", async () => {
    const folder = temporaryFolder({ "plan.bdg": bare, "report.bdg": report });
    const [planUri, reportUri] = [toUri(join(folder, "plan.bdg")), toUri(join(folder, "report.bdg"))];
    const client = startInProcess();
    await client.initialize({ capabilities: pullingClient, folders: [folder] });
    await client.openFile(join(folder, "plan.bdg"));
    await client.openFile(join(folder, "report.bdg"));
    expect(codes(await client.pull(planUri))).toEqual([]);
    expect(codes({ items: await client.problems(reportUri) })).toEqual(["target-missed"]);
    const before = client.refreshes;
    await client.change(planUri, 2, [bare.replace("50%", "30%")]);
    await until("a refresh", () => client.refreshes > before);
    expect(await client.problems(reportUri)).toEqual([]);
  });

  test("a cancelled question is answered as cancelled", async () => {
    const folder = temporaryFolder({ "plan.bdg": plan });
    const client = startInProcess();
    await client.initialize({ capabilities: pullingClient, folders: [folder] });
    const known = new Map((await client.pullWorkspace()).items.map(({ uri, resultId }) => [uri, resultId!]));
    const previousResultIds = [...known].map(([uri, value]) => ({ uri, value }));
    const { CancellationTokenSource } = await import("vscode-languageserver/node");
    const source = new CancellationTokenSource();
    const waiting = client.connection.sendRequest(
      "workspace/diagnostic",
      { previousResultIds },
      source.token,
    );
    await client.pull(toUri(join(folder, "plan.bdg")));
    source.cancel();
    await expect(waiting).rejects.toMatchObject({ code: -32800 });
  });
});

describe("pushed", () => {
  test("to a client that doesn't ask: once, with its version, again when they change, empty when the file goes", async () => {
    const folder = temporaryFolder({ "plan.bdg": plan });
    const path = join(folder, "plan.bdg");
    const uri = toUri(path);
    const client = startInProcess();
    const { capabilities } = await client.initialize({ folders: [folder] });
    expect(capabilities.diagnosticProvider).toBeUndefined();
    await client.openFile(path);
    await until("the problem", () => client.lastPublished(uri)?.diagnostics.length === 1);
    expect(client.lastPublished(uri)).toMatchObject({ version: 1, diagnostics: [{ code: "target-missed" }] });

    // A comment at the end changes no problem and is not published; then a value does.
    const end = { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } };
    await client.change(uri, 2, [[end, "# a comment\n"]]);
    for (let trip = 0; trip < 5; trip += 1) {
      await client.request("textDocument/hover", {
        textDocument: { uri },
        position: { line: 0, character: 0 },
      });
    }
    await client.change(uri, 3, [metPlan]);
    await until("no problem", () => client.lastPublished(uri)?.diagnostics.length === 0);
    expect(client.published.filter((one) => one.uri === uri).map(({ version }) => version)).toEqual([1, 3]);

    await client.change(uri, 4, [plan]);
    await until("the problem again", () => client.lastPublished(uri)?.version === 4);
    await client.close(uri);
    const { rmSync } = await import("node:fs");
    rmSync(path);
    await client.fileChanged(uri, 3);
    await until("cleared", () => client.lastPublished(uri)?.diagnostics.length === 0);
    expect(client.lastPublished(uri)?.version).toBeUndefined();
  });

  test("a burst of edits is published once, for the last version", async () => {
    const uri = "untitled:Untitled-1";
    const client = startInProcess();
    await client.initialize();
    await client.open(uri, metPlan);
    for (let version = 2; version <= 40; version += 1) {
      const value = version === 40 ? "41%" : `${version}%`;
      void client.change(uri, version, [plan.replace("40%", value)]);
    }
    await until("the last version", () => client.lastPublished(uri)?.version === 40);
    expect(client.published.length).toBeLessThan(5);
    expect(client.lastPublished(uri)?.diagnostics[0]?.message).toContain("41%");
    const versions = client.published.map(({ version }) => version ?? 0);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });

  test("after closing, the disk's text counts again", async () => {
    const folder = temporaryFolder({ "plan.bdg": metPlan });
    const path = join(folder, "plan.bdg");
    const client = startInProcess();
    await client.initialize({ folders: [folder] });
    await client.open(toUri(path), plan);
    await until("the buffer's problem", () => client.lastPublished(toUri(path))?.diagnostics.length === 1);
    writeFileSync(path, `${metPlan}indicator women "again" { unit percent }\n`);
    await client.close(toUri(path));
    await until("the disk's problems", () =>
      client.lastPublished(toUri(path))?.diagnostics.every(({ code }) => code === "duplicate-name"),
    );
  });

  test("a file outside every folder brings its own folder, and takes it along when it is closed", async () => {
    const folder = temporaryFolder({ "plan.bdg": bare, "report.bdg": report });
    const client = startInProcess();
    await client.initialize();
    const uri = toUri(join(folder, "report.bdg"));
    await client.openFile(join(folder, "report.bdg"));
    await until("the problem", () => client.lastPublished(uri)?.diagnostics[0]?.code === "target-missed");
    await client.close(uri);
    await until("cleared", () => client.lastPublished(uri)?.diagnostics.length === 0);
  });
});

test("every code of the catalog has its link, under the repository of package.json", async () => {
  const { default: manifest } = await import("../../package.json", { with: { type: "json" } });
  const { url } = manifest.repository;
  expect(referencePage).toBe(`${url.replace(/^git\+|\.git$/g, "")}/blob/main/docs/reference.md`);
  expect(Object.keys(catalog).every((code) => /^[a-z0-9-]+$/.test(code))).toBe(true);
});

describe("told when they are wanted", () => {
  const saved = (uri: string) => ({ textDocument: { uri } });
  const checkNow = { command: "bdg.checkNow" };
  const waitsFor = async (client: LspClient, uri: string) =>
    (await client.request<StatusResult>("bdg/status", { uri })).waitsFor;

  async function started(run: string, capabilities = pullingClient) {
    const folder = temporaryFolder({ "plan.bdg": plan });
    const uri = toUri(join(folder, "plan.bdg"));
    const client = startInProcess();
    const settings = { asOf: "2025-06-30", check: { run } };
    await client.initialize({ capabilities, folders: [folder], settings });
    await client.openFile(join(folder, "plan.bdg"));
    return { client, uri, settings };
  }

  test("on saving: what is typed changes nothing until then, and a hover knows it at once", async () => {
    const { client, uri } = await started("onSave");
    const first = await client.pull(uri);
    expect(codes(first)).toEqual(["target-missed"]);
    expect(await waitsFor(client, uri)).toBeNull();

    await client.change(uri, 2, [metPlan]);
    expect(await client.pull(uri, first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    expect(codes((await client.pullWorkspace()).items[0])).toEqual(["target-missed"]);
    expect(await waitsFor(client, uri)).toBe("save");
    const position = { line: 0, character: 12 };
    const hover = await client.request<Hover>("textDocument/hover", { textDocument: { uri }, position });
    expect(JSON.stringify(hover.contents)).toMatch(/Met/);

    await client.notify("textDocument/didSave", saved(uri));
    expect(codes(await client.pull(uri, first.resultId))).toEqual([]);
    expect(await waitsFor(client, uri)).toBeNull();
  });

  test("on saving, to a client that is told without asking", async () => {
    const { client, uri } = await started("onSave", pushingClient);
    await until("the problem", () => client.lastPublished(uri)?.diagnostics.length === 1);
    await client.change(uri, 2, [metPlan]);
    expect(await waitsFor(client, uri)).toBe("save");
    expect(client.lastPublished(uri)?.version).toBe(1);
    await client.notify("textDocument/didSave", saved(uri));
    await until("no problem", () => client.lastPublished(uri)?.diagnostics.length === 0);
  });

  test("closing another file tells nothing of what is not saved", async () => {
    const { client, uri } = await started("onSave");
    expect(codes(await client.pull(uri))).toEqual(["target-missed"]);
    const other = new URL("other.bdg", uri).href;
    await client.open(other, bare);
    await client.change(uri, 2, [metPlan]);
    await client.close(other);
    expect(await waitsFor(client, uri)).toBe("save");
    expect(codes(await client.pull(uri))).toEqual(["target-missed"]);
  });

  test("what was typed and not saved is gone with its buffer", async () => {
    const { client, uri } = await started("onSave", pushingClient);
    await until("the problem", () => client.lastPublished(uri)?.diagnostics.length === 1);
    await client.change(uri, 2, [`${plan}\nsomething else`]);
    await client.close(uri);
    writeFileSync(fileURLToPath(uri), metPlan);
    await client.fileChanged(uri, 2);
    await until("the state of the disk", () => client.lastPublished(uri)?.diagnostics.length === 0);
  });

  test("on request: nothing before, and after it until the next change", async () => {
    const { client, uri } = await started("manual");
    expect(codes(await client.pull(uri))).toEqual([]);
    expect(await waitsFor(client, uri)).toBe("command");
    await client.request("workspace/executeCommand", checkNow);
    const asked = await client.pull(uri);
    expect(codes(asked)).toEqual(["target-missed"]);
    expect(await waitsFor(client, uri)).toBeNull();

    await client.change(uri, 2, [metPlan]);
    await client.notify("textDocument/didSave", saved(uri));
    expect(await client.pull(uri, asked.resultId)).toMatchObject({ kind: "unchanged" });
    await client.request("workspace/executeCommand", checkNow);
    expect(codes(await client.pull(uri, asked.resultId))).toEqual([]);
  });

  test("a setting that is none of these is said, and problems come as one types", async () => {
    const { client, uri } = await started("sometimes");
    expect(codes(await client.pull(uri))).toEqual(["target-missed"]);
    await client.change(uri, 2, [metPlan]);
    expect(codes(await client.pull(uri))).toEqual([]);
    expect(client.log.join()).toContain("bdg.check.run");
  });

  test("the setting counts as soon as it is changed", async () => {
    const { client, uri, settings } = await started("manual", pushingClient);
    expect(await waitsFor(client, uri)).toBe("command");
    await client.notify("workspace/didChangeConfiguration", {
      settings: { bdg: { ...settings, check: { run: "onType" } } },
    });
    await until("the problem", () => client.lastPublished(uri)?.diagnostics.length === 1);
  });
});
