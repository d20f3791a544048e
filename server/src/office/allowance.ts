import { maxDocxParagraphs, maxOfficeEntries, maxOfficeTotalBytes } from "../limits.ts";
import { OfficeError } from "./office-error.ts";

/**
 * What may still be taken out of an office file. A document inside it is read with what is left of it, so that files
 * in files come to no more than one file may. Each throws OfficeError `too-complex` for what is more than that.
 */
export interface Allowance {
  /** Parts of a ZIP. */
  entries(count: number): void;
  /** Bytes, unpacked. */
  bytes(count: number): void;
  /** One more paragraph or table cell. */
  paragraph(): void;
}

/** The allowance of a file that was opened. */
export function createAllowance(): Allowance {
  let entries = maxOfficeEntries;
  let bytes = maxOfficeTotalBytes;
  let paragraphs = maxDocxParagraphs;
  return {
    entries: (count) => {
      entries -= count;
      if (entries < 0) throw new OfficeError("too-complex", `${-entries} entries too many`);
    },
    bytes: (count) => {
      bytes -= count;
      if (bytes < 0) throw new OfficeError("too-complex", `unpacks to ${-bytes} bytes too many`);
    },
    paragraph: () => {
      paragraphs -= 1;
      if (paragraphs < 0) throw new OfficeError("too-complex", "too many paragraphs");
    },
  };
}
