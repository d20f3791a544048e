import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import { type Calendar, type Period, toPeriod } from "../../semantics/period.ts";
import type { DeclarationParser } from "../../syntax/parse.ts";

/** A period as someone typed it, read as a report's head would be; undefined for anything else. */
export function parsePeriod(
  parser: DeclarationParser,
  typed: string,
  calendar: Calendar,
): Period | undefined {
  const text = typed.normalize("NFC").trim();
  if (!/^[\p{L}\d/. -]+$/u.test(text)) return undefined;
  const { declaration, problems } = parser.parse(`report ${text} "-" { }`);
  if (declaration?.kind !== "report" || problems.length > 0 || !declaration.period.literal) return undefined;
  return toPeriod(declaration.period.literal, calendar);
}

/** Why a text that was typed for a period is refused. */
export function noPeriod(text: string): LocalText {
  return bilingual(
    `“${text}” is no period. Write for example 2025, 2025-H1, 2025-Q3 or 2025-03.`,
    `“${text}” không phải là kỳ. Hãy viết, ví dụ, 2025, 2025-H1, 2025-Q3 hoặc 3/2025.`,
  );
}
