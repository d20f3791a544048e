import { Inflate } from "fflate";
import { createDecoder } from "../text/text-decoder.ts";
import { type Allowance, createAllowance } from "./allowance.ts";
import { OfficeError } from "./office-error.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

/** An opened ZIP: its directory is checked, its parts are unpacked when asked for. */
export interface ZipFile {
  has(name: string): boolean;
  /** The bytes of a part; undefined where there is none of this name. Throws OfficeError where they are not as said. */
  read(name: string): Uint8Array | undefined;
}

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Opens the ZIP that every modern office file is.
 *
 * @param allowance what is left for a file inside another one
 * @throws OfficeError
 */
export function openZip(bytes: Uint8Array, allowance: Allowance = createAllowance()): ZipFile {
  if (ole.every((byte, index) => bytes[index] === byte)) {
    // Word and Excel put a protected file into the container that .doc and .xls were.
    throw new OfficeError(holdsEncryptedPackage(bytes) ? "encrypted" : "old-office", "OLE");
  }
  const entries = readZipDirectory(bytes, allowance);
  return {
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      return entry && unpack(bytes, entry);
    },
  };
}

function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  return createDecoder("utf-16le", false).decode(bytes).includes("EncryptedPackage");
}

const step = 64 * 1024;

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = bytes.subarray(entry.start, entry.start + entry.packedSize);
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry);
  if (crc32(unpacked) !== entry.crc) throw new OfficeError("damaged", `checksum: ${entry.name}`);
  return unpacked;
}

/** Step by step, so that an entry that lies about its size is left as soon as it has more than it says. */
function inflate(packed: Uint8Array, { name, size }: ZipEntry): Uint8Array {
  const result = new Uint8Array(size);
  let length = 0;
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new OfficeError("damaged", `larger than it says: ${name}`);
    result.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += step)
      inflater.push(packed.subarray(at, at + step), at + step >= packed.length);
  } catch (error) {
    throw error instanceof OfficeError ? error : new OfficeError("damaged", `${name}: ${String(error)}`);
  }
  if (length !== size) throw new OfficeError("damaged", `smaller than it says: ${name}`);
  return result;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i += 1) crc = (crc >>> 8) ^ crcTable[(crc ^ bytes[i]!) & 0xff]!;
  return (crc ^ 0xffffffff) >>> 0;
}
