import { PassThrough } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Message } from "vscode-languageserver/node";
import { FramedReader } from "../../server/src/node/framed-reader.ts";
import { propertyRuns } from "../support/runs.ts";

test("messages arrive whole and in order however their bytes are cut", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 50 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1 }),
      fc.array(fc.nat(), { maxLength: 20 }),
      async (texts, cuts) => {
        const sent = texts.map((method) => ({ jsonrpc: "2.0", method }));
        const bytes = Buffer.concat(
          sent.map((message) => {
            const body = Buffer.from(JSON.stringify(message));
            return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
          }),
        );
        const input = new PassThrough();
        const received: Message[] = [];
        const reader = new FramedReader(input);
        reader.onError((error) => expect.fail(error.message));
        reader.listen((message) => void received.push(message));
        const places = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length];
        for (let i = 1; i < places.length; i += 1) input.write(bytes.subarray(places[i - 1], places[i]));
        input.end();
        await new Promise((resolve) => input.once("end", resolve));
        expect(received).toEqual(sent);
      },
    ),
    propertyRuns(300),
  );
});
