import { AbstractMessageWriter, type Message, type MessageWriter } from "vscode-languageserver/node";
import { MessageEncoder } from "./message-encoder.ts";

/**
 * Writes messages with their `Content-Length` to a stream, each in one piece and at once: a client is woken once for
 * a message, and with all of it.
 */
export class FramedWriter extends AbstractMessageWriter implements MessageWriter {
  private readonly output: NodeJS.WritableStream;
  private readonly encoder = new MessageEncoder();
  private failures = 0;

  constructor(output: NodeJS.WritableStream) {
    super();
    this.output = output;
    output.on("error", (error) => this.fireError(error));
    output.on("close", () => this.fireClose());
  }

  /** Resolves when the bytes are handed on; what is written first comes first. */
  async write(message: Message): Promise<void> {
    const body = this.encoder.encode(message);
    const length = body.reduce((sum, part) => sum + part.byteLength, 0);
    const bytes = Buffer.concat([Buffer.from(`Content-Length: ${length}\r\n\r\n`), ...body]);
    try {
      await new Promise<void>((resolve, reject) => {
        this.output.write(bytes, (error) => (error ? reject(error) : resolve()));
      });
      this.failures = 0;
    } catch (error) {
      this.failures += 1;
      this.fireError(error, message, this.failures);
      throw error;
    }
  }

  end(): void {
    this.output.end();
  }
}
