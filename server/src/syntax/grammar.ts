import {
  EmbeddedActionsParser,
  EOF,
  type IToken,
  type ParserMethod,
  type TokenType,
  tokenMatcher,
} from "chevrotain";
import { bilingual, type LocalText } from "../diagnostics/language.ts";
import { maxOperations } from "../limits.ts";
import { exact } from "../text/exact-list.ts";
import type { TextSpan } from "../text/text-span.ts";
import type * as ast from "./ast.ts";
import { grammarErrorMessages } from "./expectations.ts";
import type { Keyword } from "./keywords.ts";
import { parseDecimal, parsePeriodLiteral, type ReadNumber, rewrittenNumber } from "./literals.ts";
import type { PeriodLiteral } from "./period-literal.ts";
import { rangeOfYears, readPeriodWords } from "./period-words.ts";
import { createSyntaxProblem, type SyntaxProblem } from "./syntax-problem.ts";
import { unquote } from "./text-literal.ts";
import * as t from "./tokens.ts";
import { withoutNumbers } from "./without-numbers.ts";

const k = t.keywordToken;

type Alternatives<Node> = { ALT: () => Node }[];

/**
 * The grammar of one top-level declaration, with its leftovers. An action makes one node and nothing else.
 *
 * Recovery is tuned to where people type. A statement is the unit: an error inside one loses that line and no more
 * (re-synchronisation at the end of the line), so the rules below a statement don't recover by themselves. A line
 * that begins with an unknown word is eaten whole by `stray`; words behind a complete statement by `rest`. A missing
 * name in a declaration's head is inserted, so that its block is kept.
 */
export class DeclarationGrammar extends EmbeddedActionsParser {
  /** What the actions found wrong in tokens that fit the grammar. */
  problems: SyntaxProblem[] = [];
  /** How many operations the present formula has so far. */
  private operations = 0;
  private readonly literals = new Map<string, PeriodLiteral | null>();
  private readonly decimals = new Map<string, ReadNumber>();

  /** `validate` checks the grammar itself, which costs time; a test does it. */
  constructor(validate = false) {
    super(t.allTokenTypes, {
      recoveryEnabled: true,
      maxLookahead: 1,
      nodeLocationTracking: "none",
      errorMessageProvider: grammarErrorMessages,
      skipValidations: !validate,
    } as ConstructorParameters<typeof EmbeddedActionsParser>[1]);
    this.performSelfAnalysis();
  }

  /** One declaration, or none where the text has only blanks or begins with something else. */
  readonly source = this.RULE("source", (): ast.Declaration | null => {
    let declaration: ast.Declaration | null = null;
    this.OPTION(() => {
      declaration = this.SUBRULE(this.declaration);
    });
    this.OPTION1(() => {
      const first = this.LA(1);
      this.SUBRULE(this.leftover);
      this.reportLeftover(first, declaration);
    });
    return declaration;
  });

  private declarationAlternatives: Alternatives<ast.Declaration> | undefined;

  private readonly declaration = this.RULE("declaration", (): ast.Declaration => {
    this.declarationAlternatives ??= [
      { ALT: () => this.SUBRULE(this.useDeclaration) },
      { ALT: () => this.SUBRULE(this.planDeclaration) },
      { ALT: () => this.SUBRULE(this.unitDeclaration) },
      { ALT: () => this.SUBRULE(this.bodyDeclaration) },
      { ALT: () => this.SUBRULE(this.dimensionDeclaration) },
      { ALT: () => this.SUBRULE(this.indicatorDeclaration) },
      { ALT: () => this.SUBRULE(this.taskDeclaration) },
      { ALT: () => this.SUBRULE(this.reportDeclaration) },
      { ALT: () => this.SUBRULE(this.dataDeclaration) },
    ];
    return this.OR(this.declarationAlternatives);
  });

  private readonly leftover = this.RULE("leftover", () => {
    this.AT_LEAST_ONE(() => {
      this.OR([
        { ALT: () => this.CONSUME(t.Any) },
        { ALT: () => this.CONSUME(t.EndOfStatement) },
        { ALT: () => this.CONSUME(t.LBrace) },
        { ALT: () => this.CONSUME(t.RBrace) },
      ]);
    });
  });

  // ---- declarations ----

  private readonly useDeclaration = this.RULE("useDeclaration", (): ast.UseDeclaration => {
    const keyword = this.CONSUME(k.use);
    const file = this.text(this.CONSUME(t.TextLiteral));
    let as: ast.Name | null = null;
    this.OPTION(() => {
      this.CONSUME(k.as);
      as = this.name(this.CONSUME(t.NameLike));
    });
    return { kind: "use", ...this.head(keyword), name: noName, title: null, statements: [], file, as };
  });

  private readonly bodyDeclaration = this.RULE("bodyDeclaration", (): ast.BodyDeclaration => {
    const keyword = this.CONSUME(k.body);
    const name = this.name(this.CONSUME(t.NameLike));
    const title = this.title();
    let partOf: ast.QualifiedName | null = null;
    this.OPTION(() => {
      this.CONSUME(k.in);
      partOf = this.SUBRULE(this.qualifiedName);
    });
    return { kind: "body", ...this.head(keyword), name, title, statements: [], partOf };
  });

  private readonly planDeclaration = this.blockDeclaration("plan", () => [
    this.numberStatement,
    this.noteStatement,
    this.issuedStatement,
    this.byStatement,
    this.periodStatement,
    this.documentStatement,
    this.basisStatement,
    this.signedStatement,
    this.copiesStatement,
    this.implementsStatement,
    this.asideStatement,
    this.yearEndsStatement,
  ]);

  private readonly unitDeclaration = this.blockDeclaration("unit", () => [
    this.wholeStatement,
    this.rangeStatement,
    this.scaleStatement,
    this.decimalsStatement,
    this.aggregateStatement,
  ]);

  private readonly dimensionDeclaration = this.blockDeclaration("dimension", () => [this.categoryStatement]);

  private readonly indicatorDeclaration = this.blockDeclaration("indicator", () => [
    this.clauseStatement,
    this.unitStatement,
    this.baselineStatement,
    this.targetStatement,
    this.measuredStatement,
    this.formulaStatement,
    this.aggregateStatement,
    this.leadStatement,
    this.withStatement,
    this.implementsStatement,
    this.pathStatement,
    this.pathNoneStatement,
    this.onTrackFromStatement,
    this.offTrackBelowStatement,
    this.explainStatement,
    this.noteStatement,
  ]);

  private readonly taskDeclaration = this.blockDeclaration("task", () => [
    this.clauseStatement,
    this.leadStatement,
    this.withStatement,
    this.dueStatement,
    this.doneStatement,
    this.servesStatement,
    this.explainStatement,
    this.noteStatement,
  ]);

  private blockDeclaration(
    kind: ast.BlockDeclaration["kind"],
    statements: () => readonly ParserMethod<[], ast.Statement>[],
  ): ParserMethod<[], ast.BlockDeclaration> {
    const block = this.block(kind, statements, kind === "dimension");
    return this.RULE(`${kind}Declaration`, (): ast.BlockDeclaration => {
      const keyword = this.CONSUME(k[kind]);
      const name = this.name(this.CONSUME(t.NameLike));
      const title = this.title();
      const list = block(name.text || keyword.image);
      const { start, end } = this.spanFrom(keyword);
      return { kind, keyword: tokenSpan(keyword), name, title, statements: list, start, end };
    });
  }

  private readonly reportBlock = this.block("report", () => [this.entryStatement], false);

  private readonly reportDeclaration = this.RULE("reportDeclaration", (): ast.ReportDeclaration => {
    const keyword = this.CONSUME(k.report);
    const period = this.period(this.CONSUME(t.PeriodLike));
    const title = this.title();
    const statements = this.reportBlock(keyword.image);
    return { kind: "report", ...this.head(keyword), name: noName, title, statements, period };
  });

  private readonly dataBlock = this.block("data", () => [this.columnStatement], true);

  private readonly dataDeclaration = this.RULE("dataDeclaration", (): ast.DataDeclaration => {
    const keyword = this.CONSUME(k.data);
    const file = this.text(this.CONSUME(t.TextLiteral));
    let sheet: ast.Text | ast.NumberNode | null = null;
    let encoding: ast.Text | null = null;
    let period: ast.PeriodNode | null = null;
    this.OPTION(() => {
      this.CONSUME(k.sheet);
      sheet = this.OR1([
        { ALT: () => this.text(this.CONSUME1(t.TextLiteral)) },
        { ALT: () => this.number(this.CONSUME(t.NumberLiteral)) },
      ]);
    });
    this.OPTION1(() => {
      this.CONSUME1(k.encoding);
      encoding = this.text(this.CONSUME2(t.TextLiteral));
    });
    this.OPTION2(() => {
      this.CONSUME(k.period);
      period = this.period(this.CONSUME(t.PeriodLike));
    });
    // Whoever adds it to a line writes it at its end.
    this.OPTION3({
      GATE: () => encoding === null,
      DEF: () => {
        this.CONSUME3(k.encoding);
        encoding = this.text(this.CONSUME3(t.TextLiteral));
      },
    });
    const statements = this.dataBlock(file.value);
    return {
      kind: "data",
      ...this.head(keyword),
      name: noName,
      title: null,
      statements,
      file,
      sheet,
      encoding,
      period,
    };
  });

  /** The title, and the words of one that lacks its quotation marks or of a name with spaces in it. */
  private title(): ast.Text | null {
    let title: ast.Text | null = null;
    let first: IToken | undefined;
    if (this.RECORDING_PHASE || !this.nextIs(t.TextLiteral)) {
      this.MANY8(() => {
        const word = this.CONSUME8(t.UnitLike);
        first ??= word;
      });
    }
    if (first) this.reportUnquoted(first);
    this.OPTION8(() => {
      title = this.text(this.CONSUME8(t.TextLiteral));
    });
    return title;
  }

  // ---- blocks ----

  /**
   * What reads a block, or nothing where there is none: its lines, each with what wrongly follows it, and the brace
   * that closes it. To be called once in a rule.
   */
  private block(
    kind: Keyword,
    statements: () => readonly ParserMethod<[], ast.Statement>[],
    manyOnALine: boolean,
  ): (name: string) => readonly ast.Statement[] {
    let alternatives: Alternatives<ast.Statement> | undefined;
    return (name) => {
      alternatives ??= [
        ...statements().map((statement, i) => ({ ALT: () => this.subrule(i, statement) })),
        { ALT: () => this.strayStatement(kind) },
      ];
      const list: ast.Statement[] = [];
      const choice = { DEF: alternatives, IGNORE_AMBIGUITIES: true };
      this.OPTION9(() => {
        const brace = this.CONSUME9(t.LBrace);
        this.MANY9(() => {
          this.line(this.LA(1).startOffset, this.or(9, choice), list, manyOnALine);
          this.OPTION6(() => this.CONSUME9(t.EndOfStatement));
        });
        this.closeBlock(brace, name);
      });
      return exact(list);
    };
  }

  private line(start: number, statement: ast.Statement, list: ast.Statement[], manyOnALine: boolean): void {
    const broken = statement.kind === "broken";
    const ended = this.nextIs(t.EndOfStatement) || this.nextIs(t.RBrace);
    let hasRest = false;
    if (this.RECORDING_PHASE || (!ended && (!manyOnALine || broken))) {
      this.OPTION7(() => {
        this.SUBRULE9(this.rest, { ARGS: [broken] });
        hasRest = true;
      });
    }
    if (broken) list.push({ ...statement, start, end: this.endOfLast(start) });
    else list.push(hasRest ? withoutNumbers(statement) : statement);
  }

  private closeBlock(brace: IToken, name: string): void {
    let closed = false;
    this.OPTION5(() => {
      this.CONSUME9(t.RBrace);
      closed = true;
    });
    // Where there is no brace to begin with, that is told already.
    if (!closed && brace.image !== "" && !this.RECORDING_PHASE) {
      this.problems.push(createSyntaxProblem("unclosed-block", tokenSpan(brace), { name }));
    }
  }

  /** What stands on a statement's line behind its end; behind a broken one it is passed over in silence. */
  private readonly rest = this.RULE("rest", (silently: boolean) => {
    const after = this.LA(0);
    const first = this.LA(1);
    const second = this.LA(2);
    const bracketed = this.shareInBrackets();
    this.SUBRULE(this.anything);
    if (silently || this.RECORDING_PHASE) return;
    const span = { start: first.startOffset, end: this.endOfLast(first.startOffset) };
    const isShare = isNumber(after) && first.tokenType === t.Slash && isNumber(second);
    const share = bracketed ?? (isShare ? { numerator: after.image, denominator: second.image } : undefined);
    const hint = share ? shareHint(share) : isCitingWord(after) ? addressHint : "";
    const data = bracketed ?? (share && { denominator: share.denominator });
    this.problems.push(
      createSyntaxProblem("unexpected-text", span, { after: `“${after.image}”`, hint }, data),
    );
  });

  /** The share in "55% (11/20)", as reports and our own tables have it. */
  private shareInBrackets(): { readonly numerator: string; readonly denominator: string } | undefined {
    if (this.RECORDING_PHASE || this.LA(0).tokenType !== t.Percent) return undefined;
    const [open, numerator, of, denominator, close] = [1, 2, 3, 4, 5].map((i) => this.LA(i));
    const isShare =
      open!.tokenType === t.LParen &&
      isNumber(numerator!) &&
      (of!.tokenType === t.Slash || tokenMatcher(of!, t.Of)) &&
      isNumber(denominator!) &&
      close!.tokenType === t.RParen;
    return isShare ? { numerator: numerator!.image, denominator: denominator!.image } : undefined;
  }

  /** A line whose first word begins no statement of its block. */
  private strayStatement(block: Keyword): ast.BrokenStatement {
    const first = this.LA(1);
    this.SUBRULE8(this.anything);
    if (!this.RECORDING_PHASE) {
      const data = { word: first.image, block };
      const holes = { word: first.image, block, hint: "" };
      this.problems.push(createSyntaxProblem("unknown-statement", tokenSpan(first), holes, data));
    }
    return { kind: "broken", keyword: tokenSpan(first), ...this.spanFrom(first) };
  }

  private readonly anything = this.RULE("anything", () => {
    this.AT_LEAST_ONE(() => {
      this.OR([{ ALT: () => this.CONSUME(t.Any) }, { ALT: () => this.SUBRULE(this.strayBlock) }]);
    });
  });

  private readonly strayBlock = this.RULE("strayBlock", () => {
    this.CONSUME(t.LBrace);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(t.EndOfStatement) }, { ALT: () => this.SUBRULE(this.anything) }]);
    });
    this.OPTION(() => this.CONSUME(t.RBrace));
  });

  // ---- statements ----

  private readonly numberStatement = this.textStatement("number");
  private readonly noteStatement = this.textStatement("note");
  private readonly byStatement = this.namesStatement("by");
  private readonly leadStatement = this.namesStatement("lead");
  private readonly withStatement = this.namesStatement("with");
  private readonly servesStatement = this.namesStatement("serves");
  private readonly implementsStatement = this.namesStatement("implements");
  private readonly asideStatement = this.citationsStatement("aside");
  private readonly clauseStatement = this.citationsStatement("clause");
  private readonly baselineStatement = this.valueStatement("baseline");
  private readonly measuredStatement = this.valueStatement("measured");
  private readonly onTrackFromStatement = this.edgeStatement("onTrackFrom");
  private readonly offTrackBelowStatement = this.edgeStatement("offTrackBelow");

  private readonly issuedStatement = this.statement("issued", (): ast.IssuedStatement => {
    const keyword = this.CONSUME(k.issued);
    const period = this.period(this.CONSUME(t.PeriodLike));
    return { kind: "issued", ...this.head(keyword), period };
  });

  private readonly periodStatement = this.statement("period", (): ast.PlanPeriodStatement => {
    const keyword = this.CONSUME(k.period);
    const range = this.SUBRULE(this.periodRange);
    return { kind: "period", ...this.head(keyword), range: this.asYears(range) };
  });

  private readonly documentStatement = this.statement("document", (): ast.DocumentStatement => {
    const keyword = this.CONSUME(k.document);
    const file = this.text(this.CONSUME(t.TextLiteral));
    let as: ast.Name | null = null;
    this.OPTION(() => {
      this.CONSUME(k.as);
      as = this.name(this.CONSUME(t.NameLike));
    });
    return { kind: "document", ...this.head(keyword), file, as };
  });

  private readonly basisStatement = this.statement("basis", (): ast.BasisStatement => {
    const keyword = this.CONSUME(k.basis);
    const text = this.text(this.CONSUME(t.TextLiteral));
    let dated: ast.PeriodNode | null = null;
    this.OPTION(() => {
      this.CONSUME(k.dated);
      dated = this.period(this.CONSUME(t.PeriodLike));
    });
    return { kind: "basis", ...this.head(keyword), text, dated };
  });

  private readonly signedStatement = this.statement("signed", (): ast.SignedStatement => {
    const keyword = this.CONSUME(k.signed);
    const texts: ast.Text[] = [];
    this.AT_LEAST_ONE(() => texts.push(this.text(this.CONSUME(t.TextLiteral))));
    return { kind: "signed", ...this.head(keyword), texts };
  });

  private readonly copiesStatement = this.statement("copies", (): ast.CopiesStatement => {
    const keyword = this.CONSUME(k.copies);
    const texts = this.SUBRULE(this.texts);
    return { kind: "copies", ...this.head(keyword), texts };
  });

  private readonly yearEndsStatement = this.statement("yearEnds", (): ast.YearEndsStatement => {
    const keyword = this.CONSUME(k.yearEnds);
    const day = this.number(this.CONSUME(t.NumberLiteral));
    this.CONSUME(t.Slash);
    const month = this.number(this.CONSUME1(t.NumberLiteral));
    return { kind: "yearEnds", ...this.head(keyword), day, month };
  });

  private readonly wholeStatement = this.statement("whole", (): ast.FlagStatement => {
    const keyword = this.CONSUME(k.whole);
    return { kind: "whole", ...this.head(keyword) };
  });

  private readonly rangeStatement = this.statement("range", (): ast.RangeStatement => {
    const keyword = this.CONSUME(k.range);
    const min = this.SUBRULE(this.signedNumber);
    this.CONSUME(t.DotDot);
    const max = this.SUBRULE1(this.signedNumber);
    return { kind: "range", ...this.head(keyword), min, max };
  });

  private readonly scaleStatement = this.statement("scale", (): ast.ScaleStatement => {
    const keyword = this.CONSUME(k.scale);
    const factor = this.number(this.CONSUME(t.NumberLiteral));
    const unit = this.SUBRULE(this.qualifiedName);
    return { kind: "scale", ...this.head(keyword), factor, unit };
  });

  private readonly decimalsStatement = this.statement("decimals", (): ast.DecimalsStatement => {
    const keyword = this.CONSUME(k.decimals);
    const count = this.number(this.CONSUME(t.NumberLiteral));
    return { kind: "decimals", ...this.head(keyword), count };
  });

  private readonly aggregateStatement = this.statement("aggregate", (): ast.AggregateStatement => {
    const keyword = this.CONSUME(k.aggregate);
    const token = this.OR([
      { ALT: () => this.CONSUME(k.latest) },
      { ALT: () => this.CONSUME(k.sum) },
      { ALT: () => this.CONSUME(k.mean) },
      { ALT: () => this.CONSUME(k.min) },
      { ALT: () => this.CONSUME(k.max) },
    ]);
    const aggregate = (token as t.Token).keyword as ast.AggregateNode;
    return { kind: "aggregate", ...this.head(keyword), aggregate };
  });

  private readonly unitStatement = this.statement("unit", (): ast.UnitStatement => {
    const keyword = this.CONSUME(k.unit);
    const unit = this.OR([
      { ALT: () => this.percent(this.CONSUME(t.Percent)) },
      { ALT: () => this.nameToEnd() },
    ]);
    const { start, end } = this.spanFrom(keyword);
    return { kind: "unit", keyword: tokenSpan(keyword), unit, start, end };
  });

  private readonly entryStatement = this.statement("entry", (): ast.ValueStatement => {
    const indicator = this.qualified(this.CONSUME(t.NameLike));
    let period: ast.PeriodNode | null = null;
    if (this.RECORDING_PHASE || !this.isValueWithoutEqual()) {
      this.OPTION(() => {
        period = this.period(this.CONSUME(t.PeriodLike));
      });
    }
    const category = this.categoryOfValue();
    this.CONSUME(t.Equal);
    const value = this.SUBRULE(this.value);
    const evidence = this.evidence();
    const { start } = indicator;
    const end = this.endOfLast(start);
    return { kind: "entry", keyword: indicator, indicator, period, category, value, evidence, start, end };
  });

  /** `x 55%`, where `x 2024 = 55%` has a period. */
  private isValueWithoutEqual(): boolean {
    const [first, second] = [this.LA(1), this.LA(2)];
    if (first.tokenType !== t.NumberLiteral || /^\d{4}$/u.test(first.image)) return false;
    return second.tokenType !== t.Equal && second.tokenType !== k.for;
  }

  private readonly targetStatement = this.statement("target", (): ast.TargetStatement => {
    const keyword = this.CONSUME(k.target);
    const first = this.LA(1);
    let when = this.SUBRULE(this.when);
    const whenSpan = this.spanFrom(first);
    let categories: readonly ast.QualifiedName[] = none;
    if (this.nextIs(k.for)) {
      this.OPTION(() => {
        this.CONSUME(k.for);
        categories = this.SUBRULE(this.names);
      });
    }
    const comparator = this.SUBRULE(this.comparator);
    // The range of a recurring target may also stand at the end: `every month >= 1 in 2022..2025`.
    if (this.RECORDING_PHASE || (when.kind === "every" && when.range === null)) {
      this.OPTION1(() => {
        this.CONSUME(k.in);
        const range = this.SUBRULE(this.periodRange);
        if (when.kind === "every") when = { ...when, range };
      });
    }
    const { start, end } = this.spanFrom(keyword);
    return {
      kind: "target",
      keyword: tokenSpan(keyword),
      when,
      whenSpan,
      categories,
      comparator,
      start,
      end,
    };
  });

  private readonly formulaStatement = this.statement("formula", (): ast.FormulaStatement => {
    const keyword = this.CONSUME(k.formula);
    this.CONSUME(t.Equal);
    this.operations = 0;
    const formula = this.SUBRULE(this.sum);
    return { kind: "formula", ...this.head(keyword), formula };
  });

  private readonly pathStatement = this.statement("path", (): ast.PathStatement => {
    const keyword = this.CONSUME(k.path);
    this.CONSUME(k.linear);
    return { kind: "path", ...this.head(keyword), path: "linear" };
  });

  private readonly pathNoneStatement = this.statement("pathNone", (): ast.PathStatement => {
    const keyword = this.CONSUME(k.pathNone);
    return { kind: "path", ...this.head(keyword), path: "none" };
  });

  private readonly explainStatement = this.statement("explain", (): ast.ExplainStatement => {
    const keyword = this.CONSUME(k.explain);
    const period = this.period(this.CONSUME(t.PeriodLike));
    const text = this.text(this.CONSUME(t.TextLiteral));
    return { kind: "explain", ...this.head(keyword), period, text };
  });

  private readonly dueStatement = this.statement("due", (): ast.DueStatement => {
    const keyword = this.CONSUME(k.due);
    const first = this.LA(1);
    const when = this.SUBRULE(this.when);
    const whenSpan = this.spanFrom(first);
    return { kind: "due", ...this.head(keyword), when, whenSpan };
  });

  private readonly doneStatement = this.statement("done", (): ast.DoneStatement => {
    const keyword = this.CONSUME(k.done);
    const period = this.period(this.CONSUME(t.PeriodLike));
    const evidence = this.evidence();
    return { kind: "done", ...this.head(keyword), period, evidence };
  });

  private readonly categoryStatement = this.statement("category", (): ast.CategoryStatement => {
    const token = this.CONSUME(t.NameLike);
    const name = this.name(token);
    const title = this.evidence();
    const head = this.head(token);
    // They need nothing between them, and many write what they would elsewhere.
    this.OPTION(() => this.CONSUME(t.Comma));
    return { kind: "categoryDeclaration", ...head, name, title };
  });

  private readonly columnStatement = this.statement("column", (): ast.ColumnStatement => {
    const keyword = this.OR([
      { ALT: () => this.CONSUME(k.indicator) },
      { ALT: () => this.CONSUME(k.period) },
      { ALT: () => this.CONSUME(k.value) },
      { ALT: () => this.CONSUME(k.category) },
      { ALT: () => this.CONSUME(k.evidence) },
      { ALT: () => this.CONSUME(k.periods) },
    ]);
    const headers = this.SUBRULE(this.texts);
    const column = (keyword as t.Token).keyword as ast.ColumnStatement["column"];
    return { kind: "column", ...this.head(keyword), column, headers };
  });

  /** A rule that loses its line, and no more, when something in it is wrong. */
  private statement<Node extends ast.Statement>(
    name: string,
    body: () => Node,
  ): ParserMethod<[], ast.Statement> {
    return this.RULE(`${name}Statement`, body as () => ast.Statement, recovering);
  }

  private textStatement(kind: ast.TextStatement["kind"]): ParserMethod<[], ast.Statement> {
    return this.statement(kind, (): ast.TextStatement => {
      const keyword = this.CONSUME(k[kind]);
      const text = this.text(this.CONSUME(t.TextLiteral));
      return { kind, ...this.head(keyword), text };
    });
  }

  private namesStatement(kind: ast.NamesStatement["kind"]): ParserMethod<[], ast.Statement> {
    return this.statement(kind, (): ast.NamesStatement => {
      const keyword = this.CONSUME(k[kind]);
      const names = this.SUBRULE(this.namesToEnd);
      const { start, end } = this.spanFrom(keyword);
      return { kind, keyword: tokenSpan(keyword), names, start, end };
    });
  }

  private citationsStatement(kind: "clause" | "aside"): ParserMethod<[], ast.Statement> {
    return this.statement(kind, (): ast.ClauseStatement | ast.AsideStatement => {
      const keyword = this.CONSUME(k[kind]);
      const citations: ast.CitationNode[] = [];
      this.AT_LEAST_ONE_SEP({
        SEP: t.Comma,
        DEF: () => {
          const citation = this.citation();
          // Behind a comma the next address is still to come.
          if (citation.address.text !== "") citations.push(citation);
        },
      });
      const { start, end } = this.spanFrom(keyword);
      return { kind, keyword: tokenSpan(keyword), citations: exact(citations), start, end };
    });
  }

  private citation(): ast.CitationNode {
    const token = this.CONSUME(t.AddressToken);
    let document: ast.Name | null = null;
    if (this.nextIs(k.in)) {
      this.OPTION(() => {
        this.CONSUME(k.in);
        document = this.name(this.CONSUME(t.NameLike));
      });
    }
    const words = this.evidence();
    const text = token.image.normalize("NFC").replace(/\.$/, "");
    const place = tokenSpan(token);
    const address = { start: place.start, end: place.end, text };
    return { address, document, words, start: place.start, end: this.endOfLast(place.start) };
  }

  private valueStatement(kind: "baseline" | "measured"): ParserMethod<[], ast.Statement> {
    return this.statement(kind, (): ast.ValueStatement => {
      const keyword = this.CONSUME(k[kind]);
      const period = this.period(this.CONSUME(t.PeriodLike));
      const category = this.categoryOfValue();
      this.CONSUME(t.Equal);
      const value = this.SUBRULE(this.value);
      const evidence = this.evidence();
      const { start, end } = this.spanFrom(keyword);
      return {
        kind,
        keyword: tokenSpan(keyword),
        indicator: null,
        period,
        category,
        value,
        evidence,
        start,
        end,
      };
    });
  }

  private edgeStatement(kind: ast.EdgeStatement["kind"]): ParserMethod<[], ast.Statement> {
    return this.statement(kind, (): ast.EdgeStatement => {
      const keyword = this.CONSUME(k[kind]);
      const value = this.SUBRULE(this.value);
      return { kind, ...this.head(keyword), value };
    });
  }

  // ---- parts ----

  /** `for female`, before the `=` of a value. */
  private categoryOfValue(): ast.QualifiedName | null {
    let category: ast.QualifiedName | null = null;
    if (this.nextIs(k.for)) {
      this.OPTION7(() => {
        this.CONSUME7(k.for);
        category = this.SUBRULE7(this.qualifiedName);
      });
    }
    return category;
  }

  /** A text at the end of a statement, or none. */
  private evidence(): ast.Text | null {
    let evidence: ast.Text | null = null;
    if (this.nextIs(t.TextLiteral)) {
      this.OPTION8(() => {
        evidence = this.text(this.CONSUME8(t.TextLiteral));
      });
    }
    return evidence;
  }

  private readonly texts = this.part("texts", (): readonly ast.Text[] => {
    const texts: ast.Text[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => {
        const token = this.CONSUME(t.TextLiteral);
        if (token.image !== "") texts.push(this.text(token));
      },
    });
    return texts;
  });

  private readonly qualifiedName = this.part("qualifiedName", (): ast.QualifiedName => {
    return this.qualified(this.CONSUME(t.NameLike));
  });

  /** The name that begins with a token, and the part behind its dot. */
  private qualified(first: IToken): ast.QualifiedName {
    let second: IToken | undefined;
    if (this.nextIs(t.Dot)) {
      this.OPTION9(() => {
        this.CONSUME9(t.Dot);
        second = this.CONSUME9(t.NameLike);
      });
    }
    const name = this.name(first);
    if (!second) return { start: name.start, end: name.end, qualifier: null, name };
    return { start: name.start, end: this.endOfLast(name.start), qualifier: name, name: this.name(second) };
  }

  private readonly names = this.part("names", (): readonly ast.QualifiedName[] => {
    const names: ast.QualifiedName[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => names.push(this.qualified(this.CONSUME(t.NameLike))),
    });
    return exact(names);
  });

  private readonly namesToEnd = this.part("namesToEnd", (): readonly ast.QualifiedName[] => {
    const names: ast.QualifiedName[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => names.push(this.nameToEnd()) });
    return exact(names);
  });

  /**
   * A name behind which nothing else stands. One of several words is what somebody is called and not a name; it stands
   * for nothing, and the name is found by it.
   */
  private nameToEnd(): ast.QualifiedName {
    const name = this.qualified(this.CONSUME1(t.NameLike));
    const next = this.LA(1);
    if (!this.RECORDING_PHASE && !(isWord(next) && isProse(name.name.text + next.image))) return name;
    const words = [name.name.text];
    this.MANY2({
      GATE: () => isWord(this.LA(1)),
      DEF: () => words.push(this.CONSUME2(t.NameLike).image),
    });
    const { start } = name;
    const end = this.endOfLast(start);
    const text = words.join(" ").normalize("NFC");
    return { start, end, qualifier: name.qualifier, name: { start: name.name.start, end, text } };
  }

  private whenAlternatives: Alternatives<ast.WhenNode> | undefined;

  private readonly when = this.part("when", (): ast.WhenNode => {
    this.whenAlternatives ??= [
      { ALT: () => ({ kind: "period" as const, range: this.rangeFrom() }) },
      { ALT: () => this.SUBRULE(this.recurring) },
      {
        ALT: () => {
          this.CONSUME(k.total);
          return { kind: "total" as const, range: this.SUBRULE(this.periodRange) };
        },
      },
    ];
    return this.OR(this.whenAlternatives);
  });

  private readonly recurring = this.part("recurring", (): ast.WhenNode => {
    this.CONSUME(k.every);
    const cadence = this.SUBRULE(this.cadence);
    let range: ast.PeriodRangeNode | null = null;
    this.OPTION(() => {
      this.CONSUME(k.in);
      range = this.SUBRULE(this.periodRange);
    });
    return { kind: "every", cadence, range };
  });

  private readonly cadence = this.part("cadence", (): ast.CadenceNode => {
    const token = this.OR([
      { ALT: () => this.CONSUME(k.year) },
      { ALT: () => this.CONSUME(k.half) },
      { ALT: () => this.CONSUME(k.quarter) },
      { ALT: () => this.CONSUME(k.month) },
    ]);
    return (token as t.Token).keyword as ast.CadenceNode;
  });

  private readonly periodRange = this.part("periodRange", (): ast.PeriodRangeNode => this.rangeFrom());

  private rangeFrom(): ast.PeriodRangeNode {
    const from = this.period(this.CONSUME8(t.PeriodLike));
    let open = false;
    let to: ast.PeriodNode | null = null;
    if (this.nextIs(t.DotDot)) {
      this.OPTION8(() => {
        this.CONSUME8(t.DotDot);
        open = true;
        this.OPTION9(() => {
          to = this.period(this.CONSUME9(t.PeriodLike));
          open = false;
        });
      });
    }
    return { from, open, to, start: from.start, end: this.endOfLast(from.start) };
  }

  private comparatorAlternatives: Alternatives<ast.ComparatorNode> | undefined;

  private readonly comparator = this.part("comparator", (): ast.ComparatorNode => {
    this.comparatorAlternatives ??= [
      {
        ALT: () => {
          const kind = comparisonOf(this.CONSUME(t.Comparison));
          const value = this.SUBRULE(this.value);
          const bound = t.boundOf(this.LA(1) as t.Token);
          const isBound = bound !== undefined && (kind === "reach" || kind === bound);
          if (!this.RECORDING_PHASE && !isBound) return { kind, value };
          this.OPTION1(() => this.CONSUME(t.Bound));
          return { kind: bound ?? kind, value };
        },
      },
      { ALT: () => this.SUBRULE(this.between) },
      { ALT: () => this.SUBRULE(this.about) },
    ];
    // "đạt ít nhất 60%": the verb says nothing beside what follows it.
    if (this.RECORDING_PHASE || (this.nextIs(k.reach) && startsComparator(this.LA(2)))) {
      this.OPTION(() => this.CONSUME(k.reach));
    }
    return this.OR(this.comparatorAlternatives);
  });

  private readonly between = this.part("between", (): ast.ComparatorNode => {
    this.CONSUME(k.between);
    const value = this.SUBRULE(this.value);
    // "từ 60% trở lên"
    const bound = t.boundOf(this.LA(1) as t.Token);
    if (this.RECORDING_PHASE || bound !== undefined) {
      this.OPTION(() => this.CONSUME(t.Bound));
      if (bound !== undefined) return { kind: bound, value };
    }
    this.CONSUME(k.and);
    return { kind: "between", value, upper: this.SUBRULE1(this.value) };
  });

  private readonly about = this.part("about", (): ast.ComparatorNode => {
    this.CONSUME(k.about);
    const value = this.SUBRULE(this.value);
    let tolerance: ast.ValueNode | null = null;
    this.OPTION(() => {
      this.CONSUME(k.within);
      tolerance = this.SUBRULE1(this.value);
    });
    return { kind: "about", value, tolerance };
  });

  /** `60%`, `9 of 20`, `baseline * 0,9`: one rule, since there is no node that occurs more often. */
  private readonly value = this.part("value", (): ast.ValueNode => {
    let baseline: IToken | undefined;
    let operator: IToken | undefined;
    let minus: IToken | undefined;
    if (this.RECORDING_PHASE || !this.nextIs(t.NumberLiteral)) {
      this.OPTION(() => {
        baseline = this.CONSUME(k.baseline);
        operator = this.SUBRULE(this.operator);
      });
      this.OPTION1(() => {
        minus = this.CONSUME(t.Minus);
      });
    }
    const number = this.signed(minus, this.number(this.CONSUME(t.NumberLiteral)));
    let denominator: ast.NumberNode | null = null;
    let unit: ast.QualifiedName | null = null;
    if (this.RECORDING_PHASE || !this.nextIs(t.EndOfStatement)) {
      this.OPTION2(() => {
        this.CONSUME(t.Of);
        denominator = this.number(this.CONSUME1(t.NumberLiteral));
      });
      this.OPTION3(() => {
        const mark = this.CONSUME(t.UnitMark);
        unit = mark.tokenType === t.Percent ? this.percent(mark) : this.qualified(mark);
      });
    }
    const { start } = number;
    const end = this.endOfLast(start);
    if (baseline && operator)
      return this.relative(baseline, operator, { kind: "number", number, unit, start, end });
    if (denominator) return { kind: "share", numerator: number, denominator, unit, start, end };
    return { kind: "number", number, unit, start, end };
  });

  private relative(baseline: IToken, operator: IToken, operand: ast.NumberValue): ast.BaselineValue {
    const sign = operator.tokenType === t.Star ? "*" : operator.tokenType === t.Plus ? "+" : "-";
    return { kind: "baseline", operator: sign, operand, start: tokenSpan(baseline).start, end: operand.end };
  }

  private readonly operator = this.part("operator", (): IToken => {
    return this.OR([
      { ALT: () => this.CONSUME(t.Star) },
      { ALT: () => this.CONSUME(t.Plus) },
      { ALT: () => this.CONSUME(t.Minus) },
    ]);
  });

  private readonly signedNumber = this.part("signedNumber", (): ast.NumberNode => {
    let minus: IToken | undefined;
    this.OPTION(() => {
      minus = this.CONSUME(t.Minus);
    });
    return this.signed(minus, this.number(this.CONSUME(t.NumberLiteral)));
  });

  private signed(minus: IToken | undefined, number: ast.NumberNode): ast.NumberNode {
    if (!minus || number.decimal === "") return number;
    return { ...number, start: tokenSpan(minus).start, decimal: `-${number.decimal}` };
  }

  /** A tree of operations is as deep as they are many, so a formula that goes on for ever ends before the stack does. */
  private readonly mayOperate = (): boolean => this.operations < maxOperations;

  private readonly sum = this.part("sum", (): ast.FormulaNode => {
    const first = this.LA(1);
    let left = this.SUBRULE(this.product);
    this.MANY({
      GATE: this.mayOperate,
      DEF: () => {
        const operator = this.OR([{ ALT: () => this.CONSUME(t.Plus) }, { ALT: () => this.CONSUME(t.Minus) }]);
        const right = this.SUBRULE1(this.product);
        const sign = operator.tokenType === t.Plus ? "+" : "-";
        left = { kind: "operation", operator: sign, left, right, ...this.spanFrom(first) };
        this.operations += 1;
      },
    });
    return left;
  });

  private readonly product = this.part("product", (): ast.FormulaNode => {
    const first = this.LA(1);
    let left = this.SUBRULE(this.factor);
    this.MANY({
      GATE: this.mayOperate,
      DEF: () => {
        const operator = this.OR([{ ALT: () => this.CONSUME(t.Star) }, { ALT: () => this.CONSUME(t.Slash) }]);
        const right = this.SUBRULE1(this.factor);
        const sign = operator.tokenType === t.Star ? "*" : "/";
        left = { kind: "operation", operator: sign, left, right, ...this.spanFrom(first) };
        this.operations += 1;
      },
    });
    return left;
  });

  private readonly factor = this.part("factor", (): ast.FormulaNode => {
    return this.OR([
      {
        ALT: () => {
          const number = this.number(this.CONSUME(t.NumberLiteral));
          return { kind: "number" as const, number, start: number.start, end: number.end };
        },
      },
      {
        ALT: () => {
          const name = this.SUBRULE(this.qualifiedName);
          return { kind: "name" as const, name, start: name.start, end: name.end };
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.LParen);
          const inner = this.SUBRULE(this.sum);
          this.CONSUME(t.RParen);
          return inner;
        },
      },
    ]);
  });

  /** A rule below a statement: it leaves recovery to the statement. */
  private part<Node>(name: string, body: () => Node): ParserMethod<[], Node> {
    return this.RULE(name, body, { resyncEnabled: false });
  }

  // ---- nodes from tokens ----

  /**
   * Is the next token of exactly this type? Most optional parts are absent, and asking this first spares the parser
   * the way through its lookahead. True while the grammar is recorded, so that every part is seen then.
   */
  private nextIs(type: TokenType): boolean {
    return this.RECORDING_PHASE || this.LA(1).tokenTypeIdx === type.tokenTypeIdx;
  }

  private head(keyword: IToken): { keyword: TextSpan } & TextSpan {
    return { keyword: tokenSpan(keyword), ...this.spanFrom(keyword) };
  }

  private spanFrom(first: IToken): TextSpan {
    const start = tokenSpan(first).start;
    return { start, end: this.endOfLast(start) };
  }

  /** Where the last token that was read ends; inserted tokens have no place and don't count. */
  private endOfLast(least: number): number {
    const end = this.LA(0).endOffset;
    return end === undefined || !(end >= 0) ? least : Math.max(least, end + 1);
  }

  private name(token: IToken): ast.Name {
    const { start, end } = this.placeOf(token);
    const { image } = token;
    if (!plainName.test(image)) {
      if (/\s/u.test(image)) this.reportWords(token, image);
      return { start, end, text: image.normalize("NFC") };
    }
    return { start, end, text: image };
  }

  private text(token: IToken): ast.Text {
    const { start, end } = this.placeOf(token);
    return { start, end, value: unquote(token.image) };
  }

  private percent(token: IToken): ast.QualifiedName {
    const span = this.placeOf(token);
    return { ...span, qualifier: null, name: { ...span, text: "percent" } };
  }

  private number(token: IToken): ast.NumberNode {
    const { start, end } = this.placeOf(token);
    const parsed = this.decimals.get(token.image) ?? this.decimal(token.image);
    if (parsed) return { start, end, decimal: parsed.decimal, thousandsMark: parsed.thousandsMark };
    if (token.image !== "" && token.tokenType !== t.TooDeep && !this.RECORDING_PHASE) {
      this.reportNumber(token);
    }
    return { start, end, decimal: "", thousandsMark: null };
  }

  private decimal(image: string): ReadNumber | undefined {
    const parsed = parseDecimal(image);
    if (this.decimals.size > 10_000) this.decimals.clear();
    if (parsed) this.decimals.set(image, parsed);
    return parsed;
  }

  /** A token's span; one that recovery inserted stands, empty, behind the token before it. */
  private placeOf(token: IToken): TextSpan {
    if (hasPlace(token)) return tokenSpan(token);
    const end = this.endOfLast(0);
    return { start: end, end };
  }

  private period(token: IToken): ast.PeriodNode {
    const span = this.placeOf(token);
    let literal = this.literal(token.image);
    if (!literal && token.image !== "") literal = this.unspelledPeriod(token);
    return { start: span.start, end: span.end, literal };
  }

  /** `2021-2030`, which is no period, as the years that a plan goes through. */
  private asYears(range: ast.PeriodRangeNode): ast.PeriodRangeNode {
    if (this.RECORDING_PHASE || range.from.literal !== null || range.open) return range;
    const [from, to] = rangeOfYears(this.LA(0).image)?.split("..") ?? [];
    if (from === undefined || to === undefined) return range;
    const { start, end } = range.from;
    return {
      ...range,
      from: { start, end, literal: this.literal(from) },
      to: { start, end, literal: this.literal(to) },
    };
  }

  /** The few years of a plan are written again and again: one object for each. */
  private literal(image: string): PeriodLiteral | null {
    const known = this.literals.get(image);
    if (known !== undefined) return known;
    const literal = parsePeriodLiteral(image) ?? null;
    if (this.literals.size > 10_000) this.literals.clear();
    this.literals.set(image, literal);
    return literal;
  }

  // ---- problems that the tokens' order does not show ----

  private reportNumber(token: IToken): void {
    const number = rewrittenNumber(token.image);
    const example = number ?? bilingual("such as 18_000", "ví dụ 18_000");
    const holes = { text: token.image, example };
    this.problems.push(
      createSyntaxProblem("invalid-number", tokenSpan(token), holes, number ? { number } : undefined),
    );
  }

  /** Reports what is no period as the language writes it, and answers the one that it surely means all the same. */
  private unspelledPeriod(token: IToken): PeriodLiteral | null {
    if (this.RECORDING_PHASE) return null;
    const { image } = token;
    const meant = readPeriodWords(image);
    const range = rangeOfYears(image);
    const answer = meant && { period: meant.spelling, unit: meant.literal.unit };
    const data = answer ?? (range === undefined ? undefined : { range });
    this.problems.push(
      createSyntaxProblem("invalid-period", tokenSpan(token), { text: image, fault: "", hint: "" }, data),
    );
    return meant?.literal ?? null;
  }

  private reportWords(token: IToken, text: string): void {
    const example = text.trim().toLowerCase().replace(/\s+/gu, "_");
    this.problems.push(createSyntaxProblem("name-of-several-words", tokenSpan(token), { text, example }));
  }

  private reportUnquoted(first: IToken): void {
    if (this.RECORDING_PHASE) return;
    const span = this.spanFrom(first);
    this.problems.push(
      createSyntaxProblem("syntax-error", span, { expected: "", found: "" }, { expected: "title" }),
    );
  }

  private reportLeftover(first: IToken, declaration: ast.Declaration | null): void {
    if (this.RECORDING_PHASE) return;
    const span = tokenSpan(first);
    if (declaration) {
      const after = first.tokenType === t.RBrace ? "}" : this.LA(0).image;
      this.problems.push(createSyntaxProblem("unexpected-text", span, { after: `“${after}”`, hint: "" }));
      return;
    }
    this.problems.push(
      createSyntaxProblem(
        "unknown-declaration",
        span,
        { word: first.image, hint: "" },
        { word: first.image },
      ),
    );
  }
}

/** A word that begins no line of an indicator or a task. */
function isWord(token: IToken): boolean {
  if (token.tokenType === t.EndOfStatement) return false;
  return tokenMatcher(token, t.NameLike) && !lineStarters.has((token as t.Token).keyword);
}

/** Nobody gives names with capitals or diacritics and then another without; a plain word is followed by a slip. */
function isProse(words: string): boolean {
  return /[^\d_a-z]/u.test(words);
}

const lineStarters: ReadonlySet<Keyword | undefined> = new Set<Keyword>([
  ...(["clause", "unit", "baseline", "target", "measured", "formula", "lead", "with"] as const),
  ...(["due", "done", "serves", "explain", "note", "in"] as const),
]);

/** `at least`, `between`, `about`: what says more than `reach` before it. */
function startsComparator(token: IToken): boolean {
  // The usual case, without the way through the categories.
  if (token.tokenType === t.NumberLiteral || token.tokenType === k.reach) return false;
  return [t.Comparison, k.between, k.about].some((type) => tokenMatcher(token, type));
}

/** The comparison that a token stands for, as a sign or in words. */
function comparisonOf(token: IToken): Exclude<ast.ComparatorNode["kind"], "between" | "about"> {
  switch ((token as t.Token).keyword ?? token.tokenType) {
    case "reach":
      return "reach";
    case "atLeast":
    case t.AtLeast:
      return ">=";
    case "atMost":
    case t.AtMost:
      return "<=";
    case "above":
    case "aboveOrOf":
    case t.Above:
      return ">";
    case "below":
    case t.Below:
      return "<";
    default:
      return "=";
  }
}

function isNumber(token: IToken): boolean {
  return token.tokenType === t.NumberLiteral;
}

/** How an official begins to cite a clause: "mục II.1", "khoản 1 mục II". */
const citingWords: ReadonlySet<string> = new Set(
  "mục tiểu khoản điểm điều chương phần phụ đoạn section clause article point paragraph annex".split(" "),
);

function isCitingWord({ tokenType, image }: IToken): boolean {
  return tokenType === t.AddressToken && citingWords.has(image.normalize("NFC").toLowerCase());
}

const addressHint = bilingual(
  " A clause is named by its address alone, such as II.1-1.",
  " Điều khoản được ghi chỉ bằng địa chỉ, ví dụ II.1-1.",
);

function shareHint({ numerator, denominator }: { numerator: string; denominator: string }): LocalText {
  return bilingual(
    ` A share is written “${numerator} of ${denominator}”.`,
    ` Tỷ lệ được viết là “${numerator} trên ${denominator}”.`,
  );
}

const none: readonly never[] = [];

const plainName = /^\w+$/;

const noName: ast.Name = { start: 0, end: 0, text: "" };

const brokenStatement: ast.BrokenStatement = {
  kind: "broken",
  keyword: { start: 0, end: 0 },
  start: 0,
  end: 0,
};

const recovering = { recoveryValueFunc: (): ast.Statement => brokenStatement };

/** False for the end of the text and for tokens that recovery inserted: their offsets are NaN or negative. */
export function hasPlace(token: IToken): boolean {
  return token.startOffset >= 0 && token.tokenType !== EOF;
}

export function tokenSpan(token: IToken): TextSpan {
  if (!hasPlace(token)) return { start: 0, end: 0 };
  return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
}
