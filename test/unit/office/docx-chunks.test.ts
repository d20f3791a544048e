import { describe, expect, test } from "vitest";
import { readDocxText } from "../../../server/src/office/docx/docx-text.ts";
import type { DocumentText } from "../../../server/src/text/document-text.ts";
import {
  abstractList,
  altChunk,
  type Chunk,
  type DocxParts,
  list,
  makeDocx,
  paragraph,
  row,
  table,
  wordType,
} from "../../support/docx.ts";

/** What Word takes in from other files (ECMA-376, altChunk). */

const read = (parts: DocxParts): DocumentText => readDocxText(makeDocx(parts));
const linesOf = (parts: DocxParts) => read(parts).text.split("\n");
const word = (parts: DocxParts, name = "chunk.docx"): Chunk => ({
  name,
  type: wordType,
  content: makeDocx(parts),
});
const text = (content: string | Uint8Array, name = "chunk.txt"): Chunk => ({
  name,
  type: "text/plain",
  content,
});

const outline =
  abstractList(0, [
    ["upperRoman", "%1."],
    ["decimal", "%2."],
  ]) +
  list(1, 0) +
  list(2, 0);

describe("a Word document inside a document", () => {
  test("stands in its place, with its own numbers, and those of the other go on behind it", () => {
    const inner = word({
      numbering: outline,
      body: paragraph("trong", "1/0") + paragraph("trong", "1/1"),
    });
    const body = paragraph("a", "1/0") + paragraph("b", "1/1") + altChunk("c") + paragraph("d", "1/1");
    expect(read({ numbering: outline, body, chunks: { c: inner } })).toEqual({
      text: "I. a\n1. b\nI. trong\n1. trong\n2. d",
      rows: [],
      unread: [],
    });
  });

  test("may take in others, may be taken in twice, and may be one of macros or a template", () => {
    const innermost = word({ body: paragraph("innermost") });
    const inner = word({ body: altChunk("x") + paragraph("inner"), chunks: { x: innermost } });
    const body = altChunk("c") + paragraph("outer") + altChunk("c");
    expect(linesOf({ body, chunks: { c: inner } })).toEqual([
      "innermost",
      "inner",
      "outer",
      "innermost",
      "inner",
    ]);
    for (const type of [
      "application/vnd.ms-word.document.macroEnabled.main+xml",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ])
      expect(linesOf({ body: altChunk("c"), chunks: { c: { ...innermost, type } } })).toEqual(["innermost"]);
  });

  test("brings its tables, and stands in cells and text boxes", () => {
    const rows = [row(["TT", "Chỉ tiêu", "2025"]), row(["1", "Hộ nghèo", "3%"])];
    const found = read({ body: altChunk("c"), chunks: { c: word({ body: table(rows) }) } });
    expect(found.text).toBe("| TT | Chỉ tiêu | 2025 |\n| 1 | Hộ nghèo | 3% |");
    expect(found.rows.map(({ isHeading }) => isHeading)).toEqual([true, false]);
    const chunks = { c: word({ body: paragraph("trong ô") }) };
    const inCell = table([row(["TT", "Nội dung"]), row(["1", `<w:tc>${altChunk("c")}<w:p/></w:tc>`])]);
    expect(linesOf({ body: inCell, chunks })[1]).toBe("| 1 | trong ô |");
    const box = paragraph(`<w:r><w:t>a</w:t><w:txbxContent>${altChunk("c")}</w:txbxContent></w:r>`);
    expect(linesOf({ body: box, chunks })).toEqual(["a", "trong ô"]);
  });

  test("ends a paragraph whose mark was deleted, and is left out with what was deleted", () => {
    const chunks = { c: word({ body: paragraph("chunk") }) };
    const joined = paragraph("<w:r><w:t>a</w:t></w:r>", "", "<w:rPr><w:del/></w:rPr>");
    expect(linesOf({ body: joined + altChunk("c") + paragraph("b"), chunks })).toEqual(["a", "chunk", "b"]);
    expect(read({ body: `${paragraph("a")}<w:del>${altChunk("x")}</w:del>`, chunks })).toMatchObject({
      text: "a",
      unread: [],
    });
  });
});

describe("styles of the same name", () => {
  const heading = (name: string, inside: string, id = name) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
  const numbered = (level: string) => `<w:pPr><w:numPr>${level}<w:numId w:val="1"/></w:numPr></w:pPr>`;
  const hostStyles = heading("Heading 1", numbered(""), "H1");
  const styled = (content: string, id: string) => paragraph(content, "", `<w:pStyle w:val="${id}"/>`);
  const letters = abstractList(0, [["upperLetter", "%1)"]]) + list(1, 0);
  /** Its heading has another id, other letters, and a list of its own. */
  const inner = word({
    numbering: letters,
    styles:
      heading("heading 1", numbered(""), "u1") +
      heading("Own", '<w:basedOn w:val="u1"/>', "own") +
      heading("Apart", numbered(""), "apart"),
    body: styled("b", "u1") + styled("c", "own") + styled("d", "apart"),
  });
  const body = (properties = "") => styled("a", "H1") + altChunk("c", properties) + styled("z", "H1");
  const parts = { numbering: outline, styles: hostStyles, chunks: { c: inner } };

  test("are those of the document that takes it in, whose numbers go on", () => {
    expect(linesOf({ ...parts, body: body() })).toEqual(["I. a", "II. b", "III. c", "A) d", "IV. z"]);
  });

  test("stay as they are where the anchor says so", () => {
    const keep = (value: string) => `<w:altChunkPr><w:matchSrc${value}/></w:altChunkPr>`;
    for (const value of ["", ' w:val="true"', ' w:val="1"'])
      expect(linesOf({ ...parts, body: body(keep(value)) })).toEqual([
        "I. a",
        "A) b",
        "B) c",
        "C) d",
        "II. z",
      ]);
    expect(linesOf({ ...parts, body: body(keep(' w:val="false"')) })[1]).toBe("II. b");
  });

  test("are not those of the part's lists, which may use the same ids for others", () => {
    const lists = abstractList(0, [
      ["upperLetter", "%1)"],
      ["decimal", "%2)", '<w:pStyle w:val="H1"/>'],
    ]);
    const listed =
      '<w:p><w:pPr><w:pStyle w:val="u1"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>b</w:t></w:r></w:p>';
    const styles = heading("heading 1", "", "u1") + heading("Other", "", "H1");
    const chunks = { c: word({ numbering: lists + list(1, 0), styles, body: listed }) };
    expect(linesOf({ ...parts, body: body(), chunks })).toEqual(["I. a", "A) b", "II. z"]);
  });

  test("reach through documents in one another", () => {
    const middle = word({ body: altChunk("x"), chunks: { x: inner } });
    expect(linesOf({ ...parts, body: body(), chunks: { c: middle } })[1]).toBe("II. b");
  });
});

describe("plain text", () => {
  test("is a paragraph a line, in UTF-8 or in UTF-16 with its mark", () => {
    const lines = "Đến năm 2025\r\nđạt 60%\r\rHết\n";
    const utf16 = (encoding: "utf16le", mark: string) => Buffer.from(mark + lines, encoding);
    for (const content of [lines, Buffer.from(`\ufeff${lines}`), utf16("utf16le", "\ufeff")])
      expect(linesOf({ body: altChunk("c") + paragraph("sau"), chunks: { c: text(content) } })).toEqual([
        "Đến năm 2025",
        "đạt 60%",
        "",
        "Hết",
        "",
        "sau",
      ]);
  });

  test("is no web page, whatever is in it", () => {
    expect(linesOf({ body: altChunk("c"), chunks: { c: text("<p>a</p>") } })).toEqual(["<p>a</p>"]);
  });
});

describe("what is not read", () => {
  const chunks = (chunk: Partial<Chunk>) => ({ c: { ...text("x"), ...chunk } });
  const around = paragraph("trước") + altChunk("c") + paragraph("sau");
  const encrypted = Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.from("EncryptedPackage", "utf16le"),
  ]);

  test.each<[string, Partial<Chunk>, string, string | null]>([
    ["RTF", { type: "application/rtf", name: "phụ lục.rtf" }, "format", "phụ lục.rtf"],
    ["a web archive", { type: "message/rfc822", name: "a.mht" }, "format", "a.mht"],
    ["XML", { type: "application/xml", name: "a.xml" }, "format", "a.xml"],
    ["an old .doc", { type: wordType, content: encrypted.subarray(0, 8), name: "a.doc" }, "format", "a.doc"],
    [
      "a document with a password",
      { type: wordType, content: encrypted, name: "a.docx" },
      "encrypted",
      "a.docx",
    ],
    ["a damaged one", { type: wordType, content: "x", name: "a.docx" }, "damaged", "a.docx"],
    ["text that is no UTF-8", { content: Buffer.from([0xd0, 0x20]) }, "not-utf8", "chunk.txt"],
    [
      "a web page that is no UTF-8",
      { type: "text/html", content: Buffer.from([0xd0]) },
      "not-utf8",
      "chunk.txt",
    ],
    ["one whose name would need escapes", { type: "text/rtf", name: "a\u202e[x](y).rtf" }, "format", null],
  ])("%s is told of, and everything else is read", (_, chunk, reason, name) => {
    expect(read({ body: around, chunks: chunks(chunk) })).toEqual({
      text: "trước\nsau",
      rows: [],
      unread: [{ name, reason }],
    });
  });

  test("is told of once for each part, also from inside a part", () => {
    const rtf: Chunk = { name: "a.rtf", type: "application/rtf", content: "" };
    const inner = word({ body: altChunk("x") + paragraph("trong"), chunks: { x: rtf } });
    const body = altChunk("c") + altChunk("d") + altChunk("c") + altChunk("e");
    const found = read({ body, chunks: { c: inner, d: { ...rtf, name: "b.rtf" }, e: rtf } });
    expect(found.text).toBe("trong\ntrong");
    expect(found.unread).toEqual([
      { name: "a.rtf", reason: "format" },
      { name: "b.rtf", reason: "format" },
    ]);
  });

  test("a part that is not there, that nothing leads to, that lies elsewhere, or that is another file by itself", () => {
    const absent = [{ name: null, reason: "absent" }];
    expect(read({ body: around }).unread).toEqual(absent);
    expect(read({ body: '<w:subDoc r:id="s"/>' }).unread).toEqual(absent);
    expect(read({ body: "<w:altChunk/>" }).unread).toEqual(absent);
    const others = (relationship: string) => ({
      "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="http://x/aFChunk" ${relationship}/></Relationships>`,
    });
    const unread = (relationship: string) => read({ body: around, others: others(relationship) }).unread;
    expect(unread('Target="http://127.0.0.1:9/a.docx" TargetMode="External"')).toEqual(absent);
    expect(unread('Target="file:///etc/passwd" TargetMode="External"')).toEqual(absent);
    expect(unread('Target="../../../etc/passwd"')).toEqual([{ name: "passwd", reason: "absent" }]);
    expect(unread('Target="gone.docx"')).toEqual([{ name: "gone.docx", reason: "absent" }]);
  });

  test("the document itself, taken into itself", () => {
    const others = {
      "word/_rels/document.xml.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c" Type="http://x/aFChunk" Target="document.xml"/></Relationships>',
    };
    expect(read({ body: around, others })).toMatchObject({
      text: "trước\nsau",
      unread: [{ name: "document.xml", reason: "damaged" }],
    });
  });
});
