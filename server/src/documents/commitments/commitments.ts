import type { TextSpan } from "../../text/text-span.ts";
import { paragraphStarts } from "../clause-lookup.ts";
import type { Clause, PlanDocument } from "../plan-document.ts";
import { bindCadences, readPeriodic } from "./cadences.ts";
import { carryOver } from "./carry.ts";
import { bindDates } from "./dates.ts";
import {
  belowHeading,
  type HeadingContext,
  inDocument,
  isReportSentence,
  noHeading,
  readHeadings,
} from "./headings.ts";
import { type Item, readItems } from "./items.ts";
import type { Cadence, Comparator } from "./lexicon.ts";
import type { PeriodPhrase } from "./periods.ts";
import type { Change, Promised } from "./promise.ts";
import { selectPromised } from "./select.ts";
import { isBasis, splitSentences } from "./sentences.ts";
import { readRow, shifted } from "./table-rows.ts";
import { printedWords, type Token, tokenize } from "./tokens.ts";

/** One quantitative promise of a clause. */
export interface Commitment {
  /** `2025`, `2026-H1`, `2026-Q3`, `2027-06`, `2026-12-31`; a range `2025..2030` or `2025..`; null where none is said. */
  readonly period: string | null;
  readonly every: Cadence | null;
  readonly comparator: Comparator;
  /** A decimal, `0.5`; a fraction to 12 places; a change has no sign. */
  readonly value: string;
  /** The second value of `between`, else null. */
  readonly upper: string | null;
  /** As printed after the number; null for ranks, zero, fractions and where none is printed. */
  readonly unit: string | null;
  /** Null for a level. */
  readonly change: Change | null;
  /** The words it was read from, in the text that was read: of a clause's commitment, in `clause.text`. */
  readonly span: TextSpan;
}

export interface CommitmentReading {
  /** In the order of the text. */
  readonly commitments: readonly Commitment[];
  /** The text has a quantity and a year, and nothing in it was understood as a promise nor as none. */
  readonly notUnderstood: boolean;
}

const NOTHING: CommitmentReading = { commitments: [], notUnderstood: false };

/**
 * Reads the commitments of a paragraph. `headings` are the texts above it, nearest last: what has no date of its own
 * has the nearest heading's. Total and linear in the length of the text.
 */
export function readCommitments(text: string, headings: readonly string[]): CommitmentReading {
  return readUnder(text, readHeadings(headings));
}

function readParagraph(text: string, tokens: readonly Token[], heading: HeadingContext): CommitmentReading {
  if (isBasis(tokens, 0)) return NOTHING;
  const commitments: Commitment[] = [];
  let hasDoubt = false;
  let hasYear = heading.period !== null;
  for (const { from, to } of splitSentences(tokens)) {
    if (isBasis(tokens, from) || isReportSentence(tokens, from, to)) continue;
    const items = readItems(tokens, from, to);
    hasYear ||= items.some(({ kind }) => kind === "period");
    const reading = readSentence(text, tokens, items, heading);
    commitments.push(...reading.commitments);
    hasDoubt ||= reading.hasDoubt;
  }
  return { commitments, notUnderstood: commitments.length === 0 && hasDoubt && hasYear };
}

function readSentence(
  text: string,
  tokens: readonly Token[],
  items: readonly Item[],
  heading: HeadingContext,
) {
  const inherits = heading.period !== null || heading.cadence !== null;
  const { promised, hasDoubt } = selectPromised(tokens, items, inherits, heading.isOfPlan);
  bindDates(tokens, items, promised, inherits);
  bindCadences(tokens, items, promised, heading);
  carryOver(tokens, items, promised);
  const implied = readPeriodic(tokens, items, promised);
  const found = [...implied, ...promised].sort((a, b) => a.at - b.at);
  const due = found.filter((one) => !isOver(one, heading));
  const dated = due.filter((one) => isDated(one, heading));
  const commitments = dated.map((one) => toCommitment(text, tokens, one, heading));
  return { commitments, hasDoubt: hasDoubt || dated.length < due.length };
}

/** "năm 2024 đạt 62%" in a plan for 2026 to 2030 tells how it was. */
function isOver({ period }: Promised, { since }: HeadingContext): boolean {
  if (period === null || since === null || period.kind === "open" || period.to === "") return false;
  return period.to.slice(0, since.length) < since;
}

/** "trước năm 2028" is no end of a year, and nothing is none without saying when. */
function isDated({ item, period }: Promised, heading: HeadingContext): boolean {
  if (period?.kind === "deadline") return false;
  return item.kind !== "zero" || period !== null || heading.period !== null;
}

function toCommitment(
  text: string,
  tokens: readonly Token[],
  one: Promised,
  heading: HeadingContext,
): Commitment {
  const { quantity, item } = one;
  const unit = quantity && (printedWords(text, tokens, quantity.unitFrom, quantity.unit.end) || null);
  return {
    period: periodOf(one, heading),
    every: one.every,
    comparator: one.comparator ?? "reach",
    value: one.value,
    upper: quantity?.upper ?? null,
    unit,
    change: one.change,
    span: { start: tokens[item.from]!.start, end: tokens[item.to - 1]!.end },
  };
}

/** A cadence and an average growth have the whole of a stage, a level its last year. */
function periodOf(one: Promised, heading: HeadingContext): string | null {
  const isRecurring = one.every !== null || one.change === "per-year";
  const own = one.period;
  const inherited = own === null;
  const period = own ?? heading.period;
  if (period === null || period.kind === "deadline") return null;
  // "Mục tiêu đến năm 2030" over "hằng năm …" doesn't say in which years.
  if (
    one.every !== null &&
    period.kind === "point" &&
    (period.until || (inherited && isYearOnly(heading.period)))
  )
    return null;
  return written(period, isRecurring);
}

function isYearOnly(period: PeriodPhrase | null): boolean {
  return period?.until === true;
}

function written(period: PeriodPhrase, isRecurring: boolean): string {
  switch (period.kind) {
    case "open":
      return `${period.from}..`;
    case "range":
      return `${period.from}..${period.to}`;
    case "stage":
      return isRecurring ? `${period.from}..${period.to}` : period.to;
    default:
      return period.to;
  }
}

const known = new WeakMap<PlanDocument, ReadonlyMap<Clause, CommitmentReading>>();

/**
 * The commitments of each clause of a document that has any, or that has something not understood: recognised when
 * first asked for, and the same map as long as the document is the same.
 */
export function commitmentsOf(document: PlanDocument): ReadonlyMap<Clause, CommitmentReading> {
  const found = known.get(document) ?? recognise(document);
  known.set(document, found);
  return found;
}

function recognise(document: PlanDocument): ReadonlyMap<Clause, CommitmentReading> {
  const found = new Map<Clause, CommitmentReading>();
  const contexts = new Map<Clause, HeadingContext>();
  let top = inDocument(document.kind, document.date);
  let between: string | null = null;
  for (const clause of document.clauses) {
    // A clause comes after its parent.
    let above = clause.parent === null ? top : contexts.get(clause.parent)!;
    // A numbered label at the top begins a section of its own.
    if (between !== null && (clause.parent !== null || /^[-–—•*+]/u.test(clause.label))) {
      above = belowHeading(above, between);
      if (clause.parent === null) top = above;
      else contexts.set(clause.parent, above);
    }
    between = null;
    if (clause.children.length > 0) contexts.set(clause, belowHeading(above, clause.text));
    if (clause.cells !== null) {
      const commitments = readRow(clause, clause.cells, above, readUnder);
      if (commitments.length > 0) found.set(clause, { commitments, notUnderstood: false });
      continue;
    }
    const [first, ...others] = clause.paragraphs;
    const under = others.length > 0 && introduces(first!.text) ? belowHeading(above, first!.text) : above;
    const readings = clause.paragraphs.map(({ text }, index) => readUnder(text, index === 0 ? above : under));
    const starts = paragraphStarts(clause);
    const commitments = readings.flatMap((reading, index) =>
      reading.commitments.map((one) => shifted(one, starts[index]!)),
    );
    if (clause.children.length === 0) between = headingAtEnd(others.at(-1)?.text, readings.at(-1)!);
    const notUnderstood = commitments.length === 0 && readings.some((reading) => reading.notUnderstood);
    if (commitments.length > 0 || notUnderstood) found.set(clause, { commitments, notUnderstood });
  }
  return found;
}

/** "Đến năm 2030:" behind an item of a list, above the next one: it has no label, and is of those that follow. */
function headingAtEnd(text: string | undefined, { commitments }: CommitmentReading): string | null {
  if (text === undefined || commitments.length > 0 || !introduces(text)) return null;
  return belowHeading(noHeading, text).period === null ? null : text;
}

function readUnder(text: string, heading: HeadingContext): CommitmentReading {
  if (heading.isReport || !mayPromise(text)) return NOTHING;
  const tokens = tokenize(text);
  return tokens.length === 0 ? NOTHING : readParagraph(text, tokens, heading);
}

/** Most paragraphs have neither a figure nor a word that can do without one, and needn't be read further. */
function mayPromise(text: string): boolean {
  return /\d/u.test(text) || WORDED.test(text.normalize("NFC"));
}

const WORDED =
  /ít\s*nhất|tối\s*thiểu|không\s*(còn|quá|dưới)|tối\s*đa|x[óo][aá]\s*bỏ|định\s*k|nửa|phần|gấp|mỗi|h[ằà]ng|trên|hơn|least|most|every|each|half|double/iu;

const LONGEST_TITLE = 90;

/** A clause's first paragraph that is a heading for those below it. */
function introduces(text: string): boolean {
  return text.endsWith(":") || (text.length <= LONGEST_TITLE && !/[.;,]$/u.test(text));
}
