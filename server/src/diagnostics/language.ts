/** The languages in which we speak to people. */
export type Language = "en" | "vi";

/** A piece of text that depends on the reader's language (numbers, periods, names of units and statuses do). */
export type LocalText = string | ((language: Language) => string);

export function inLanguage(text: LocalText, language: Language): string {
  return typeof text === "string" ? text : text(language);
}

/** One text for each language, chosen when it is shown. */
export function bilingual(en: string, vi: string): LocalText {
  return (language) => (language === "vi" ? vi : en);
}
