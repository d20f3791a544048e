import { type CsvReading, readCsv } from "../data/csv-text.ts";
import type { Source } from "../diagnostics/place.ts";
import type { TableReading } from "../host.ts";
import { lineStarts } from "../text/line-index.ts";
import { type DecodedTable, decodeTable } from "../text/table-encoding.ts";
import type { Encoding } from "../text/text-decoder.ts";

/** A CSV file as it was read in one encoding. */
export interface CsvFile {
  readonly kind: "file";
  readonly source: Source;
  readonly starts: readonly number[];
  readonly parsed: CsvReading;
  /** Null where the text is the editor's. */
  readonly encoding: Encoding | null;
}

export type CsvOpening = CsvFile | Exclude<DecodedTable, { readonly kind: "text" }>;

/** The CSV files that are bound or looked into: each is decoded and taken apart once for all who read it alike. */
export class CsvFiles {
  private readonly files = new Map<string, Map<Encoding | null, CsvOpening>>();

  forget(path: string): void {
    this.files.delete(path);
  }

  /** @param encoding the declared one; of what the editor has it makes no difference */
  open(
    path: string,
    reading: Extract<TableReading, { readonly kind: "bytes" | "text" }>,
    encoding: Encoding | null,
  ): CsvOpening {
    const known = this.files.get(path) ?? new Map<Encoding | null, CsvOpening>();
    this.files.set(path, known);
    const key = reading.kind === "text" ? null : encoding;
    const opening = known.get(key) ?? openCsv(path, reading, key);
    known.set(key, opening);
    return opening;
  }

  /** The text of a file, if it was read. */
  textOf(path: string): string | undefined {
    for (const opening of this.files.get(path)?.values() ?? [])
      if (opening.kind === "file") return opening.source.text;
    return undefined;
  }
}

function openCsv(
  path: string,
  reading: Extract<TableReading, { readonly kind: "bytes" | "text" }>,
  declared: Encoding | null,
): CsvOpening {
  const decoded =
    reading.kind === "text" ? { ...reading, encoding: null } : decodeTable(reading.bytes, declared);
  if (decoded.kind !== "text") return decoded;
  const { text, encoding } = decoded;
  const source = { path, text, firstLine: 0 };
  return { kind: "file", source, starts: lineStarts(text), parsed: readCsv(text), encoding };
}
