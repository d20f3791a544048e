import type { ParsedDeclaration } from "../../syntax/parse.ts";
import { displayWidth } from "../../text/display-width.ts";
import { inColumns, type LaidLine, layOut } from "./layout.ts";
import { readLines } from "./source-lines.ts";

/** A top-level declaration's text with its tree. */
export interface FormattedSource {
  readonly text: string;
  readonly parsed: ParsedDeclaration;
}

const byteOrderMark = "\uFEFF";

/**
 * The texts of a file's declarations as they should be written, in the same order. A declaration with a problem of
 * syntax is left exactly as it is.
 */
export function formatEntries(entries: readonly FormattedSource[]): readonly string[] {
  const laid = entries.map(linesOf);
  const lines = withSingleBlanks(laid);
  alignRuns(lines.flat());
  const written = writeLines(lines.flat());
  let next = 0;
  return lines.map((own, i) => {
    const texts = written.slice(next, next + own.length);
    next += own.length;
    const mark = i === 0 && entries[0]!.text.startsWith(byteOrderMark) && own[0]?.kind !== "verbatim";
    return (mark ? byteOrderMark : "") + texts.join("");
  });
}

function linesOf({ text, parsed }: FormattedSource): LaidLine[] {
  const isUnread = parsed.declaration === null && readLines(text).some(({ tokens }) => tokens.length > 0);
  if (isUnread || parsed.problems.length > 0) {
    return [{ kind: "verbatim", indent: 0, text, comment: null, lineEnd: "", run: null }];
  }
  return layOut(parsed.declaration, readLines(text));
}

/** At most one blank line, none at the beginning and end of a file and of a block. */
function withSingleBlanks(entries: readonly (readonly LaidLine[])[]): readonly LaidLine[][] {
  const all = entries.flat();
  const usual = all.find(({ lineEnd }) => lineEnd !== "")?.lineEnd ?? "\n";
  const following = nextWritten(all);
  let before: LaidLine | undefined;
  let at = 0;
  return entries.map((lines) =>
    lines.flatMap((line) => {
      at += 1;
      if (line.kind !== "blank") {
        before = line;
        return line.kind !== "verbatim" && line.lineEnd === "" ? [{ ...line, lineEnd: usual }] : [line];
      }
      const next = following[at];
      const isWanted =
        before !== undefined &&
        before.kind !== "blank" &&
        next !== undefined &&
        !opens(before) &&
        !closes(next);
      if (isWanted) before = line;
      return isWanted ? [line] : [];
    }),
  );
}

/** For each line, and for the end, the first line from there on that is not blank. */
function nextWritten(lines: readonly LaidLine[]): readonly (LaidLine | undefined)[] {
  const following: (LaidLine | undefined)[] = [undefined];
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    following.push(lines[i]!.kind === "blank" ? following.at(-1) : lines[i]);
  }
  return following.reverse();
}

function opens({ kind, indent, text }: LaidLine): boolean {
  return kind === "code" && indent === 0 && text.endsWith("{");
}

function closes({ kind, indent, text }: LaidLine): boolean {
  return kind === "code" && indent === 0 && text.startsWith("}");
}

/** Declarations of a line each, one below the other, share their columns. */
function alignRuns(lines: readonly LaidLine[]): void {
  let run: LaidLine[] = [];
  const end = (): void => {
    if (run.length > 1) {
      const texts = inColumns(
        run.map((line) => line.run!.cells),
        0,
      );
      run.forEach((line, i) => {
        line.text = texts[i]!;
      });
    }
    run = [];
  };
  for (const line of lines) {
    if (line.run?.kind !== run.at(-1)?.run?.kind) end();
    if (line.run) run.push(line);
    else end();
  }
  end();
}

/** The lines with their indentation and, in a column of their own, the comments of neighbouring lines. */
function writeLines(lines: readonly LaidLine[]): readonly string[] {
  const columns = commentColumns(lines);
  return lines.map((line, i) => {
    if (line.kind === "verbatim") return line.text;
    const indent = " ".repeat(line.indent);
    if (line.kind === "blank") return line.lineEnd;
    if (line.kind === "comment") return indent + (line.comment ?? "") + line.lineEnd;
    if (line.comment === null) return indent + line.text + line.lineEnd;
    const gap = " ".repeat(columns[i]! - widthOf(line));
    return indent + line.text + gap + line.comment + line.lineEnd;
  });
}

function commentColumns(lines: readonly LaidLine[]): readonly number[] {
  const columns: number[] = lines.map(() => 0);
  let first = 0;
  for (let i = 0; i <= lines.length; i += 1) {
    const line = lines[i];
    const above = lines[i - 1];
    if (line && isBehindCode(line) && above && isBehindCode(above) && above.indent === line.indent) continue;
    const own = lines.slice(first, i).filter(isBehindCode);
    const widest = own.reduce((width, one) => Math.max(width, widthOf(one)), 0);
    columns.fill(widest + 2, first, i);
    first = i;
  }
  return columns;
}

function isBehindCode({ kind, comment }: LaidLine): boolean {
  return kind === "code" && comment !== null;
}

function widthOf({ indent, text }: LaidLine): number {
  return indent + displayWidth(text);
}
