import type { Clause, Paragraph, PlanDocument } from "./plan-document.ts";

/** What an address typed after `clause` leads to. */
export type ClauseLookup =
  /** With the paragraph where one was named (`III.3/2`). */
  | { readonly kind: "found"; readonly clause: Clause; readonly paragraph: Paragraph | null }
  /** The document numbers several clauses alike; each has an address of its own with `~2`, `~3`. */
  | { readonly kind: "ambiguous"; readonly clauses: readonly Clause[] }
  /** With up to three clauses that may be meant, the likeliest first. */
  | { readonly kind: "not-found"; readonly nearest: readonly Clause[] };

/** So many clauses that are numbered alike are named in a message or offered; nobody reads more. */
export const mostNamesakes = 10;

/**
 * Finds the clause of an address. `D5` is read as `Đ5`, decomposed letters as composed, and a dot at the end is
 * forgiven. `IV~1` is the first of two sections IV.
 */
export function findClause(document: PlanDocument, address: string): ClauseLookup {
  const typed = normalizeAddress(address);
  const slash = /^(.*)\/(\d+)$/u.exec(typed);
  const wanted = slash ? slash[1]! : typed;
  const fitting = clausesFitting(document, wanted);
  const [clause] = fitting;
  if (clause === undefined) return { kind: "not-found", nearest: findNearest(document, wanted) };
  if (fitting.length > 1) return { kind: "ambiguous", clauses: fitting };
  if (!slash) return { kind: "found", clause, paragraph: null };
  const paragraph = clause.paragraphs[Number(slash[2]) - 1];
  return paragraph ? { kind: "found", clause, paragraph } : { kind: "not-found", nearest: [clause] };
}

function normalizeAddress(address: string): string {
  const composed = address
    .normalize("NFC")
    .replace(/[\s\u200b\ufeff]/gu, "")
    .replace(/[‐‑–—−]/gu, "-");
  return composed.replace(/\.+$/u, "").replace(/(^|\.)[DđÐ](?=\d)/gu, "$1Đ");
}

/** Every citation looks up an address, and a document is read once. */
const addresses = new WeakMap<PlanDocument, ReadonlyMap<string, readonly Clause[]>>();

/** The clauses that are numbered alike, by the address without every `~2`, in document order. */
function clausesByAddress(document: PlanDocument): ReadonlyMap<string, readonly Clause[]> {
  const known = addresses.get(document);
  if (known) return known;
  const found = new Map<string, Clause[]>();
  for (const clause of document.clauses) {
    const bare = withoutRepetitions(clause.address);
    const alike = found.get(bare);
    if (alike) alike.push(clause);
    else found.set(bare, [clause]);
  }
  addresses.set(document, found);
  return found;
}

function withoutRepetitions(address: string): string {
  return address.replace(/~\d+/gu, "");
}

/** The clauses that an address may mean, which says with `~1`, `~2` as much of their repetition as it does. */
function clausesFitting(document: PlanDocument, wanted: string): readonly Clause[] {
  const alike = clausesByAddress(document).get(withoutRepetitions(wanted)) ?? [];
  return alike.length > 1 || wanted.includes("~")
    ? alike.filter(({ address }) => fits(address, wanted))
    : alike;
}

/** `IV~2.1` fits `IV.1` and `IV~2.1`, and `IV.1` fits `IV.1` and `IV~1.1`; both have the same bare address. */
function fits(address: string, wanted: string): boolean {
  let at = 0;
  for (let i = 0; i < wanted.length; ) {
    const asked = repetitionAt(wanted, i);
    const own = repetitionAt(address, at);
    if (asked !== "" && asked !== (own || "~1")) return false;
    at += own.length + (asked === "" ? 1 : 0);
    i += asked.length || 1;
  }
  return true;
}

function repetitionAt(address: string, at: number): string {
  if (address[at] !== "~") return "";
  return /^~\d+/u.exec(address.slice(at))?.[0] ?? "";
}

/** How a citation must write the address of a clause of a document: `IV~1` where there is a second IV. */
export function citedAddress(document: PlanDocument, { address }: Clause): string {
  let cited = address;
  for (;;) {
    const other = clausesFitting(document, cited).find((clause) => clause.address !== address);
    if (other === undefined) return cited;
    let at = 0;
    while (cited[at] === other.address[at]) at += 1;
    cited = `${cited.slice(0, at)}~1${cited.slice(at)}`;
  }
}

/** The clause whose own text has the character at an offset; undefined in front and back matter and between clauses. */
export function clauseAtOffset(document: PlanDocument, offset: number): Clause | undefined {
  let low = 0;
  let high = document.clauses.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (document.clauses[middle]!.span.start <= offset) low = middle;
    else high = middle - 1;
  }
  let clause = document.clauses[low] ?? null;
  // What stands below a table belongs to the clause around the table.
  while (clause !== null && clause.span.end < offset) clause = clause.cells === null ? null : clause.parent;
  return clause !== null && clause.span.start <= offset ? clause : undefined;
}

/** Where each paragraph of a clause begins in the clause's text, in which they are joined by a line feed. */
export function paragraphStarts({ paragraphs }: Clause): readonly number[] {
  let next = 0;
  return paragraphs.map(({ text }) => {
    const start = next;
    if (text !== "") next += text.length + 1;
    return start;
  });
}

const MOST_NEAREST = 3;
/** Two addresses that differ more are not taken for each other. */
const FARTHEST = 3;

function findNearest(document: PlanDocument, address: string): readonly Clause[] {
  if (address === "") return [];
  const enclosing = findEnclosing(document, address);
  const scored = document.clauses.flatMap((clause) => {
    if (Math.abs(clause.address.length - address.length) > FARTHEST) return [];
    const distance = editDistance(clause.address.toLowerCase(), address.toLowerCase());
    // A sibling of what was meant is nearer than a clause elsewhere.
    return distance > FARTHEST
      ? []
      : [{ clause, distance: distance - (clause.parent === enclosing ? 0.5 : 0) }];
  });
  scored.sort((a, b) => a.distance - b.distance);
  const nearest = scored.slice(0, MOST_NEAREST).map(({ clause }) => clause);
  return nearest.length > 0 || enclosing === null ? nearest : [enclosing];
}

/** The clause that the typed address would be in: the longest beginning of it that is an address. */
function findEnclosing(document: PlanDocument, address: string): Clause | null {
  let longest: Clause | null = null;
  for (const clause of document.clauses) {
    if (clause.address.length <= (longest?.address.length ?? 0) || !address.startsWith(clause.address))
      continue;
    if (/^[.\-*+(~]/u.test(address.slice(clause.address.length))) longest = clause;
  }
  return longest;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, previous[j]! + 1, row[j - 1]! + 1));
    }
    previous = row;
  }
  return previous[b.length]!;
}
