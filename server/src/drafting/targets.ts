import type { Language } from "../diagnostics/language.ts";
import type { Commitment } from "../documents/commitments/commitments.ts";
import {
  add,
  divide,
  fromDecimal,
  hundred,
  one,
  type Rational,
  subtract,
  toDecimal,
} from "../semantics/rational.ts";
import { keywordText } from "../syntax/keywords.ts";

/** A target as it will be written. */
export interface TargetDraft {
  /** What stands after the keyword `target`; null where the language has no way to say it. */
  readonly text: string | null;
  /** What whoever reads it has to look at. */
  readonly checks: readonly TargetCheck[];
}

export type TargetCheck =
  | "no-date"
  | "no-direction"
  | "average-growth"
  | "times-or-more"
  | "fraction"
  | "change-each-year"
  | "baseline-needed"
  | "not-expressible";

export interface TargetContext {
  /** Of the keywords. */
  readonly language: Language;
  /** The values of the indicator's unit are written with %. */
  readonly percent: boolean;
  /** The last year of the plan; null where none is known. */
  readonly lastYear: number | null;
  /** Which way a change goes, as the words before the number say. */
  readonly direction: "up" | "down" | null;
}

/** Writes a commitment as the language writes targets. */
export function draftTarget(commitment: Commitment, context: TargetContext): TargetDraft {
  const checks: TargetCheck[] = [];
  const when = whenOf(commitment, context, checks);
  const bound = boundOf(commitment, context, checks);
  if (when === null || bound === null) return { text: null, checks: [...checks, "not-expressible"] };
  return { text: `${when} ${bound}`, checks };
}

function whenOf({ period, every }: Commitment, { language, lastYear }: TargetContext, checks: TargetCheck[]) {
  if (every !== null) {
    const word = language === "vi" ? "mỗi" : "every";
    const cadence = `${word} ${keywordText(every, language)}`;
    if (period !== null) return `${cadence} ${keywordText("in", language)} ${period}`;
    // Without the plan's years, nobody knows in which ones.
    return lastYear === null ? null : cadence;
  }
  if (period !== null) return period;
  checks.push("no-date");
  return lastYear === null ? null : String(lastYear);
}

function boundOf(commitment: Commitment, context: TargetContext, checks: TargetCheck[]): string | null {
  switch (commitment.change) {
    case null:
      return comparison(commitment, (decimal) => level(decimal, context, checks), context.language);
    case "per-year":
      checks.push("average-growth");
      return comparison(commitment, (decimal) => level(decimal, context, checks), context.language);
    case "points":
      return ofBaseline(
        commitment,
        context,
        checks,
        (decimal, sign) => `${sign} ${number(decimal, context.language)} point`,
      );
    case "relative":
      if (commitment.every !== null) {
        checks.push("change-each-year");
        return comparison(commitment, (decimal) => level(decimal, context, checks), context.language);
      }
      return ofBaseline(commitment, context, checks, (decimal, sign) => {
        const share = shareOf(decimal, commitment.unit);
        const factor = share && (sign === "+" ? add(one, share) : subtract(one, share));
        return factor && factor.numerator >= 0n ? `* ${number(toDecimal(factor), context.language)}` : null;
      });
    case "multiple":
      checks.push("times-or-more");
      return ofBaseline(
        commitment,
        { ...context, direction: "up" },
        checks,
        (decimal) => `* ${number(decimal, context.language)}`,
      );
  }
}

/** "giảm 2/3" is printed without a unit, "giảm 30%" with one. */
function shareOf(decimal: string, unit: string | null): Rational | undefined {
  const value = fromDecimal(decimal);
  if (!value) return undefined;
  return unit === null ? value : divide(value, hundred);
}

/** A change as what it leads to: a fall by at least 30% is at most 0.7 of the baseline. */
function ofBaseline(
  commitment: Commitment,
  context: TargetContext,
  checks: TargetCheck[],
  operation: (decimal: string, sign: "+" | "-") => string | null | undefined,
): string | null {
  const { direction, language } = context;
  if (direction === null) {
    checks.push("no-direction");
    return null;
  }
  checks.push("baseline-needed");
  const sign = direction === "up" ? "+" : "-";
  const turned = direction === "up" ? commitment : turn(commitment);
  return comparison(
    turned,
    (decimal) => {
      const changed = operation(decimal, sign);
      return changed ? `${keywordText("baseline", language)} ${changed}` : null;
    },
    language,
  );
}

/** The more it falls, the lower it is. */
function turn(commitment: Commitment): Commitment {
  const opposite = { ">=": "<=", "<=": ">=", ">": "<", "<": ">" } as const;
  const { comparator, value, upper } = commitment;
  if (comparator === "between" && upper !== null) return { ...commitment, value: upper, upper: value };
  const turned = comparator in opposite ? opposite[comparator as keyof typeof opposite] : comparator;
  return { ...commitment, comparator: turned };
}

function comparison(
  { comparator, value, upper }: Commitment,
  write: (decimal: string) => string | null,
  language: Language,
): string | null {
  const written = write(value);
  if (written === null) return null;
  if (comparator === "between") {
    const end = upper === null ? null : write(upper);
    if (end === null) return null;
    const and = language === "vi" ? "đến" : "and";
    return `${keywordText("between", language)} ${written} ${and} ${end}`;
  }
  return `${comparatorText(comparator, language)} ${written}`;
}

function comparatorText(
  comparator: Exclude<Commitment["comparator"], "between">,
  language: Language,
): string {
  if (comparator === "reach" || comparator === "about") return keywordText(comparator, language);
  if (language === "en" || comparator === "=") return comparator;
  const words = { ">=": "atLeast", "<=": "atMost", ">": "above", "<": "below" } as const;
  return keywordText(words[comparator], language);
}

function level(decimal: string, { language, percent }: TargetContext, checks: TargetCheck[]): string {
  if (/\.\d{9,}$/u.test(decimal)) checks.push("fraction");
  return `${number(decimal, language)}${percent ? "%" : ""}`;
}

/** A decimal as the language's readers write it: `18_000`, `2,5`. A point before three digits might be read as thousands. */
export function number(decimal: string, language: Language): string {
  const [whole = "0", fraction] = decimal.split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/gu, "_") : whole;
  if (fraction === undefined) return grouped;
  return `${grouped}${language === "vi" || fraction.length === 3 ? "," : "."}${fraction}`;
}
