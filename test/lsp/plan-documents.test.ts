import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type CompareDocumentResult,
  compareDocumentRequest,
  newPlanRequest,
} from "../../server/src/lsp/plan-document-protocol.ts";
import { type LspClient, pullingClient, startInProcess, toUri } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const document = readFileSync(
  new URL("../unit/documents/fixtures/ke-hoach-snv-2022.txt", import.meta.url),
  "utf8",
);
const amended = document.replace("đến năm 2025 đạt 60%", "đến năm 2025 đạt 62%");

async function started(files: Readonly<Record<string, string>>, settings = {}) {
  const folder = temporaryFolder(files);
  const client = startInProcess();
  await client.initialize({ capabilities: pullingClient, folders: [join(folder, "work")], settings });
  return { client, uriOf: (name: string) => toUri(join(folder, name)) };
}

test("a plan from a document that lies outside of the workspace, in the user's language", async () => {
  const { client, uriOf } = await started(
    { "work/x.bdg": "", "elsewhere/kế hoạch.txt": document },
    { language: "vi" },
  );
  const ask = (documentUri: string, keywords: "en" | "vi") =>
    client.connection.sendRequest(newPlanRequest, { documentUri, planUri: uriOf("work/moi.bdg"), keywords });
  const plan = await ask(uriOf("elsewhere/kế hoạch.txt"), "en");
  expect(plan).toMatchObject({ kind: "plan", indicators: 5, tasks: 14, checks: 2 });
  expect(plan.kind === "plan" && plan.text).toContain('document  "../elsewhere/kế hoạch.txt"');
  expect(plan.kind === "plan" && plan.text).toContain("# check: xem lại: văn bản để trống số");
  expect(await ask(uriOf("elsewhere/none.txt"), "vi")).toEqual({
    kind: "refused",
    message: "Không đọc được “none.txt”: không tìm thấy tệp.",
  });
});

test("a text without clauses is refused with a reason", async () => {
  const { client, uriOf } = await started({ "work/letter.txt": "Kính gửi ông A.\n" });
  const params = { documentUri: uriOf("work/letter.txt"), planUri: uriOf("work/letter.bdg") };
  expect(await client.connection.sendRequest(newPlanRequest, params)).toEqual({
    kind: "refused",
    message: "“letter.txt” has no numbered clauses (I., 1., a), -), so there is nothing to make a plan from.",
  });
});

const plan = `plan p "P" {\n  period 2021..2030\n  document "cu.txt"\n}\nindicator x "X" {\n  clause II.1-1 "đến năm 2025 đạt 60%"\n  unit percent\n  target 2025 reach 60%\n  target 2030 reach 75%\n}\n`;

function compare(
  client: LspClient,
  params: { uri: string; newUri: string; oldUri?: string },
): Promise<CompareDocumentResult> {
  return client.connection.sendRequest(compareDocumentRequest, { applied: [], ...params });
}

test("a new version, asked for from the plan and from its document", async () => {
  const { client, uriOf } = await started({
    "work/p.bdg": plan,
    "work/cu.txt": document,
    "work/moi.txt": amended,
  });
  const [fromPlan, fromDocument] = await Promise.all(
    ["work/p.bdg", "work/cu.txt"].map((name) =>
      compare(client, { uri: uriOf(name), newUri: uriOf("work/moi.txt") }),
    ),
  );
  expect(fromPlan).toEqual(fromDocument);
  if (fromPlan?.kind !== "compared") throw new Error(JSON.stringify(fromPlan));
  expect([fromPlan.oldUri, fromPlan.differences]).toEqual([uriOf("work/cu.txt"), 1]);
  expect(fromPlan.markdown).toContain(`[II.1-1](/moi.txt#L30)`);
  const [words, value, replaced] = fromPlan.fixes;
  expect(words).toMatchObject({ title: "x: update the quoted words", detail: "“đến năm 2025 đạt 62%”" });
  expect(value).toMatchObject({
    edit: {
      changes: {
        [uriOf("work/p.bdg")]: [
          { range: { start: { line: 7, character: 20 }, end: { line: 7, character: 22 } }, newText: "62" },
        ],
      },
    },
  });
  expect(replaced).toMatchObject({
    edit: { changes: { [uriOf("work/p.bdg")]: [{ newText: '"moi.txt"' }] } },
  });
});

test("a new version outside of the workspace is compared, and not named", async () => {
  const { client, uriOf } = await started({
    "work/p.bdg": plan,
    "work/cu.txt": document,
    "moi.txt": amended,
  });
  const result = await compare(client, { uri: uriOf("work/p.bdg"), newUri: uriOf("moi.txt") });
  expect(result.kind === "compared" && result.fixes.map(({ title }) => title)).toEqual([
    "x: update the quoted words",
    "x: take the new value",
  ]);
});

test("of several documents one is to be chosen; a plan without any is told", async () => {
  const two = plan.replace('document "cu.txt"', 'document "cu.txt"\n  document "moi.txt" as moi');
  const { client, uriOf } = await started({
    "work/p.bdg": two,
    "work/q.bdg": 'plan q "Q" {\n}\n',
    "work/cu.txt": document,
    "work/moi.txt": amended,
  });
  const params = { uri: uriOf("work/p.bdg"), newUri: uriOf("work/moi.txt") };
  expect(await compare(client, params)).toEqual({
    kind: "several",
    uris: [uriOf("work/cu.txt"), uriOf("work/moi.txt")],
  });
  expect((await compare(client, { ...params, oldUri: uriOf("work/cu.txt") })).kind).toBe("compared");
  expect(await compare(client, { ...params, uri: uriOf("work/q.bdg") })).toEqual({
    kind: "refused",
    message: 'This plan names no document (document "…") that could be compared.',
  });
});
