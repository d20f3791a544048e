import type { TextSpan } from "../text/text-span.ts";
import { appendParagraph, type ClauseDraft, finishClauses, toOpenLabel } from "./clause-draft.ts";
import { createNumbering, type Numbering, numberClause } from "./clause-numbering.ts";
import { follows, placeLabel } from "./label-stack.ts";
import type { PrintedParagraph } from "./paragraphs.ts";
import type { Clause, OutlineNote } from "./plan-document.ts";
import { findFrontEnd, findNextMajor, findQuotationEnd, type ParagraphRole, roleOf } from "./zones.ts";

export interface Outline {
  /** The paragraphs before the first clause, from which number, date, title and bases are read. */
  readonly front: readonly PrintedParagraph[];
  readonly clauses: readonly Clause[];
  readonly frontMatter: readonly TextSpan[];
  readonly backMatter: readonly TextSpan[];
  readonly notes: readonly OutlineNote[];
}

type Zone = "front" | "body" | "back";

/** A run of paragraphs in one zone: indices, `to` exclusive. */
interface ZoneRun {
  readonly zone: Zone;
  readonly from: number;
  to: number;
}

interface Reading {
  readonly text: string;
  readonly paragraphs: readonly PrintedParagraph[];
  readonly roles: readonly ParagraphRole[];
  readonly nextMajor: readonly number[];
  readonly drafts: ClauseDraft[];
  /** The clauses that are open, outermost first. */
  readonly open: ClauseDraft[];
  readonly numbering: Numbering;
  readonly runs: ZoneRun[];
  /** Bullets before this paragraph are no clauses. */
  frontEnd: number;
}

/** Builds the tree of clauses from a document's paragraphs, of whatever kind of file they are. */
export function buildOutline(text: string, paragraphs: readonly PrintedParagraph[]): Outline {
  const roles = paragraphs.map((paragraph) => roleOf(text, paragraph));
  const nextMajor = findNextMajor(paragraphs, roles);
  const frontEnd = findFrontEnd(paragraphs, roles, 0);
  const numbering = createNumbering();
  const reading: Reading = {
    text,
    paragraphs,
    roles,
    nextMajor,
    drafts: [],
    open: [],
    numbering,
    runs: [],
    frontEnd,
  };
  let zone: Zone = "front";
  let quotationEnd = 0;
  for (let i = 0; i < paragraphs.length; i += 1) {
    if (zone === "body" && i >= quotationEnd) quotationEnd = findQuotationEnd(text, paragraphs, i);
    if (i < quotationEnd) appendParagraph(reading.open.at(-1)!, paragraphs[i]!);
    else zone = readParagraph(reading, zone, i);
    recordRun(reading, zone, i);
    if (zone !== "back" && roles[i]!.hasEndMark && !resumes(reading, i + 1)) {
      closeAll(reading);
      zone = "back";
    }
  }
  return finish(reading);
}

/** Reads one paragraph into the zone it turns out to be in. */
function readParagraph(reading: Reading, zone: Zone, index: number): Zone {
  const here = zoneOf(reading, zone, index);
  if (here !== "body") {
    closeAll(reading);
    if (here === "front" && zone !== "front")
      reading.frontEnd = findFrontEnd(reading.paragraphs, reading.roles, index);
    return here;
  }
  if (openClause(reading, index)) return here;
  const innermost = reading.open.at(-1);
  // What stands below a table that is in no clause introduces what comes next.
  if (innermost === undefined) return "front";
  appendParagraph(innermost, reading.paragraphs[index]!);
  return here;
}

function zoneOf(reading: Reading, zone: Zone, index: number): Zone {
  const role = reading.roles[index]!;
  const paragraph = reading.paragraphs[index]!;
  if (zone !== "back" && role.isRecipients) return "back";
  if (zone === "body") {
    if (role.isSignature && !resumes(reading, index + 1)) return "back";
    return role.isKind && attachmentFollows(reading, index) ? "front" : "body";
  }
  if (zone === "back" && (role.isKind || role.isAttached)) return "front";
  if (paragraph.label === null) return zone;
  if (paragraph.row && !paragraph.row.isHeading) return zone;
  if (paragraph.row && zone === "back") return "body";
  if (zone === "front") return index >= reading.frontEnd && !role.isPreamble ? "body" : "front";
  const { kind, value } = paragraph.label;
  const isBeginning = (kind === "roman" || kind === "upper") && value === 1;
  return isBeginning || ["appendix", "part", "chapter", "article"].includes(kind) ? "body" : "back";
}

/** "KẾ HOẠCH … (Ban hành kèm theo …)": another document begins, although the one before was not signed off. */
function attachmentFollows(reading: Reading, index: number): boolean {
  return reading.roles.slice(index + 1, index + 9).some((role) => role.isAttached);
}

/** A "./." or a title that is not the end: the next numbered label goes on a series that is open. */
function resumes(reading: Reading, from: number): boolean {
  const label = reading.paragraphs[reading.nextMajor[from]!]?.label;
  if (!label || label.kind === "appendix") return false;
  return reading.open.some(
    ({ label: other }) => other.kind === label.kind && follows(label.kind, other.value, label.value),
  );
}

function closeAll(reading: Reading): void {
  if (reading.open.length === 0) return;
  reading.open.length = 0;
  reading.numbering.series = null;
  reading.numbering.bullets = null;
  reading.numbering.lastOfKind.clear();
}

/** Opens the clause a paragraph is labelled as; false if it has no label, or one that fits nowhere. */
function openClause(reading: Reading, index: number): boolean {
  const paragraph = reading.paragraphs[index]!;
  const { text, open } = reading;
  // What follows a table is no part of its last row, nor the title of a label that stood alone above the table.
  if (open.at(-1)?.label.kind === "row") {
    open.length -= 1;
    const above = open.at(-1);
    if (above !== undefined) above.titleOnNextLine = false;
  }
  if (paragraph.label === null) return false;
  const placement = placeLabel(
    open.map((draft) => toOpenLabel(text, draft)),
    paragraph.label,
  );
  if (placement === null) return false;
  open.length = placement.depth;
  const draft = numberClause(reading.numbering, text, placement, paragraph, open.at(-1) ?? null);
  open.push(draft);
  reading.drafts.push(draft);
  return true;
}

function recordRun(reading: Reading, zone: Zone, index: number): void {
  const last = reading.runs.at(-1);
  if (last?.zone === zone) last.to = index + 1;
  else reading.runs.push({ zone, from: index, to: index + 1 });
}

function finish({ text, paragraphs, drafts, runs, numbering }: Reading): Outline {
  const spansOf = (zone: Zone): readonly TextSpan[] =>
    runs
      .filter((run) => run.zone === zone)
      .map((run) => ({ start: paragraphs[run.from]!.span.start, end: paragraphs[run.to - 1]!.span.end }));
  const first = runs[0];
  return {
    front:
      first?.zone === "front" ? paragraphs.slice(0, first.to).filter(({ row }) => row === undefined) : [],
    clauses: finishClauses(text, drafts),
    frontMatter: spansOf("front"),
    backMatter: spansOf("back"),
    notes: numbering.notes,
  };
}
