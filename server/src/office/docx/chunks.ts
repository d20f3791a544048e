import type { UnreadPart, UnreadReason } from "../../text/document-text.ts";
import { createDecoder, utf16Of } from "../../text/text-decoder.ts";
import type { Allowance } from "../allowance.ts";
import { OfficeError } from "../office-error.ts";
import { type Relationship, readContentTypes } from "../package-parts.ts";
import type { ZipFile } from "../zip-file.ts";
import type { Block } from "./blocks.ts";
import type { Anchor } from "./body-reader.ts";
import { readHtmlBlocks } from "./html-blocks.ts";

/** What a document and those taken into it share while they are read. */
export interface Sharing {
  readonly allowance: Allowance;
  leaveUnread(part: UnreadPart): void;
}

export interface ChunkSource {
  readonly zip: ZipFile;
  /** What the part with the anchors refers to. */
  readonly related: readonly Relationship[];
  readonly sharing: Sharing;
  /** Throws OfficeError. */
  readDocument(bytes: Uint8Array, keepsStyles: boolean): readonly Block[];
}

/**
 * Reads the parts of other files that a document takes in (ECMA-376, altChunk): Word documents, web pages and plain
 * text that lie inside its own file. What can't be read is left unread, and nothing else fails by it.
 *
 * @returns what stands in place of an anchor; throws OfficeError `too-complex` where all together is too much
 */
export function createChunkReader(source: ChunkSource): (anchor: Anchor) => readonly Block[] {
  const { zip, sharing } = source;
  const parts = new Map<string, string>();
  for (const { id, type, target } of source.related) if (isChunk(type)) parts.set(id, target);
  let typeOf: ((part: string) => string) | undefined;

  function read({ keepsStyles }: Anchor, part: string | undefined): readonly Block[] | UnreadReason {
    const bytes = part === undefined ? undefined : zip.read(part);
    if (part === undefined || bytes === undefined) return "absent";
    // It was counted as a part of the ZIP, but may be taken in any number of times.
    sharing.allowance.bytes(bytes.length);
    typeOf ??= readContentTypes(zip);
    const type = typeOf(part);
    return isWord(type) ? source.readDocument(bytes, keepsStyles) : readText(bytes, type, sharing.allowance);
  }

  return (anchor) => {
    const part = parts.get(anchor.relationship);
    const found = orReason(() => read(anchor, part));
    if (typeof found !== "string") return found;
    sharing.leaveUnread({ name: part === undefined ? null : shownName(part), reason: found });
    return [];
  };
}

/** The standard spells it `aFChunk`, and `afChunk` once. */
function isChunk(type: string): boolean {
  return type.toLowerCase() === "afchunk";
}

/** Documents and templates, with macros (which are not looked at) or without. */
function isWord(type: string): boolean {
  return /wordprocessingml\.(?:document|template)|vnd\.ms-word\.(?:document|template)/.test(type);
}

function readText(bytes: Uint8Array, type: string, allowance: Allowance): readonly Block[] | UnreadReason {
  const isHtml = /^(?:text|application)\/(?:html|xhtml\+xml)$/.test(type);
  if (!isHtml && !/^(?:text\/plain|application\/txt)$/.test(type)) return "format";
  const text = decode(bytes);
  if (text === undefined) return "not-utf8";
  return isHtml ? readHtmlBlocks(text, allowance) : readLines(text, allowance);
}

/** Programs write UTF-16 for Word too, with a byte-order mark. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return createDecoder(utf16Of(bytes) ?? "utf-8", true).decode(bytes);
  } catch {
    return undefined;
  }
}

function readLines(text: string, allowance: Allowance): readonly Block[] {
  return text.split(/\r\n|[\r\n]/).map((line) => {
    allowance.paragraph();
    return { kind: "text", text: line };
  });
}

function orReason(read: () => readonly Block[] | UnreadReason): readonly Block[] | UnreadReason {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof OfficeError) || error.failure === "too-complex") throw error;
    return error.failure === "damaged" || error.failure === "encrypted" ? error.failure : "format";
  }
}

/** Where a message would need more than letters and digits for it, there is none. */
function shownName(part: string): string | null {
  const name = part.slice(part.lastIndexOf("/") + 1).normalize("NFC");
  return /^[\p{L}\p{N}][\p{L}\p{N} ._()-]{0,60}$/u.test(name) ? name : null;
}
