import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../server/src/data/csv-text.ts";
import { maxCsvBytes, maxCsvRows } from "../../../server/src/limits.ts";
import { createNodeHost } from "../../../server/src/node/node-host.ts";
import { decodeTable } from "../../../server/src/text/table-encoding.ts";
import { propertyRuns } from "../../support/runs.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { createTestService } from "../../support/test-service.ts";

const plan = `plan p "Kế hoạch" { period 2021..2030 }
indicator led "Đạt" { unit percent }
data "kq.csv"
`;

/** The problems of the table with their places in it, and how many values it gave. */
function bound(csv: string) {
  const { service, log } = createTestService({ "test.bdg": plan, "kq.csv": csv });
  const problems = service
    .problemsOf("test.bdg")
    .filter(({ code }) => code.startsWith("data-") && code !== "data-read")
    .map(({ code, message, related }) => ({
      code,
      message,
      places: related.map(({ range }) => range.start),
    }));
  const values = service.judgement().plans[0]!.indicators[0]!.indicator.measured.length;
  expect(log).toEqual([]);
  return { problems, values };
}

/** What the host on the disk reads of a file with these bytes, as text where nothing says what it is written in. */
function read(bytes: Uint8Array | string) {
  const folder = temporaryFolder({ "kq.csv": bytes });
  const reading = createNodeHost(folder, () => {}).readTable!("kq.csv");
  return reading.kind === "bytes" ? decodeTable(reading.bytes, null) : reading;
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const swapped = (bytes: Uint8Array) => bytes.map((_, i) => bytes[i % 2 === 0 ? i + 1 : i - 1]!);
const table = "Chỉ tiêu\tNăm\tKết quả\nĐạt\t2022\t45\n";

describe("one clear error, at its place", () => {
  test("a quote that never closes, whatever comes after it", () => {
    const { problems, values } = bound(
      `Mã;Năm;Kết quả\nled;2022;45\nled;"2023;50\n${"led;2024;1\n".repeat(9_000)}`,
    );
    expect(problems).toMatchObject([{ code: "data-csv-fault", places: [{ line: 2, character: 4 }] }]);
    expect(problems[0]!.message).toContain("line 3, character 5");
    expect(values).toBe(0);
  });

  test("one row more than is read", () => {
    const row = "a\n";
    const most = row.repeat(maxCsvRows);
    expect(readCsv(most).kind).toBe("grid");
    expect(readCsv(most + row)).toEqual({ kind: "fault", fault: "too-many-rows", at: most.length });
    // Rows without cells count as well: they take time.
    expect(readCsv("\n".repeat(maxCsvRows + 1))).toMatchObject({ kind: "fault", fault: "too-many-rows" });
  }, 60_000);

  test("a line of 100 MB is refused by its size, before it is read", () => {
    const line = new Uint8Array(100 * 1024 * 1024).fill(0x61);
    expect(line.length).toBeGreaterThan(maxCsvBytes);
    const start = performance.now();
    expect(read(line)).toEqual({ kind: "failure", failure: "too-large" });
    expect(performance.now() - start).toBeLessThan(10_000);
  }, 60_000);

  test.each([
    ["NULs", new Uint8Array(Buffer.from("M\u00e3;N\0m\nled;2022\n")), "binary"],
    ["NULs alone", new Uint8Array(1000), "binary"],
    ["UTF-16 without its mark", utf16(table), "binary"],
    ["UTF-16 with its mark and a NUL", utf16(`\ufeffa\0b`), "binary"],
    ["half a letter of UTF-16", new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), "binary"],
    ["a workbook under another name", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), "binary"],
    ["bytes that are no UTF-8", new Uint8Array([0x4d, 0xe3, 0x3b, 0x4e]), "not-utf8"],
  ])("%s", (_, bytes, failure) => expect(read(bytes)).toEqual({ kind: "failure", failure }));
});

describe("the right values", () => {
  test("UTF-16 with its mark, either end first", () => {
    for (const bytes of [utf16(`\ufeff${table}`), swapped(utf16(`\ufeff${table}`))]) {
      const reading = read(bytes);
      if (reading.kind !== "text") throw new Error(JSON.stringify(reading));
      expect(bound(reading.text)).toEqual({ problems: [], values: 1 });
    }
  });

  test("names of JavaScript's own are headings and cells like any other", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const csv = `${names.join(";")};Mã;Năm;Kết quả\n${names.map(() => "1;").join("")}led;2022;45\n`;
    expect(bound(csv)).toEqual({ problems: [], values: 1 });
    const { problems, values } = bound(
      `Mã;Năm;Kết quả\n${names.map((name) => `${name};2022;45\n`).join("")}led;__proto__;3\nled;2023;constructor\n`,
    );
    expect(problems.map(({ code }) => code).sort()).toEqual([
      "data-number-unreadable",
      "data-period-unreadable",
      ...names.map(() => "data-unknown-indicator"),
    ]);
    expect(values).toBe(0);
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
  });

  test("a long line of many cells takes time in proportion", () => {
    const start = performance.now();
    expect(bound(`Mã;Năm;Kết quả${";x".repeat(200_000)}\nled;2022;45${";1".repeat(200_000)}\n`)).toEqual({
      problems: [],
      values: 1,
    });
    expect(performance.now() - start).toBeLessThan(10_000);
  }, 30_000);
});

test("random bytes are a text or a failure, and a text is a table or one fault within it", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const decoded = decodeTable(bytes, null);
      if (decoded.kind !== "text") return;
      const reading = readCsv(decoded.text);
      if (reading.kind === "fault") {
        expect(reading.at).toBeLessThanOrEqual(decoded.text.length);
        return;
      }
      for (const { cells } of reading.grid.rows) {
        for (const { start, end, text } of cells) {
          const raw = decoded.text.slice(start, end).normalize("NFC");
          expect(raw.replaceAll('""', '"').includes(text)).toBe(true);
        }
      }
    }),
    propertyRuns(500),
  );
});

test("random words and signs of CSV never throw, and always say what is wrong", () => {
  const sign = fc.constantFrom('"', ";", ",", "\t", "\n", "\r", "a", "1", "'", "=", "\u0000", "\ufeff", "đ");
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
      const text = signs.join("");
      const reading = readCsv(text);
      const { problems } = bound(text);
      expect(problems.length).toBeGreaterThan(0);
      if (reading.kind === "fault") expect(problems).toHaveLength(1);
    }),
    propertyRuns(100),
  );
});
