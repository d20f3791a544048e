import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type PlanOverviewParams,
  type PlanOverviewResult,
  planOverviewRequest,
  type SummaryTableParams,
  statusRequest,
  summaryTableRequest,
} from "../../server/src/lsp/protocol.ts";
import { type LspClient, pullingClient, startInProcess, toUri, until } from "../support/lsp-client.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const plan = (name: string, measured: string) => `plan ${name} "Plan ${name}" {
  issued 2022
  period 2021..2030
}
indicator women "Women of ${name}" {
  unit percent
  target 2024 >= 50%
  measured 2024 = ${measured}
}
`;
const files = {
  "a.bdg": plan("a", "40%"),
  "b.bdg": plan("b", "60%"),
  "report.bdg": 'use "b.bdg"\nreport 2023 "R" {\n  women = 10%\n}\n',
  "other.bdg": 'body x "X"\n',
};

async function started(settings = {}): Promise<{ client: LspClient; uriOf: (name: string) => string }> {
  const folder = temporaryFolder(files);
  const client = startInProcess();
  await client.initialize({
    capabilities: pullingClient,
    folders: [folder],
    settings: { asOf: "2025-06-30", ...settings },
  });
  return { client, uriOf: (name) => toUri(join(folder, name)) };
}

test.each([
  ["a file with a plan", "a.bdg", ["Women of a"]],
  ["a report of a plan", "report.bdg", ["Women of b"]],
  ["a file of no plan", "other.bdg", ["Women of a", "Women of b"]],
  ["no file", undefined, ["Women of a", "Women of b"]],
])("the table for %s", async (_, name, expected) => {
  const { client, uriOf } = await started();
  const params: SummaryTableParams = { format: "markdown", ...(name !== undefined && { uri: uriOf(name) }) };
  const { text, plans } = await client.connection.sendRequest(summaryTableRequest, params);
  expect(plans).toBe(expected.length);
  expect(["Women of a", "Women of b"].filter((one) => text.includes(one))).toEqual(expected);
});

test("the table as it stood on another day", async () => {
  const { client, uriOf } = await started();
  const ask = (asOf?: string) =>
    client.connection.sendRequest(summaryTableRequest, {
      uri: uriOf("a.bdg"),
      format: "json",
      ...(asOf !== undefined && { asOf }),
    });
  const [then, now] = [await ask("2023-06-30"), await ask()].map(({ text }) => JSON.parse(text));
  expect([then.asOf, now.asOf]).toEqual(["2023-06-30", "2025-06-30"]);
  // In 2023 nothing of 2024 is due.
  expect(then.plans[0].indicators[0].result).toBe("pending");
  expect(now.plans[0].indicators[0].result).toBe("missed");
});

test("the table as CSV with its byte-order mark, as JSON, without forecasts, in the language of the settings", async () => {
  const { client, uriOf } = await started({ language: "vi" });
  const ask = (params: Omit<SummaryTableParams, "uri">) =>
    client.connection.sendRequest(summaryTableRequest, { uri: uriOf("a.bdg"), ...params });
  const csv = await ask({ format: "csv" });
  expect(csv.text).toMatch(/^\uFEFF/);
  const json = JSON.parse((await ask({ format: "json" })).text) as {
    plans: { indicators: { status: string }[] }[];
  };
  expect(json.plans[0]?.indicators[0]?.status).toBe("missed");
  const [all, facts] = [
    await ask({ format: "markdown" }),
    await ask({ format: "markdown", forecasts: false }),
  ];
  expect(all.text).toContain("**không đạt**");
  expect(
    facts.text
      .split("\n")
      .find((line) => line.includes("Women"))
      ?.split("|").length,
  ).toBeLessThan(
    all.text
      .split("\n")
      .find((line) => line.includes("Women"))!
      .split("|").length,
  );
});

test("the status counts what was checked, and says which setting was ignored", async () => {
  const { client, uriOf } = await started({ language: "fr" });
  const status = await client.connection.sendRequest(statusRequest, { uri: uriOf("a.bdg") });
  expect(status).toEqual({
    asOf: "2025-06-30",
    fixed: true,
    files: 4,
    documents: 0,
    indicators: 2,
    tasks: 0,
    counts: { met: 1, missed: 1, "no-data": 0, "on-track": 0, "at-risk": 0, "off-track": 0, pending: 0 },
    taskCounts: { met: 0, missed: 0, pending: 0 },
    language: "en",
    statusTexts: expect.objectContaining({ missed: "Missed", "no-data": "No data" }),
    taskStatusTexts: expect.objectContaining({ missed: "Overdue" }),
    waitsFor: null,
    problem: expect.stringContaining("bdg.language"),
  });
  expect(await client.connection.sendRequest(statusRequest, { uri: "file:///elsewhere.bdg" })).toBeNull();
});

test("the status counts the plan documents that were read, and not those that are missing", async () => {
  const folder = temporaryFolder({
    "p.bdg": 'plan p "P" {\n  document "signed.txt"\n  document "gone.txt" as gone\n}\n',
    "signed.txt": "I. TARGETS\n1. The office shall reach 50% by 2024.\n",
  });
  const client = startInProcess();
  await client.initialize({ capabilities: pullingClient, folders: [folder] });
  const status = await client.connection.sendRequest(statusRequest, { uri: toUri(join(folder, "p.bdg")) });
  expect(status?.documents).toBe(1);
});

test("who asked for the status is told, once for each check, that it may differ; others never are", async () => {
  const { client, uriOf } = await started();
  let told = 0;
  client.connection.onNotification("bdg/statusChanged", () => {
    told += 1;
  });
  await client.openFile(join(uriOf("a.bdg").replace("file://", "")));
  await client.problems(uriOf("a.bdg"));
  expect(told).toBe(0);
  await client.connection.sendRequest(statusRequest, { uri: uriOf("a.bdg") });
  const before = told;
  for (let version = 2; version < 10; version += 1)
    void client.change(uriOf("a.bdg"), version, [plan("a", `${version}%`)]);
  await until("a word of it", () => told > before);
  await client.problems(uriOf("a.bdg"));
  expect(told).toBeLessThanOrEqual(before + 2);
});

test("the plans of every folder or of one, as of the settings' day or another", async () => {
  const folders = [temporaryFolder(files), temporaryFolder({ "c.bdg": plan("c", "70%") })];
  const client = startInProcess();
  await client.initialize({ capabilities: pullingClient, folders, settings: { asOf: "2025-06-30" } });
  const ask = (params: PlanOverviewParams) => client.connection.sendRequest(planOverviewRequest, params);
  const shown = ({ programs }: PlanOverviewResult) =>
    programs.map(({ rootUri, overview }) => ({
      rootUri,
      asOf: overview.asOf,
      plans: overview.plans.map(({ id, indicators }) => [id, indicators[0]!.status]),
    }));
  const [first, second] = folders.map(toUri) as [string, string];
  expect(shown(await ask({}))).toEqual([
    {
      rootUri: first,
      asOf: "2025-06-30",
      plans: [
        ["a", "missed"],
        ["b", "met"],
      ],
    },
    { rootUri: second, asOf: "2025-06-30", plans: [["c", "met"]] },
  ]);
  const [past] = (await ask({ uri: toUri(join(folders[1]!, "c.bdg")), asOf: "2023-06-30" })).programs;
  expect(past!.overview.asOf).toBe("2023-06-30");
  expect(past!.overview.plans[0]!.indicators[0]).toMatchObject({
    status: "pending",
    measured: [{ period: "2024" }],
  });
  expect(shown(await ask({ uri: second }))).toMatchObject([{ asOf: "2025-06-30", plans: [["c", "met"]] }]);
  const outline = await ask({ uri: second, outline: true });
  expect(outline.programs[0]!.overview.plans[0]!.indicators[0]).toMatchObject({
    targets: [],
    measured: [],
    charts: [],
  });
});

test("of folders in one another each plan is told of once, by the inner one", async () => {
  const outer = temporaryFolder({ "a.bdg": plan("a", "40%"), "in/b.bdg": plan("b", "60%") });
  const client = startInProcess();
  await client.initialize({ capabilities: pullingClient, folders: [outer, join(outer, "in")] });
  const { programs } = await client.connection.sendRequest(planOverviewRequest, {});
  expect(programs.map(({ overview }) => overview.plans.map(({ id }) => id))).toEqual([["a"], ["b"]]);
});
