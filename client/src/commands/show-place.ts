import { Position, Range, Uri, window, workspace } from "vscode";

/**
 * Goes to a place of a file, such as that where a fix that changed another file wants something to be typed. The
 * server's fixes run it; it is in no menu.
 *
 * @param uri of the file
 * @param line counted from 0
 * @param character in UTF-16 units
 */
export async function showPlace(uri: unknown, line: unknown, character: unknown): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(String(uri), true));
  const place = document.validatePosition(new Position(Number(line), Number(character)));
  await window.showTextDocument(document, { selection: new Range(place, place), preview: false });
}
