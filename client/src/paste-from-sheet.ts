import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { l10n } from "./messages.ts";
import { requestPastedTable } from "./protocol.ts";

/** As much of VS Code 1.97's paste edits as is used here; the oldest version that is supported has none of it. */
interface PasteKind {
  append(...parts: string[]): PasteKind;
}
interface PasteEdit {
  readonly insertText: string;
}
interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<PasteEdit[] | undefined>;
}
interface PasteApi {
  readonly DocumentPasteEdit?: new (insertText: string, title: string, kind: PasteKind) => PasteEdit;
  readonly DocumentDropOrPasteEditKind?: { readonly Empty: PasteKind };
  readonly languages: {
    registerDocumentPasteEditProvider?(
      selector: vscode.DocumentSelector,
      provider: PasteProvider,
      metadata: {
        readonly providedPasteEditKinds: readonly PasteKind[];
        readonly pasteMimeTypes: readonly string[];
      },
    ): vscode.Disposable;
  };
}

/** Longer texts are no table that someone pastes; the clipboard's other text is nobody's business here. */
const mostPasted = 1_000_000;

/**
 * Cells copied from Excel or Google Sheets become measured values when they are pasted into a .bdg file; VS Code's
 * paste menu offers them as plain text, too. Any other text is pasted as ever.
 */
export function registerPasteFromSheet(client: BaseLanguageClient): vscode.Disposable {
  const { DocumentPasteEdit, DocumentDropOrPasteEditKind, languages } = vscode as unknown as PasteApi;
  if (!DocumentPasteEdit || !DocumentDropOrPasteEditKind || !languages.registerDocumentPasteEditProvider)
    return new vscode.Disposable(() => {});
  const kind = DocumentDropOrPasteEditKind.Empty.append("bdg", "measuredValues");
  const provider: PasteProvider = {
    async provideDocumentPasteEdits(document, [range, ...more], transfer, _context, token) {
      const text = await transfer.get("text/plain")?.asString();
      if (!range || more.length > 0 || !text?.includes("\t") || text.length > mostPasted) return undefined;
      if (!client.isRunning()) return undefined;
      const { line, character } = range.start;
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      const result = await requestPastedTable(client, { uri, position: { line, character }, text }, token);
      if (!result) return undefined;
      const title =
        result.problems === 0
          ? l10n.t("Paste as Measured Values ({0})", result.count)
          : l10n.t("Paste as Measured Values ({0}, {1} to check)", result.count, result.problems);
      return [new DocumentPasteEdit(withoutIndent(result.text, document, range.start), title, kind)];
    },
  };
  try {
    return languages.registerDocumentPasteEditProvider("bdg", provider, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: ["text/plain"],
    });
  } catch {
    // Before 1.97 the function is there as a proposal, and refuses whoever has not asked for it.
    return new vscode.Disposable(() => {});
  }
}

/** VS Code puts the blanks of the cursor's line before every line that is pasted; they are there already. */
function withoutIndent(text: string, document: vscode.TextDocument, at: vscode.Position): string {
  const [blanks = ""] = /^\s*/u.exec(document.lineAt(at).text.slice(0, at.character)) ?? [];
  return text
    .split("\n")
    .map((line, i) => (i > 0 && line.startsWith(blanks) ? line.slice(blanks.length) : line))
    .join("\n");
}
