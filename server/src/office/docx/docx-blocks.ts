import { maxDocxDepth } from "../../limits.ts";
import { OfficeError } from "../office-error.ts";
import { findMainPart, readRelationships } from "../package-parts.ts";
import { openZip } from "../zip-file.ts";
import type { Block } from "./blocks.ts";
import { readBody } from "./body-reader.ts";
import { createChunkReader, type Sharing } from "./chunks.ts";
import { createListCounter } from "./list-counter.ts";
import { readNumbering } from "./numbering.ts";
import { readStyles, type Styles } from "./styles.ts";

/** The document that another one is taken into. */
interface Host {
  /** None where the styles of what is taken in stay as they are. */
  readonly styles: Styles | undefined;
  readonly depth: number;
}

/**
 * Reads a .docx into its blocks, those that it takes in from other files in their places.
 *
 * @throws OfficeError
 */
export function readDocxBlocks(bytes: Uint8Array, sharing: Sharing, host?: Host): readonly Block[] {
  const depth = (host?.depth ?? 0) + 1;
  if (depth > maxDocxDepth) throw new OfficeError("too-complex", `more than ${maxDocxDepth} in one another`);
  const { allowance } = sharing;
  const zip = openZip(bytes, allowance);
  const main = findMainPart(zip);
  if (/(?:^|\/)(?:xl|ppt)\//.test(main)) throw new OfficeError("not-docx", main);
  const related = readRelationships(zip, main);
  const part = (type: string) => {
    const found = related.find((one) => one.type === type);
    return found && zip.read(found.target);
  };
  const counter = createListCounter(readNumbering(part("numbering")));
  const styles = readStyles(part("styles"), counter, host?.styles);
  const takeIn = createChunkReader({
    zip,
    related,
    sharing,
    readDocument: (inner, keepsStyles) =>
      readDocxBlocks(inner, sharing, { styles: keepsStyles ? undefined : styles, depth }),
  });
  return readBody(zip.read(main)!, { styles, allowance, takeIn });
}
