import { bilingual } from "../../diagnostics/language.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { Statement } from "../../syntax/ast.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { lineEndOf } from "../../text/line-end.ts";
import { lineStarts, positionAt } from "../../text/line-index.ts";
import type { FileEdit } from "../feature-types.ts";
import { type Fix, type FixMaker, type FixPlace, fixHere, replace } from "./fix.ts";

/** Declares a body or a unit that is not there yet, or adds a category to a dimension of this file. */
export const declareName: FixMaker = (place) => {
  const { kind, name } = place.problem.data ?? {};
  if (name === undefined || /[. ]/u.test(name)) return [];
  if (kind === "body" || (kind === "unit" && isUnitOfIndicator(place, name)))
    return [declaration(place, kind, name)];
  return kind === "category" ? categories(place, name) : [];
};

/** Is it more than a value's unit? A new unit fits no indicator that is measured in another. */
function isUnitOfIndicator({ declaration, statement }: FixPlace, name: string): boolean {
  if (statement?.kind === "unit" || statement?.kind === "scale") return true;
  const unit = declaration?.statements.find((one) => one.kind === "unit");
  return unit?.kind === "unit" && unit.unit.qualifier === null && unit.unit.name.text === name;
}

/** Below the last declaration of its kind in the file, else above the one that needs it. */
function declaration(place: FixPlace, kind: "body" | "unit", name: string): Fix {
  const { context, path, entry, fileLanguage } = place;
  const entries = context.program.file(path)?.entries ?? [];
  const last = entries.findLast((one) => one.parsed.declaration?.kind === kind);
  const line = `${keywordText(kind, fileLanguage)} ${name} "${titleFor(name)}"`;
  const title =
    kind === "body"
      ? bilingual(`Declare the body “${name}”`, `Khai báo cơ quan “${name}”`)
      : bilingual(`Declare the unit “${name}”`, `Khai báo đơn vị tính “${name}”`);
  const edit = last ? below(place, last, line) : above(place, entry, line);
  return fixHere(place, title, [edit]);
}

function titleFor(name: string): string {
  return name.replaceAll("_", " ").trim() || name;
}

/** On a line behind the one on which a declaration ends. */
function below({ context }: FixPlace, entry: Entry, line: string): FileEdit {
  const { text } = entry;
  const starts = lineStarts(text);
  const end = entry.parsed.declaration!.end;
  const next = starts[positionAt(starts, Math.max(0, end - 1)).line + 1];
  const lineEnd = lineEndOf(text);
  if (next !== undefined) return replace({ context, entry }, { start: next, end: next }, `${line}${lineEnd}`);
  return replace({ context, entry }, { start: text.length, end: text.length }, `${lineEnd}${line}`);
}

function above({ context }: FixPlace, entry: Entry, line: string): FileEdit {
  const start = /^\s*/u.exec(entry.text)![0].length;
  const lineStart = lineStarts(entry.text).findLast((one) => one <= start) ?? 0;
  const lineEnd = lineEndOf(entry.text);
  return replace({ context, entry }, { start: lineStart, end: lineStart }, `${line}${lineEnd}${lineEnd}`);
}

function categories(place: FixPlace, name: string): readonly Fix[] {
  const { context, path } = place;
  const entries = context.program.file(path)?.entries ?? [];
  const dimensions = entries.filter((one) => one.parsed.declaration?.kind === "dimension");
  return dimensions.flatMap((entry) => {
    const { declaration } = entry.parsed;
    const last = declaration?.statements.at(-1);
    if (!declaration || last?.kind !== "categoryDeclaration") return [];
    const edit = replace(
      { context, entry },
      { start: last.end, end: last.end },
      `${separator(entry, last)}${name} "${titleFor(name)}"`,
    );
    const dimension = declaration.title?.value || declaration.name.text;
    const title = bilingual(
      `Add the category “${name}” to “${dimension}”`,
      `Thêm loại “${name}” vào “${dimension}”`,
    );
    return [fixHere(place, title, [edit])];
  });
}

/** A new line where the last category has one of its own, else two blanks. */
function separator({ text, parsed }: Entry, last: Statement): string {
  const starts = lineStarts(text);
  const line = starts[positionAt(starts, last.start).line]!;
  const head = text.slice(line, last.start);
  const isAlone = head.trim() === "" && line > parsed.declaration!.start;
  return isAlone ? `${lineEndOf(text)}${head}` : "  ";
}
