import { type BoundTable, bindTable, type CellPlace, type TableContext } from "../data/bind-table.ts";
import { headingsIn } from "../data/columns.ts";
import { type CsvFault, type CsvReading, readCsv } from "../data/csv-text.ts";
import { type TableProblemContext, tableProblem } from "../data/table-problems.ts";
import { failureText } from "../diagnostics/failure-text.ts";
import { bilingual, inLanguage, type LocalText } from "../diagnostics/language.ts";
import type { Source } from "../diagnostics/place.ts";
import { createProblem, type Problem } from "../diagnostics/problem.ts";
import type { Host, TableReading } from "../host.ts";
import type { TableFacts } from "../language-features/feature-context.ts";
import type { Entry, TableOrigin } from "../semantics/entry.ts";
import type { Program } from "../semantics/program.ts";
import type { DataDeclaration } from "../syntax/ast.ts";
import { cellName, type Grid } from "../text/grid.ts";
import { lineStarts, positionAt } from "../text/line-index.ts";
import { resolveProgramPath } from "../text/program-path.ts";
import { tableNames } from "./table-names.ts";

interface KnownTable {
  /** The file it was read from; null where its path may not be opened. */
  readonly path: string | null;
  /** Of what a table may call things by, when it was bound. */
  readonly version: number;
  readonly isPending: boolean;
  readonly problems: readonly Problem[];
  readonly facts: TableFacts | undefined;
}

interface CsvFile {
  readonly source: Source;
  readonly starts: readonly number[];
  readonly parsed: CsvReading;
}

/** The tables that `data` declarations bind: read when asked for, bound again when they or the names they use change. */
export class TableStore {
  private readonly host: Host;
  private readonly program: Program;
  private readonly readings = new Map<string, TableReading>();
  private readonly csvFiles = new Map<string, CsvFile>();
  private readonly known = new Map<Entry, KnownTable>();
  /** What tables may call things by, by the file that binds them; of one refresh. */
  private readonly names = new Map<string, Pick<TableContext, "indicators" | "categories">>();
  private isStale = false;

  constructor(host: Host, program: Program) {
    this.host = host;
    this.program = program;
  }

  forget(path: string): void {
    this.csvFiles.delete(path);
    if (!this.readings.delete(path)) return;
    for (const [entry, table] of this.known) if (table.path === path) this.known.delete(entry);
    this.isStale = true;
  }

  get hasChanges(): boolean {
    return this.isStale;
  }

  /** Binds the tables that are new or whose names may mean something else, and gives the program their values. */
  refresh(): void {
    this.isStale = false;
    this.names.clear();
    const entries = new Set(this.program.dataEntries());
    for (const entry of this.known.keys()) if (!entries.has(entry)) this.known.delete(entry);
    const version = this.program.identityVersion;
    for (const entry of entries) {
      const table = this.known.get(entry);
      if (table && table.version === version && !table.isPending) continue;
      this.bind(entry, version);
    }
  }

  /** What is wrong with the table that a declaration binds. */
  problemsOf(entry: Entry): readonly Problem[] {
    return this.known.get(entry)?.problems ?? [];
  }

  factsOf(entry: Entry): TableFacts | "pending" | undefined {
    const table = this.known.get(entry);
    return table?.isPending ? "pending" : table?.facts;
  }

  look(
    from: string,
    written: string,
    sheet: string | number | null,
  ): { readonly sheets: readonly string[]; readonly headings: readonly string[] } | undefined {
    const resolved = resolveProgramPath(from, written);
    if (resolved.kind === "refused") return undefined;
    const reading = this.read(resolved.path);
    const sheets = reading.kind === "workbook" ? reading.sheets : [];
    const csv = this.csvFile(resolved.path, reading)?.parsed;
    const grid = csv?.kind === "grid" ? csv.grid : sheetNamed(sheets, sheet);
    return grid && { sheets: sheets.map((one) => one.sheet ?? ""), headings: headingsIn(grid) };
  }

  /** Null where it is no text; parsed once for all who bind it or look into it. */
  private csvFile(path: string, reading: TableReading): CsvFile | null {
    if (reading.kind !== "text") return null;
    const { text } = reading;
    const file = this.csvFiles.get(path) ?? {
      source: { path, text, firstLine: 0 },
      starts: lineStarts(text),
      parsed: readCsv(text),
    };
    this.csvFiles.set(path, file);
    return file;
  }

  private bind(entry: Entry, version: number): void {
    const declaration = entry.parsed.declaration as DataDeclaration;
    const resolved = resolveProgramPath(entry.path, declaration.file.value);
    if (resolved.kind === "refused") {
      const code = resolved.reason === "outside-root" ? "outside-root" : "path-not-allowed";
      const problem = createProblem(code, placeOf(entry, declaration), { file: declaration.file.value });
      this.finish(entry, { path: null, version, isPending: false, problems: [problem], facts: undefined });
      return;
    }
    const { path } = resolved;
    const reading = this.read(path);
    const made = this.make(entry, declaration, path, reading);
    this.program.setTable(entry, made.table?.text ?? "", made.origin);
    const isPending = reading.kind === "pending";
    this.finish(entry, { path, version, isPending, problems: made.problems, facts: made.facts });
  }

  private namesIn(path: string) {
    const names = this.names.get(path) ?? {
      indicators: tableNames(this.program, path, "indicator"),
      categories: tableNames(this.program, path, "category"),
    };
    this.names.set(path, names);
    return names;
  }

  private finish(entry: Entry, table: KnownTable): void {
    this.known.set(entry, table);
    this.program.entryChanged(entry);
  }

  private read(path: string): TableReading {
    const known = this.readings.get(path);
    if (known) return known;
    const reading = this.host.readTable?.(path) ?? { kind: "failure", failure: "unsupported-format" };
    if (reading.kind !== "pending") this.readings.set(path, reading);
    return reading;
  }

  private make(
    entry: Entry,
    declaration: DataDeclaration,
    path: string,
    reading: TableReading,
  ): {
    readonly table: BoundTable | null;
    readonly origin: TableOrigin;
    readonly problems: readonly Problem[];
    readonly facts: TableFacts | undefined;
  } {
    const none = { owner: entry, cellOf: () => undefined, nameOf: () => undefined };
    const csv = this.csvFile(path, reading);
    const found = findGrid(entry, declaration, reading, csv);
    if ("problems" in found) return { table: null, origin: none, problems: found.problems, facts: undefined };
    const { grid } = found;
    const file = declaration.file.value;
    const table = bindTable(declaration, grid, {
      ...this.namesIn(entry.path),
      period:
        declaration.period === null
          ? null
          : entry.text.slice(declaration.period.start, declaration.period.end),
      evidence: nameOf(file),
    });
    const context = problemContext(entry, declaration, grid, csv);
    const origin: TableOrigin = {
      owner: entry,
      cellOf: (line) => {
        const cell = table.cells[line - 1];
        return cell && { label: labelWithFile(file, context.labelOf(cell)), place: context.cellPlace(cell) };
      },
      nameOf: (line) => {
        const cell = table.names[line - 1];
        return (cell && context.cellPlace(cell)) ?? undefined;
      },
    };
    const facts = {
      sheet: grid.sheet,
      rows: grid.rows.length,
      values: table.cells.length,
      style: table.style,
      problems: table.faults.length,
    };
    return { table, origin, problems: problemsOf(table, context), facts };
  }
}

function findGrid(
  entry: Entry,
  declaration: DataDeclaration,
  reading: TableReading,
  csv: CsvFile | null,
): { readonly grid: Grid } | { readonly problems: readonly Problem[] } {
  const at = placeOf(entry, declaration);
  const file = declaration.file.value;
  if (reading.kind === "pending") return { problems: [] };
  if (reading.kind === "failure") {
    const { failure } = reading;
    if (failure === "missing") return { problems: [createProblem("data-file-missing", at, { file })] };
    if (failure === "outside-root") return { problems: [createProblem("outside-root", at, { file })] };
    const reason =
      failure === "unsupported-format"
        ? bilingual("a table is a .csv or .xlsx file", "bảng số liệu phải là tệp .csv hoặc .xlsx")
        : failureText(failure);
    return { problems: [createProblem("data-file-unreadable", at, { file, reason })] };
  }
  if (reading.kind === "workbook") return findSheet(entry, declaration, reading.sheets);
  const { parsed, source } = csv!;
  if (parsed.kind === "grid") return { grid: parsed.grid };
  const cell = csvLabel(csv!, parsed.at);
  const place = {
    source,
    span: { start: parsed.at, end: Math.min(parsed.at + 1, reading.text.length) },
  };
  const related = [{ place, message: csvFaults[parsed.fault] }];
  return {
    problems: [createProblem("data-csv-fault", at, { cell, reason: csvFaults[parsed.fault] }, { related })],
  };
}

function placeOf(entry: Entry, { file, keyword }: DataDeclaration) {
  const span = file.start === file.end ? keyword : { start: file.start, end: file.end };
  return { source: entry, span };
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

function sheetNamed(sheets: readonly Grid[], sheet: string | number | null): Grid | undefined {
  const wanted = sheet ?? 1;
  const isWanted = (name: string) =>
    name.normalize("NFC").trim().toLowerCase() === String(wanted).normalize("NFC").trim().toLowerCase();
  const named = sheets.find((one) => isWanted(one.sheet ?? ""));
  return typeof wanted === "number" ? (sheets[wanted - 1] ?? named) : named;
}

/** By name or by number; the first one where none is said. */
function findSheet(
  entry: Entry,
  declaration: DataDeclaration,
  sheets: readonly Grid[],
): { readonly grid: Grid } | { readonly problems: readonly Problem[] } {
  const { sheet, file } = declaration;
  const wanted = sheet === null ? 1 : "decimal" in sheet ? Number(sheet.decimal) : sheet.value;
  const grid = sheetNamed(sheets, wanted);
  if (grid) return { grid };
  const names = sheets.map((one) => `“${one.sheet}”`).join(", ");
  const span = sheet === null ? placeOf(entry, declaration).span : { start: sheet.start, end: sheet.end };
  const holes = {
    file: file.value,
    sheet: typeof wanted === "number" ? String(wanted) : `“${wanted}”`,
    sheets: names === "" ? bilingual("none with cells", "không trang nào có số liệu") : names,
  };
  return { problems: [createProblem("data-sheet-missing", { source: entry, span }, holes)] };
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

function labelWithFile(file: string, label: LocalText): LocalText {
  return (language) => `${nameOf(file)}, ${inLanguage(label, language)}`;
}

function problemContext(
  entry: Entry,
  declaration: DataDeclaration,
  grid: Grid,
  csv: CsvFile | null,
): TableProblemContext {
  const labelOf = ({ row, column, span }: CellPlace): LocalText => {
    if (csv === null) return `${grid.sheet}!${cellName(row, column)}`;
    const line = (span === null ? row : positionAt(csv.starts, span.start).line) + 1;
    return bilingual(`line ${line}, column ${column + 1}`, `dòng ${line}, cột ${column + 1}`);
  };
  return {
    file: declaration.file.value,
    at: placeOf(entry, declaration),
    placeOf: ({ start, end }) => ({ source: entry, span: { start, end } }),
    labelOf,
    cellPlace: ({ span }) => (csv === null || span === null ? null : { source: csv.source, span }),
  };
}

/** More of one table are counted, not shown. */
const mostShown = 50;

function problemsOf(table: BoundTable, context: TableProblemContext): readonly Problem[] {
  const problems = table.faults.slice(0, mostShown).map((fault) => tableProblem(fault, context));
  const left = table.faults.length - mostShown;
  if (left > 0)
    problems.push(
      createProblem("data-more-problems", context.at, { count: String(left), file: context.file }),
    );
  if (table.cells.length > 0) problems.push(readProblem(table, context));
  return problems;
}

/** Says what was read and how: an analyst must be able to see that a comma was taken for decimals. */
function readProblem({ cells, style, formulas }: BoundTable, context: TableProblemContext): Problem {
  const written =
    style === "decimal-comma"
      ? bilingual(", decimals after a comma (62,5)", ", phần thập phân sau dấu phẩy (62,5)")
      : style === "decimal-point"
        ? bilingual(", decimals after a point (62.5)", ", phần thập phân sau dấu chấm (62.5)")
        : "";
  return createProblem("data-read", context.at, {
    count: String(cells.length),
    file: context.file,
    style: written,
    formulas:
      formulas === 0
        ? ""
        : bilingual(
            `, ${formulas} of them stored results of formulas`,
            `, trong đó ${formulas} giá trị là kết quả lưu sẵn của công thức`,
          ),
  });
}
