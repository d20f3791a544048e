import type { QuickPickItem } from "vscode";
import { QuickPickItemKind } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { RecordSubjectResult, RecordValueResult } from "../../../server/src/lsp/protocol.ts";
import { l10n } from "../messages.ts";
import { isFileInView } from "../plan-in-view.ts";
import { verdictIcon } from "../plan-view/verdict-icons.ts";
import { requestPlanOverview, requestRecordValue } from "../protocol.ts";
import { type Answer, askForText, askToPick, type StepHead } from "../quick-steps.ts";
import { groupsToRecord, type IndicatorGroup, type IndicatorToRecord } from "./indicators-to-record.ts";
import { askForPeriod } from "./period-step.ts";

/** Which indicator a value is recorded for; what the plan view, a lens and the dashboard pass. */
export interface IndicatorChoice {
  readonly programUri: string;
  readonly indicatorId: string;
  /** The file that declares it. */
  readonly path: string;
}

export type Subject = NonNullable<RecordSubjectResult>;
type Category = Subject["categories"][number];
type Period = Category["periods"][number];

type Head = Omit<StepHead, "placeholder">;

interface IndicatorPick extends QuickPickItem {
  readonly choice?: IndicatorChoice;
}

/** The open file's plan first, and in it the indicators without a value that is due. */
export async function askForIndicator(
  client: BaseLanguageClient,
  head: Head,
): Promise<Answer<IndicatorChoice>> {
  const { programs } = await requestPlanOverview(client, { outline: true });
  const hasOthers = programs.flatMap(({ overview }) => overview.plans).length > 1;
  const items = groupsToRecord(programs, isFileInView).flatMap((group): readonly IndicatorPick[] => [
    { label: titleOf(group), kind: QuickPickItemKind.Separator },
    ...group.indicators.map((one) => toPick(one, hasOthers)),
  ]);
  const answer = await askToPick({ ...head, placeholder: l10n.t("Which indicator?"), items });
  if (answer === undefined || answer === "back") return answer;
  return answer.value.choice && { value: answer.value.choice };
}

function titleOf({ isDue, isOfOthers }: IndicatorGroup): string {
  if (isOfOthers) return isDue ? l10n.t("other plans: a value is due") : l10n.t("other plans: up to date");
  return isDue ? l10n.t("a value is due") : l10n.t("up to date");
}

function toPick({ item, plan, programUri }: IndicatorToRecord, hasOthers: boolean): IndicatorPick {
  const { id, name, summary, clauses, place } = item;
  const details = [
    summary,
    ...clauses.slice(0, 1).map(({ address }) => address),
    ...(hasOthers ? [plan.name] : []),
  ];
  return {
    label: name,
    description: id,
    detail: details.join(" · "),
    iconPath: verdictIcon(item.status),
    choice: { programUri, indicatorId: id, path: place.path },
  };
}

/** Which part of the indicator, where it is measured in several. */
export async function askForCategory(subject: Subject, head: Head): Promise<Answer<Category>> {
  const items = subject.categories.map((category) => ({
    label: category.name,
    description: category.periods[0] ? `${category.periods[0].text}: ${category.periods[0].detail}` : "",
    category,
  }));
  const answer = await askToPick({ ...head, placeholder: l10n.t("For which part of it?"), items });
  return answer === undefined || answer === "back" ? answer : { value: answer.value.category };
}

/** A period that is offered, or another one that is typed; with what is written for it now. */
export function askForPeriodOf(
  subject: Subject,
  category: Category,
  head: Head,
  check: (period: string) => Promise<RecordValueResult>,
): Promise<Answer<Period>> {
  return askForPeriod({
    head,
    placeholder: l10n.t("Which period of “{0}”?", subject.name),
    offered: category.periods,
    // Without a value what is refused is the value, once the period is understood.
    read: async (typed) => {
      const result = await check(typed);
      if (result.kind === "refused" && result.at === "value") return { choice: result.period };
      return { refusal: result.kind === "refused" ? result.message : "" };
    },
  });
}

/** The value, with what it would mean while it is typed. */
export function askForValue(
  client: BaseLanguageClient,
  subject: Subject,
  params: Omit<Parameters<typeof requestRecordValue>[1], "value">,
  when: string,
  head: Head,
  typed: string,
): Promise<Answer<string>> {
  return askForText({
    ...head,
    placeholder: l10n.t("for example {0}", subject.example),
    prompt:
      subject.unit === ""
        ? l10n.t("The value of {0}", when)
        : l10n.t("The value of {0} ({1})", when, subject.unit),
    value: typed,
    check: async (text) => {
      if (text.trim() === "") return { message: l10n.t("A number is needed."), isWrong: true };
      const result = await requestRecordValue(client, { ...params, value: text });
      if (result.kind === "refused") return { message: result.message, isWrong: true };
      const replaces = result.replaces ? [l10n.t("It replaces {0}.", result.replaces.value)] : [];
      const message = [result.meaning, ...replaces, ...result.notes].join(" · ");
      return { message, isWrong: false, isWarning: result.notes.length > 0 || result.status === "missed" };
    },
  });
}

export function askForEvidence(head: Head, typed: string): Promise<Answer<string>> {
  return askForText({
    ...head,
    placeholder: l10n.t("for example the number and date of a report"),
    prompt: l10n.t("Where the value comes from. Empty: no evidence of its own."),
    value: typed,
  });
}
