import { zipSync } from "fflate";
import { escapeXml, toBytes } from "./docx.ts";

/** Makes workbooks for the tests: real packages, with what a test wants in their parts. */
export interface XlsxParts {
  /** Sheets by name: the content of sheetData, and what stands behind it. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly shared?: readonly string[];
  /** The content of styleSheet. */
  readonly styles?: string;
  readonly is1904?: boolean;
  readonly others?: Readonly<Record<string, string>>;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

export function makeXlsx(parts: XlsxParts): Uint8Array {
  return zipSync(toBytes(xlsxParts(parts)));
}

export function xlsxParts({ sheets, shared = [], styles, is1904 = false, others = {} }: XlsxParts) {
  const names = Object.keys(sheets);
  const listed = names.map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 7}" r:id="s${i}"/>`);
  const related = names.map(
    (_, i) => `<Relationship Id="s${i}" Type="${relation}/worksheet" Target="worksheets/sheet${i}.xml"/>`,
  );
  const strings = shared.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`);
  const pages = Object.fromEntries(
    Object.values(sheets).map((content, i) => [
      `xl/worksheets/sheet${i}.xml`,
      `${head}<worksheet ${main}>${content.startsWith("<row") || content === "" ? `<sheetData>${content}</sheetData>` : content}</worksheet>`,
    ]),
  );
  return {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `${head}<Relationships ${relations}><Relationship Id="main" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook ${main} xmlns:r="${relation}"><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships ${relations}>${related.join("")}<Relationship Id="strings" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="styles" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `${head}<sst ${main}>${strings.join("")}</sst>`,
    ...(styles !== undefined && { "xl/styles.xml": `${head}<styleSheet ${main}>${styles}</styleSheet>` }),
    ...pages,
    ...others,
  };
}

/** A row of cells, each its XML or a text for an inline string. */
export function sheetRow(row: number, cells: readonly (string | number)[]): string {
  const written = cells.map((cell, column) => {
    const place = `${String.fromCharCode(65 + column)}${row}`;
    if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
    if (cell.startsWith("<c")) return cell.replace("<c", `<c r="${place}"`);
    return cell === "" ? "" : `<c r="${place}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
  });
  return `<row r="${row}">${written.join("")}</row>`;
}
