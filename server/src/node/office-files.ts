import { statSync } from "node:fs";
import type { OfficeReading } from "../office/read-office-file.ts";
import { readOfficeFile } from "./read-office-file.ts";

/** So many processes at a time; a plan may name a hundred documents. */
const atOnce = 2;
/** So many readings are kept; a reading may be as large as the largest document. */
const mostKept = 20;

interface Kept {
  readonly state: string;
  readonly reading: Promise<OfficeReading>;
}

/**
 * Office files as a server reads them: a few at a time, and each only once while it is unchanged on the disk.
 *
 * @param read reads one file, whose path is absolute with its links resolved
 */
export function createOfficeFiles(
  read: (path: string) => Promise<OfficeReading> = readOfficeFile,
): (path: string) => Promise<OfficeReading> {
  const kept = new Map<string, Kept>();
  const waiting: (() => void)[] = [];
  let running = 0;

  async function inTurn(path: string): Promise<OfficeReading> {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await read(path);
    } finally {
      const next = waiting.shift();
      // The next one takes over the place of this one.
      if (next) next();
      else running -= 1;
    }
  }

  return (path) => {
    const state = stateOf(path);
    const known = kept.get(path);
    kept.delete(path);
    if (known && known.state === state) {
      kept.set(path, known);
      return known.reading;
    }
    const reading = inTurn(path);
    if (state !== undefined) kept.set(path, { state, reading });
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    // A machine that was busy for a while may read next time what took too long now.
    const forget = () => {
      if (kept.get(path)?.reading === reading) kept.delete(path);
    };
    reading.then(({ kind }) => {
      if (kind === "failure") forget();
    }, forget);
    return reading;
  };
}

/** Differs when the file was written, replaced or touched. */
function stateOf(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stats && `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`;
}
