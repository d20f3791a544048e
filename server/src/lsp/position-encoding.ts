import { lineStarts, type Position, type Range } from "../text/line-index.ts";
import type { SafeHandlers } from "./safe-handler.ts";

/** What the characters of a position count. The core counts UTF-16 units. */
export type PositionEncoding = "utf-8" | "utf-16" | "utf-32";

/** Every client has to know UTF-16; one that leaves it out of its list knows no better. */
export function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (!offered || offered.includes("utf-16")) return "utf-16";
  return offered.find((one): one is PositionEncoding => one === "utf-8" || one === "utf-32") ?? "utf-16";
}

/** Between the client's way of counting and ours. */
export interface PositionCodec {
  /** What came in, with all positions in it counted as the core does. `uri` is the file they are in unless they say. */
  incoming<Value>(value: Value, uri: string | undefined): Value;
  outgoing<Value>(value: Value, uri: string | undefined): Value;
  /** A range of a text, as it came in. */
  rangeIn(text: string, range: Range): Range;
  /** UTF-16 units of a line before a place, in the client's counting. */
  charactersBefore(line: string, character: number): number;
}

/** @param textOf the present text of a file; positions in files without one stay as they are */
export function createPositionCodec(
  encoding: Exclude<PositionEncoding, "utf-16">,
  textOf: (uri: string) => string | undefined,
): PositionCodec {
  const size = encoding === "utf-8" ? utf8Size : () => 1;
  const toOurs = (line: string, character: number) => {
    let count = 0;
    let units = 0;
    for (const letter of line) {
      if (count >= character) break;
      count += size(letter);
      units += letter.length;
    }
    return units;
  };
  const toTheirs = (line: string, character: number) => {
    let count = 0;
    let units = 0;
    for (const letter of line) {
      if (units >= character) break;
      count += size(letter);
      units += letter.length;
    }
    return count;
  };
  const all = (convert: (line: string, character: number) => number) => {
    return <Value>(value: Value, uri: string | undefined): Value => {
      const lines = new Map<string, readonly string[]>();
      const linesOf = (one: string) => {
        const known = lines.get(one) ?? splitLines(textOf(one) ?? "");
        lines.set(one, known);
        return known;
      };
      const place = (position: Position, one: string) => {
        const line = linesOf(one)[position.line];
        return line === undefined ? position : { ...position, character: convert(line, position.character) };
      };
      return mapPositions(value, uri, place) as Value;
    };
  };
  return {
    incoming: all(toOurs),
    outgoing: all(toTheirs),
    charactersBefore: toTheirs,
    rangeIn: (text, range) => {
      const lines = splitLines(text);
      const place = ({ line, character }: Position) => ({
        line,
        character: toOurs(lines[line] ?? "", character),
      });
      return { start: place(range.start), end: place(range.end) };
    },
  };
}

/** The same handlers with every position converted on its way in and out. */
export function withPositions(handlers: SafeHandlers, codec: PositionCodec): SafeHandlers {
  return {
    ...handlers,
    outgoing: codec.outgoing,
    request: (name, harmless, handle) =>
      handlers.request(name, harmless, async (params, token) => {
        const uri = fileOf(params);
        return codec.outgoing(await handle(codec.incoming(params, uri), token), uri);
      }),
  };
}

/** The file that a request is about. */
function fileOf(params: unknown): string | undefined {
  const { textDocument, item } = (params ?? {}) as {
    textDocument?: { uri?: string };
    item?: { uri?: string };
  };
  return textDocument?.uri ?? item?.uri;
}

type Place = (position: Position, uri: string) => Position;

/** What is the sender's own, to be given back as it was. */
const opaque: ReadonlySet<string> = new Set(["data", "arguments"]);

function mapPositions(value: unknown, uri: string | undefined, place: Place): unknown {
  if (Array.isArray(value)) return value.map((one) => mapPositions(one, uri, place));
  if (typeof value !== "object" || value === null) return value;
  const record = value as Readonly<Record<string, unknown>>;
  if (typeof record.line === "number" && typeof record.character === "number")
    return uri === undefined ? value : place(value as Position, uri);
  const own = ownFile(record) ?? uri;
  return Object.fromEntries(
    Object.entries(record).map(([key, part]) => {
      if (opaque.has(key)) return [key, part];
      if (key === "changes" && typeof part === "object" && !Array.isArray(part))
        return [key, mapChanges(part, place)];
      return [key, mapPositions(part, fileOfPart(record, key, own, uri), place)];
    }),
  );
}

function ownFile({ uri, textDocument }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof uri === "string") return uri;
  const named = (textDocument as { readonly uri?: unknown } | undefined)?.uri;
  return typeof named === "string" ? named : undefined;
}

/** A link names its target's file beside the places, and a call its caller's. */
function fileOfPart(
  record: Readonly<Record<string, unknown>>,
  key: string,
  own: string | undefined,
  around: string | undefined,
): string | undefined {
  if (key.startsWith("target") && typeof record.targetUri === "string") return record.targetUri;
  if (key === "originSelectionRange") return around;
  if (key === "fromRanges") return ownFile((record.from ?? {}) as Record<string, unknown>) ?? around;
  return own;
}

function mapChanges(changes: object | null, place: Place): unknown {
  return Object.fromEntries(
    Object.entries(changes ?? {}).map(([uri, edits]) => [uri, mapPositions(edits, uri, place)]),
  );
}

function splitLines(text: string): readonly string[] {
  const starts = lineStarts(text);
  return starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length).replace(/[\r\n]+$/, ""));
}

function utf8Size(letter: string): number {
  const point = letter.codePointAt(0)!;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
