import { catalog, type ProblemCode } from "../../diagnostics/catalog.ts";
import type { Language } from "../../diagnostics/language.ts";
import type { Severity } from "../../diagnostics/message-template.ts";
import { referenceLink, referencePage } from "../../diagnostics/reference-link.ts";
import type { ReportedProblem } from "../../language-service.ts";
import type { Unread } from "../unread.ts";

/** What the report needs besides the problems. */
export interface SarifContext {
  readonly version: string;
  readonly language: Language;
  /** A line of a file, counted from 0; empty where its text is not there. */
  readonly lineOf: (path: string, line: number) => string;
  /** Files and folders that could not be read: the run is told to be no success. */
  readonly unread: readonly Unread[];
}

type Level = "error" | "warning" | "note";

const levels: Readonly<Record<Severity, Level>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/**
 * SARIF 2.1.0. The rules are the problem codes, which don't change; a fingerprint is made of the code, the file and
 * the words of the line, so that it stays the same where the line moves. Lines and columns count from 1, in UTF-16
 * units; paths are relative to what is checked out, `%SRCROOT%`.
 */
export function sarifReport(problems: readonly ReportedProblem[], context: SarifContext): string {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  const seen = new Map<string, number>();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "bdg",
            version: context.version,
            informationUri: referencePage,
            rules: codes.map((code) => rule(code, context.language)),
          },
        },
        language: context.language,
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: context.unread.length === 0,
            toolExecutionNotifications: context.unread.map(notification),
          },
        ],
        results: problems.map((problem) => result(problem, codes, seen, context)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function notification({ path, code, message }: Unread) {
  return {
    descriptor: { id: code },
    level: "error",
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
  };
}

function rule(code: ProblemCode, language: Language) {
  const entry = catalog[code];
  return {
    id: code,
    shortDescription: { text: code.replaceAll("-", " ") },
    fullDescription: { text: entry[language].replaceAll(/\{\w+\}/g, "…") },
    helpUri: referenceLink(code),
    help: { text: referenceLink(code) },
    defaultConfiguration: { level: levels[entry.severity] },
  };
}

function result(
  problem: ReportedProblem,
  codes: readonly ProblemCode[],
  seen: Map<string, number>,
  { lineOf }: SarifContext,
) {
  const { code, path, range, severity, message, related } = problem;
  const words = lineOf(path, range.start.line).trim().replaceAll(/\s+/g, " ");
  const identity = JSON.stringify([code, path, words]);
  const count = (seen.get(identity) ?? 0) + 1;
  seen.set(identity, count);
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: location(path, range) }],
    partialFingerprints: { "bdgProblem/v1": `${fnv64(identity)}:${count}` },
    ...(related.length > 0 && {
      relatedLocations: related.map((one, index) => ({
        id: index + 1,
        physicalLocation: location(one.path, one.range),
        message: { text: one.message },
      })),
    }),
  };
}

function location(path: string, { start, end }: ReportedProblem["range"]) {
  return {
    artifactLocation: artifact(path),
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  };
}

function artifact(path: string) {
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

/** FNV-1a over UTF-16 units in 64 bits, as 16 hexadecimal digits: it tells problems apart and protects nothing. */
function fnv64(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i += 1)
    hash = ((hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash.toString(16).padStart(16, "0");
}
