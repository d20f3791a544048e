import type { Language, LocalText } from "../../diagnostics/language.ts";
import type { Entry } from "../../semantics/entry.ts";
import type { Declaration, Statement } from "../../syntax/ast.ts";
import type { DeclarationParser } from "../../syntax/parse.ts";
import type { TextSpan } from "../../text/text-span.ts";
import type { FeatureContext, ShownProblem } from "../feature-context.ts";
import type { FileEdit } from "../feature-types.ts";

/** A problem with what stands where it is shown. */
export interface FixPlace {
  readonly context: FeatureContext;
  readonly parser: DeclarationParser;
  readonly path: string;
  readonly problem: ShownProblem;
  readonly entry: Entry;
  readonly declaration: Declaration | null;
  /** The statement that holds the problem; null in a declaration's head. */
  readonly statement: Statement | null;
  /** Offsets in the entry's text. */
  readonly span: TextSpan;
  /** The language of the keywords around, for what is written into the file. */
  readonly fileLanguage: Language;
}

/** One way to mend a problem. */
export interface Fix {
  readonly title: LocalText;
  /** By path. */
  readonly edits: ReadonlyMap<string, readonly FileEdit[]>;
  /** The one that is most likely meant; at most one of a problem. */
  readonly isPreferred: boolean;
  /** Why it can't be done, of one that people look for; nothing is edited then. */
  readonly refusal?: LocalText;
}

export type FixMaker = (place: FixPlace) => readonly Fix[];

/** A fix that changes only the file that the problem is in. */
export function fixHere(
  { path }: FixPlace,
  title: LocalText,
  edits: readonly FileEdit[],
  isPreferred = false,
): Fix {
  return { title, edits: new Map([[path, edits]]), isPreferred };
}

/** A fix that can't be made here, with the reason, which *Auto Fix* shows of the one that is most likely meant. */
export function refusedFix(title: LocalText, refusal: LocalText, isPreferred = false): Fix {
  return { title, edits: new Map(), isPreferred, refusal };
}

/** Replaces a span of the entry's text; an empty span inserts. */
export function replace(
  { context, entry }: Pick<FixPlace, "context" | "entry">,
  span: TextSpan,
  text: string,
): FileEdit {
  return {
    range: context.reporter.rangeOf({ source: entry, span: { start: span.start, end: span.end } }),
    text,
  };
}
