import type { Language } from "../diagnostics/language.ts";
import { commitmentsOf } from "../documents/commitments/commitments.ts";
import { builtinUnits } from "../semantics/builtin-units.ts";
import type { NameKind } from "../semantics/facts.ts";
import { visibleSymbols } from "../semantics/scope.ts";
import { type DeclarationKeyword, type Keyword, keywordText } from "../syntax/keywords.ts";
import { documentOf } from "./completion-clauses.ts";
import { documentPaths, nearestFirst } from "./completion-paths.ts";
import { periodEntries } from "./completion-periods.ts";
import type { CompletionPlace } from "./completion-place.ts";
import type { FeatureContext } from "./feature-context.ts";
import { choice, lastStop, type SnippetPart, snippetText, type TabStop } from "./snippet.ts";

/** What a snippet is made for. */
interface Draft {
  readonly context: FeatureContext;
  readonly place: CompletionPlace;
  /** Of the file's keywords. */
  readonly file: Language;
  /** Of the reader, for the words that are typed over. */
  readonly reader: Language;
}

const mostChoices = 12;
/** Clauses that are looked at for one that nothing cites yet. */
const mostClauses = 300;

/**
 * A whole declaration with a stop wherever something is to be typed. What can't be known and must not be made up (a
 * body, where none is declared; a clause, where there is no document) is left out, so that the text is right as it is.
 */
export function declarationSnippet(
  keyword: DeclarationKeyword,
  context: FeatureContext,
  place: CompletionPlace,
  languages: { readonly file: Language; readonly reader: Language },
): string {
  return snippetText(drafts[keyword]({ context, place, ...languages }));
}

const drafts: Readonly<Record<DeclarationKeyword, (draft: Draft) => readonly SnippetPart[]>> = {
  plan: planDraft,
  body: (draft) => head(draft, "body", "body_name", "ten_co_quan", "Name of the body", "Tên cơ quan"),
  unit: unitDraft,
  dimension: dimensionDraft,
  indicator: indicatorDraft,
  task: taskDraft,
  report: reportDraft,
  use: (draft) => {
    const { context, place } = draft;
    const own = place.located.entry.path;
    const paths = nearestFirst(own, context.program.paths()).slice(0, mostChoices);
    return [`${word(draft, "use")} "`, choice(paths) ?? { text: "" }, '"', lastStop];
  },
  data: (draft) => [
    `${word(draft, "data")} "`,
    { text: draft.reader === "vi" ? "ket-qua.csv" : "results.csv" },
    '"',
  ],
};

function planDraft(draft: Draft): readonly SnippetPart[] {
  const { context, place } = draft;
  const own = place.located.entry.path;
  const paths = choice(nearestFirst(own, documentPaths(context)).slice(0, mostChoices));
  const [from = "", to = ""] = (periodsFor(draft, "plan")[1] ?? "").split("..");
  const issued = periodsFor(draft, "issued")[0] ?? "";
  return [
    ...head(draft, "plan", "plan_name", "ten_ke_hoach", "Title of the plan", "Tên kế hoạch"),
    ...block(draft, [
      ["issued", [{ text: issued }]],
      ["period", [{ text: from }, "..", { text: to }]],
      ...(paths ? [["document", ['"', paths, '"']] as Line] : []),
    ]),
  ];
}

function unitDraft(draft: Draft): readonly SnippetPart[] {
  const ways = (["sum", "latest", "mean", "max", "min"] as const).map((way) => word(draft, way));
  return [
    ...head(draft, "unit", "unit_name", "ten_don_vi_tinh", "what is counted", "đơn vị được đếm"),
    ` { ${word(draft, "whole")}; ${word(draft, "aggregate")} `,
    choice(ways)!,
    " }",
  ];
}

function dimensionDraft(draft: Draft): readonly SnippetPart[] {
  const vi = draft.reader === "vi";
  return [
    ...head(draft, "dimension", "sex", "gioi_tinh", "Sex", "Giới tính"),
    " { ",
    { text: vi ? "nu" : "female" },
    ' "',
    { text: vi ? "Nữ" : "Female" },
    '"  ',
    { text: vi ? "nam" : "male" },
    ' "',
    { text: vi ? "Nam" : "Male" },
    '" }',
  ];
}

function indicatorDraft(draft: Draft): readonly SnippetPart[] {
  const clause = openClause(draft);
  const comparators =
    draft.file === "vi"
      ? [word(draft, "atLeast"), word(draft, "atMost"), word(draft, "reach")]
      : [">=", "<=", "reach"];
  const bodies = choice(namesFor(draft, "body"));
  return [
    ...head(draft, "indicator", "indicator_name", "ten_chi_tieu", "Name of the indicator", "Tên chỉ tiêu"),
    ...block(draft, [
      ...(clause ? [["clause", [{ text: clause }]] as Line] : []),
      ["unit", [choice(unitNames(draft))!]],
      ["target", [when(draft, "target"), " ", choice(comparators)!, " ", { text: "100" }]],
      ...(bodies ? [["lead", [bodies]] as Line] : []),
    ]),
  ];
}

function taskDraft(draft: Draft): readonly SnippetPart[] {
  const clause = openClause(draft);
  const bodies = choice(namesFor(draft, "body"));
  return [
    ...head(draft, "task", "task_name", "ten_nhiem_vu", "What is to be done", "Việc phải làm"),
    ...block(draft, [
      ...(clause ? [["clause", [{ text: clause }]] as Line] : []),
      ...(bodies ? [["lead", [bodies]] as Line] : []),
      ["due", [when(draft, "due")]],
    ]),
  ];
}

function reportDraft(draft: Draft): readonly SnippetPart[] {
  return [
    `${word(draft, "report")} `,
    choice(periodsFor(draft, "report")) ?? { text: "" },
    ' "',
    { text: draft.reader === "vi" ? "Số và ngày của báo cáo" : "Number and date of the report" },
    '" {\n  ',
    lastStop,
    "\n}",
  ];
}

function word({ file }: Draft, keyword: Keyword): string {
  return keywordText(keyword, file);
}

/** `indicator NAME "TITLE"`. */
function head(
  draft: Draft,
  keyword: Keyword,
  ...[nameEn, nameVi, titleEn, titleVi]: readonly [string, string, string, string]
): readonly SnippetPart[] {
  const vi = draft.reader === "vi";
  return [
    `${word(draft, keyword)} `,
    { text: vi ? nameVi : nameEn },
    ' "',
    { text: vi ? titleVi : titleEn },
    '"',
  ];
}

/** A statement: its keyword and what follows. */
type Line = readonly [Keyword, readonly SnippetPart[]];

/** Statements below each other, what follows them in one column, and a line for the next. */
function block(draft: Draft, lines: readonly Line[]): readonly SnippetPart[] {
  const width = Math.max(...lines.map(([keyword]) => word(draft, keyword).length)) + 2;
  const parts = lines.flatMap(([keyword, rest]) => [`\n  ${word(draft, keyword).padEnd(width)}`, ...rest]);
  return [" {", ...parts, "\n  ", lastStop, "\n}"];
}

function periodsFor(
  { context, place, file }: Draft,
  use: "plan" | "issued" | "target" | "due" | "report",
): string[] {
  return periodEntries(context, place, use, file).map(({ label }) => label);
}

/** Years ahead, and with a plan's period `every year` too, which needs one. */
function when(draft: Draft, use: "target" | "due"): TabStop {
  const plan = draft.context.binder.planOf(draft.place.located.entry.path);
  const every = `${word(draft, "every")} ${word(draft, "year")}`;
  return choice([...periodsFor(draft, use), ...(plan?.period ? [every] : [])]) ?? { text: "" };
}

function namesFor({ context, place }: Draft, kind: NameKind): string[] {
  const visible = visibleSymbols(context.program, place.located.entry.path, kind);
  return visible
    .slice(0, mostChoices)
    .map(({ symbol, prefix }) => (prefix === null ? symbol.name.text : `${prefix}.${symbol.name.text}`));
}

/** The usual unit first, then the plan's own, then the others that are always there. */
function unitNames(draft: Draft): readonly string[] {
  const [first = "", ...others] = builtinUnits.keys();
  return [first, ...namesFor(draft, "unit"), ...others];
}

/** The first clause of the plan's document that promises something and that this file does not cite yet. */
function openClause({ context, place }: Draft): string | undefined {
  const { file } = place.located;
  const reading = documentOf(context, file.path);
  if (!reading) return undefined;
  const cited = new Set(
    file.entries.flatMap(({ facts }) => facts.citations.map(({ address }) => address.text.split("/", 1)[0]!)),
  );
  const open = reading.document.clauses
    .slice(0, mostClauses)
    .filter(
      ({ address, children }) => children.length === 0 && !cited.has(address) && !address.includes("~"),
    );
  const promised = commitmentsOf(reading.document);
  const promising = open.find((clause) => (promised.get(clause)?.commitments.length ?? 0) > 0);
  return (promising ?? open[0])?.address;
}
