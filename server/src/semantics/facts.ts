import { isProblemCode } from "../diagnostics/catalog.ts";
import type {
  Address,
  CitationNode,
  ComparatorNode,
  Declaration,
  FormulaNode,
  Name,
  QualifiedName,
  Statement,
  ValueNode,
  ValueStatement,
} from "../syntax/ast.ts";
import { exact } from "../text/exact-list.ts";
import type { TextSpan } from "../text/text-span.ts";

/** What a name may stand for. */
export type NameKind =
  | "plan"
  | "unit"
  | "body"
  | "dimension"
  | "category"
  | "indicator"
  | "task"
  | "document";

/** A name that a declaration gives to something: its own, and those of what it contains. */
export interface DeclaredName {
  readonly kind: NameKind;
  readonly name: Name;
  /** The words shown for it; empty where there are none. */
  readonly title: string;
}

/** A place where a declaration names something that is declared elsewhere (or in itself). */
export interface Mention {
  readonly kind: NameKind;
  readonly name: QualifiedName;
}

/** A cited clause address, with the statement's other parts at hand. */
export interface CitedAddress {
  readonly address: Address;
  readonly citation: CitationNode;
}

/** What one declaration says about names, from its own text alone. */
export interface DeclarationFacts {
  readonly declared: readonly DeclaredName[];
  readonly mentions: readonly Mention[];
  readonly citations: readonly CitedAddress[];
  /** A report's lines by the name of the indicator that they begin with. */
  readonly entries: ReadonlyMap<string, readonly ValueStatement[]>;
  readonly ignores: readonly IgnoreComment[];
}

/** `# bdg-ignore target-missed: reason`; a comment with several codes is one for each. */
export interface IgnoreComment {
  readonly span: TextSpan;
  readonly code: string;
  readonly codeSpan: TextSpan;
  readonly hasReason: boolean;
}

const nothing: readonly never[] = [];
const noEntries: ReadonlyMap<string, readonly ValueStatement[]> = new Map();

/** The facts of a declaration; `comments` are the spans of its comments in `text`. */
export function collectFacts(
  declaration: Declaration | null,
  text: string,
  comments: readonly TextSpan[],
): DeclarationFacts {
  const ignores = comments.length === 0 ? nothing : ignoreComments(text, comments);
  if (!declaration)
    return { declared: nothing, mentions: nothing, citations: nothing, entries: noEntries, ignores };
  const mentions: Mention[] = [];
  const citations: CitedAddress[] = [];
  if (declaration.kind === "body" && declaration.partOf)
    mentions.push({ kind: "body", name: declaration.partOf });
  const add: Add = (kind, name) => {
    if (name && name.name.text !== "") mentions.push({ kind, name });
  };
  for (const statement of declaration.statements) {
    collectMentions(statement, declaration.kind, add, citations);
  }
  const entries = declaration.kind === "report" ? entriesByName(declaration.statements) : noEntries;
  return {
    declared: declaredNames(declaration),
    mentions: exact(mentions),
    citations: exact(citations),
    entries,
    ignores,
  };
}

function declaredNames(declaration: Declaration): readonly DeclaredName[] {
  const { kind, name } = declaration;
  if (kind === "use") {
    return nothing;
  }
  if (kind === "report" || kind === "data") return nothing;
  const own: DeclaredName = { kind, name, title: declaration.title?.value ?? "" };
  if (kind !== "plan" && kind !== "dimension") return name.text === "" ? nothing : [own];
  const declared: DeclaredName[] = name.text === "" ? [] : [own];
  for (const statement of declaration.statements) {
    if (statement.kind === "categoryDeclaration" && statement.name.text !== "") {
      declared.push({ kind: "category", name: statement.name, title: statement.title?.value ?? "" });
    } else if (statement.kind === "document" && statement.as) {
      declared.push({ kind: "document", name: statement.as, title: statement.file.value });
    }
  }
  return declared;
}

function collectMentions(
  statement: Statement,
  declaration: Declaration["kind"],
  add: Add,
  citations: CitedAddress[],
): void {
  switch (statement.kind) {
    case "by":
    case "lead":
    case "with":
      for (const name of statement.names) add("body", name);
      return;
    case "serves":
      for (const name of statement.names) add("indicator", name);
      return;
    case "implements":
      for (const name of statement.names) add(declaration === "plan" ? "plan" : "indicator", name);
      return;
    case "unit":
      add("unit", statement.unit);
      return;
    case "scale":
      add("unit", statement.unit);
      return;
    case "baseline":
    case "measured":
    case "entry":
      add("indicator", statement.indicator);
      add("category", statement.category);
      addValue(statement.value, add);
      return;
    case "target":
      for (const name of statement.categories) add("category", name);
      addComparator(statement.comparator, add);
      return;
    case "formula":
      addFormula(statement.formula, add);
      return;
    case "clause":
    case "aside":
      for (const citation of statement.citations) {
        citations.push({ address: citation.address, citation });
        if (citation.document) {
          const { start, end } = citation.document;
          add("document", { start, end, qualifier: null, name: citation.document });
        }
      }
      return;
    default:
      return;
  }
}

type Add = (kind: NameKind, name: QualifiedName | null) => void;

function addValue(value: ValueNode, add: Add): void {
  // In "= abc" the word is no unit, but what stands in the number's place.
  if (value.kind === "number" && value.number.decimal === "") return;
  add("unit", value.kind === "baseline" ? value.operand.unit : value.unit);
}

function addComparator(comparator: ComparatorNode, add: Add): void {
  addValue(comparator.value, add);
  if (comparator.kind === "between") addValue(comparator.upper, add);
  if (comparator.kind === "about" && comparator.tolerance) addValue(comparator.tolerance, add);
}

function addFormula(formula: FormulaNode, add: Add): void {
  if (formula.kind === "name") add("indicator", formula.name);
  else if (formula.kind === "operation") {
    addFormula(formula.left, add);
    addFormula(formula.right, add);
  }
}

function entriesByName(statements: readonly Statement[]): ReadonlyMap<string, readonly ValueStatement[]> {
  const entries = new Map<string, ValueStatement[]>();
  for (const statement of statements) {
    if (statement.kind !== "entry" || !statement.indicator) continue;
    const name = statement.indicator.name.text;
    const list = entries.get(name);
    if (list) list.push(statement);
    else entries.set(name, [statement]);
  }
  return entries;
}

const ignorePattern = /^#\s*bdg-ignore\s+(?=[\w-])/;
const ignoredCode = /(\s*,\s*|\s+)?([\w-]+)/dy;

/** One for each code; of a list without a reason the last is what lacks it. */
function ignoreComments(text: string, comments: readonly TextSpan[]): readonly IgnoreComment[] {
  const ignores: IgnoreComment[] = [];
  for (const span of comments) {
    const comment = text.slice(span.start, span.end);
    const head = ignorePattern.exec(comment);
    if (!head) continue;
    const codes = readIgnoredCodes(comment, head[0].length);
    const hasReason = /^\s*:\s*\S/.test(comment.slice(codes.at(-1)!.end));
    for (const [i, { start, end }] of codes.entries()) {
      const codeSpan = { start: span.start + start, end: span.start + end };
      const code = comment.slice(start, end);
      ignores.push({ span, code, codeSpan, hasReason: hasReason || i < codes.length - 1 });
    }
  }
  return ignores.length === 0 ? nothing : ignores;
}

/** With commas or spaces between; without a comma what is no code is the first word of a reason. */
function readIgnoredCodes(comment: string, from: number): readonly TextSpan[] {
  const codes: TextSpan[] = [];
  ignoredCode.lastIndex = from;
  for (let match = ignoredCode.exec(comment); match !== null; match = ignoredCode.exec(comment)) {
    const isListed = codes.length === 0 || match[1]!.includes(",");
    if (!isListed && !isProblemCode(match[2]!)) break;
    const [start, end] = match.indices![2]!;
    codes.push({ start, end });
  }
  return codes;
}
