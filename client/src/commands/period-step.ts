import { l10n } from "../messages.ts";
import { type Answer, askForText, type StepHead } from "../quick-steps.ts";

/**
 * Asks for a period that is not among those that are offered.
 *
 * @param refusalOf why a typed period can't be taken; undefined where it can
 */
export function askForTypedPeriod(
  head: Omit<StepHead, "placeholder">,
  refusalOf: (period: string) => Promise<string | undefined>,
): Promise<Answer<string>> {
  return askForText({
    ...head,
    placeholder: "2025-Q3",
    prompt: l10n.t("A year, half, quarter, month or day: 2025, 2025-H1, 2025-Q3, 2025-03"),
    value: "",
    check: async (text) => {
      const message = await refusalOf(text);
      return message === undefined ? undefined : { message, isWrong: true };
    },
  });
}
