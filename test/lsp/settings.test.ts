import { describe, expect, test } from "vitest";
import type { StatusResult } from "../../server/src/lsp/protocol.ts";
import { readSettings } from "../../server/src/lsp/settings.ts";
import { parseIsoDate } from "../../server/src/semantics/period.ts";
import { type LspClient, pullingClient, startInProcess, until } from "../support/lsp-client.ts";

const uri = "untitled:Untitled-1";
/** Off its path in mid 2024: half the time, a fifth of the way. */
const plan = `indicator women "Women" {
  unit percent
  baseline 2022 = 0%
  target 2026 reach 100%
  measured 2024 = 10%
}
`;
const codes = (problems: readonly { code?: unknown }[]) => problems.map(({ code }) => code);

async function started(settings: Readonly<Record<string, unknown>>, locale?: string) {
  const client = startInProcess();
  await client.initialize({ capabilities: pullingClient, settings, ...(locale && { locale }) });
  await client.open(uri, plan);
  return client;
}

test("a change of the settings is asked for, applied, and the problems are pulled again", async () => {
  const client = await started({ asOf: "2025-06-30" });
  expect(codes(await client.problems(uri))).toEqual(["target-off-track"]);
  expect(client.registered).toEqual(
    expect.arrayContaining(["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"]),
  );
  const before = client.refreshes;
  client.settings = { asOf: "2027-01-31" };
  await client.notify("workspace/didChangeConfiguration", { settings: null });
  await until("a refresh", () => client.refreshes > before);
  expect(codes(await client.problems(uri))).toEqual(["target-no-data"]);
  client.settings = { asOf: "2025-06-30", severities: { "target-off-track": "off" } };
  await client.notify("workspace/didChangeConfiguration", { settings: null });
  await until("another refresh", () => client.refreshes > before + 1);
  expect(await client.problems(uri)).toEqual([]);
});

test("severities and edges", async () => {
  const client = await started({
    asOf: "2025-06-30",
    severities: { "target-off-track": "error", "no-such-code": "error", "target-missed": "loud" },
  });
  const [problem] = await client.problems(uri);
  expect(problem).toMatchObject({ code: "target-off-track", severity: 1 });
  expect(client.log.filter((line) => line.startsWith("bdg.severities"))).toHaveLength(2);

  const lenient = await started({ asOf: "2025-06-30", forecast: { onTrackFrom: 30, offTrackBelow: 5 } });
  expect(codes(await lenient.problems(uri))).toEqual(["target-at-risk"]);
});

test.each([
  ["vi-VN", "auto", "vi"],
  ["vi", undefined, "vi"],
  ["en", "auto", "en"],
  [undefined, undefined, "en"],
  ["fr", "auto", "en"],
  ["en", "vi", "vi"],
  ["vi", "en", "en"],
])("a client in %s with the language %s is told in %s", async (locale, language, expected) => {
  const client = await started({ asOf: "2025-06-30", language }, locale);
  const [problem] = await client.problems(uri);
  expect(problem?.message).toMatch(expected === "vi" ? /chậm so với lộ trình/ : /behind its path/);
});

test("without a fixed date a day that begins is noticed at the next question", async () => {
  let day = parseIsoDate("2026-12-31")!;
  const client = startInProcess({ today: () => day });
  await client.initialize({ capabilities: pullingClient, settings: {} });
  await client.open(uri, plan);
  expect(codes(await client.problems(uri))).toEqual(["target-off-track"]);
  expect(await client.request<StatusResult>("bdg/status", { uri })).toMatchObject({
    asOf: "2026-12-31",
    fixed: false,
  });
  day += 1;
  expect(codes(await client.problems(uri))).toEqual(["target-no-data"]);
});

test("a client without workspace/configuration sends its settings itself", async () => {
  const client = startInProcess();
  await client.initialize({ settings: { asOf: "2025-06-30" } });
  await client.open(uri, plan);
  await until("a problem", () => client.lastPublished(uri)?.diagnostics[0]?.code === "target-off-track");
  await client.notify("workspace/didChangeConfiguration", { settings: { bdg: { asOf: "2027-01-31" } } });
  await until("another problem", () => client.lastPublished(uri)?.diagnostics[0]?.code === "target-no-data");
});

test("a client that never answers the question for its settings is served with the defaults", async () => {
  const client = startInProcess();
  client.connection.onRequest("workspace/configuration", () => new Promise(() => {}));
  await client.initialize({ capabilities: pullingClient, settings: { asOf: "2025-06-30" } });
  await client.open(uri, plan);
  expect(codes(await client.problems(uri))).toEqual(["target-off-track"]);
});

/** A client that answers the question for its settings when it is told to. */
function slowlyAnswering(): {
  readonly client: LspClient;
  readonly answers: ((settings: object[]) => void)[];
} {
  const client = startInProcess();
  const answers: ((settings: object[]) => void)[] = [];
  client.connection.onRequest("workspace/configuration", () => new Promise((answer) => answers.push(answer)));
  return { client, answers };
}

test("settings that come after everybody stopped waiting for them are applied, and the problems pulled again", async () => {
  const { client, answers } = slowlyAnswering();
  await client.initialize({ capabilities: pullingClient, settings: { asOf: "2025-06-30" } });
  await client.open(uri, plan);
  expect(codes(await client.problems(uri))).toEqual(["target-off-track"]);
  const before = client.refreshes;
  answers[0]!([{ asOf: "2027-01-31" }]);
  await until("a refresh", () => client.refreshes > before);
  expect(codes(await client.problems(uri))).toEqual(["target-no-data"]);
});

test("a client that does not ask is told of what its late settings change", async () => {
  const { client, answers } = slowlyAnswering();
  await client.initialize({
    capabilities: { workspace: { configuration: true } },
    settings: { asOf: "2025-06-30" },
  });
  await client.open(uri, plan);
  await until("problems", () => client.lastPublished(uri)?.diagnostics[0]?.code === "target-off-track");
  answers[0]!([{ asOf: "2027-01-31" }]);
  await until("others", () => client.lastPublished(uri)?.diagnostics[0]?.code === "target-no-data");
});

test("an answer to an older question for the settings does not count", async () => {
  const { client, answers } = slowlyAnswering();
  await client.initialize({ capabilities: pullingClient, settings: { asOf: "2025-06-30" } });
  await client.open(uri, plan);
  await until("the first question", () => answers.length === 1);
  await client.notify("workspace/didChangeConfiguration", { settings: null });
  await until("the second question", () => answers.length === 2);
  answers[1]!([{ asOf: "2027-01-31" }]);
  expect(codes(await client.problems(uri))).toEqual(["target-no-data"]);
  answers[0]!([{ asOf: "2025-06-30" }]);
  await client.request("bdg/status", { uri });
  expect(codes(await client.problems(uri))).toEqual(["target-no-data"]);
});

test("the answer that is waited for counts, though another question is open already", async () => {
  const { client, answers } = slowlyAnswering();
  await client.initialize({ capabilities: pullingClient, settings: { asOf: "2025-06-30" } });
  await client.open(uri, plan);
  const asked = client.problems(uri);
  await until("the first question", () => answers.length === 1);
  await client.notify("workspace/didChangeConfiguration", { settings: null });
  await until("the second question", () => answers.length === 2);
  answers[0]!([{ asOf: "2027-01-31" }]);
  expect(codes(await asked)).toEqual(["target-no-data"]);
});

describe("what is no setting is ignored, with a line for the log", () => {
  test.each([
    [{ asOf: "30/6/2025" }, "bdg.asOf"],
    [{ asOf: "2025-02-30" }, "bdg.asOf"],
    [{ asOf: 7 }, "bdg.asOf"],
    [{ language: "fr" }, "bdg.language"],
    [{ severities: { nonsense: "error" } }, "bdg.severities"],
    [{ severities: { "target-missed": 3 } }, "bdg.severities"],
    [{ forecast: { onTrackFrom: "95" } }, "bdg.forecast.onTrackFrom"],
    [{ forecast: { offTrackBelow: -1 } }, "bdg.forecast.offTrackBelow"],
    [{ forecast: { onTrackFrom: 120 } }, "bdg.forecast.onTrackFrom"],
    [{ forecast: { onTrackFrom: 50 } }, "bdg.forecast"],
  ])("%j", (section, start) => {
    const { ignored, ...rest } = readSettings(section);
    expect(ignored).toHaveLength(1);
    expect(ignored[0]).toContain(start);
    const { ignored: none, ...defaults } = readSettings({});
    expect(rest).toEqual(defaults);
    expect(none).toEqual([]);
  });

  test.each([[undefined], [null], [3], ["x"], [[]], [{ severities: [] }], [{ forecast: null, asOf: "" }]])(
    "%j is no settings at all",
    (section) => expect(readSettings(section).ignored).toEqual([]),
  );
});
