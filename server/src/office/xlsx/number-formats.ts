import { readXml } from "../xml.ts";

/** How the numbers of a cell style are shown, as far as it says what they are. */
export type NumberFormat = "number" | "date" | "percent";

/** By the number of the cell style (a cell's `s`). */
export function readNumberFormats(bytes: Uint8Array | undefined): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  if (bytes === undefined) return formats;
  let isCellStyles = false;
  readXml(bytes, {
    open(element) {
      if (element.name === "numFmt")
        codes.set(Number(element.attribute("numFmtId")), element.attribute("formatCode") ?? "");
      else if (element.name === "cellXfs") isCellStyles = true;
      else if (element.name === "xf" && isCellStyles)
        formats.push(formatOf(Number(element.attribute("numFmtId") ?? 0), codes));
    },
    close(name) {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  return formats;
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id);
  if (code === undefined) {
    if (id === 9 || id === 10) return "percent";
    const isDate =
      (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    return isDate ? "date" : "number";
  }
  // Texts, escaped letters, colours and conditions say nothing; of the sections the first counts.
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./gu, "")
    .replace(/\[[^\]]*\]/gu, "")
    .split(";")[0]!;
  if (/[ydhs]|m/iu.test(bare) && !/^general$/iu.test(bare) && !/[0#]/u.test(bare.replace(/s\.0+/iu, "")))
    return "date";
  return bare.includes("%") ? "percent" : "number";
}
