/** Exact arithmetic the slow way: a numerator and a denominator, never reduced until it is written. */

export interface Fraction {
  readonly n: bigint;
  /** Always above zero. */
  readonly d: bigint;
}

/** A fraction of two integers; throws for a denominator of zero. */
export function fraction(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new Error("division by zero");
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

/** Reads `52.5` or `-3`. */
export function fromDecimal(text: string): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new Error(`not a decimal: ${text}`);
  const decimals = match[3] ?? "";
  const n = BigInt(`${match[2]}${decimals}`);
  return { n: match[1] === "-" ? -n : n, d: 10n ** BigInt(decimals.length) };
}

export const plus = (a: Fraction, b: Fraction) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction) => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction) => fraction(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction) => fraction(a.n * b.d, a.d * b.n);
export const absolute = (a: Fraction) => (a.n < 0n ? fraction(-a.n, a.d) : a);

/** Below zero, zero or above zero as a is less than, equal to or greater than b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** "Values are decimal strings, exact where they terminate, else rounded half-even to 12 places." */
export function toDecimal(value: Fraction): string {
  const sign = value.n < 0n ? "-" : "";
  const n = value.n < 0n ? -value.n : value.n;
  const divisor = greatestCommonDivisor(n, value.d) || 1n;
  const top = n / divisor;
  const bottom = value.d / divisor;
  let rest = bottom;
  let places = 0;
  while (rest % 10n === 0n) [rest, places] = [rest / 10n, places + 1];
  while (rest % 5n === 0n) [rest, places] = [rest / 5n, places + 1];
  while (rest % 2n === 0n) [rest, places] = [rest / 2n, places + 1];
  if (rest !== 1n) places = 12;
  const scaled = top * 10n ** BigInt(places);
  const whole = scaled / bottom;
  const twice = 2n * (scaled % bottom);
  const up = twice > bottom || (twice === bottom && whole % 2n === 1n);
  return sign + withPoint(up ? whole + 1n : whole, places);
}

function withPoint(digits: bigint, places: number): string {
  if (places === 0) return String(digits);
  const text = String(digits).padStart(places + 1, "0");
  const decimals = text.slice(text.length - places).replace(/0+$/, "");
  const whole = text.slice(0, text.length - places);
  return decimals === "" ? whole : `${whole}.${decimals}`;
}
