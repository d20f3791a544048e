import { Uri } from "vscode";

/** The URI of a program's file, by the URI of the program's root and the path below it. */
export function programFile(programUri: string, path: string): Uri {
  return Uri.joinPath(Uri.parse(programUri), ...path.split("/"));
}
