import { createLanguageService, type LanguageService } from "../language-service.ts";
import { rational } from "../semantics/rational.ts";
import { hasTooManyLines } from "../service/service-state.ts";
import type { OpenedProgram, ProgramFile } from "./cli-host.ts";
import { type CliText, cliMessages, cliText } from "./messages.ts";
import { plainText } from "./plain-text.ts";
import { complain, complainText, progressTeller, type RunContext } from "./run-context.ts";
import { type Unread, unreadFile } from "./unread.ts";

export interface LoadedProgram {
  readonly service: LanguageService;
  /** The files that the user asked for, sorted by path; a file that cannot be read is not among them. */
  readonly selected: readonly string[];
  /** What of the whole program could not be read, asked for or not: a line on standard error has said so of each. */
  readonly unread: readonly Unread[];
  readonly shownPath: (path: string) => string;
  readonly checkoutPath: (path: string) => string;
  /** The program's folder on the disk. */
  readonly root: string;
  /** The files of `selected` as they are on the disk. */
  readonly files: readonly ProgramFile[];
}

/** Opens the program that the operands belong to; undefined, after a line of complaint, where that is impossible. */
export function loadProgram(context: RunContext): LoadedProgram | undefined {
  const { host, language, asOf } = context;
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
  const program = { ...opening.program, files: opening.program.files.map(withinLimits) };
  const service = createLanguageService(program.host, {
    asOf,
    language,
    severities: new Map(),
    onTrackFrom: rational(95n, 100n),
    offTrackBelow: rational(80n, 100n),
    // A verdict on a file is one on all of it, and what is printed has room for it.
    problemsPerFile: Number.POSITIVE_INFINITY,
    wording: { "outside-root": cliMessages["path-outside-root-written"] },
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
    unread: complainOfUnread(program, context),
    shownPath: program.shownPath,
    checkoutPath: program.checkoutPath,
    root: program.root,
  };
}

/** Of a file with too many lines there is a text, of which nothing is read either. */
function withinLimits(file: ProgramFile): ProgramFile {
  const isRead = file.reading.kind === "text" && !hasTooManyLines(file.reading.text);
  return isRead || file.reading.kind === "failure"
    ? file
    : { ...file, reading: { kind: "failure", failure: "too-large" } };
}

/** One line for each file and folder that can't be read, asked for or not: all of them belong to the program. */
function complainOfUnread(program: OpenedProgram, context: RunContext): readonly Unread[] {
  const { language } = context;
  const unread: Unread[] = [];
  const tell = (path: string, code: Unread["code"], text: CliText) => {
    complainText(context, text);
    unread.push({ path, code, message: text(language) });
  };
  for (const { path, reading } of program.files) {
    if (reading.kind === "text") continue;
    const code = reading.failure === "too-large" ? "file-too-large" : "file-unreadable";
    // The folder was just listed with it: what isn't there is what it leads to.
    const failure = reading.failure === "missing" ? "broken-link" : reading.failure;
    tell(path, code, unreadFile(program.shownPath(path), failure));
  }
  for (const { path, failure } of program.unreadableFolders) {
    const key = failure === "unreadable" ? "folder-unreadable" : "folder-system-error";
    tell(path, "file-unreadable", cliText(key, { path: plainText(program.shownPath(path)) }));
  }
  return unread;
}
