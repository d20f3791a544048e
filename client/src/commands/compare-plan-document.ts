import { type QuickPickItem, Range, Uri, type WorkspaceEdit, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { CompareDocumentResult } from "../../../server/src/lsp/plan-document-protocol.ts";
import { nameOf } from "../files/file-name.ts";
import { l10n } from "../messages.ts";
import { requestCompareDocument } from "../plan-documents/plan-document-protocol.ts";
import { fileInView, type PlanDocuments } from "../plan-documents/plan-documents.ts";
import type { ComparisonDocument } from "../views/comparison-document.ts";
import { askForDocument } from "./document-dialog.ts";
import { Refusal } from "./guarded.ts";

export interface CompareContext {
  readonly client: BaseLanguageClient;
  readonly report: ComparisonDocument;
  readonly documents: PlanDocuments;
}

type Compared = Extract<CompareDocumentResult, { readonly kind: "compared" }>;
type Fix = Compared["fixes"][number];

/**
 * *BDG: Compare Plan Document…*: holds a new version of the plan's document against it, shows what is different, and
 * offers what there is to bring up to date, one after the other. Each fix is an edit that can be undone; nothing is
 * saved.
 *
 * @param given the new version, as the explorer gives it; asked for where it is left out
 */
export async function comparePlanDocument(context: CompareContext, given: unknown): Promise<void> {
  const near = fileInView(context.documents);
  const version =
    given instanceof Uri
      ? given
      : await askForDocument(l10n.t("The new version of the plan’s document"), l10n.t("Compare"), near);
  if (version === undefined) return;
  const applied: { readonly id: string; readonly was: string }[] = [];
  const uri = (near ?? version).toString();
  const ask = (oldUri?: string) =>
    requestCompareDocument(context.client, {
      uri,
      newUri: version.toString(),
      applied,
      ...(oldUri !== undefined && { oldUri }),
    });
  let result = await ask();
  if (result.kind === "several") {
    const oldUri = await askForOld(result.uris);
    if (oldUri === undefined) return;
    result = await ask(oldUri);
  }
  if (result.kind !== "compared") throw new Refusal(refusal(result));
  await context.report.show(result.markdown);
  for (let left = result; ; ) {
    const fix = await askForFix(left, applied.length);
    if (fix === undefined) return;
    await applyFix(context.client, fix);
    applied.push({ id: fix.id, was: fix.was });
    const next = await ask(left.oldUri);
    if (next.kind !== "compared") throw new Refusal(refusal(next));
    left = next;
  }
}

function refusal(result: Exclude<CompareDocumentResult, Compared>): string {
  const said = result.kind === "refused" ? result.message : "";
  return said === "" ? l10n.t("There is no plan here whose document could be compared.") : said;
}

async function askForOld(uris: readonly string[]): Promise<string | undefined> {
  const items = uris.map((uri) => ({ label: nameOf(Uri.parse(uri)), uri }));
  const placeHolder = l10n.t("Which document is the new one a version of?");
  return (await window.showQuickPick(items, { placeHolder, ignoreFocusOut: true }))?.uri;
}

interface FixItem extends QuickPickItem {
  readonly fix: Fix;
}

/** Where nothing is left, one message says so. */
async function askForFix({ fixes, differences }: Compared, done: number): Promise<Fix | undefined> {
  if (fixes.length === 0) {
    const nothing =
      differences === 0 ? l10n.t("No clause is different.") : l10n.t("Nothing in the plan needs to change.");
    void window.showInformationMessage(
      done === 0 ? nothing : l10n.t("The plan is up to date with the new version. Changes made: {0}.", done),
    );
    return undefined;
  }
  const files = new Set(fixes.map(fileOf));
  const items = fixes.map(
    (fix): FixItem => ({
      label: fix.title,
      detail: fix.detail,
      // Where several plans name the document.
      ...(files.size > 1 && { description: nameOf(Uri.parse(fileOf(fix))) }),
      fix,
    }),
  );
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Bring the plan up to date ({0} left)", fixes.length),
    placeHolder: l10n.t("Each change can be undone; Escape ends"),
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return chosen?.fix;
}

function fileOf({ edit }: Fix): string {
  const [change] = edit.documentChanges ?? [];
  return change && "textDocument" in change
    ? change.textDocument.uri
    : (Object.keys(edit.changes ?? {})[0] ?? "");
}

/** The changed place is shown, so that the user sees what was done. */
async function applyFix(client: BaseLanguageClient, { edit }: Fix): Promise<void> {
  const changes: WorkspaceEdit = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (!(await workspace.applyEdit(changes))) throw new Refusal(l10n.t("The plan could not be changed."));
  const [file] = changes.entries();
  const [first] = file?.[1] ?? [];
  if (file === undefined || first === undefined) return;
  const document = await workspace.openTextDocument(file[0]);
  const line = document.lineAt(Math.min(first.range.start.line, document.lineCount - 1)).range;
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  await window.showTextDocument(document, {
    selection: new Range(line.start, line.start),
    preserveFocus: true,
    preview: false,
    ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
  });
}
