import { createDecoder, type Encoding, utf16Of } from "./text-decoder.ts";

export type DecodedText =
  | {
      readonly kind: "text";
      readonly text: string;
      /** There where the file began with a byte-order mark, for whoever writes it again. */
      readonly hasByteOrderMark?: true;
    }
  | { readonly kind: "failure"; readonly failure: "not-utf8" | "binary" };

/** The text that bytes are in an encoding, or why they are none: only what is UTF-8 can be told not to be. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): DecodedText {
  if (encoding === "utf-8") return decodeText(bytes);
  const isWide = encoding.startsWith("utf-16");
  if (!isWide && bytes.includes(0)) return { kind: "failure", failure: "binary" };
  try {
    const text = createDecoder(encoding, true).decode(bytes);
    return text.includes("\0") ? { kind: "failure", failure: "binary" } : { kind: "text", text };
  } catch {
    return { kind: "failure", failure: "binary" };
  }
}

/** The text that a file's bytes are, without its byte-order mark, or why they are none. */
export function decodeText(bytes: Uint8Array): DecodedText {
  // UTF-16 is full of NULs, but "save it as UTF-8" helps its owner more than "this is no text".
  if (utf16Of(bytes) !== undefined) return { kind: "failure", failure: "not-utf8" };
  if (bytes.includes(0)) return { kind: "failure", failure: "binary" };
  try {
    const text = createDecoder("utf-8", true).decode(bytes);
    const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return isMarked ? { kind: "text", text, hasByteOrderMark: true } : { kind: "text", text };
  } catch {
    return { kind: "failure", failure: "not-utf8" };
  }
}
