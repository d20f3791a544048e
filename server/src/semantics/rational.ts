/**
 * Exact numbers. Every value, bound and path of a plan is a fraction of two integers, so that
 * `0,1 + 0,2 = 0,3` holds and `2 of 3 >= 66,67%` does not.
 */
export interface Rational {
  readonly numerator: bigint;
  /** Always positive; the fraction is in lowest terms. */
  readonly denominator: bigint;
}

export const zero: Rational = { numerator: 0n, denominator: 1n };
export const one: Rational = { numerator: 1n, denominator: 1n };
export const hundred: Rational = { numerator: 100n, denominator: 1n };

/** The fraction `numerator / denominator` in lowest terms. Throws a RangeError for a denominator of 0. */
export function rational(numerator: bigint, denominator: bigint = 1n): Rational {
  if (denominator === 1n) return { numerator, denominator };
  if (denominator === 0n) throw new RangeError("a fraction with denominator 0");
  const top = denominator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const divisor = greatestCommonDivisor(top < 0n ? -top : top, bottom);
  if (divisor === 1n) return { numerator: top, denominator: bottom };
  return { numerator: top / divisor, denominator: bottom / divisor };
}

export function fromInteger(value: number): Rational {
  return { numerator: BigInt(value), denominator: 1n };
}

/** A decimal string with a point (`-12.50`) as a fraction; undefined for anything else. */
export function fromDecimal(text: string): Rational | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[3] ?? "";
  return rational(BigInt(`${match[1]}${match[2]}${fraction}`), 10n ** BigInt(fraction.length));
}

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) return rational(a.numerator + b.numerator, a.denominator);
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) return rational(a.numerator - b.numerator, a.denominator);
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** `a / b`; undefined where `b` is 0. */
export function divide(a: Rational, b: Rational): Rational | undefined {
  if (b.numerator === 0n) return undefined;
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** The value without its sign. */
export function magnitude(value: Rational): Rational {
  return value.numerator < 0n ? { ...value, numerator: -value.numerator } : value;
}

/** Negative, 0 or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Rational, b: Rational): number {
  // Most levels of a plan are whole.
  const same = a.denominator === b.denominator;
  const left = same ? a.numerator : a.numerator * b.denominator;
  const right = same ? b.numerator : b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equals(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

export function isInteger(a: Rational): boolean {
  return a.denominator === 1n;
}

/**
 * A decimal string with a point: exact where the fraction terminates, else rounded half-even to
 * `places` places (trailing zeros dropped). This is the form of every number in the JSON output.
 */
export function toDecimal(value: Rational, places = 12): string {
  const exact = terminatingPlaces(value.denominator);
  return roundToPlaces(value, exact ?? places);
}

/** A decimal string rounded half-even to at most `places` places, trailing zeros dropped. */
export function roundToPlaces(value: Rational, places: number): string {
  const scale = 10n ** BigInt(places);
  const negative = value.numerator < 0n;
  const scaled = (negative ? -value.numerator : value.numerator) * scale;
  let quotient = scaled / value.denominator;
  const twice = (scaled % value.denominator) * 2n;
  if (twice > value.denominator || (twice === value.denominator && quotient % 2n === 1n)) quotient += 1n;
  const whole = quotient / scale;
  const fraction = places === 0 ? "" : (quotient % scale).toString().padStart(places, "0").replace(/0+$/, "");
  const digits = fraction === "" ? `${whole}` : `${whole}.${fraction}`;
  return negative && quotient !== 0n ? `-${digits}` : digits;
}

/** How many decimal places write 1/denominator exactly; undefined where none do. */
function terminatingPlaces(denominator: bigint): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  // The numbers of a plan are small, and each step with large ones makes another.
  if (a <= largestSafe && b <= largestSafe) return BigInt(smallDivisor(Number(a), Number(b)));
  let x = a;
  let y = b;
  while (y !== 0n) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

const largestSafe = BigInt(Number.MAX_SAFE_INTEGER);

function smallDivisor(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}
