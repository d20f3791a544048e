import { commands, Position, Range, Uri, type ViewColumn, window } from "vscode";
import { openText } from "../../commands/open-clause.ts";
import type { PageAction } from "./page-actions.ts";

/**
 * Does what someone asked for on the page.
 *
 * @param beside where texts are shown: the next column, whichever is the active one by now
 */
export async function actOn(action: PageAction, beside: ViewColumn): Promise<void> {
  switch (action.kind) {
    case "show":
      return showText(fileOf(action), action.line, action.character, beside);
    case "record": {
      const { programUri, indicatorId, path } = action;
      await commands.executeCommand("bdg.recordMeasuredValue", { programUri, indicatorId, path });
      return;
    }
    case "export": {
      const { asOf } = action;
      const wish = { plan: fileOf(action), ...(asOf !== null && { asOf }) };
      await commands.executeCommand("bdg.exportSummaryTable", wish);
    }
  }
}

function fileOf({ program, path }: { readonly program: string; readonly path: string }): Uri {
  return Uri.joinPath(Uri.parse(program, true), ...path.split("/"));
}

async function showText(uri: Uri, line: number, character: number, viewColumn: ViewColumn): Promise<void> {
  const document = await openText(uri);
  const place = document.validatePosition(new Position(line, character));
  await window.showTextDocument(document, {
    viewColumn,
    selection: new Range(place, place),
  });
}
