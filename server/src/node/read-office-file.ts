import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { maxDocumentBytes, maxOfficeMemory, maxOfficeMilliseconds } from "../limits.ts";
import type { OfficeKind, OfficeReading } from "../office/read-office-file.ts";

/** What a process is started with to read one office file, print what it read as JSON, and end. */
export const officeWord = "--read-office-file";

/** Its JSON is larger than the text by escapes and the places of cells. */
const maxOutput = maxDocumentBytes * 8;

const tooComplex: OfficeReading = { kind: "failure", failure: "too-complex" };

/**
 * Reads a .docx or .xlsx in a process of its own, with little memory and for ten seconds at most: a hostile file ends
 * that process and nothing else.
 *
 * @param path absolute, links resolved, allowed to be read
 * @param script a bundle that runs `printOfficeFile` when it is started with `officeWord`, as this one does
 */
export function readOfficeFileNow(path: string, script = process.argv[1]!): OfficeReading {
  const words = childWords(script, [path]);
  const { stdout, status }: SpawnSyncReturns<string> = spawnSync(process.execPath, words, {
    encoding: "utf8",
    maxBuffer: maxOutput,
    stdio: ["ignore", "pipe", "ignore"],
    timeout: maxOfficeMilliseconds,
    killSignal: "SIGKILL",
    windowsHide: true,
  });
  return status === 0 ? toReading(stdout) : tooComplex;
}

/** The same without waiting for it. */
export function readOfficeFile(path: string, script = process.argv[1]!): Promise<OfficeReading> {
  return readInChild(childWords(script, [path]));
}

/** The same for a file that lies on no disk. */
export function readOfficeBytes(
  bytes: Uint8Array,
  kind: OfficeKind,
  script = process.argv[1]!,
): Promise<OfficeReading> {
  return readInChild(childWords(script, ["-", kind]), bytes);
}

function readInChild(words: readonly string[], input?: Uint8Array): Promise<OfficeReading> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { stdio: ["pipe", "pipe", "ignore"], windowsHide: true });
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => child.kill("SIGKILL"), maxOfficeMilliseconds);
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxOutput) child.kill("SIGKILL");
      else chunks.push(chunk);
    });
    const end = (reading: OfficeReading) => {
      clearTimeout(timer);
      resolve(reading);
    };
    child.on("error", () => end({ kind: "failure", failure: "system-error" }));
    child.on("close", (code) => end(code === 0 ? toReading(Buffer.concat(chunks).toString()) : tooComplex));
    // It may end before it has read all.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

function childWords(script: string, words: readonly string[]): readonly string[] {
  return [`--max-old-space-size=${maxOfficeMemory}`, script, officeWord, ...words];
}

function toReading(output: string): OfficeReading {
  try {
    return JSON.parse(output);
  } catch {
    return tooComplex;
  }
}
