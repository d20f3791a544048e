import { bilingual, inLanguage, type Language, type LocalText } from "../../diagnostics/language.ts";
import type { UnitModel } from "../../semantics/model.ts";
import { plainLetters } from "../../text/nearest-word.ts";

/** A value as someone typed it, before it is bound: decimal numbers with a point, and the unit where one was typed. */
export interface TypedValue {
  readonly number: string;
  /** Of a share. */
  readonly denominator: string | null;
  /** `%`, or a name of the language. */
  readonly unit: string | null;
}

export type TypedReading = TypedValue | { readonly problem: LocalText };

/** A number; `/`, `of` or `trên` and another one; and what is written behind. */
const typedPattern =
  /^([-−–+]?\d(?:[\d.,_\s]*\d)?)\s*(?:(?:\/|of\b|trên(?![\p{L}\p{M}]))\s*(\d(?:[\d.,_\s]*\d)?))?\s*(\D.*)?$/isu;

/**
 * Reads what people type into a box for a value: `52,5%`, `11/20`, `9 of 20`, `1.234.567 đồng`. Grouped thousands are
 * understood where they can be nothing else; what may be either a group or decimals is asked back.
 */
export function readTypedValue(text: string, unit: UnitModel, language: Language): TypedReading {
  const typed = text.normalize("NFC").trim();
  const match = typedPattern.exec(typed);
  if (!match) return { problem: notANumber(typed, unit) };
  const number = readNumber(match[1]!, unit, language);
  if (typeof number !== "string") return number;
  const denominator = match[2] === undefined ? null : readNumber(match[2], unit, language, true);
  if (denominator !== null && typeof denominator !== "string") return denominator;
  const written = readUnit(match[3]?.trim() ?? "", unit);
  return typeof written === "object" && written !== null ? written : { number, denominator, unit: written };
}

function readNumber(
  text: string,
  unit: UnitModel,
  language: Language,
  isCount = false,
): string | { readonly problem: LocalText } {
  const compact = text.replace(/(?<=\d)[\s\u00a0\u202f_](?=\d{3}(?!\d))/gu, "").replace(/^[−–]/u, "-");
  if (!/^[-+]?\d+(?:[.,]\d+)*$/u.test(compact)) return { problem: notANumber(text, unit) };
  const [sign, digits] = /^[-+]/u.test(compact)
    ? [compact[0] === "-" ? "-" : "", compact.slice(1)]
    : ["", compact];
  const marks = digits.replace(/\d/gu, "");
  if (marks === "") return sign + digits;
  const last = marks.at(-1)!;
  const before = marks.slice(0, -1);
  const isGrouped = (part: string): boolean => /^\d{1,3}(?:[.,]\d{3})+$/u.test(part);
  if (before !== "" && !before.includes(last)) {
    // Two kinds of marks: the last one is the decimal mark.
    const cut = digits.lastIndexOf(last);
    const whole = digits.slice(0, cut);
    if (!isGrouped(whole) || new Set(before).size > 1) return { problem: notANumber(text, unit) };
    return `${sign}${whole.replace(/[.,]/gu, "")}.${digits.slice(cut + 1)}`;
  }
  if (before !== "")
    return isGrouped(digits) && new Set(marks).size === 1
      ? sign + digits.replace(/[.,]/gu, "")
      : { problem: notANumber(text, unit) };
  const [whole = "", fraction = ""] = digits.split(last);
  if (!isGrouped(digits) || whole === "0") return `${sign}${whole}.${fraction}`;
  // One mark with three digits behind it: thousands where nothing has decimals, else asked back where it may be both.
  if (unit.whole || isCount) return sign + whole + fraction;
  const usual = language === "vi" ? "," : ".";
  return last === usual ? `${sign}${whole}.${fraction}` : { problem: eitherWay(text, whole, fraction) };
}

function readUnit(text: string, unit: UnitModel): string | null | { readonly problem: LocalText } {
  if (text === "") return null;
  if (text === "%") return "%";
  const plain = plainLetters(text);
  const isOwn = [unit.symbol, unit.name, unit.id].some((one) => one !== "" && plainLetters(one) === plain);
  if (isOwn) return null;
  if (/^[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)?$/u.test(text)) return text;
  return {
    problem: bilingual(
      `“${text}” is no unit. Write the number alone.`,
      `“${text}” không phải là đơn vị tính. Hãy chỉ viết số.`,
    ),
  };
}

/** Values of a unit as they may be typed, to be read behind “for example”. */
export function exampleValue({ symbol, whole }: UnitModel): LocalText {
  if (symbol === "%") return bilingual("52.5, 52.5% or 11/20", "52,5, 52,5% hoặc 11/20");
  return whole ? bilingual("12", "12") : bilingual("12.5", "12,5");
}

function notANumber(text: string, unit: UnitModel): LocalText {
  const example = exampleValue(unit);
  return bilingual(
    `“${text}” is no number. Write for example ${inLanguage(example, "en")}.`,
    `“${text}” không phải là số. Hãy viết, ví dụ, ${inLanguage(example, "vi")}.`,
  );
}

function eitherWay(text: string, whole: string, fraction: string): LocalText {
  return bilingual(
    `“${text}” may be ${whole}${fraction} or ${whole}.${fraction}. Write one of these.`,
    `“${text}” có thể là ${whole}${fraction} hoặc ${whole},${fraction}. Hãy viết một trong hai cách này.`,
  );
}

/** Whether decimals have a comma in a file, where its numbers tell; else as its keywords' language has it. */
export function usesDecimalComma(numbers: Iterable<string>, language: Language): boolean {
  let score = 0;
  for (const image of numbers) score += image.includes(",") ? 1 : image.includes(".") ? -1 : 0;
  return score === 0 ? language === "vi" : score > 0;
}

/** A typed value in the words of a file: `11 trên 20`, `52,5%`. */
export function valueText(value: TypedValue, fileLanguage: Language, hasComma: boolean): string {
  const number = (decimal: string): string => {
    // Exactly three digits behind a point could be taken for thousands; a zero more says that they are not.
    const isAmbiguous = !hasComma && /^-?\d{1,3}\.\d{3}$/u.test(decimal);
    return hasComma ? decimal.replace(".", ",") : isAmbiguous ? `${decimal}0` : decimal;
  };
  const unit = value.unit === null ? "" : value.unit === "%" ? "%" : ` ${value.unit}`;
  if (value.denominator === null) return number(value.number) + unit;
  const of = fileLanguage === "vi" ? "trên" : "of";
  return `${number(value.number)} ${of} ${number(value.denominator)}${unit === "%" ? "" : unit}`;
}
