import type { TextSpan } from "../text/text-span.ts";
import type { ThousandsMark } from "./literals.ts";
import type { PeriodLiteral } from "./period-literal.ts";

/**
 * The tree of one top-level declaration. Spans count from the start of the declaration's own text, so a tree is
 * good wherever in the file its declaration stands. A part that is missing in the source is there with an empty span.
 */

/** One word; composed (NFC). Empty text where it is missing. */
export interface Name extends TextSpan {
  readonly text: string;
}

/** `name`, `prefix.name` or `dimension.category`. */
export interface QualifiedName extends TextSpan {
  readonly qualifier: Name | null;
  readonly name: Name;
}

/** Quoted text with its escapes resolved; the span includes the quotes. */
export interface Text extends TextSpan {
  readonly value: string;
}

export interface PeriodNode extends TextSpan {
  /** null where it is written but is no period (`2025-Q7`); the parser has said so. */
  readonly literal: PeriodLiteral | null;
}

/** `2025`, `2021..2030`, `2025..`. */
export interface PeriodRangeNode extends TextSpan {
  readonly from: PeriodNode;
  readonly open: boolean;
  /** null for a single period and for an open range. */
  readonly to: PeriodNode | null;
}

export interface NumberNode extends TextSpan {
  /** With a point, without grouping: `-62.5`; empty where it could not be read. */
  readonly decimal: string;
  /** The point or comma with exactly three digits behind it, which may be meant for thousands: `1.234`, `1,234`. */
  readonly thousandsMark: ThousandsMark;
}

export type ValueNode = NumberValue | ShareValue | BaselineValue;

export interface NumberValue extends TextSpan {
  readonly kind: "number";
  readonly number: NumberNode;
  /** `percent` where `%` is written. */
  readonly unit: QualifiedName | null;
}

export interface ShareValue extends TextSpan {
  readonly kind: "share";
  readonly numerator: NumberNode;
  readonly denominator: NumberNode;
  readonly unit: QualifiedName | null;
}

/** `baseline * 0,9`, `baseline + 10 point`. */
export interface BaselineValue extends TextSpan {
  readonly kind: "baseline";
  readonly operator: "*" | "+" | "-";
  readonly operand: NumberValue;
}

export type ComparatorNode =
  | { readonly kind: "reach" | ">=" | "<=" | ">" | "<" | "="; readonly value: ValueNode }
  | { readonly kind: "between"; readonly value: ValueNode; readonly upper: ValueNode }
  | { readonly kind: "about"; readonly value: ValueNode; readonly tolerance: ValueNode | null };

export type CadenceNode = "year" | "half" | "quarter" | "month";

export type WhenNode =
  | { readonly kind: "period" | "total"; readonly range: PeriodRangeNode }
  | { readonly kind: "every"; readonly cadence: CadenceNode; readonly range: PeriodRangeNode | null };

/** An address after `clause` or `aside`, composed, without a dot at its end. */
export interface Address extends TextSpan {
  readonly text: string;
}

export interface CitationNode extends TextSpan {
  readonly address: Address;
  readonly document: Name | null;
  readonly words: Text | null;
}

export type FormulaNode =
  | ({ readonly kind: "number"; readonly number: NumberNode } & TextSpan)
  | ({ readonly kind: "name"; readonly name: QualifiedName } & TextSpan)
  | ({
      readonly kind: "operation";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    } & TextSpan);

export type AggregateNode = "latest" | "sum" | "mean" | "min" | "max";

/** A statement: a line of a block. `keyword` is the span of its first word or words. */
interface StatementOf<Kind extends string> extends TextSpan {
  readonly kind: Kind;
  readonly keyword: TextSpan;
}

export interface TextStatement extends StatementOf<"number" | "note"> {
  readonly text: Text;
}
export interface IssuedStatement extends StatementOf<"issued"> {
  readonly period: PeriodNode;
}
export interface PlanPeriodStatement extends StatementOf<"period"> {
  readonly range: PeriodRangeNode;
}
export interface NamesStatement extends StatementOf<"by" | "lead" | "with" | "serves" | "implements"> {
  readonly names: readonly QualifiedName[];
}
export interface DocumentStatement extends StatementOf<"document"> {
  readonly file: Text;
  readonly as: Name | null;
}
export interface BasisStatement extends StatementOf<"basis"> {
  readonly text: Text;
  readonly dated: PeriodNode | null;
}
export interface SignedStatement extends StatementOf<"signed"> {
  readonly texts: readonly Text[];
}
export interface CopiesStatement extends StatementOf<"copies"> {
  readonly texts: readonly Text[];
}
export interface AsideStatement extends StatementOf<"aside"> {
  readonly citations: readonly CitationNode[];
}
export interface YearEndsStatement extends StatementOf<"yearEnds"> {
  readonly day: NumberNode;
  readonly month: NumberNode;
}
export interface FlagStatement extends StatementOf<"whole"> {}
export interface RangeStatement extends StatementOf<"range"> {
  readonly min: NumberNode;
  readonly max: NumberNode;
}
export interface ScaleStatement extends StatementOf<"scale"> {
  readonly factor: NumberNode;
  readonly unit: QualifiedName;
}
export interface DecimalsStatement extends StatementOf<"decimals"> {
  readonly count: NumberNode;
}
export interface AggregateStatement extends StatementOf<"aggregate"> {
  readonly aggregate: AggregateNode;
}
export interface ClauseStatement extends StatementOf<"clause"> {
  readonly citations: readonly CitationNode[];
}
export interface UnitStatement extends StatementOf<"unit"> {
  readonly unit: QualifiedName;
}
/** `baseline`, `measured` and, in a report, a line that begins with an indicator's name. */
export interface ValueStatement extends StatementOf<"baseline" | "measured" | "entry"> {
  /** The indicator, for a report's line. */
  readonly indicator: QualifiedName | null;
  /** null only for a report's line of the report's own period. */
  readonly period: PeriodNode | null;
  readonly category: QualifiedName | null;
  readonly value: ValueNode;
  readonly evidence: Text | null;
}
export interface TargetStatement extends StatementOf<"target"> {
  readonly when: WhenNode;
  /** The span of the period, the range or the `every …`. */
  readonly whenSpan: TextSpan;
  readonly categories: readonly QualifiedName[];
  readonly comparator: ComparatorNode;
}
export interface FormulaStatement extends StatementOf<"formula"> {
  readonly formula: FormulaNode;
}
export interface PathStatement extends StatementOf<"path"> {
  readonly path: "linear" | "none";
}
export interface EdgeStatement extends StatementOf<"onTrackFrom" | "offTrackBelow"> {
  readonly value: ValueNode;
}
export interface ExplainStatement extends StatementOf<"explain"> {
  readonly period: PeriodNode;
  readonly text: Text;
}
export interface DueStatement extends StatementOf<"due"> {
  readonly when: WhenNode;
  readonly whenSpan: TextSpan;
}
export interface DoneStatement extends StatementOf<"done"> {
  readonly period: PeriodNode;
  readonly evidence: Text | null;
}
export interface ColumnStatement extends StatementOf<"column"> {
  readonly column: "indicator" | "period" | "value" | "category" | "evidence" | "periods";
  readonly headers: readonly Text[];
}
export interface CategoryStatement extends StatementOf<"categoryDeclaration"> {
  readonly name: Name;
  readonly title: Text | null;
}
/** A line that could not be read; the parser has said why. */
export interface BrokenStatement extends StatementOf<"broken"> {}

export type Statement =
  | TextStatement
  | IssuedStatement
  | PlanPeriodStatement
  | NamesStatement
  | DocumentStatement
  | BasisStatement
  | SignedStatement
  | CopiesStatement
  | AsideStatement
  | YearEndsStatement
  | FlagStatement
  | RangeStatement
  | ScaleStatement
  | DecimalsStatement
  | AggregateStatement
  | ClauseStatement
  | UnitStatement
  | ValueStatement
  | TargetStatement
  | FormulaStatement
  | PathStatement
  | EdgeStatement
  | ExplainStatement
  | DueStatement
  | DoneStatement
  | ColumnStatement
  | CategoryStatement
  | BrokenStatement;

interface DeclarationOf<Kind extends string> extends TextSpan {
  readonly kind: Kind;
  readonly keyword: TextSpan;
  /** Empty for `use`, `report` and `data`, which declare no name of their own. */
  readonly name: Name;
  readonly title: Text | null;
  readonly statements: readonly Statement[];
}

export interface BlockDeclaration
  extends DeclarationOf<"plan" | "unit" | "dimension" | "indicator" | "task"> {}
export interface UseDeclaration extends DeclarationOf<"use"> {
  readonly file: Text;
  readonly as: Name | null;
}
export interface BodyDeclaration extends DeclarationOf<"body"> {
  readonly partOf: QualifiedName | null;
}
export interface ReportDeclaration extends DeclarationOf<"report"> {
  readonly period: PeriodNode;
}
export interface DataDeclaration extends DeclarationOf<"data"> {
  readonly file: Text;
  readonly sheet: Text | NumberNode | null;
  /** What a CSV file is written in, where it is not UTF-8. */
  readonly encoding: Text | null;
  readonly period: PeriodNode | null;
}

export type Declaration =
  | BlockDeclaration
  | UseDeclaration
  | BodyDeclaration
  | ReportDeclaration
  | DataDeclaration;
