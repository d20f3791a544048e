import type { Token } from "./tokens.ts";
import { wordKey } from "./word-key.ts";

/** A numeral that was read: its decimal, and the token after it. */
export interface Numeral {
  readonly value: string;
  readonly end: number;
  readonly kind: "figure" | "word" | "fraction";
}

const UNITS = new Map(
  "một hai ba bốn năm sáu bảy tám chín mười".split(" ").map((word, index) => [wordKey(word), index + 1]),
);
const AFTER_TENS = new Map([...UNITS, [wordKey("mốt"), 1], [wordKey("tư"), 4], [wordKey("lăm"), 5]]);
const ENGLISH = new Map(
  "one two three four five six seven eight nine ten".split(" ").map((word, index) => [word, index + 1]),
);
const TENS = wordKey("mươi");
const TEN = wordKey("mười");
const ONE = wordKey("một");
const HALF = wordKey("nửa");

/** Reads the numeral that begins with the token at `at`; null if there is none. */
export function readNumeral(tokens: readonly Token[], at: number): Numeral | null {
  const token = tokens[at];
  if (token?.kind === "number") return readFraction(tokens, at) ?? readFigure(tokens, at);
  return token?.kind === "word" ? readWords(tokens, at) : null;
}

function readFigure(tokens: readonly Token[], at: number): Numeral | null {
  let figure = tokens[at]!.text;
  let end = at + 1;
  // Thousands parted by a thin or no-break space, which folding made plain: "18 000" with groups of three.
  while (/^\d{1,3}( \d{3})*$/u.test(figure) && /^000$/u.test(tokens[end]?.text ?? "")) {
    figure = `${figure} ${tokens[end]!.text}`;
    end += 1;
  }
  const value = decimalOf(figure.replaceAll(" ", ""));
  return value === null ? null : { value, end, kind: "figure" };
}

/** The decimal that a figure stands for: "1.250" 1250, "56,3" 56.3, "7.25" 7.25, "04" 4; null if it is none. */
export function decimalOf(figure: string): string | null {
  let whole = figure;
  let fraction = "";
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/u.test(figure)) {
    [whole, fraction = ""] = figure.replaceAll(".", "").split(",") as [string, string?];
  } else if (/^[1-9]\d{0,2}(,\d{3}){2,}(\.\d+)?$/u.test(figure)) {
    [whole, fraction = ""] = figure.replaceAll(",", "").split(".") as [string, string?];
  } else if (/^\d+[.,]\d+$/u.test(figure)) {
    [whole, fraction = ""] = figure.split(/[.,]/u) as [string, string?];
  } else if (!/^\d+$/u.test(figure)) return null;
  fraction = fraction.replace(/0+$/u, "");
  whole = whole.replace(/^0+(?=\d)/u, "");
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/** "2/3": two small figures that touch the slash, and no date around them. */
function readFraction(tokens: readonly Token[], at: number): Numeral | null {
  const upper = tokens[at]!;
  const slash = tokens[at + 1];
  const lower = tokens[at + 2];
  if (slash?.key !== "/" || slash.spaceBefore || lower?.kind !== "number" || lower.spaceBefore) return null;
  if (!/^\d{1,2}$/u.test(upper.text) || !/^\d{1,2}$/u.test(lower.text) || tokens[at + 3]?.key === "/")
    return null;
  const value = quotient(Number(upper.text), Number(lower.text));
  return value === null ? null : { value, end: at + 3, kind: "fraction" };
}

/** A proper fraction as a decimal of 12 places, rounded half to even, without trailing zeros. */
function quotient(upper: number, lower: number): string | null {
  if (upper < 1 || lower < 2 || upper >= lower) return null;
  const scaled = BigInt(upper) * 10n ** 12n;
  const divisor = BigInt(lower);
  let places = scaled / divisor;
  const rest = (scaled % divisor) * 2n;
  if (rest > divisor || (rest === divisor && places % 2n === 1n)) places += 1n;
  return `0.${places.toString().padStart(12, "0").replace(/0+$/u, "")}`;
}

function readWords(tokens: readonly Token[], at: number): Numeral | null {
  const key = tokens[at]!.key;
  const english = ENGLISH.get(key);
  if (english !== undefined) return { value: String(english), end: at + 1, kind: "word" };
  if (key === "half" || (key === ONE && tokens[at + 1]?.key === HALF)) {
    return { value: "0.5", end: key === "half" ? at + 1 : at + 2, kind: "fraction" };
  }
  const unit = UNITS.get(key);
  if (unit === undefined) return null;
  const parts = readWordFraction(tokens, at, unit);
  if (parts !== null) return parts;
  const next = tokens[at + 1]?.key ?? "";
  if (key === TEN) {
    const ones = next === TEN ? undefined : AFTER_TENS.get(next);
    return ones === undefined ? word(10, at + 1) : word(10 + ones, at + 2);
  }
  if (next !== TENS) return word(unit, at + 1);
  const ones = AFTER_TENS.get(tokens[at + 2]?.key ?? "");
  return ones === undefined ? word(unit * 10, at + 2) : word(unit * 10 + ones, at + 3);
}

/** "hai phần ba". */
function readWordFraction(tokens: readonly Token[], at: number, upper: number): Numeral | null {
  if (tokens[at + 1]?.key !== wordKey("phần")) return null;
  const lower = AFTER_TENS.get(tokens[at + 2]?.key ?? "");
  const value = lower === undefined ? null : quotient(upper, lower);
  return value === null ? null : { value, end: at + 3, kind: "fraction" };
}

function word(value: number, end: number): Numeral {
  return { value: String(value), end, kind: "word" };
}
