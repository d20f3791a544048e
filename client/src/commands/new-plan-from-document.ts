import { FileType, Position, type QuickPickItem, Uri, WorkspaceEdit, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { nameOf } from "../files/file-name.ts";
import { l10n } from "../messages.ts";
import { requestNewPlan } from "../plan-documents/plan-document-protocol.ts";
import { createFile } from "./create-file.ts";
import { askForDocument } from "./document-dialog.ts";
import { Refusal } from "./guarded.ts";

type Place = "beside" | "unsaved" | Uri;

interface Wish {
  readonly document: Uri;
  readonly place: Place;
}

/**
 * *BDG: New Plan from Document…*: reads a signed document and writes a .bdg file with what it promises, saved beside
 * the document, elsewhere, or not yet. No file is ever written over.
 *
 * @param given the document, as the explorer gives it; for scripts also `{ document: Uri, place: "beside" | "unsaved" |
 *   Uri }`; what is left out is asked for
 */
export async function newPlanFromDocument(client: BaseLanguageClient, given: unknown): Promise<void> {
  const wish = await completeWish(readGiven(given));
  if (wish === undefined) return;
  const { document, place } = wish;
  const target = place instanceof Uri ? place : await freeName(document);
  const result = await requestNewPlan(client, {
    documentUri: document.toString(),
    planUri: target.toString(),
  });
  // A fault of the server says nothing here; it is in the log.
  if (result.kind === "refused")
    throw new Refusal(result.message || l10n.t("BDG could not do this; the log says why."));
  await (place === "unsaved" ? openUnsaved(target, result.text) : create(target, result.text));
  const { indicators, tasks, checks } = result;
  void window.showInformationMessage(
    indicators === 0
      ? l10n.t(
          "No number with a date was recognised in “{0}”: the new plan has no indicators.",
          nameOf(document),
        )
      : l10n.t(
          "Drafted from “{0}”: indicators {1}, tasks {2}. To be looked at: {3}, marked “# check:”.",
          nameOf(document),
          indicators,
          tasks,
          checks,
        ),
  );
}

function readGiven(given: unknown): Partial<Wish> {
  if (given instanceof Uri) return { document: given };
  if (typeof given !== "object" || given === null) return {};
  const { document, place } = given as { readonly document?: unknown; readonly place?: unknown };
  return {
    ...(document instanceof Uri ? { document } : {}),
    ...(place === "beside" || place === "unsaved" || place instanceof Uri ? { place } : {}),
  };
}

async function completeWish(given: Partial<Wish>): Promise<Wish | undefined> {
  const title = l10n.t("New plan from a document");
  const document = given.document ?? (await askForDocument(title, l10n.t("Draft Plan")));
  if (document === undefined) return undefined;
  const place = given.place ?? (await askForPlace(document, title));
  return place && { document, place };
}

interface PlaceItem extends QuickPickItem {
  readonly place: "beside" | "unsaved" | "elsewhere";
}

async function askForPlace(document: Uri, title: string): Promise<Place | undefined> {
  const name = nameOf(await freeName(document));
  const items: readonly PlaceItem[] = [
    { label: l10n.t("Save beside the document"), description: name, place: "beside" },
    { label: l10n.t("Save elsewhere…"), place: "elsewhere" },
    { label: l10n.t("Open without saving"), place: "unsaved" },
  ];
  const placeHolder = l10n.t("Where to?");
  const chosen = await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
  if (chosen?.place !== "elsewhere") return chosen?.place;
  const target = await window.showSaveDialog({
    title,
    defaultUri: Uri.joinPath(document, "..", name),
    filters: { BDG: ["bdg"] },
  });
  return target && freeOrRefused(target);
}

/** A dialog may have asked whether to replace a file; a plan that somebody wrote is not replaced all the same. */
async function freeOrRefused(target: Uri): Promise<Uri> {
  if (await exists(target))
    throw new Refusal(
      l10n.t("“{0}” is there already and is not replaced. Choose another name.", nameOf(target)),
    );
  return target;
}

/** `plan.bdg` for `plan.docx`, or `plan-2.bdg` where that is taken. */
async function freeName(document: Uri): Promise<Uri> {
  const stem = nameOf(document).replace(/\.[^.]+$/u, "");
  for (let number = 1; ; number += 1) {
    const target = Uri.joinPath(document, "..", number === 1 ? `${stem}.bdg` : `${stem}-${number}.bdg`);
    if (!(await exists(target))) return target;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  if (workspace.textDocuments.some((document) => document.uri.path === uri.path && !document.isClosed))
    return true;
  return workspace.fs.stat(uri).then(
    ({ type }) => type !== FileType.Unknown,
    () => false,
  );
}

async function create(target: Uri, text: string): Promise<void> {
  await createFile(target, text);
  await window.showTextDocument(await workspace.openTextDocument(target), { preview: false });
}

/** Under the name that it would have beside the document, so that saving asks for nothing. */
async function openUnsaved(target: Uri, text: string): Promise<void> {
  const document = await workspace.openTextDocument(target.with({ scheme: "untitled" }));
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), text);
  await workspace.applyEdit(edit);
  await window.showTextDocument(document, { preview: false });
}
