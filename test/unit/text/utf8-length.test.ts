import fc from "fast-check";
import { expect, it } from "vitest";
import { utf8Length } from "../../../server/src/text/utf8-length.ts";
import { propertyRuns } from "../../support/runs.ts";

it("is what an encoder makes, lone surrogates included", () => {
  const text = fc.array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.integer({ min: 0xd7f0, max: 0xe010 })));
  fc.assert(
    fc.property(text, (codes) => {
      const written = String.fromCharCode(...codes);
      expect(utf8Length(written)).toBe(new TextEncoder().encode(written).length);
    }),
    propertyRuns(2_000),
  );
});
