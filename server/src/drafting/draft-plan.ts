import { type CommitmentReading, commitmentsOf } from "../documents/commitments/commitments.ts";
import type { Clause, PlanDocument } from "../documents/plan-document.ts";
import { findQuotedWords } from "../documents/quoted-words.ts";
import { oneLine } from "../text/one-line.ts";
import { readActors } from "./actors.ts";
import { bodyKey } from "./bodies.ts";
import { beginsWithDeed } from "./deeds.ts";
import { type PlanHeading, readPlanHeading } from "./plan-heading.ts";
import { learnCase, type PrintedCase, withCapital } from "./printed-case.ts";
import { groupPromises, type PromiseGroup } from "./promise-groups.ts";
import { readRow } from "./rows.ts";
import { headingOf, sectionsOf } from "./sections.ts";
import { saysSomething } from "./subject.ts";
import { draftTask, isTaskClause, shorten, type TaskDraft } from "./tasks.ts";

/** An indicator as it will be written, its bodies as printed. */
export interface IndicatorDraft {
  readonly kind: "indicator";
  readonly clause: Clause;
  readonly name: string;
  readonly words: string;
  readonly lead: readonly string[];
  readonly with: readonly string[];
  readonly group: PromiseGroup;
  /** Which way a change goes. */
  readonly direction: "up" | "down" | null;
}

/** A clause with a number and a year that nobody should guess at. */
export interface DoubtDraft {
  readonly kind: "doubt";
  readonly clause: Clause;
}

export type DraftItem = IndicatorDraft | TaskDraft | DoubtDraft;

/** A plan as read from a document, before names, units and the spelling of the file are chosen. */
export interface PlanDraft {
  readonly heading: PlanHeading;
  /** First and last year; null where nothing tells them. */
  readonly years: readonly [number, number] | null;
  /** The title does not give them, or not all that the dates of the commitments need. */
  readonly yearsGuessed: boolean;
  /** Bodies as printed, the issuer first, each once. */
  readonly bodies: readonly string[];
  /** In the order of the document. */
  readonly items: readonly DraftItem[];
  readonly printed: PrintedCase;
}

/**
 * Reads a signed document as a plan: an indicator for each thing that is promised, a task for each thing that is to be
 * done, the bodies that answer for them. Total: any document gives a draft, if need be an empty one.
 *
 * @param text the text that the document was read from
 */
export function draftPlan(text: string, document: PlanDocument): PlanDraft {
  const printed = learnCase(text);
  const heading = readPlanHeading(text, document, printed);
  const found = commitmentsOf(document);
  const sections = sectionsOf(document);
  const onlyYear = heading.years !== null && heading.years[0] === heading.years[1] ? heading.years[0] : null;
  const items = document.clauses.flatMap((clause): DraftItem[] => {
    const reading = found.get(clause);
    const section = sections.get(clause)!;
    const indicators = draftIndicators(clause, reading);
    const isTask = isTaskClause(clause, section) && (indicators.length === 0 || saysMore(clause, indicators));
    return [
      ...indicators,
      ...(reading?.notUnderstood ? [{ kind: "doubt" as const, clause }] : []),
      ...(isTask ? [withQuotation(draftTask(clause, section, onlyYear))] : []),
    ];
  });
  const years = yearsOf(heading, items);
  return { heading, ...years, bodies: bodiesOf(heading, items), items, printed };
}

/** The indicators of one clause, in the order of its text; none where it promises nothing. */
export function draftIndicators(
  clause: Clause,
  reading: CommitmentReading | undefined,
): readonly IndicatorDraft[] {
  if (!reading || reading.commitments.length === 0) return [];
  if (clause.cells !== null && clause.cells.length > 0) return ofRow(clause, reading);
  return groupPromises(clause.text, reading.commitments).map((group) => {
    const context = group.before;
    const actors = leadersOf(context === "" ? group.subject : context, group);
    const subject = actors.subject ?? group.subject;
    return {
      kind: "indicator",
      clause,
      name: nameOf(subject, clause),
      words: quotable(clause, group.words),
      lead: actors.lead,
      with: [],
      group,
      direction: directionOf(group),
    };
  });
}

function ofRow(clause: Clause, { commitments }: CommitmentReading): readonly IndicatorDraft[] {
  const row = readRow(clause.cells ?? []);
  const kinds = new Map<string, (typeof commitments)[0][]>();
  for (const one of commitments) {
    const key = `${one.unit} ${one.change} ${one.every}`;
    kinds.set(key, [...(kinds.get(key) ?? []), one]);
  }
  return [...kinds.values()].map((own) => ({
    kind: "indicator",
    clause,
    name: nameOf(row.name.replace(/\s*\([^()]*\)$/u, ""), clause),
    words: quotable(clause, shorten(row.name, 100, false)),
    lead: row.lead,
    with: row.with,
    group: {
      commitments: own,
      subject: row.name,
      words: row.name,
      before: row.name,
      after: "",
      isDeed: beginsWithDeed(row.name),
    },
    direction: /giảm|hạ|rút ngắn/iu.test(clause.text)
      ? "down"
      : /tăng|nâng/iu.test(clause.text)
        ? "up"
        : null,
  }));
}

const LONGEST_NAME = 120;
const LONGEST_QUOTATION = 160;

function nameOf(subject: string, clause: Clause): string {
  const words = subject
    .replace(/^[\s,;:.–-]+/u, "")
    .replace(/^(?:toàn|cả) (?:tỉnh|huyện|xã|thành phố|ngành|nước),?\s+(?=\p{L})/iu, "")
    .replace(/^(?:các|những|số các|toàn bộ)\s+(?=\p{L})/iu, "")
    .replace(/^(?:tổ chức|có|thực hiện)\s+(?=\p{L}+\s)/iu, "");
  if (saysSomething(words)) return withCapital(shorten(words, LONGEST_NAME));
  const above = clause.parent === null ? "" : headingOf(clause.parent);
  const own =
    saysSomething(clause.text.slice(0, LONGEST_NAME)) || !saysSomething(above) ? clause.text : above;
  return withCapital(shorten(oneLine(own.slice(0, 2 * LONGEST_NAME)), LONGEST_NAME));
}

function withQuotation(task: TaskDraft): TaskDraft {
  return { ...task, words: quotable(task.clause, task.words) };
}

/** The words as they may be quoted: in the clause, and not too long; else none. */
function quotable(clause: Clause, words: string): string {
  // Emphasis of Markdown is no part of the words.
  const plain = words.replace(/[*\\`]+/gu, "");
  const quoted = plain.length <= LONGEST_QUOTATION ? plain : shorten(plain, LONGEST_QUOTATION, false);
  return quoted !== "" && isQuotedIn(clause.text, quoted) ? quoted : "";
}

const AROUND = 20;

/** Looks first where the words stand letter by letter: a clause may be long, and have a thousand promises. */
function isQuotedIn(text: string, words: string): boolean {
  const at = text.indexOf(words);
  const near = at < 0 ? "" : text.slice(Math.max(0, at - AROUND), at + words.length + AROUND);
  return findQuotedWords(near, words) !== undefined || findQuotedWords(text, words) !== undefined;
}

/** "Hằng năm, Tỉnh đoàn tổ chức ít nhất hai diễn đàn": who acts, and the subject without them. */
function leadersOf(
  words: string,
  group: PromiseGroup,
): { readonly lead: readonly string[]; readonly subject: string | null } {
  const from = words.replace(
    /^(?:(?:định kỳ|hằng|hàng|mỗi|đến|từ|trong|vào|phấn đấu|phần đấu|phấn đầu|phần đầu)(?!\p{L})[^,]{0,40},\s*)+/iu,
    "",
  );
  const { lead, rest } = readActors(from, []);
  if (lead.length === 0) return { lead: [], subject: null };
  const isSubject = group.subject.startsWith(from.slice(0, 12));
  return { lead, subject: isSubject && words === group.subject ? from.slice(rest) : null };
}

const SHORTEST_PART = 12;

/** Whether a clause of tasks has a sentence, or a part of one, that promises nothing: it is a task besides. */
function saysMore({ text }: Clause, indicators: readonly IndicatorDraft[]): boolean {
  const starts = indicators.flatMap(({ group }) => group.commitments.map(({ span }) => span.start));
  let from = 0;
  return text.split(/([;.](?=\s|$)|\n)/u).some((part) => {
    const to = from + part.length;
    const promises = starts.some((start) => from <= start && start < to);
    from = to;
    return part.trim().length > SHORTEST_PART && !promises;
  });
}

/** Which way a change goes, as the words around its number say. */
export function directionOf({ before, after }: PromiseGroup): "up" | "down" | null {
  const down = lastOf(before, /giảm|hạ(?! tầng)|rút ngắn|reduce|cut|decrease|fall/giu);
  const up = lastOf(before, /tăng(?! cường)|nâng(?! cao)|gấp|increase|raise|grow|rise/giu);
  if (down !== up) return down > up ? "down" : "up";
  if (/giảm/iu.test(after)) return "down";
  return /tăng/iu.test(after) ? "up" : null;
}

function lastOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}

/** The years of the title, or those of the dates; widened where a date lies outside. */
function yearsOf(
  { years, yearsArePrinted, issued }: PlanHeading,
  items: readonly DraftItem[],
): Pick<PlanDraft, "years" | "yearsGuessed"> {
  const dates = items.flatMap((item) =>
    item.kind === "indicator"
      ? item.group.commitments.flatMap(
          ({ period }) => (period ?? "").match(/(?:19|20|21)\d\d(?=$|-|\.)/gu) ?? [],
        )
      : item.kind === "task" && item.due.period !== null && item.due.period !== "every"
        ? [item.due.period.slice(0, 4)]
        : [],
  );
  const all = [
    ...dates.map(Number),
    ...(years ?? (issued === null || dates.length === 0 ? [] : [issued.year])),
  ];
  const recurs = items.some((item) =>
    item.kind === "task" ? item.due.period === "every" : item.kind === "indicator",
  );
  if (all.length === 0) {
    return issued !== null && recurs
      ? { years: [issued.year, issued.year], yearsGuessed: true }
      : { years: null, yearsGuessed: false };
  }
  const widened: readonly [number, number] = [Math.min(...all), Math.max(...all)];
  const isWider = years === null || widened[0] < years[0] || widened[1] > years[1];
  return { years: widened, yearsGuessed: isWider || !yearsArePrinted };
}

/** Every body that is named, each once; of two spellings the first. */
function bodiesOf({ issuer }: PlanHeading, items: readonly DraftItem[]): readonly string[] {
  const named = items.flatMap((item) => (item.kind === "doubt" ? [] : [...item.lead, ...item.with]));
  const bodies = new Map<string, string>();
  for (const name of issuer === null ? named : [issuer, ...named])
    if (!bodies.has(bodyKey(name))) bodies.set(bodyKey(name), name);
  return [...bodies.values()];
}
