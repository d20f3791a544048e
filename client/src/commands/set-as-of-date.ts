import { ConfigurationTarget, type QuickPickItem, window, workspace } from "vscode";
import { endOfLastYear, parseDay, showDay } from "../as-of-date.ts";
import { l10n, messageLocale } from "../messages.ts";
import { Refusal } from "./guarded.ts";

interface DateChoice extends QuickPickItem {
  /** `yyyy-mm-dd`; empty for today, whichever day it is; undefined to ask for one. */
  readonly day: string | undefined;
}

/**
 * *BDG: Set As-of Date…*: writes the setting `bdg.asOf`, for the workspace where there is one.
 *
 * @param day for scripts: the day as `yyyy-mm-dd`, or an empty text for today; asked for where it is left out
 */
export async function setAsOfDate(day: unknown): Promise<void> {
  const chosen = typeof day === "string" ? checkedDay(day) : await askForDay();
  if (chosen === undefined) return;
  const settings = workspace.getConfiguration("bdg");
  const inWorkspace = workspace.workspaceFolders !== undefined;
  // Taking the setting away means today, unless the user's own settings have a date: an empty text wins over that.
  const isSetBelow = inWorkspace && Boolean(settings.inspect<string>("asOf")?.globalValue);
  const value = chosen === "" && !isSetBelow ? undefined : chosen;
  await settings.update(
    "asOf",
    value,
    inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
  );
}

function checkedDay(text: string): string {
  const day = text === "" ? "" : parseDay(text);
  if (day === undefined) throw new Refusal(noSuchDay(text));
  return day;
}

function noSuchDay(text: string): string {
  return l10n.t("“{0}” is no day of the calendar. Write year-month-day, for example 2025-06-30.", text);
}

/** A day as `yyyy-mm-dd`, empty for today, whichever day it is; undefined where the user left. */
export async function askForDay(): Promise<string | undefined> {
  const choice = await window.showQuickPick(choices(), {
    title: l10n.t("As-of date"),
    placeHolder: l10n.t("Plans are judged by what is due on this day"),
  });
  if (choice === undefined || choice.day !== undefined) return choice?.day;
  const typed = await window.showInputBox({
    title: l10n.t("As-of date"),
    value: currentDay(),
    prompt: l10n.t("Year-month-day, or day/month/year"),
    validateInput: (text) => (parseDay(text) === undefined ? noSuchDay(text) : undefined),
  });
  return typed === undefined ? undefined : parseDay(typed);
}

function currentDay(): string {
  return workspace.getConfiguration("bdg").get<string>("asOf") ?? "";
}

function choices(): readonly DateChoice[] {
  const lastYear = endOfLastYear(new Date());
  const current = currentDay();
  const isSet = parseDay(current) !== undefined;
  return [
    {
      label: l10n.t("Today"),
      description: l10n.t("whichever day it is"),
      day: "",
    },
    { label: showDay(lastYear, messageLocale()), description: l10n.t("the end of last year"), day: lastYear },
    {
      label: l10n.t("Another day…"),
      description: isSet ? l10n.t("now {0}", showDay(current, messageLocale())) : "",
      day: undefined,
    },
  ];
}
