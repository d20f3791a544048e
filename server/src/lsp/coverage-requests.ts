import type { Language } from "../diagnostics/language.ts";
import type { Coverage } from "../semantics/coverage.ts";
import {
  type CoverageParams,
  type CoverageResult,
  type CoverageTableResult,
  coverageRequest,
  coverageTableRequest,
  type PlanDocumentsResult,
  planDocumentsRequest,
} from "./coverage-protocol.ts";
import type { FeatureParts } from "./feature-handlers.ts";
import type { FolderProgram } from "./folder-program.ts";
import { fileNameOf } from "./program-uri.ts";

/**
 * Answers the requests of coverage-protocol.ts.
 *
 * @param statusAsked is called when the client has asked how it stands with coverage, and wants to be told of changes
 */
export function registerCoverage(parts: FeatureParts, statusAsked: () => void): void {
  const { connection, handlers, workspace } = parts;
  const programsFor = async ({ uri }: CoverageParams): Promise<readonly FolderProgram[]> => {
    const located = uri === undefined ? undefined : workspace.locate(uri)?.program;
    const programs = located ? [located] : workspace.programs();
    await Promise.all(programs.map(parts.whenReady));
    return programs;
  };
  /** Of programs in one another each document is told of by those whose plans name it. */
  const coverageOf = (program: FolderProgram): Coverage => {
    const { documents } = program.service.coverage();
    const answersFor = new Set(workspace.filesOf(program));
    return { documents: documents.filter(({ plans }) => plans.some(({ path }) => answersFor.has(path))) };
  };
  connection.onRequest(
    coverageRequest,
    handlers.request<CoverageParams, CoverageResult>("coverage", { programs: [] }, async (params) => {
      statusAsked();
      const programs = await programsFor(params);
      return {
        programs: programs.map((program) => {
          const coverage = coverageOf(program);
          const uris = coverage.documents.map(({ path }) => [path, program.uriOf(path)] as const);
          return { rootUri: program.rootUri, coverage, documentUris: Object.fromEntries(uris) };
        }),
      };
    }),
  );
  connection.onRequest(
    coverageTableRequest,
    handlers.request<CoverageParams, CoverageTableResult>("coverageTable", noTable, async (params) => {
      statusAsked();
      const programs = await programsFor(params);
      const documents = programs.flatMap((program) => {
        const { uri } = params;
        const found = selectDocuments(
          coverageOf(program),
          uri === undefined ? undefined : program.pathOf(uri),
        );
        // Paths are those below a folder, and two folders may have the same.
        const before = programs.length > 1 ? `${fileNameOf(program.rootUri.replace(/\/$/, ""))}/` : "";
        return found.map((document) => ({ ...document, path: before + document.path }));
      });
      const [first] = programs;
      return first ? coverageTable({ documents }, first.service.settings.language) : noTable;
    }),
  );
  connection.onRequest(
    planDocumentsRequest,
    handlers.request<Readonly<Record<string, never>>, PlanDocumentsResult>(
      "planDocuments",
      { uris: [], tables: [] },
      async () => {
        const programs = await programsFor({});
        const urisOf = (paths: (program: FolderProgram) => readonly string[]) =>
          programs.flatMap((program) => paths(program).map((path) => program.uriOf(path)));
        return {
          uris: urisOf(({ service }) => service.namedDocuments()),
          tables: urisOf(({ service }) => service.boundCsvFiles()),
        };
      },
    ),
  );
}

const noTable: CoverageTableResult = { text: "", documents: 0 };

async function coverageTable(coverage: Coverage, language: Language): Promise<CoverageTableResult> {
  // The exporters are loaded when someone exports.
  const { coverageMarkdown } = await import("../export/coverage-table.ts");
  return { text: coverageMarkdown(coverage, language), documents: coverage.documents.length };
}

/** The documents that a plan file names, or the one that the path is; all where it is neither. */
function selectDocuments({ documents }: Coverage, path: string | undefined): Coverage["documents"] {
  const own = documents.filter(
    (document) => document.path === path || document.plans.some((plan) => plan.path === path),
  );
  return own.length > 0 ? own : documents;
}
