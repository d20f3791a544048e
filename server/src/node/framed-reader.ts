import {
  AbstractMessageReader,
  type DataCallback,
  Disposable,
  type Message,
} from "vscode-languageserver/node";
import { describeFault } from "../lsp/safe-handler.ts";
import { complain } from "./last-words.ts";

/** Bytes of a header, and of a message: more than any editor sends. */
const maxHeaderBytes = 8 * 1024;
const maxMessageBytes = 256 * 1024 * 1024;

/** A message that the connection can't make sense of is passed over: where the next one begins is known. */
function handOver(message: Message, callback: DataCallback): void {
  try {
    callback(message);
  } catch (error) {
    complain(`a message was passed over: ${describeFault(error)}`);
  }
}

const headerEnd = "\r\n\r\n";

/**
 * Reads messages with a `Content-Length` from a stream. It is stricter than the library's reader, which after a wrong
 * length waits for ever for bytes that are none: here whatever breaks the framing is an error at once.
 */
export class FramedReader extends AbstractMessageReader {
  private readonly input: NodeJS.ReadableStream;
  private chunks: Buffer[] = [];
  private size = 0;
  /** Of the message being read; undefined while a header is. */
  private length: number | undefined;
  private isBroken = false;

  constructor(input: NodeJS.ReadableStream) {
    super();
    this.input = input;
  }

  listen(callback: DataCallback): Disposable {
    const onData = (chunk: Buffer | string) => {
      if (this.isBroken) return;
      this.append(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
      try {
        for (let message = this.next(); message !== undefined; message = this.next()) {
          handOver(message, callback);
        }
      } catch (error) {
        this.isBroken = true;
        this.fireError(error);
      }
    };
    this.input.on("data", onData);
    this.input.on("error", (error) => this.fireError(error));
    this.input.on("end", () => this.fireClose());
    this.input.on("close", () => this.fireClose());
    return Disposable.create(() => this.input.off("data", onData));
  }

  private append(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.size += chunk.length;
  }

  /** The next whole message; undefined where more bytes are needed. Throws where there can't be one. */
  private next(): Message | undefined {
    this.length ??= this.readHeader();
    if (this.length === undefined) return undefined;
    if (this.size < this.length) {
      this.refuseHeaderInside();
      return undefined;
    }
    const body = this.take(this.length);
    this.length = undefined;
    return JSON.parse(body.toString("utf8")) as Message;
  }

  private readHeader(): number | undefined {
    const bytes = this.joined();
    const end = bytes.indexOf(headerEnd);
    if (end > maxHeaderBytes || (end < 0 && bytes.length > maxHeaderBytes)) {
      throw new Error("A message's header is too long.");
    }
    if (end < 0) return undefined;
    const header = this.take(end + headerEnd.length).toString("latin1");
    const length = /^content-length:[ \t]*(\d+)[ \t]*\r$/im.exec(header)?.[1];
    if (length === undefined) throw new Error("A message's header has no proper Content-Length.");
    if (Number(length) > maxMessageBytes) throw new Error(`A message of ${length} bytes is too large.`);
    return Number(length);
  }

  /** In JSON no such line can stand: the length was wrong, and the rest of the message will never come. */
  private refuseHeaderInside(): void {
    const last = this.chunks.slice(-2);
    const tail = last.length === 1 ? last[0]! : Buffer.concat(last);
    if (/Content-Length: *\d+\r\n/.test(tail.toString("latin1"))) {
      throw new Error("A message is shorter than its Content-Length says.");
    }
  }

  private take(count: number): Buffer {
    const bytes = this.joined();
    this.chunks = count < bytes.length ? [bytes.subarray(count)] : [];
    this.size -= count;
    return bytes.subarray(0, count);
  }

  private joined(): Buffer {
    if (this.chunks.length !== 1) this.chunks = [Buffer.concat(this.chunks)];
    return this.chunks[0]!;
  }
}
