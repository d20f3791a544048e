/**
 * `npm run bench:tables`: 100,000 rows of CSV and of XLSX bound to 1,000 indicators, beside what only parsing them
 * takes, and a plan of 1,000 indicators exported to each form. Prints seconds and the memory that was added.
 */
import { parse } from "csv-parse/sync";
import { createLanguageService } from "../../server/src/language-service.ts";
import { readWorkbook } from "../../server/src/office/xlsx/workbook.ts";
import { exportFormats, exportJudgement } from "../../server/src/service/export-judgement.ts";
import type { Grid } from "../../server/src/text/grid.ts";
import { testSettings } from "../support/test-service.ts";
import { makeXlsx, sheetRow } from "../support/xlsx.ts";

const indicators = 1_000;
const rows = 100_000;
const monthsFrom2021 = (index: number) =>
  `${2021 + (Math.floor(index / 12) % 9)}-${String((index % 12) + 1).padStart(2, "0")}`;

const plan = [
  'plan p "Plan" { period 2021..2030 }\n',
  ...Array.from(
    { length: indicators },
    (_, i) =>
      `indicator i${i} "Chỉ tiêu ${i}" {\n  unit count\n  target every year >= 12\n  target 2030 >= 50\n}\n`,
  ),
].join("");
const records = Array.from({ length: rows }, (_, i) => [
  `i${i % indicators}`,
  monthsFrom2021(Math.floor(i / indicators)),
  i % 7,
]);

function serviceWith(csv: string, sheets: readonly Grid[]) {
  const host = {
    readDocument: () => ({ kind: "failure", failure: "missing" }) as const,
    readTable: (path: string) =>
      path.endsWith(".csv")
        ? ({ kind: "text", text: csv } as const)
        : ({ kind: "workbook", sheets } as const),
    log: (line: string) => void process.stderr.write(`${line}\n`),
  };
  return createLanguageService(host, testSettings({ language: "vi" }));
}

function timed<Result>(name: string, work: () => Result): Result {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const result = work();
  const seconds = (performance.now() - start) / 1000;
  const added = (process.memoryUsage().rss - before) / 1024 / 1024;
  process.stdout.write(
    `${name.padEnd(44)} ${seconds.toFixed(2).padStart(6)} s ${added.toFixed(0).padStart(6)} MB\n`,
  );
  return result;
}

function bind(data: string, csv: string, sheets: readonly Grid[]): void {
  const service = serviceWith(csv, sheets);
  service.setFile("p.bdg", `${plan}data "${data}"\n`);
  const { plans } = service.judgement();
  const measured = plans[0]!.indicators.reduce((sum, { indicator }) => sum + indicator.measured.length, 0);
  if (measured !== rows) throw new Error(`${measured} of ${rows} rows were bound`);
}

const csv = `Chỉ tiêu,Kỳ,Kết quả\n${records.map((record) => record.join(",")).join("\n")}\n`;
timed("CSV, 100,000 rows: csv-parse alone", () => parse(csv));
timed("CSV, 100,000 rows: read, bound and judged", () => bind("kq.csv", csv, []));

const workbook = makeXlsx({
  sheets: {
    A: [
      sheetRow(1, ["Chỉ tiêu", "Kỳ", "Kết quả"]),
      ...records.map((record, i) => sheetRow(i + 2, record)),
    ].join(""),
  },
});
const sheets = timed("XLSX, 100,000 rows: read", () => readWorkbook(workbook));
timed("XLSX, 100,000 rows: bound and judged", () => bind("kq.xlsx", "", sheets));

const service = serviceWith("", []);
const values = Array.from({ length: indicators }, (_, i) => `  i${i} = ${i % 40}\n`).join("");
service.setFile("p.bdg", plan);
service.setFile("r.bdg", `use "p.bdg"\nreport 2024 "Báo cáo" {\n${values}}\n`);
const judgement = timed("1,000 indicators: judged", () => service.judgement());
for (const format of exportFormats) {
  const options = { language: "vi", forecasts: true, byBody: false, byteOrderMark: true } as const;
  timed(`1,000 indicators: ${format}`, () => exportJudgement(judgement, format, options));
}
