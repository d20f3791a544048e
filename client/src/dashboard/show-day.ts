import { showDay as showWholeDay } from "../as-of-date.ts";

/** A day (`2025-06-30`) as people write it: `30 June 2025` or, short, `30 Jun 2025`; in Vietnamese always `30/6/2025`. */
export function showDay(day: string, language: "en" | "vi", length: "long" | "short" = "long"): string {
  if (language === "vi") return showWholeDay(day, "vi");
  if (length === "long") return showWholeDay(day, "en-GB");
  const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}
