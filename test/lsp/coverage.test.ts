import { join } from "node:path";
import { expect, test } from "vitest";
import type { CodeLens, Location } from "vscode-languageserver";
import {
  type CoverageResult,
  type CoverageTableResult,
  coverageRequest,
  coverageTableRequest,
  type PlanDocumentsResult,
  planDocumentsRequest,
} from "../../server/src/lsp/coverage-protocol.ts";
import { pullingClient, startInProcess, toUri } from "../support/lsp-client.ts";
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
