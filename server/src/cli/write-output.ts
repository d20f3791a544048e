import type { WriteFailure } from "./cli-host.ts";
import { plainText } from "./plain-text.ts";
import { complain, type RunContext, tell } from "./run-context.ts";

/** Writes the file that was asked for and says so; false, after a line of complaint, where it can't be written. */
export function writeOutput(context: RunContext, path: string, content: string | Uint8Array): boolean {
  if (!isWritten(context, path, context.host.writeFile(path, content))) return false;
  tellWritten(context, path);
  return true;
}

/** Whether there was no failure; a line of complaint says which. */
export function isWritten(context: RunContext, path: string, failure: WriteFailure | undefined): boolean {
  if (failure) complain(context, `write-${failure}`, { path: plainText(path) });
  return failure === undefined;
}

/** Says what was written, unless the user wants it quiet. */
export function tellWritten(context: RunContext, path: string): void {
  tell(context, "written", { path: plainText(path) });
}
