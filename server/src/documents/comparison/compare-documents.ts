import { type Commitment, commitmentsOf } from "../commitments/commitments.ts";
import type { Clause, PlanDocument } from "../plan-document.ts";
import { comparableClause, comparableText } from "../quoted-words.ts";
import { matchClauses } from "./match-clauses.ts";
import { compareWords, type WordDifference } from "./word-differences.ts";

/** A commitment that is another one in the new version; null where there is none on that side. */
export interface CommitmentChange {
  readonly before: Commitment | null;
  readonly after: Commitment | null;
}

/** A clause that is in both versions. */
export interface KeptClause {
  readonly before: Clause;
  readonly after: Clause;
  /** Empty where the text is the same. */
  readonly words: readonly WordDifference[];
  readonly commitments: readonly CommitmentChange[];
  readonly hasMoved: boolean;
  /** It has another address only because a clause above it has. */
  readonly movedAlong: boolean;
}

export interface AddedClause {
  readonly clause: Clause;
  readonly commitments: readonly Commitment[];
}

/** What two versions of a document have in common and not; clauses in the order of their document. */
export interface DocumentComparison {
  readonly kept: readonly KeptClause[];
  readonly gone: readonly AddedClause[];
  readonly added: readonly AddedClause[];
  /** What the head of the document says differently. */
  readonly head: readonly {
    readonly what: "number" | "date" | "title";
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** Compares a document with a new version of it. Comparing one with itself gives nothing but what is kept. */
export function compareDocuments(before: PlanDocument, after: PlanDocument): DocumentComparison {
  const matches = matchClauses(before, after);
  const [promisedBefore, promisedAfter] = [commitmentsOf(before), commitmentsOf(after)];
  const found = new Set(matches.values());
  const kept = before.clauses.flatMap((old): KeptClause[] => {
    const fresh = matches.get(old);
    if (!fresh) return [];
    const isSame = comparableClause(old) === comparableClause(fresh);
    return [
      {
        before: old,
        after: fresh,
        words: isSame ? [] : compareWords(old.text, fresh.text),
        commitments: compareCommitments(
          promisedBefore.get(old)?.commitments ?? [],
          promisedAfter.get(fresh)?.commitments ?? [],
        ),
        hasMoved: old.address !== fresh.address,
        movedAlong: old.address !== fresh.address && hasMovedAlong(old, fresh, matches),
      },
    ];
  });
  const listed = (clause: Clause, promised: typeof promisedBefore): AddedClause => ({
    clause,
    commitments: promised.get(clause)?.commitments ?? [],
  });
  return {
    kept,
    gone: before.clauses.filter((clause) => !matches.has(clause)).map((one) => listed(one, promisedBefore)),
    added: after.clauses.filter((clause) => !found.has(clause)).map((one) => listed(one, promisedAfter)),
    head: compareHeads(before, after),
  };
}

/** "II.1-1" became "III.1-1" with all of II. */
function hasMovedAlong(old: Clause, fresh: Clause, matches: ReadonlyMap<Clause, Clause>): boolean {
  const { parent } = old;
  if (parent === null || fresh.parent === null || matches.get(parent) !== fresh.parent) return false;
  const ownPart = old.address.slice(parent.address.length);
  return ownPart === fresh.address.slice(fresh.parent.address.length);
}

const MOST_ALIKE = ["period", "every", "value", "comparator", "unit", "change", "upper"] as const;

/** Which commitments are others now: those that agree in most are taken for each other. */
function compareCommitments(
  before: readonly Commitment[],
  after: readonly Commitment[],
): readonly CommitmentChange[] {
  const keyOf = (one: Commitment) => MOST_ALIKE.map((part) => one[part] ?? "").join("\n");
  const rest = [...after];
  const old = before.filter((one) => {
    const at = rest.findIndex((other) => keyOf(other) === keyOf(one));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  const agreement = (a: Commitment, b: Commitment) => MOST_ALIKE.filter((part) => a[part] === b[part]).length;
  const changes = old.map((one): CommitmentChange => {
    const [best] = rest
      .map((other, index) => ({ other, index, score: agreement(one, other) }))
      .sort((a, b) => b.score - a.score || a.index - b.index);
    if (!best) return { before: one, after: null };
    rest.splice(best.index, 1);
    return { before: one, after: best.other };
  });
  return [...changes, ...rest.map((one): CommitmentChange => ({ before: null, after: one }))];
}

function compareHeads(before: PlanDocument, after: PlanDocument): DocumentComparison["head"] {
  const parts = ["number", "date", "title"] as const;
  return parts
    .filter((what) => comparableText(before[what] ?? "") !== comparableText(after[what] ?? ""))
    .map((what) => ({ what, before: before[what], after: after[what] }));
}
