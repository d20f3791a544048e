import { readXml, type XmlElement } from "../xml.ts";
import type { Block, TableCell, TableRow } from "./blocks.ts";
import type { ListCounter } from "./list-counter.ts";
import { isOn, type ListDefinition } from "./numbering.ts";
import { type Styles, styleChain } from "./styles.ts";
import { symbolText } from "./symbols.ts";

export interface BodyContext {
  readonly styles: Styles;
  readonly lists: ReadonlyMap<string, ListDefinition>;
  readonly counter: ListCounter;
}

interface Paragraph {
  text: string;
  style: string | undefined;
  numId: string | undefined;
  level: number | undefined;
  /** Its mark was deleted: it is one with the next. */
  isJoined: boolean;
  isHiddenRun: boolean;
  /** What stands in text boxes that hang on it. */
  readonly boxes: Block[];
}

interface Container {
  readonly blocks: Block[];
  /** The words of a paragraph whose mark was deleted. */
  carried: string;
}

interface Cell extends Container {
  span: number;
  continues: boolean;
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
  readonly root: Container = { blocks: [], carried: "" };
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
    switch (name) {
      case "p":
        this.paragraphs.push({
          text: "",
          style: undefined,
          numId: undefined,
          level: undefined,
          isJoined: false,
          isHiddenRun: false,
          boxes: [],
        });
        return;
      case "txbxContent":
        this.containers.push({ blocks: [], carried: "" });
        return;
      case "tbl":
        this.tables.push({ rows: [] });
        return;
      case "tr":
        this.rows.push({ cells: [], column: 0, isHeader: false, isDeleted: false });
        return;
      case "tc": {
        const cell: Cell = { blocks: [], carried: "", span: 1, continues: false };
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
    }
    if (parent === "tcPr" || parent === "trPr") this.readTableProperty(element);
    else this.readParagraphPart(element, parent);
  }

  private readTableProperty(element: XmlElement): void {
    const cell = this.cells.at(-1);
    const row = this.rows.at(-1);
    const value = element.attribute("val");
    if (element.name === "gridSpan" && cell) cell.span = toSpan(value);
    else if (element.name === "vMerge" && cell) cell.continues = value !== "restart";
    else if (element.name === "hMerge" && cell) cell.continues ||= value !== "restart";
    else if (element.name === "tblHeader" && row) row.isHeader = isOn(value);
    else if (element.name === "gridBefore" && row) row.column += toSpan(value);
  }

  private readParagraphPart(element: XmlElement, parent: string | undefined): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined) return;
    const value = element.attribute("val");
    switch (element.name) {
      case "pStyle":
        paragraph.style = value;
        break;
      case "numId":
        if (parent === "numPr") paragraph.numId = value;
        break;
      case "ilvl":
        if (parent === "numPr") paragraph.level = Number(value);
        break;
      case "r":
        paragraph.isHiddenRun = false;
        break;
      case "vanish":
        if (parent === "rPr" && this.path.at(-3) === "r") paragraph.isHiddenRun = isOn(value);
        break;
      case "t":
        this.isText = true;
        break;
      case "tab":
      case "ptab":
        // In properties it is a tab stop.
        if (parent === "r") this.append(" ");
        break;
      case "br":
      case "cr":
        this.append("\n");
        break;
      case "noBreakHyphen":
        this.append("-");
        break;
      case "sym":
        this.append(symbolText(element.attribute("char") ?? ""));
        break;
    }
  }

  text(text: string): void {
    if (this.isText && this.skipped === 0) this.append(text);
  }

  private append(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && !paragraph.isHiddenRun) paragraph.text += text;
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
        this.closeParagraph();
        break;
      case "txbxContent": {
        const box = this.containers.pop()!;
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
        if (table) this.containers.at(-1)!.blocks.push({ kind: "table", rows: table.rows });
        break;
      }
    }
  }

  private closeCell(): void {
    const cell = this.cells.pop()!;
    this.containers.pop();
    const row = this.rows.at(-1);
    if (row === undefined) return;
    const { span, continues, blocks } = cell;
    row.cells.push({ column: row.column, span, continues, blocks });
    row.column += span;
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop()!;
    const container = this.containers.at(-1)!;
    const words = container.carried + paragraph.text;
    if (paragraph.isJoined) {
      container.carried = words;
      return;
    }
    container.carried = "";
    const chain = [...styleChain(this.context.styles, paragraph.style)];
    const label = this.labelOf(paragraph, chain);
    const isContentsLine = chain.some(({ style }) => /^(?:toc \d|table of figures)/i.test(style.name));
    const isShown = words.trim() !== "" && !isContentsLine;
    container.blocks.push({ kind: "text", text: isShown ? joined(label, words) : "" }, ...paragraph.boxes);
  }

  /** The automatic number, of the paragraph itself or of its style; counted even where nothing is shown. */
  private labelOf(
    { numId, level }: Paragraph,
    chain: ReturnType<typeof styleChain> extends Iterable<infer S> ? S[] : never,
  ) {
    if (numId !== undefined)
      return this.context.counter.next(numId, level ?? this.levelOfStyle(numId, chain) ?? 0);
    const found = chain.find(({ style }) => style.numId !== undefined);
    if (found === undefined) return "";
    const { numId: styled, level: own } = found.style;
    return this.context.counter.next(styled!, level ?? this.levelOfStyle(styled!, chain) ?? own ?? 0);
  }

  /** A list says itself which of its levels a style has. */
  private levelOfStyle(numId: string, chain: readonly { readonly id: string }[]): number | undefined {
    const levels = this.context.lists.get(numId)?.levels ?? [];
    for (const { id } of chain) {
      const index = levels.findIndex((level) => level?.style === id);
      if (index >= 0) return index;
    }
    return undefined;
  }
}

function joined(label: string, words: string): string {
  return label === "" ? words.trim() : `${label} ${words.trim()}`;
}

const mostColumns = 63;

function toSpan(value: string | undefined): number {
  const span = Number(value);
  return Number.isInteger(span) && span > 0 ? Math.min(span, mostColumns) : 1;
}
