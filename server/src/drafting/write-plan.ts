import type { Language } from "../diagnostics/language.ts";
import { citedAddress } from "../documents/clause-lookup.ts";
import type { Clause, PlanDocument } from "../documents/plan-document.ts";
import { type Keyword, keywordText } from "../syntax/keywords.ts";
import { quote } from "../syntax/text-literal.ts";
import { bodyKey, bodyWords } from "./bodies.ts";
import { checkComment, type DraftCheck } from "./check-words.ts";
import type { DraftItem, IndicatorDraft, PlanDraft } from "./draft-plan.ts";
import { indicatorWords } from "./indicator-words.ts";
import { createNameTaker, type NameTaker } from "./names.ts";
import { withoutFirstDates } from "./noise.ts";
import { tellingWords } from "./plain-letters.ts";
import type { PlanHeading } from "./plan-heading.ts";
import { withCapital } from "./printed-case.ts";
import { headingOf } from "./sections.ts";
import { draftTarget } from "./targets.ts";
import type { TaskDraft } from "./tasks.ts";
import { chooseUnits, type Units, unitKey } from "./units.ts";

export interface WritingOptions {
  /** The document's path as the .bdg file names it; null for a file that has its plan already. */
  readonly documentPath: string | null;
  /** Of the keywords. */
  readonly keywords: Language;
  /** Of the comments. */
  readonly language: Language;
}

interface Writer extends WritingOptions {
  readonly document: PlanDocument;
  readonly draft: PlanDraft;
  readonly names: NameTaker;
  readonly units: Units;
  /** Identifiers of the bodies, by the key of their names. */
  readonly bodyIds: ReadonlyMap<string, string>;
}

/** Writes a drafted plan as the text of a .bdg file, which still is to be formatted. */
export function writePlan(draft: PlanDraft, document: PlanDocument, options: WritingOptions): string {
  const names = createNameTaker();
  const planId = names.take(draft.heading.words, "ke_hoach");
  const groups = draft.items.flatMap((item) => (item.kind === "indicator" ? [item.group] : []));
  const units = chooseUnits(groups, names);
  const bodyIds = new Map(
    draft.bodies.map((name) => [bodyKey(name), names.take(bodyWords(name), "co_quan")]),
  );
  const writer: Writer = { ...options, document, draft, names, units, bodyIds };
  const blocks = [
    introduction(writer),
    planBlock(writer, planId),
    unitsBlock(writer),
    bodiesBlock(writer),
    ...itemBlocks(writer),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** What is declared already where items are added to a file. */
export interface Declared {
  /** Every name. */
  readonly names: Iterable<string>;
  /** Identifiers of units, by their titles. */
  readonly units: readonly (readonly [title: string, id: string])[];
  /** Identifiers of bodies, by their titles. */
  readonly bodies: readonly (readonly [title: string, id: string])[];
}

/** A few items by themselves, for a file that has its plan: indicators with the units that they need. */
export function writeItems(
  items: readonly DraftItem[],
  draft: PlanDraft,
  document: PlanDocument,
  declared: Declared,
  options: WritingOptions,
): string {
  const names = createNameTaker(declared.names);
  const groups = items.flatMap((item) => (item.kind === "indicator" ? [item.group] : []));
  const known = new Map(declared.units.map(([title, id]) => [unitKey(title), id] as const));
  const writer: Writer = {
    ...options,
    document,
    draft,
    names,
    units: chooseUnits(groups, names, known),
    bodyIds: new Map(declared.bodies.map(([title, id]) => [bodyKey(title), id] as const)),
  };
  const blocks = [unitsBlock(writer), ...items.map((item) => itemText(writer, item))];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function introduction({ language, documentPath, draft }: Writer): string {
  const path = (documentPath ?? "").replace(/[\p{Cc}\p{Cf}]+/gu, " ");
  const lines =
    language === "vi"
      ? [
          `# Soạn tự động từ văn bản “${path}”.`,
          "# Hãy đọc lại từng mục, nhất là chỗ ghi “# check: xem lại”; sửa tên cho gọn, rồi thêm kỳ gốc và kết quả.",
        ]
      : [
          `# Drafted from the document “${path}”.`,
          "# Read it through, above all where it says “# check:”; shorten the names, then add baselines and results.",
        ];
  const hasIndicators = draft.items.some(({ kind }) => kind === "indicator");
  return [...lines, ...(hasIndicators ? [] : [checkComment("no-commitments", language)])].join("\n");
}

function planBlock(writer: Writer, planId: string): string {
  const { draft, language, bodyIds, documentPath } = writer;
  const { heading, years } = draft;
  const line = lineWriter(writer);
  const check = (code: DraftCheck) => checkComment(code, language);
  const issuer = heading.issuer === null ? undefined : bodyIds.get(bodyKey(heading.issuer));
  const issued = issuedText(writer, heading);
  const lines = [
    ...(heading.numberIsBlank ? [check("number-blank")] : []),
    ...(heading.number === null ? [] : [line("number", quote(heading.number))]),
    ...(heading.issued?.day ? [] : [check("date-blank")]),
    ...(issued === null ? [] : [line("issued", issued)]),
    ...(issuer === undefined ? [check("no-issuer")] : [line("by", issuer)]),
    ...(years === null ? [check("no-years")] : draft.yearsGuessed ? [check("years-guessed")] : []),
    ...(years === null
      ? []
      : [line("period", years[0] === years[1] ? String(years[0]) : `${years[0]}..${years[1]}`)]),
    ...(documentPath === null ? [] : [line("document", quote(documentPath))]),
    ...heading.basis.map(({ text, date }) =>
      line(
        "basis",
        quote(text),
        ...(date === null ? [] : [keyword(writer, "dated"), periodText(writer, date)]),
      ),
    ),
    ...(heading.signed === null ? [] : [line("signed", ...heading.signed.map(quote))]),
    ...(heading.copies.length === 0 ? [] : [line("copies", heading.copies.map(quote).join(",\n"))]),
  ];
  return block(`${keyword(writer, "plan")} ${planId} ${quote(heading.name)}`, lines);
}

function issuedText(writer: Writer, { issued }: PlanHeading): string | null {
  if (issued === null) return null;
  const { year, month, day } = issued;
  const parts = [month, day].filter((part) => part !== null).map((part) => String(part).padStart(2, "0"));
  return periodText(writer, [year, ...parts].join("-"));
}

/** A day or month in the order in which the document prints it, where the keywords are Vietnamese. */
function periodText({ keywords }: Writer, iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/u.exec(iso) ?? [];
  if (keywords === "en" || month === undefined) return iso;
  return [...(day === undefined ? [] : [Number(day)]), Number(month), year].join("/");
}

function unitsBlock(writer: Writer): string {
  return writer.units.declared
    .map(({ id, title, whole, scale, sums }) => {
      const line = lineWriter(writer);
      const lines = [
        ...(whole ? [keyword(writer, "whole")] : []),
        ...(scale ? [line("scale", scale.factor, scale.unit)] : []),
        ...(sums ? [line("aggregate", keyword(writer, "sum"))] : []),
      ];
      return block(`${keyword(writer, "unit")} ${id} ${quote(title)}`, lines);
    })
    .reduce(
      (all, one) => `${all}${all === "" ? "" : /\}$/u.test(all) || one.endsWith("}") ? "\n\n" : "\n"}${one}`,
      "",
    );
}

function bodiesBlock(writer: Writer): string {
  const { draft, bodyIds } = writer;
  return draft.bodies
    .map(
      (name) =>
        `${keyword(writer, "body")} ${bodyIds.get(bodyKey(name))!} ${quote(withCapital(draft.printed.sentence(name)))}${belonging(writer, name)}`,
    )
    .join("\n");
}

/** "Phòng …", "Văn phòng Sở", "… của Sở" belong to the department that issues the plan. */
function belonging(writer: Writer, name: string): string {
  const { issuer } = writer.draft.heading;
  const head = /^(?:sở|bộ|cục|tổng cục|chi cục|ban)(?!\p{L})/iu.exec(issuer ?? "")?.[0];
  const id = issuer === null ? undefined : writer.bodyIds.get(bodyKey(issuer));
  if (head === undefined || id === undefined || bodyKey(name) === bodyKey(issuer ?? "")) return "";
  const belongs =
    /^(?:phòng|văn phòng|thanh tra)(?!\p{L})/iu.test(name) ||
    bodyKey(name).endsWith(` ${bodyKey(issuer ?? "")}`) ||
    new RegExp(`(?:của|thuộc) ${head}$`, "iu").test(name);
  if (!belongs) return "";
  return ` ${writer.keywords === "vi" ? "thuộc" : "in"} ${id}`;
}

/** The items in the order of the document, a region for each of its main parts, headings as comments between them. */
function itemBlocks(writer: Writer): readonly string[] {
  const blocks: string[] = [];
  let part: Clause | null = null;
  let shown: Clause | null = null;
  for (const item of writer.draft.items) {
    const path = pathOf(item.clause);
    const top = path[0]!;
    if (top !== part) {
      if (part !== null) blocks.push("# endregion");
      blocks.push(`# region ${title(writer, top)}`);
      part = top;
      shown = top;
    }
    const { parent } = item.clause;
    if (parent !== null && parent !== shown && parent !== top) blocks.push(`# ${title(writer, parent)}`);
    shown = parent;
    blocks.push(itemText(writer, item));
  }
  if (part !== null) blocks.push("# endregion");
  return blocks;
}

function pathOf(clause: Clause): readonly Clause[] {
  const path: Clause[] = [];
  for (let at: Clause | null = clause; at !== null; at = at.parent) path.unshift(at);
  return path;
}

const LONGEST_TITLE = 100;

function title({ draft }: Writer, clause: Clause): string {
  const heading = draft.printed.sentence(headingOf(clause)).replace(/[\p{Cc}\p{Cf}]+/gu, " ");
  const short =
    heading.length > LONGEST_TITLE
      ? `${heading.slice(0, heading.lastIndexOf(" ", LONGEST_TITLE))} …`
      : heading;
  return `${clause.address}. ${short}`.trim();
}

function itemText(writer: Writer, item: DraftItem): string {
  switch (item.kind) {
    case "doubt":
      return checkComment(
        "doubt",
        writer.language,
        `${item.clause.address} ${item.clause.text}`.slice(0, 300),
      );
    case "indicator":
      return indicatorText(writer, item);
    case "task":
      return taskText(writer, item);
  }
}

function indicatorText(writer: Writer, item: IndicatorDraft): string {
  const { units, language, names } = writer;
  const { group } = item;
  const line = lineWriter(writer);
  const unit = units.of(group);
  const targets = group.commitments.map((commitment) => ({
    commitment,
    ...draftTarget(commitment, {
      language: writer.keywords,
      percent: unit.id === "percent",
      lastYear: writer.draft.years?.[1] ?? null,
      direction: item.direction,
    }),
  }));
  const checks = new Set(targets.flatMap((target) => target.checks));
  checks.delete("not-expressible");
  const lines = [
    ...clauseLines(writer, item.clause, item.words),
    ...(unit.guessed ? [checkComment("unit-guessed", language)] : []),
    line("unit", unit.id),
    ...(unit.sums ? [line("aggregate", keyword(writer, "sum"))] : []),
    ...[...checks].map((check) => checkComment(check, language)),
    ...targets.map(({ text }) =>
      text === null ? checkComment("not-expressible", language, group.words) : line("target", text),
    ),
    ...bodyLines(writer, item),
  ];
  const words = indicatorWords(item.name);
  // The unit has the name already: "lop", and "so_lop" for how many there are.
  const own = words.join("_") === unit.id ? ["so", ...words] : words;
  const id = names.take(own, "chi_tieu");
  return block(`${keyword(writer, "indicator")} ${id} ${quote(item.name)}`, lines);
}

function taskText(writer: Writer, item: TaskDraft): string {
  const line = lineWriter(writer);
  const { period, unsaid } = item.due;
  const due = period === "every" ? everyYear(writer) : period === null ? null : periodText(writer, period);
  const lines = [
    ...clauseLines(writer, item.clause, item.words),
    ...bodyLines(writer, item),
    ...(unsaid === "" ? [] : [checkComment("day-unsaid", writer.language, unsaid)]),
    ...(due === null ? [] : [line("due", due)]),
  ];
  const id = writer.names.take(tellingWords(withoutFirstDates(item.name)), "nhiem_vu");
  return block(`${keyword(writer, "task")} ${id} ${quote(item.name)}`, lines);
}

/** Only where the plan's years are known. */
function everyYear(writer: Writer): string | null {
  if (writer.draft.years === null) return null;
  return writer.keywords === "vi" ? "mỗi năm" : "every year";
}

function clauseLines(writer: Writer, clause: Clause, words: string): readonly string[] {
  const address = citedAddress(writer.document, clause);
  const cited = lineWriter(writer)("clause", address, ...(words === "" ? [] : [quote(words)]));
  return words === "" ? [checkComment("no-words", writer.language), cited] : [cited];
}

function bodyLines(writer: Writer, item: IndicatorDraft | TaskDraft): readonly string[] {
  const line = lineWriter(writer);
  const ids = (bodies: readonly string[]) => [
    ...new Set(bodies.flatMap((name) => writer.bodyIds.get(bodyKey(name)) ?? [])),
  ];
  const lead = ids(item.lead);
  const partners = ids(item.with).filter((id) => !lead.includes(id));
  return [
    ...(lead.length === 0 ? [] : [line("lead", lead.join(", "))]),
    ...(partners.length === 0 ? [] : [line("with", partners.join(", "))]),
  ];
}

function keyword({ keywords }: Writer, word: Keyword): string {
  return keywordText(word, keywords);
}

function lineWriter(writer: Writer) {
  return (word: Keyword, ...rest: readonly string[]) => [keyword(writer, word), ...rest].join(" ");
}

function block(head: string, lines: readonly string[]): string {
  return lines.length === 0 ? head : `${head} {\n${lines.map((line) => `  ${line}\n`).join("")}}`;
}
