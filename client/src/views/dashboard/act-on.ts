import { commands, Range, Uri, ViewColumn, window, workspace } from "vscode";
import type { KnownPlaces } from "./known-places.ts";
import type { PageMessage } from "./page-messages.ts";

/** What the page may do: each of its messages is one of these, and about nothing that it was not shown. */
export type PageAction = Exclude<PageMessage, { readonly kind: "ready" | "setAsOf" }>;

/**
 * Does what someone asked for on the page.
 *
 * @param asOf the day that the page shows, where it is not that of the settings
 */
export async function actOn(message: PageAction, known: KnownPlaces, asOf: string | null): Promise<void> {
  const { program, path } = message;
  if (message.kind === "record") {
    const { indicator } = message;
    if (!known.hasIndicator(program, path, indicator)) return;
    await commands.executeCommand("bdg.recordMeasuredValue", {
      programUri: program,
      indicatorId: indicator,
      path,
    });
    return;
  }
  if (!known.hasFile(program, path)) return;
  const uri = Uri.joinPath(Uri.parse(program, true), ...path.split("/"));
  switch (message.kind) {
    case "open":
      return openText(uri, message.line, message.character);
    case "openClause":
      // What is no text has no lines to go to: the command knows how such a document is shown.
      if (/\.(txt|md)$/i.test(path)) return openText(uri, message.line, 0);
      await commands.executeCommand("bdg.openClause", path, message.line);
      return;
    case "export":
      await commands.executeCommand("bdg.exportSummaryTable", { plan: uri, ...(asOf !== null && { asOf }) });
  }
}

async function openText(uri: Uri, line: number, character: number): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const place = document.validateRange(new Range(line, character, line, character)).start;
  await window.showTextDocument(document, {
    viewColumn: ViewColumn.Beside,
    selection: new Range(place, place),
  });
}
