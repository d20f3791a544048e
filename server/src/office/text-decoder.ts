/** There in Node and in every browser, but not in the language's own library of types. */
declare const TextDecoder: new (label: string, options: { readonly fatal: boolean }) => TextDecoding;

export interface TextDecoding {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
}

/**
 * Letters from bytes, without a byte-order mark.
 *
 * @param strict what is none of the encoding throws a TypeError; else it is a sign of its own
 */
export function createDecoder(encoding: "utf-8" | "utf-16le" | "utf-16be", strict: boolean): TextDecoding {
  return new TextDecoder(encoding, { fatal: strict });
}
