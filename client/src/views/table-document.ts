import {
  type Disposable,
  type Event,
  EventEmitter,
  TabInputWebview,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from "vscode";

/** What a table is about. */
export interface TableSource {
  /** Of the documents' addresses. */
  readonly scheme: string;
  /** The document's name, in the user's language now. */
  title(): string;
  /** Its text in Markdown, for the plan of a file or for all. */
  text(plan: { readonly uri?: string }): Promise<string>;
}

/** A table as a document that can be read only, for the built-in Markdown preview. */
export interface TableDocument extends Disposable {
  /** Makes the table of a file's plan, or what there is without one, and returns the document's address. */
  prepare(plan: Uri | undefined): Promise<Uri>;
}

/** Offers the documents of a scheme; they follow every change while a preview of one is open. */
export function createTableDocument(
  { scheme, title, text }: TableSource,
  changed: Event<void>,
): TableDocument {
  const changes = new EventEmitter<Uri>();
  const prepared = new Map<string, Uri>();
  const provider: TextDocumentContentProvider = {
    onDidChange: changes.event,
    provideTextDocumentContent: (address) => text(address.query === "" ? {} : { uri: address.query }),
  };
  const refresh = () => {
    if (!previewIsOpen()) return;
    for (const address of prepared.values()) {
      changes.fire(address);
      // VS Code lets go of documents that no editor shows; opening one again makes its preview read it.
      void workspace.openTextDocument(address);
    }
  };
  const parts = [changes, workspace.registerTextDocumentContentProvider(scheme, provider), changed(refresh)];
  return {
    prepare: async (plan) => {
      const address = Uri.from({ scheme, path: `/${title()}.md`, query: plan?.toString() ?? "" });
      prepared.set(address.toString(), address);
      changes.fire(address);
      await workspace.openTextDocument(address);
      return address;
    },
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

function previewIsOpen(): boolean {
  return window.tabGroups.all.some((group) =>
    group.tabs.some(
      ({ input }) => input instanceof TabInputWebview && input.viewType.includes("markdown.preview"),
    ),
  );
}
