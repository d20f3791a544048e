import type { Language } from "./diagnostics/language.ts";
import type { DocumentReading } from "./documents/document-reading.ts";
import type { FileFailure, Host } from "./host.ts";
import { getCodeActions, getFixAll } from "./language-features/code-actions.ts";
import { getCodeLenses } from "./language-features/code-lenses.ts";
import { getCompletion } from "./language-features/completion.ts";
import { getCompletionDocumentation } from "./language-features/completion-documentation.ts";
import { getKeywordConversion } from "./language-features/convert-keywords.ts";
import { getDefinition } from "./language-features/definition.ts";
import {
  type ClauseLink,
  getDocumentComparison,
} from "./language-features/document-comparison/compare-document.ts";
import type {
  ComparisonRequest,
  ComparisonResult,
} from "./language-features/document-comparison/comparison-types.ts";
import { getDocumentHighlights } from "./language-features/document-highlights.ts";
import { getDocumentLinks } from "./language-features/document-links.ts";
import { getDocumentSymbols } from "./language-features/document-symbols.ts";
import type {
  CodeActionResult,
  CodeLensResult,
  CompletionResult,
  CompletionSubject,
  DefinitionResult,
  DocumentHighlightResult,
  DocumentLinkResult,
  FileEdit,
  FileRange,
  FoldingRangeResult,
  HierarchyCall,
  HierarchyItem,
  HoverOptions,
  HoverResult,
  InlayHintResult,
  SemanticToken,
  SymbolNode,
  WorkspaceSymbolResult,
} from "./language-features/feature-types.ts";
import { getFoldingRanges } from "./language-features/folding-ranges.ts";
import { getFormatting } from "./language-features/formatting.ts";
import {
  getCallItem,
  getIncomingCalls,
  getOutgoingCalls,
  getSubtypes,
  getSupertypes,
  getTypeItem,
} from "./language-features/hierarchies.ts";
import { getHover } from "./language-features/hover.ts";
import { getImplementation } from "./language-features/implementation.ts";
import { getInlayHints } from "./language-features/inlay-hints.ts";
import { type FileMove, getMovedFileEdits } from "./language-features/moved-files.ts";
import { getPlanOverview } from "./language-features/plan-overview.ts";
import type { PlanOverview, PlanOverviewOptions } from "./language-features/plan-overview-types.ts";
import { getNewReport, getReportSubjects } from "./language-features/recording/new-report.ts";
import { getRecordSubject } from "./language-features/recording/record-subject.ts";
import { getRecordedValue } from "./language-features/recording/record-value.ts";
import type {
  IndicatorName,
  RecordParams,
  RecordResult,
  RecordSubject,
} from "./language-features/recording/recording-types.ts";
import type {
  ReportParams,
  ReportResult,
  ReportSubject,
} from "./language-features/recording/report-types.ts";
import { getReferences } from "./language-features/references.ts";
import {
  getRename,
  type PreparedRename,
  prepareRename,
  type RenameResult,
} from "./language-features/rename.ts";
import { getSelectionRanges } from "./language-features/selection-ranges.ts";
import { getSemanticTokens } from "./language-features/semantic-tokens.ts";
import { getTypeDefinition } from "./language-features/type-definition.ts";
import { getWorkspaceSymbols } from "./language-features/workspace-symbols.ts";
import type { Coverage } from "./semantics/coverage.ts";
import type { ProgramJudgement } from "./semantics/judgement.ts";
import type { Day } from "./semantics/period.ts";
import { getPastedTable, type PasteResult } from "./service/paste-table.ts";
import { ServiceState } from "./service/service-state.ts";
import type { ReportedProblem, ServiceSettings, TextEdit } from "./service/service-types.ts";
import { createDeclarationParser, type DeclarationParser } from "./syntax/parse.ts";
import type { Position, Range } from "./text/line-index.ts";

export type { ReportedProblem, ServiceSettings, TextEdit } from "./service/service-types.ts";

/** The one door to the language core: the editor, the command line and the tests all come in here. */
export interface LanguageService {
  /** Adds a .bdg file or replaces its whole text. */
  setFile(path: string, text: string): void;
  /** Applies an editor's changes to a file that is there. */
  editFile(path: string, edits: readonly TextEdit[]): void;
  /** Records that a .bdg file is there but cannot be read; reported once, in its place. */
  setFailedFile(path: string, failure: FileFailure): void;
  removeFile(path: string): void;
  /** The document at this path may have changed: it is read again when next needed. */
  documentChanged(path: string): void;
  updateSettings(settings: ServiceSettings): void;

  readonly settings: ServiceSettings;
  /** Paths of all files, those that can't be read included, sorted by code unit. */
  paths(): readonly string[];
  /** The present text of a file; undefined where there is none. */
  textOf(path: string): string | undefined;
  /**
   * The problems of a file in the order of its lines, at most as many as the settings say (500) and one that counts the
   * rest; of a CSV file those that stand at the `data` declarations that bind it, too.
   */
  problemsOf(path: string): readonly ReportedProblem[];
  /** Paths of the CSV files that have problems; they are none of `paths()`. */
  tablesWithProblems(): readonly string[];
  /** Paths of the CSV files that declarations bind, whether they are there or not. */
  boundCsvFiles(): readonly string[];
  /** The text of a CSV file as it was read; undefined where it was not. */
  csvTextOf(path: string): string | undefined;
  /** Plans in the order of their files' paths, as of the settings' day unless another is given. */
  judgement(asOf?: Day): ProgramJudgement;

  /** The plans as the views show them: how everything stands as of a day, in the words of hovers and lenses. */
  planOverview(options?: PlanOverviewOptions): PlanOverview;

  /** What can be recorded for an indicator; undefined where there is none of that name. */
  recordSubject(name: IndicatorName): RecordSubject | undefined;
  /** The edit that records a measured value and what it would mean, or why it can't be recorded. */
  recordValue(params: RecordParams): RecordResult;
  /** The plans for which reports can be made, and of which periods. */
  reportSubjects(): readonly ReportSubject[];
  /** A new report of a plan with a line for every value that is due, or why there is none to be made. */
  newReport(params: ReportParams): ReportResult;

  /** A plan document as it is read; pending where its loading has just begun. */
  planDocument(path: string): DocumentReading;
  /** Which commitments of the plan documents are taken up, by whom, and whether the targets agree. */
  coverage(): Coverage;
  /**
   * What is different between a document that plans name and a new version of it, and what there is to bring up to
   * date; undefined where that document is not there, or not read yet.
   */
  compareDocument(request: ComparisonRequest, linkTo: ClauseLink): ComparisonResult | undefined;
  /** Paths of the documents that plans name, whether they are there or not. */
  namedDocuments(): readonly string[];

  /** What stands at a position and how it is going; undefined where there is nothing to say. */
  hover(path: string, position: Position, options: HoverOptions): HoverResult | undefined;
  /** Where what is named at a position is declared, or the clause it cites; undefined where nothing is named. */
  definition(path: string, position: Position): DefinitionResult | undefined;
  /** The unit declared for the values of the indicator at a position; undefined where it has none of its own. */
  typeDefinition(path: string, position: Position): DefinitionResult | undefined;
  /** Every place that names what is named at a position, in the order of files and lines. */
  references(path: string, position: Position, includeDeclaration: boolean): readonly FileRange[];
  /** The outline of a file. */
  documentSymbols(path: string): readonly SymbolNode[];
  /** What may stand at a position. */
  completion(path: string, position: Position): CompletionResult;
  /** What is told of an entry of `completion` that someone looks at: Markdown, empty where there is nothing. */
  completionDocumentation(subject: CompletionSubject): string;
  /** The paths of other files written in a file. */
  documentLinks(path: string): readonly DocumentLinkResult[];
  /** Where a file names what is named at a position. */
  documentHighlights(path: string, position: Position): readonly DocumentHighlightResult[];
  /** Names and clauses of the whole program with these words, capitals and diacritics not counted. */
  workspaceSymbols(query: string): readonly WorkspaceSymbolResult[];
  /** What can be folded in a file. */
  foldingRanges(path: string): readonly FoldingRangeResult[];
  /** What may be selected at a position, from the smallest on, each in the next. */
  selectionRanges(path: string, position: Position): readonly Range[];
  /** What each word of a file is, in order. */
  semanticTokens(path: string): readonly SemanticToken[];
  /** The indicators and tasks that cite the clause at a position, or what implements the name there. */
  implementation(path: string, position: Position): readonly FileRange[];
  /** The indicator at a position, and who has it in its formula, and what its formula has. */
  callItem(path: string, position: Position): HierarchyItem | undefined;
  incomingCalls(path: string, position: Position): readonly HierarchyCall[];
  outgoingCalls(path: string, position: Position): readonly HierarchyCall[];
  /** The indicator or plan at a position, what it implements, and what implements it. */
  typeItem(path: string, position: Position): HierarchyItem | undefined;
  supertypes(path: string, position: Position): readonly HierarchyItem[];
  subtypes(path: string, position: Position): readonly HierarchyItem[];
  /** What cells copied from a sheet say at a position, as lines of the language; undefined where they say nothing. */
  pastedTable(path: string, position: Position, text: string): PasteResult | undefined;
  /** What can be done about the problems that touch a range. */
  codeActions(path: string, range: Range): readonly CodeActionResult[];
  /** The edits that mend at once what has only one answer and changes no meaning; none where there is nothing. */
  fixAll(path: string): readonly FileEdit[];
  /** What can be worked out of the values of a range, shown behind them. */
  inlayHints(path: string, range: Range): readonly InlayHintResult[];
  /** The verdict and the clauses of each indicator and task. */
  codeLenses(path: string): readonly CodeLensResult[];
  /** The name under the cursor, or why it can't be renamed; undefined where there is no name. */
  prepareRename(path: string, position: Position): PreparedRename | undefined;
  /** The edits that give what is named at a position another name everywhere, or why not. */
  rename(path: string, position: Position, name: string): RenameResult | undefined;
  /** The edits that keep every path leading where it led when files or folders are moved, by the old paths. */
  movedFileEdits(moves: readonly FileMove[]): ReadonlyMap<string, readonly FileEdit[]>;
  /** The edits that put a file in order, or only the declarations that a range touches; none where it is. */
  formatting(path: string, range?: Range): readonly FileEdit[];
  /** The edits that spell a file's keywords in one language. */
  convertKeywords(path: string, language: Language): readonly FileEdit[];
}

/**
 * A service over no files yet; the shell adds them. Several services may share a parser, which keeps nothing between
 * two texts and takes some milliseconds to make.
 */
export function createLanguageService(
  host: Host,
  settings: ServiceSettings,
  parser: DeclarationParser = createDeclarationParser(),
): LanguageService {
  const state = new ServiceState(host, settings, parser);
  return {
    setFile: (path, text) => state.setFile(path, text),
    editFile: (path, edits) => state.editFile(path, edits),
    setFailedFile: (path, failure) => state.setFailedFile(path, failure),
    removeFile: (path) => state.removeFile(path),
    documentChanged: (path) => state.documentChanged(path),
    updateSettings: (next) => state.updateSettings(next),
    get settings() {
      return state.settings;
    },
    paths: () => state.paths(),
    textOf: (path) => state.textOf(path),
    problemsOf: (path) => state.problemsOf(path),
    tablesWithProblems: () => state.tablesWithProblems(),
    boundCsvFiles: () => state.boundCsvFiles(),
    csvTextOf: (path) => state.tables.csvTextOf(path),
    judgement: (asOf) => state.judgement(asOf),
    planOverview: (options) => getPlanOverview(state, options),
    recordSubject: (name) => getRecordSubject(state, name),
    reportSubjects: () => getReportSubjects(state),
    newReport: (params) => getNewReport(state, params),
    recordValue: (params) => getRecordedValue(state, params),
    planDocument: (path) => state.documents.read(path),
    coverage: () => state.coverage(),
    compareDocument: (request, linkTo) => getDocumentComparison(state, parser, request, linkTo),
    namedDocuments: () => state.namedDocuments(),
    hover: (path, position, options) => getHover(state, path, position, options),
    definition: (path, position) => getDefinition(state, path, position),
    typeDefinition: (path, position) => getTypeDefinition(state, path, position),
    movedFileEdits: (moves) => getMovedFileEdits(state, moves),
    references: (path, position, includeDeclaration) =>
      getReferences(state, path, position, includeDeclaration),
    documentSymbols: (path) => getDocumentSymbols(state, path),
    completion: (path, position) => getCompletion(state, path, position),
    completionDocumentation: (subject) => getCompletionDocumentation(state, subject),
    documentLinks: (path) => getDocumentLinks(state, path),
    documentHighlights: (path, position) => getDocumentHighlights(state, path, position),
    workspaceSymbols: (query) => getWorkspaceSymbols(state, query),
    foldingRanges: (path) => getFoldingRanges(state, path),
    selectionRanges: (path, position) => getSelectionRanges(state, path, position),
    semanticTokens: (path) => getSemanticTokens(state, path),
    implementation: (path, position) => getImplementation(state, path, position),
    callItem: (path, position) => getCallItem(state, path, position),
    incomingCalls: (path, position) => getIncomingCalls(state, path, position),
    outgoingCalls: (path, position) => getOutgoingCalls(state, path, position),
    typeItem: (path, position) => getTypeItem(state, path, position),
    supertypes: (path, position) => getSupertypes(state, path, position),
    subtypes: (path, position) => getSubtypes(state, path, position),
    pastedTable: (path, position, text) => getPastedTable(state, path, position, text),
    codeActions: (path, range) => getCodeActions(state, parser, path, range),
    fixAll: (path) => getFixAll(state, parser, path),
    inlayHints: (path, range) => getInlayHints(state, path, range),
    codeLenses: (path) => getCodeLenses(state, path),
    prepareRename: (path, position) => prepareRename(state, path, position),
    rename: (path, position, name) => getRename(state, parser, path, position, name),
    formatting: (path, range) => getFormatting(state, parser, path, range),
    convertKeywords: (path, language) => getKeywordConversion(state, parser, path, language),
  };
}
