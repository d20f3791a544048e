import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type Range,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import type { ProblemCode } from "../diagnostics/catalog.ts";
import type { Severity } from "../diagnostics/message-template.ts";
import { referenceLink } from "../diagnostics/reference-link.ts";
import type {
  SymbolKindName,
  SymbolNode,
  WorkspaceSymbolResult,
} from "../language-features/feature-types.ts";
import type { ReportedProblem } from "../language-service.ts";
import type { ClientAbilities } from "./client-abilities.ts";

/** From the core's plain data to the protocol's. Both count lines and UTF-16 units from 0. */

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Shown as what could as well be left out. */
const notNeeded: ReadonlySet<ProblemCode> = new Set(["unused-ignore", "explain-without-effect"]);

type DiagnosticAbilities = Pick<ClientAbilities, "relatedInformation" | "diagnosticTags">;

/**
 * @param uriOf the URI of a path of the program
 * @param client what it shows of a problem beyond its place and message
 */
export function toDiagnostic(
  problem: ReportedProblem,
  uriOf: (path: string) => string,
  { relatedInformation, diagnosticTags }: DiagnosticAbilities,
): Diagnostic {
  const { code, related, data } = problem;
  return {
    range: toRange(problem.range),
    severity: severities[problem.severity],
    code,
    codeDescription: { href: referenceLink(code) },
    source: "bdg",
    message: problem.message,
    ...(diagnosticTags && notNeeded.has(code) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(relatedInformation &&
      related.length > 0 && {
        relatedInformation: related.map(({ path, range, message }) => ({
          location: { uri: uriOf(path), range: toRange(range) },
          message,
        })),
      }),
    ...(data && { data }),
  };
}

export function toRange({ start, end }: Range): Range {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

const symbolKinds: Readonly<Record<SymbolKindName, SymbolKind>> = {
  plan: SymbolKind.Module,
  unit: SymbolKind.Constant,
  body: SymbolKind.Class,
  dimension: SymbolKind.Enum,
  category: SymbolKind.EnumMember,
  indicator: SymbolKind.Variable,
  target: SymbolKind.Event,
  task: SymbolKind.Function,
  report: SymbolKind.Namespace,
  data: SymbolKind.Array,
  file: SymbolKind.File,
  value: SymbolKind.Number,
};

/** Of what a name may stand for, and of clauses. */
export const nameSymbolKinds: Readonly<Record<WorkspaceSymbolResult["kind"], SymbolKind>> = {
  plan: symbolKinds.plan,
  unit: symbolKinds.unit,
  body: symbolKinds.body,
  dimension: symbolKinds.dimension,
  category: symbolKinds.category,
  indicator: symbolKinds.indicator,
  task: symbolKinds.task,
  document: symbolKinds.file,
  clause: SymbolKind.String,
};

export function toDocumentSymbol(node: SymbolNode): DocumentSymbol {
  return {
    // An empty name is refused by editors.
    name: node.name || "…",
    ...(node.detail && { detail: node.detail }),
    kind: symbolKinds[node.kind],
    range: toRange(node.range),
    selectionRange: toRange(node.selection),
    children: node.children.map(toDocumentSymbol),
  };
}

/** For clients that know no tree of symbols. */
export function toFlatSymbols(
  nodes: readonly SymbolNode[],
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  return nodes.flatMap((node) => [
    {
      name: node.name || "…",
      kind: symbolKinds[node.kind],
      location: { uri, range: toRange(node.range) },
      ...(containerName && { containerName }),
    },
    ...toFlatSymbols(node.children, uri, node.name),
  ]);
}
