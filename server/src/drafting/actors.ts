import { matchPhrase, phraseSet } from "../documents/commitments/phrase-table.ts";
import { type Token, tokenize } from "../documents/commitments/tokens.ts";
import { deeds, isSomebody, type NamedBody, readBodies } from "./bodies.ts";

/** Who a text says does what it tells. */
export interface Actors {
  /** Names as printed; those the text itself names, else those that its heading does. */
  readonly lead: readonly string[];
  readonly with: readonly string[];
  /** Where the text goes on to say what is done, in UTF-16 units. */
  readonly rest: number;
}

const CALLS = phraseSet(
  "giao, đề nghị, yêu cầu, phân công, kính đề nghị, trách nhiệm của, giao cho, đồng thời",
);
const DUTY = phraseSet("có trách nhiệm, chịu trách nhiệm, có nhiệm vụ");
const LEADS = phraseSet("chủ trì, làm đầu mối, là cơ quan chủ trì, là cơ quan đầu mối, là đầu mối");
const JOINS = phraseSet(
  "phối hợp với, phối hợp cùng, phối hợp chặt chẽ với, phối hợp, phối hợp chặt chẽ, cùng với, phối hợp cùng với",
);

/**
 * Reads who leads and who takes part from the beginning of a text: "Sở Y tế chủ trì, phối hợp với Công an tỉnh …",
 * "Phối hợp với Phòng Công chức, viên chức …".
 *
 * @param own the bodies that the heading above names, who are meant where the text names nobody
 */
export function readActors(text: string, own: readonly string[]): Actors {
  const tokens = tokenize(text);
  const start = afterCall(tokens, 0);
  const subject = readBodies(text, tokens, start, tokens.length);
  const isSubject =
    subject.bodies.length > 0 &&
    (subject.end >= tokens.length || endsSubject(tokens, subject.end)) &&
    !matchPhrase(deeds, tokens, start);
  const actors = isSubject ? namesOf(subject.bodies) : own;
  let at = isSubject ? afterSigns(tokens, subject.end) : afterSigns(tokens, 0);
  at += matchPhrase(DUTY, tokens, at)?.length ?? 0;
  const leads = matchPhrase(LEADS, tokens, at)?.length ?? 0;
  at += leads;
  const joining = afterSigns(tokens, leads > 0 && isAnd(tokens[at]) ? at + 1 : at);
  const joins = matchPhrase(JOINS, tokens, joining)?.length ?? 0;
  if (joins === 0) return { lead: actors, with: [], rest: startOf(tokens, at, text) };
  const partners = readBodies(text, tokens, joining + joins, tokens.length);
  const names = namesOf(partners.bodies);
  if (partners.bodies.length === 0) return { lead: actors, with: [], rest: startOf(tokens, at, text) };
  const rest = startOf(tokens, partners.end, text);
  // Who only helps has the other as the leader.
  if (leads > 0 || names.length === 0) return { lead: actors, with: names, rest };
  return { lead: names.slice(0, 1), with: [...actors, ...names.slice(1)], rest };
}

/** The bodies that a heading names: "2. Sở Giáo dục và Đào tạo", "Đề nghị Ủy ban Mặt trận …". */
export function readHeadingBodies(heading: string): readonly string[] {
  const tokens = tokenize(heading);
  const start = afterCall(tokens, 0);
  if (matchPhrase(deeds, tokens, start)) return [];
  const { bodies, end } = readBodies(heading, tokens, start, tokens.length);
  if (bodies.length === 0) return [];
  const isWhole = end >= tokens.length || endsSubject(tokens, end);
  return isWhole ? namesOf(bodies) : [];
}

/** The bodies of a cell or of what follows "Cơ quan chủ trì:". */
export function readBodyList(text: string): readonly string[] {
  const tokens = tokenize(text);
  const found: NamedBody[] = [];
  let at = 0;
  while (at < tokens.length) {
    const { bodies, end } = readBodies(text, tokens, at, tokens.length);
    found.push(...bodies);
    at = Math.max(end, at + 1);
    if (bodies.length === 0 && tokens[at - 1]!.kind === "word") break;
  }
  return namesOf(found);
}

function namesOf(bodies: readonly NamedBody[]): readonly string[] {
  return bodies.filter(isSomebody).map(({ name }) => name);
}

function endsSubject(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.kind === "sign" || matchPhrase(deeds, tokens, at) !== null;
}

function afterCall(tokens: readonly Token[], from: number): number {
  const at = afterSigns(tokens, from);
  const call = matchPhrase(CALLS, tokens, at);
  return call ? afterSigns(tokens, at + call.length) : at;
}

function afterSigns(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at]?.kind === "sign") at += 1;
  return at;
}

function isAnd(token: Token | undefined): boolean {
  return token?.text.toLowerCase() === "và";
}

function startOf(tokens: readonly Token[], at: number, text: string): number {
  const start = afterSigns(tokens, at);
  return tokens[start]?.start ?? text.length;
}
