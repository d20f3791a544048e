import type { Clause, PlanDocument } from "../plan-document.ts";
import { comparableClause } from "../quoted-words.ts";
import { toWords } from "./word-differences.ts";

/** For each clause of an old version that is still there, the clause of the new version that it has become. */
export type ClauseMatches = ReadonlyMap<Clause, Clause>;

interface Matching {
  readonly forward: Map<Clause, Clause>;
  readonly taken: Set<Clause>;
}

/**
 * Finds again the clauses of a document in a new version of it: first those whose text is the same, be it under another
 * address; then those of which most words are the same; last the headings whose clauses went on together. Of several
 * that would do, the one under the same address is meant, or else the one whose heading is already found. No two
 * clauses become one.
 */
export function matchClauses(before: PlanDocument, after: PlanDocument): ClauseMatches {
  const matching: Matching = { forward: new Map(), taken: new Set() };
  matchEqual(before, after, matching);
  matchAlike(before, after, matching);
  matchHeadings(before, matching);
  return matching.forward;
}

function pair({ forward, taken }: Matching, old: Clause, fresh: Clause): void {
  forward.set(old, fresh);
  taken.add(fresh);
}

function matchEqual(before: PlanDocument, after: PlanDocument, matching: Matching): void {
  const { forward, taken } = matching;
  const places = new Map(after.clauses.map((clause, index) => [clause, index] as const));
  const candidates = new Map<string, Clause[]>();
  for (const clause of after.clauses) {
    const key = comparableClause(clause);
    const others = candidates.get(key);
    if (others) others.push(clause);
    else candidates.set(key, [clause]);
  }
  const keyed = before.clauses.map(
    (clause) => [clause, candidates.get(comparableClause(clause)) ?? []] as const,
  );
  // Under its own address first, so that a clause of the same words elsewhere cannot take it.
  for (const [old, others] of keyed) {
    const same = others.find((one) => one.address === old.address && !taken.has(one));
    if (same) pair(matching, old, same);
  }
  let last = -1;
  for (const [old, others] of keyed) {
    if (forward.has(old)) {
      last = places.get(forward.get(old)!)!;
      continue;
    }
    const free = others.filter((one) => !taken.has(one));
    const parent = old.parent === null ? null : forward.get(old.parent);
    const fresh =
      free.find((one) => one.parent === parent) ?? free.find((one) => places.get(one)! > last) ?? free[0];
    if (fresh === undefined) continue;
    pair(matching, old, fresh);
    last = places.get(fresh)!;
  }
}

/** At least so much of both texts must be the same words. */
const alike = 0.5;
/** Under the same address and heading less is enough. */
const alikeInPlace = 0.3;
/** Clauses that share most of the rarer words are looked at more closely. */
const mostCandidates = 20;
const mostHolders = 200;

interface Bag {
  readonly clause: Clause;
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

function bagOf(clause: Clause): Bag {
  const { keys } = toWords(clause.text);
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { clause, counts, size: keys.length };
}

/** How much of two texts is the same words, in any order: 0 nothing, 1 all. */
function likeness(a: Bag, b: Bag): number {
  let common = 0;
  for (const [key, count] of a.counts) common += Math.min(count, b.counts.get(key) ?? 0);
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

function matchAlike(before: PlanDocument, after: PlanDocument, matching: Matching): void {
  const { forward, taken } = matching;
  const olds = before.clauses.filter((clause) => !forward.has(clause)).map(bagOf);
  const news = after.clauses.filter((clause) => !taken.has(clause)).map(bagOf);
  const holders = new Map<string, Bag[]>();
  for (const bag of news) {
    for (const key of bag.counts.keys()) {
      const others = holders.get(key);
      if (others) others.push(bag);
      else holders.set(key, [bag]);
    }
  }
  const byAddress = new Map(news.map((bag) => [bag.clause.address, bag] as const));
  const scored = olds.flatMap((old) => {
    const candidates = new Set(candidatesOf(old, holders));
    const inPlace = byAddress.get(old.clause.address);
    if (inPlace) candidates.add(inPlace);
    return [...candidates].flatMap((fresh) => scoreOf(old, fresh, forward));
  });
  scored.sort((a, b) => b.score - a.score || a.order - b.order);
  for (const { old, fresh } of scored) if (!forward.has(old) && !taken.has(fresh)) pair(matching, old, fresh);
}

function candidatesOf(old: Bag, holders: ReadonlyMap<string, readonly Bag[]>): readonly Bag[] {
  const shared = new Map<Bag, number>();
  for (const key of old.counts.keys()) {
    const others = holders.get(key) ?? [];
    // A word of every second clause tells nothing.
    if (others.length > mostHolders) continue;
    for (const bag of others) shared.set(bag, (shared.get(bag) ?? 0) + 1 / others.length);
  }
  return [...shared]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostCandidates)
    .map(([bag]) => bag);
}

interface Scored {
  readonly old: Clause;
  readonly fresh: Clause;
  readonly score: number;
  readonly order: number;
}

function scoreOf(old: Bag, fresh: Bag, forward: ReadonlyMap<Clause, Clause>): readonly Scored[] {
  const like = likeness(old, fresh);
  const sameAddress = old.clause.address === fresh.clause.address;
  const { parent } = old.clause;
  const sameParent =
    parent === null ? fresh.clause.parent === null : forward.get(parent) === fresh.clause.parent;
  const needed = sameAddress && sameParent ? alikeInPlace : alike;
  if (like < needed) return [];
  const score = like + (sameAddress ? 0.15 : 0) + (sameParent ? 0.1 : 0);
  const order = Math.abs(old.clause.line - fresh.clause.line);
  return [{ old: old.clause, fresh: fresh.clause, score, order }];
}

/** A heading that was reworded is where most of its clauses are. */
function matchHeadings(before: PlanDocument, matching: Matching): void {
  const { forward, taken } = matching;
  // From the inside out, so that a heading of headings finds them.
  for (const old of [...before.clauses].reverse()) {
    if (forward.has(old) || old.children.length === 0) continue;
    const votes = new Map<Clause, number>();
    for (const child of old.children) {
      const parent = forward.get(child)?.parent;
      if (parent && !taken.has(parent)) votes.set(parent, (votes.get(parent) ?? 0) + 1);
    }
    const [best] = [...votes].sort((a, b) => b[1] - a[1]);
    if (best && best[1] * 2 > old.children.length) pair(matching, old, best[0]);
  }
}
