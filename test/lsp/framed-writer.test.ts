import { PassThrough } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Message } from "vscode-languageserver/node";
import { FramedReader } from "../../server/src/node/framed-reader.ts";
import { FramedWriter } from "../../server/src/node/framed-writer.ts";
import { MessageEncoder } from "../../server/src/node/message-encoder.ts";
import { propertyRuns } from "../support/runs.ts";

const version = { jsonrpc: "2.0" } as const;
const reports = [
  (items: readonly object[]): Message =>
    ({
      ...version,
      method: "textDocument/publishDiagnostics",
      params: { uri: 'file:///"[]}}', diagnostics: items, version: 3 },
    }) as Message,
  (items: readonly object[]): Message =>
    ({ ...version, id: 7, result: { kind: "full", resultId: "]}}", items } }) as Message,
];

function textOf(encoder: MessageEncoder, message: Message): string {
  return Buffer.concat(encoder.encode(message)).toString("utf8");
}

describe("a message's bytes", () => {
  const diagnostic = fc.record({ message: fc.string({ unit: "binary" }), tags: fc.array(fc.nat()) });

  it("are its JSON, whatever its diagnostics are and however often they were sent", () => {
    const pool = fc.array(diagnostic, { minLength: 1, maxLength: 6 });
    const picks = fc.array(fc.array(fc.nat(5), { maxLength: 8 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(pool, picks, fc.constantFrom(...reports), (all, rounds, report) => {
        const encoder = new MessageEncoder();
        for (const round of rounds) {
          const message = report(round.map((i) => all[i % all.length]!));
          expect(JSON.parse(textOf(encoder, message))).toEqual(JSON.parse(JSON.stringify(message)));
        }
      }),
      propertyRuns(100),
    );
  });

  it.each([
    ["a request without parameters", { ...version, id: 1, method: "shutdown" }],
    ["an answer that is nothing", { ...version, id: 1, result: null }],
    ["an answer that is a list", { ...version, id: 1, result: [{ kind: "full" }] }],
    ["a report of no change", { ...version, id: 1, result: { kind: "unchanged", resultId: "4" } }],
    ["an error", { ...version, id: 1, error: { code: -32600, message: "không" } }],
    ["no diagnostics", reports[0]!([])],
  ])("are its JSON: %s", (_, message) => {
    expect(JSON.parse(textOf(new MessageEncoder(), message as Message))).toEqual(message);
  });

  it("are made once for each diagnostic", () => {
    let asked = 0;
    const toJSON = () => {
      asked += 1;
      return { asked };
    };
    const counting = { toJSON };
    const encoder = new MessageEncoder();
    for (const report of reports) encoder.encode(report([counting, { message: "x" }, counting]));
    expect(asked).toBe(1);
  });
});

describe("written messages", () => {
  it("arrive whole and in order, each in one piece", async () => {
    const stream = new PassThrough();
    const chunks: number[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk.length));
    const read: Message[] = [];
    new FramedReader(stream).listen((message) => read.push(message));
    const writer = new FramedWriter(stream);
    const messages = [
      ...reports.map((report) => report([{ message: "Chỉ tiêu" }])),
      { ...version, id: 1, result: "đ" },
    ];
    await Promise.all(messages.map((message) => writer.write(message as Message)));
    expect(read).toEqual(messages);
    expect(chunks).toHaveLength(messages.length);
  });

  it("that can't be written are told of", async () => {
    const stream = new PassThrough();
    const writer = new FramedWriter(stream);
    const told: string[] = [];
    writer.onError(([error, message, count]) =>
      told.push(`${error.name} ${JSON.stringify(message)} ${count}`),
    );
    stream.end();
    const message = { ...version } as Message;
    await expect(writer.write(message)).rejects.toThrow();
    expect(told.some((line) => line.endsWith(`${JSON.stringify(message)} 1`))).toBe(true);
  });
});
