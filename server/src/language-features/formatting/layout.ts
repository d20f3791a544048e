import type { Declaration, Statement } from "../../syntax/ast.ts";
import * as t from "../../syntax/tokens.ts";
import { displayWidth } from "../../text/display-width.ts";
import { joinTokens } from "./join-tokens.ts";
import type { SourceLine } from "./source-lines.ts";
import { type Cells, declarationCells, spacingRules, statementCells } from "./statement-cells.ts";

/** A line as it will be written, but for the columns that it shares with lines of other declarations. */
export interface LaidLine {
  readonly kind: "code" | "comment" | "blank" | "verbatim";
  /** Blanks before it. */
  readonly indent: number;
  text: string;
  readonly comment: string | null;
  readonly lineEnd: string;
  /** For a declaration that is one line: what it has in columns with those above and below. */
  readonly run: { readonly kind: string; readonly cells: Cells } | null;
}

const indentation = 2;
/** Stands for the column of the values, which is known when the whole block is. */
const continued = -1;

/** The lines of a declaration that was read without a problem, or of the comments that follow the last one. */
export function layOut(declaration: Declaration | null, lines: readonly SourceLine[]): LaidLine[] {
  const statements = new Map(declaration?.statements.map((statement) => [statement.start, statement]));
  const block = new BlockColumns(declaration);
  let isOpen = false;
  let goesOn = false;
  const laid = lines.map((line): { laid: LaidLine; statement: Statement | null; cells: Cells | null } => {
    const [first] = line.tokens;
    if (!declaration || !first) {
      const kind = line.comment === null ? "blank" : "comment";
      const indent = isOpen ? (goesOn ? continued : indentation) : 0;
      const own: LaidLine = {
        kind,
        indent,
        text: "",
        comment: line.comment,
        lineEnd: line.lineEnd,
        run: null,
      };
      return { laid: own, statement: null, cells: null };
    }
    // After the comma between two categories a new one begins.
    goesOn = line.tokens.at(-1)!.tokenType === t.Comma && declaration.kind !== "dimension";
    const closes = first.tokenType === t.RBrace;
    const inside = isOpen && !closes;
    isOpen = opensBlock(line, isOpen);
    const statement = (inside && statements.get(first.startOffset)) || null;
    const cells = statement && block.cellsOf(statement, line, statements);
    const rules = spacingRules(declaration, statement ?? undefined);
    const isWhole = !inside && !isOpen && !closes && first.startOffset === declaration.start;
    const own: LaidLine = {
      kind: "code",
      indent: inside ? (statement ? indentation : continued) : 0,
      text: joinTokens(line.tokens, rules),
      comment: line.comment,
      lineEnd: line.lineEnd,
      run: isWhole && runKinds.has(declaration.kind) ? runOf(declaration, line) : null,
    };
    return { laid: own, statement, cells };
  });
  block.align(laid.flatMap(({ laid: line, statement, cells }) => ({ line, statement, cells })));
  return laid.map(({ laid: line }) =>
    line.indent === continued ? { ...line, indent: indentation + block.width + indentation } : line,
  );
}

const runKinds: ReadonlySet<string> = new Set(["body", "unit"]);

function runOf(declaration: Declaration, { tokens }: SourceLine): LaidLine["run"] {
  return { kind: declaration.kind, cells: declarationCells(declaration, tokens) };
}

function opensBlock({ tokens }: SourceLine, isOpen: boolean): boolean {
  const brace = tokens.findLast(({ tokenType }) => tokenType === t.LBrace || tokenType === t.RBrace);
  return brace ? brace.tokenType === t.LBrace : isOpen;
}

/** Of a keyword column in plans, indicators and tasks, so that it stands in one place all through a file. */
const usualWidth = { en: 8, vi: 11 };
const withUsualWidth: ReadonlySet<string> = new Set(["plan", "indicator", "task"]);

interface BlockLine {
  readonly line: LaidLine;
  readonly statement: Statement | null;
  readonly cells: Cells | null;
}

/** The columns of one block: the keywords' is common to all lines, the others to consecutive lines of a kind. */
class BlockColumns {
  width = 0;
  private readonly declaration: Declaration | null;

  constructor(declaration: Declaration | null) {
    this.declaration = declaration;
  }

  /** Lines on which several statements stand have no columns, except the keyword's where `;` parts them. */
  cellsOf(
    statement: Statement,
    { tokens }: SourceLine,
    statements: ReadonlyMap<number, Statement>,
  ): Cells | null {
    const { declaration } = this;
    if (!declaration) return null;
    const isShared = tokens.slice(1).some(({ startOffset }) => statements.has(startOffset));
    if (!isShared) return statementCells(declaration, statement, tokens);
    if (declaration.kind === "dimension" || declaration.kind === "data" || statement.kind === "entry")
      return null;
    const { texts, gaps } = statementCells(declaration, statement, tokens);
    const rest = tokens.filter(({ startOffset }) => startOffset >= statement.keyword.end);
    return { texts: [texts[0]!, joinTokens(rest, spacingRules(declaration, statement))], gaps };
  }

  align(lines: readonly BlockLine[]): void {
    const { declaration } = this;
    if (!declaration) return;
    const keywords = lines.flatMap(({ cells }) => (cells ? [cells.texts[0]!] : []));
    if (keywords.length > 0 && withUsualWidth.has(declaration.kind)) {
      const isVietnamese = keywords.some((keyword) => /[^\u0020-\u007e]/.test(keyword));
      this.width = isVietnamese ? usualWidth.vi : usualWidth.en;
    }
    for (const keyword of keywords) this.width = Math.max(this.width, displayWidth(keyword));
    const isReport = declaration.kind === "report";
    let run: BlockLine[] = [];
    for (const line of lines) {
      const goesOn = isReport || run.at(-1)?.statement?.kind === line.statement?.kind;
      if (!goesOn) run = this.endRun(run);
      if (line.cells) run.push(line);
      else if (!isReport) run = this.endRun(run);
    }
    this.endRun(run);
  }

  private endRun(run: readonly BlockLine[]): BlockLine[] {
    const texts = inColumns(
      run.map(({ cells }) => cells!),
      this.width,
    );
    run.forEach(({ line }, i) => {
      line.text = texts[i]!;
    });
    return [];
  }
}

/** Lines with their parts in columns; the first column is at least so wide. */
export function inColumns(rows: readonly Cells[], firstWidth: number): readonly string[] {
  const widths: number[] = [firstWidth];
  for (const { texts } of rows) {
    texts.forEach((text, i) => {
      // What ends a line makes no column wider.
      if (i < texts.length - 1) widths[i] = Math.max(widths[i] ?? 0, displayWidth(text));
    });
  }
  return rows.map(({ texts, gaps }) =>
    texts
      .map((text, i) => {
        if (i === texts.length - 1) return text;
        return text + " ".repeat(widths[i]! - displayWidth(text) + (gaps[i] ?? 1));
      })
      .join(""),
  );
}
