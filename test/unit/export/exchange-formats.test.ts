import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { toIati } from "../../../server/src/export/iati.ts";
import { observationsOf } from "../../../server/src/export/observations.ts";
import { toParquet } from "../../../server/src/export/parquet.ts";
import { toSdmxCsv } from "../../../server/src/export/sdmx-csv.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { createTestService } from "../../support/test-service.ts";

const judgement = createTestService(sampleFiles(), { language: "vi" }).service.judgement();
const hostile = createTestService({
  "a.bdg": `plan p "A & <B> \\"C\\"" { period 2021..2025 }
dimension sex "Giới" { female "Nữ"; male "Nam" }
indicator x "=1+1, \\"x\\"" {
  unit percent
  baseline 2021 = 40%
  target 2025 between 50% and 60%
  target 2023-H1 for female >= 30%
  target 2024-03 <= 70%
  measured 2023-H1 for female = 11 of 20 "Nguồn; <1>"
  measured 2024-03-31 = 72,5%
  explain 2024-03 "Vì\u0001sao"
}
`,
}).service.judgement();

describe("IATI", () => {
  const folder = new URL("fixtures/schemas/", import.meta.url);
  test("is valid against the schema of version 2.03", async () => {
    const read = (name: string) => ({
      fileName: name,
      contents: readFileSync(new URL(name, folder), "utf8"),
    });
    const check = (contents: string) =>
      validateXML({
        xml: { fileName: "plans.xml", contents },
        schema: [read("iati-activities-schema.xsd")],
        preload: [read("iati-common.xsd"), read("xml.xsd")],
      });
    for (const one of [judgement, hostile]) expect((await check(toIati(one, "vi"))).errors).toEqual([]);
    expect((await check(toIati(judgement, "vi").replace("<title>", "<titel>"))).valid).toBe(false);
  });

  test("has a result for each indicator, and says in comments what it has no element for", () => {
    const xml = toIati(judgement, "vi");
    const indicators = judgement.plans.reduce((sum, plan) => sum + plan.indicators.length, 0);
    expect(xml.match(/<result /g)).toHaveLength(indicators);
    const other = toIati(hostile, "en");
    expect(other).toMatch(
      /<target value="50"><comment><narrative>from 50% to 60%; [a-z-]+<\/narrative><\/comment><\/target>/,
    );
    expect(other).toContain(
      '<actual value="55"><dimension name="category" value="female"/><comment><narrative>11/20; Nguồn; &lt;1&gt;</narrative></comment></actual>',
    );
    expect(other).toContain("A &amp; &lt;B&gt; &quot;C&quot;");
  });
});

describe("SDMX-CSV", () => {
  test("begins with the columns of the standard, and has a record for each number", () => {
    const records: string[][] = parse(toSdmxCsv(hostile, "en"));
    expect(records[0]!.slice(0, 3)).toEqual(["STRUCTURE", "STRUCTURE_ID", "ACTION"]);
    const column = (name: string) => records[0]!.indexOf(name);
    const shown = records
      .slice(1)
      .map((record) =>
        ["FREQ", "CATEGORY", "MEASURE", "TIME_PERIOD", "OBS_VALUE", "COMPARATOR", "COMMENT_OBS"]
          .map((name) => record[column(name)])
          .join(" "),
      );
    expect(shown).toEqual([
      "A _T BASELINE 2021 40  ",
      "S female ACTUAL 2023-S1 55  Nguồn; <1>",
      "D _T ACTUAL 2024-03-31 72.5  ",
      "A _T TARGET 2025 50 between from 50% to 60%",
      "S female TARGET 2023-S1 30 >= ",
      "M _T TARGET 2024-03 70 <= Vì\u0001sao",
    ]);
    expect(records[1]![column("TITLE")]).toBe('\'=1+1, "x"');
  });
});

describe("Parquet", () => {
  function written(): string {
    const folder = temporaryFolder({});
    for (const { path, bytes } of toParquet(judgement, "vi").files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    return folder;
  }

  test("of all samples is asked by DuckDB, partitions and all, and has every number once", async () => {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const from = `read_parquet('${written().replaceAll("\\", "/")}/**/*.parquet', hive_partitioning = true)`;
    const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
    const observations = observationsOf(judgement, "vi");
    const [[count, exact]] = (await ask(
      `select count(*)::int, count(*) filter (where abs(value - exact_value::double) < 1e-9)::int from ${from}`,
    )) as [[number, number]];
    expect(count).toBe(observations.length);
    expect(exact).toBe(observations.filter(({ value }) => value !== null).length);
    const byPlan = await ask(
      `select plan, count(distinct indicator)::int from ${from} where measure = 'TARGET' group by plan order by plan`,
    );
    expect(byPlan).toEqual(
      [...judgement.plans]
        .map(
          ({ plan, indicators }) =>
            [plan!.id, indicators.filter(({ targets }) => targets.length > 0).length] as const,
        )
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map((row) => [...row]),
    );
    const missed = await ask(`select indicator, period from ${from} where status = 'missed' and year = 2024`);
    expect(missed).toEqual(
      observations
        .filter(({ status, year }) => status === "missed" && year === 2024)
        .map(({ indicator, period }) => [indicator, period.text]),
    );
    expect(missed.length).toBeGreaterThan(0);
  });

  test("gives the same bytes for the same input", () => {
    expect(toParquet(judgement, "vi")).toEqual(toParquet(judgement, "vi"));
  });
});
