import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../server/src/data/csv-text.ts";
import { decodeTable, tableEncodings } from "../../../server/src/text/table-encoding.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { textIn } from "../../support/markers.ts";
import { propertyRuns } from "../../support/runs.ts";
import { createTestService } from "../../support/test-service.ts";
import { windows1258 } from "../../support/windows-1258.ts";

const plan = `plan p "Kế hoạch" { period 2021..2030 }
dimension gioi_tinh "Giới tính" { nu "Nữ"  nam "Nam" }
indicator can_bo "Cán bộ được bồi dưỡng" { unit person; target 2025 >= 60 }
indicator hoạt_động "Hoạt động" { unit count }
`;
const csv = `BẢNG KẾT QUẢ — ĐƠN VỊ: NGƯỜI
Chỉ tiêu;Kỳ báo cáo;Giới tính;Kết quả;Nguồn
Cán bộ được bồi dưỡng;Quý I/2024;Nữ;31;Báo cáo số 5/BC-SNV ngày 1/4/2024
hoạt_động;Năm 2024;;7;Ghi chép của “Phòng”
`;
const utf8 = (text: string) => new Uint8Array(Buffer.from(text));
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const swapped = (bytes: Uint8Array) => bytes.map((_, i) => bytes[i % 2 === 0 ? i + 1 : i - 1]!);

function read(bytes: Uint8Array, declaration: string, language: "en" | "vi" = "en") {
  const source = `${plan}${declaration}\n`;
  const { service, log } = createTestService({ "test.bdg": source, "kq.csv": bytes }, { language });
  const problems = service
    .problemsOf("test.bdg")
    .filter(({ code }) => code.startsWith("data-") && code !== "data-read")
    .map(({ code, message, range }) => ({ code, message, at: textIn(source, range) }));
  const values = service
    .judgement()
    .plans[0]!.indicators.flatMap(({ indicator }) =>
      indicator.measured.map(
        ({ category, quantity, evidence }) =>
          `${indicator.id} ${category?.id ?? "-"} ${quantity.value.numerator} ${evidence}`,
      ),
    );
  expect(log).toEqual([]);
  return { problems, values, service, source };
}

const values = ["can_bo nu 31 Báo cáo số 5/BC-SNV ngày 1/4/2024", "hoạt_động - 7 Ghi chép của “Phòng”"];

describe("a table of old Vietnamese office software", () => {
  test.each([
    'data "kq.csv" encoding "windows-1258"',
    'data "kq.csv" encoding "Windows-1258" { indicator "Chỉ tiêu"  period "Kỳ báo cáo"  value "Kết quả" }',
    'dữ liệu "kq.csv" bảng mã "windows-1258"',
    'Dữ Liệu "kq.csv"  BẢNG  MÃ "windows-1258"'.normalize("NFD"),
  ])("gives its values with their names, categories and sources: %s", (declaration) => {
    const { problems, values: read1258 } = read(windows1258(csv), declaration);
    expect([problems, read1258]).toEqual([[], values]);
  });

  test("says its encoding on either side of the period, once", () => {
    const [encoding, period] = ['encoding "windows-1258"', "period 2024"];
    for (const declaration of [`${encoding} ${period}`, `${period} ${encoding}`]) {
      const { service, values: found } = read(windows1258(csv), `data "kq.csv" ${declaration}`);
      expect(found).toEqual(values);
      expect(service.problemsOf("test.bdg").map(({ severity }) => severity)).not.toContain("error");
    }
    const { service } = read(windows1258(csv), `data "kq.csv" ${encoding} ${period} ${encoding}`);
    expect(service.problemsOf("test.bdg").map(({ code }) => code)).toContain("unexpected-text");
  });

  test("without its encoding is one error that says what to write, and a click writes it", () => {
    const source = 'dùng "plan.bdg"\ndữ liệu "kq.csv" kỳ 2024\n';
    const files = { "plan.bdg": plan, "test.bdg": source, "kq.csv": windows1258(csv) };
    const { service } = createTestService(files);
    const problems = service.problemsOf("test.bdg").filter(({ code }) => code.startsWith("data-"));
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toContain('data "kq.csv" encoding "windows-1258"');
    expect(textIn(source, problems[0]!.range)).toBe('"kq.csv"');
    const [first] = service.codeActions("test.bdg", problems[0]!.range);
    expect(first).toMatchObject({ title: "Read it as windows-1258", isPreferred: true });
    const mended = applyEdits(source, first!.edits.get("test.bdg")!);
    expect(mended).toBe('dùng "plan.bdg"\ndữ liệu "kq.csv" bảng mã "windows-1258" kỳ 2024\n');
    service.setFile("test.bdg", mended);
    const left = service.problemsOf("test.bdg").filter(({ code }) => code.startsWith("data-"));
    expect(left.map(({ code }) => code)).toEqual(["data-read"]);
  });

  test("stands at the columns that an editor counts, where a tone is a sign of its own", () => {
    const bytes = windows1258("Chỉ tiêu;Năm;Kết quả\nCán bộ được bồi dưỡng;2024;bảy\n");
    const { service } = read(bytes, 'data "kq.csv" encoding "windows-1258"');
    const [problem] = service.problemsOf("kq.csv");
    // The letters of the code page: "ộ", "ợ", "ồ", "ỡ" and "ả" are two each, "á" is one.
    const line = "Cán bô\u0323 đươ\u0323c bô\u0300i dươ\u0303ng;2024;ba\u0309y";
    expect(problem!.range).toEqual({
      start: { line: 1, character: line.indexOf("ba\u0309y") },
      end: { line: 1, character: line.length },
    });
    expect(problem!.message).toContain("“bảy”");
  });

  test("keeps its cells when an indicator is renamed: an editor would write them as UTF-8", () => {
    const position = { line: 2, character: 11 };
    const rename = (declaration: string, bytes: Uint8Array) => {
      const result = read(bytes, declaration).service.rename("test.bdg", position, "can_bo_nu");
      return result?.kind === "edits" ? [...result.tables.keys()] : result;
    };
    const ids = "Chỉ tiêu;Năm;Kết quả\ncan_bo;2024;7\n";
    expect(rename('data "kq.csv"', utf8(ids))).toEqual(["kq.csv"]);
    expect(rename('data "kq.csv" encoding "windows-1258"', windows1258(ids))).toEqual([]);
  });
});

describe("the other encodings", () => {
  test.each([
    ["windows-1252", "indicator;year;value;source\ncan_bo;2024;3;Báo cáo – café\n", "latin"],
    ["utf-8", csv, "utf-8"],
    ["UTF-8", `\ufeff${csv}`, "utf-8"],
    ["utf-16le", csv, "utf-16le"],
    ["utf-16le", `\ufeff${csv}`, "utf-16le"],
    ["utf-16be", csv, "utf-16be"],
  ] as const)("%s", (encoding, text, how) => {
    const latin = () => Uint8Array.from(text.replace("–", "\u0096"), (letter) => letter.charCodeAt(0));
    const bytes = {
      latin,
      "utf-8": () => utf8(text),
      "utf-16le": () => utf16(text),
      "utf-16be": () => swapped(utf16(text)),
    };
    const { problems, values: found } = read(bytes[how](), `data "kq.csv" encoding "${encoding}"`);
    const wanted = how === "latin" ? ["can_bo - 3 Báo cáo – café"] : values;
    expect([problems, found]).toEqual([[], wanted]);
  });

  test("two declarations may read one file, each as it says, and only the wrong one is told", () => {
    const both = 'data "kq.csv" encoding "windows-1258"\ndata "kq.csv"';
    const { problems, values: found } = read(windows1258(csv), both);
    expect(problems.map(({ code }) => code)).toEqual(["data-file-unreadable"]);
    expect(found).toEqual(values);
  });
});

describe("what is not as it is declared", () => {
  test.each([
    ["windows-1258", utf8(csv), "its letters are UTF-8"],
    ["windows-1252", utf8(csv), "its letters are UTF-8"],
    ["utf-16le", utf8(csv), "its letters are UTF-8"],
    ["windows-1258", utf8(`\ufeffa;b`), "it begins with the mark of UTF-8"],
    ["windows-1258", utf16(`\ufeff${csv}`), "it begins with the mark of UTF-16LE"],
    ["utf-16be", utf16(`\ufeff${csv}`), "it begins with the mark of UTF-16LE"],
    ["utf-8", utf16(`\ufeff${csv}`), "it begins with the mark of UTF-16LE"],
  ])("%s is one error at its name, and a click takes it out", (encoding, bytes, reason) => {
    const declaration = `data "kq.csv" encoding "${encoding}"`;
    const { problems, values: found, service, source } = read(bytes, declaration);
    expect(problems).toMatchObject([{ code: "data-encoding-wrong", at: `"${encoding}"` }]);
    expect(problems[0]!.message).toContain(reason);
    expect(found).toEqual([]);
    const range = service.problemsOf("test.bdg").find(({ code }) => code === problems[0]!.code)!.range;
    const [first] = service.codeActions("test.bdg", range);
    expect(applyEdits(source, first!.edits.get("test.bdg")!)).toBe(`${plan}data "kq.csv"\n`);
  });

  test("UTF-8 that it is not offers what it may be", () => {
    const { problems, service, source } = read(windows1258(csv), 'data "kq.csv" encoding "utf-8"');
    expect(problems).toMatchObject([
      { code: "data-encoding-wrong", message: "“kq.csv” can't be read as utf-8." },
    ]);
    const range = service.problemsOf("test.bdg").find(({ code }) => code === problems[0]!.code)!.range;
    const [first] = service.codeActions("test.bdg", range);
    expect(applyEdits(source, first!.edits.get("test.bdg")!)).toContain('encoding "windows-1258"');
  });

  test.each([
    ["tcvn3", undefined],
    ["", undefined],
    ["windows1258", "windows-1258"],
    ["cp1258", "windows-1258"],
    ["Windows 1252", "windows-1252"],
    ["utf8", "utf-8"],
  ])("a name that is none, %j, says which there are", (name, nearest) => {
    const { problems, service, source } = read(windows1258(csv), `data "kq.csv" encoding "${name}"`);
    expect(problems).toMatchObject([{ code: "data-encoding-unknown", at: `"${name}"` }]);
    for (const one of tableEncodings) expect(problems[0]!.message).toContain(one);
    expect(problems[0]!.message.includes("Did you mean")).toBe(nearest !== undefined);
    const { range } = service.problemsOf("test.bdg").find(({ code }) => code === "data-encoding-unknown")!;
    const fixes = service
      .codeActions("test.bdg", range)
      .filter(({ title }) => title.startsWith("Read it"))
      .map(({ edits }) => applyEdits(source, edits.get("test.bdg")!).split("\n").at(-2));
    expect(fixes).toEqual(nearest === undefined ? [] : [`data "kq.csv" encoding "${nearest}"`]);
  });

  test("a name without quotation marks is an error of syntax and no other", () => {
    const { service, problems } = read(windows1258(csv), 'data "kq.csv" encoding windows-1258');
    expect(problems).toEqual([]);
    expect(service.problemsOf("test.bdg").map(({ code }) => code)).toContain("syntax-error");
  });

  test("a workbook knows it by itself, and is read", () => {
    const source = `${plan}data "kq.xlsx" sheet 1 encoding "windows-1258" period 2024\n`;
    const { service, workbooks } = createTestService({ "test.bdg": source });
    const cell = (column: number, text: string) => ({ column, text, kind: "text" as const });
    const rows = [
      { row: 0, cells: [cell(0, "Mã"), cell(1, "Kết quả")] },
      { row: 1, cells: [cell(0, "can_bo"), cell(1, "7")] },
    ];
    workbooks.set("kq.xlsx", [{ sheet: "A", rows, merges: [] }]);
    const problems = service.problemsOf("test.bdg").filter(({ code }) => code.startsWith("data-"));
    expect(problems.map(({ code }) => code).sort()).toEqual(["data-encoding-needless", "data-read"]);
    const { range } = problems.find(({ code }) => code === "data-encoding-needless")!;
    const [fix] = service.codeActions("test.bdg", range);
    expect(applyEdits(source, fix!.edits.get("test.bdg")!)).toBe(
      `${plan}data "kq.xlsx" sheet 1 period 2024\n`,
    );
  });

  test.each([
    ["a NUL", Uint8Array.from([...windows1258("Mã;Năm\n"), 0])],
    ["a workbook", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])],
  ])("%s in windows-1258 is no text", (_, bytes) => {
    const { problems } = read(bytes, 'data "kq.csv" encoding "windows-1258"');
    expect(problems).toMatchObject([{ code: "data-file-unreadable" }]);
  });

  test.each([[[0x61]], [[0xff, 0xfe, 0, 0xd8]], [[0, 0xd8, 0x61, 0x62]]])(
    "half a letter of UTF-16 is an error: %j",
    (bytes) => {
      const { problems } = read(Uint8Array.from(bytes), 'data "kq.csv" encoding "utf-16le"');
      expect(problems).toMatchObject([{ code: "data-encoding-wrong" }]);
    },
  );
});

test("tones without a letter under them, everywhere in a table, are cells like any other", () => {
  const tone = [0xcc, 0xd2, 0xde, 0xec, 0xf2];
  const sign = fc.constantFrom(...tone, ...tone, 0x3b, 0x22, 0x0a, 0x0d, 0x61, 0x32, 0xd0);
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 60 }), (bytes) => {
      const decoded = decodeTable(Uint8Array.from(bytes), "windows-1258");
      if (decoded.kind !== "text") throw new Error(decoded.kind);
      expect(decoded.text).toHaveLength(bytes.length);
      const reading = readCsv(decoded.text);
      if (reading.kind === "fault") return;
      for (const { cells } of reading.grid.rows) {
        for (const { text } of cells) expect(text).toBe(text.normalize("NFC"));
      }
      const { problems } = read(Uint8Array.from(bytes), 'data "kq.csv" encoding "windows-1258"');
      expect(problems.length).toBeGreaterThan(0);
    }),
    propertyRuns(100),
  );
});

test("bytes of every kind are a text or a reason in every encoding", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom(null, ...tableEncodings),
      (bytes, encoding) => {
        const decoded = decodeTable(bytes, encoding);
        expect(["text", "failure", "otherwise"]).toContain(decoded.kind);
        if (decoded.kind === "text") expect(decoded.text).not.toContain("\0");
      },
    ),
    propertyRuns(500),
  );
});
