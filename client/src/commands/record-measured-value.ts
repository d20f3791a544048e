import { Position, Range, Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { RecordValueParams, RecordValueResult } from "../../../server/src/lsp/protocol.ts";
import { l10n } from "../messages.ts";
import { requestRecordSubject, requestRecordValue } from "../protocol.ts";
import type { Answer } from "../quick-steps.ts";
import { Refusal } from "./guarded.ts";
import {
  askForCategory,
  askForEvidence,
  askForIndicator,
  askForPeriodOf,
  askForValue,
  type IndicatorChoice,
  type Subject,
} from "./recording-steps.ts";

/** What is asked for step by step; a step back takes the last answer away. */
interface Answers {
  choice?: IndicatorChoice;
  subject?: Subject;
  category?: Subject["categories"][number];
  period?: Subject["categories"][number]["periods"][number];
  value?: string;
  evidence?: string;
}

type Recorded = Extract<RecordValueResult, { readonly kind: "value" }>;

/**
 * *BDG: Record Measured Value…*: asks for the indicator, the period, the value and its evidence, writes the value where
 * it belongs in one step that can be undone, and shows it there. The file is not saved.
 *
 * @param given the indicator, as `{ programUri, indicatorId, path }` of a line of the plan view, a lens or the
 *   dashboard; asked for where it is left out
 */
export async function recordMeasuredValue(client: BaseLanguageClient, given: unknown): Promise<void> {
  const choice = readChoice(given);
  const answers = await askAll(client, choice);
  if (!answers) return;
  await write(client, answers);
}

function readChoice(given: unknown): Partial<IndicatorChoice> & { readonly indicatorId?: string } {
  if (typeof given !== "object" || given === null) return {};
  const { programUri, indicatorId, path } = given as Readonly<Record<string, unknown>>;
  if (typeof indicatorId !== "string") return {};
  return {
    indicatorId,
    ...(typeof programUri === "string" && { programUri }),
    ...(typeof path === "string" && { path }),
  };
}

type Step = (answers: Answers, head: { title: string; step: number; total: number }) => Promise<Answer<void>>;

async function askAll(
  client: BaseLanguageClient,
  given: ReturnType<typeof readChoice>,
): Promise<RecordValueParams | undefined> {
  const answers: Answers = {};
  if (given.indicatorId !== undefined) {
    const { indicatorId: id, programUri, path } = given;
    const name = { id, ...(programUri !== undefined && { programUri }), ...(path !== undefined && { path }) };
    answers.subject = await subjectOf(client, name);
  }
  const isGiven = answers.subject !== undefined;
  let steps = stepsFor(client, answers, isGiven);
  for (let i = 0; i < steps.length; ) {
    const subject = i === 0 && !isGiven ? undefined : answers.subject;
    const title = subject ? l10n.t("Record: {0}", subject.name) : l10n.t("Record measured value");
    const answer = await steps[i]!(answers, { title, step: i + 1, total: steps.length });
    if (answer === undefined) return undefined;
    i += answer === "back" ? -1 : 1;
    steps = stepsFor(client, answers, isGiven);
  }
  return { ...placeOf(answers), value: answers.value!, evidence: answers.evidence ?? "" };
}

/** The indicator is not asked for where it is given, and its category only where it has several. */
function stepsFor(client: BaseLanguageClient, answers: Answers, isGiven: boolean): readonly Step[] {
  const hasCategories = (answers.subject?.categories.length ?? 1) > 1;
  if (answers.subject && !hasCategories) answers.category = answers.subject.categories[0]!;
  return [
    ...(isGiven ? [] : [indicatorStep(client)]),
    ...(hasCategories ? [categoryStep] : []),
    periodStep(client),
    valueStep(client),
    evidenceStep,
  ];
}

async function subjectOf(
  client: BaseLanguageClient,
  name: Parameters<typeof requestRecordSubject>[1],
): Promise<Subject> {
  const subject = await requestRecordSubject(client, name);
  if (!subject) throw new Refusal(l10n.t("There is no indicator “{0}” here any more.", name.id));
  if (subject.refusal !== null) throw new Refusal(subject.refusal);
  return subject;
}

function indicatorStep(client: BaseLanguageClient): Step {
  return async (answers, head) => {
    const answer = await askForIndicator(client, head);
    if (answer === undefined || answer === "back") return answer;
    const { programUri, indicatorId: id, path } = answer.value;
    answers.subject = await subjectOf(client, { programUri, id, path });
    return { value: undefined };
  };
}

const categoryStep: Step = async (answers, head) => {
  const answer = await askForCategory(answers.subject!, head);
  if (answer === undefined || answer === "back") return answer;
  answers.category = answer.value;
  return { value: undefined };
};

function periodStep(client: BaseLanguageClient): Step {
  return async (answers, head) => {
    const answer = await askForPeriodOf(answers.subject!, answers.category!, head, (period) =>
      requestRecordValue(client, { ...placeOf(answers), period, value: "", evidence: "" }),
    );
    if (answer === undefined || answer === "back") return answer;
    if (answer.value.period !== answers.period?.period) {
      answers.value = answer.value.value;
      answers.evidence = answer.value.evidence;
    }
    answers.period = answer.value;
    return { value: undefined };
  };
}

function valueStep(client: BaseLanguageClient): Step {
  return async (answers, head) => {
    const params = { ...placeOf(answers), evidence: answers.evidence ?? "" };
    const when = answers.period?.text ?? "";
    const answer = await askForValue(client, answers.subject!, params, when, head, answers.value ?? "");
    if (answer === undefined || answer === "back") return answer;
    answers.value = answer.value;
    return { value: undefined };
  };
}

const evidenceStep: Step = async (answers, head) => {
  const answer = await askForEvidence(head, answers.evidence ?? "");
  if (answer === undefined || answer === "back") return answer;
  answers.evidence = answer.value;
  return { value: undefined };
};

function placeOf({ subject, category, period }: Answers): Omit<RecordValueParams, "value" | "evidence"> {
  const { programUri, id, path } = subject!;
  return { programUri, id, path, category: category?.category ?? null, period: period?.period ?? "" };
}

/** How often the edit is asked for again because someone typed meanwhile. */
const mostTries = 3;

async function write(client: BaseLanguageClient, params: RecordValueParams): Promise<void> {
  for (let i = 0; i < mostTries; i += 1) {
    const first = await requestRecordValue(client, params);
    if (first.kind === "refused") throw new Refusal(first.message);
    // The document is opened before the edit is asked for, so that its version tells whether it is still that text.
    const document = await workspace.openTextDocument(Uri.parse(first.uri));
    const { version } = document;
    const result = await requestRecordValue(client, params);
    if (result.kind === "refused") throw new Refusal(result.message);
    if (document.version !== version || result.uri !== first.uri) continue;
    if (!(await applyValue(result))) throw new Refusal(l10n.t("The file can’t be changed: is it read-only?"));
    const { line, character } = result.cursor;
    const cursor = new Position(line, character);
    await window.showTextDocument(document, { selection: new Range(cursor, cursor), preview: false });
    return;
  }
  throw new Refusal(l10n.t("The file was changed meanwhile; nothing is written."));
}

async function applyValue({ uri, edit: { range, newText } }: Recorded): Promise<boolean> {
  const { start, end } = range;
  const edit = new WorkspaceEdit();
  edit.replace(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character), newText);
  return workspace.applyEdit(edit);
}
