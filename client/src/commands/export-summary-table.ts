import { commands, type Memento, type QuickPickItem, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { parseDay } from "../as-of-date.ts";
import { nameOf } from "../files/file-name.ts";
import { folderForDialog } from "../files/folder-for-dialog.ts";
import { l10n } from "../messages.ts";
import { planInView } from "../plan-in-view.ts";
import { requestSummaryTable, type SummaryTableParams } from "../protocol.ts";
import type { Runtime, WriteResult } from "../runtime.ts";
import { Refusal } from "./guarded.ts";

export interface ExportContext {
  readonly client: BaseLanguageClient;
  readonly runtime: Runtime;
  /** Remembers the form and the folder of the last export. */
  readonly memory: Memento;
}

type Format = SummaryTableParams["format"];

interface Wish {
  readonly format: Format;
  /** A file, or a new editor. */
  readonly target: Uri | "editor";
}

/** Which plan, and how it stood on which day (`2024-12-31`). */
interface Subject {
  readonly plan?: Uri | undefined;
  readonly asOf?: string;
}

const folderKey = "exportFolder";
const formatKey = "exportFormat";
const endings: Readonly<Record<Format, string>> = {
  xlsx: "xlsx",
  docx: "docx",
  html: "html",
  csv: "csv",
  markdown: "md",
  json: "json",
  iati: "xml",
  sdmx: "csv",
};

/**
 * *BDG: Export Summary Table…*: the table of the plan in view, to a file that the user names or into a new editor.
 *
 * @param given for scripts and the dashboard, all or part of `{ format: "markdown" | "csv" | "xlsx" | …, target: Uri |
 *   "editor", plan: Uri, asOf: "2024-12-31" }`; format and target are asked for where they are left out
 */
export async function exportSummaryTable(context: ExportContext, given: unknown): Promise<void> {
  const { plan = planInView(), asOf } = readSubject(given);
  const wish = await completeWish(context, readGiven(given), plan);
  if (wish === undefined) return;
  const { text, base64, plans } = await requestSummaryTable(context.client, {
    ...(plan === undefined ? {} : { uri: plan.toString() }),
    format: wish.format,
    ...(asOf === undefined ? {} : { asOf }),
  });
  if (plans === 0) throw new Refusal(l10n.t("There is no plan here whose table could be exported."));
  if (wish.target === "editor") await showInEditor(text, wish.format);
  else await writeTable(context, base64 === undefined ? text : bytesOf(base64), wish.target);
}

function readGiven(given: unknown): Partial<Wish> {
  if (typeof given !== "object" || given === null) return {};
  const { format, target } = given as { readonly format?: unknown; readonly target?: unknown };
  return {
    ...(typeof format === "string" && Object.hasOwn(endings, format) ? { format: format as Format } : {}),
    ...(target === "editor" || target instanceof Uri ? { target } : {}),
  };
}

function readSubject(given: unknown): Subject {
  if (typeof given !== "object" || given === null) return {};
  const { plan, asOf } = given as { readonly plan?: unknown; readonly asOf?: unknown };
  return {
    ...(plan instanceof Uri ? { plan } : {}),
    ...(typeof asOf === "string" && parseDay(asOf) === asOf ? { asOf } : {}),
  };
}

async function completeWish(
  context: ExportContext,
  given: Partial<Wish>,
  plan: Uri | undefined,
): Promise<Wish | undefined> {
  const { format, target } = given;
  if (format !== undefined && target !== undefined) return { format, target };
  const choice = await window.showQuickPick(choices(given, context.memory.get<string>(formatKey)), {
    title: l10n.t("Export summary table"),
    placeHolder: l10n.t("As what, and where to?"),
  });
  if (choice === undefined) return undefined;
  await context.memory.update(formatKey, choice.label);
  if (target !== undefined) return { format: choice.format, target };
  if (choice.toEditor) return { format: choice.format, target: "editor" };
  const file = await askForFile(context.memory, choice.format, plan);
  return file === undefined ? undefined : { format: choice.format, target: file };
}

interface Choice extends QuickPickItem {
  readonly format: Format;
  readonly toEditor: boolean;
}

/** The last one chosen stands first. */
function choices(given: Partial<Wish>, last: string | undefined): readonly Choice[] {
  const file = (label: string, description: string, format: Format): Choice => ({
    label,
    description,
    format,
    toEditor: false,
  });
  const all: readonly Choice[] = [
    file(l10n.t("Word document…"), l10n.t(".docx, with letterhead and signature"), "docx"),
    file(l10n.t("Excel workbook…"), l10n.t(".xlsx, with all values"), "xlsx"),
    file(l10n.t("Web page…"), l10n.t(".html, with charts, to read or print"), "html"),
    file(l10n.t("CSV file…"), l10n.t(".csv, for Excel"), "csv"),
    file(l10n.t("Markdown file…"), ".md", "markdown"),
    { label: l10n.t("Markdown in a new editor"), format: "markdown", toEditor: true },
    { label: l10n.t("CSV in a new editor"), format: "csv", toEditor: true },
    file(l10n.t("JSON file…"), l10n.t(".json, for programs"), "json"),
    file(l10n.t("IATI file…"), l10n.t(".xml, results in the standard of aid projects"), "iati"),
    file(l10n.t("SDMX file…"), l10n.t(".csv, in the standard of statistics"), "sdmx"),
  ];
  const fitting = all.filter((choice) => given.format === undefined || choice.format === given.format);
  return [...fitting.filter(({ label }) => label === last), ...fitting.filter(({ label }) => label !== last)];
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

async function askForFile(memory: Memento, format: Format, plan: Uri | undefined): Promise<Uri | undefined> {
  const remembered = memory.get<string>(folderKey);
  const folder = remembered !== undefined ? Uri.parse(remembered) : folderForDialog(plan);
  const name = `${l10n.t("summary-table")}.${endings[format]}`;
  const target = await window.showSaveDialog({
    title: l10n.t("Export summary table"),
    saveLabel: l10n.t("Export"),
    filters: { [endings[format].toUpperCase()]: [endings[format]] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (target !== undefined) await memory.update(folderKey, Uri.joinPath(target, "..").toString());
  return target;
}

async function showInEditor(text: string, format: Format): Promise<void> {
  // The byte-order mark is for files; in an editor it would be a letter.
  const content = text.replace(/^\ufeff/, "");
  const language = format === "csv" ? "plaintext" : "markdown";
  await window.showTextDocument(await workspace.openTextDocument({ content, language }));
}

async function writeTable(
  { runtime }: ExportContext,
  content: string | Uint8Array,
  target: Uri,
): Promise<void> {
  const name = nameOf(target);
  if (name.toLowerCase().endsWith(".bdg"))
    throw new Refusal(l10n.t("“{0}” is a plan; an export would replace it. Name another file.", name));
  const failure = await runtime.writeFile(target, content);
  if (failure !== undefined) throw new Refusal(failureMessage(failure, name));
  void offerToOpen(target, name);
}

async function offerToOpen(target: Uri, name: string): Promise<void> {
  const open = l10n.t("Open");
  const answer = await window.showInformationMessage(l10n.t("The summary table is in {0}.", name), open);
  // `vscode.open` chooses what the user has for this kind of file.
  if (answer === open) await commands.executeCommand("vscode.open", target);
}

function failureMessage(failure: NonNullable<WriteResult>, name: string): string {
  switch (failure) {
    case "no-folder":
      return l10n.t("“{0}” is not written: its folder is not there.", name);
    case "is-a-folder":
      return l10n.t("“{0}” is not written: it is a folder.", name);
    case "not-a-file":
      return l10n.t("“{0}” is not written: it is not an ordinary file.", name);
    case "read-only":
      return l10n.t("“{0}” is not written: it is read-only.", name);
    case "no-permission":
      return l10n.t("“{0}” is not written: access to its folder is denied.", name);
    case "busy":
      return l10n.t("“{0}” is not written: another program has it open. Close it there and try again.", name);
    case "disk-full":
      return l10n.t("“{0}” is not written: the disk is full.", name);
    case "failed":
      return l10n.t("“{0}” is not written: the disk reported an error. The old file is as it was.", name);
  }
}
