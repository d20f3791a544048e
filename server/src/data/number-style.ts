/** How a table writes numbers: `62,5` and `1.234` as in Vietnamese, or `62.5` and `1,234` as in English. */
export type NumberStyle = "decimal-comma" | "decimal-point";

export interface StyleFinding {
  /** Null where no number says it. */
  readonly style: NumberStyle | null;
  /** The cells that say so, and those that say the contrary: with both, nothing is known. */
  readonly comma: number | null;
  readonly point: number | null;
  /** A number that could be meant in both ways, where nothing else says which: `1.234`. */
  readonly unclear: number | null;
}

/**
 * Finds the style of a table once, from all of its numbers: it is never guessed cell by cell.
 *
 * @param texts what the cells of values hold; the findings are indices into it
 */
export function findNumberStyle(texts: readonly string[]): StyleFinding {
  let comma: number | null = null;
  let point: number | null = null;
  let unclear: number | null = null;
  for (const [index, text] of texts.entries()) {
    for (const number of text.match(/\d[\d.,]*\d/gu) ?? []) {
      const style = styleOf(number);
      if (style === "decimal-comma") comma ??= index;
      else if (style === "decimal-point") point ??= index;
      else if (style === "unclear") unclear ??= index;
    }
  }
  const isKnown = (comma === null) !== (point === null);
  const style = isKnown ? (comma === null ? "decimal-point" : "decimal-comma") : null;
  return { style, comma, point, unclear: isKnown ? null : unclear };
}

function styleOf(number: string): NumberStyle | "unclear" | null {
  const signs = number.replace(/\d/gu, "");
  if (signs === "") return null;
  const last = signs.at(-1)!;
  const style: NumberStyle = last === "," ? "decimal-comma" : "decimal-point";
  const other: NumberStyle = last === "," ? "decimal-point" : "decimal-comma";
  // Of two kinds of signs the last parts the decimals; a sign that comes again groups thousands.
  if (signs.includes(",") && signs.includes(".")) return style;
  if (signs.length > 1) return other;
  const [whole, rest] = number.split(last);
  return rest!.length === 3 && whole!.length <= 3 && !/^0/u.test(whole!) ? "unclear" : style;
}

/**
 * A number as the language writes it, with a decimal point and no groups; undefined where it is none in this style.
 * Without a style only digits and a single sign that can mean one thing are a number.
 */
export function toDecimal(text: string, style: NumberStyle | null): string | undefined {
  const match = /^([-−+]?)(\d[\d.,\u00a0\u202f ]*)$/u.exec(text.trim());
  if (!match) return undefined;
  const sign = match[1] === "" || match[1] === "+" ? "" : "-";
  const digits = match[2]!.trimEnd();
  const spaced = /^\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?=$|[.,])/u.test(digits);
  const number = spaced ? digits.replace(/[\u00a0\u202f ]/gu, "") : digits;
  if (/[\u00a0\u202f ]/u.test(number)) return undefined;
  const known = style ?? "decimal-point";
  const [group, mark] = known === "decimal-comma" ? [".", ","] : [",", "."];
  const [whole, fraction, ...more] = number.split(mark);
  if (more.length > 0 || fraction === "" || fraction?.includes(group)) return undefined;
  const groups = whole!.split(group);
  const isGrouped = groups.length > 1;
  if (
    isGrouped &&
    (groups[0]!.length > 3 || groups[0] === "" || groups.slice(1).some((one) => one.length !== 3))
  )
    return undefined;
  return `${sign}${groups.join("")}${fraction === undefined ? "" : `.${fraction}`}`;
}
