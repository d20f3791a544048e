import { kindOf } from "../text/file-kinds.ts";

/**
 * Read-only texts of documents that no editor can show as text. The client asks the server for them
 * (`workspace/textDocumentContent`); places in a .docx are lines of its text.
 *
 * Such a text has an address of its own: `bdg-document:/plan.docx.txt?` and the file's URI, encoded.
 */
export const textViewScheme = "bdg-document";

/** Whether the text of a file is shown instead of the file. */
export function hasTextView(path: string): boolean {
  return kindOf(path) === "word";
}

/** @param uri of a file, as the client writes it */
export function toTextView(uri: string): string {
  return `${textViewScheme}:/${uri.slice(uri.lastIndexOf("/") + 1)}.txt?${encodeURIComponent(uri)}`;
}

/** The URI of the file whose text has this address; any other URI is given back. */
export function fileOfTextView(uri: string): string {
  const query = uri.startsWith(`${textViewScheme}:`) ? uri.indexOf("?") : -1;
  if (query < 0) return uri;
  try {
    return decodeURIComponent(uri.slice(query + 1));
  } catch {
    return uri;
  }
}
