import { maxCells } from "../../limits.ts";
import type { Grid } from "../../text/grid.ts";
import { OfficeError } from "../office-error.ts";
import { findMainPart, readRelationships } from "../package-parts.ts";
import { readXml } from "../xml.ts";
import { openZip } from "../zip-file.ts";
import { readNumberFormats } from "./number-formats.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { readSheet } from "./sheet.ts";

/**
 * The sheets of a workbook that hold cells, in their order. Formulas give the results that the workbook stores, and
 * none where it says that they are to be calculated when it is opened: programs that can't calculate store zeros;
 * charts, macros and links to other files are not looked at.
 *
 * @throws OfficeError
 */
export function readWorkbook(bytes: Uint8Array): readonly Grid[] {
  const zip = openZip(bytes);
  const main = findMainPart(zip);
  if (/(?:^|\/)(?:word|ppt)\//.test(main)) throw new OfficeError("not-xlsx", main);
  const related = readRelationships(zip, main);
  const part = (type: string) => {
    const found = related.find((one) => one.type === type);
    return found && zip.read(found.target);
  };
  const { sheets, is1904, isUncalculated } = readSheetList(zip.read(main)!);
  const strings = readSharedStrings(part("sharedStrings"));
  const formats = readNumberFormats(part("styles"));
  let room = maxCells;
  const grids: Grid[] = [];
  for (const { name, id } of sheets) {
    const target = related.find((one) => one.id === id && one.type === "worksheet")?.target;
    const content = target === undefined ? undefined : zip.read(target);
    if (content === undefined) continue;
    const { grid, cells } = readSheet(content, { name, strings, formats, is1904, isUncalculated, room });
    room -= cells;
    grids.push(grid);
  }
  return grids;
}

function readSheetList(bytes: Uint8Array) {
  const sheets: { name: string; id: string }[] = [];
  let is1904 = false;
  let isUncalculated = false;
  readXml(bytes, {
    open(element) {
      if (element.name === "workbookPr") is1904 = isTrue(element.attribute("date1904"));
      if (element.name === "calcPr") isUncalculated = isTrue(element.attribute("fullCalcOnLoad"));
      // Its `id` is the relationship's; `sheetId` is another.
      if (element.name === "sheet")
        sheets.push({ name: element.attribute("name") ?? "", id: element.attribute("id") ?? "" });
    },
  });
  return { sheets, is1904, isUncalculated };
}

function isTrue(written: string | undefined): boolean {
  return /^(?:1|true)$/.test(written ?? "");
}
