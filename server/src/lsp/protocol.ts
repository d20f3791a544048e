import { NotificationType, type Position, RequestType, type TextEdit } from "vscode-languageserver";
import type { FileFailure } from "../host.ts";
import type { PlanOverview } from "../language-features/plan-overview-types.ts";
import type {
  IndicatorName,
  RecordParams,
  RecordResult,
  RecordSubject,
} from "../language-features/recording/recording-types.ts";
import type {
  ReportParams,
  ReportResult,
  ReportSubject,
} from "../language-features/recording/report-types.ts";
import type { Status } from "../semantics/judgement.ts";
import type { PasteResult } from "../service/paste-table.ts";

/**
 * What BDG's own clients and its server say to each other beyond the language server protocol. A client that knows
 * nothing of it gets everything but the summary table and the status.
 */

/** `initializationOptions`; every part is optional. */
export interface ClientOptions {
  /** Hovers may hold images as data URIs. */
  readonly hoverImages?: boolean;
  /** Hovers may hold the command link `bdg.openClause`, and lenses that and `bdg.recordMeasuredValue`. */
  readonly commandLinks?: boolean;
  /** The client's own command that shows completion again, run where an accepted entry leads on to a list. */
  readonly suggestCommand?: string;
  /** The client's own command that shows a place (URI, line, character), run where a fix has changed another file. */
  readonly placeCommand?: string;
  /** The client answers `bdg/listFiles` and `bdg/readFile`: needed in a browser and for virtual file systems. */
  readonly files?: boolean;
  /** The settings until `workspace/configuration` is answered, or for clients without it: `{ "asOf": "2025-06-30" }`. */
  readonly settings?: unknown;
}

export type SummaryFormat = "markdown" | "csv" | "json" | "xlsx" | "docx" | "html" | "iati" | "sdmx";

export interface SummaryTableParams {
  /** A file of the program; without it the first workspace folder's program is meant. */
  readonly uri?: string;
  readonly format: SummaryFormat;
  /** `2024-12-31`: how it stood on another day; without it the day of the settings. */
  readonly asOf?: string;
  /** Whether the table has the forecasts beside the facts; true unless given. */
  readonly forecasts?: boolean;
  /** Only what this body leads. */
  readonly body?: string;
  /** A table for each lead body. */
  readonly byBody?: boolean;
}

export interface SummaryTableResult {
  /** The whole table, as `bdg export` writes it; CSV begins with a byte-order mark. Empty where it is no text. */
  readonly text: string;
  /** The bytes of an .xlsx or .docx, in base64. */
  readonly base64?: string;
  /** How many plans it holds: 0 where there is nothing to show. */
  readonly plans: number;
}

/** Client to server: the summary table of a file's plan, or of every plan where the file belongs to none. */
export const summaryTableRequest = new RequestType<SummaryTableParams, SummaryTableResult, void>(
  "bdg/summaryTable",
);

export interface ConvertKeywordsParams {
  readonly uri: string;
  readonly language: "en" | "vi";
}

/** Client to server: the edits that spell every keyword of a file in one language. */
export const convertKeywordsRequest = new RequestType<ConvertKeywordsParams, TextEdit[], void>(
  "bdg/convertKeywords",
);

export interface PasteTableParams {
  readonly uri: string;
  readonly position: Position;
  /** As a sheet puts its cells on the clipboard: rows of cells with tabs between them. */
  readonly text: string;
}

export type PasteTableResult = PasteResult | null;

/** Client to server: what copied cells say at a position; null where they are no table that says values there. */
export const pasteTableRequest = new RequestType<PasteTableParams, PasteTableResult, void>("bdg/pasteTable");

export interface StatusParams {
  readonly uri: string;
}

export interface StatusResult {
  /** `2025-06-30` */
  readonly asOf: string;
  /** Whether the setting fixes the date; else it is today's. */
  readonly fixed: boolean;
  /** .bdg files of the program. */
  readonly files: number;
  /** Plan documents that were read. */
  readonly documents: number;
  readonly indicators: number;
  readonly tasks: number;
  /** How many indicators have each headline status. */
  readonly counts: Readonly<Record<Status, number>>;
  readonly taskCounts: Readonly<Record<"met" | "missed" | "pending", number>>;
  /** The language of the messages. */
  readonly language: "en" | "vi";
  /** The words of all verdicts, beginning a line. */
  readonly statusTexts: PlanOverview["statusTexts"];
  readonly taskStatusTexts: PlanOverview["taskStatusTexts"];
  /** What the problems shown wait for, as the user set it: a save, or *Check Plans Now*; null where they are of now. */
  readonly waitsFor: "save" | "command" | null;
  /** What was not checked, or is not as the user set it, in one line. */
  readonly problem?: string;
}

/** Client to server: what is checked, as of when, and how it stands. Null for a file of no program. */
export const statusRequest = new RequestType<StatusParams, StatusResult | null, void>("bdg/status");

/**
 * Server to client, once the client has asked for a status, the plans or their coverage: something was checked again,
 * and it may differ now.
 */
export const statusChangedNotification = new NotificationType<Readonly<Record<string, never>>>(
  "bdg/statusChanged",
);

export interface PlanOverviewParams {
  /** A file or folder of the program; without it every program of the workspace is meant. */
  readonly uri?: string;
  /** `2024-12-31`: how it stood on another day; without it the day of the settings. */
  readonly asOf?: string;
  /** Without the targets, values and charts of indicators, which a list has no use for. */
  readonly outline?: boolean;
}

export interface PlanOverviewResult {
  readonly programs: readonly {
    /** The paths of the overview are relative to it. */
    readonly rootUri: string;
    readonly overview: PlanOverview;
  }[];
}

/** Client to server: the plans as the side bar, the dashboard and the Test Explorer show them. */
export const planOverviewRequest = new RequestType<PlanOverviewParams, PlanOverviewResult, void>(
  "bdg/planOverview",
);

/** An indicator of one of the programs. */
export interface IndicatorOfProgram extends IndicatorName {
  /** The `rootUri` of its program; without it the first program that has an indicator of that name is meant. */
  readonly programUri?: string;
}

export type RecordSubjectResult = (RecordSubject & { readonly programUri: string }) | null;

/** Client to server: what can be recorded for an indicator; null where there is none of that name. */
export const recordSubjectRequest = new RequestType<IndicatorOfProgram, RecordSubjectResult, void>(
  "bdg/recordSubject",
);

export type RecordValueParams = IndicatorOfProgram & RecordParams;

export type RecordValueResult =
  | Extract<RecordResult, { readonly kind: "refused" }>
  | (Omit<Extract<RecordResult, { readonly kind: "value" }>, "edit"> & {
      readonly uri: string;
      readonly edit: TextEdit;
    });

/** Client to server: the edit that records a value and what it would mean. Nothing is changed by asking. */
export const recordValueRequest = new RequestType<RecordValueParams, RecordValueResult, void>(
  "bdg/recordValue",
);

export interface ReportSubjectsResult {
  readonly programs: readonly { readonly rootUri: string; readonly plans: readonly ReportSubject[] }[];
}

/** Client to server: the plans of every program for which reports can be made. */
export const reportSubjectsRequest = new RequestType<
  Readonly<Record<string, never>>,
  ReportSubjectsResult,
  void
>("bdg/reportSubjects");

export interface NewReportParams extends ReportParams {
  readonly programUri: string;
}

export type NewReportResult =
  | { readonly kind: "refused"; readonly message: string; readonly existingUri: string | null }
  | (Extract<ReportResult, { readonly kind: "report" }> & { readonly uri: string });

/** Client to server: the text of a new report and where it belongs. Nothing is changed by asking. */
export const newReportRequest = new RequestType<NewReportParams, NewReportResult, void>("bdg/newReport");

export interface ListFilesParams {
  /** URI of a folder. */
  readonly folder: string;
  /** In small letters, with their dots; names end in one of them, capitals or not. */
  readonly endings: readonly string[];
}

/** Server to client: the URIs of the files of some kinds below a folder, links to folders not followed. */
export const listFilesRequest = new RequestType<ListFilesParams, readonly string[], void>("bdg/listFiles");

export interface ReadFileParams {
  readonly uri: string;
  /** The most that will be taken; a larger file is `too-large`. */
  readonly maxBytes: number;
}

export type ReadFileResult =
  | { readonly kind: "bytes"; readonly base64: string }
  | { readonly kind: "failure"; readonly failure: FileFailure };

/** Server to client: the bytes of a file, or why there are none. */
export const readFileRequest = new RequestType<ReadFileParams, ReadFileResult, void>("bdg/readFile");
