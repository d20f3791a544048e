import { Parser } from "htmlparser2";
import { maxXmlDepth } from "../../limits.ts";
import type { Allowance } from "../allowance.ts";
import { OfficeError } from "../office-error.ts";
import type { Block } from "./blocks.ts";
import { createHtmlTable, type HtmlTable } from "./html-table.ts";
import { bulletAt } from "./list-counter.ts";
import { formatNumber } from "./number-formats.ts";

/**
 * The blocks of a web page's text as a reader sees it: paragraphs, lists with their numbers, tables. What is hidden,
 * deleted, or no text is left out, nothing is fetched, and nothing in it runs.
 *
 * @throws OfficeError `too-complex`
 */
export function readHtmlBlocks(html: string, allowance: Allowance): readonly Block[] {
  const reader = new HtmlReader(allowance);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: () => reader.close(),
      ontext: (text) => reader.text(text),
    },
    { recognizeSelfClosing: true },
  );
  parser.end(html);
  reader.endParagraph();
  return reader.root;
}

type Attributes = Readonly<Record<string, string>>;

const withoutText: ReadonlySet<string> = new Set(["script", "style", "title", "template", "xml", "del"]);

const blockElements: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer " +
    "form h1 h2 h3 h4 h5 h6 header hr html legend main nav p pre section summary thead tbody tfoot"
  ).split(" "),
);

interface List {
  /** As numbering.xml names it; `bullet` where it has no numbers. */
  readonly format: string;
  next: number;
}

/** The state of one reading; a class because the elements come in as events. */
class HtmlReader {
  readonly root: Block[] = [];
  private readonly allowance: Allowance;
  private readonly containers: Block[][] = [this.root];
  /** What is to be done at the end of each open element. */
  private readonly ends: ((() => void) | undefined)[] = [];
  private readonly lists: List[] = [];
  private readonly tables: HtmlTable[] = [];
  private skipped = 0;
  private preformatted = 0;
  private words = "";
  private label = "";

  constructor(allowance: Allowance) {
    this.allowance = allowance;
  }

  open(name: string, attributes: Attributes): void {
    if (this.ends.length >= maxXmlDepth) throw new OfficeError("too-complex", "HTML too deep");
    const isSkipped = this.skipped > 0 || withoutText.has(name) || isHidden(attributes);
    this.ends.push(isSkipped ? this.beginSkipped() : this.begin(name, attributes));
  }

  close(): void {
    this.ends.pop()?.();
  }

  text(text: string): void {
    if (this.skipped === 0) this.words += this.preformatted > 0 ? text : text.replace(/[ \t\r\n\f]+/g, " ");
  }

  endParagraph(): void {
    const words = this.words.replace(/ {2,}/g, " ").trim();
    this.words = "";
    if (words === "") return;
    this.allowance.paragraph();
    this.containers.at(-1)!.push({ kind: "text", text: `${this.label} ${words}`.trim() });
    this.label = "";
  }

  /** Begins an element, and returns what is to be done at its end. */
  private begin(name: string, attributes: Attributes): (() => void) | undefined {
    switch (name) {
      case "br":
        this.words += "\n";
        return undefined;
      case "ol":
      case "ul":
        return this.beginList(name, attributes);
      case "li":
        return this.beginItem(attributes);
      case "table":
        return this.beginTable();
      case "tr":
      case "td":
      case "th": {
        const table = this.tables.at(-1);
        if (table) return name === "tr" ? this.beginRow(table) : this.beginCell(table, attributes);
      }
    }
    return blockElements.has(name) ? this.beginBlock(name) : undefined;
  }

  private beginSkipped(): () => void {
    this.skipped += 1;
    return () => {
      this.skipped -= 1;
    };
  }

  private beginBlock(name: string): () => void {
    this.endParagraph();
    const table = name === "thead" ? this.tables.at(-1) : undefined;
    table?.setHead(true);
    if (name === "pre") this.preformatted += 1;
    return () => {
      this.endParagraph();
      table?.setHead(false);
      if (name === "pre") this.preformatted -= 1;
    };
  }

  private beginList(name: "ol" | "ul", attributes: Attributes): () => void {
    this.endParagraph();
    const start = Number.parseInt(attributes.start ?? "", 10);
    this.lists.push({ format: listFormat(name, attributes), next: Number.isNaN(start) ? 1 : start });
    return () => {
      this.endParagraph();
      this.lists.pop();
    };
  }

  private beginItem({ value }: Attributes): () => void {
    this.endParagraph();
    const list = this.lists.at(-1) ?? { format: "bullet", next: 1 };
    const own = Number.parseInt(value ?? "", 10);
    if (!Number.isNaN(own)) list.next = own;
    const number = formatNumber(list.next, list.format);
    list.next += 1;
    if (list.format === "bullet") this.label = bulletAt(Math.max(0, this.lists.length - 1));
    else this.label = number === "" ? "" : `${number}.`;
    return () => {
      this.endParagraph();
      this.label = "";
    };
  }

  private beginTable(): () => void {
    this.endParagraph();
    const table = createHtmlTable(this.allowance);
    this.tables.push(table);
    return () => {
      this.endParagraph();
      table.endRow();
      this.tables.pop();
      this.containers.at(-1)!.push({ kind: "table", rows: table.rows });
    };
  }

  private beginRow(table: HtmlTable): () => void {
    this.endParagraph();
    table.beginRow();
    return () => {
      this.endParagraph();
      table.endRow();
    };
  }

  private beginCell(table: HtmlTable, { colspan, rowspan }: Attributes): () => void {
    this.endParagraph();
    const blocks: Block[] = [];
    table.addCell(blocks, toCount(colspan), toCount(rowspan));
    this.containers.push(blocks);
    return () => {
      this.endParagraph();
      this.containers.pop();
    };
  }
}

function toCount(value: string | undefined): number {
  const count = Number(value);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function isHidden({ hidden, style = "" }: Attributes): boolean {
  return hidden !== undefined || /display\s*:\s*none|mso-hide\s*:\s*all/i.test(style);
}

const listFormats: ReadonlyMap<string, string> = new Map([
  ["a", "lowerLetter"],
  ["A", "upperLetter"],
  ["i", "lowerRoman"],
  ["I", "upperRoman"],
  ["lower-alpha", "lowerLetter"],
  ["lower-latin", "lowerLetter"],
  ["upper-alpha", "upperLetter"],
  ["upper-latin", "upperLetter"],
  ["lower-roman", "lowerRoman"],
  ["upper-roman", "upperRoman"],
  ["decimal-leading-zero", "decimalZero"],
  ["none", "none"],
]);

function listFormat(name: "ol" | "ul", { type = "", style = "" }: Attributes): string {
  const named = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(style)?.[1]?.toLowerCase();
  return listFormats.get(named ?? type) ?? (name === "ol" ? "decimal" : "bullet");
}
