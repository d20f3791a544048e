import { lstatSync, mkdirSync, readdirSync, rmdirSync, statSync, unlinkSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import packageJson from "../../../package.json" with { type: "json" };
import type { CliHost, DocumentReading, WriteFailure } from "../cli/cli-host.ts";
import { runCli } from "../cli/main.ts";
import { complain, exitCannot, languageOf } from "../cli/run-context.ts";
import { maxDocumentBytes } from "../limits.ts";
import type { LoadedReading } from "../lsp/runtime.ts";
import { dayNumber } from "../semantics/period.ts";
import { type FileKind, kindOf } from "../text/file-kinds.ts";
import { readOfficeDocumentNow } from "./node-host.ts";
import { openProgram } from "./open-program.ts";
import { readTextFile } from "./read-text-file.ts";
import { writeFailureOf, writeFileWhole } from "./write-file-whole.ts";

/** The command line on a real machine. */

const { env, stdout, stderr } = process;

const host: CliHost = {
  today: today(new Date()),
  locale: env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale,
  terminal: {
    output: stdout.isTTY === true,
    errors: stderr.isTTY === true,
    colors: !env.NO_COLOR && env.TERM !== "dumb",
    columns: stdout.isTTY ? stdout.columns : undefined,
  },
  version: packageJson.version,
  writeOutput: (text) => void stdout.write(text),
  writeError: (text) => void stderr.write(text),
  openProgram: (request) => openProgram(request, process.cwd(), () => {}),
  readDocument,
  exists: (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
  pathFrom: (file, path) =>
    relative(file === undefined ? "." : dirname(resolve(file)), resolve(path)).replaceAll(sep, "/"),
  writeFile: (path, content) => writeFileWhole(resolve(path), content),
  makeFolder,
  namesIn,
  removeFile,
  watch: async (folder, onChange) => (await import("./watch-folder.ts")).watchFolder(folder, onChange),
  serve,
};

/** The date where the user is, whatever the hour is in Greenwich. */
function today(now: Date): number {
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

function readDocument(path: string): DocumentReading {
  const name = basename(path);
  const reading = readByKind(resolve(path), kindOf(name));
  return reading.kind === "failure" ? reading : { ...reading, name };
}

function readByKind(path: string, kind: FileKind | undefined): LoadedReading {
  switch (kind) {
    case "text":
      return readTextFile(path, maxDocumentBytes);
    case "word":
      return readOfficeDocumentNow(path);
    default: {
      const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
      return { kind: "failure", failure: isFolder ? "is-a-folder" : "unsupported-format" };
    }
  }
}

function makeFolder(path: string): WriteFailure | undefined {
  try {
    mkdirSync(resolve(path), { recursive: true });
    return undefined;
  } catch (error) {
    return writeFailureOf(error);
  }
}

function namesIn(folder: string): readonly string[] | WriteFailure {
  try {
    return readdirSync(resolve(folder)).sort();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? [] : writeFailureOf(error);
  }
}

function removeFile(path: string): "removed" | "not-there" | WriteFailure {
  const file = resolve(path);
  try {
    const isFile = lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
    if (!isFile || !lstatSync(dirname(file)).isDirectory()) return "not-there";
    unlinkSync(file);
    if (readdirSync(dirname(file)).length === 0) rmdirSync(dirname(file));
    return "removed";
  } catch (error) {
    return writeFailureOf(error);
  }
}

async function serve(): Promise<number> {
  const { serveOnStandardStreams } = await import("./stdio-server.ts");
  return serveOnStandardStreams();
}

/** What can't be written ends the process; a reader that has seen enough (`bdg export | head`) is no error. */
function endOnFailedOutput(words: readonly string[]): void {
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    const key = writeFailureOf(error) === "disk-full" ? "output-disk-full" : "output-failed";
    complain({ host, language: languageOf(words, host.locale) }, key, {});
    process.exit(exitCannot);
  });
  stderr.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? undefined : exitCannot);
  });
}

/**
 * Runs what the process was started with.
 *
 * @param words what stands after `bdg`
 */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  endOnFailedOutput(words);
  // Not process.exit: what was written must still reach its reader.
  process.exitCode = await runCli(words, host);
}
