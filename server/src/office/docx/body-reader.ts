import type { Allowance } from "../allowance.ts";
import { readXml, type XmlElement } from "../xml.ts";
import type { Block, TableCell, TableRow } from "./blocks.ts";
import { isOn } from "./numbering.ts";
import {
  appendWords,
  type Container,
  closeParagraph,
  endCarried,
  openParagraph,
  type Paragraph,
  readParagraphPart,
} from "./paragraph.ts";
import type { Styles } from "./styles.ts";

export interface BodyContext {
  readonly styles: Styles;
  readonly allowance: Allowance;
  /** What stands in place of an anchor. */
  takeIn(anchor: Anchor): readonly Block[];
}

/** Where a part of another file is to be taken in: a `w:altChunk`, or a `w:subDoc`, which is another file by itself. */
export interface Anchor {
  readonly relationship: string;
  /** Its styles stay as they are there, where the document has others of the same names. */
  keepsStyles: boolean;
}

interface Cell extends Container {
  span: number;
  continues: boolean;
  isDeleted: boolean;
}

interface Row {
  readonly cells: TableCell[];
  column: number;
  isHeader: boolean;
  isDeleted: boolean;
}

/** Deleted and moved text, former properties, and the second copy of what newer programs read in another form. */
const passedOver: ReadonlySet<string> = new Set([
  "del",
  "moveFrom",
  "Fallback",
  "rPrChange",
  "pPrChange",
  "sectPrChange",
  "tblPrChange",
  "tblGridChange",
  "tblPrExChange",
  "trPrChange",
  "tcPrChange",
  "numberingChange",
  "instrText",
  "sectPr",
]);

/** Elements whose number is limited. */
const counted: ReadonlySet<string> = new Set(["p", "tc", "altChunk", "subDoc"]);

const wordNamespace = /\/wordprocessingml\/(?:2006\/)?main$/;
const mathNamespace = /\/(?:officeDocument\/2006|officeDocument)\/math$/;

/**
 * Reads the main part of a .docx into its blocks.
 *
 * @throws OfficeError
 */
export function readBody(bytes: Uint8Array, context: BodyContext): readonly Block[] {
  const reader = new BodyReader(context);
  readXml(bytes, reader);
  return reader.root.blocks;
}

/** The state of one reading; a class because the XML comes in as events. */
class BodyReader {
  readonly root: Container = { blocks: [], carried: undefined };
  private readonly context: BodyContext;
  private readonly path: string[] = [];
  private skipped = 0;
  private readonly containers: Container[] = [this.root];
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: { readonly rows: TableRow[] }[] = [];
  private readonly rows: Row[] = [];
  private readonly cells: Cell[] = [];
  private isText = false;
  private isContents = false;
  private anchor: Anchor | undefined;

  constructor(context: BodyContext) {
    this.context = context;
  }

  open(element: XmlElement): void {
    const { name } = element;
    if (this.skipped > 0) {
      this.skipped += 1;
      return;
    }
    const parent = this.path.at(-1);
    if (passedOver.has(name) || (name === "sdtContent" && this.isContents)) {
      this.markDeleted(name, parent);
      this.skipped = 1;
      return;
    }
    this.path.push(name);
    if (wordNamespace.test(element.uri)) this.openWord(element, parent);
    else if (name === "t" && mathNamespace.test(element.uri)) this.isText = true;
  }

  /** A deletion that stands in properties is that of a paragraph's mark or of a row. */
  private markDeleted(name: string, parent: string | undefined): void {
    if (name !== "del" && name !== "moveFrom") return;
    const paragraph = this.paragraphs.at(-1);
    if (parent === "rPr" && this.path.at(-2) === "pPr" && paragraph) paragraph.isJoined = true;
    const row = this.rows.at(-1);
    if (parent === "trPr" && row) row.isDeleted = true;
  }

  private openWord(element: XmlElement, parent: string | undefined): void {
    const { name } = element;
    if (counted.has(name)) this.context.allowance.paragraph();
    switch (name) {
      case "p":
        this.paragraphs.push(openParagraph());
        return;
      case "txbxContent":
        this.containers.push({ blocks: [], carried: undefined });
        return;
      case "tbl":
        this.tables.push({ rows: [] });
        return;
      case "tr":
        this.rows.push({ cells: [], column: 0, isHeader: false, isDeleted: false });
        return;
      case "tc": {
        const cell: Cell = { blocks: [], carried: undefined, span: 1, continues: false, isDeleted: false };
        this.cells.push(cell);
        this.containers.push(cell);
        return;
      }
      case "docPartGallery":
        this.isContents = /table of contents/i.test(element.attribute("val") ?? "");
        return;
      case "sdt":
        this.isContents = false;
        return;
      case "altChunk":
      case "subDoc":
        this.anchor = { relationship: element.attribute("id") ?? "", keepsStyles: false };
        return;
      case "matchSrc":
        if (this.anchor) this.anchor.keepsStyles = isOn(element.attribute("val"));
        return;
    }
    if (parent === "tcPr" || parent === "trPr") this.readTableProperty(element);
    else this.readInParagraph(element, parent);
  }

  private readTableProperty(element: XmlElement): void {
    const cell = this.cells.at(-1);
    const row = this.rows.at(-1);
    const value = element.attribute("val");
    if (element.name === "gridSpan" && cell) cell.span = toSpan(value);
    else if (element.name === "vMerge" && cell) cell.continues = value !== "restart";
    else if (element.name === "hMerge" && cell) cell.continues ||= value !== "restart";
    else if (element.name === "cellDel" && cell) cell.isDeleted = true;
    else if (element.name === "tblHeader" && row) row.isHeader = isOn(value);
    else if (element.name === "gridBefore" && row) row.column += toSpan(value);
  }

  private readInParagraph(element: XmlElement, parent: string | undefined): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (element.name === "t") this.isText = true;
    else readParagraphPart(paragraph, element, parent, this.path.at(-3), this.context.styles);
  }

  text(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!this.isText || this.skipped > 0 || !paragraph) return;
    // A line end in the file is a space; the ends of lines that are shown are elements.
    appendWords(paragraph, text.replace(/[\r\n]+/g, " "), this.context.styles);
  }

  close(name: string, uri: string): void {
    if (this.skipped > 0) {
      this.skipped -= 1;
      return;
    }
    this.path.pop();
    if (name === "t") this.isText = false;
    if (wordNamespace.test(uri)) this.closeWord(name);
  }

  private closeWord(name: string): void {
    switch (name) {
      case "p":
        closeParagraph(
          this.paragraphs.pop()!,
          this.containers.at(-1)!,
          this.cells.length > 0,
          this.context.styles,
        );
        break;
      case "txbxContent": {
        const box = this.containers.pop()!;
        endCarried(box);
        const blocks = this.paragraphs.at(-1)?.boxes ?? this.containers.at(-1)!.blocks;
        blocks.push(...box.blocks);
        break;
      }
      case "tc":
        this.closeCell();
        break;
      case "tr": {
        const row = this.rows.pop();
        if (row && !row.isDeleted)
          this.tables.at(-1)?.rows.push({ isHeader: row.isHeader, cells: row.cells });
        break;
      }
      case "tbl": {
        const table = this.tables.pop();
        if (table === undefined) break;
        const container = this.containers.at(-1)!;
        endCarried(container);
        container.blocks.push({ kind: "table", rows: table.rows });
        break;
      }
      case "altChunk":
      case "subDoc":
        this.closeAnchor();
        break;
      case "body":
        endCarried(this.root);
        break;
    }
  }

  private closeAnchor(): void {
    const { anchor } = this;
    if (anchor === undefined) return;
    this.anchor = undefined;
    const container = this.containers.at(-1)!;
    endCarried(container);
    for (const block of this.context.takeIn(anchor)) container.blocks.push(block);
  }

  private closeCell(): void {
    const cell = this.cells.pop()!;
    this.containers.pop();
    endCarried(cell);
    const row = this.rows.at(-1);
    if (row === undefined) return;
    const { span, continues, isDeleted, blocks } = cell;
    row.cells.push({ column: row.column, span, continues, blocks: isDeleted ? [] : blocks });
    row.column += span;
  }
}

const mostColumns = 63;

function toSpan(value: string | undefined): number {
  const span = Number(value);
  return Number.isInteger(span) && span > 0 ? Math.min(span, mostColumns) : 1;
}
