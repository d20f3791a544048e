import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { OfficeError } from "../../../server/src/office/office-error.ts";
import { toDateText, toNumberText } from "../../../server/src/office/xlsx/cell-values.ts";
import { readWorkbook } from "../../../server/src/office/xlsx/workbook.ts";
import { cellName } from "../../../server/src/text/grid.ts";
import { toBytes } from "../../support/docx.ts";
import { makeXlsx, sheetRow, type XlsxParts, xlsxParts } from "../../support/xlsx.ts";

/** Each cell of the first sheet that holds something, as `A1 kind text`. */
function cellsOf(parts: XlsxParts): readonly string[] {
  const [grid] = readWorkbook(makeXlsx(parts));
  return grid!.rows.flatMap(({ row, cells }) =>
    cells.map(({ column, kind, text, isFormula, isPercent }) =>
      [cellName(row, column), kind, text, isFormula && "formula", isPercent && "percent"]
        .filter(Boolean)
        .join(" "),
    ),
  );
}

function refusalOf(bytes: Uint8Array): string | undefined {
  try {
    readWorkbook(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof OfficeError) return error.failure;
    throw error;
  }
}

const sheet = (content: string) => ({ sheets: { A: content } });

describe("cells", () => {
  test("of every kind", () => {
    const row = sheetRow(1, [
      '<c t="s"><v>0</v></c>',
      "inline",
      62.5,
      '<c t="str"><f>A1</f><v>từ công thức</v></c>',
      "<c><f>1/3</f><v>0.33333333333333331</v></c>",
      '<c t="e"><v>#DIV/0!</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c s="1"/>',
      "<c><f>B9</f></c>",
    ]);
    expect(cellsOf({ ...sheet(row), shared: ["Chỉ tiêu"] })).toEqual([
      "A1 text Chỉ tiêu",
      "B1 text inline",
      "C1 number 62.5",
      "D1 text từ công thức formula",
      "E1 number 0.333333333333333 formula",
      "F1 error #DIV/0!",
      "G1 text TRUE",
      "I1 no-result =B9 formula",
    ]);
  });

  test("texts of several runs are one; readings beside them are left out", () => {
    const strings = '<si><r><t>Tỷ lệ </t></r><r><t>nữ</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh></si>';
    const others = {
      "xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings}</sst>`,
    };
    expect(cellsOf({ ...sheet(sheetRow(1, ['<c t="s"><v>0</v></c>'])), others })).toEqual([
      "A1 text Tỷ lệ nữ",
    ]);
  });

  const styles = (code: string) =>
    `<numFmts count="1"><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>`;

  test.each([
    ["dd/mm/yyyy", "date 2024-12-31"],
    ["[$-42A]d mmmm yyyy", "date 2024-12-31"],
    ["yyyy&quot; năm&quot;", "date 2024-12-31"],
    ["0.00&quot; ngày&quot;", "number 45657"],
    ["#,##0\\d", "number 45657"],
    ["0.0%", "number 45657 percent"],
    ["General", "number 45657"],
    ["[Red]0;[Blue]-0", "number 45657"],
  ])("a number formatted %s", (code, kind) => {
    expect(cellsOf({ ...sheet(sheetRow(1, ['<c s="1"><v>45657</v></c>'])), styles: styles(code) })).toEqual([
      `A1 ${kind}`,
    ]);
  });

  test("formats that every workbook has, and the system that counts from 1904", () => {
    const row = sheetRow(1, ['<c s="2"><v>44195</v></c>', '<c s="3"><v>0.55</v></c>']);
    expect(cellsOf({ ...sheet(row), styles: styles("0"), is1904: true })).toEqual([
      "A1 date 2024-12-31",
      "B1 number 0.55 percent",
    ]);
  });

  test("an empty text is a formula's result; where a number should be, nothing is none", () => {
    const row = sheetRow(1, [
      '<c t="str"><f>IF(B1="","",B1)</f><v></v></c>',
      "<c><f>SUM(B2:B9)</f><v/></c>",
      '<c><f t="shared" si="0"/></c>',
    ]);
    expect(cellsOf(sheet(row))).toEqual(["B1 no-result =SUM(B2:B9) formula", "C1 no-result = formula"]);
  });

  test("no formula has a result where the workbook is still to be calculated", () => {
    const parts = sheet(
      sheetRow(1, [45, "<c><f>20+25</f><v>0</v></c>", '<c t="str"><f>"a"</f><v>0</v></c>']),
    );
    const workbook = (calculation: string) => ({
      "xl/workbook.xml": xlsxParts(parts)["xl/workbook.xml"].replace(
        "</sheets>",
        `</sheets><calcPr calcId="124519" ${calculation}/>`,
      ),
    });
    expect(cellsOf({ ...parts, others: workbook('fullCalcOnLoad="1"') })).toEqual([
      "A1 number 45",
      "B1 no-result =20+25 formula",
      'C1 no-result ="a" formula',
    ]);
    expect(cellsOf({ ...parts, others: workbook('fullCalcOnLoad="0"') })[1]).toBe("B1 number 0 formula");
    // A formula of several cells stands in the first of them.
    const array = sheet(sheetRow(1, ['<c><f t="array" ref="A1:B1">D1:E1</f><v>0</v></c>', 0, 3]));
    expect(cellsOf({ ...array, others: workbook('fullCalcOnLoad="1"') })).toEqual([
      "A1 no-result =D1:E1 formula",
      "B1 no-result = formula",
      "C1 number 3",
    ]);
    expect(cellsOf({ ...array, others: workbook("") })).toEqual([
      "A1 number 0 formula",
      "B1 number 0",
      "C1 number 3",
    ]);
  });

  test("two at one place say nothing, unless they say the same", () => {
    const two = (first: string, second: string) =>
      cellsOf(sheet(`<row r="2"><c r="C2"${first}</c><c r="D2"><v>7</v></c><c r="C2"${second}</c></row>`));
    expect(two("><v>45</v>", "><v>99</v>")).toEqual(["C2 twice 45 | 99", "D2 number 7"]);
    expect(two("><v>45</v>", ' t="str"><v>45</v>')).toEqual(["C2 twice 45 | 45", "D2 number 7"]);
    expect(two("><v>45</v>", "><v>45.0</v>")).toEqual(["C2 number 45", "D2 number 7"]);
    expect(two(">", "><v>99</v>")).toEqual(["C2 number 99", "D2 number 7"]);
    expect(
      cellsOf(sheet('<row r="2"><c r="C2"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row>')),
    ).toEqual(["C2 twice 1 | 2"]);
  });

  test("places that are written nowhere follow one another", () => {
    expect(cellsOf(sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"))).toEqual([
      "A1 number 1",
      "B1 number 2",
      "A2 number 3",
    ]);
  });
});

test.each([
  ["0.30000000000000004", "0.3"],
  ["1E-3", "0.001"],
  ["1.5e10", "15000000000"],
  ["-0", "0"],
  ["-12.50", "-12.5"],
  ["100", "100"],
  ["62.4", "62.4"],
  ["1e400", undefined],
  ["0x10", undefined],
  ["", undefined],
  ["NaN", undefined],
])("the number %s is %s", (stored, text) => expect(toNumberText(stored)).toBe(text));

test.each([
  [1, false, "1900-01-01"],
  [59, false, "1900-02-28"],
  [60, false, undefined],
  [61, false, "1900-03-01"],
  [45657.75, false, "2024-12-31"],
  [0, true, "1904-01-01"],
  [0, false, undefined],
  [3_000_000, false, undefined],
])("day %d (1904: %s) is %s", (serial, is1904, text) => expect(toDateText(serial, is1904)).toBe(text));

describe("workbooks that attack", () => {
  test.each([
    [
      "a cell at the last place there is",
      sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
      undefined,
    ],
    ["a row below it", sheet('<row r="4294967295"><c><v>1</v></c></row>'), "damaged"],
    ["a column of seven letters", sheet('<row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row>'), "damaged"],
    [
      "a merge and a validation over everything",
      sheet(
        `<sheetData>${sheetRow(1, [1])}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations><cols><col min="1" max="4294967295"/></cols>`,
      ),
      undefined,
    ],
    ["a shared string that is not there", sheet(sheetRow(1, ['<c t="s"><v>7</v></c>'])), "damaged"],
    ["a number that is none", sheet(sheetRow(1, ["<c><v>abc</v></c>"])), "damaged"],
  ] as const)("%s", (_, parts, refusal) => expect(refusalOf(makeXlsx(parts))).toBe(refusal));

  test("names that JavaScript knows are names", () => {
    const grids = readWorkbook(
      makeXlsx({ sheets: { __proto__x: sheetRow(1, ["__proto__", "constructor"]), constructor: "" } }),
    );
    expect(grids.map((grid) => grid.sheet)).toEqual(["__proto__x", "constructor"]);
    expect(grids[0]!.rows[0]!.cells.map(({ text }) => text)).toEqual(["__proto__", "constructor"]);
  });

  test("a document is no workbook; a DOCTYPE is refused", () => {
    const parts = xlsxParts(sheet(""));
    const document = {
      ...parts,
      "_rels/.rels": parts["_rels/.rels"].replace("xl/workbook.xml", "word/document.xml"),
      "word/document.xml": "<a/>",
    };
    expect(refusalOf(zipSync(toBytes(document)))).toBe("not-xlsx");
    const entity = {
      ...parts,
      "xl/workbook.xml": `<!DOCTYPE a [<!ENTITY b "c">]>${parts["xl/workbook.xml"]}`,
    };
    expect(refusalOf(zipSync(toBytes(entity)))).toBe("damaged");
  });
});
