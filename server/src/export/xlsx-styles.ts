import type { Status } from "../semantics/judgement.ts";
import { xmlText } from "../text/xml-text.ts";
import { xmlHead } from "./office-package.ts";

/** The cell styles of a workbook, each by its number. */
export interface XlsxStyles {
  readonly plain: number;
  readonly title: number;
  readonly heading: number;
  readonly text: number;
  status(status: Status): number;
  /** A number with so many decimals (six at most), and words behind it: `%`, `% (11/20)`. */
  number(decimals: number, behind: string): number;
  /** The part that holds them all. */
  toXml(): string;
}

/** Light enough for black words to be read on. */
const fills: Readonly<Record<Status, string>> = {
  met: "FFC6E7CE",
  missed: "FFF8C9C4",
  "no-data": "FFE3E3E3",
  "off-track": "FFFBD9B5",
  "at-risk": "FFFDF0B8",
  "on-track": "FFE2F3D9",
  pending: "FFFFFFFF",
};

/** Formats of one's own begin here. */
const firstFormat = 164;
/** A workbook may have some thousands; a table with more shares shows the rest as bare numbers. */
const mostFormats = 2_000;

const wrapped = '<alignment vertical="top" wrapText="1"/>';

export function createXlsxStyles(): XlsxStyles {
  const statuses = Object.keys(fills) as Status[];
  const formats = new Map<string, number>();
  const fixed = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>',
    `<xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">${wrapped}</xf>`,
    ...statuses.map(
      (_, i) =>
        `<xf numFmtId="49" fontId="1" fillId="${3 + i}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${wrapped}</xf>`,
    ),
  ];
  return {
    plain: 0,
    title: 1,
    heading: 2,
    text: 3,
    status: (status) => 4 + statuses.indexOf(status),
    number(decimals, behind) {
      const digits = decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(Math.min(6, decimals))}`;
      const wanted = behind === "" ? digits : `${digits}"${behind.replaceAll('"', "'")}"`;
      const code = formats.has(wanted) || formats.size < mostFormats ? wanted : digits;
      const known = formats.get(code) ?? formats.size;
      formats.set(code, known);
      return fixed.length + known;
    },
    toXml() {
      const numFmts = [...formats].map(
        ([code, i]) => `<numFmt numFmtId="${firstFormat + i}" formatCode="${xmlText(code)}"/>`,
      );
      const numbers = [...formats].map(
        ([, i]) =>
          `<xf numFmtId="${firstFormat + i}" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
      );
      return stylesXml(
        numFmts,
        [...fixed, ...numbers],
        statuses.map((status) => fills[status]),
      );
    },
  };
}

function stylesXml(
  numFmts: readonly string[],
  cellStyles: readonly string[],
  colors: readonly string[],
): string {
  const font = (more: string) =>
    `<font>${more}<sz val="11"/><name val="Times New Roman"/><family val="1"/></font>`;
  const solid = (color: string) =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
  const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
  const fonts = [
    font(""),
    font("<b/>"),
    '<font><b/><sz val="14"/><name val="Times New Roman"/><family val="1"/></font>',
  ];
  const allFills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    solid("FFDCE6F1"),
    ...colors.map(solid),
  ];
  const borders = [
    "<border><left/><right/><top/><bottom/><diagonal/></border>",
    `<border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border>`,
  ];
  const list = (name: string, items: readonly string[]) =>
    `<${name} count="${items.length}">${items.join("")}</${name}>`;
  return (
    `${xmlHead}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    (numFmts.length === 0 ? "" : list("numFmts", numFmts)) +
    list("fonts", fonts) +
    list("fills", allFills) +
    list("borders", borders) +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    list("cellXfs", cellStyles) +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
