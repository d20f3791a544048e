import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  MarkupKind,
} from "vscode-languageserver";
import type {
  CompletionEntry,
  CompletionResult,
  CompletionSubject,
} from "../language-features/feature-types.ts";
import type { Range } from "../text/line-index.ts";
import type { ClientAbilities } from "./client-abilities.ts";
import { toRange } from "./convert.ts";

const completionKinds: Readonly<Record<CompletionEntry["kind"], CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  indicator: CompletionItemKind.Variable,
  unit: CompletionItemKind.Unit,
  body: CompletionItemKind.Class,
  category: CompletionItemKind.EnumMember,
  plan: CompletionItemKind.Module,
  task: CompletionItemKind.Function,
  clause: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
  document: CompletionItemKind.File,
  value: CompletionItemKind.Value,
};

/** What an entry carries, to be told more about it. */
export interface CompletionItemData {
  readonly uri: string;
  readonly subject: CompletionSubject;
}

/** The list in the protocol's words; what most entries have in common is said once where the client knows that. */
export function toCompletionList(
  { entries, isIncomplete }: CompletionResult,
  uri: string,
  client: ClientAbilities,
): CompletionList {
  const common = client.completionDefaults.has("editRange") ? entries[0]?.range : undefined;
  return {
    isIncomplete,
    ...(common && { itemDefaults: { editRange: toRange(common) } }),
    items: entries.map((entry) => toItem(entry, uri, client, common)),
  };
}

function toItem(
  entry: CompletionEntry,
  uri: string,
  { snippets, labelDetails, options }: ClientAbilities,
  common: Range | undefined,
): CompletionItem {
  const { label, detail, subject, range } = entry;
  const snippet = snippets ? entry.snippet : null;
  const text = snippet ?? entry.insertText;
  const data: CompletionItemData | null = subject && { uri, subject };
  const leadsOn = snippet !== null && entry.leadsOn === true && options.suggestCommand !== undefined;
  return {
    label,
    kind: completionKinds[entry.kind],
    ...(detail !== "" && (labelDetails ? { labelDetails: { description: detail } } : { detail })),
    filterText: entry.filterText,
    sortText: entry.sortText,
    ...(snippet !== null && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(common && isSame(common, range)
      ? text !== label && { textEditText: text }
      : { textEdit: { range: toRange(range), newText: text } }),
    ...(leadsOn && { command: { title: "", command: options.suggestCommand } }),
    ...(data && { data }),
  };
}

/** The entry with what there is to tell of it. */
export function withDocumentation(item: CompletionItem, markdown: string): CompletionItem {
  return markdown === "" ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value: markdown } };
}

function isSame(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
