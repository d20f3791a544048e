import { commands, type Disposable, EventEmitter, Uri, workspace } from "vscode";
import { l10n } from "../messages.ts";

const scheme = "bdg-comparison";

/** The report of a comparison as a document that can be read only, for the built-in Markdown preview. */
export interface ComparisonDocument extends Disposable {
  /** Shows a report beside, in place of the one before. */
  show(markdown: string): Promise<void>;
}

export function createComparisonDocument(): ComparisonDocument {
  const changes = new EventEmitter<Uri>();
  let text = "";
  const registration = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changes.event,
    provideTextDocumentContent: () => text,
  });
  return {
    show: async (markdown) => {
      text = markdown;
      const address = Uri.from({ scheme, path: `/${l10n.t("Document Comparison")}.md` });
      changes.fire(address);
      await workspace.openTextDocument(address);
      await commands.executeCommand("markdown.showPreviewToSide", address);
    },
    dispose: () => {
      registration.dispose();
      changes.dispose();
    },
  };
}
