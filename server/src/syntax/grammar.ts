import { EmbeddedActionsParser, EOF, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import type { TextSpan } from "../text/text-span.ts";
import type * as ast from "./ast.ts";
import { grammarErrorMessages } from "./expectations.ts";
import type { Keyword } from "./keywords.ts";
import { parseDecimal, parsePeriodLiteral } from "./literals.ts";
import { createSyntaxProblem, type SyntaxProblem } from "./syntax-problem.ts";
import { unquote } from "./text-literal.ts";
import * as t from "./tokens.ts";

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
    const title = this.SUBRULE(this.title);
    let partOf: ast.QualifiedName | null = null;
    this.OPTION(() => {
      this.CONSUME(k.in);
      partOf = this.SUBRULE(this.qualifiedName);
    });
    return { kind: "body", ...this.head(keyword), name, title, statements: [], partOf };
  });

  private readonly planDeclaration = this.blockDeclaration("plan", () => this.planLine);
  private readonly unitDeclaration = this.blockDeclaration("unit", () => this.unitLine);
  private readonly dimensionDeclaration = this.blockDeclaration("dimension", () => this.dimensionLine);
  private readonly indicatorDeclaration = this.blockDeclaration("indicator", () => this.indicatorLine);
  private readonly taskDeclaration = this.blockDeclaration("task", () => this.taskLine);

  private blockDeclaration(
    kind: ast.BlockDeclaration["kind"],
    statement: () => ParserMethod<[], ast.Statement>,
  ): ParserMethod<[], ast.BlockDeclaration> {
    return this.RULE(`${kind}Declaration`, (): ast.BlockDeclaration => {
      const keyword = this.CONSUME(k[kind]);
      const name = this.name(this.CONSUME(t.NameLike));
      const title = this.SUBRULE(this.title);
      const statements: ast.Statement[] = [];
      this.OPTION(() => {
        const brace = this.CONSUME(t.LBrace);
        this.MANY(() => this.statementOrEnd(statement(), statements, kind === "dimension"));
        this.closeBlock(brace, name.text || keyword.image);
      });
      return { kind, ...this.head(keyword), name, title, statements };
    });
  }

  private readonly reportDeclaration = this.RULE("reportDeclaration", (): ast.ReportDeclaration => {
    const keyword = this.CONSUME(k.report);
    const period = this.SUBRULE(this.period);
    const title = this.SUBRULE(this.title);
    const statements: ast.Statement[] = [];
    this.OPTION(() => {
      const brace = this.CONSUME(t.LBrace);
      this.MANY(() => this.statementOrEnd(this.reportLine, statements, false));
      this.closeBlock(brace, keyword.image);
    });
    return { kind: "report", ...this.head(keyword), name: noName, title, statements, period };
  });

  private readonly dataDeclaration = this.RULE("dataDeclaration", (): ast.DataDeclaration => {
    const keyword = this.CONSUME(k.data);
    const file = this.text(this.CONSUME(t.TextLiteral));
    let sheet: ast.Text | ast.NumberNode | null = null;
    let period: ast.PeriodNode | null = null;
    this.OPTION(() => {
      this.CONSUME(k.sheet);
      sheet = this.OR1([
        { ALT: () => this.text(this.CONSUME1(t.TextLiteral)) },
        { ALT: () => this.number(this.CONSUME(t.NumberLiteral)) },
      ]);
    });
    this.OPTION1(() => {
      this.CONSUME(k.period);
      period = this.SUBRULE(this.period);
    });
    const statements: ast.Statement[] = [];
    this.OPTION2(() => {
      const brace = this.CONSUME(t.LBrace);
      this.MANY(() => this.statementOrEnd(this.dataLine, statements, true));
      this.closeBlock(brace, file.value);
    });
    return {
      kind: "data",
      ...this.head(keyword),
      name: noName,
      title: null,
      statements,
      file,
      sheet,
      period,
    };
  });

  /** The title, and the words of one that lacks its quotation marks or of a name with spaces in it. */
  private readonly title = this.RULE("title", (): ast.Text | null => {
    let title: ast.Text | null = null;
    let first: IToken | undefined;
    this.MANY(() => {
      const word = this.CONSUME(t.UnitLike);
      first ??= word;
    });
    if (first) this.reportUnquoted(first);
    this.OPTION(() => {
      title = this.text(this.CONSUME(t.TextLiteral));
    });
    return title;
  });

  // ---- blocks ----

  /** One turn of a block's loop: a statement with what wrongly follows it on its line, or the end of a line. */
  private statementOrEnd(
    rule: ParserMethod<[], ast.Statement>,
    statements: ast.Statement[],
    manyOnALine: boolean,
  ): void {
    this.OR([
      { ALT: () => this.CONSUME(t.EndOfStatement) },
      {
        ALT: () => {
          const start = this.LA(1).startOffset;
          const statement = this.SUBRULE(rule);
          const broken = statement.kind === "broken";
          this.OPTION7({
            GATE: () => broken || !manyOnALine,
            DEF: () => this.SUBRULE(this.rest, { ARGS: [broken] }),
          });
          statements.push(broken ? { ...statement, start, end: this.endOfLast(start) } : statement);
        },
      },
    ]);
  }

  private closeBlock(brace: IToken, name: string): void {
    let closed = false;
    this.OPTION8(() => {
      this.CONSUME(t.RBrace);
      closed = true;
    });
    if (!closed) {
      this.problems.push(createSyntaxProblem("unclosed-block", tokenSpan(brace), { name }));
    }
  }

  /** What stands on a statement's line behind its end; behind a broken one it is passed over in silence. */
  private readonly rest = this.RULE("rest", (silently: boolean) => {
    const after = this.LA(0);
    const first = this.LA(1);
    this.SUBRULE(this.anything);
    if (silently || this.RECORDING_PHASE) return;
    const span = { start: first.startOffset, end: this.endOfLast(first.startOffset) };
    this.problems.push(createSyntaxProblem("unexpected-text", span, { after: `“${after.image}”` }));
  });

  /** A line whose first word begins no statement of its block. */
  private strayStatement(block: Keyword): ast.BrokenStatement {
    const first = this.LA(1);
    this.SUBRULE(this.anything);
    this.problems.push(
      createSyntaxProblem(
        "unknown-statement",
        tokenSpan(first),
        { word: first.image, block, hint: "" },
        {
          word: first.image,
          block,
        },
      ),
    );
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

  private statementRule(
    name: string,
    block: Keyword,
    alternatives: () => Alternatives<ast.Statement>,
  ): ParserMethod<[], ast.Statement> {
    let cached: Alternatives<ast.Statement> | undefined;
    return this.RULE(
      name,
      (): ast.Statement => {
        cached ??= [...alternatives(), { ALT: () => this.strayStatement(block) }];
        return this.OR({ DEF: cached, IGNORE_AMBIGUITIES: true });
      },
      { recoveryValueFunc: () => brokenStatement },
    );
  }

  private readonly planLine = this.statementRule("planLine", "plan", () => [
    { ALT: () => this.SUBRULE(this.numberStatement) },
    { ALT: () => this.SUBRULE(this.noteStatement) },
    { ALT: () => this.SUBRULE(this.issuedStatement) },
    { ALT: () => this.SUBRULE(this.byStatement) },
    { ALT: () => this.SUBRULE(this.planPeriodStatement) },
    { ALT: () => this.SUBRULE(this.documentStatement) },
    { ALT: () => this.SUBRULE(this.basisStatement) },
    { ALT: () => this.SUBRULE(this.signedStatement) },
    { ALT: () => this.SUBRULE(this.copiesStatement) },
    { ALT: () => this.SUBRULE(this.implementsStatement) },
    { ALT: () => this.SUBRULE(this.asideStatement) },
    { ALT: () => this.SUBRULE(this.yearEndsStatement) },
  ]);

  private readonly unitLine = this.statementRule("unitLine", "unit", () => [
    { ALT: () => this.SUBRULE(this.wholeStatement) },
    { ALT: () => this.SUBRULE(this.rangeStatement) },
    { ALT: () => this.SUBRULE(this.scaleStatement) },
    { ALT: () => this.SUBRULE(this.decimalsStatement) },
    { ALT: () => this.SUBRULE(this.aggregateStatement) },
  ]);

  private readonly indicatorLine = this.statementRule("indicatorLine", "indicator", () => [
    { ALT: () => this.SUBRULE(this.clauseStatement) },
    { ALT: () => this.SUBRULE(this.unitStatement) },
    { ALT: () => this.SUBRULE(this.baselineStatement) },
    { ALT: () => this.SUBRULE(this.targetStatement) },
    { ALT: () => this.SUBRULE(this.measuredStatement) },
    { ALT: () => this.SUBRULE(this.formulaStatement) },
    { ALT: () => this.SUBRULE(this.aggregateStatement) },
    { ALT: () => this.SUBRULE(this.leadStatement) },
    { ALT: () => this.SUBRULE(this.withStatement) },
    { ALT: () => this.SUBRULE(this.implementsStatement) },
    { ALT: () => this.SUBRULE(this.pathStatement) },
    { ALT: () => this.SUBRULE(this.pathNoneStatement) },
    { ALT: () => this.SUBRULE(this.onTrackStatement) },
    { ALT: () => this.SUBRULE(this.offTrackStatement) },
    { ALT: () => this.SUBRULE(this.explainStatement) },
    { ALT: () => this.SUBRULE(this.noteStatement) },
  ]);

  private readonly taskLine = this.statementRule("taskLine", "task", () => [
    { ALT: () => this.SUBRULE(this.clauseStatement) },
    { ALT: () => this.SUBRULE(this.leadStatement) },
    { ALT: () => this.SUBRULE(this.withStatement) },
    { ALT: () => this.SUBRULE(this.dueStatement) },
    { ALT: () => this.SUBRULE(this.doneStatement) },
    { ALT: () => this.SUBRULE(this.servesStatement) },
    { ALT: () => this.SUBRULE(this.explainStatement) },
    { ALT: () => this.SUBRULE(this.noteStatement) },
  ]);

  private readonly reportLine = this.statementRule("reportLine", "report", () => [
    { ALT: () => this.SUBRULE(this.entry) },
  ]);

  private readonly dimensionLine = this.statementRule("dimensionLine", "dimension", () => [
    { ALT: () => this.SUBRULE(this.category) },
  ]);

  private readonly dataLine = this.statementRule("dataLine", "data", () => [
    { ALT: () => this.SUBRULE(this.column) },
  ]);

  // ---- statements ----

  private readonly numberStatement = this.statement("number", () => ({
    text: this.text(this.CONSUME(t.TextLiteral)),
  }));
  private readonly noteStatement = this.statement("note", () => ({
    text: this.text(this.CONSUME(t.TextLiteral)),
  }));
  private readonly issuedStatement = this.statement("issued", () => ({ period: this.SUBRULE(this.period) }));
  private readonly planPeriodStatement = this.statement("period", () => ({
    range: this.SUBRULE(this.periodRange),
  }));
  private readonly byStatement = this.namesStatement("by");
  private readonly leadStatement = this.namesStatement("lead");
  private readonly withStatement = this.namesStatement("with");
  private readonly servesStatement = this.namesStatement("serves");
  private readonly implementsStatement = this.namesStatement("implements");

  private readonly documentStatement = this.statement("document", () => {
    const file = this.text(this.CONSUME(t.TextLiteral));
    let as: ast.Name | null = null;
    this.OPTION(() => {
      this.CONSUME(k.as);
      as = this.name(this.CONSUME(t.NameLike));
    });
    return { file, as };
  });
  private readonly basisStatement = this.statement("basis", () => {
    const text = this.text(this.CONSUME(t.TextLiteral));
    let dated: ast.PeriodNode | null = null;
    this.OPTION(() => {
      this.CONSUME(k.dated);
      dated = this.SUBRULE(this.period);
    });
    return { text, dated };
  });
  private readonly signedStatement = this.statement("signed", () => {
    const texts: ast.Text[] = [];
    this.AT_LEAST_ONE(() => texts.push(this.text(this.CONSUME(t.TextLiteral))));
    return { texts };
  });
  private readonly copiesStatement = this.statement("copies", () => ({ texts: this.SUBRULE(this.texts) }));
  private readonly asideStatement = this.statement("aside", () => ({
    citations: this.SUBRULE(this.citations),
  }));
  private readonly clauseStatement = this.statement("clause", () => ({
    citations: this.SUBRULE(this.citations),
  }));
  private readonly yearEndsStatement = this.statement("yearEnds", () => {
    const day = this.number(this.CONSUME(t.NumberLiteral));
    this.CONSUME(t.Slash);
    return { day, month: this.number(this.CONSUME1(t.NumberLiteral)) };
  });
  private readonly wholeStatement = this.statement("whole", () => ({}));
  private readonly rangeStatement = this.statement("range", () => {
    const min = this.SUBRULE(this.signedNumber);
    this.CONSUME(t.DotDot);
    return { min, max: this.SUBRULE1(this.signedNumber) };
  });
  private readonly scaleStatement = this.statement("scale", () => ({
    factor: this.number(this.CONSUME(t.NumberLiteral)),
    unit: this.SUBRULE(this.qualifiedName),
  }));
  private readonly decimalsStatement = this.statement("decimals", () => ({
    count: this.number(this.CONSUME(t.NumberLiteral)),
  }));
  private readonly aggregateStatement = this.statement("aggregate", () => ({
    aggregate: this.SUBRULE(this.aggregate),
  }));
  private readonly unitStatement = this.statement("unit", () => ({ unit: this.SUBRULE(this.unitName) }));

  private readonly baselineStatement = this.valueStatement("baseline");
  private readonly measuredStatement = this.valueStatement("measured");

  private readonly entry = this.RULE(
    "entry",
    (): ast.ValueStatement => {
      const first = this.LA(1);
      const indicator = this.SUBRULE(this.qualifiedName);
      let period: ast.PeriodNode | null = null;
      this.OPTION(() => {
        period = this.SUBRULE(this.period);
      });
      const tail = this.SUBRULE(this.valueTail);
      return { kind: "entry", keyword: indicator, indicator, period, ...tail, ...this.spanFrom(first) };
    },
    { resyncEnabled: false },
  );

  private readonly targetStatement = this.statement("target", () => {
    const first = this.LA(1);
    let when = this.SUBRULE(this.when);
    const whenSpan = this.spanFrom(first);
    let categories: ast.QualifiedName[] = [];
    this.OPTION(() => {
      this.CONSUME(k.for);
      categories = this.SUBRULE(this.names);
    });
    const comparator = this.SUBRULE(this.comparator);
    // The range of a recurring target may also stand at the end: `every month >= 1 in 2022..2025`.
    this.OPTION1({
      GATE: () => when.kind === "every" && when.range === null,
      DEF: () => {
        this.CONSUME(k.in);
        const range = this.SUBRULE(this.periodRange);
        if (when.kind === "every") when = { ...when, range };
      },
    });
    return { when, whenSpan, categories, comparator };
  });
  private readonly formulaStatement = this.statement("formula", () => {
    this.CONSUME(t.Equal);
    return { formula: this.SUBRULE(this.sum) };
  });
  private readonly pathStatement = this.statement("path", () => {
    this.CONSUME(k.linear);
    return { path: "linear" as const };
  });
  private readonly pathNoneStatement = this.RULE(
    "pathNoneStatement",
    (): ast.PathStatement => {
      const keyword = this.CONSUME(k.pathNone);
      return { kind: "path", ...this.head(keyword), path: "none" };
    },
    { resyncEnabled: false },
  );
  private readonly onTrackStatement = this.statement("onTrackFrom", () => ({
    value: this.SUBRULE(this.value),
  }));
  private readonly offTrackStatement = this.statement("offTrackBelow", () => ({
    value: this.SUBRULE(this.value),
  }));
  private readonly explainStatement = this.statement("explain", () => ({
    period: this.SUBRULE(this.period),
    text: this.text(this.CONSUME(t.TextLiteral)),
  }));
  private readonly dueStatement = this.statement("due", () => {
    const first = this.LA(1);
    const when = this.SUBRULE(this.when);
    return { when, whenSpan: this.spanFrom(first) };
  });
  private readonly doneStatement = this.statement("done", () => ({
    period: this.SUBRULE(this.period),
    evidence: this.SUBRULE(this.evidence),
  }));

  private readonly category = this.RULE(
    "category",
    (): ast.CategoryStatement => {
      const token = this.CONSUME(t.NameLike);
      const name = this.name(token);
      const title = this.SUBRULE(this.evidence);
      return { kind: "categoryDeclaration", ...this.head(token), name, title };
    },
    { resyncEnabled: false },
  );

  private readonly column = this.RULE(
    "column",
    (): ast.ColumnStatement => {
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
    },
    { resyncEnabled: false },
  );

  /** A statement that begins with its keyword; `parts` reads the rest of it. */
  private statement<Kind extends ast.Statement["kind"] & Keyword, Parts extends object>(
    kind: Kind,
    parts: () => Parts,
  ): ParserMethod<[], { kind: Kind; keyword: TextSpan } & TextSpan & Parts> {
    return this.RULE(
      `${kind}Statement`,
      () => {
        const keyword = this.CONSUME(k[kind]);
        const rest = parts();
        return { kind, ...rest, ...this.head(keyword) };
      },
      { resyncEnabled: false },
    );
  }

  private namesStatement(kind: ast.NamesStatement["kind"]): ParserMethod<[], ast.NamesStatement> {
    return this.statement(kind, () => ({ names: this.SUBRULE(this.names) })) as ParserMethod<
      [],
      ast.NamesStatement
    >;
  }

  private valueStatement(kind: "baseline" | "measured"): ParserMethod<[], ast.ValueStatement> {
    return this.RULE(
      `${kind}Statement`,
      (): ast.ValueStatement => {
        const keyword = this.CONSUME(k[kind]);
        const period = this.SUBRULE(this.period);
        const tail = this.SUBRULE(this.valueTail);
        return { kind, ...this.head(keyword), indicator: null, period, ...tail };
      },
      { resyncEnabled: false },
    );
  }

  // ---- parts ----

  /** `for female = 45% "evidence"`. */
  private readonly valueTail = this.part("valueTail", () => {
    let category: ast.QualifiedName | null = null;
    this.OPTION(() => {
      this.CONSUME(k.for);
      category = this.SUBRULE(this.qualifiedName);
    });
    this.CONSUME(t.Equal);
    return { category, value: this.SUBRULE(this.value), evidence: this.SUBRULE(this.evidence) };
  });

  private readonly evidence = this.part("evidence", (): ast.Text | null => {
    let evidence: ast.Text | null = null;
    this.OPTION(() => {
      evidence = this.text(this.CONSUME(t.TextLiteral));
    });
    return evidence;
  });

  private readonly texts = this.part("texts", (): readonly ast.Text[] => {
    const texts: ast.Text[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => texts.push(this.text(this.CONSUME(t.TextLiteral))),
    });
    return texts;
  });

  private readonly qualifiedName = this.part("qualifiedName", (): ast.QualifiedName => {
    const first = this.CONSUME(t.NameLike);
    return this.qualified(first);
  });

  private qualified(first: IToken): ast.QualifiedName {
    let second: IToken | undefined;
    this.OPTION9(() => {
      this.CONSUME(t.Dot);
      second = this.CONSUME9(t.NameLike);
    });
    if (!second) {
      const name = this.name(first);
      return { start: name.start, end: name.end, qualifier: null, name };
    }
    return { ...this.spanFrom(first), qualifier: this.name(first), name: this.name(second) };
  }

  private readonly names = this.part("names", (): ast.QualifiedName[] => {
    const names: ast.QualifiedName[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => names.push(this.SUBRULE(this.qualifiedName)) });
    return names;
  });

  private readonly citations = this.part("citations", (): readonly ast.CitationNode[] => {
    const citations: ast.CitationNode[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => citations.push(this.SUBRULE(this.citation)) });
    return citations;
  });

  private readonly citation = this.part("citation", (): ast.CitationNode => {
    const token = this.CONSUME(t.AddressToken);
    let document: ast.Name | null = null;
    this.OPTION(() => {
      this.CONSUME(k.in);
      document = this.name(this.CONSUME(t.NameLike));
    });
    const words = this.SUBRULE(this.evidence);
    const text = token.image.normalize("NFC").replace(/\.$/, "");
    return { ...this.spanFrom(token), address: { ...tokenSpan(token), text }, document, words };
  });

  private readonly aggregate = this.part("aggregateName", (): ast.AggregateNode => {
    const token = this.OR([
      { ALT: () => this.CONSUME(k.latest) },
      { ALT: () => this.CONSUME(k.sum) },
      { ALT: () => this.CONSUME(k.mean) },
      { ALT: () => this.CONSUME(k.min) },
      { ALT: () => this.CONSUME(k.max) },
    ]);
    return (token as t.Token).keyword as ast.AggregateNode;
  });

  private readonly when = this.part("when", (): ast.WhenNode => {
    return this.OR([
      { ALT: () => this.SUBRULE(this.recurring) },
      {
        ALT: () => {
          this.CONSUME(k.total);
          return { kind: "total" as const, range: this.SUBRULE(this.periodRange) };
        },
      },
      { ALT: () => ({ kind: "period" as const, range: this.SUBRULE1(this.periodRange) }) },
    ]);
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

  private readonly periodRange = this.part("periodRange", (): ast.PeriodRangeNode => {
    const first = this.LA(1);
    const from = this.SUBRULE(this.period);
    let open = false;
    let to: ast.PeriodNode | null = null;
    this.OPTION(() => {
      this.CONSUME(t.DotDot);
      open = true;
      this.OPTION1(() => {
        to = this.SUBRULE1(this.period);
        open = false;
      });
    });
    return { ...this.spanFrom(first), from, open, to };
  });

  private readonly period = this.part("period", (): ast.PeriodNode => {
    const token = this.OR([
      { ALT: () => this.CONSUME(t.NumberLiteral) },
      { ALT: () => this.CONSUME(t.PeriodToken) },
    ]);
    const literal = parsePeriodLiteral(token.image) ?? null;
    if (!literal) this.reportPeriod(token);
    return { ...tokenSpan(token), literal };
  });

  private comparatorAlternatives: Alternatives<ast.ComparatorNode> | undefined;

  private readonly comparator = this.part("comparator", (): ast.ComparatorNode => {
    this.comparatorAlternatives ??= [
      { ALT: () => this.compared("reach", k.reach) },
      { ALT: () => this.compared(">=", t.AtLeast) },
      { ALT: () => this.compared("<=", t.AtMost) },
      { ALT: () => this.compared(">", t.Above) },
      { ALT: () => this.compared("<", t.Below) },
      { ALT: () => this.compared("=", t.Equal) },
      { ALT: () => this.SUBRULE(this.between) },
      { ALT: () => this.SUBRULE(this.about) },
    ];
    return this.OR(this.comparatorAlternatives);
  });

  private compared(
    kind: Exclude<ast.ComparatorNode["kind"], "between" | "about">,
    token: TokenType,
  ): ast.ComparatorNode {
    this.CONSUME(token);
    const index = comparedIndex[kind];
    return { kind, value: this.subrule(index, this.value) };
  }

  private readonly between = this.part("between", (): ast.ComparatorNode => {
    this.CONSUME(k.between);
    const value = this.SUBRULE(this.value);
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

  private valueAlternatives: Alternatives<ast.ValueNode> | undefined;

  private readonly value = this.part("value", (): ast.ValueNode => {
    this.valueAlternatives ??= [
      { ALT: () => this.SUBRULE(this.numberValue) },
      { ALT: () => this.SUBRULE(this.baselineValue) },
    ];
    return this.OR(this.valueAlternatives);
  });

  private readonly numberValue = this.part("numberValue", (): ast.NumberValue | ast.ShareValue => {
    const first = this.LA(1);
    const number = this.SUBRULE(this.signedNumber);
    let denominator: ast.NumberNode | null = null;
    this.OPTION(() => {
      this.CONSUME(t.Of);
      denominator = this.number(this.CONSUME(t.NumberLiteral));
    });
    let unit: ast.QualifiedName | null = null;
    this.OPTION1(() => {
      unit = this.SUBRULE(this.valueUnit);
    });
    const span = this.spanFrom(first);
    if (denominator) return { kind: "share", numerator: number, denominator, unit, ...span };
    return { kind: "number", number, unit, ...span };
  });

  private readonly baselineValue = this.part("baselineValue", (): ast.BaselineValue => {
    const first = this.CONSUME(k.baseline);
    const operator = this.OR([
      { ALT: () => this.CONSUME(t.Star) },
      { ALT: () => this.CONSUME(t.Plus) },
      { ALT: () => this.CONSUME(t.Minus) },
    ]);
    const number = this.number(this.CONSUME(t.NumberLiteral));
    let unit: ast.QualifiedName | null = null;
    this.OPTION(() => {
      unit = this.SUBRULE(this.valueUnit);
    });
    const operand: ast.NumberValue = {
      kind: "number",
      number,
      unit,
      start: number.start,
      end: this.endOfLast(0),
    };
    const sign = operator.tokenType === t.Star ? "*" : operator.tokenType === t.Plus ? "+" : "-";
    return { kind: "baseline", operator: sign, operand, ...this.spanFrom(first) };
  });

  /** The unit behind a number: `%`, or a name that is none of the words that the grammar expects there. */
  private readonly valueUnit = this.part("valueUnit", (): ast.QualifiedName => {
    return this.OR([
      { ALT: () => this.percent(this.CONSUME(t.Percent)) },
      { ALT: () => this.qualified(this.CONSUME(t.UnitLike)) },
    ]);
  });

  private readonly unitName = this.part("unitName", (): ast.QualifiedName => {
    return this.OR([
      { ALT: () => this.percent(this.CONSUME(t.Percent)) },
      { ALT: () => this.qualified(this.CONSUME(t.NameLike)) },
    ]);
  });

  private readonly signedNumber = this.part("signedNumber", (): ast.NumberNode => {
    const first = this.LA(1);
    let negative = false;
    this.OPTION(() => {
      this.CONSUME(t.Minus);
      negative = true;
    });
    const number = this.number(this.CONSUME(t.NumberLiteral));
    if (!negative) return number;
    return { ...number, start: first.startOffset, decimal: `-${number.decimal}` };
  });

  private readonly sum = this.part("sum", (): ast.FormulaNode => {
    const first = this.LA(1);
    let left = this.SUBRULE(this.product);
    this.MANY(() => {
      const operator = this.OR([{ ALT: () => this.CONSUME(t.Plus) }, { ALT: () => this.CONSUME(t.Minus) }]);
      const right = this.SUBRULE1(this.product);
      const sign = operator.tokenType === t.Plus ? "+" : "-";
      left = { kind: "operation", operator: sign, left, right, ...this.spanFrom(first) };
    });
    return left;
  });

  private readonly product = this.part("product", (): ast.FormulaNode => {
    const first = this.LA(1);
    let left = this.SUBRULE(this.factor);
    this.MANY(() => {
      const operator = this.OR([{ ALT: () => this.CONSUME(t.Star) }, { ALT: () => this.CONSUME(t.Slash) }]);
      const right = this.SUBRULE1(this.factor);
      const sign = operator.tokenType === t.Star ? "*" : "/";
      left = { kind: "operation", operator: sign, left, right, ...this.spanFrom(first) };
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
    return end === undefined || Number.isNaN(end) ? least : Math.max(least, end + 1);
  }

  private name(token: IToken): ast.Name {
    const span = this.placeOf(token);
    if (/\s/u.test(token.image)) this.reportWords(token, token.image);
    return { ...span, text: token.image.normalize("NFC") };
  }

  private text(token: IToken): ast.Text {
    return { ...this.placeOf(token), value: unquote(token.image) };
  }

  private percent(token: IToken): ast.QualifiedName {
    const span = this.placeOf(token);
    return { ...span, qualifier: null, name: { ...span, text: "percent" } };
  }

  private number(token: IToken): ast.NumberNode {
    const span = this.placeOf(token);
    const parsed = parseDecimal(token.image);
    if (parsed) return { ...span, ...parsed };
    if (token.image !== "" && !this.RECORDING_PHASE) {
      const example = token.image.replace(/[.,]/g, "_");
      this.problems.push(createSyntaxProblem("invalid-number", span, { text: token.image, example }));
    }
    return { ...span, decimal: "", maybeThousands: false };
  }

  /** A token's span; one that recovery inserted stands, empty, behind the token before it. */
  private placeOf(token: IToken): TextSpan {
    if (!Number.isNaN(token.startOffset)) return tokenSpan(token);
    const end = this.endOfLast(0);
    return { start: end, end };
  }

  // ---- problems that the tokens' order does not show ----

  private reportPeriod(token: IToken): void {
    if (this.RECORDING_PHASE) return;
    const range = /^(\d{4})-(\d{4})$/.exec(token.image);
    const data = range ? { range: `${range[1]}..${range[2]}` } : undefined;
    this.problems.push(
      createSyntaxProblem("invalid-period", tokenSpan(token), { text: token.image, hint: "" }, data),
    );
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
      this.problems.push(createSyntaxProblem("unexpected-text", span, { after: `“${after}”` }));
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

const comparedIndex = { reach: 0, ">=": 1, "<=": 2, ">": 3, "<": 4, "=": 5 } as const;

const noName: ast.Name = { start: 0, end: 0, text: "" };

const brokenStatement: ast.BrokenStatement = {
  kind: "broken",
  keyword: { start: 0, end: 0 },
  start: 0,
  end: 0,
};

export function tokenSpan(token: IToken): TextSpan {
  if (Number.isNaN(token.startOffset) || token.tokenType === EOF) return { start: 0, end: 0 };
  return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
}
