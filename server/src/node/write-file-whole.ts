import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import type { WriteFailure } from "../cli/cli-host.ts";

/** The calls that writing needs; tests make the Nth of them fail. */
export type FileSystemCalls = Pick<
  typeof fs,
  | "realpathSync"
  | "statSync"
  | "openSync"
  | "writeSync"
  | "fsyncSync"
  | "fstatSync"
  | "fchmodSync"
  | "closeSync"
  | "renameSync"
  | "unlinkSync"
>;

/** Waits between attempts to rename on Windows, where a virus scanner or Excel may hold the old file for a moment. */
const waitsInMilliseconds = [10, 30, 100, 300];

/**
 * Writes a file whole or not at all: to a temporary name in the same folder, synced, its size compared, then renamed
 * over the old file. Whatever fails, the old file is as it was. Ready-made packages report success on a full disk.
 *
 * @param path a path of the file system; a link is followed, and what it leads to is replaced
 * @param content bytes, or a text that is written as UTF-8
 * @returns undefined when it is written, else why it is not
 */
export function writeFileWhole(
  path: string,
  content: string | Uint8Array,
  calls: FileSystemCalls = fs,
): WriteFailure | undefined {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : Buffer.from(content);
  try {
    const target = resolveTarget(path, calls);
    if (typeof target !== "object") return target;
    return replaceFile(target, bytes, calls);
  } catch (error) {
    return writeFailureOf(error);
  }
}

interface Target {
  readonly path: string;
  /** Permissions of the file that is replaced; undefined where there is none yet. */
  readonly mode: number | undefined;
}

function resolveTarget(path: string, calls: FileSystemCalls): Target | WriteFailure {
  let real: string;
  try {
    real = calls.realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return { path, mode: undefined };
  }
  const stats = calls.statSync(real);
  if (stats.isDirectory()) return "is-a-folder";
  if (!stats.isFile()) return "not-a-file";
  // A rename would replace it all the same, and an administrator may write anything: only the mode says what is meant.
  if ((stats.mode & 0o222) === 0) return "read-only";
  return { path: real, mode: stats.mode & 0o777 };
}

function replaceFile(target: Target, bytes: Uint8Array, calls: FileSystemCalls): WriteFailure | undefined {
  const temporary = join(dirname(target.path), `.bdg-${randomBytes(6).toString("hex")}.tmp`);
  const file = calls.openSync(temporary, "wx");
  try {
    try {
      writeAll(file, bytes, calls);
      if (target.mode !== undefined) calls.fchmodSync(file, target.mode);
      calls.fsyncSync(file);
      if (calls.fstatSync(file).size !== bytes.length)
        throw new Error("the file is shorter than what was written");
    } finally {
      calls.closeSync(file);
    }
    renameWithPatience(temporary, target.path, calls);
    return undefined;
  } catch (error) {
    removeQuietly(temporary, calls);
    return writeFailureOf(error);
  }
}

function writeAll(file: number, bytes: Uint8Array, calls: FileSystemCalls): void {
  for (let written = 0; written < bytes.length; ) {
    const count = calls.writeSync(file, bytes, written, bytes.length - written);
    if (count <= 0) throw new Error("nothing more is written");
    written += count;
  }
}

function renameWithPatience(from: string, to: string, calls: FileSystemCalls): void {
  for (const wait of process.platform === "win32" ? waitsInMilliseconds : []) {
    try {
      calls.renameSync(from, to);
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
  calls.renameSync(from, to);
}

function removeQuietly(path: string, calls: FileSystemCalls): void {
  try {
    calls.unlinkSync(path);
  } catch {
    // The reason why writing failed is worth more than that a temporary file stayed behind.
  }
}

function isBusy(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EPERM" || code === "EBUSY" || code === "EACCES";
}

/** What an exception of the file system means to whoever wanted to write. */
export function writeFailureOf(error: unknown): WriteFailure {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
    case "ENOTDIR":
      return "no-folder";
    case "EROFS":
      return "read-only";
    case "EACCES":
    case "EPERM":
      return process.platform === "win32" ? "busy" : "no-permission";
    case "EBUSY":
      return "busy";
    case "ENOSPC":
    case "EDQUOT":
      return "disk-full";
    case "EISDIR":
      return "is-a-folder";
    default:
      return "failed";
  }
}
