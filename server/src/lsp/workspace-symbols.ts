import type { WorkspaceSymbol } from "vscode-languageserver";
import type { WorkspaceSymbolResult } from "../language-features/feature-types.ts";
import { plainLetters } from "../text/nearest-word.ts";
import { nameSymbolKinds, toRange } from "./convert.ts";

/**
 * A symbol in the protocol's words, named by its title and its name. Editors hold the names that come against the
 * query once more, letter by letter, and would drop what was found without its diacritics; so the words from the one
 * that was found on stand there without them too.
 */
export function toWorkspaceSymbol(
  symbol: WorkspaceSymbolResult,
  query: string,
  uriOf: (path: string) => string,
): WorkspaceSymbol {
  const { kind, name, title, path, range } = symbol;
  const label = title === "" ? name : kind === "clause" ? `${name} · ${title}` : `${title} · ${name}`;
  const plain = plainWords(title, query);
  return {
    name: plain === "" ? label : `${label} · ${plain}`,
    kind: nameSymbolKinds[kind],
    location: { uri: uriOf(path), range: toRange(range) },
  };
}

/** The title's words without diacritics, from the first that has the query's first word; empty where none is needed. */
function plainWords(title: string, query: string): string {
  const [wanted = ""] = plainLetters(query).trim().split(/\s+/u);
  if (wanted === "" || query.toLowerCase().normalize("NFC") !== plainLetters(query)) return "";
  const plain = plainLetters(title);
  const at = plain.indexOf(wanted);
  if (at < 0 || plain === title.toLowerCase()) return "";
  return plain.slice(plain.lastIndexOf(" ", at) + 1);
}
