import type { XmlElement } from "../xml.ts";
import type { Block } from "./blocks.ts";
import { isOn } from "./numbering.ts";
import { labelOf } from "./paragraph-label.ts";
import { isInCapitals, type Styles, styleChain } from "./styles.ts";
import { symbolText } from "./symbols.ts";

/** A paragraph while it is read. */
export interface Paragraph {
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
  /** The fields that are open in it, outermost first: whether their codes are over and their results have begun. */
  readonly fields: boolean[];
  /** A tab stop of it is reached over dots. */
  hasLeader: boolean;
  /** What stands in text boxes that hang on it. */
  readonly boxes: Block[];
}

/** What paragraphs and tables stand in: the body, a cell, a text box. */
export interface Container {
  readonly blocks: Block[];
  /** Paragraphs whose mark was deleted, that the next one goes on. */
  carried: { readonly text: string; readonly boxes: readonly Block[] } | undefined;
}

export function openParagraph(): Paragraph {
  return {
    text: "",
    style: undefined,
    numId: undefined,
    level: undefined,
    isJoined: false,
    isHiddenMark: false,
    isHiddenRun: false,
    inCapitals: undefined,
    fields: [],
    hasLeader: false,
    boxes: [],
  };
}

/** What leads the eye from a heading to its page. */
const leaders: ReadonlySet<string> = new Set(["dot", "middleDot", "hyphen", "underscore"]);

/**
 * Reads an element inside a paragraph, its text apart: a property of the paragraph or of a run, or what a run shows
 * besides letters.
 *
 * @param parent the name of the element around it, and `outer` that of the one around that
 */
export function readParagraphPart(
  paragraph: Paragraph,
  element: XmlElement,
  parent: string | undefined,
  outer: string | undefined,
  styles: Styles,
): void {
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
      // Of a run, or of a paragraph's mark: one that is not shown does not end the line.
      if (parent === "rPr" && outer === "r") paragraph.isHiddenRun = isOn(value);
      else if (parent === "rPr" && outer === "pPr") paragraph.isHiddenMark = isOn(value);
      break;
    case "caps":
      if (parent === "rPr" && outer === "r") paragraph.inCapitals = isOn(value);
      break;
    case "tab":
    case "ptab":
      if (parent === "r") appendWords(paragraph, "\t", styles);
      // In properties it is a tab stop.
      else if (parent === "tabs") paragraph.hasLeader ||= leaders.has(element.attribute("leader") ?? "");
      break;
    case "fldChar":
      readFieldMark(paragraph.fields, element.attribute("fldCharType"));
      break;
    case "br":
    case "cr":
      appendWords(paragraph, "\n", styles);
      break;
    case "noBreakHyphen":
      appendWords(paragraph, "-", styles);
      break;
    case "sym":
      appendWords(
        paragraph,
        symbolText(element.attribute("char") ?? "", element.attribute("font") ?? ""),
        styles,
      );
      break;
  }
}

function readFieldMark(fields: boolean[], type: string | undefined): void {
  if (type === "begin") fields.push(false);
  else if (type === "end") fields.pop();
  else if (type === "separate" && fields.length > 0) fields[fields.length - 1] = true;
}

export function appendWords(paragraph: Paragraph, text: string, styles: Styles): void {
  if (paragraph.isHiddenRun) return;
  // The result of a field in the codes of another is part of those codes.
  if (paragraph.fields.slice(0, -1).includes(false)) return;
  const { inCapitals = isInCapitals(styles, paragraph.style) } = paragraph;
  paragraph.text += inCapitals ? text.toUpperCase() : text;
}

/**
 * Adds a paragraph to what it stands in, with its number.
 *
 * @param isInTable a number alone is then the running number of a row; elsewhere it stands before nothing, unless it
 *   names a part whose title is the next paragraph
 */
export function closeParagraph(
  paragraph: Paragraph,
  container: Container,
  isInTable: boolean,
  styles: Styles,
): void {
  const text = (container.carried?.text ?? "") + paragraph.text;
  const boxes = [...(container.carried?.boxes ?? []), ...paragraph.boxes];
  container.carried = undefined;
  if (paragraph.isJoined || (paragraph.isHiddenMark && text.trim() === "")) {
    container.carried = { text, boxes };
    return;
  }
  const chain = [...styleChain(styles, paragraph.style)];
  const label = labelOf(paragraph, chain, styles.counter);
  const isContentsLine =
    (paragraph.hasLeader && /\t\s*(?:\d+|[ivx]+)\s*$/u.test(text)) ||
    chain.some(({ style }) => /^(?:toc \d|table of figures)/i.test(style.name));
  const isShown = (text.trim() !== "" || isInTable || namedLabel.test(label)) && !isContentsLine;
  const shown = isShown ? `${label} ${text.trim()}`.trim() : "";
  if (paragraph.isHiddenMark) container.carried = { text: `${shown} `, boxes };
  else container.blocks.push({ kind: "text", text: shown }, ...boxes);
}

const namedLabel = /^(?:phần|chương|mục|tiểu mục|điều|phụ lục)(?!\p{L})/iu;

/** Nothing follows that could go on a paragraph whose mark was deleted. */
export function endCarried(container: Container): void {
  const { carried } = container;
  if (carried === undefined) return;
  container.carried = undefined;
  container.blocks.push({ kind: "text", text: carried.text.trim() }, ...carried.boxes);
}
