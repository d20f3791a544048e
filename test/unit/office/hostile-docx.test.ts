import { crc32, deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import {
  maxDocxDepth,
  maxDocxParagraphs,
  maxOfficeEntries,
  maxOfficePartBytes,
  maxOfficeTotalBytes,
  maxXmlDepth,
} from "../../../server/src/limits.ts";
import { readDocxText } from "../../../server/src/office/docx/docx-text.ts";
import { OfficeError } from "../../../server/src/office/office-error.ts";
import {
  altChunk,
  type Chunk,
  docxParts,
  makeDocx,
  paragraph,
  toBytes,
  wordType,
} from "../../support/docx.ts";
import { localHeader, type RawEntry, rawZip } from "../../support/hostile-zip.ts";
import { propertyRuns } from "../../support/runs.ts";

/** What a file is refused as; undefined where it was read. */
function refusalOf(bytes: Uint8Array): string | undefined {
  try {
    readDocxText(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof OfficeError) return error.failure;
    throw error;
  }
}

function entry(name: string, text: string | Uint8Array, changes: Partial<RawEntry> = {}): RawEntry {
  const bytes = Buffer.from(text);
  return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes), ...changes };
}

const parts = docxParts({ body: paragraph("x") });
const entries = (changes: Partial<RawEntry> = {}) =>
  Object.entries(parts).map(([name, text]) => entry(name, text, name === "word/document.xml" ? changes : {}));
const withDocument = (document: string) => zipSync(toBytes({ ...parts, "word/document.xml": document }));
const document = (before: string, body: string) =>
  `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

test("the raw ZIP of these tests is one that is read, so that each refusal has its own reason", () => {
  expect(refusalOf(rawZip(entries()))).toBeUndefined();
  expect(
    readDocxText(rawZip(entries({ method: 0, packed: Buffer.from(parts["word/document.xml"]!) }))).text,
  ).toBe("x");
});

describe("a ZIP that lies", () => {
  const size = Buffer.byteLength(parts["word/document.xml"]!);
  test.each<[string, Uint8Array, string]>([
    ["about a size, less", rawZip(entries({ size: size - 1 })), "damaged"],
    ["about a size, more", rawZip(entries({ size: size + 1 })), "damaged"],
    ["about a checksum", rawZip(entries({ crc: 1 })), "damaged"],
    ["about a name", rawZip(entries({ localName: "word/other.xml" })), "damaged"],
    ["about where an entry begins", rawZip(entries({ offset: 1 })), "damaged"],
    [
      "and has one entry inside another",
      rawZip(entries({ offset: 0, localName: "[Content_Types].xml" })),
      "damaged",
    ],
    ["and has a name twice", rawZip([...entries(), entry("word/document.xml", "<a/>")]), "damaged"],
    ["and has a strange method", rawZip(entries({ method: 12 })), "damaged"],
    ["and is encrypted", rawZip(entries({ flags: 1 })), "encrypted"],
    ["about how many entries it has", rawZip(entries(), 3_000), "too-complex"],
    ["and says ZIP64", rawZip(entries(), 0xffff), "too-complex"],
    ["and unpacks to more than a part may", rawZip(entries({ size: maxOfficePartBytes + 1 })), "too-complex"],
    [
      "and hides more than it says",
      rawZip(entries({ packed: deflateRawSync(Buffer.alloc(1 << 24)), size: 10 })),
      "damaged",
    ],
  ])("%s", (_, bytes, refusal) => expect(refusalOf(bytes)).toBe(refusal));

  test("and has one entry whole inside another, which both could be read", () => {
    const inner = entry("word/media/inner", "inner");
    const around = Buffer.concat([localHeader(inner), inner.packed]);
    const outer = entry("word/media/outer", around, { method: 0, packed: around });
    const inside = 30 + outer.name.length;
    expect(refusalOf(rawZip([outer, ...entries()]))).toBeUndefined();
    const both = [outer, { ...inner, offset: inside, isListedOnly: true }, ...entries()];
    expect(refusalOf(rawZip(both))).toBe("damaged");
  });

  test("with as many entries as may be, and one more", () => {
    const fill = (count: number) =>
      Array.from({ length: count }, (_, index) => entry(`word/media/${index}`, ""));
    const few = maxOfficeEntries - entries().length;
    expect(refusalOf(rawZip([...entries(), ...fill(few)]))).toBeUndefined();
    expect(refusalOf(rawZip([...entries(), ...fill(few + 1)]))).toBe("too-complex");
    expect(refusalOf(rawZip([...entries(), ...fill(65_000)]))).toBe("too-complex");
  });
});

describe("no Word document", () => {
  const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");
  const encrypted = Buffer.concat([ole, Buffer.alloc(2 << 20), Buffer.from("EncryptedPackage", "utf16le")]);
  const workbook = {
    ...parts,
    "_rels/.rels": parts["_rels/.rels"]!.replace("word/document.xml", "xl/workbook.xml"),
    "xl/workbook.xml": "<a/>",
  };
  test.each<[string, Uint8Array, string]>([
    ["an empty file", new Uint8Array(), "damaged"],
    ["text", Buffer.from("KẾ HOẠCH"), "damaged"],
    ["an old .doc", Buffer.concat([ole, Buffer.alloc(512)]), "old-office"],
    ["a file with a password", encrypted, "encrypted"],
    ["a workbook", zipSync(toBytes(workbook)), "not-docx"],
    ["a ZIP of something", zipSync(toBytes({ "a.txt": "a" })), "damaged"],
    ["one cut off", makeDocx({ body: paragraph("x") }).subarray(0, -30), "damaged"],
  ])("%s", (_, bytes, refusal) => expect(refusalOf(bytes)).toBe(refusal));

  test("random bytes, and a document with bytes changed, are refused or read, and nothing else", () => {
    const whole = makeDocx({ body: paragraph("x".repeat(100)) });
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (random, changes) => {
          refusalOf(random);
          const changed = whole.slice();
          for (const [at, byte] of changes) changed[at] = byte;
          refusalOf(changed);
        },
      ),
      propertyRuns(2_000),
    );
  });
});

describe("XML that attacks", () => {
  test.each<[string, string]>([
    ["entities inside one another", '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'],
    ["an external entity", '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ["a DOCTYPE alone", "<!DOCTYPE a>"],
  ])("%s", (_, before) =>
    expect(refusalOf(withDocument(document(before, paragraph("&amp;"))))).toBe("damaged"),
  );

  test("an entity that nobody defined, what is not well-formed, another encoding than it says", () => {
    expect(refusalOf(withDocument(document("", "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")))).toBe("damaged");
    expect(refusalOf(withDocument(document("", "<w:p>")))).toBe("damaged");
    const broken = { ...toBytes(parts), "word/document.xml": Uint8Array.of(0x3c, 0xff, 0xfe) };
    expect(refusalOf(zipSync(broken))).toBe("damaged");
  });

  test("elements as deep as may be, one deeper, and 200,000 deep", () => {
    const deep = (depth: number) =>
      withDocument(document("", "<w:sdt>".repeat(depth - 2) + "</w:sdt>".repeat(depth - 2)));
    expect(refusalOf(deep(maxXmlDepth))).toBeUndefined();
    expect(refusalOf(deep(maxXmlDepth + 1))).toBe("too-complex");
    expect(refusalOf(deep(200_000))).toBe("too-complex");
  });

  test("as many paragraphs and cells as may be, and one more", () => {
    const few = maxDocxParagraphs - 2;
    const cells = (more: number) => `<w:tbl><w:tr>${"<w:tc><w:p/></w:tc>".repeat(more)}</w:tr></w:tbl>`;
    expect(refusalOf(makeDocx({ body: "<w:p/>".repeat(few) + cells(1) }))).toBeUndefined();
    expect(refusalOf(makeDocx({ body: "<w:p/>".repeat(few + 1) + cells(1) }))).toBe("too-complex");
    expect(refusalOf(makeDocx({ body: cells(maxDocxParagraphs) }))).toBe("too-complex");
  }, 60_000);

  test("UTF-16 is as good as UTF-8", () => {
    const utf16 = {
      ...toBytes(parts),
      "word/document.xml": Buffer.from(
        `\ufeff${document("", paragraph("Đạt")).replace("?>", ' encoding="UTF-16"?>')}`,
        "utf16le",
      ),
    };
    expect(readDocxText(zipSync(utf16)).text).toBe("Đạt");
  });

  test("a picture from elsewhere is not followed, and a part outside the file neither", () => {
    const rels = parts["word/_rels/document.xml.rels"]!.replace(
      "</Relationships>",
      '<Relationship Id="i" Type="http://x/image" Target="http://127.0.0.1:9/a.png" TargetMode="External"/><Relationship Id="s" Type="http://x/styles" Target="../../../etc/passwd"/></Relationships>',
    );
    expect(refusalOf(zipSync(toBytes({ ...parts, "word/_rels/document.xml.rels": rels })))).toBeUndefined();
  });
});

describe("what is taken in from other files shares the limits of the document", () => {
  const chunk = (content: string | Uint8Array, type = wordType): Chunk => ({ name: "c.bin", type, content });
  const taking = (one: Chunk, times = 1) =>
    makeDocx({ body: altChunk("c").repeat(times), chunks: { c: one } });

  test("documents in one another as deep as may be, and one deeper", () => {
    let inner = makeDocx({ body: paragraph("x") });
    for (let depth = 1; depth < maxDocxDepth; depth += 1) inner = taking(chunk(inner));
    expect(readDocxText(inner)).toMatchObject({ text: "x", unread: [] });
    expect(refusalOf(taking(chunk(inner)))).toBe("too-complex");
  });

  test("300,000 paragraphs are read, and twice as many are not", () => {
    const many = chunk(makeDocx({ body: "<w:p><w:r><w:t>x</w:t></w:r></w:p>".repeat(300_000) }));
    expect(readDocxText(taking(many)).text).toHaveLength(600_000 - 1);
    expect(refusalOf(taking(many, 2))).toBe("too-complex");
    const lines = chunk("x\n".repeat(300_000), "text/plain");
    expect(refusalOf(taking(lines))).toBeUndefined();
    expect(refusalOf(taking(lines, 2))).toBe("too-complex");
    const page = chunk("<p>x".repeat(300_000), "text/html");
    expect(refusalOf(taking(page))).toBeUndefined();
    expect(refusalOf(taking(page, 2))).toBe("too-complex");
    expect(refusalOf(makeDocx({ body: "<w:altChunk/>".repeat(maxDocxParagraphs + 1) }))).toBe("too-complex");
  }, 60_000);

  test("as many parts as may be, and one more", () => {
    const inner = (count: number) => {
      const fill = Array.from({ length: count }, (_, index) => entry(`word/media/${index}`, ""));
      return chunk(rawZip([...entries(), ...fill]));
    };
    const own = Object.keys(docxParts({ body: "" })).length + 1;
    const few = maxOfficeEntries - own - entries().length;
    expect(readDocxText(taking(inner(few)))).toMatchObject({ text: "x", unread: [] });
    expect(refusalOf(taking(inner(few + 1)))).toBe("too-complex");
    expect(refusalOf(taking(inner(0), maxOfficeEntries))).toBe("too-complex");
  });

  test("a part that is unpacked again and again", () => {
    const third = chunk(" ".repeat(maxOfficeTotalBytes / 3 - 10_000), "text/plain");
    expect(refusalOf(taking(third, 2))).toBeUndefined();
    expect(refusalOf(taking(third, 3))).toBe("too-complex");
  }, 60_000);

  test("XML that attacks in a part, and a ZIP that lies, are that part's fault alone", () => {
    const body = paragraph("trước") + altChunk("c");
    const bomb = '<!DOCTYPE a [<!ENTITY a "aaaa">]>';
    for (const content of [withDocument(document(bomb, paragraph("&a;"))), rawZip(entries({ crc: 1 }))])
      expect(readDocxText(makeDocx({ body, chunks: { c: chunk(content) } }))).toMatchObject({
        text: "trước",
        unread: [{ name: "c.bin", reason: "damaged" }],
      });
  });
});
