import type { Language } from "../diagnostics/language.ts";
import type { FileFailure } from "../host.ts";
import type { ReportedProblem } from "../language-service.ts";
import { maxDocumentBytes, maxSourceBytes, maxSourceLines } from "../limits.ts";
import { extensionOf } from "../text/program-path.ts";
import { type CliText, cliText } from "./messages.ts";
import { plainText } from "./plain-text.ts";

/** A file or folder of the program that can't be read: nothing that is said of the program holds for sure. */
export interface Unread {
  /** Below the root. */
  readonly path: string;
  readonly code: "file-too-large" | "file-unreadable";
  /** Which and why, in the words of standard error. */
  readonly message: string;
}

/** Which file can't be read, and why; of one that is too large, what would be read. */
export function unreadFile(shownPath: string, failure: FileFailure | "broken-link"): CliText {
  const path = plainText(shownPath);
  if (failure !== "too-large") return cliText(`file-${failure}`, { path });
  return (language) => cliText("file-too-large", { path, limit: limitOf(path, language) })(language);
}

function limitOf(path: string, language: Language): string {
  const bytes = extensionOf(path) === ".bdg" ? maxSourceBytes : maxDocumentBytes;
  const size = `${bytes / 1024 / 1024} MB`;
  if (extensionOf(path) !== ".bdg") return size;
  const lines = maxSourceLines.toLocaleString(language);
  return language === "vi" ? `${size} và ${lines} dòng` : `${size} and ${lines} lines`;
}

/** As the editor shows it: at the beginning of the file, under the same code. */
export function unreadProblem({ path, code, message }: Unread): ReportedProblem {
  const start = { line: 0, character: 0 };
  return {
    path,
    range: { start, end: start },
    code,
    severity: "error",
    message,
    related: [],
    explained: false,
    data: undefined,
  };
}
