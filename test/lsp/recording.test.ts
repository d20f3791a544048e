import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import {
  newReportRequest,
  recordSubjectRequest,
  recordValueRequest,
  reportSubjectsRequest,
} from "../../server/src/lsp/protocol.ts";
import { applyEdits } from "../support/apply-edits.ts";
import { pullingClient, startInProcess, toUri } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const plan = `plan p "Plan" { issued 2022; period 2022..2030 }
indicator women "Women" {
  unit percent
  target 2024 >= 50%
}
`;

async function started() {
  const folder = temporaryFolder({ "plan.bdg": plan, "r.bdg": 'use "plan.bdg"\nreport 2023 "R" {\n}\n' });
  const other = temporaryFolder({ "plan.bdg": plan.replace("women", "others") });
  const client = startInProcess();
  const folders = [folder, other];
  await client.initialize({ capabilities: pullingClient, folders, settings: { asOf: "2025-01-31" } });
  return { folder, other, connection: client.connection };
}

test("a value is recorded where it belongs, in whichever program has the indicator", async () => {
  const { folder, other, connection } = await started();
  const subject = await connection.sendRequest(recordSubjectRequest, { id: "others" });
  expect(subject).toMatchObject({ programUri: toUri(other), path: "plan.bdg", name: "Women" });
  expect(await connection.sendRequest(recordSubjectRequest, { id: "nobody" })).toBeNull();
  const value = { category: null, value: "11/20", evidence: "" };
  const params = { programUri: toUri(folder), id: "women", period: "2023", ...value };
  const result = await connection.sendRequest(recordValueRequest, params);
  expect(result).toMatchObject({ kind: "value", uri: toUri(join(folder, "r.bdg")), value: "55% (11/20)" });
  if (result.kind !== "value") return;
  const before = readFileSync(fileURLToPath(result.uri), "utf8");
  const after = applyEdits(before, [{ range: result.edit.range, text: result.edit.newText }]);
  expect(after).toBe('use "plan.bdg"\nreport 2023 "R" {\n  women  = 11 of 20\n}\n');
  expect(await connection.sendRequest(recordValueRequest, { ...params, value: "x" })).toMatchObject({
    kind: "refused",
    at: "value",
  });
});

test("a report is made for a plan of one of the programs", async () => {
  const { folder, other, connection } = await started();
  const { programs } = await connection.sendRequest(reportSubjectsRequest, {});
  expect(programs.map(({ rootUri, plans }) => [rootUri, plans.map(({ path }) => path)])).toEqual([
    [toUri(folder), ["plan.bdg"]],
    [toUri(other), ["plan.bdg"]],
  ]);
  const made = await connection.sendRequest(newReportRequest, {
    programUri: toUri(other),
    path: "plan.bdg",
    period: "2024",
  });
  expect(made).toMatchObject({ kind: "report", uri: toUri(join(other, "report-2024.bdg")) });
  expect(
    await connection.sendRequest(newReportRequest, {
      programUri: toUri(folder),
      path: "plan.bdg",
      period: "2023",
    }),
  ).toMatchObject({ kind: "refused", existingUri: toUri(join(folder, "r.bdg")) });
});
