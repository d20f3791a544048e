import { findClause } from "../documents/clause-lookup.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { CompletionSubject } from "./feature-types.ts";
import { symbolBlocks } from "./hover.ts";
import { keywordMarkdown } from "./hover-keyword.ts";
import { escapeMarkdown } from "./markdown.ts";

const mostClauseText = 1500;

/** What is told of an entry that someone looks at, as Markdown; empty where it is gone meanwhile. */
export function getCompletionDocumentation(context: FeatureContext, subject: CompletionSubject): string {
  switch (subject.kind) {
    case "keyword":
      return keywordMarkdown(subject.keyword, context.settings.language);
    case "clause":
      return clauseMarkdown(context, subject.path, subject.address);
    case "name": {
      context.refresh();
      const symbols = context.program.file(subject.path)?.names.get(subject.name) ?? [];
      const symbol = symbols.find(({ kind }) => kind === subject.of);
      const options = { images: false, commandLinks: false };
      return symbol ? symbolBlocks(context, symbol, options).join("\n\n") : "";
    }
  }
}

function clauseMarkdown({ documents }: FeatureContext, path: string, address: string): string {
  const reading = documents.read(path);
  const found = reading.kind === "document" ? findClause(reading.document, address) : undefined;
  if (found?.kind !== "found") return "";
  const { citation, text } = found.clause;
  const shown = text.length > mostClauseText ? `${text.slice(0, mostClauseText - 1).trimEnd()}…` : text;
  const paragraphs = shown.split("\n").map(escapeMarkdown);
  return [`*${escapeMarkdown(citation)}*`, ...paragraphs].join("\n\n");
}
