import type { QuickPickItem } from "vscode";
import { l10n } from "../messages.ts";
import { type Answer, askForText, askToPick, type StepHead } from "../quick-steps.ts";

/** A period that can be chosen, by its spelling in the language. */
export interface PeriodChoice {
  readonly period: string;
  readonly text: string;
  readonly detail: string;
}

/** What a typed text is: a period, or why it can't be taken. */
export type PeriodReading<Choice extends PeriodChoice> =
  | { readonly choice: Choice }
  | { readonly refusal: string };

export interface PeriodStep<Choice extends PeriodChoice> {
  readonly head: Omit<StepHead, "placeholder">;
  readonly placeholder: string;
  readonly offered: readonly Choice[];
  read(typed: string): Promise<PeriodReading<Choice>>;
}

interface PeriodPick<Choice> extends QuickPickItem {
  /** Undefined to ask for another one in a box of its own. */
  readonly choice: Choice | undefined;
}

/** A period that is offered, or another one: a period that is typed into the list is offered in it, whatever its form. */
export async function askForPeriod<Choice extends PeriodChoice>({
  head,
  placeholder,
  offered,
  read,
}: PeriodStep<Choice>): Promise<Answer<Choice>> {
  const toPick = (choice: Choice): PeriodPick<Choice> => ({
    label: choice.text,
    description: choice.detail,
    choice,
  });
  const other = { label: l10n.t("Another period…"), choice: undefined, alwaysShow: true };
  let typed = "";
  const itemsFor = async (text: string): Promise<readonly PeriodPick<Choice>[]> => {
    typed = text;
    const reading = text.trim() === "" ? undefined : await read(text);
    if (!reading || "refusal" in reading) return [...offered.map(toPick), other];
    const { choice } = reading;
    const others = offered.filter(({ period }) => period !== choice.period);
    return [{ ...toPick(choice), alwaysShow: true }, ...others.map(toPick), other];
  };
  while (true) {
    typed = "";
    const items = [...offered.map(toPick), other];
    const answer = await askToPick({ ...head, placeholder, items, itemsFor });
    if (answer === undefined || answer === "back") return answer;
    if (answer.value.choice) return { value: answer.value.choice };
    const inBox = await askForTypedPeriod({ ...head, step: head.step + 1 }, typed, read);
    if (inBox !== "back") return inBox;
  }
}

/** Asks for a period that is not among those that are offered. */
async function askForTypedPeriod<Choice extends PeriodChoice>(
  head: Omit<StepHead, "placeholder">,
  typed: string,
  read: PeriodStep<Choice>["read"],
): Promise<Answer<Choice>> {
  const answer = await askForText({
    ...head,
    placeholder: l10n.t("Q3 2025"),
    prompt: l10n.t("A year, half, quarter, month or day: 2025, first half of 2025, Q3 2025, March 2025"),
    value: typed,
    check: async (text) => {
      const reading = await read(text);
      return "refusal" in reading ? { message: reading.refusal, isWrong: true } : undefined;
    },
  });
  if (answer === undefined || answer === "back") return answer;
  const reading = await read(answer.value);
  return "refusal" in reading ? undefined : { value: reading.choice };
}
