import { statSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import type {
  OpenedProgram,
  ProgramFile,
  ProgramOpening,
  ProgramRefusal,
  ProgramRequest,
} from "../cli/cli-host.ts";
import { maxSourceBytes } from "../limits.ts";
import { kindOf } from "../text/file-kinds.ts";
import { createNodeHost, readFileInside } from "./node-host.ts";
import { isInside, placeOf, toProgramPath } from "./program-paths.ts";
import { findProgramRoot, findWorkTree } from "./program-root.ts";
import { scanFolder } from "./scan-files.ts";

/**
 * Finds and reads the program that the paths of a command line belong to: every .bdg file below its root.
 *
 * @param folder the folder the user is in; paths are relative to it
 */
export function openProgram(
  request: ProgramRequest,
  folder: string,
  log: (message: string) => void,
): ProgramOpening {
  const named = findNamed(request, folder);
  if ("kind" in named) return named;
  const root = named.root;
  const scan = scanFolder(root);
  const files = new Map<string, string>();
  for (const place of [...scan.files, ...named.files]) files.set(toProgramPath(root, place), place);

  const paths = [...files.keys()].sort();
  const isSelected = (place: string) => named.places.some((one) => isInside(one.place, place));
  const read: ProgramFile[] = [];
  for (const path of paths) {
    const place = files.get(path)!;
    const reading = readFileInside(root, place, maxSourceBytes);
    read.push({ path, place, reading, selected: isSelected(place) });
    request.onProgress(read.length, paths.length);
  }

  const empty = named.places.find((one) => ![...files.values()].some((file) => isInside(one.place, file)));
  const maybeHidden = scan.unreadableFolders.some(
    ({ place }) => empty && (isInside(empty.place, place) || isInside(place, empty.place)),
  );
  if (empty && !maybeHidden) return refused("no-bdg-files", empty.typed);
  const program: OpenedProgram = {
    root,
    files: read,
    unreadableFolders: scan.unreadableFolders.map(({ place, failure }) => ({
      path: toProgramPath(root, place) || ".",
      failure,
    })),
    host: createNodeHost(root, log),
    shownPath: (path) => shownPath(resolve(root, path), root, folder),
    checkoutPath: (path) => checkoutPath(resolve(root, path), root, folder),
  };
  return { kind: "program", program };
}

interface Named {
  readonly root: string;
  readonly places: readonly { readonly typed: string; readonly place: string }[];
  /** Those of the places that are files: they belong to the program wherever they stand below the root. */
  readonly files: readonly string[];
}

type Refusal = Extract<ProgramOpening, { kind: "refused" }>;

function findNamed(request: ProgramRequest, folder: string): Named | Refusal {
  const root = request.root === undefined ? undefined : findFolder(resolve(folder, request.root));
  if (request.root !== undefined && root === undefined) return refused("root-not-a-folder", request.root);

  const typed = request.paths.length > 0 ? request.paths : [defaultPath(root, request, folder)];
  const places: { typed: string; place: string }[] = [];
  const files: string[] = [];
  for (const path of typed) {
    try {
      const place = placeOf(resolve(folder, path));
      if (!statSync(place).isDirectory()) {
        if (kindOf(basename(place)) !== "source") return refused("not-a-bdg-file", path);
        files.push(place);
      }
      places.push({ typed: path, place });
    } catch (error) {
      const isMissing = ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");
      return refused(isMissing ? "path-missing" : "path-unreadable", path);
    }
  }
  const found = root ?? findProgramRoot(places.map((one) => one.place));
  const outside = places.find((one) => !isInside(found, one.place));
  return outside ? refused("path-outside-root", outside.typed) : { root: found, places, files };
}

/** Where one is; of a root that doesn't hold that, everything. */
function defaultPath(root: string | undefined, request: ProgramRequest, folder: string): string {
  const isOutside = root !== undefined && !isInside(root, findFolder(folder) ?? folder);
  return isOutside ? request.root! : ".";
}

function findFolder(path: string): string | undefined {
  try {
    const place = placeOf(path);
    return statSync(place).isDirectory() ? place : undefined;
  } catch {
    return undefined;
  }
}

function refused(reason: ProgramRefusal, path: string): Refusal {
  return { kind: "refused", reason, path };
}

/** Relative to where the user is, if the program or the path has to do with that; else absolute. */
function shownPath(path: string, root: string, folder: string): string {
  return isInside(folder, path) || isInside(root, folder) ? relative(folder, path) || "." : path;
}

/** Relative to what CI has checked out: the git work tree; without one, where the user is, or the root if that holds it. */
function checkoutPath(path: string, root: string, folder: string): string {
  const base = findWorkTree(root) ?? (isInside(folder, root) ? folder : root);
  return toProgramPath(base, path) || ".";
}
