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

/** Answers the requests of coverage-protocol.ts. */
export function registerCoverage(parts: FeatureParts): void {
  const { connection, handlers, workspace } = parts;
  const programsFor = async ({ uri }: CoverageParams): Promise<readonly FolderProgram[]> => {
    const located = uri === undefined ? undefined : workspace.locate(uri)?.program;
    const programs = located ? [located] : workspace.programs();
    await Promise.all(programs.map(parts.whenReady));
    return programs;
  };
  connection.onRequest(
    coverageRequest,
    handlers.request<CoverageParams, CoverageResult>("coverage", { programs: [] }, async (params) => ({
      programs: (await programsFor(params)).map((program) => {
        const coverage = program.service.coverage();
        const uris = coverage.documents.map(({ path }) => [path, program.uriOf(path)] as const);
        return { rootUri: program.rootUri, coverage, documentUris: Object.fromEntries(uris) };
      }),
    })),
  );
  connection.onRequest(
    coverageTableRequest,
    handlers.request<CoverageParams, CoverageTableResult>("coverageTable", noTable, async (params) => {
      const [program] = await programsFor(params);
      return program ? coverageTable(program, params.uri) : noTable;
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

async function coverageTable(program: FolderProgram, uri: string | undefined): Promise<CoverageTableResult> {
  // The exporters are loaded when someone exports.
  const { coverageMarkdown } = await import("../export/coverage-table.ts");
  const { service } = program;
  const coverage = selectDocuments(service.coverage(), uri === undefined ? undefined : program.pathOf(uri));
  const text = coverageMarkdown(coverage, service.settings.language);
  return { text, documents: coverage.documents.length };
}

/** The documents that a plan file names, or the one that the path is; all where it is neither. */
function selectDocuments({ documents }: Coverage, path: string | undefined): Coverage {
  const own = documents.filter(
    (document) => document.path === path || document.plans.some((plan) => plan.path === path),
  );
  return { documents: own.length > 0 ? own : documents };
}
