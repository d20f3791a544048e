import { type DecodedText, decodeAs } from "./decode-text.ts";
import { type Encoding, utf16Of } from "./text-decoder.ts";

/** What a CSV file may be declared to be written in; what is needed most often stands first. */
export const tableEncodings: readonly Encoding[] = [
  "windows-1258",
  "windows-1252",
  "utf-8",
  "utf-16le",
  "utf-16be",
];

/** The encoding of a name, capitals or not; undefined where there is none of that name. */
export function tableEncodingNamed(name: string): Encoding | undefined {
  const wanted = name.trim().toLowerCase();
  return tableEncodings.find((one) => one === wanted);
}

export type DecodedTable =
  | { readonly kind: "text"; readonly text: string; readonly encoding: Encoding }
  | Extract<DecodedText, { readonly kind: "failure" }>
  /** It can't be read as it was declared; where the file shows what it is, by its mark or its letters, that is said. */
  | { readonly kind: "otherwise"; readonly is: Encoding; readonly by: "mark" | "letters" }
  | { readonly kind: "otherwise"; readonly is: null };

/**
 * The text of a table, without a byte-order mark and otherwise as it is written: windows-1258 has signs of their own
 * for tones, and an editor counts them.
 *
 * @param declared null where nothing is said: UTF-8, or the UTF-16 that a byte-order mark says, as Excel writes it
 */
export function decodeTable(bytes: Uint8Array, declared: Encoding | null): DecodedTable {
  const marked = markOf(bytes);
  const encoding = declared ?? marked ?? "utf-8";
  if (marked !== undefined && marked !== encoding) return { kind: "otherwise", is: marked, by: "mark" };
  if (declared !== null && declared !== "utf-8" && isRatherUtf8(bytes, declared))
    return { kind: "otherwise", is: "utf-8", by: "letters" };
  const decoded = decodeAs(bytes, encoding);
  if (decoded.kind === "text") return { ...decoded, encoding };
  const isOther = declared !== null && (decoded.failure === "not-utf8" || isUtf16(declared));
  return isOther ? { kind: "otherwise", is: null } : decoded;
}

function isUtf16(encoding: Encoding): boolean {
  return encoding.startsWith("utf-16");
}

function markOf(bytes: Uint8Array): Encoding | undefined {
  const isUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isUtf8 ? "utf-8" : utf16Of(bytes);
}

/** Letters beyond ASCII in another encoding are next to never UTF-8 as well, and UTF-16 has zeros in every digit. */
function isRatherUtf8(bytes: Uint8Array, declared: Encoding): boolean {
  const isPossible = isUtf16(declared) ? bytes.length > 0 : bytes.some((byte) => byte > 0x7f);
  return isPossible && decodeAs(bytes, "utf-8").kind === "text";
}
