import { unreadMessage } from "../diagnostics/unread-text.ts";
import { type PlanDocument, readPlanDocument } from "../documents/plan-document.ts";
import type { UnreadPart } from "../text/document-text.ts";
import type { CommandName } from "./options.ts";
import { plainText } from "./plain-text.ts";
import { complain, complainText, type RunContext } from "./run-context.ts";
import { unreadFile } from "./unread.ts";

/** A plan document that is named on the command line. */
export interface NamedDocument {
  readonly document: PlanDocument;
  /** The text that it was read from. */
  readonly text: string;
  /** What it takes in from other files and is not in the text. */
  readonly unread: readonly UnreadPart[];
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
    complainText(context, unreadFile(path, reading.failure));
    return undefined;
  }
  const { text, rows, name, unread = [] } = reading;
  return { document: readPlanDocument(text, rows), text, unread, name };
}

/** A line of complaint where not all of a document was read. */
export function complainOfUnread(context: RunContext, { name, unread }: NamedDocument): void {
  if (unread.length > 0)
    complainText(context, (language) => unreadMessage(plainText(name), unread, language));
}
