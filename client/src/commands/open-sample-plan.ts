import { commands, FileSystemError, Uri, window, workspace } from "vscode";
import { l10n } from "../messages.ts";
import { sampleFiles } from "../sample-files.ts";
import { Refusal } from "./guarded.ts";

/**
 * The samples' results end with 2024: judged as of today they would say ever less. And a folder that is new opens with
 * its README, which leads to the plan.
 */
const settings = { "bdg.asOf": "2025-06-30", "workbench.startupEditor": "readme" };

/**
 * *BDG: Open Sample Plan*: copies the samples into a new folder at a place that the user chooses, and opens it. Where
 * the samples are open already, the plan is shown at once. Nothing is ever overwritten.
 *
 * @param extension the extension's own folder
 * @param given for scripts: the folder into which the samples' folder goes
 */
export async function openSamplePlan(extension: Uri, given: unknown): Promise<void> {
  const open = await findOpenSample();
  if (open !== undefined) {
    await window.showTextDocument(open);
    return;
  }
  const parent = given instanceof Uri ? given : await askForFolder();
  if (parent === undefined) return;
  const target = await freeFolder(parent);
  try {
    await copySamples(Uri.joinPath(extension, "samples"), target);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(l10n.t("The samples could not be copied to {0}: {1}", target.path, reason));
  }
  await commands.executeCommand("vscode.openFolder", target);
}

async function findOpenSample(): Promise<Uri | undefined> {
  for (const folder of workspace.workspaceFolders ?? []) {
    const uri = Uri.joinPath(folder.uri, "binh-dinh", "ke-hoach-snv.bdg");
    if (await isThere(uri)) return uri;
  }
  return undefined;
}

async function askForFolder(): Promise<Uri | undefined> {
  const [folder] =
    (await window.showOpenDialog({
      title: l10n.t("Where should the sample plans be copied to?"),
      openLabel: l10n.t("Copy Samples Here"),
      canSelectFiles: false,
      canSelectFolders: true,
      canSelectMany: false,
    })) ?? [];
  return folder;
}

/** `bdg-samples`, or the first of `bdg-samples-2`, … that is not there yet. */
async function freeFolder(parent: Uri): Promise<Uri> {
  for (let number = 1; ; number += 1) {
    const folder = Uri.joinPath(parent, number === 1 ? "bdg-samples" : `bdg-samples-${number}`);
    if (!(await isThere(folder))) return folder;
  }
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code !== "FileNotFound") throw error;
    return false;
  }
}

async function copySamples(from: Uri, to: Uri): Promise<void> {
  const write = async (name: string, bytes: Uint8Array): Promise<void> => {
    const target = Uri.joinPath(to, ...name.split("/"));
    await workspace.fs.createDirectory(Uri.joinPath(target, ".."));
    await workspace.fs.writeFile(target, bytes);
  };
  for (const name of sampleFiles)
    await write(name, await workspace.fs.readFile(Uri.joinPath(from, ...name.split("/"))));
  await write(".vscode/settings.json", new TextEncoder().encode(`${JSON.stringify(settings, null, 2)}\n`));
}
