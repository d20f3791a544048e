import { parquetWriteBuffer } from "hyparquet-writer";
import type { Language } from "../diagnostics/language.ts";
import type { ProgramJudgement } from "../semantics/judgement.ts";
import { isoDate } from "../semantics/period.ts";
import { type Observation, observationsOf, planName } from "./observations.ts";

/** A file below the folder that is exported to: its path, with `/`, and its bytes. */
export interface ExportedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What is exported into a folder. */
export interface ExportedFolder {
  /** Each plan, the file it is in and its own folder below the one exported to; also of plans without numbers. */
  readonly plans: readonly { readonly path: string; readonly folder: string }[];
  readonly files: readonly ExportedFile[];
}

/**
 * Every number of the plans as Parquet, a row each, below `plan=…/year=…/` as DuckDB, Trino and Spark know it, so that
 * the plans of many offices can be put into one folder and asked together. Values are there as a double for counting
 * and as the exact decimal.
 */
export function toParquet(judgement: ProgramJudgement, language: Language): ExportedFolder {
  const parts = new Map<string, Observation[]>();
  for (const one of observationsOf(judgement, language)) {
    const path = `${folderOf(one.plan)}/year=${one.year}/values.parquet`;
    const known = parts.get(path);
    if (known) known.push(one);
    else parts.set(path, [one]);
  }
  const asOf = isoDate(judgement.asOf);
  return {
    plans: judgement.plans.map((plan) => ({ path: plan.path, folder: folderOf(planName(plan)) })),
    files: [...parts].map(([path, rows]) => ({ path, bytes: tableOf(rows, asOf) })),
  };
}

function folderOf(plan: string): string {
  return `plan=${encodeURIComponent(plan)}`;
}

function tableOf(rows: readonly Observation[], asOf: string): Uint8Array {
  const texts = (name: string, of: (row: Observation) => string | null) => ({
    name,
    data: rows.map(of),
    type: "STRING" as const,
    nullable: true,
  });
  const buffer = parquetWriteBuffer({
    columnData: [
      texts("as_of", () => asOf),
      texts("indicator", ({ indicator }) => indicator),
      texts("name", ({ name }) => name),
      texts("category", ({ category }) => category),
      texts("measure", ({ measure }) => measure),
      texts("period", ({ period }) => period.text),
      texts("period_start", ({ period }) => isoDate(period.first)),
      texts("period_end", ({ period }) => isoDate(period.last)),
      texts("unit", ({ unit }) => unit),
      {
        name: "value",
        data: rows.map(({ value }) => (value === null ? null : Number(value))),
        type: "DOUBLE" as const,
        nullable: true,
      },
      texts("exact_value", ({ value }) => value),
      texts("comparator", ({ comparator }) => comparator),
      texts("status", ({ status }) => status),
      texts("numerator", ({ numerator }) => numerator),
      texts("denominator", ({ denominator }) => denominator),
      texts("comment", ({ comment }) => comment),
    ],
  });
  return new Uint8Array(buffer);
}
