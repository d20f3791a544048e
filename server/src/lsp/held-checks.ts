import type { FolderProgram } from "./folder-program.ts";
import type { CheckRun } from "./settings.ts";

/** Whether the problems of a program are told as they are now, where its settings say that they wait. */
export interface HeldChecks {
  /** What is told stays as it was: a change has not been checked yet. */
  isHeld(program: FolderProgram): boolean;
  /** The user typed in a file of the program. */
  edited(program: FolderProgram): void;
  /** A file was saved, or its buffer is gone: the time to check, unless one is to be asked. */
  saved(): void;
  /** Someone asks: everything is told until the next change. */
  checkNow(): void;
}

export function createHeldChecks(runOf: (program: FolderProgram) => CheckRun): HeldChecks {
  let unsaved = new WeakSet<FolderProgram>();
  let asked = false;
  return {
    isHeld: (program) => {
      const run = runOf(program);
      return run === "manual" ? !asked : run === "onSave" && unsaved.has(program);
    },
    edited: (program) => {
      unsaved.add(program);
      asked = false;
    },
    saved: () => {
      unsaved = new WeakSet();
    },
    checkNow: () => {
      unsaved = new WeakSet();
      asked = true;
    },
  };
}
