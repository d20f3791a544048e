import { Position, Range, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { NewReportResult, ReportSubjectsResult } from "../../../server/src/lsp/protocol.ts";
import { l10n } from "../messages.ts";
import { isFileInView } from "../plan-in-view.ts";
import { requestNewReport, requestReportSubjects } from "../protocol.ts";
import { type Answer, askToPick } from "../quick-steps.ts";
import { createFile } from "./create-file.ts";
import { Refusal } from "./guarded.ts";
import { askForPeriod, type PeriodChoice } from "./period-step.ts";

interface Plan {
  readonly programUri: string;
  readonly subject: ReportSubjectsResult["programs"][number]["plans"][number];
}

/**
 * *BDG: New Report…*: a file for a period with a line for every value that is due, beside the plan's other reports. A
 * report that is there already is opened instead; no file is ever written over.
 */
export async function newReport(client: BaseLanguageClient): Promise<void> {
  const { programs } = await requestReportSubjects(client);
  const all = programs.flatMap(({ rootUri, plans }) =>
    plans.map((subject): Plan => ({ programUri: rootUri, subject })),
  );
  const isOpen = ({ programUri, subject }: Plan): boolean =>
    subject.files.some((path) => isFileInView(programUri, path));
  const plans = [...all.filter(isOpen), ...all.filter((plan) => !isOpen(plan))];
  if (plans.length === 0) throw new Refusal(l10n.t("There is no plan here to report on."));
  const result = await askForReport(client, plans);
  if (!result) return;
  if (result.kind === "report") return create(result);
  if (result.existingUri === null) throw new Refusal(result.message);
  await window.showTextDocument(await workspace.openTextDocument(Uri.parse(result.existingUri)));
}

/** The plan where there are several, and the period; a step back leads to the plan again. */
async function askForReport(
  client: BaseLanguageClient,
  plans: readonly Plan[],
): Promise<NewReportResult | undefined> {
  const title = l10n.t("New report");
  const total = plans.length > 1 ? 2 : 1;
  while (true) {
    let plan = plans[0]!;
    if (plans.length > 1) {
      const items = plans.map((one) => ({ label: one.subject.name, description: one.subject.path, one }));
      const answer = await askToPick({ title, step: 1, total, placeholder: l10n.t("Of which plan?"), items });
      if (answer === undefined || answer === "back") return undefined;
      plan = answer.value.one;
    }
    const period = await askForPeriodOf(client, plan, { title, step: total, total });
    if (period !== "back") return period && ask(client, plan, period.value.period);
  }
}

function askForPeriodOf(
  client: BaseLanguageClient,
  plan: Plan,
  head: { readonly title: string; readonly step: number; readonly total: number },
): Promise<Answer<PeriodChoice>> {
  return askForPeriod({
    head,
    placeholder: l10n.t("For which period?"),
    offered: plan.subject.periods.map((one) => ({ ...one, text: startUpper(one.text) })),
    read: async (typed) => {
      const result = await ask(client, plan, typed);
      if (result.kind === "report")
        return { choice: { period: result.period, text: startUpper(result.periodText), detail: "" } };
      // A report that is there is opened.
      return result.existingUri === null
        ? { refusal: result.message }
        : { choice: { period: typed, text: typed, detail: result.message } };
    },
  });
}

function ask(client: BaseLanguageClient, { programUri, subject }: Plan, period: string) {
  return requestNewReport(client, { programUri, path: subject.path, period });
}

function startUpper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

async function create({ uri, text, cursor }: Extract<NewReportResult, { kind: "report" }>): Promise<void> {
  const target = Uri.parse(uri);
  await createFile(target, text);
  const place = new Position(cursor.line, cursor.character);
  await window.showTextDocument(await workspace.openTextDocument(target), {
    selection: new Range(place, place),
    preview: false,
  });
}
