import type { FolderProgram } from "./folder-program.ts";
import type { CheckRun } from "./settings.ts";

/** Whether the problems of a program are told as they are now, where its settings say that they wait. */
export interface HeldChecks {
  /** What is told stays as it was: a change has not been checked yet. */
  isHeld(program: FolderProgram): boolean;
  /** The user typed in a file. */
  typed(uri: string): void;
  /** A file was saved: the time to check, unless one is to be asked. */
  saved(): void;
  /** A file's buffer is gone, with what was not saved in it. */
  closed(uri: string): void;
  /** Someone asks: everything is told until the next change. */
  checkNow(): void;
}

export function createHeldChecks(runOf: (program: FolderProgram) => CheckRun): HeldChecks {
  const typed = new Set<string>();
  let asked = false;
  return {
    isHeld: (program) => {
      const run = runOf(program);
      if (run === "manual") return !asked;
      return run === "onSave" && [...typed].some((uri) => program.pathOf(uri) !== undefined);
    },
    typed: (uri) => {
      typed.add(uri);
      asked = false;
    },
    saved: () => typed.clear(),
    closed: (uri) => void typed.delete(uri),
    checkNow: () => {
      typed.clear();
      asked = true;
    },
  };
}
