import { isAllCapitals } from "../documents/fold-text.ts";
import type { Clause } from "../documents/plan-document.ts";
import { oneLine } from "../text/one-line.ts";
import { readActors, readBodyList, readHeadingBodies } from "./actors.ts";
import { type Due, readDue, readDueField, withoutDeadline } from "./dues.ts";
import { withCapital } from "./printed-case.ts";
import { readRow } from "./rows.ts";
import { headingOf, type Section } from "./sections.ts";

/** A task as it will be written, its bodies as printed. */
export interface TaskDraft {
  readonly kind: "task";
  readonly clause: Clause;
  readonly name: string;
  /** Words of the clause to hold the citation by; empty for none. */
  readonly words: string;
  readonly lead: readonly string[];
  readonly with: readonly string[];
  readonly due: Due;
}

/** "Cơ quan chủ trì: …", "Thời gian hoàn thành: …": says more about the clause above, and is no task of its own. */
const REMARK =
  /^(?:các )?(?:cơ quan|đơn vị|phòng|bộ phận)?\s*(chủ trì|phối hợp|thực hiện|đầu mối|thời gian|thời hạn|kết quả|sản phẩm)(?:\s+\p{L}+){0,4}\s*:/iu;

/** Whether a clause says something about the one above it only. */
function isRemark(clause: Clause): boolean {
  return REMARK.test(clause.text.normalize("NFC"));
}

/** Whether a clause in a section of tasks is one: it has no clauses below it, or only remarks. */
export function isTaskClause(clause: Clause, section: Section): boolean {
  if (!section.isTask || isRemark(clause)) return false;
  if (clause.cells !== null) return clause.cells.length > 1 && readRow(clause.cells).name !== "";
  const { text, paragraphs } = clause;
  const isHeading = paragraphs.length === 1 && (isAllCapitals(text) || isBodies(text));
  return clause.children.every(isRemark) && /\p{L}{2}.*\s\p{L}/u.test(text) && !isHeading;
}

/** "2. Sở Y tế" with nothing below it. */
function isBodies(text: string): boolean {
  const { lead, rest } = readActors(text, []);
  return lead.length > 0 && text.slice(rest).trim() === "";
}

const LONGEST_NAME = 110;
const LONGEST_WORDS = 70;

/**
 * Makes a task of a clause.
 *
 * @param onlyYear the year of a plan that has just one
 */
export function draftTask(clause: Clause, section: Section, onlyYear: number | null): TaskDraft {
  if (clause.cells !== null && clause.cells.length > 0) {
    const { name, lead, with: partners, time } = readRow(clause.cells);
    return {
      kind: "task",
      clause,
      name: shorten(name, LONGEST_NAME),
      words: shorten(name, LONGEST_WORDS, false),
      lead,
      with: partners,
      due: readDueField(time),
    };
  }
  const heading = headingOf(clause);
  const headed = clause.paragraphs.length > 1 ? readHeadingBodies(heading) : [];
  const paragraphs = clause.paragraphs.map(({ text }) => oneLine(text));
  const told = headed.length > 0 ? paragraphs.slice(1) : paragraphs;
  const text = told.find((one) => !REMARK.test(one)) ?? told[0] ?? "";
  const actors = readActors(text, headed.length > 0 ? headed : section.bodies);
  const remarks = [...paragraphs.slice(1), ...clause.children.map((child) => oneLine(child.text))];
  const deed = withoutGrounds(toDo(text.slice(actors.rest)) || toDo(text));
  return {
    kind: "task",
    clause,
    name: withCapital(shorten(withoutDeadline(deed), LONGEST_NAME)),
    words: shorten(sentence(text), LONGEST_WORDS, false),
    lead: remarked(remarks, /chủ trì|đầu mối|thực hiện\s*:/iu) ?? actors.lead,
    with: remarked(remarks, /phối hợp/iu) ?? actors.with,
    due: remarkedDue([...remarks, text]) ?? readDue(text, onlyYear),
  };
}

/** "Căn cứ chức năng, nhiệm vụ … để tổ chức …": what is done stands behind. */
function withoutGrounds(deed: string): string {
  return /^(?:trên cơ sở|căn cứ|theo chức năng).{0,160}? để (.{12,})$/iu.exec(deed)?.[1] ?? deed;
}

function remarked(remarks: readonly string[], pattern: RegExp): readonly string[] | null {
  const found = remarks.filter((remark) => pattern.test(REMARK.exec(remark)?.[0] ?? ""));
  const bodies = found.flatMap((remark) => readBodyList(remark.slice(remark.indexOf(":") + 1)));
  return bodies.length > 0 ? bodies : null;
}

const TIME = /(?:^|[.;,(]\s*)thời (?:gian|hạn)(?: \p{L}+){0,3}\s*:\s*([^;.\n)]+)/iu;

/** "Thời gian hoàn thành: Quý II/2024.", by itself or behind what is to be done. */
function remarkedDue(texts: readonly string[]): Due | null {
  const field = texts.map((text) => TIME.exec(text.normalize("NFC"))?.[1]).find((one) => one !== undefined);
  const due = field === undefined ? null : readDueField(field);
  return due === null || (due.period === null && due.unsaid === "") ? null : due;
}

/** The first part of a text that says what is to be done, and not how things stand. */
function toDo(text: string): string {
  const parts = text.split(/(?<=[.;])\s+/u);
  const told = parts.findIndex(
    (part) => !/^(?:hiện nay|hiện tại|hiện có|đến nay|thời gian qua)/iu.test(part),
  );
  return sentence(told < 0 ? text : parts.slice(told).join(" "));
}

/** What stands before the first full stop or semicolon. */
function sentence(text: string): string {
  const whole = text.replace(/^[\s,;:.–-]+/u, "");
  const end = /[.;?!](?=\s|$)|\/?\.\/?\.?$/u.exec(whole);
  const first = end && end.index > 8 ? whole.slice(0, end.index) : whole;
  const colon = first.indexOf(": ");
  return (colon > 20 ? first.slice(0, colon) : first).trim();
}

/** The text up to a comma or a word's end, so that it is no longer than asked. */
export function shorten(text: string, length: number, atComma = true): string {
  if (text.length <= length) return tidyEnd(text);
  const head = text.slice(0, length + 1);
  const purpose = atComma
    ? / (?:nhằm|góp phần|để|trong đó|bảo đảm|đảm bảo) /u.exec(head.slice(length / 3))
    : null;
  if (purpose) return tidyEnd(head.slice(0, Math.ceil(length / 3) + purpose.index));
  const comma = atComma ? head.lastIndexOf(", ") : -1;
  const at = comma > length / 2 ? comma : head.lastIndexOf(" ");
  return tidyEnd(text.slice(0, at > 0 ? at : length));
}

function tidyEnd(text: string): string {
  const closesQuotation = /[^\s("]"$/u.test(text) && (text.match(/"/gu)?.length ?? 0) % 2 === 0;
  const tidy = text
    .replace(closesQuotation ? /$/u : /[\s,;:.(“"–-]+$/u, "")
    .replace(
      /,?\s+(?:và|của|cho|với|trong|về|các|để|thuộc|nhằm|góp phần|theo|từ|đến|đơn vị thuộc|nhằm góp phần)$/iu,
      "",
    );
  // Half of a surrogate pair at the end would be no text.
  return tidy.replace(/[\ud800-\udbff]$/u, "");
}
