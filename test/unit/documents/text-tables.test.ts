import { describe, expect, it } from "vitest";
import { commitmentsOf } from "../../../server/src/documents/commitments/commitments.ts";
import { readPlanDocument } from "../../../server/src/documents/plan-document.ts";

/** Each clause with what it promises: `PL1.r2 2030 60 %`. */
function promisesOf(text: string): readonly string[] {
  const document = readPlanDocument(text);
  const found = commitmentsOf(document);
  return document.clauses.map((clause) => {
    const promises = found.get(clause)?.commitments ?? [];
    return [clause.address, ...promises.map(({ period, value, unit }) => `${period} ${value} ${unit}`)].join(
      " ",
    );
  });
}

describe("tables of a text", () => {
  it("between bars, below a heading that Markdown underlines", () => {
    const table = [
      "PHỤ LỤC I",
      "",
      "| **TT** | **Chỉ tiêu** | **Đơn vị tính** | **2028** | Năm 2030 |",
      "| :---: | --- | --- | ---: | --- |",
      "| 1 | Tỷ lệ hộ có nước sạch | % | **60** | 75,5 |",
      "| 2 | Số trạm \\| bể | trạm | ≥ 12 | |",
      "",
      "Ghi chú: theo quy chuẩn.",
    ];
    expect(promisesOf(table.join("\n"))).toEqual([
      "PL1",
      "PL1.r1",
      "PL1.r2 2028 60 % 2030 75.5 %",
      "PL1.r3 2028 12 trạm",
    ]);
    const [appendix, heading, row] = readPlanDocument(table.join("\n")).clauses;
    // The note is no title of the label that stands alone above the table.
    expect(appendix!.paragraphs.map(({ line, text }) => [line, text])).toEqual([
      [0, ""],
      [7, table[7]],
    ]);
    expect(appendix!.text).toBe(table[7]);
    expect(heading).toMatchObject({ cells: [], text: table[2]!.slice(2, -2) });
    expect(row!.cells!.map(({ text, heading: over }) => `${over}: ${text}`)).toEqual([
      "TT: 1",
      "Chỉ tiêu: Tỷ lệ hộ có nước sạch",
      "Đơn vị tính: %",
      "2028: 60",
      "Năm 2030: 75,5",
    ]);
  });

  it("with tabs between the cells, and a row that numbers the columns", () => {
    const table = [
      "I. MỤC TIÊU",
      "TT\tChỉ tiêu\tĐVT\tNăm 2030",
      "(1)\t(2)\t(3)\t(4)",
      "1\tSố thư viện\tthư viện\t1.800",
      "II. NHIỆM VỤ",
      "1. Xây dựng",
    ];
    expect(promisesOf(table.join("\n"))).toEqual([
      "I",
      "I.r1",
      "I.r2",
      "I.r3 2030 1800 thư viện",
      "II",
      "II.1",
    ]);
  });

  it("with the empty heading that some programs put over a table of Word", () => {
    const table = [
      "I. A",
      "",
      "|  |  |  |",
      "| --- | --- | --- |",
      "| TT | Chỉ tiêu | 2030 |",
      "| 1 | Số xã | 9 xã |",
    ];
    expect(promisesOf(table.join("\n"))).toEqual(["I", "I.r1", "I.r2", "I.r3 2030 9 xã"]);
  });

  it.each([
    [
      "a letterhead",
      "| UBND TỈNH A | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n| --- | --- |\n| Số: 5/KH-UBND | A, ngày 05 tháng 3 năm 2026 |\n\nI. B",
      ["I"],
    ],
    [
      "recipients and a signature",
      "I. B./.\n\n| Nơi nhận: | TM. ỦY BAN NHÂN DÂN |\n| --- | --- |\n| - Như trên; | CHỦ TỊCH |",
      ["I"],
    ],
    ["rows without a heading", "I. B\n| một | hai |\n| ba | bốn |", ["I"]],
    ["a heading without rows", "I. B\nTT\tChỉ tiêu\t2030", ["I"]],
    ["words with a tab", "I.\tB\n1.\tC\n2.\tD", ["I", "I.1", "I.2"]],
  ])("are not %s", (_what, text, addresses) => {
    expect(readPlanDocument(text).clauses.map(({ address }) => address)).toEqual(addresses);
  });

  it("leave the number and day of a letterhead to the front matter", () => {
    const head =
      "| UBND TỈNH A | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n| --- | --- |\n| Số: 5/KH-UBND | *A, ngày 05 tháng 3 năm 2026* |\n\nI. B";
    expect(readPlanDocument(head).number).toBe("5/KH-UBND");
  });
});
