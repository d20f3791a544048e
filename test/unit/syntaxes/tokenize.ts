import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar } from "vscode-textmate";

/** One token of a line: its text, and its scopes from the outermost in. */
export interface ScopedToken {
  readonly text: string;
  readonly start: number;
  readonly scopes: readonly string[];
}

/** The grammar as VS Code loads it: the same tokenizer and the same regular expressions. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = await readFile(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(Uint8Array.from(wasm));
  const path = new URL("../../../syntaxes/bdg.tmLanguage.json", import.meta.url);
  const raw = textmate.parseRawGrammar(await readFile(path, "utf8"), "bdg.tmLanguage.json");
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => (scope === "source.bdg" ? raw : null),
  });
  const grammar = await registry.loadGrammar("source.bdg");
  if (!grammar) throw new Error("the grammar did not load");
  return grammar;
}

/** The tokens of every line of a text, with the state carried from line to line. */
export function tokenizeText(grammar: IGrammar, source: string): readonly (readonly ScopedToken[])[] {
  let state = textmate.INITIAL;
  return source.split("\n").map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map((token) => ({
      text: line.slice(token.startIndex, token.endIndex),
      start: token.startIndex,
      scopes: token.scopes,
    }));
  });
}

/**
 * The innermost scope of what stands between `«` and `»` in a text; every character of it must have the same one,
 * so that a word coloured in part does not pass.
 */
export function scopeBetweenMarks(grammar: IGrammar, marked: string): string {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const source = marked.replace("«", "").replace("»", "");
  const line = source.slice(0, start).split("\n").length - 1;
  const lineStart = source.lastIndexOf("\n", start - 1) + 1;
  const from = start - lineStart;
  const to = end - lineStart;
  const tokens = tokenizeText(grammar, source)[line] ?? [];
  const touched = tokens.filter((token) => token.start < to && token.start + token.text.length > from);
  const scopes = new Set(touched.map((token) => token.scopes.at(-1) ?? ""));
  return [...scopes].join(" + ");
}
