import { failureText } from "../../diagnostics/failure-text.ts";
import { bilingual, type LocalText } from "../../diagnostics/language.ts";
import { pathProblem } from "../../diagnostics/path-problem.ts";
import { createProblem, type Problem } from "../../diagnostics/problem.ts";
import { unreadText } from "../../diagnostics/unread-text.ts";
import type { ReadDocument } from "../../documents/document-reading.ts";
import type { Entry } from "../../semantics/entry.ts";
import { resolveProgramPath } from "../../text/program-path.ts";

/** Every document that a plan names can be read, and all of it; what can't is one problem on its line. */
export function checkPlanDocuments(entry: Entry, readDocument: ReadDocument): readonly Problem[] {
  return (entry.parsed.declaration?.statements ?? []).flatMap((statement) => {
    if (statement.kind !== "document" || statement.file.start === statement.file.end) return [];
    const place = { source: entry, span: { start: statement.file.start, end: statement.file.end } };
    const file = statement.file.value;
    const resolved = resolveProgramPath(entry.path, file);
    if (resolved.kind === "refused") {
      return [pathProblem(resolved.reason, place, file)];
    }
    const reading = readDocument(resolved.path);
    if (reading.kind === "document" && reading.unread.length > 0)
      return [createProblem("document-part-not-read", place, { file, parts: unreadText(reading.unread) })];
    if (reading.kind !== "failure") return [];
    switch (reading.failure) {
      case "missing":
        return [createProblem("document-missing", place, { file })];
      case "outside-root":
        return [createProblem("outside-root", place, { file })];
      case "unsupported-format":
        return [createProblem("document-unsupported", place, { advice: adviceFor(file) })];
      default:
        return [createProblem("document-unreadable", place, { file, reason: failureText(reading.failure) })];
    }
  });
}

function adviceFor(file: string): LocalText {
  if (/\.pdf$/i.test(file)) {
    return bilingual(
      "a PDF has no sure order of its words. Save its text as .txt (UTF-8), or take the .docx it was made from.",
      "tệp PDF không giữ chắc thứ tự các từ. Hãy lưu nội dung thành .txt (UTF-8), hoặc dùng tệp .docx gốc.",
    );
  }
  if (/\.(?:doc|rtf|odt)$/i.test(file)) {
    return bilingual("open it in Word and save it as .docx.", "hãy mở bằng Word và lưu lại dạng .docx.");
  }
  return bilingual(
    "use a .docx, or a .txt or .md file in UTF-8.",
    "hãy dùng tệp .docx, hoặc tệp .txt, .md ở dạng UTF-8.",
  );
}
