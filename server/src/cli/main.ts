import type { Language } from "../diagnostics/language.ts";
import { parseArguments } from "./arguments.ts";
import { runCheck } from "./check-command.ts";
import { runClauses } from "./clauses-command.ts";
import type { CliHost } from "./cli-host.ts";
import { runCoverage } from "./coverage-command.ts";
import { runExport } from "./export-command.ts";
import { runFormat } from "./format-command.ts";
import { commandHelp, programHelp } from "./help.ts";
import { runInit } from "./init-command.ts";
import { runLsp } from "./lsp-command.ts";
import type { CommandName } from "./options.ts";
import {
  complain,
  complainText,
  createRunContext,
  exitCannot,
  exitFine,
  languageOf,
  type RunContext,
} from "./run-context.ts";

const commands: Readonly<Record<CommandName, (context: RunContext) => Promise<number> | number>> = {
  check: runCheck,
  export: runExport,
  clauses: runClauses,
  coverage: runCoverage,
  init: runInit,
  fmt: runFormat,
  lsp: runLsp,
};

/**
 * Runs one command line.
 *
 * @param words what stands after `bdg`
 * @returns the exit status: 0 nothing at or above `--fail-on`; 1 something is; 2 wrong usage, or a file that can't be
 *   read or written
 */
export async function runCli(words: readonly string[], host: CliHost): Promise<number> {
  const language = languageOf(words, host.locale);
  try {
    return await dispatch(words, host, language);
  } catch (error) {
    // The one place where a bug of our own ends up: the user's files are as they were.
    complain({ host, language }, "internal-error", {});
    host.writeError(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return exitCannot;
  }
}

function dispatch(words: readonly string[], host: CliHost, language: Language): Promise<number> | number {
  const parsed = parseArguments(words);
  switch (parsed.kind) {
    case "wrong":
      complainText({ host, language }, parsed.message);
      return exitCannot;
    case "version":
      host.writeOutput(`bdg ${host.version}\n`);
      return exitFine;
    case "help": {
      const help = parsed.command ? commandHelp(parsed.command, language) : programHelp(language);
      if (parsed.asked) host.writeOutput(help);
      else host.writeError(help);
      return parsed.asked ? exitFine : exitCannot;
    }
    case "command": {
      const context = createRunContext(host, language, parsed.arguments);
      return context === undefined ? exitCannot : commands[parsed.command](context);
    }
  }
}
