import { extensionOf } from "./program-path.ts";

/** The files that a plan is made of. What one is, its name alone tells; capitals don't matter, as on Windows. */

export type FileKind =
  /** Plans and reports. */
  | "source"
  /** A plan document that an editor shows as it is. */
  | "text"
  /** A plan document of Word. */
  | "word"
  /** Tables of values. */
  | "csv"
  | "workbook";

const kinds: ReadonlyMap<string, FileKind> = new Map([
  [".bdg", "source"],
  [".txt", "text"],
  [".md", "text"],
  [".docx", "word"],
  [".csv", "csv"],
  [".xlsx", "workbook"],
]);

/**
 * @param path or a URI, or a name alone
 * @returns undefined where no plan is made of such files
 */
export function kindOf(path: string): FileKind | undefined {
  return isLock(path) ? undefined : kinds.get(extensionOf(path));
}

/** `.#plan.bdg` and `~$plan.docx`: what Emacs and Word lay beside a file that they have open. */
function isLock(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name.startsWith(".#") || name.startsWith("~$");
}

/** The endings of files of these kinds, in small letters, with their dots. */
export function endingsOf(...wanted: readonly FileKind[]): readonly string[] {
  return [...kinds].flatMap(([ending, kind]) => (wanted.includes(kind) ? [ending] : []));
}

export const sourceEndings = endingsOf("source");
/** A .doc or .pdf is made into one of these by its owner. */
export const documentEndings = endingsOf("text", "word");
export const tableEndings = endingsOf("csv", "workbook");
export const allEndings: readonly string[] = [...kinds.keys()];

export function isPlanDocument(path: string): boolean {
  const kind = kindOf(path);
  return kind === "text" || kind === "word";
}

export function isTable(path: string): boolean {
  const kind = kindOf(path);
  return kind === "csv" || kind === "workbook";
}

/** Folders in which nobody keeps plans, and which may hold a hundred thousand files. */
export const passedOverFolders: readonly string[] = ["node_modules", ".git"];

/**
 * Whether what lies there is of no plan, unless it is named.
 *
 * @param path below the folder that is looked through, with `/`; or the name of a folder
 */
export function isPassedOver(path: string): boolean {
  return path.split("/").some((name) => passedOverFolders.includes(name));
}
