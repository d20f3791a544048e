import { join } from "node:path";
import { expect, test } from "vitest";
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
