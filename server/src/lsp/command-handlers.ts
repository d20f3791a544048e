import {
  type ExecuteCommandParams,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { bilingual, inLanguage, type LocalText } from "../diagnostics/language.ts";
import { commands } from "./command-names.ts";
import { summaryTable } from "./custom-requests.ts";
import { type FeatureParts, locate } from "./feature-handlers.ts";
import { folderOf, uriBelow } from "./program-uri.ts";
import type { Located } from "./workspace.ts";
import { toWorkspaceEdit } from "./workspace-edit.ts";

/** @param checkNow tells the problems as they are now, where the settings say that they wait */
export function registerCommands(parts: FeatureParts, checkNow: () => void): void {
  const { connection, handlers } = parts;
  connection.onExecuteCommand(
    handlers.request<ExecuteCommandParams, unknown>(
      "executeCommand",
      null,
      ({ command, arguments: given }) => {
        const [first, second] = given ?? [];
        switch (command) {
          case commands.useVietnameseKeywords:
            return convertKeywords(parts, first, "vi");
          case commands.useEnglishKeywords:
            return convertKeywords(parts, first, "en");
          case commands.exportSummaryTable:
            return exportTable(parts, first, second === "csv" ? "csv" : "markdown");
          case commands.openClause:
            return openClause(parts, first, second);
          case commands.checkNow:
            checkNow();
            return null;
          default:
            throw new ResponseError(LSPErrorCodes.RequestFailed, `There is no command ${command}.`);
        }
      },
    ),
  );
}

const noFile = bilingual(
  "Name the file: its URI is the command's first argument.",
  "Hãy nêu tệp: tham số đầu tiên của lệnh là URI của tệp.",
);
const noPlan = bilingual(
  "There is no plan here whose table could be exported.",
  "Ở đây chưa có kế hoạch nào để xuất bảng.",
);
const notApplied = bilingual(
  "The editor did not make the change; perhaps the file is there already.",
  "Trình soạn thảo không thực hiện thay đổi; có thể tệp đã có sẵn.",
);

function refusal(parts: FeatureParts, uri: unknown, text: LocalText): ResponseError<void> {
  const program = typeof uri === "string" ? parts.workspace.locate(uri)?.program : undefined;
  const { language } = (program ?? parts.workspace.firstProgram())?.service.settings ?? { language: "en" };
  return new ResponseError(LSPErrorCodes.RequestFailed, inLanguage(text, language));
}

async function locateGiven(parts: FeatureParts, uri: unknown): Promise<Located> {
  if (typeof uri !== "string" || !parts.workspace.locate(uri)) throw refusal(parts, uri, noFile);
  return locate(parts, uri);
}

async function convertKeywords(parts: FeatureParts, uri: unknown, language: "en" | "vi"): Promise<null> {
  const { program, path } = await locateGiven(parts, uri);
  const edits = program.service.convertKeywords(path, language);
  if (edits.length > 0)
    await apply(
      parts,
      uri,
      toWorkspaceEdit(new Map([[path, edits]]), program, parts.workspace, parts.client),
    );
  return null;
}

/** The table as a new file beside the plan, where the client can make one; else its text. */
async function exportTable(
  parts: FeatureParts,
  given: unknown,
  format: "markdown" | "csv",
): Promise<unknown> {
  const { workspace, client } = parts;
  const located = typeof given === "string" ? await locateGiven(parts, given) : undefined;
  const program = located?.program ?? workspace.firstProgram();
  if (!program) throw refusal(parts, given, noPlan);
  await parts.whenReady(program);
  const { text, plans } = await summaryTable(program.service, located?.path, { format });
  if (plans === 0) throw refusal(parts, given, noPlan);
  if (!client.createsFiles) return text;
  const name = `${program.service.settings.language === "vi" ? "bảng-tổng-hợp" : "summary-table"}.${format === "csv" ? "csv" : "md"}`;
  const uri = uriBelow(located ? folderOf(String(given)) : program.rootUri, name);
  const start = { line: 0, character: 0 };
  const content: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: [{ range: { start, end: start }, newText: text }],
  };
  await apply(parts, given, { documentChanges: [{ kind: "create", uri }, content] });
  if (client.showsDocuments) await parts.connection.window.showDocument({ uri, takeFocus: true });
  return uri;
}

async function apply(parts: FeatureParts, uri: unknown, edit: WorkspaceEdit): Promise<void> {
  const { applied, failureReason } = await parts.connection.workspace.applyEdit({
    label: "BDG",
    edit: parts.handlers.outgoing(edit),
  });
  if (!applied) throw refusal(parts, uri, failureReason ?? notApplied);
}

/** Shows a document at a line; of the workspace only, whatever the arguments are. */
async function openClause(parts: FeatureParts, uri: unknown, line: unknown): Promise<null> {
  const isLine = typeof line === "number" && Number.isSafeInteger(line) && line >= 0;
  if (typeof uri !== "string" || !isLine || !parts.workspace.locate(uri)) throw refusal(parts, uri, noFile);
  const start = { line, character: 0 };
  if (parts.client.showsDocuments)
    await parts.connection.window.showDocument({ uri, takeFocus: true, selection: { start, end: start } });
  return null;
}
