import type { CsvFault } from "../data/csv-text.ts";
import { didYouMean } from "../data/table-problems.ts";
import { bilingual, type LocalText } from "../diagnostics/language.ts";
import type { Place } from "../diagnostics/place.ts";
import { createProblem, type Problem } from "../diagnostics/problem.ts";
import type { FileFailure, TableReading } from "../host.ts";
import type { Entry } from "../semantics/entry.ts";
import type { DataDeclaration, Text } from "../syntax/ast.ts";
import type { Grid } from "../text/grid.ts";
import { positionAt } from "../text/line-index.ts";
import { nearestWord } from "../text/nearest-word.ts";
import { tableEncodingNamed, tableEncodings } from "../text/table-encoding.ts";
import type { Encoding } from "../text/text-decoder.ts";
import type { CsvFile, CsvOpening } from "./csv-files.ts";
import { tableFailureText } from "./table-failure.ts";

/** The cells that a `data` declaration means, or why there are none. */
export interface OpenTable {
  readonly grid: Grid | null;
  /** Of a CSV file. */
  readonly csv: CsvFile | null;
  readonly problems: readonly Problem[];
}

/** @param openCsv reads a CSV file in the encoding that is declared */
export function openTable(
  entry: Entry,
  declaration: DataDeclaration,
  reading: TableReading,
  openCsv: (
    reading: Extract<TableReading, { readonly kind: "bytes" | "text" }>,
    encoding: Encoding | null,
  ) => CsvOpening,
): OpenTable {
  const table = { entry, declaration, at: tablePath(entry, declaration) };
  switch (reading.kind) {
    case "pending":
      return closed();
    case "failure":
      return closed(unreadable(table, reading.failure));
    case "workbook": {
      const sheet = findSheet(table, reading.sheets);
      const needless = declaration.encoding && needlessEncoding(table, declaration.encoding);
      return { ...sheet, problems: [...sheet.problems, ...(needless ? [needless] : [])] };
    }
    default: {
      const { encoding } = declaration;
      const named = encoding && tableEncodingNamed(encoding.value);
      if (encoding && !named) {
        // Where its name is missing, the parser has said so.
        return encoding.start === encoding.end ? closed() : closed(unknownEncoding(table, encoding));
      }
      const opening = openCsv(reading, named ?? null);
      if (opening.kind === "file") return gridOf(table, opening);
      return closed(
        opening.kind === "failure"
          ? unreadable(table, opening.failure)
          : otherEncoding(table, encoding!, opening),
      );
    }
  }
}

/** The path of a `data` declaration, or its keyword where the path is missing. */
export function tablePath(entry: Entry, { file, keyword }: DataDeclaration): Place {
  const span = file.start === file.end ? keyword : { start: file.start, end: file.end };
  return { source: entry, span };
}

/** By name or by number; the first one where none is said. */
export function sheetNamed(sheets: readonly Grid[], sheet: string | number | null): Grid | undefined {
  const wanted = sheet ?? 1;
  const isWanted = (name: string) =>
    name.normalize("NFC").trim().toLowerCase() === String(wanted).normalize("NFC").trim().toLowerCase();
  const named = sheets.find((one) => isWanted(one.sheet ?? ""));
  return typeof wanted === "number" ? (sheets[wanted - 1] ?? named) : named;
}

interface Table {
  readonly entry: Entry;
  readonly declaration: DataDeclaration;
  readonly at: Place;
}

function closed(...problems: readonly Problem[]): OpenTable {
  return { grid: null, csv: null, problems };
}

function unreadable({ declaration, at }: Table, failure: FileFailure): Problem {
  const file = declaration.file.value;
  if (failure === "missing") return createProblem("data-file-missing", at, { file });
  if (failure === "outside-root") return createProblem("outside-root", at, { file });
  if (failure === "not-utf8") {
    const reason = bilingual(
      `it is not UTF-8 text; save it again as UTF-8, or say what it is written in: data "${file}" encoding "windows-1258"`,
      `không phải văn bản UTF-8; hãy lưu lại với mã UTF-8, hoặc ghi rõ bảng mã: dữ liệu "${file}" bảng mã "windows-1258"`,
    );
    // Texts of both are mostly letters of both, but the first has all of Vietnamese.
    const data = { encodings: "windows-1258 windows-1252" };
    return createProblem("data-file-unreadable", at, { file, reason }, { data });
  }
  return createProblem("data-file-unreadable", at, { file, reason: tableFailureText(failure) });
}

function unknownEncoding({ entry }: Table, encoding: Text): Problem {
  const number = /\d+/.exec(encoding.value)?.[0];
  const nearest =
    nearestWord(encoding.value, tableEncodings) ??
    tableEncodings.find((one) => number !== undefined && one.endsWith(`-${number}`)) ??
    null;
  const holes = {
    encoding: encoding.value,
    hint: didYouMean(nearest),
    encodings: tableEncodings.join(", "),
  };
  const details = nearest === null ? {} : { data: { encodings: nearest } };
  return createProblem("data-encoding-unknown", { source: entry, span: encoding }, holes, details);
}

function otherEncoding(
  { entry, declaration }: Table,
  encoding: Text,
  opening: Extract<CsvOpening, { readonly kind: "otherwise" }>,
): Problem {
  const { is } = opening;
  const reason =
    is === null
      ? ""
      : opening.by === "mark"
        ? bilingual(
            `: it begins with the mark of ${is.toUpperCase()}`,
            `: đầu tệp có dấu hiệu của ${is.toUpperCase()}`,
          )
        : bilingual(`: its letters are ${is.toUpperCase()}`, `: chữ trong tệp là ${is.toUpperCase()}`);
  const holes = { file: declaration.file.value, encoding: encoding.value, reason };
  // What the file shows by itself need not be said.
  const data = { encodings: is === null ? "windows-1258 windows-1252" : "" };
  return createProblem("data-encoding-wrong", { source: entry, span: encoding }, holes, { data });
}

function needlessEncoding({ entry, declaration }: Table, encoding: Text): Problem {
  const holes = { file: declaration.file.value };
  const details = { data: { encodings: "" } };
  return createProblem("data-encoding-needless", { source: entry, span: encoding }, holes, details);
}

function gridOf({ entry, at }: Table, csv: CsvFile): OpenTable {
  const { parsed, source } = csv;
  if (parsed.kind === "grid") return { grid: parsed.grid, csv, problems: [] };
  const reason = csvFaults[parsed.fault];
  const place = { source, span: { start: parsed.at, end: Math.min(parsed.at + 1, source.text.length) } };
  const details = { related: [{ place, message: reason }], inTable: { place, about: entry.path } };
  return closed(createProblem("data-csv-fault", at, { cell: csvLabel(csv, parsed.at), reason }, details));
}

function findSheet({ entry, declaration, at }: Table, sheets: readonly Grid[]): OpenTable {
  const { sheet, file } = declaration;
  const wanted = sheet === null ? 1 : "decimal" in sheet ? Number(sheet.decimal) : sheet.value;
  const grid = sheetNamed(sheets, wanted);
  if (grid) return { grid, csv: null, problems: [] };
  const names = sheets.map((one) => `“${one.sheet}”`).join(", ");
  const place = sheet === null ? at : { source: entry, span: { start: sheet.start, end: sheet.end } };
  const holes = {
    file: file.value,
    sheet: typeof wanted === "number" ? String(wanted) : `“${wanted}”`,
    sheets: names === "" ? bilingual("none with cells", "không trang nào có số liệu") : names,
  };
  return closed(createProblem("data-sheet-missing", place, holes));
}

const csvFaults: Readonly<Record<CsvFault, LocalText>> = {
  "unclosed-quote": bilingual(
    "a quoted cell begins here and never ends",
    "ô bắt đầu bằng dấu ngoặc kép ở đây nhưng không có dấu đóng",
  ),
  "text-after-quote": bilingual(
    "something stands behind the closing quote of a cell",
    "còn chữ đứng sau dấu ngoặc kép đóng của ô",
  ),
  "too-many-rows": bilingual("there are more rows than are read", "bảng có nhiều dòng hơn mức được đọc"),
};

function csvLabel({ starts }: CsvFile, offset: number): LocalText {
  const { line, character } = positionAt(starts, offset);
  return bilingual(
    `line ${line + 1}, character ${character + 1}`,
    `dòng ${line + 1}, ký tự ${character + 1}`,
  );
}
