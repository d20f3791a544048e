import type { Commitment } from "../../documents/commitments/commitments.ts";
import type { Clause } from "../../documents/plan-document.ts";
import type { Citation, IndicatorModel, TargetModel } from "../../semantics/model.ts";
import { coversSpan, type DateRelation, relateDates } from "./promise-date.ts";
import { distance, type NumberRelation, promisedNumber, relateNumbers } from "./promise-number.ts";
import { relateUnits, type UnitRelation } from "./promise-unit.ts";

/** A commitment of a clause that an indicator cites. */
export interface CitedPromise {
  readonly citation: Citation;
  readonly clause: Clause;
  readonly commitment: Commitment;
  /** Its place among the clause's commitments. */
  readonly index: number;
  /** Whether the citation's quoted words, or its paragraph, have it. */
  readonly isQuoted: boolean;
}

/** In what a target differs from the clause. */
export type Aspect = "number" | "comparator" | "date" | "cadence";

/** A target that says something else than the clause. */
export interface Drift {
  readonly target: TargetModel;
  readonly promise: CitedPromise;
  readonly aspects: readonly Aspect[];
}

/**
 * How a commitment stands with an indicator: a target agrees, a target differs, some target is about it though it
 * can't be compared, or none is.
 */
export type Agreement = "agrees" | "differs" | "touched" | "untouched";

export interface PromiseMatch {
  readonly drifts: readonly Drift[];
  readonly agreements: ReadonlyMap<CitedPromise, Agreement>;
}

interface Pair {
  readonly target: TargetModel;
  readonly promise: CitedPromise;
  readonly unit: UnitRelation;
  readonly date: DateRelation;
  readonly numbers: NumberRelation | null;
}

/**
 * Finds for each target the commitment that it states, and the targets that state none but stand where the clause says
 * something else. Only what is clear is called a drift: the two are about one quantity, and the clause says one thing
 * of that date. A target of a date that the clause says nothing of is the plan's own milestone.
 */
export function matchPromises(indicator: IndicatorModel, promises: readonly CitedPromise[]): PromiseMatch {
  const pairs = indicator.targets.flatMap((target) =>
    promises.map((promise) => toPair(target, promise, indicator)),
  );
  const agreeing = pairs.filter(agrees);
  const settled = new Set(agreeing.map(({ promise }) => promise));
  const placed = new Set(agreeing.map(({ target }) => target));
  const drifts: Drift[] = [];
  for (const promise of settled) {
    const own = agreeing.filter((pair) => pair.promise === promise);
    if (own.some(({ date }) => date !== "part") || promise.commitment.every !== null) continue;
    const targets = own.map(({ target }) => target);
    if (coversSpan(promise.commitment, targets, indicator)) continue;
    drifts.push({ target: targets.at(-1)!, promise, aspects: ["date"] });
  }
  const claims = pairs
    .filter(({ target, promise }) => !placed.has(target) && !settled.has(promise))
    .flatMap((pair) => toClaim(pair, { indicator, promises, pairs }) ?? [])
    .sort((a, b) => a.rank - b.rank);
  for (const { target, promise, aspects } of claims) {
    if (placed.has(target) || settled.has(promise)) continue;
    placed.add(target);
    settled.add(promise);
    drifts.push({ target, promise, aspects });
  }
  return { drifts, agreements: agreementsOf(promises, pairs, agreeing, drifts) };
}

function toPair(target: TargetModel, promise: CitedPromise, indicator: IndicatorModel): Pair {
  const { commitment } = promise;
  const unit = relateUnits(commitment.unit, indicator.unit);
  return {
    target,
    promise,
    unit,
    date: relateDates(commitment, target, indicator),
    numbers: relateNumbers(commitment, target, indicator, unit),
  };
}

function agrees({ unit, date, numbers, promise }: Pair): boolean {
  // "giảm 50%" of a number of cases is in percent, whatever the cases are counted in.
  if (unit.kind === "other" && promise.commitment.change === null) return false;
  return date !== "other" && date !== "cadence" && numbers?.number === true && numbers.comparator;
}

interface Claim extends Drift {
  readonly rank: number;
}

interface Surroundings {
  readonly indicator: IndicatorModel;
  readonly promises: readonly CitedPromise[];
  readonly pairs: readonly Pair[];
}

/** What can be said for sure against a target that agrees with nothing in the clause. */
function toClaim(pair: Pair, surroundings: Surroundings): Claim | undefined {
  const { target, promise, numbers, unit } = pair;
  if (!numbers?.comparable || !isAboutTheWhole(target) || !isMeant(promise, surroundings.promises))
    return undefined;
  if (promise.commitment.change === null && unit.kind !== "same") {
    if (unit.kind === "other" || !isAlone(pair, surroundings)) return undefined;
  }
  const aspects = differences(pair, numbers, surroundings);
  if (aspects === undefined || aspects.length === 0) return undefined;
  const number = promisedNumber(promise.commitment, unit);
  const apart = number === null ? 1 : distance(target, number);
  return { target, promise, aspects, rank: aspects.length + (promise.isQuoted ? 0 : 0.5) + apart / 4 };
}

function differences(
  { target, date, unit, promise }: Pair,
  numbers: NumberRelation,
  { indicator, pairs }: Surroundings,
): readonly Aspect[] | undefined {
  const others: Aspect[] = [
    ...(numbers.number ? [] : (["number"] as const)),
    ...(numbers.comparator ? [] : (["comparator"] as const)),
  ];
  const isOnly = indicator.targets.length === 1;
  switch (date) {
    case "same":
    case "held":
      return others;
    case "part":
      // One year's target beside a promise of every year may be one of several.
      return promise.commitment.every === null || isOnly ? others : undefined;
    case "free":
      return isOnly ? others : undefined;
    case "near":
      return undefined;
    case "cadence":
      return numbers.number && unit.kind === "same" ? ["cadence", ...others] : undefined;
    case "other": {
      if (others.length > 0 || unit.kind !== "same") return undefined;
      const isTaken = (pair: Pair) => pair.date !== "other" && pair.unit.kind !== "other";
      // Another target stands at the clause's date, or this one at another of its dates.
      if (pairs.some((pair) => pair.promise === promise && isTaken(pair))) return undefined;
      if (pairs.some((pair) => pair.target === target && isTaken(pair))) return undefined;
      return promise.commitment.every === null ? ["date"] : ["cadence"];
    }
  }
}

/** A clause that names a category says so in words that are not read here. */
function isAboutTheWhole({ categories }: TargetModel): boolean {
  return categories.every((category) => category === null);
}

/** A citation that quotes some of a clause's commitments means those, unless the clause has but one for each date. */
function isMeant(promise: CitedPromise, promises: readonly CitedPromise[]): boolean {
  if (promise.isQuoted) return true;
  const ofClause = promises.filter(({ clause }) => clause === promise.clause);
  if (!ofClause.some(({ isQuoted }) => isQuoted)) return true;
  const { unit } = promise.commitment;
  const dates = new Set(ofClause.map(({ commitment }) => `${commitment.period} ${commitment.every}`));
  return dates.size === ofClause.length && ofClause.every(({ commitment }) => commitment.unit === unit);
}

/** Nothing else in the cited clauses can be meant, and nothing else in the indicator can be about it. */
function isAlone({ target, promise, date }: Pair, { promises, pairs }: Surroundings): boolean {
  const { commitment } = promise;
  const rivals = promises.filter(
    (other) =>
      other !== promise &&
      other.commitment.period === commitment.period &&
      other.commitment.every === commitment.every,
  );
  const others = pairs.filter(
    (pair) => pair.promise === promise && pair.target !== target && pair.date === date,
  );
  return rivals.length === 0 && others.length === 0;
}

function agreementsOf(
  promises: readonly CitedPromise[],
  pairs: readonly Pair[],
  agreeing: readonly Pair[],
  drifts: readonly Drift[],
): ReadonlyMap<CitedPromise, Agreement> {
  const agreements = new Map<CitedPromise, Agreement>(promises.map((one) => [one, "untouched"]));
  for (const { promise, unit, date } of pairs) {
    const isOther = unit.kind === "other" && promise.commitment.change === null;
    if (!isOther && date !== "other") agreements.set(promise, "touched");
  }
  for (const { promise } of agreeing) agreements.set(promise, "agrees");
  for (const { promise } of drifts) agreements.set(promise, "differs");
  return agreements;
}
