/** Writes ZIP files entry by entry, also such as no program would write: the bytes are as the test says. */
export interface RawEntry {
  readonly name: string;
  /** As stored or deflated already. */
  readonly packed: Uint8Array;
  readonly method?: number;
  /** What the headers say, whatever is true. */
  readonly size: number;
  readonly crc: number;
  readonly flags?: number;
  /** The name in the local header, where it differs. */
  readonly localName?: string;
  /** Where the directory says that its local header stands; else where it does. */
  readonly offset?: number;
  /** It stands in the directory alone. */
  readonly isListedOnly?: boolean;
}

export function rawZip(entries: readonly RawEntry[], count = entries.length): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    directory.push(directoryEntry(entry, entry.offset ?? at));
    if (entry.isListedOnly) continue;
    const local = localHeader(entry);
    locals.push(local, entry.packed);
    at += local.length + entry.packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  return join([...locals, ...directory, end(count, size, at)]);
}

/** What stands before an entry's packed bytes. */
export function localHeader({
  name,
  localName = name,
  packed,
  method = 8,
  size,
  crc,
  flags = 0,
}: RawEntry): Uint8Array {
  const words = new TextEncoder().encode(localName);
  const view = new DataView(new ArrayBuffer(30));
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(6, flags, true);
  view.setUint16(8, method, true);
  view.setUint32(14, crc, true);
  view.setUint32(18, packed.length, true);
  view.setUint32(22, size, true);
  view.setUint16(26, words.length, true);
  return join([new Uint8Array(view.buffer), words]);
}

function directoryEntry(
  { name, packed, method = 8, size, crc, flags = 0 }: RawEntry,
  offset: number,
): Uint8Array {
  const words = new TextEncoder().encode(name);
  const view = new DataView(new ArrayBuffer(46));
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(8, flags, true);
  view.setUint16(10, method, true);
  view.setUint32(16, crc, true);
  view.setUint32(20, packed.length, true);
  view.setUint32(24, size, true);
  view.setUint16(28, words.length, true);
  view.setUint32(42, offset, true);
  return join([new Uint8Array(view.buffer), words]);
}

function end(count: number, size: number, start: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  return new Uint8Array(view.buffer);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
