import { createNameIndex, type NameIndex } from "../data/indicator-index.ts";
import type { Program } from "../semantics/program.ts";
import { visibleSymbols } from "../semantics/scope.ts";

/** What the cells of a table may call the indicators or the categories that a file sees. */
export function tableNames(program: Program, path: string, kind: "indicator" | "category"): NameIndex {
  return createNameIndex(
    visibleSymbols(program, path, kind).map(({ symbol, prefix }) => ({
      id: symbol.name.text,
      written: prefix === null ? symbol.name.text : `${prefix}.${symbol.name.text}`,
      title: symbol.title,
      clauses: kind === "category" ? [] : symbol.entry.facts.citations.map(({ address }) => address.text),
    })),
  );
}
