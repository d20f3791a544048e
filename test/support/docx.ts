import { strToU8, zipSync } from "fflate";

/** Makes Word documents for the tests: real packages, with what a test wants in their parts. */
export interface DocxParts {
  /** The content of w:body. */
  readonly body: string;
  /** The content of w:numbering. */
  readonly numbering?: string;
  /** The content of w:styles. */
  readonly styles?: string;
  /** Further parts by their name. */
  readonly others?: Readonly<Record<string, string>>;
  /** Parts of other files that it takes in, by the ids of their relationships. */
  readonly chunks?: Readonly<Record<string, Chunk>>;
}

/** A part of another file: `phu-luc.docx`, what the package says it is, and its bytes. */
export interface Chunk {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** What the package calls a Word document inside it. */
export const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function makeDocx(parts: DocxParts): Uint8Array {
  const chunks = Object.values(parts.chunks ?? {}).map(({ name, content }) => [
    `word/${name}`,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipSync({ ...toBytes(docxParts(parts)), ...Object.fromEntries(chunks) });
}

/** The parts of such a document by their names, for a test that changes one of them. */
export function docxParts({
  body,
  numbering,
  styles,
  others = {},
  chunks = {},
}: DocxParts): Record<string, string> {
  const related = (["numbering", "styles"] as const)
    .filter((name) => (name === "styles" ? styles : numbering) !== undefined)
    .map((name) => `<Relationship Id="${name}" Type="${relation}/${name}" Target="${name}.xml"/>`);
  for (const [id, { name }] of Object.entries(chunks))
    related.push(`<Relationship Id="${id}" Type="${relation}/aFChunk" Target="${name}"/>`);
  const types = Object.values(chunks).map(
    ({ name, type }) => `<Override PartName="/word/${name}" ContentType="${type}"/>`,
  );
  return {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${types.join("")}</Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${relations}"><Relationship Id="main" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `${head}<Relationships xmlns="${relations}">${related.join("")}</Relationships>`,
    "word/document.xml": `${head}<w:document ${word} xmlns:r="${relation}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>${body}</w:body></w:document>`,
    ...(numbering && { "word/numbering.xml": `${head}<w:numbering ${word}>${numbering}</w:numbering>` }),
    ...(styles && { "word/styles.xml": `${head}<w:styles ${word}>${styles}</w:styles>` }),
    ...others,
  };
}

export function toBytes(parts: Readonly<Record<string, string>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A run of text. */
export function run(text: string, properties = ""): string {
  const rPr = properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${rPr}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** A paragraph; `list` is its list and level, as in `2/0`. */
export function paragraph(content: string, list = "", properties = ""): string {
  const [numId, level] = list.split("/");
  const numPr = list === "" ? "" : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
  const runs = content.startsWith("<") ? content : run(content);
  return `<w:p><w:pPr>${numPr}${properties}</w:pPr>${runs}</w:p>`;
}

export function cell(content: string, properties = ""): string {
  const inside = content.startsWith("<w:p") || content.startsWith("<w:tbl") ? content : paragraph(content);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
}

export function row(cells: readonly string[], properties = ""): string {
  const inside = cells.map((one) => (one.startsWith("<w:tc>") ? one : cell(one)));
  return `<w:tr><w:trPr>${properties}</w:trPr>${inside.join("")}</w:tr>`;
}

export function table(rows: readonly string[]): string {
  return `<w:tbl>${rows.join("")}</w:tbl>`;
}

/** The place where a part of another file is taken in. */
export function altChunk(id: string, properties = ""): string {
  return `<w:altChunk r:id="${id}">${properties}</w:altChunk>`;
}

/** A list's levels, each as its format, its text, and more of its properties. */
export function abstractList(id: number, levels: readonly (readonly [string, string, string?])[]): string {
  const inside = levels.map(
    ([format, text, more = ""], index) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${inside.join("")}</w:abstractNum>`;
}

export function list(numId: number, abstractId: number, overrides = ""): string {
  return `<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstractId}"/>${overrides}</w:num>`;
}
