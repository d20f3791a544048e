import { toRoman } from "../text/roman-numeral.ts";
import type { CitedStep } from "./citation.ts";
import { type ClauseDraft, printedLabel } from "./clause-draft.ts";
import type { LabelKind, PrintedLabel } from "./label.ts";
import type { Placement } from "./label-stack.ts";
import { lettersBetween } from "./numerals.ts";
import type { PrintedParagraph } from "./paragraphs.ts";
import type { OutlineNote } from "./plan-document.ts";

/** What has been counted so far in a document. */
export interface Numbering {
  /** How many clauses would have each address. */
  readonly addresses: Map<string, number>;
  readonly notes: OutlineNote[];
  /** Counts and last values of what has no parent; they start again behind a signature. */
  bullets: Map<LabelKind, number> | null;
  series: Map<string, number> | null;
  /** The last value of each style, wherever it stood: articles and targets count through a whole document. */
  readonly lastOfKind: Map<string, number>;
  appendices: number;
}

export function createNumbering(): Numbering {
  return {
    addresses: new Map(),
    notes: [],
    bullets: null,
    series: null,
    lastOfKind: new Map(),
    appendices: 0,
  };
}

/** Makes the clause for a label whose place is known: its address, what it is cited by, what is odd about its number. */
export function numberClause(
  numbering: Numbering,
  text: string,
  { label, part }: Placement,
  paragraph: PrintedParagraph,
  under: ClauseDraft | null,
): ClauseDraft {
  // Articles count through a whole law, and appendices through a whole document.
  const isRoot = label.kind === "appendix";
  const parent = isRoot ? null : under;
  const owner = parent ?? numbering;
  const isCounted =
    label.kind === "dash" || label.kind === "star" || label.kind === "plus" || label.kind === "row";
  const ordinal = isCounted ? countBullet(owner, label.kind) : label.value;
  const ownPart = isCounted
    ? `${part}${ordinal}`
    : label.kind === "appendix"
      ? appendixPart(numbering, label, part)
      : part;
  const bareAddress = label.kind === "article" ? ownPart : joinAddress(parent?.address ?? "", ownPart);
  const repetition = (numbering.addresses.get(bareAddress) ?? 0) + 1;
  numbering.addresses.set(bareAddress, repetition);
  const address = repetition === 1 ? bareAddress : `${bareAddress}~${repetition}`;
  const span = { start: label.start, end: label.end };
  if (repetition > 1) numbering.notes.push({ kind: "repeated-address", address, span, bareAddress });
  if (!isCounted) noteGap(numbering, owner, label, address, repetition > 1);
  const printed = printedLabel(text, label);
  const step: CitedStep = {
    kind: label.kind,
    part: ownPart,
    path: label.path,
    label: printed,
    ordinal,
    repetition,
  };
  return {
    address,
    label,
    printed,
    steps: [...(parent?.steps ?? []), step],
    parent,
    paragraphs: [paragraph],
    titleOnNextLine: label.textStart >= paragraph.span.end,
    bullets: null,
    series: null,
  };
}

/** What numbers the clauses below it: a clause, or the document. Most clauses have none below. */
interface Counter {
  bullets: Map<LabelKind, number> | null;
  series: Map<string, number> | null;
}

function countBullet(owner: Counter, kind: LabelKind): number {
  owner.bullets ??= new Map();
  const ordinal = (owner.bullets.get(kind) ?? 0) + 1;
  owner.bullets.set(kind, ordinal);
  return ordinal;
}

function appendixPart(numbering: Numbering, label: PrintedLabel, part: string): string {
  numbering.appendices = label.value > 0 ? label.value : numbering.appendices + 1;
  return part === "PL" ? `PL${numbering.appendices}` : part;
}

/** Parts are joined by dots (`r3` too); `-1`, `*1`, `+1` and `(1)` attach directly. */
function joinAddress(parent: string, part: string): string {
  return parent === "" || /^[-*+(]/u.test(part) ? parent + part : `${parent}.${part}`;
}

const MOST_MISSING = 10;

function noteGap(
  numbering: Numbering,
  owner: Counter,
  label: PrintedLabel,
  address: string,
  isRepeated: boolean,
): void {
  if (label.value === 0) return;
  const key = `${label.kind} ${label.path.slice(0, -1).join(".")}`;
  owner.series ??= new Map();
  const before = owner.series.get(key) ?? 0;
  const continues = numbering.lastOfKind.get(label.kind) === label.value - 1;
  owner.series.set(key, label.value);
  numbering.lastOfKind.set(label.kind, label.value);
  if (isRepeated || continues || label.value <= before + 1) return;
  const missing = missingBetween(label, before);
  if (missing.length === 0) return;
  const span = { start: label.start, end: label.end };
  numbering.notes.push({ kind: "numbering-gap", address, span, missing });
}

function missingBetween(label: PrintedLabel, before: number): readonly string[] {
  if (label.kind === "lower") return lettersBetween(before, label.value).slice(0, MOST_MISSING);
  if (label.kind === "upper")
    return lettersBetween(before, label.value)
      .slice(0, MOST_MISSING)
      .map((letter) => letter.toUpperCase());
  const count = Math.min(label.value - before - 1, MOST_MISSING);
  return Array.from({ length: count }, (_, index) => toPart(label.kind, before + 1 + index));
}

function toPart(kind: LabelKind, value: number): string {
  const prefixes: Partial<Record<LabelKind, string>> = {
    appendix: "PL",
    part: "P",
    chapter: "C",
    section: "M",
    article: "Đ",
    objective: "MT",
    target: "CT",
    duty: "NV",
  };
  if (kind === "roman") return toRoman(value);
  if (kind === "parenthesised") return `(${value})`;
  if (kind === "small-roman") return `(${toRoman(value).toLowerCase()})`;
  return `${prefixes[kind] ?? ""}${value}`;
}
