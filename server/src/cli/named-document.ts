import { type PlanDocument, readPlanDocument } from "../documents/plan-document.ts";
import type { CommandName } from "./options.ts";
import { plainText } from "./plain-text.ts";
import { complain, type RunContext } from "./run-context.ts";

/** A plan document that is named on the command line. */
export interface NamedDocument {
  readonly document: PlanDocument;
  /** The text that it was read from. */
  readonly text: string;
  /** Its file name. */
  readonly name: string;
}

/** The path of the one document that a command takes; undefined, after a line of complaint, for none or several. */
export function onlyDocument(context: RunContext, command: CommandName): string | undefined {
  const [path, extra] = context.arguments.operands;
  if (path === undefined) complain(context, "document-needed", { command });
  else if (extra !== undefined) complain(context, "too-many-arguments", { argument: plainText(extra) });
  else return path;
  return undefined;
}

/** undefined, after a line of complaint, for what can't be read. */
export function readNamedDocument(context: RunContext, path: string): NamedDocument | undefined {
  const reading = context.host.readDocument(path);
  if (reading.kind === "failure") {
    complain(context, `file-${reading.failure}`, { path: plainText(path) });
    return undefined;
  }
  const { text, rows, name } = reading;
  return { document: readPlanDocument(text, rows), text, name };
}
