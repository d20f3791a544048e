import { nearestWord } from "../text/nearest-word.ts";
import { evenWords } from "./even-words.ts";

/** An indicator or a category as a table may call it. */
export interface KnownName {
  /** As it is written in the file of the `data` declaration: `awareness`, `tinh.awareness`. */
  readonly written: string;
  readonly id: string;
  readonly title: string;
  /** The clauses it cites: a table may number its rows as the plan does. */
  readonly clauses: readonly string[];
}

export interface NameIndex {
  /** The name that a cell means: by id, by title, by clause; undefined where it is none, or of several. */
  find(cell: string): KnownName | undefined;
  /** The id or title nearest to a cell that means nothing. */
  nearest(cell: string): string | undefined;
}

export function createNameIndex(names: readonly KnownName[]): NameIndex {
  const byWords = new Map<string, KnownName | null>();
  const add = (words: string, name: KnownName) => {
    if (words === "") return;
    const known = byWords.get(words);
    // Of two with one title neither is meant.
    byWords.set(words, known === undefined || known === name ? name : null);
  };
  for (const name of names) {
    add(evenWords(name.title), name);
    for (const clause of name.clauses) add(evenWords(clause), name);
  }
  const byId = new Map(names.map((name) => [name.id.normalize("NFC"), name]));
  for (const name of names) byId.set(name.written.normalize("NFC"), name);
  const find = (cell: string): KnownName | undefined => {
    const text = cell.trim().normalize("NFC");
    const words = evenWords(text);
    // "1.2. Tỷ lệ …": the number of a row stands before its name.
    const bare = words.replace(/^(?:\d+(?:\.\d+)*|[ivx]+|[a-z])[.)/:-]? /u, "");
    return (
      byId.get(text) ??
      byWords.get(words) ??
      byWords.get(bare) ??
      byWords.get(words.replace(/[.:]$/u, "")) ??
      undefined
    );
  };
  return {
    find,
    nearest: (cell) =>
      nearestWord(
        cell,
        names.flatMap(({ id, title }) => (title === "" ? [id] : [id, title])),
      ),
  };
}
