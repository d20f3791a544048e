/**
 * A stored number as the decimal that Excel shows: it keeps 15 digits and writes 17, so that 0.1 + 0.2 stands there
 * as 0.30000000000000004. Undefined where it is no number.
 */
export function toNumberText(stored: string): string | undefined {
  const trimmed = stored.trim();
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/i.test(trimmed)) return undefined;
  const number = Number(trimmed);
  return Number.isFinite(number) ? plainDecimal(number.toPrecision(15)) : undefined;
}

/** Without an exponent and without zeros at the end. */
function plainDecimal(written: string): string {
  const [mantissa, exponent = "0"] = written.split("e");
  const sign = mantissa!.startsWith("-") ? "-" : "";
  const [whole, fraction = ""] = mantissa!.replace("-", "").split(".");
  const digits = whole! + fraction;
  const point = whole!.length + Number(exponent);
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = Math.max(point, 1);
  const rest = padded.slice(at).replace(/0+$/, "");
  const front = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  const text = rest === "" ? front : `${front}.${rest}`;
  return text === "0" ? "0" : sign + text;
}

const dayMilliseconds = 86_400_000;

/**
 * The day of Excel's serial number, `2024-12-31`; undefined for what is no day. In the 1900 system the 60th is a day
 * that never was, and all before it are one off.
 */
export function toDateText(serial: number, is1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  if (whole < (is1904 ? 0 : 1) || whole > 2_958_465 || (!is1904 && whole === 60)) return undefined;
  const days = is1904 ? whole + 1462 : whole < 60 ? whole + 1 : whole;
  const date = new Date(Date.UTC(1899, 11, 30) + days * dayMilliseconds);
  return date.toISOString().slice(0, 10);
}
