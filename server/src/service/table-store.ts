import { type BoundTable, bindTable, type CellPlace, type TableContext } from "../data/bind-table.ts";
import { headingsIn } from "../data/columns.ts";
import { atCell, type TableProblemContext, tableProblem } from "../data/table-problems.ts";
import { bilingual, inLanguage, type LocalText } from "../diagnostics/language.ts";
import { pathProblem } from "../diagnostics/path-problem.ts";
import { createProblem, type Problem } from "../diagnostics/problem.ts";
import type { Host, TableReading } from "../host.ts";
import type { TableFacts } from "../language-features/feature-context.ts";
import type { Entry, TableOrigin } from "../semantics/entry.ts";
import type { Program } from "../semantics/program.ts";
import type { DataDeclaration } from "../syntax/ast.ts";
import { cellName, type Grid } from "../text/grid.ts";
import { positionAt } from "../text/line-index.ts";
import { resolveProgramPath } from "../text/program-path.ts";
import { tableEncodingNamed } from "../text/table-encoding.ts";
import { type CsvFile, CsvFiles } from "./csv-files.ts";
import { openTable, sheetNamed, tablePath } from "./open-table.ts";
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

/** The tables that `data` declarations bind: read when asked for, bound again when they or the names they use change. */
export class TableStore {
  private readonly host: Host;
  private readonly program: Program;
  private readonly readings = new Map<string, TableReading>();
  private readonly csvFiles = new CsvFiles();
  private readonly known = new Map<Entry, KnownTable>();
  /** What tables may call things by, by the file that binds them; of one refresh. */
  private readonly names = new Map<string, Pick<TableContext, "indicators" | "categories">>();
  private isStale = false;

  constructor(host: Host, program: Program) {
    this.host = host;
    this.program = program;
  }

  forget(path: string): void {
    this.csvFiles.forget(path);
    this.readings.delete(path);
    for (const [entry, table] of this.known) {
      if (table.path !== path) continue;
      this.known.delete(entry);
      this.isStale = true;
    }
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
    encoding: string | null,
  ): { readonly sheets: readonly string[]; readonly headings: readonly string[] } | undefined {
    const resolved = resolveProgramPath(from, written);
    if (resolved.kind === "refused") return undefined;
    const reading = this.read(resolved.path);
    if (reading.kind === "bytes" || reading.kind === "text") {
      const named = encoding === null ? null : tableEncodingNamed(encoding);
      const csv = named === undefined ? undefined : this.csvFiles.open(resolved.path, reading, named);
      const grid = csv?.kind === "file" && csv.parsed.kind === "grid" ? csv.parsed.grid : undefined;
      return grid && { sheets: [], headings: headingsIn(grid) };
    }
    const sheets = reading.kind === "workbook" ? reading.sheets : [];
    const grid = sheetNamed(sheets, sheet);
    return grid && { sheets: sheets.map((one) => one.sheet ?? ""), headings: headingsIn(grid) };
  }

  /** The text of a CSV file, if it was read. */
  csvTextOf(path: string): string | undefined {
    return this.csvFiles.textOf(path);
  }

  /** The declarations that bind each file, in the order of their files and lines. */
  bound(): ReadonlyMap<string, readonly Entry[]> {
    const bound = new Map<string, Entry[]>();
    for (const [entry, { path }] of this.known) {
      if (path === null) continue;
      const others = bound.get(path);
      if (others) others.push(entry);
      else bound.set(path, [entry]);
    }
    for (const entries of bound.values())
      entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.firstLine - b.firstLine));
    return bound;
  }

  private bind(entry: Entry, version: number): void {
    const declaration = entry.parsed.declaration as DataDeclaration;
    const resolved = resolveProgramPath(entry.path, declaration.file.value);
    if (resolved.kind === "refused") {
      const problem = pathProblem(resolved.reason, tablePath(entry, declaration), declaration.file.value);
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
    const { grid, csv, problems } = openTable(entry, declaration, reading, (file, encoding) =>
      this.csvFiles.open(path, file, encoding),
    );
    if (grid === null) {
      const none = { owner: entry, cellOf: () => undefined, nameOf: () => undefined, isEditable: false };
      return { table: null, origin: none, problems, facts: undefined };
    }
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
        return (
          cell && {
            label: labelWithFile(file, context.labelOf(cell)),
            indicator: table.indicators[line - 1]!,
            place: context.cellPlace(cell),
          }
        );
      },
      nameOf: (line) => {
        const cell = table.names[line - 1];
        return (cell && context.cellPlace(cell)) ?? undefined;
      },
      isEditable: csv !== null && !csv.encoding?.startsWith("windows"),
    };
    const facts = {
      encoding: csv?.encoding ?? null,
      sheet: grid.sheet,
      rows: grid.rows.length,
      values: table.cells.length,
      style: table.style,
      problems: table.faults.length,
    };
    return { table, origin, problems: [...problems, ...problemsOf(table, context)], facts };
  }
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
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
    at: tablePath(entry, declaration),
    placeOf: ({ start, end }) => ({ source: entry, span: { start, end } }),
    labelOf,
    cellPlace: ({ span }) => (csv === null || span === null ? null : { source: csv.source, span }),
  };
}

/** More of one table are counted, not shown. */
const mostShown = 50;

function problemsOf(table: BoundTable, context: TableProblemContext): readonly Problem[] {
  const problems = table.faults.slice(0, mostShown).map((fault) => tableProblem(fault, context));
  const [next, ...others] = table.faults.slice(mostShown);
  if (next) {
    const holes = { count: String(others.length + 1), file: context.file };
    const details = "cell" in next ? atCell(next.cell, context) : {};
    problems.push(createProblem("data-more-problems", context.at, holes, details));
  }
  if (table.cells.length > 0) problems.push(readProblem(table, context));
  return problems;
}

/** In which order days were read, shown on one that could be meant in both. */
function daysText({ order, example }: NonNullable<BoundTable["days"]>): LocalText {
  return order === "day-first"
    ? bilingual(`, days before months (${example})`, `, ngày đứng trước tháng (${example})`)
    : bilingual(`, months before days (${example})`, `, tháng đứng trước ngày (${example})`);
}

/** Says what was read and how: an analyst must be able to see that a comma was taken for decimals, and 03/04 for April. */
function readProblem(table: BoundTable, context: TableProblemContext): Problem {
  const { cells, style, days, formulas, estimates } = table;
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
    days: days === null ? "" : daysText(days),
    formulas:
      formulas === 0
        ? ""
        : bilingual(
            `, results of formulas among them: ${formulas}`,
            `, trong đó ${formulas} giá trị là kết quả lưu sẵn của công thức`,
          ),
    estimates:
      estimates === 0
        ? ""
        : bilingual(
            `, estimates among them, by their heading: ${estimates}`,
            `, trong đó ${estimates} giá trị là số ước tính theo tiêu đề cột`,
          ),
  });
}
