import { maxDocxParagraphs } from "../../limits.ts";
import { OfficeError } from "../office-error.ts";
import { readXml, type XmlElement } from "../xml.ts";
import type { Block, TableCell, TableRow } from "./blocks.ts";
import { isOn } from "./numbering.ts";
import { type ListContext, labelOf } from "./paragraph-label.ts";
import { isInCapitals, type Styles, styleChain } from "./styles.ts";
import { symbolText } from "./symbols.ts";

export interface BodyContext extends ListContext {
  readonly styles: Styles;
}

interface Paragraph {
  text: string;
  style: string | undefined;
  numId: string | undefined;
  level: number | undefined;
  /** Its mark was deleted: it is one with the next, and that one's number is the number of both. */
  isJoined: boolean;
  /** Its mark is hidden: the next one goes on in the same line. */
  isHiddenMark: boolean;
  isHiddenRun: boolean;
  /** Of the run: shown in capitals, whatever was typed; undefined where the style decides. */
  inCapitals: boolean | undefined;
  /** A tab stop of it is reached over dots. */
  hasLeader: boolean;
  /** What stands in text boxes that hang on it. */
  readonly boxes: Block[];
}

interface Container {
  readonly blocks: Block[];
  /** Paragraphs whose mark was deleted, that the next one goes on. */
  carried: { readonly text: string; readonly boxes: readonly Block[] } | undefined;
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

/** What leads the eye from a heading to its page. */
const leaders: ReadonlySet<string> = new Set(["dot", "middleDot", "hyphen", "underscore"]);

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
  private count = 0;
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
    if (name === "p" || name === "tc") this.countOne();
    switch (name) {
      case "p":
        this.paragraphs.push({
          text: "",
          style: undefined,
          numId: undefined,
          level: undefined,
          isJoined: false,
          isHiddenMark: false,
          isHiddenRun: false,
          inCapitals: undefined,
          hasLeader: false,
          boxes: [],
        });
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
    }
    if (parent === "tcPr" || parent === "trPr") this.readTableProperty(element);
    else this.readParagraphPart(element, parent);
  }

  private countOne(): void {
    this.count += 1;
    if (this.count > maxDocxParagraphs) throw new OfficeError("too-complex", "too many paragraphs");
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
        paragraph.inCapitals = undefined;
        break;
      case "vanish":
      case "specVanish":
        this.readHidden(paragraph, parent, isOn(value));
        break;
      case "caps":
        if (parent === "rPr" && this.path.at(-3) === "r") paragraph.inCapitals = isOn(value);
        break;
      case "t":
        this.isText = true;
        break;
      case "tab":
      case "ptab":
        if (parent === "r") this.append("\t");
        // In properties it is a tab stop.
        else if (parent === "tabs") paragraph.hasLeader ||= leaders.has(element.attribute("leader") ?? "");
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

  /** Of a run, or of a paragraph's mark: one that is not shown does not end the line. */
  private readHidden(paragraph: Paragraph, parent: string | undefined, isHidden: boolean): void {
    if (parent !== "rPr") return;
    if (this.path.at(-3) === "r") paragraph.isHiddenRun = isHidden;
    else if (this.path.at(-3) === "pPr") paragraph.isHiddenMark = isHidden;
  }

  text(text: string): void {
    if (this.isText && this.skipped === 0) this.append(text);
  }

  private append(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined || paragraph.isHiddenRun) return;
    const { inCapitals = isInCapitals(this.context.styles, paragraph.style) } = paragraph;
    paragraph.text += inCapitals ? text.toUpperCase() : text;
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
      case "body":
        endCarried(this.root);
        break;
    }
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

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop()!;
    const container = this.containers.at(-1)!;
    const text = (container.carried?.text ?? "") + paragraph.text;
    const boxes = [...(container.carried?.boxes ?? []), ...paragraph.boxes];
    container.carried = undefined;
    if (paragraph.isJoined || (paragraph.isHiddenMark && text.trim() === "")) {
      container.carried = { text, boxes };
      return;
    }
    const chain = [...styleChain(this.context.styles, paragraph.style)];
    const label = labelOf(paragraph, chain, this.context);
    const isContentsLine =
      (paragraph.hasLeader && /\t\s*(?:\d+|[ivx]+)\s*$/u.test(text)) ||
      chain.some(({ style }) => /^(?:toc \d|table of figures)/i.test(style.name));
    // A number alone is the running number of a table row; elsewhere it stands before nothing.
    const isShown = text.trim() !== "" || this.cells.length > 0;
    const shown = isShown && !isContentsLine ? joined(label, text) : "";
    if (paragraph.isHiddenMark) {
      container.carried = { text: `${shown} `, boxes };
      return;
    }
    container.blocks.push({ kind: "text", text: shown }, ...boxes);
  }
}

function joined(label: string, words: string): string {
  return `${label} ${words.trim()}`.trim();
}

/** Nothing follows that could go on a paragraph whose mark was deleted. */
function endCarried(container: Container): void {
  const { carried } = container;
  if (carried === undefined) return;
  container.carried = undefined;
  container.blocks.push({ kind: "text", text: carried.text.trim() }, ...carried.boxes);
}

const mostColumns = 63;

function toSpan(value: string | undefined): number {
  const span = Number(value);
  return Number.isInteger(span) && span > 0 ? Math.min(span, mostColumns) : 1;
}
