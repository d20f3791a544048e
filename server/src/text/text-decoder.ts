/** There in Node and in every browser, but not in the language's own library of types. */
declare const TextDecoder: new (label: string, options: { readonly fatal: boolean }) => TextDecoding;

/** By the names of the Encoding Standard. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1258";

export interface TextDecoding {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
}

/**
 * Letters from bytes, without a byte-order mark.
 *
 * @param strict what is none of the encoding throws a TypeError; else it is a sign of its own
 */
export function createDecoder(encoding: Encoding, strict: boolean): TextDecoding {
  return new TextDecoder(encoding, { fatal: strict });
}

/** Which UTF-16 a byte-order mark says it is; undefined without one. */
export function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}
