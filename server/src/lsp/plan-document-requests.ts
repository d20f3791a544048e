import { failureText } from "../diagnostics/failure-text.ts";
import { bilingual, inLanguage, type Language, type LocalText } from "../diagnostics/language.ts";
import { type PlanDocument, readPlanDocument } from "../documents/plan-document.ts";
import { createDeclarationParser } from "../syntax/parse.ts";
import type { UnreadPart } from "../text/document-text.ts";
import { kindOf } from "../text/file-kinds.ts";
import type { FeatureParts } from "./feature-handlers.ts";
import type { FolderProgram } from "./folder-program.ts";
import {
  type CompareDocumentParams,
  type CompareDocumentResult,
  compareDocumentRequest,
  type NewPlanParams,
  type NewPlanResult,
  newPlanRequest,
} from "./plan-document-protocol.ts";
import { fileNameOf, folderOf, pathFrom } from "./program-uri.ts";
import { hasTextView } from "./text-view.ts";
import { toWorkspaceEdit } from "./workspace-edit.ts";

/** Answers the requests of plan-document-protocol.ts. */
export function registerPlanDocuments(parts: FeatureParts): void {
  const { connection, handlers } = parts;
  connection.onRequest(
    newPlanRequest,
    handlers.request<NewPlanParams, NewPlanResult>("newPlan", refused(""), (params) =>
      newPlan(parts, params),
    ),
  );
  connection.onRequest(
    compareDocumentRequest,
    handlers.request<CompareDocumentParams, CompareDocumentResult>("compareDocument", refused(""), (params) =>
      compareDocument(parts, params),
    ),
  );
}

function refused(message: string): { readonly kind: "refused"; readonly message: string } {
  return { kind: "refused", message };
}

interface ReadText {
  readonly kind: "read";
  readonly text: string;
  readonly document: PlanDocument;
  readonly unread: readonly UnreadPart[];
}

/** A document wherever it lies: as it is in the editor, else on the disk. */
async function readDocument(
  { workspace }: FeatureParts,
  uri: string,
  language: Language,
): Promise<ReadText | { readonly kind: "refused"; readonly message: string }> {
  const open = workspace.open.get(uri);
  const buffer = open?.kind === "document" ? workspace.textOf(open) : undefined;
  if (buffer !== undefined)
    return { kind: "read", text: buffer, document: readPlanDocument(buffer), unread: [] };
  const name = fileNameOf(uri);
  const reading = await workspace.openFolder(folderOf(uri)).readDocument(name);
  if (reading.kind === "text") {
    const { text, rows, unread = [] } = reading;
    return { kind: "read", text, document: readPlanDocument(text, rows), unread };
  }
  const why = inLanguage(failureText(reading.kind === "failure" ? reading.failure : "missing"), language);
  return refused(
    inLanguage(bilingual(`“${name}” can’t be read: ${why}.`, `Không đọc được “${name}”: ${why}.`), language),
  );
}

async function newPlan(parts: FeatureParts, params: NewPlanParams): Promise<NewPlanResult> {
  const language = await languageFor(parts, params.planUri);
  const read = await readDocument(parts, params.documentUri, language);
  if (read.kind === "refused") return read;
  const name = fileNameOf(params.documentUri);
  if (read.document.clauses.length === 0) return refused(inLanguage(noClauses(name), language));
  // Drafting is loaded when someone drafts.
  const { getNewPlan } = await import("../language-features/new-plan.ts");
  const plan = getNewPlan(createDeclarationParser(), read.text, read.document, {
    documentPath: pathFrom(params.planUri, params.documentUri) ?? name,
    language,
    ...(params.keywords && { keywords: params.keywords }),
  });
  return { kind: "plan", ...plan };
}

function noClauses(name: string): LocalText {
  return bilingual(
    `“${name}” has no numbered clauses (I., 1., a), -), so there is nothing to make a plan from.`,
    `“${name}” không có mục nào được đánh số (I., 1., a), -) nên không soạn được kế hoạch.`,
  );
}

async function languageFor({ workspace, whenReady }: FeatureParts, uri: string): Promise<Language> {
  const program = workspace.locate(uri)?.program ?? workspace.firstProgram();
  if (!program) return "en";
  await whenReady(program);
  return program.service.settings.language;
}

async function compareDocument(
  parts: FeatureParts,
  params: CompareDocumentParams,
): Promise<CompareDocumentResult> {
  const program = parts.workspace.locate(params.uri)?.program;
  if (!program) return refused("");
  await parts.whenReady(program);
  const { language } = program.service.settings;
  const paths = comparablePaths(program, params);
  const [oldPath, ...others] = paths;
  if (oldPath === undefined) return refused(inLanguage(noDocument, language));
  if (others.length > 0) return { kind: "several", uris: paths.map((path) => program.uriOf(path)) };
  const read = await readDocument(parts, params.newUri, language);
  if (read.kind === "refused") return read;
  const version = {
    document: read.document,
    text: read.text,
    unread: read.unread,
    name: fileNameOf(params.newUri),
    path: program.pathOf(params.newUri) ?? null,
  };
  const oldUri = program.uriOf(oldPath);
  const applied = new Map(params.applied.map(({ id, was }) => [id, was] as const));
  const result = program.service.compareDocument({ oldPath, version, applied }, (which, line) => {
    const path = which === "old" ? oldPath : version.path;
    const isFirst = program === parts.workspace.firstProgram();
    // A preview of Markdown opens files by their path below the first folder only, and text at a line.
    return path === null || !isFirst || hasTextView(path) ? null : `/${encodePath(path)}#L${line + 1}`;
  });
  if (!result) return refused(inLanguage(unreadable(fileNameOf(oldUri)), language));
  return {
    kind: "compared",
    oldUri,
    markdown: result.markdown,
    differences: result.differences,
    fixes: result.fixes.map(({ edits, ...fix }) => ({
      ...fix,
      edit: toWorkspaceEdit(edits, program, parts.workspace, parts.client),
    })),
  };
}

function encodePath(path: string): string {
  return path
    .split("/")
    .map(encodeURIComponent)
    .join("/")
    .replace(/[()]/gu, (sign) => (sign === "(" ? "%28" : "%29"));
}

/** The documents that may be meant: the one that is given, else those of the plan, or the document itself. */
function comparablePaths(program: FolderProgram, { uri, oldUri }: CompareDocumentParams): readonly string[] {
  const given = oldUri === undefined ? undefined : program.pathOf(oldUri);
  if (given !== undefined) return [given];
  const named = program.service.namedDocuments();
  const own = program.pathOf(uri);
  if (own === undefined) return named;
  if (named.includes(own)) return [own];
  // A new version by itself doesn't say of what.
  if (kindOf(own) !== "source") return named;
  const linked = new Set(program.service.documentLinks(own).map((link) => ("path" in link ? link.path : "")));
  return named.filter((path) => linked.has(path));
}

const noDocument = bilingual(
  'This plan names no document (document "…") that could be compared.',
  'Kế hoạch này chưa nêu văn bản (văn bản "…") nào để so sánh.',
);

function unreadable(name: string): LocalText {
  return bilingual(
    `“${name}”, the plan’s document, is not there or can’t be read.`,
    `“${name}”, văn bản của kế hoạch, không có hoặc không đọc được.`,
  );
}
