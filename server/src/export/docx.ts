import type { Language } from "../diagnostics/language.ts";
import type { PlanFront } from "../semantics/model.ts";
import { displayWidth } from "../text/display-width.ts";
import { xmlText } from "../text/xml-text.ts";
import { contentTypes, type OfficePart, relationships, toPackage, xmlHead } from "./office-package.ts";
import type { Cell, LabelledCount, PlanSummary, Summary, SummaryTable } from "./summary-table.ts";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * The summary as a Word document that an office can send: A4 across, Times New Roman, the letterhead and the place
 * for number and date in front, tables whose headings are repeated on each page, recipients and signature at the end.
 * The same summary gives the same bytes.
 */
export function toDocx(summary: Summary): Uint8Array {
  const parts: readonly OfficePart[] = [
    [
      "[Content_Types].xml",
      contentTypes([
        ["word/document.xml", "wordprocessingml.document.main"],
        ["word/styles.xml", "wordprocessingml.styles"],
        ["word/footer1.xml", "wordprocessingml.footer"],
      ]),
    ],
    ["_rels/.rels", relationships([["rId1", "officeDocument", "word/document.xml"]])],
    [
      "word/_rels/document.xml.rels",
      relationships([
        ["rId1", "styles", "styles.xml"],
        ["rId2", "footer", "footer1.xml"],
      ]),
    ],
    ["word/document.xml", documentXml(summary)],
    ["word/styles.xml", stylesXml],
    ["word/footer1.xml", footerXml],
  ];
  return toPackage(parts);
}

/** Twentieths of a point, as Word counts: A4 across, margins as Decree 30/2020 has them. */
const page = { width: 16838, height: 11906, top: 1134, bottom: 1134, left: 1701, right: 851 };
const textWidth = page.width - page.left - page.right;

function documentXml(summary: Summary): string {
  const { language } = summary;
  const front = summary.plans.find((plan) => plan.front !== null)?.front ?? null;
  const one = summary.plans.length === 1 ? summary.plans[0] : undefined;
  const body = [
    letterhead(front, language),
    paragraph(words.table[language].toUpperCase(), { align: "center", bold: true, size: 28, before: 240 }),
    ...(one ? [paragraph(one.title, { align: "center", bold: true, size: 28 })] : []),
    paragraph(`(${summary.asOfText})`, { align: "center", italic: true, after: 160 }),
    ...summary.plans.flatMap((plan) => planBlocks(plan, one === undefined)),
    paragraph("", { before: 120 }),
    signature(front, language),
  ].join("");
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${page.width}" w:h="${page.height}" w:orient="landscape"/><w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
  return `${xmlHead}<w:document xmlns:w="${word}" xmlns:r="${relation}"><w:body>${body}${section}</w:body></w:document>`;
}

const words = {
  table: {
    en: "Summary of results",
    vi: "Bảng tổng hợp kết quả thực hiện",
  },
  nation: { en: "SOCIALIST REPUBLIC OF VIET NAM", vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" },
  motto: { en: "Independence - Freedom - Happiness", vi: "Độc lập - Tự do - Hạnh phúc" },
  number: { en: "No.: ……/……", vi: "Số: ……/……" },
  dated: { en: "……, date …… month …… year ……", vi: "……, ngày …… tháng …… năm ……" },
  copies: { en: "Recipients:", vi: "Nơi nhận:" },
  filed: { en: "Filed: VT.", vi: "Lưu: VT." },
  madeBy: { en: "PREPARED BY", vi: "NGƯỜI LẬP BIỂU" },
  head: { en: "HEAD OF THE OFFICE", vi: "THỦ TRƯỞNG ĐƠN VỊ" },
  signHere: { en: "(signature, full name)", vi: "(ký, ghi rõ họ tên)" },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

function letterhead(front: PlanFront | null, language: Language): string {
  const above = front?.above ? [paragraph(front.above.name.toUpperCase(), { align: "center" })] : [];
  const issuer = (front?.issuer?.name ?? "……………………").toUpperCase();
  const left = [
    ...above,
    paragraph(issuer, { align: "center", bold: true }),
    paragraph(words.number[language], { align: "center", before: 120 }),
  ];
  const right = [
    paragraph(words.nation[language], { align: "center", bold: true }),
    paragraph(words.motto[language], { align: "center", bold: true }),
    paragraph(words.dated[language], { align: "center", italic: true, before: 120 }),
  ];
  return sideBySide([left, right], [0.4, 0.6]);
}

function signature(front: PlanFront | null, language: Language): string {
  const named = front?.copies ?? [];
  const copies = named.some((one) => /^lưu/iu.test(one)) ? named : [...named, words.filed[language]];
  const left = [
    paragraph(words.copies[language], { bold: true, italic: true, size: 22 }),
    ...copies.map((one) => paragraph(`- ${one}${/[.;]$/u.test(one) ? "" : ";"}`, { size: 22 })),
  ];
  const space = [paragraph("", { before: 1200 })];
  const middle = [
    paragraph(words.madeBy[language], { align: "center", bold: true }),
    paragraph(words.signHere[language], { align: "center", italic: true }),
  ];
  const right = [
    paragraph((front?.signed?.role ?? words.head[language]).toUpperCase(), { align: "center", bold: true }),
    paragraph(words.signHere[language], { align: "center", italic: true }),
    ...space,
    paragraph(front?.signed?.name ?? "", { align: "center", bold: true }),
  ];
  return sideBySide([left, middle, right], [0.36, 0.28, 0.36]);
}

/** A table without borders, whose rows stay on one page. */
function sideBySide(columns: readonly (readonly string[])[], shares: readonly number[]): string {
  const widths = shares.map((share) => Math.round(textWidth * share));
  const cells = columns.map(
    (blocks, i) => `<w:tc><w:tcPr><w:tcW w:w="${widths[i]}" w:type="dxa"/></w:tcPr>${blocks.join("")}</w:tc>`,
  );
  return `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>${grid(widths)}<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join("")}</w:tr></w:tbl>`;
}

function grid(widths: readonly number[]): string {
  return `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`;
}

function planBlocks(plan: PlanSummary, withTitle: boolean): readonly string[] {
  return [
    ...(withTitle ? [paragraph(plan.title, { bold: true, before: 160, keepNext: true })] : []),
    ...tableBlocks(plan.indicators, plan.indicatorCounts),
    ...tableBlocks(plan.tasks, plan.taskCounts),
  ];
}

function tableBlocks(table: SummaryTable | null, counts: readonly LabelledCount[]): readonly string[] {
  const counted = counts.map(({ label, count }) => `${label}: ${count}`).join("; ");
  if (table === null) return counted === "" ? [] : [paragraph(counted, {})];
  const title = counted === "" ? table.title : `${table.title} (${counted})`;
  return [paragraph(title, { bold: true, before: 160, after: 80, keepNext: true }), tableXml(table)];
}

const border = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join("");

function tableXml(table: SummaryTable): string {
  const { columns, rows } = filledColumns(table);
  // Half points: many columns need small letters.
  const size = columns.length > 12 ? 16 : columns.length > 9 ? 18 : 20;
  const widths = columnWidths({ ...table, columns, rows }, size);
  const heading = columns.map((column, i) =>
    cellXml([paragraph(column.heading, { align: "center", bold: true, size })], widths[i]!, true),
  );
  const body = rows.map(({ cells }) => {
    const written = cells.map((cell, i) => {
      const align = columns[i]!.isNumeric ? "right" : "left";
      return cellXml([paragraph(textOf(cell), { size, align, bold: isFailure(cell) })], widths[i]!, false);
    });
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${written.join("")}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblBorders>${border}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>${grid(widths)}` +
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${heading.join("")}</w:tr>${body.join("")}</w:tbl>`
  );
}

/** A column in which nothing stands takes room from the others; the explanations' is kept to be written into. */
function filledColumns({ columns, rows }: SummaryTable): Pick<SummaryTable, "columns" | "rows"> {
  const kept = columns.map(
    (column, i) =>
      /^(?:Giải trình|Explanation)$/u.test(column.heading) ||
      rows.some(({ cells }) => cells[i]?.kind !== "none"),
  );
  const keep = <Item>(items: readonly Item[]): readonly Item[] => items.filter((_, i) => kept[i]);
  return { columns: keep(columns), rows: rows.map((row) => ({ ...row, cells: keep(row.cells) })) };
}

/**
 * Each column has room for its longest word; what is left goes to those with long texts.
 *
 * @param size of the letters, in half points
 */
function columnWidths({ columns, rows }: SummaryTable, size: number): readonly number[] {
  // A letter is about half as wide as it is high, a bold one in a heading a little more; then the cell's margins.
  const letter = size * 5;
  const margins = 134;
  const needs = columns.map((column, i) => {
    const texts = rows.map(({ cells }) => textOf(cells[i]!));
    const longest = Math.max(...[column.heading, ...texts].map(displayWidth));
    const word = Math.max(widestWord(column.heading) * 1.2, ...texts.map(widestWord));
    return { least: word * letter + margins, longest };
  });
  const least = needs.reduce((sum, one) => sum + one.least, 0);
  if (least >= textWidth) return needs.map((one) => Math.floor((one.least / least) * textWidth));
  const wishes = needs.map(({ least: own, longest }) => Math.max(0, Math.sqrt(longest) * letter * 4 - own));
  const wished = wishes.reduce((sum, wish) => sum + wish, 0) || 1;
  return needs.map((one, i) => Math.floor(one.least + ((textWidth - least) * wishes[i]!) / wished));
}

function widestWord(text: string): number {
  return Math.max(...text.split(/\s/u).map(displayWidth));
}

function cellXml(paragraphs: readonly string[], width: number, isHeading: boolean): string {
  const shade = isHeading
    ? '<w:shd w:val="clear" w:color="auto" w:fill="E7EDF5"/><w:vAlign w:val="center"/>'
    : "";
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>${paragraphs.join("")}</w:tc>`;
}

function textOf(cell: Cell): string {
  return cell.kind === "none" ? "" : cell.text;
}

function isFailure(cell: Cell): boolean {
  return cell.kind === "status" && (cell.status === "missed" || cell.status === "no-data");
}

interface ParagraphLook {
  readonly align?: "left" | "center" | "right";
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** In half points. */
  readonly size?: number;
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
}

function paragraph(
  text: string,
  { align = "left", bold, italic, size, before = 0, after = 0, keepNext }: ParagraphLook,
): string {
  const look = `${bold ? "<w:b/>" : ""}${italic ? "<w:i/>" : ""}${size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : ""}`;
  const rPr = look === "" ? "" : `<w:rPr>${look}</w:rPr>`;
  const pPr = `<w:pPr>${keepNext ? "<w:keepNext/>" : ""}<w:spacing w:before="${before}" w:after="${after}"/>${align === "left" ? "" : `<w:jc w:val="${align}"/>`}${rPr}</w:pPr>`;
  const run = text === "" ? "" : `<w:r>${rPr}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
  return `<w:p>${pPr}${run}</w:p>`;
}

const stylesXml =
  `${xmlHead}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN"/>' +
  '</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>';

const footerXml =
  `${xmlHead}<w:ftr xmlns:w="${word}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>` +
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>';
