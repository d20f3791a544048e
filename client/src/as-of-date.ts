/** Calendar days as people type them and as the setting `bdg.asOf` holds them. */

/**
 * Reads `2025-06-30` or, day first as in Vietnam, `30/6/2025`.
 * @returns the day as `yyyy-mm-dd`; undefined where the calendar has no such day
 */
export function parseDay(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const dayFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  const [year, month, day] = iso ? iso.slice(1) : dayFirst ? dayFirst.slice(1).reverse() : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${written}T00:00:00Z`);
  // Of 30 February, JavaScript makes 2 March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : undefined;
}

/** The last day of the year before the one `today` lies in, as `yyyy-mm-dd`. */
export function endOfLastYear(today: Date): string {
  return `${String(today.getFullYear() - 1).padStart(4, "0")}-12-31`;
}

/** A day for people: `30 June 2025`, `30/6/2025`. */
export function showDay(day: string, locale: "vi" | "en-GB"): string {
  const month = locale === "vi" ? "numeric" : "long";
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month, year: "numeric", timeZone: "UTC" });
  return format.format(new Date(`${day}T00:00:00Z`));
}
