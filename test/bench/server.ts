import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { generatePlan, generateProgram, lineToEdit } from "./generate-plan.ts";
import { LanguageClient } from "./language-client.ts";
import { type Timing, timingOf } from "./numbers.ts";

/** A language server as a person meets it, for a plan of so many indicators; milliseconds and megabytes. */
export interface ServerFigures {
  readonly indicators: number;
  readonly start: number;
  readonly open: number;
  readonly edit: Timing;
  readonly hover: Timing;
  readonly memory: number;
  /** Milliseconds of processor time in a second in which nothing is typed. */
  readonly idle: number;
  readonly problems: number;
}

/** A server to measure: its command, and how it writes a plan of so many indicators down. */
export interface BenchedServer {
  readonly command: readonly string[];
  readonly languageId: string;
  /** The file that is opened, and its text. */
  readonly fileName: string;
  readonly generate: (indicators: number) => string;
  /** Other files of the program, on the disk, by their path. */
  readonly others?: (indicators: number) => ReadonlyMap<string, string>;
  readonly placeToEdit: (text: string) => { readonly line: number; readonly character: number };
  readonly initializationOptions?: unknown;
  /** One character that changes what is reported where it is typed; `1` unless it is said. */
  readonly typed?: string;
}

export const bdgServer: BenchedServer = {
  command: [process.execPath, "dist/bdg.js", "lsp", "--stdio"],
  languageId: "bdg",
  fileName: "plan.bdg",
  generate: generatePlan,
  placeToEdit: lineToEdit,
  initializationOptions: { settings: { asOf: "2024-06-30" } },
};

/**
 * The same number of indicators in files of a size that is taken; the one in the middle is opened, and its diagnostics
 * come when the others are read and checked, too.
 */
export function bdgFolder(indicators: number): BenchedServer {
  const { files, middle } = generateProgram(indicators);
  return {
    ...bdgServer,
    fileName: middle,
    generate: () => files.get(middle)!,
    others: () => files,
  };
}

const warmUp = 5;

export async function measureServer(
  server: BenchedServer,
  indicators: number,
  edits = 60,
): Promise<ServerFigures> {
  const folder = mkdtempSync(join(tmpdir(), "bdg-bench-"));
  const file = join(folder, server.fileName);
  const text = server.generate(indicators);
  for (const [path, other] of server.others?.(indicators) ?? [])
    if (path !== server.fileName) writeFileSync(join(folder, path), other);
  // The file is not on the disk, so that opening it is what gives the server the text, and what it says first is of it.
  const client = new LanguageClient(server.command);
  try {
    const start = await client.initialize(pathToFileURL(folder).href, server.initializationOptions);
    const uri = pathToFileURL(file).href;
    const opened = performance.now();
    const first = client.nextDiagnostics(
      (one) => one.uri === uri && (one.version === null || one.version === 1),
    );
    await client.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: server.languageId, version: 1, text },
    });
    const { at, count } = await first;
    const { edit, hover } = await typeInTheMiddle(
      client,
      uri,
      server.placeToEdit(text),
      server.typed ?? "1",
      edits,
    );
    const memory = (await client.peakMemory()) ?? Number.NaN;
    const idle = await idleTime(client);
    return { indicators, start, open: at - opened, edit, hover, memory, idle, problems: count };
  } finally {
    client.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** After a pause for what is put off until nothing is typed. */
async function idleTime(client: LanguageClient): Promise<number> {
  const seconds = 3;
  await sleep(2_000);
  const before = await client.processorTime();
  await sleep(seconds * 1_000);
  const after = await client.processorTime();
  return before === undefined || after === undefined ? Number.NaN : (after - before) / seconds;
}

async function typeInTheMiddle(
  client: LanguageClient,
  uri: string,
  { line, character }: { readonly line: number; readonly character: number },
  typed: string,
  edits: number,
): Promise<{ edit: Timing; hover: Timing }> {
  const taken: number[] = [];
  const hovers: number[] = [];
  for (let i = 0; i < edits + warmUp; i += 1) {
    const version = i + 2;
    const from = { line, character };
    const forward = i % 2 === 0;
    const range = { start: from, end: forward ? from : { line, character: character + 1 } };
    const answered = client.nextDiagnostics(
      (one) => one.uri === uri && (one.version === null || one.version === version),
    );
    const start = performance.now();
    await client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range, text: forward ? typed : "" }],
    });
    const { at } = await answered;
    const asked = performance.now();
    await client.connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line: line - 3, character: 4 },
    });
    if (i < warmUp) continue;
    taken.push(at - start);
    hovers.push(performance.now() - asked);
  }
  return { edit: timingOf(taken), hover: timingOf(hovers) };
}
