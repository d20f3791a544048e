import { FileType, RelativePattern, Uri, workspace } from "vscode";
import { isPassedOver, passedOverFolders } from "../../../server/src/text/file-kinds.ts";

/** So many folders are looked into one by one; of a larger tree the file system's own index is asked, if it has one. */
const walkedFolders = 200;
/** So many at a time: a folder of a repository on the web is a question to its server. */
const atOnce = 8;
/** Where no extension searches a file system, the editor waits for one for ever. */
const searchPatience = 10_000;

/**
 * The files below a folder whose names end in one of `endings`, capitals or not. Links are passed over: where they
 * lead cannot be told here, and so it always ends.
 *
 * @param endings with their dots, in small letters: `.bdg`
 */
export async function listFiles(folder: Uri, endings: readonly string[]): Promise<readonly Uri[]> {
  const isWanted = (name: string) => endings.some((ending) => name.toLowerCase().endsWith(ending));
  const begun = await walk([folder], isWanted, walkedFolders);
  if (begun.waiting.length === 0) return begun.found;
  const searched = await search(folder, endings);
  if (searched.length > 0) return searched;
  const rest = await walk(begun.waiting, isWanted, Number.POSITIVE_INFINITY);
  return [...begun.found, ...rest.found];
}

interface Walk {
  readonly found: readonly Uri[];
  /** Folders that were not looked into. */
  readonly waiting: readonly Uri[];
}

async function walk(
  folders: readonly Uri[],
  isWanted: (name: string) => boolean,
  maxFolders: number,
): Promise<Walk> {
  const found: Uri[] = [];
  const waiting = [...folders];
  for (let looked = 0; waiting.length > 0 && looked < maxFolders; ) {
    const some = waiting.splice(0, atOnce);
    looked += some.length;
    for (const [folder, entries] of await Promise.all(some.map(readFolder))) {
      for (const [name, type] of entries) {
        const uri = Uri.joinPath(folder, name);
        if (type === FileType.File && isWanted(name)) found.push(uri);
        if (type === FileType.Directory && !isPassedOver(name)) waiting.push(uri);
      }
    }
  }
  return { found, waiting };
}

async function readFolder(folder: Uri): Promise<readonly [Uri, readonly [string, FileType][]]> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (read) => read,
    () => [],
  );
  return [folder, entries];
}

async function search(folder: Uri, endings: readonly string[]): Promise<readonly Uri[]> {
  const anyCase = (ending: string) =>
    ending.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
  const pattern = new RelativePattern(folder, `**/*{${endings.map(anyCase).join(",")}}`);
  const skipped = `**/{${passedOverFolders.join(",")}}/**`;
  const finding = workspace.findFiles(pattern, skipped).then(
    (found) => found,
    () => [],
  );
  const tooLong = new Promise<readonly Uri[]>((resolve) => setTimeout(resolve, searchPatience, []));
  return Promise.race([finding, tooLong]);
}
