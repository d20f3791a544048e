import type { FileFailure, Host } from "./host.ts";
import type { ProgramJudgement } from "./semantics/judgement.ts";
import { ServiceState } from "./service/service-state.ts";
import type { ReportedProblem, ServiceSettings, TextEdit } from "./service/service-types.ts";

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
  /** The problems of a file in the order of its lines, at most 500 and one that counts the rest. */
  problemsOf(path: string): readonly ReportedProblem[];
  /** Plans in the order of their files' paths. */
  judgement(): ProgramJudgement;
}

/** A service over no files yet; the shell adds them. */
export function createLanguageService(host: Host, settings: ServiceSettings): LanguageService {
  const state = new ServiceState(host, settings);
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
    judgement: () => state.judgement(),
  };
}
