import { describeFault } from "../lsp/safe-handler.ts";

/**
 * What becomes of faults that nothing caught: an exception ends the process, for nobody knows what state it is in and
 * the editor starts a new one; a promise that nobody waited for is only told. Both say so on standard error.
 */
export function installLastWords(): void {
  process.on("uncaughtException", (error) => endWith(describeFault(error)));
  process.on("unhandledRejection", (reason) => complain(describeFault(reason)));
}

/** Says why, and ends the process as failed. */
export function endWith(reason: string): never {
  complain(reason);
  process.exit(1);
}

/** A line on standard error. */
export function complain(line: string): void {
  try {
    process.stderr.write(`bdg: the language server: ${line}\n`);
  } catch {
    // Nobody listens any more.
  }
}
