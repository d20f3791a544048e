import type { ProblemCode } from "../diagnostics/catalog.ts";
import type { NameKind } from "../semantics/facts.ts";
import type { Keyword } from "../syntax/keywords.ts";
import type { Position, Range } from "../text/line-index.ts";

/** A range of a file below the root: a .bdg file or a plan document. */
export interface FileRange {
  readonly path: string;
  readonly range: Range;
}

export interface HoverOptions {
  /** Whether the client shows images in Markdown; then the chart is one, as a data URI. */
  readonly images: boolean;
  /** Whether the client runs the one command link that opens a clause beside. */
  readonly commandLinks: boolean;
}

export interface HoverResult {
  readonly range: Range;
  /** Markdown without HTML, at most about twelve lines of text. */
  readonly markdown: string;
}

export interface DefinitionResult {
  /** The name or address under the cursor. */
  readonly origin: Range;
  readonly targets: readonly (FileRange & { readonly selection: Range })[];
}

export type SymbolKindName =
  | "plan"
  | "unit"
  | "body"
  | "dimension"
  | "category"
  | "indicator"
  | "target"
  | "task"
  | "report"
  | "value"
  | "data"
  | "file";

export interface SymbolNode {
  readonly name: string;
  /** For indicators and tasks: the verdict in words, with its numbers. */
  readonly detail: string;
  readonly kind: SymbolKindName;
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly SymbolNode[];
}

/** What an entry stands for; plain data, since it goes to the client and back. */
export type CompletionSubject =
  | { readonly kind: "keyword"; readonly keyword: Keyword }
  /** A clause of the document at that path. */
  | { readonly kind: "clause"; readonly path: string; readonly address: string }
  /** A name that the file at that path declares. */
  | { readonly kind: "name"; readonly path: string; readonly name: string; readonly of: NameKind };

export interface CompletionEntry {
  readonly label: string;
  readonly kind:
    | "keyword"
    | "indicator"
    | "unit"
    | "body"
    | "category"
    | "plan"
    | "task"
    | "clause"
    | "file"
    | "document"
    | "value";
  /** What is chosen, in a few words. */
  readonly detail: string;
  /** What more can be told of it when asked; see `completionDocumentation`. */
  readonly subject: CompletionSubject | null;
  /** What is put in place of `range`. */
  readonly insertText: string;
  /** The same with what usually follows, as a snippet of the language server protocol, for clients that know them. */
  readonly snippet: string | null;
  /** Whether what follows is chosen from a list, too. */
  readonly leadsOn?: boolean;
  readonly range: Range;
  /** What typed letters are matched with: words with and without diacritics. */
  readonly filterText: string;
  readonly sortText: string;
}

export interface CompletionResult {
  /** Best first. */
  readonly entries: readonly CompletionEntry[];
  /** True where there are more: the client asks again as more letters are typed. */
  readonly isIncomplete: boolean;
}

export type DocumentLinkResult = {
  readonly range: Range;
} & ({ readonly path: string } | { readonly url: string });

/** Replaces the text of a range of a file; several for one file don't touch each other. */
export interface FileEdit {
  readonly range: Range;
  readonly text: string;
  /** Where in `text` the cursor is to stand afterwards, since something is to be typed there. */
  readonly cursor?: number;
}

export interface DocumentHighlightResult {
  readonly range: Range;
  /** `write` where the name is declared. */
  readonly kind: "read" | "write";
}

export interface WorkspaceSymbolResult extends FileRange {
  readonly kind: NameKind | "clause";
  readonly name: string;
  /** The words shown for it; for a clause the beginning of its text. */
  readonly title: string;
}

/** Lines that fold into the first of them. */
export interface FoldingRangeResult {
  readonly kind: "block" | "comment" | "region";
  readonly startLine: number;
  readonly endLine: number;
}

export type SemanticTokenKind =
  | NameKind
  | "prefix"
  | "keyword"
  | "clause"
  | "period"
  | "number"
  | "string"
  | "comment";

/** A word on one line; `length` in UTF-16 units. */
export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly kind: SemanticTokenKind;
  readonly isDeclaration: boolean;
}

/** A node of a tree of formulas or of plans that implement others; its branches are asked for at its selection. */
export interface HierarchyItem extends FileRange {
  readonly kind: NameKind;
  readonly name: string;
  readonly title: string;
  readonly selection: Range;
}

export interface HierarchyCall {
  readonly item: HierarchyItem;
  /** Where the one names the other: in the formula. */
  readonly ranges: readonly Range[];
}

/** Something that can be done about a problem. */
export interface CodeActionResult {
  readonly title: string;
  /** By the paths of the files. */
  readonly edits: ReadonlyMap<string, readonly FileEdit[]>;
  readonly isPreferred: boolean;
  /** Whether it takes the problem away; else it silences it. */
  readonly isMending: boolean;
  /** Why it can't be done here, where one looks for it all the same; null where it can. */
  readonly disabled: string | null;
  /** The problem that it is about, and where that is shown. */
  readonly code: ProblemCode;
  readonly range: Range;
}

/** Something shown behind a place, which is not in the text. */
export interface InlayHintResult {
  readonly position: Position;
  readonly label: string;
  readonly tooltip: string;
}

/** A line shown above a declaration. */
export interface CodeLensResult {
  readonly range: Range;
  readonly title: string;
  /** Where a click leads. */
  readonly target: FileRange | null;
  /** The indicator that a click records a value for. */
  readonly records: { readonly id: string; readonly path: string } | null;
}
