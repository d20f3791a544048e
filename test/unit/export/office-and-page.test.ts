import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { createLanguageService } from "../../../server/src/language-service.ts";
import { readDocxText } from "../../../server/src/office/docx/docx-text.ts";
import { readWorkbook } from "../../../server/src/office/xlsx/workbook.ts";
import { type ExportFormat, exportJudgement } from "../../../server/src/service/export-judgement.ts";
import { cellName } from "../../../server/src/text/grid.ts";
import { createTestService, testSettings } from "../../support/test-service.ts";

const plan = `plan p "Kế hoạch A & B" {
  period 2021..2030
  by so
  signed "Giám đốc" "Lê Minh Tuấn"
  copies "UBND tỉnh", "Lưu: VT"
}
body tinh "UBND tỉnh X"
body so "Sở Nội vụ" in tinh
body phong "Phòng <CCVC>" in so
indicator led "=HYPERLINK(1) nữ" {
  unit percent
  baseline 2021 = 45%
  target 2023 >= 60%
  target 2025 >= 70%
  lead phong
  measured 2022 = 52,5%
  measured 2023 = 11 of 20 "Báo cáo \\"215\\""
  explain 2023 "Chưa bầu cử"
}
indicator acts "Hoạt động" {
  unit count
  target every year >= 1
  lead so
  measured 2022 = 12345
}
task t "Tập huấn" { due 2023; lead phong }
`;
const other =
  'plan q "Kế hoạch khác" { period 2021..2030 }\nindicator x "Chỉ tiêu X" { unit count; target 2022 >= 3; measured 2022 = 4 }\n';

function exported(
  format: ExportFormat,
  files: Record<string, string> = { "test.bdg": plan },
  byBody = false,
) {
  const { service } = createTestService(files, { asOf: "2024-06-30", language: "vi" });
  const options = { language: "vi", forecasts: true, byBody, byteOrderMark: false } as const;
  return exportJudgement(service.judgement(), format, options);
}

const partsOf = (bytes: string | Uint8Array) => {
  const parts = unzipSync(bytes as Uint8Array);
  return new Map(Object.entries(parts).map(([name, content]) => [name, new TextDecoder().decode(content)]));
};

describe("the workbook", () => {
  const grids = readWorkbook(exported("xlsx") as Uint8Array);

  test("has a sheet for indicators, for tasks and for values, read back as written", () => {
    expect(grids.map(({ sheet }) => sheet)).toEqual(["Chỉ tiêu", "Nhiệm vụ", "Số liệu"]);
    const values = grids[2]!.rows.map(({ cells }) =>
      cells.map(({ text, kind }) => (kind === "number" ? Number(text) : text)),
    );
    expect(values).toEqual([
      ["Kế hoạch", "Mã", "Chỉ tiêu", "Phân tổ", "Kỳ", "Giá trị", "Đơn vị tính", "Tử số", "Mẫu số", "Nguồn"],
      ["Kế hoạch A & B", "led", "'=HYPERLINK(1) nữ", "2022", 52.5, "%"],
      ["Kế hoạch A & B", "led", "'=HYPERLINK(1) nữ", "2023", 55, "%", 11, 20, 'Báo cáo "215"'],
      ["Kế hoạch A & B", "acts", "Hoạt động", "2022", 12345],
    ]);
  });

  test("has numbers as numbers, shares with their counts behind them, and no formula", () => {
    const [sheet] = grids;
    const heading = sheet!.rows.find(({ cells }) => cells[0]?.text === "STT")!;
    const column = heading.cells.find(({ text }) => text === "Kết quả 2023")!.column;
    const row = sheet!.rows.find(({ row }) => row === heading.row + 1)!;
    expect(row.cells.find((cell) => cell.column === column)).toMatchObject({ kind: "number", text: "55" });
    const parts = partsOf(exported("xlsx"));
    expect(parts.get("xl/styles.xml")).toContain('formatCode="#,##0&quot;% (11/20)&quot;"');
    expect([...parts.values()].join("")).not.toMatch(/<f>|<f /);
    expect(parts.get("xl/worksheets/sheet1.xml")).toContain(
      `<pane ySplit="${heading.row + 1}" topLeftCell="${cellName(heading.row + 1, 0)}" activePane="bottomLeft" state="frozen"/>`,
    );
  });
});

describe("the Word document", () => {
  const bytes = exported("docx") as Uint8Array;
  const parts = partsOf(bytes);
  const { text, rows } = readDocxText(bytes);

  test("is across, in Times New Roman, with headings on every page", () => {
    expect(parts.get("word/styles.xml")).toContain('w:ascii="Times New Roman"');
    expect(parts.get("word/document.xml")).toContain(
      '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
    );
    expect(parts.get("word/document.xml")!.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  });

  test("has the plan's own front and foot", () => {
    expect(text.split("\n").slice(0, 6)).toEqual([
      "UBND TỈNH X",
      "SỞ NỘI VỤ",
      "Số: ……/……",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "……, ngày …… tháng …… năm ……",
    ]);
    expect(text).toContain("BẢNG TỔNG HỢP KẾT QUẢ THỰC HIỆN\nKế hoạch A & B\n(Tính đến 30/6/2024)");
    expect(text).toContain("Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT;\n");
    expect(text).toMatch(/GIÁM ĐỐC\n\(ký, ghi rõ họ tên\)\n+Lê Minh Tuấn/);
  });

  test("reads back as the table: a row for each indicator and task, with the explanation", () => {
    const lines = text.split("\n");
    const cells = rows.map(({ line }) =>
      lines[line]!.split(" | ").map((cell) => cell.replace(/^\| ?|\|$/g, "").trim()),
    );
    expect(cells.map((row) => row[1])).toEqual([
      "Chỉ tiêu",
      "=HYPERLINK(1) nữ",
      "Hoạt động",
      "Nhiệm vụ",
      "Tập huấn",
    ]);
    expect(cells[1]).toContain("2023: Chưa bầu cử");
    expect(cells[1]).toContain("Phòng <CCVC>");
  });
});

describe("the page", () => {
  const page = exported("html") as string;

  test("has no script, loads nothing, and says so", () => {
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(page).not.toMatch(/<script|<link|<img|url\(|@import|\son\w+=|https?:/i);
    expect(page).toContain("Phòng &lt;CCVC&gt;");
  });

  test("has a chart for each indicator that has something to draw, with what it shows in words", () => {
    expect(page.match(/<svg /g)).toHaveLength(2);
    expect(page).toMatch(/aria-label="Chỉ tiêu: =HYPERLINK\(1\) nữ\. [^"]*31\/12\/2023: 55%/);
  });
});

test.each(["xlsx", "docx", "html", "md", "csv", "json"] as const)(
  "%s: the same input gives the same bytes",
  (format) => {
    expect(exported(format)).toEqual(exported(format));
  },
);

test("several plans have one table with the plan as a column, and their counts each", () => {
  const markdown = exported("md", { "a.bdg": plan, "b.bdg": other }) as string;
  expect(markdown.match(/^\| Kế hoạch \| STT \|/gm)).toHaveLength(2);
  expect(markdown).toMatch(/\| Kế hoạch A &amp; B \| 1 \| =HYPERLINK/);
  expect(markdown).toMatch(/\| Kế hoạch khác \| 3 \| Chỉ tiêu X/);
  expect(markdown).toContain("## Kế hoạch khác\n\nđạt **1**");
});

test("by body: a table for each that leads something, and together they have every item once", () => {
  const markdown = exported("md", { "test.bdg": plan }, true) as string;
  expect(markdown.match(/^## .*/gm)).toEqual([
    "## Kế hoạch A &amp; B – Phòng &lt;CCVC&gt;",
    "## Kế hoạch A &amp; B – Sở Nội vụ",
  ]);
  for (const name of ["HYPERLINK", "Hoạt động", "Tập huấn"]) expect(markdown.split(name)).toHaveLength(2);
});

test("nothing to show is shown in every format", () => {
  const service = createLanguageService(
    { readDocument: () => ({ kind: "failure", failure: "missing" }), log: () => {} },
    testSettings(),
  );
  for (const format of ["xlsx", "docx", "html"] as const) {
    const options = { language: "en", forecasts: true, byBody: false, byteOrderMark: false } as const;
    expect(exportJudgement(service.judgement(), format, options).length).toBeGreaterThan(500);
  }
});
