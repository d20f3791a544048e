import { join } from "node:path";
import { expect, test } from "vitest";
import type { CodeLens, Location } from "vscode-languageserver";
import {
  type CoverageParams,
  type CoverageResult,
  type CoverageTableResult,
  coverageRequest,
  coverageTableRequest,
  type PlanDocumentsResult,
  planDocumentsRequest,
} from "../../server/src/lsp/coverage-protocol.ts";
import { pullingClient, startInProcess, toUri, until } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const text = "KẾ HOẠCH\n\nI. MỤC TIÊU\n\n1. Đến năm 2024 đạt 60%.\n\n2. Đến năm 2030 đạt 75%.\n";
const files = {
  "kế hoạch.txt": text,
  "ghi chú.txt": text,
  "a.bdg": `plan a "A" { period 2021..2030; document "kế hoạch.txt" }
indicator x "X" { clause I.1; unit percent; target 2024 >= 60%; measured 2024 = 55% }
`,
};

async function started() {
  const folder = temporaryFolder(files);
  const client = startInProcess();
  await client.initialize({ capabilities: pullingClient, folders: [folder] });
  const uriOf = (name: string) => toUri(join(folder, name));
  return { client, uriOf };
}

test("coverage as data and as a table, and the documents that plans name", async () => {
  const { client, uriOf } = await started();
  const document = uriOf("kế hoạch.txt");
  const { programs } = await client.request<CoverageResult>(coverageRequest.method, {});
  expect(programs).toHaveLength(1);
  expect(programs[0]!.documentUris).toEqual({ "kế hoạch.txt": document });
  expect(programs[0]!.coverage.documents[0]!.counts).toMatchObject({ covered: 1, "not-covered": 1 });
  const table = await client.request<CoverageTableResult>(coverageTableRequest.method, {
    uri: uriOf("a.bdg"),
  });
  expect(table.documents).toBe(1);
  expect(table.text).toContain("| I.2 Đến năm 2030 đạt 75%. | 2030: reach 75% | – | **not covered** |");
  const { uris } = await client.request<PlanDocumentsResult>(planDocumentsRequest.method, {});
  expect(uris).toEqual([document]);
});

test("a plan document is checked as it is typed, and leads to the declarations", async () => {
  const { client, uriOf } = await started();
  const document = uriOf("kế hoạch.txt");
  await client.open(document, text, 1, "plaintext");
  const number = { start: { line: 4, character: 20 }, end: { line: 4, character: 22 } };
  await client.change(document, 2, [[number, "65"]]);
  const codes = async () => (await client.problems(uriOf("a.bdg"))).map(({ code }) => code);
  expect(await codes()).toContain("target-differs-from-clause");

  const lenses = await client.request<CodeLens[]>("textDocument/codeLens", {
    textDocument: { uri: document },
  });
  expect(lenses).toMatchObject([
    {
      range: { start: { line: 4 } },
      command: { title: "X: Missed · 55% / 60% · 5 percentage points short", command: "" },
      data: { uri: uriOf("a.bdg"), range: { start: { line: 1, character: 10 } } },
    },
  ]);
  const at = { textDocument: { uri: document }, position: { line: 4, character: 8 } };
  const citations = await client.request<Location[]>("textDocument/references", {
    ...at,
    context: { includeDeclaration: true },
  });
  expect(citations.map(({ uri, range }) => [uri, range.start.character])).toEqual([[uriOf("a.bdg"), 25]]);
  const declarations = await client.request<Location[]>("textDocument/implementation", at);
  expect(declarations.map(({ range }) => range.start.character)).toEqual([10]);

  await client.close(document);
  expect(await codes()).not.toContain("target-differs-from-clause");
});

test("who asked for coverage is told when it may be another, and gets it as it is then", async () => {
  const { client, uriOf } = await started();
  let told = 0;
  client.connection.onNotification("bdg/statusChanged", () => {
    told += 1;
  });
  /** How the clause stands, in the table and in the data, once there was word of a change. */
  const standing = async (address: string) => {
    const { text: table } = await client.request<CoverageTableResult>(coverageTableRequest.method, {
      uri: uriOf("a.bdg"),
    });
    const { programs } = await client.request<CoverageResult>(coverageRequest.method, {
      uri: uriOf("a.bdg"),
    });
    const { clauses } = programs[0]!.coverage.documents[0]!;
    const row = table.split("\n").find((line) => line.startsWith(`| ${address} `));
    return [row?.split(" | ").slice(1).join(" | "), clauses.find((one) => one.address === address)?.status];
  };
  const afterWord = async (act: () => Promise<void>) => {
    await client.problems(uriOf("a.bdg"));
    const before = told;
    await act();
    await until("word of a change", () => told > before);
  };

  await client.open(uriOf("a.bdg"), files["a.bdg"]);
  expect(await standing("I.2")).toEqual(["2030: reach 75% | – | **not covered** |", "not-covered"]);
  const cited = files["a.bdg"].replace("clause I.1", "clause I.1, I.2");
  await afterWord(() => client.change(uriOf("a.bdg"), 2, [cited]));
  expect(await standing("I.2")).toEqual(["2030: reach 75% | X | no target |", "covered"]);

  const document = uriOf("kế hoạch.txt");
  await client.open(document, text, 1, "plaintext");
  await afterWord(() => client.change(document, 2, [text.replace("75%", "80%")]));
  expect(await standing("I.2")).toEqual(["2030: reach 80% | X | no target |", "covered"]);
});

test("coverage of all programs: asked for none, or for a file of none; each folder is told apart", async () => {
  const folders = [
    temporaryFolder({ "bắc/kế hoạch.txt": text, "bắc/a.bdg": files["a.bdg"] }),
    temporaryFolder({ "nam/kế hoạch.txt": text.replace("75%", "85%"), "nam/a.bdg": files["a.bdg"] }),
  ].map((folder, i) => join(folder, ["bắc", "nam"][i]!));
  const client = startInProcess();
  await client.initialize({ capabilities: pullingClient, folders });
  const table = (params: CoverageParams) =>
    client.request<CoverageTableResult>(coverageTableRequest.method, params);
  const all = await table({});
  expect(all.documents).toBe(2);
  expect(all.text.match(/^(?:bắc|nam)\/kế hoạch\.txt$/gmu)).toEqual(["bắc/kế hoạch.txt", "nam/kế hoạch.txt"]);
  expect(all.text).toContain("reach 75%");
  expect(all.text).toContain("reach 85%");
  expect(await table({ uri: "file:///elsewhere/a.bdg" })).toEqual(all);
  const one = await table({ uri: toUri(join(folders[1]!, "a.bdg")) });
  expect(one.documents).toBe(1);
  expect(one.text).toMatch(/^kế hoạch\.txt$/mu);
  expect(one.text).not.toContain("reach 75%");
});

test("of folders in one another each document is told of once, by the inner one", async () => {
  const outer = temporaryFolder({
    ...files,
    "trong/kế hoạch.txt": text,
    "trong/b.bdg": files["a.bdg"].replaceAll("plan a", "plan b"),
  });
  const client = startInProcess();
  await client.initialize({ capabilities: pullingClient, folders: [outer, join(outer, "trong")] });
  const { programs } = await client.request<CoverageResult>(coverageRequest.method, {});
  expect(programs.map(({ coverage }) => coverage.documents.map(({ path }) => path))).toEqual([
    ["kế hoạch.txt"],
    ["kế hoạch.txt"],
  ]);
  const { documents } = await client.request<CoverageTableResult>(coverageTableRequest.method, {});
  expect(documents).toBe(2);
});
