import { createLanguageService, type LanguageService } from "../language-service.ts";
import { rational } from "../semantics/rational.ts";
import type { OpenedProgram, ProgramFile } from "./cli-host.ts";
import { plainText } from "./plain-text.ts";
import { complain, progressTeller, type RunContext } from "./run-context.ts";

export interface LoadedProgram {
  readonly service: LanguageService;
  /** The files that the user asked for, sorted by path; a file that cannot be read is not among them. */
  readonly selected: readonly string[];
  /** Whether something that was asked for could not be read: a line on standard error has said so. */
  readonly incomplete: boolean;
  readonly shownPath: (path: string) => string;
  /** The program's folder on the disk. */
  readonly root: string;
  /** The files of `selected` as they are on the disk. */
  readonly files: readonly ProgramFile[];
}

/** Opens the program that the operands belong to; undefined, after a line of complaint, where that is impossible. */
export function loadProgram(context: RunContext, asOf: number): LoadedProgram | undefined {
  const { host, language } = context;
  const { options, operands } = context.arguments;
  const opening = host.openProgram({
    paths: operands,
    root: options.get("root"),
    onProgress: progressTeller(context),
  });
  if (opening.kind === "refused") {
    complain(context, opening.reason, { path: plainText(opening.path) });
    return undefined;
  }
  const { program } = opening;
  const service = createLanguageService(program.host, {
    asOf,
    language,
    severities: new Map(),
    onTrackFrom: rational(95n, 100n),
    offTrackBelow: rational(80n, 100n),
    // A verdict on a file is one on all of it, and what is printed has room for it.
    problemsPerFile: Number.POSITIVE_INFINITY,
  });
  for (const { path, reading } of program.files) {
    if (reading.kind === "text") service.setFile(path, reading.text);
    else service.setFailedFile(path, reading.failure);
  }
  const files = program.files.filter(({ selected, reading }) => selected && reading.kind === "text");
  return {
    service,
    selected: files.map(({ path }) => path),
    files,
    incomplete: reportUnread(program, context),
    shownPath: program.shownPath,
    root: program.root,
  };
}

/** One line for each file and folder that cannot be read; true where one of them was asked for. */
function reportUnread(program: OpenedProgram, context: RunContext): boolean {
  let incomplete = false;
  for (const { path, reading, selected } of program.files) {
    if (reading.kind === "text" || !selected) continue;
    complain(context, `file-${reading.failure}`, { path: plainText(program.shownPath(path)) });
    incomplete = true;
  }
  for (const { path, selected } of program.unreadableFolders) {
    if (!selected && context.quiet) continue;
    complain(context, "folder-unreadable", { path: plainText(program.shownPath(path)) });
    incomplete ||= selected;
  }
  return incomplete;
}
