import { phraseKeys } from "../../documents/commitments/word-key.ts";
import type { UnitModel } from "../../semantics/model.ts";
import { divide, fromInteger, multiply, one, type Rational, rational } from "../../semantics/rational.ts";

/**
 * How a commitment's printed unit stands to an indicator's: the same, with what a printed number is multiplied by to
 * be in the indicator's unit; something else altogether (a share is no number of meetings); or it can't be told from
 * the names, which may be in two languages.
 */
export type UnitRelation =
  | { readonly kind: "same"; readonly factor: Rational }
  | { readonly kind: "unclear" }
  | { readonly kind: "other" };

const unclear: UnitRelation = { kind: "unclear" };
const other: UnitRelation = { kind: "other" };

/** Holds a commitment's unit, as printed or null, against an indicator's. */
export function relateUnits(printed: string | null, unit: UnitModel): UnitRelation {
  if (printed === null) return unclear;
  const perPeriod = printed.replace(/\s*\/\s*(?:năm|quý|tháng|year|quarter|month)$/iu, "");
  if (isPercent(perPeriod)) {
    if (unit.base === "percent") return same(inverse(unit.factor));
    if (unit.base === "ratio") return same(inverse(multiply(fromInteger(100), unit.factor)));
    return isPercent(unit.symbol) || isPercent(unit.name) ? same(one) : other;
  }
  if (unit.base === "percent") return other;
  // An indicator may be measured in "kg/người/năm", or in what is counted a year.
  const whole = relateNouns(readScaled(printed), unit);
  return whole.kind === "unclear" ? relateNouns(readScaled(perPeriod), unit) : whole;
}

function relateNouns(printed: Scaled, unit: UnitModel): UnitRelation {
  if (unit.base === "vnd" && (printed.noun === "đồng" || (printed.noun === "" && printed.scale > 1)))
    return same(divide(fromInteger(printed.scale), unit.factor) ?? one);
  if (unit.base === "person" && printed.noun === "người")
    return same(divide(fromInteger(printed.scale), unit.factor) ?? one);
  for (const name of [unit.name, unit.symbol, unit.id.replaceAll("_", " ")]) {
    const own = readScaled(name);
    if (own.key !== "" && own.key === printed.key)
      return same(rational(BigInt(printed.scale), BigInt(own.scale)));
  }
  return unclear;
}

function same(factor: Rational): UnitRelation {
  return { kind: "same", factor };
}

function inverse(factor: Rational): Rational {
  return divide(one, factor) ?? one;
}

function isPercent(text: string): boolean {
  return /^(?:%|phần trăm|percent|per cent)$/iu.test(text.normalize("NFC").trim());
}

interface Scaled {
  /** What a number before it is multiplied by: a thousand in "nghìn người". */
  readonly scale: number;
  readonly noun: string;
  /** The noun in the form in which words are compared. */
  readonly key: string;
}

const scales: ReadonlyMap<string, number> = new Map(
  (
    [
      ["trăm", 100],
      ["nghìn", 1000],
      ["ngàn", 1000],
      ["vạn", 10_000],
      ["triệu", 1_000_000],
      ["tỷ", 1_000_000_000],
    ] as const
  ).map(([word, scale]) => [phraseKeys(word).join(""), scale]),
);

function readScaled(text: string): Scaled {
  const words = text.normalize("NFC").trim().split(/\s+/u);
  let scale = 1;
  while (words[0] !== undefined) {
    const found = scales.get(phraseKeys(words[0]).join(""));
    if (found === undefined) break;
    scale *= found;
    words.shift();
  }
  const noun = words.join(" ").toLowerCase();
  return { scale, noun, key: noun === "" ? "" : phraseKeys(noun).join(" ") };
}
