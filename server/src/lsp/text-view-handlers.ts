import { TextDocumentContentRequest } from "vscode-languageserver";
import { failureText } from "../diagnostics/failure-text.ts";
import { bilingual, inLanguage } from "../diagnostics/language.ts";
import type { DocumentReading } from "../documents/document-reading.ts";
import { type FeatureParts, locate } from "./feature-handlers.ts";
import type { FolderProgram } from "./folder-program.ts";
import { textViewScheme } from "./text-view.ts";

export interface TextViews {
  /** To be called when clients can be asked for something. */
  offer(): void;
  /** Tells the client of every text it has that is another now. */
  refresh(): void;
}

/** So many texts are followed; nobody says when one is closed. */
const mostFollowed = 50;

/** Gives the client the texts of documents that it can't show itself. */
export function registerTextViews(parts: FeatureParts): TextViews {
  const { connection, handlers, workspace } = parts;
  const given = new Map<string, string>();

  function follow(uri: string, text: string): void {
    given.delete(uri);
    given.set(uri, text);
    const [oldest] = given.keys();
    if (given.size > mostFollowed && oldest !== undefined) given.delete(oldest);
  }

  connection.workspace.textDocumentContent.on(
    handlers.request("textDocumentContent", { text: "" }, async ({ uri }: { readonly uri: string }) => {
      const { program, path } = await locate(parts, uri);
      let reading = program.service.planDocument(path);
      // A text that was open when the editor was closed may be of a document that no plan names.
      for (; reading.kind === "pending"; reading = program.service.planDocument(path)) {
        const { settled } = program;
        await settled;
        if (settled === program.settled) break;
      }
      const text = textOf(program, reading);
      follow(uri, text);
      return { text };
    }),
  );

  return {
    offer: () => {
      if (!parts.client.showsTextViews) return;
      handlers.detached("textDocumentContent", async () => {
        await connection.client.register(TextDocumentContentRequest.type, { schemes: [textViewScheme] });
      });
    },
    refresh: () => {
      for (const [uri, text] of given) {
        const located = workspace.locate(uri);
        const reading = located?.program.service.planDocument(located.path);
        if (!located || !reading || reading.kind === "pending") continue;
        if (textOf(located.program, reading) === text) continue;
        given.delete(uri);
        handlers.detached("textDocumentContent", () => connection.workspace.textDocumentContent.refresh(uri));
      }
    },
  };
}

function textOf(program: FolderProgram, reading: DocumentReading): string {
  switch (reading.kind) {
    case "document":
      return reading.source.text;
    case "failure":
      return inLanguage(
        bilingual(
          `This document can't be read: ${inLanguage(failureText(reading.failure), "en")}.`,
          `Không đọc được văn bản này: ${inLanguage(failureText(reading.failure), "vi")}.`,
        ),
        program.service.settings.language,
      );
    case "pending":
      return "";
  }
}
