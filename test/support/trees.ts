import { readdirSync, readFileSync } from "node:fs";
import { createDeclarationParser, type ParsedDeclaration } from "../../server/src/syntax/parse.ts";
import { scanDeclarations } from "../../server/src/syntax/scanner.ts";

/** One parser for a test file: it keeps nothing between two texts. */
export const parser = createDeclarationParser();

/** A whole text, declaration by declaration. */
export function parseText(text: string): readonly ParsedDeclaration[] {
  return scanDeclarations(text).map((declaration) => parser.parse(declaration));
}

/** A tree without its places, so that two spellings of one thing are equal. */
export function withoutPlaces(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutPlaces);
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !["start", "end", "keyword", "whenSpan"].includes(key))
      .map(([key, value]) => [key, withoutPlaces(value)]),
  );
}

export interface Sample {
  readonly path: string;
  readonly text: string;
}

/** Every .bdg file below samples/, by its path there. */
export const samples: readonly Sample[] = readdirSync("samples", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".bdg"))
  .sort()
  .map((path) => ({ path, text: readFileSync(`samples/${path}`, "utf8") }));

/** The plan documents beside the samples, by their path below samples/. */
export const sampleDocuments: ReadonlyMap<string, string> = new Map(
  readdirSync("samples", { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".txt") || path.endsWith(".md"))
    .map((path) => [path, readFileSync(`samples/${path}`, "utf8")]),
);
