import { maxOfficePartBytes } from "../limits.ts";
import { createDecoder } from "../text/text-decoder.ts";
import type { Allowance } from "./allowance.ts";
import { OfficeError } from "./office-error.ts";

/** One file of a ZIP, as its central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its packed bytes begin. */
  readonly start: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;

/**
 * Reads and checks the directory of a ZIP before anything is unpacked: number and sizes of the entries within what is
 * allowed, no name twice, no entry inside another, none encrypted.
 *
 * @throws OfficeError
 */
export function readZipDirectory(bytes: Uint8Array, allowance: Allowance): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff)
    throw new OfficeError("too-complex", "ZIP64");
  allowance.entries(count);
  if (start + size > end) throw damaged("directory outside the file");

  const entries = new Map<string, ZipEntry>();
  let at = start;
  for (let i = 0; i < count; i += 1) {
    const { entry, next } = readEntry(bytes, view, at, start + size);
    if (entries.has(entry.name)) throw damaged(`twice: ${entry.name}`);
    if (entry.size > maxOfficePartBytes)
      throw new OfficeError("too-complex", `${entry.size} bytes in a part`);
    allowance.bytes(entry.size);
    entries.set(entry.name, entry);
    at = next;
  }
  checkOverlaps([...entries.values()], start);
  return entries;
}

function damaged(detail: string): OfficeError {
  return new OfficeError("damaged", detail);
}

function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1) {
    if (view.getUint32(at, true) === endSignature && view.getUint16(at + 20, true) === last - at) return at;
  }
  throw damaged("no end of directory");
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, end: number) {
  if (at + 46 > end || view.getUint32(at, true) !== entrySignature) throw damaged("no entry");
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw damaged("entry outside the directory");
  if ((flags & 1) !== 0) throw new OfficeError("encrypted", "encrypted entry");
  const name = nameOf(bytes, at + 46, nameLength);
  if (method !== 0 && method !== 8) throw damaged(`method ${method}: ${name}`);
  const packedSize = view.getUint32(at + 20, true);
  const start = startOf(bytes, view, view.getUint32(at + 42, true), name);
  if (start + packedSize > bytes.byteLength) throw damaged(`outside the file: ${name}`);
  const size = view.getUint32(at + 24, true);
  if (method === 0 && size !== packedSize) throw damaged(`sizes differ: ${name}`);
  const entry: ZipEntry = { name, method, crc: view.getUint32(at + 16, true), packedSize, size, start };
  return { entry, next };
}

/** Names are ASCII in office files, or UTF-8; a broken one is a name like any other. */
function nameOf(bytes: Uint8Array, from: number, length: number): string {
  return createDecoder("utf-8", false).decode(bytes.subarray(from, from + length));
}

/** Past the local header, which must tell of the same entry. */
function startOf(bytes: Uint8Array, view: DataView, at: number, name: string): number {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== localSignature)
    throw damaged(`no local header: ${name}`);
  const nameLength = view.getUint16(at + 26, true);
  const start = at + 30 + nameLength + view.getUint16(at + 28, true);
  if (start > view.byteLength || nameOf(bytes, at + 30, nameLength) !== name)
    throw damaged(`another local header: ${name}`);
  return start;
}

function checkOverlaps(entries: readonly ZipEntry[], directory: number): void {
  const ordered = [...entries].sort((a, b) => a.start - b.start);
  for (const [i, entry] of ordered.entries()) {
    const limit = ordered[i + 1]?.start ?? directory + 1;
    // The next entry's bytes stand at least behind its header of 30 and its name.
    if (entry.start + entry.packedSize >= limit) throw damaged(`overlapping: ${entry.name}`);
  }
}
