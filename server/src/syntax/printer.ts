import type { Language } from "../diagnostics/language.ts";
import type * as ast from "./ast.ts";
import { type Keyword, keywordText } from "./keywords.ts";
import { periodText } from "./period-literal.ts";
import { writtenName } from "./qualified-name.ts";
import { quote } from "./text-literal.ts";

/**
 * A declaration as canonical text, one statement a line, its keywords in one language. Parsed again it gives the same
 * tree but for places. Comments and lines that could not be read are not in the tree, so they are not in the text:
 * whoever changes a user's file must look out for them.
 */
export function printDeclaration(declaration: ast.Declaration, language: Language): string {
  const printer = new Printer(language);
  const statements = declaration.statements.flatMap((statement) => printer.statement(statement) ?? []);
  const head = printer.head(declaration);
  if (statements.length === 0) return head;
  return `${head} {\n${statements.map((line) => `  ${line}\n`).join("")}}`;
}

/** A formula as text, with the parentheses that its tree needs and no others. */
export function printFormula(formula: ast.FormulaNode, language: Language): string {
  return new Printer(language).formula(formula, 0);
}

/** What all its steps share is the language. */
class Printer {
  private readonly language: Language;

  constructor(language: Language) {
    this.language = language;
  }

  head(declaration: ast.Declaration): string {
    switch (declaration.kind) {
      case "use":
        return this.words("use", quote(declaration.file.value), this.as(declaration.as));
      case "body":
        return this.words(
          "body",
          declaration.name.text,
          this.text(declaration.title),
          declaration.partOf && this.belonging(declaration.partOf),
        );
      case "report":
        return this.words("report", this.period(declaration.period), this.text(declaration.title));
      case "data":
        return this.words(
          "data",
          quote(declaration.file.value),
          this.sheet(declaration.sheet),
          declaration.encoding && this.words("encoding", quote(declaration.encoding.value)),
          declaration.period && `${this.singlePeriod()} ${this.period(declaration.period)}`,
        );
      default:
        return this.words(declaration.kind, declaration.name.text, this.text(declaration.title));
    }
  }

  /** undefined for a line that could not be read. */
  statement(statement: ast.Statement): string | undefined {
    switch (statement.kind) {
      case "broken":
        return undefined;
      case "number":
      case "note":
        return this.words(statement.kind, quote(statement.text.value));
      case "issued":
        return this.words("issued", this.period(statement.period));
      case "period":
        return this.words("period", this.range(statement.range));
      case "by":
      case "lead":
      case "with":
      case "serves":
      case "implements":
        return this.words(statement.kind, this.names(statement.names));
      case "document":
        return this.words("document", quote(statement.file.value), this.as(statement.as));
      case "basis":
        return this.words("basis", quote(statement.text.value), this.dated(statement.dated));
      case "signed":
        return this.words("signed", ...statement.texts.map((text) => quote(text.value)));
      case "copies":
        return this.words("copies", this.texts(statement.texts));
      case "clause":
      case "aside":
        return this.words(statement.kind, this.citations(statement.citations));
      case "yearEnds":
        return this.words("yearEnds", `${this.number(statement.day)}/${this.number(statement.month)}`);
      case "whole":
        return this.words("whole");
      case "range":
        return this.words("range", `${this.number(statement.min)}..${this.number(statement.max)}`);
      case "scale":
        return this.words("scale", this.number(statement.factor), writtenName(statement.unit));
      case "decimals":
        return this.words("decimals", this.number(statement.count));
      case "aggregate":
        return this.words("aggregate", this.keyword(statement.aggregate));
      case "unit":
        return this.words("unit", writtenName(statement.unit));
      case "baseline":
      case "measured":
        return this.words(statement.kind, this.measured(statement));
      case "entry":
        return this.entry(statement);
      case "target":
        return this.target(statement);
      case "formula":
        return this.words("formula", "=", this.formula(statement.formula, 0));
      case "path":
        return statement.path === "none"
          ? this.keyword("pathNone")
          : this.words("path", this.keyword("linear"));
      case "onTrackFrom":
      case "offTrackBelow":
        return this.words(statement.kind, this.value(statement.value));
      case "explain":
        return this.words("explain", this.period(statement.period), quote(statement.text.value));
      case "due":
        return this.words("due", this.when(statement.when));
      case "done":
        return this.words("done", this.period(statement.period), this.text(statement.evidence));
      case "column":
        return `${statement.column === "period" ? this.singlePeriod() : this.keyword(statement.column)} ${this.texts(statement.headers)}`;
      case "categoryDeclaration":
        return join(statement.name.text, this.text(statement.title));
    }
  }

  formula(formula: ast.FormulaNode, within: number): string {
    if (formula.kind === "number") return this.number(formula.number);
    if (formula.kind === "name") return writtenName(formula.name);
    const strength = formula.operator === "+" || formula.operator === "-" ? 1 : 2;
    const left = this.formula(formula.left, strength);
    // What stands on the right of an operator as strong was in parentheses: a - (b - c).
    const right = this.formula(formula.right, strength + 1);
    const text = `${left} ${formula.operator} ${right}`;
    return strength < within ? `(${text})` : text;
  }

  private entry(statement: ast.ValueStatement): string {
    return join(statement.indicator && writtenName(statement.indicator), this.measured(statement));
  }

  private measured({ period, category, value, evidence }: ast.ValueStatement): string {
    return join(
      period && this.period(period),
      category && `${this.keyword("for")} ${writtenName(category)}`,
      "=",
      this.value(value),
      this.text(evidence),
    );
  }

  private target({ when, categories, comparator }: ast.TargetStatement): string {
    const whom = categories.length > 0 ? `${this.keyword("for")} ${this.names(categories)}` : null;
    return this.words("target", this.when(when), whom, this.comparator(comparator));
  }

  private comparator(comparator: ast.ComparatorNode): string {
    switch (comparator.kind) {
      case "reach":
        return this.words("reach", this.value(comparator.value));
      case "between":
        return this.words(
          "between",
          this.value(comparator.value),
          this.language === "vi" ? "đến" : "and",
          this.value(comparator.upper),
        );
      case "about":
        return this.words(
          "about",
          this.value(comparator.value),
          comparator.tolerance && this.words("within", this.value(comparator.tolerance)),
        );
      default:
        return `${comparator.kind} ${this.value(comparator.value)}`;
    }
  }

  private when(when: ast.WhenNode): string {
    if (when.kind === "every") {
      const range = when.range && this.words("in", this.range(when.range));
      return this.words("every", this.keyword(when.cadence), range);
    }
    return when.kind === "total" ? this.words("total", this.range(when.range)) : this.range(when.range);
  }

  private value(value: ast.ValueNode): string {
    switch (value.kind) {
      case "share":
        return join(
          `${this.number(value.numerator)} ${this.keyword("of")} ${this.number(value.denominator)}`,
          value.unit && writtenName(value.unit),
        );
      case "baseline":
        return this.words("baseline", value.operator, this.value(value.operand));
      case "number": {
        const number = this.number(value.number);
        if (!value.unit) return number;
        return writtenName(value.unit) === "percent" ? `${number}%` : `${number} ${writtenName(value.unit)}`;
      }
    }
  }

  /** With the decimal mark of the language, unless it is what tells `1.234` from `1,234`. */
  private number({ decimal, thousandsMark }: ast.NumberNode): string {
    const withComma = thousandsMark === null ? this.language === "vi" : thousandsMark === ",";
    return withComma ? decimal.replace(".", ",") : decimal;
  }

  private range({ from, open, to }: ast.PeriodRangeNode): string {
    const end = to ? this.period(to) : "";
    return open || to ? `${this.period(from)}..${end}` : this.period(from);
  }

  private period({ literal }: ast.PeriodNode): string {
    return literal ? periodText(literal) : "";
  }

  private citations(citations: readonly ast.CitationNode[]): string {
    return citations
      .map(({ address, document, words }) =>
        join(address.text, document && this.words("in", document.text), this.text(words)),
      )
      .join(", ");
  }

  private sheet(sheet: ast.DataDeclaration["sheet"]): string | null {
    if (!sheet) return null;
    return this.words("sheet", "value" in sheet ? quote(sheet.value) : this.number(sheet));
  }

  private as(as: ast.Name | null): string | null {
    return as && this.words("as", as.text);
  }

  private dated(period: ast.PeriodNode | null): string | null {
    return period && this.words("dated", this.period(period));
  }

  private belonging(partOf: ast.QualifiedName): string {
    return `${this.language === "vi" ? "thuộc" : "in"} ${writtenName(partOf)}`;
  }

  /** One period, not a plan's span of years, which in Vietnamese is another word. */
  private singlePeriod(): string {
    return this.language === "vi" ? "kỳ" : "period";
  }

  private names(names: readonly ast.QualifiedName[]): string {
    return names.map(writtenName).join(", ");
  }

  private texts(texts: readonly ast.Text[]): string {
    return texts.map((text) => quote(text.value)).join(", ");
  }

  private text(text: ast.Text | null): string | null {
    return text && quote(text.value);
  }

  private words(keyword: Keyword, ...rest: readonly (string | null)[]): string {
    return join(this.keyword(keyword), ...rest);
  }

  private keyword(keyword: Keyword): string {
    return keywordText(keyword, this.language);
  }
}

function join(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" ");
}
