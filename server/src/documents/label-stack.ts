import type { LabelKind, PrintedLabel } from "./label.ts";
import { letterValue } from "./numerals.ts";

/** What the placing of a label needs to know of each clause that is still open, outermost first. */
export interface OpenLabel {
  readonly kind: LabelKind;
  readonly value: number;
  readonly delimiter: string;
  readonly path: readonly number[];
  /** Its own words so far end a sentence; a bullet that ends so introduces nothing. */
  readonly finished: boolean;
  /** Its words are a heading in capitals. */
  readonly capitals: boolean;
}

/** Where a label belongs: how many of the open clauses stay open, and the address part under the last of them. */
export interface Placement {
  readonly label: PrintedLabel;
  readonly depth: number;
  readonly part: string;
}

/** Named levels have an order of their own: a chapter is never inside an article. */
const RANKS: Readonly<Partial<Record<LabelKind, number>>> = {
  appendix: 0,
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
};

/**
 * Finds the place of a label among the open clauses: a style that is open closes everything below it and continues
 * its own level, another starts a level below the present one. Null if the label does not fit and is no label.
 */
export function placeLabel(open: readonly OpenLabel[], printed: PrintedLabel): Placement | null {
  const label = chooseReading(open, printed);
  if (label === null) return null;
  const rank = RANKS[label.kind];
  if (rank !== undefined) return { label, depth: depthOfRank(open, rank), part: label.part };
  if (label.kind === "number" && (label.path.length > 1 || label.romanPrefix > 0))
    return placeDotted(open, label);
  if (isNamedGoal(label.kind)) return placeNamedGoal(open, label);
  const same = findSameStyle(open, label);
  const depth = same >= 0 ? same : depthBelowPresent(open, label);
  return { label, depth, part: label.part };
}

function depthOfRank(open: readonly OpenLabel[], rank: number): number {
  let depth = 0;
  for (let i = 0; i < open.length; i += 1) {
    const other = RANKS[open[i]!.kind];
    if (other !== undefined && other < rank) depth = i + 1;
  }
  return depth;
}

function findSameStyle(open: readonly OpenLabel[], label: PrintedLabel): number {
  const isSame = (entry: OpenLabel): boolean => entry.kind === label.kind && entry.path.length <= 1;
  const exact = open.findLastIndex((entry) => isSame(entry) && entry.delimiter === label.delimiter);
  if (exact >= 0) return exact;
  // "1. … 2) …" is one list typed in two ways; "1. … 1) …" are two levels.
  return open.findLastIndex((entry) => isSame(entry) && follows(label.kind, entry.value, label.value));
}

/** True if one value comes after another in a list of that style, with at most two left out. */
export function follows(kind: LabelKind, before: number, after: number): boolean {
  const slack = kind === "lower" || kind === "upper" ? 4 : 3;
  return after > before && after - before <= slack;
}

function isBullet(kind: LabelKind): boolean {
  return kind === "dash" || kind === "star" || kind === "plus";
}

function isNamedGoal(kind: LabelKind): boolean {
  return kind === "objective" || kind === "target" || kind === "duty";
}

/**
 * A new style goes below the present clause, unless that is a bullet whose sentence is over: what follows it then is
 * no part of it. A section heading is never inside a bullet, nor a heading in capitals inside running text.
 */
function depthBelowPresent(open: readonly OpenLabel[], label: PrintedLabel): number {
  let depth = open.length;
  if (label.kind === "plus" && open.at(-1)?.kind === "dash") return depth;
  const isSection = label.kind === "roman" || label.kind === "upper";
  while (depth > 0) {
    const last = open[depth - 1]!;
    const closes = isBullet(last.kind) && (isSection || last.finished);
    if (!closes && !(isSection && isRunningText(last) && isCapitalHeading(label))) break;
    depth -= 1;
  }
  return depth;
}

function isRunningText(entry: OpenLabel): boolean {
  return (
    RANKS[entry.kind] === undefined && entry.kind !== "roman" && entry.kind !== "upper" && !entry.capitals
  );
}

function isCapitalHeading(label: PrintedLabel): boolean {
  return label.value === 1 && /\p{Lu}{2}/u.test(label.rest) && !/\p{Ll}/u.test(label.rest);
}

/** With a dash before it, it stands among the dashes; a level of its own kind that is open comes first. */
function placeNamedGoal(open: readonly OpenLabel[], label: PrintedLabel): Placement {
  const same = open.findLastIndex((entry) => entry.kind === label.kind);
  const dash = label.dashed ? open.findIndex((entry) => isBullet(entry.kind)) : -1;
  const depth = same >= 0 ? same : dash >= 0 ? dash : depthBelowPresent(open, label);
  // "Chỉ tiêu 1.2" under "Mục tiêu 1" is its second.
  const owner =
    label.path.length > 1 ? open.slice(0, depth).findLast((entry) => isNamedGoal(entry.kind)) : undefined;
  const prefix = label.part.slice(0, 2);
  return { label, depth, part: owner?.value === label.path[0] ? `${prefix}${label.value}` : label.part };
}

/** `1.2.` belongs under `1.`; where that was never printed, the address has the number as printed. */
function placeDotted(open: readonly OpenLabel[], label: PrintedLabel): Placement | null {
  if (label.romanPrefix > 0) {
    const section = open.findLastIndex(
      (entry) => entry.kind === "roman" && entry.value === label.romanPrefix,
    );
    if (section < 0) return null;
  }
  const isPrefix = (entry: OpenLabel): boolean =>
    entry.path.length < label.path.length &&
    entry.path.every((number, index) => number === label.path[index]);
  const isNumber = (entry: OpenLabel): boolean => entry.kind === "number";
  const foreign = open.findIndex((entry) => isNumber(entry) && !isPrefix(entry));
  const reachable = foreign < 0 ? open : open.slice(0, foreign);
  const parent = reachable.findLastIndex((entry) => isNumber(entry) && isPrefix(entry));
  if (parent < 0 && foreign < 0 && label.romanPrefix === 0 && label.delimiter === "" && label.path[1] !== 1)
    return null;
  if (parent < 0 && foreign >= 0 && label.delimiter === "" && !continues(open[foreign]!, label)) return null;
  const section = label.romanPrefix > 0 ? open.findLastIndex((entry) => entry.kind === "roman") + 1 : 0;
  const depth = parent >= 0 ? parent + 1 : foreign >= 0 ? foreign : section || depthBelowPresent(open, label);
  const inherited = parent >= 0 ? reachable[parent]!.path.length : 0;
  return { label, depth, part: label.path.slice(inherited).join(".") };
}

function continues(entry: OpenLabel, label: PrintedLabel): boolean {
  const first = label.path[0]! - entry.path[0]!;
  return first === 1 || (first === 0 && label.path.length === entry.path.length);
}

/** `C.` is the letter after B or a roman hundred, `i)` the letter after h or a small roman one: by what is open. */
function chooseReading(open: readonly OpenLabel[], label: PrintedLabel): PrintedLabel | null {
  const reading = label.alternative === null ? label : betterReading(open, label, label.alternative);
  if (reading.kind === "upper" && !fitsUpper(open, reading)) return null;
  if (reading.inserted && !open.some(({ kind, value }) => kind === reading.kind && value === reading.value))
    return null;
  return reading.kind === "lower" && reading.delimiter === "." && !fitsLower(open, reading) ? null : reading;
}

function betterReading(
  open: readonly OpenLabel[],
  label: PrintedLabel,
  alternative: PrintedLabel,
): PrintedLabel {
  const score = scoreReading(open, label);
  const other = scoreReading(open, alternative);
  if (score === 0 && other === 0) {
    // Out of any series: only I, V and X are common as numerals.
    return label.kind === "roman" && !/^[IVX]+$/u.test(label.part) ? alternative : label;
  }
  return other > score ? alternative : label;
}

/** How well a reading goes on what is open: the deeper its series, the better; a first one starts a new series. */
function scoreReading(open: readonly OpenLabel[], label: PrintedLabel): number {
  const index = open.findLastIndex((entry) => entry.kind === label.kind);
  const entry = open[index];
  if (entry && entry.value + 1 === label.value) return 10 + index;
  if (entry && isNextLetter(label, entry.value)) return 10 + index;
  if (label.value === 1 && entry === undefined) return 5;
  return entry && follows(label.kind, entry.value, label.value) ? 4 : 0;
}

function isNextLetter(label: PrintedLabel, before: number): boolean {
  if (label.kind !== "upper" && label.kind !== "lower") return false;
  return follows(label.kind, before, label.value) && label.value - before <= 2;
}

/** A capital letter with a stop may be an initial: as a label it begins with A, goes on a series, or has a heading. */
function fitsUpper(open: readonly OpenLabel[], label: PrintedLabel): boolean {
  if (label.value === letterValue("A")) return true;
  const entry = open.findLast((candidate) => candidate.kind === "upper");
  if (entry !== undefined && entry.value <= label.value && label.value - entry.value <= 4) return true;
  return /\p{Lu}{2}/u.test(label.rest) && !/\p{Ll}/u.test(label.rest);
}

/** A small letter with a stop (`b.`) may be an abbreviation; it counts in a series only. */
function fitsLower(open: readonly OpenLabel[], label: PrintedLabel): boolean {
  return label.value === letterValue("a") || open.some((entry) => entry.kind === "lower");
}
