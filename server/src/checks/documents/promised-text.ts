import { bilingual, inLanguage, type Language, type LocalText } from "../../diagnostics/language.ts";
import type { Commitment } from "../../documents/commitments/commitments.ts";
import { formatNumber, formatPeriod } from "../../semantics/display.ts";
import type { Cadence } from "../../semantics/model.ts";
import { calendarYear, toPeriod } from "../../semantics/period.ts";
import { fromDecimal } from "../../semantics/rational.ts";
import { parsePeriodLiteral } from "../../syntax/literals.ts";

/** A commitment in a few words: `2030: at least 30%`, `mỗi năm: ít nhất 1 hoạt động`. */
export function promisedText(commitment: Commitment): LocalText {
  return (language) => {
    const when = whenText(commitment, language);
    const amount = amountText(commitment, language);
    return when === "" ? amount : `${when}: ${amount}`;
  };
}

const cadences: Readonly<Record<Cadence, LocalText>> = {
  year: bilingual("every year", "mỗi năm"),
  half: bilingual("every half year", "mỗi sáu tháng"),
  quarter: bilingual("every quarter", "mỗi quý"),
  month: bilingual("every month", "mỗi tháng"),
};

function whenText({ every, period }: Commitment, language: Language): string {
  const isOpen = period?.endsWith("..") === true;
  const dates =
    period === null ? "" : isOpen ? openText(period.slice(0, -2), language) : spanText(period, language);
  if (every === null) return dates;
  const cadence = inLanguage(cadences[every], language);
  if (dates === "") return cadence;
  return isOpen ? `${cadence} ${dates}` : `${cadence}, ${dates}`;
}

function openText(from: string, language: Language): string {
  const period = periodText(from, language);
  return language === "vi" ? `từ ${period} trở đi` : `from ${period} on`;
}

function spanText(period: string, language: Language): string {
  return period
    .split("..")
    .map((one) => periodText(one, language))
    .join("–");
}

function periodText(text: string, language: Language): string {
  const literal = parsePeriodLiteral(text);
  return literal ? formatPeriod(toPeriod(literal, calendarYear), language) : text;
}

const comparators: Readonly<Record<Commitment["comparator"], LocalText>> = {
  reach: bilingual("reach {value}", "đạt {value}"),
  ">=": bilingual("at least {value}", "ít nhất {value}"),
  "<=": bilingual("at most {value}", "không quá {value}"),
  ">": bilingual("above {value}", "trên {value}"),
  "<": bilingual("below {value}", "dưới {value}"),
  "=": bilingual("exactly {value}", "đúng {value}"),
  between: bilingual("from {value}", "từ {value}"),
  about: bilingual("about {value}", "khoảng {value}"),
};

const changes: Readonly<Record<NonNullable<Commitment["change"]>, LocalText>> = {
  relative: bilingual(" (change)", " (mức thay đổi)"),
  points: bilingual(" (change)", " (mức thay đổi)"),
  "per-year": bilingual(" (change a year)", " (mức thay đổi mỗi năm)"),
  multiple: bilingual(" (times as much)", " (gấp)"),
};

function amountText({ comparator, value, upper, unit, change }: Commitment, language: Language): string {
  const low = numberText(value, language);
  const numbers =
    upper === null ? low : `${low} ${language === "vi" ? "đến" : "to"} ${numberText(upper, language)}`;
  const amount = unit === null ? numbers : `${numbers}${/^[%‰/]/u.test(unit) ? "" : " "}${unit}`;
  const asked = inLanguage(comparators[comparator], language).replace("{value}", () => amount);
  return change === null ? asked : asked + inLanguage(changes[change], language);
}

function numberText(decimal: string, language: Language): string {
  const number = fromDecimal(decimal);
  if (!number) return decimal;
  return formatNumber(number, Math.min(decimal.split(".")[1]?.length ?? 0, 4), language);
}
