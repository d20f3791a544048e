import { syntaxProblems } from "../diagnostics/catalog-syntax.ts";
import type { FileEdit } from "../language-features/feature-types.ts";
import { lineStarts, offsetAt } from "../text/line-index.ts";
import type { ProgramFile } from "./cli-host.ts";
import { type LoadedProgram, loadProgram } from "./load-program.ts";
import { plainText } from "./plain-text.ts";
import { complain, exitCannot, exitFine, exitProblems, type RunContext } from "./run-context.ts";
import { isWritten } from "./write-output.ts";

/** `bdg fmt`: writes the files asked for as they should look, each whole or not at all, and names those that changed. */
export function runFormat(context: RunContext): number {
  const loaded = loadProgram(context);
  if (!loaded) return exitCannot;
  const onlyChecks = context.arguments.options.has("check");
  let failed = loaded.unread.length > 0;
  let changed = false;
  for (const file of loaded.files) {
    const text = formattedText(context, loaded, file);
    if (hasBrokenDeclarations(loaded, file)) {
      complain(context, "left-as-it-is", { path: plainText(loaded.shownPath(file.path)) });
    }
    if (text === undefined) continue;
    changed = true;
    if (!onlyChecks && !write(context, loaded, file, text)) failed = true;
    else context.host.writeOutput(`${plainText(loaded.shownPath(file.path))}\n`);
  }
  if (failed) return exitCannot;
  return onlyChecks && changed ? exitProblems : exitFine;
}

/** What the file should hold; undefined where it does. */
function formattedText(
  { arguments: { options } }: RunContext,
  { service }: LoadedProgram,
  { path }: ProgramFile,
): string | undefined {
  const language = options.get("keywords");
  const edits =
    language === "en" || language === "vi"
      ? service.convertKeywords(path, language)
      : service.formatting(path);
  return edits.length > 0 ? withEdits(service.textOf(path) ?? "", edits) : undefined;
}

function withEdits(text: string, edits: readonly FileEdit[]): string {
  const starts = lineStarts(text);
  const parts: string[] = [];
  let done = 0;
  for (const { range, text: fresh } of edits) {
    // An edit may end behind a line break, at the beginning of the next line, and never past it.
    const from = offsetAt(text, starts, range.start);
    parts.push(text.slice(done, from), fresh);
    done = offsetAt(text, starts, range.end);
  }
  parts.push(text.slice(done));
  return parts.join("");
}

function hasBrokenDeclarations({ service }: LoadedProgram, { path }: ProgramFile): boolean {
  return service.problemsOf(path).some(({ code }) => Object.hasOwn(syntaxProblems, code));
}

function write(context: RunContext, loaded: LoadedProgram, file: ProgramFile, text: string): boolean {
  const isMarked = file.reading.kind === "text" && file.reading.hasByteOrderMark;
  const failure = context.host.writeFile(file.place, isMarked ? `\uFEFF${text}` : text);
  return isWritten(context, loaded.shownPath(file.path), failure);
}
