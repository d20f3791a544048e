import { SaxesParser } from "saxes";
import { maxXmlDepth } from "../limits.ts";
import { createDecoder, utf16Of } from "../text/text-decoder.ts";
import { OfficeError } from "./office-error.ts";

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
  const depth = createDepth();
  parser.on("opentag", ({ local, uri, attributes }) => {
    depth.enter();
    const attribute = (name: string): string | undefined => {
      for (const key in attributes) {
        const one = attributes[key]!;
        if (one.local === name) return one.value;
      }
      return undefined;
    };
    handler.open({ name: local, uri, attribute });
  });
  parser.on("closetag", ({ local, uri }) => {
    depth.leave();
    handler.close?.(local, uri);
  });
  feed(parser, bytes, handler);
}

/**
 * The same in half the time, for parts of one vocabulary: prefixes are taken off and nobody asks whose they are, so
 * that every element's namespace is empty.
 *
 * @throws OfficeError
 */
export function readPlainXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const depth = createDepth();
  parser.on("opentag", ({ name, attributes }) => {
    depth.enter();
    const attribute = (wanted: string): string | undefined => {
      for (const key in attributes)
        if (key === wanted || withoutPrefix(key) === wanted) return attributes[key];
      return undefined;
    };
    handler.open({ name: withoutPrefix(name), uri: "", attribute });
  });
  parser.on("closetag", ({ name }) => {
    depth.leave();
    handler.close?.(withoutPrefix(name), "");
  });
  feed(parser, bytes, handler);
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function createDepth() {
  let depth = 0;
  return {
    enter: (): void => {
      depth += 1;
      if (depth > maxXmlDepth) throw new OfficeError("too-complex", `XML deeper than ${maxXmlDepth}`);
    },
    leave: (): void => {
      depth -= 1;
    },
  };
}

function feed(
  parser: SaxesParser<{ xmlns: true }> | SaxesParser<{ xmlns: false }>,
  bytes: Uint8Array,
  handler: XmlHandler,
): void {
  parser.on("doctype", () => {
    throw new OfficeError("damaged", "DOCTYPE");
  });
  parser.on("error", (error) => {
    throw new OfficeError("damaged", error.message);
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
  const encoding = utf16Of(bytes) ?? "utf-8";
  const decoder = createDecoder(encoding, true);
  try {
    for (let at = 0; at < bytes.length; at += step)
      yield decoder.decode(bytes.subarray(at, at + step), { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new OfficeError("damaged", `not ${encoding}`) : error;
  }
}
