import { join } from "node:path";
import { expect, test } from "vitest";
import type { WorkspaceEdit } from "vscode-languageserver";
import { pasteTableRequest } from "../../server/src/lsp/protocol.ts";
import { pullingClient, startInProcess, toUri } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("copied cells are answered as lines, and anything else with nothing", async () => {
  const folder = temporaryFolder({ "plan.bdg": 'indicator women "Women" {\n  unit percent\n  \n}\n' });
  const client = startInProcess();
  await client.initialize({
    capabilities: pullingClient,
    folders: [folder],
    settings: { asOf: "2025-01-31" },
  });
  const uri = toUri(join(folder, "plan.bdg"));
  const ask = (text: string, line = 2) =>
    client.connection.sendRequest(pasteTableRequest, { uri, position: { line, character: 2 }, text });
  expect(await ask("2023\t11/20\r\n2024\t?\r\n")).toEqual({
    text: "measured 2023  = 11 of 20\n  # check: “?” is no number: 2024 | ?",
    count: 1,
    problems: 1,
  });
  expect(await ask("2023 11/20")).toBeNull();
});

test.each([true, false])(
  "cells that have a name are changed with it if the user says so: %s",
  async (canAsk) => {
    const folder = temporaryFolder({
      "plan.bdg":
        'plan p "P" { period 2021..2030 }\nindicator women "Women" { unit percent }\ndata "kq.csv"\n',
      "kq.csv": "Code;2022\nwomen;45\n",
    });
    const client = startInProcess();
    const workspaceEdit = { documentChanges: true, ...(canAsk && { changeAnnotationSupport: {} }) };
    const capabilities = { ...pullingClient, workspace: { ...pullingClient.workspace, workspaceEdit } };
    await client.initialize({ capabilities, folders: [folder], settings: { asOf: "2025-01-31" } });
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", {
      textDocument: { uri: toUri(join(folder, "plan.bdg")) },
      position: { line: 1, character: 12 },
      newName: "females",
    });
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
    const own = [{ textDocument: { uri: toUri(join(folder, "plan.bdg")) }, edits: [{ newText: "females" }] }];
    const cells = {
      textDocument: { uri: toUri(join(folder, "kq.csv")), version: null },
      edits: [{ range, newText: "females", annotationId: "confirm" }],
    };
    expect(edit.documentChanges).toMatchObject(canAsk ? [...own, cells] : own);
    expect(edit.documentChanges).toHaveLength(canAsk ? 2 : 1);
    expect(edit.changeAnnotations?.confirm?.needsConfirmation).toBe(canAsk ? true : undefined);
  },
);
