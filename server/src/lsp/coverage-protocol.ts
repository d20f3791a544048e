import { RequestType } from "vscode-languageserver";
import type { Coverage } from "../semantics/coverage.ts";

/**
 * What BDG's own client asks about plan documents, beyond the language server protocol. Once it has asked for coverage,
 * `bdg/statusChanged` tells that it may be another.
 */

export interface CoverageParams {
  /** A file of the program; without it, or for one of no program, every program of the workspace is meant. */
  readonly uri?: string;
}

export interface CoverageResult {
  readonly programs: readonly {
    /** The paths of the coverage are relative to it. */
    readonly rootUri: string;
    readonly coverage: Coverage;
    /** The URIs under which the documents are opened, by path; of a .docx that of its text, where there is one. */
    readonly documentUris: Readonly<Record<string, string>>;
  }[];
}

/** Client to server: which commitments of the plan documents are taken up, as `bdg coverage` lists them. */
export const coverageRequest = new RequestType<CoverageParams, CoverageResult, void>("bdg/coverage");

export interface CoverageTableResult {
  /** Markdown. */
  readonly text: string;
  /** How many documents it is about: 0 where there is nothing to show. */
  readonly documents: number;
}

/** Client to server: the same as a table, for the documents of a file's plan or of all plans. */
export const coverageTableRequest = new RequestType<CoverageParams, CoverageTableResult, void>(
  "bdg/coverageTable",
);

export interface PlanDocumentsResult {
  readonly uris: readonly string[];
  /** The CSV files that `data` declarations bind. */
  readonly tables: readonly string[];
}

/** Client to server: the documents and tables that the plans of the workspace name, whether they can be read or not. */
export const planDocumentsRequest = new RequestType<
  Readonly<Record<string, never>>,
  PlanDocumentsResult,
  void
>("bdg/planDocuments");
