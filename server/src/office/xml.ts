import { SaxesParser } from "saxes";
import { maxXmlDepth } from "../limits.ts";
import { OfficeError } from "./office-error.ts";
import { createDecoder } from "./text-decoder.ts";

/** An element's beginning; names are without their prefix, and the namespace tells whose they are. */
export interface XmlElement {
  readonly name: string;
  /** The namespace. */
  readonly uri: string;
  /** An attribute by its name without prefix. */
  attribute(name: string): string | undefined;
}

export interface XmlHandler {
  open(element: XmlElement): void;
  close?(name: string, uri: string): void;
  text?(text: string): void;
}

/**
 * Reads the XML of a part. Strict: it must be well-formed, may not have a DOCTYPE (and so no entities of its own), and
 * may not be deeper than the limit.
 *
 * @throws OfficeError
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on("doctype", () => {
    throw new OfficeError("damaged", "DOCTYPE");
  });
  parser.on("error", (error) => {
    throw new OfficeError("damaged", error.message);
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    depth += 1;
    if (depth > maxXmlDepth) throw new OfficeError("too-complex", `XML deeper than ${maxXmlDepth}`);
    handler.open({
      name: local,
      uri,
      attribute: (name) => {
        for (const key in attributes) {
          const attribute = attributes[key]!;
          if (attribute.local === name) return attribute.value;
        }
        return undefined;
      },
    });
  });
  parser.on("closetag", ({ local, uri }) => {
    depth -= 1;
    handler.close?.(local, uri);
  });
  if (handler.text) {
    const text = handler.text.bind(handler);
    parser.on("text", text);
    parser.on("cdata", text);
  }
  for (const text of decode(bytes)) parser.write(text);
  parser.close();
}

const step = 64 * 1024;

/** Piece by piece: a large part needn't be there as text as a whole. */
function* decode(bytes: Uint8Array): Generator<string> {
  const encoding = encodingOf(bytes);
  const decoder = createDecoder(encoding, true);
  try {
    for (let at = 0; at < bytes.length; at += step)
      yield decoder.decode(bytes.subarray(at, at + step), { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new OfficeError("damaged", `not ${encoding}`) : error;
  }
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}
