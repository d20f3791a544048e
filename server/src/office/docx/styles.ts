import { readXml } from "../xml.ts";
import { isOn } from "./numbering.ts";

/** What a paragraph style says that matters for the text. */
export interface ParagraphStyle {
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly numId: string | undefined;
  readonly level: number | undefined;
  /** Its text is shown in capitals; undefined where it does not say. */
  readonly inCapitals: boolean | undefined;
}

export interface Styles {
  readonly byId: ReadonlyMap<string, ParagraphStyle>;
  /** Of paragraphs that name none. */
  readonly defaultId: string | undefined;
}

interface Draft {
  name: string;
  basedOn: string | undefined;
  numId: string | undefined;
  level: number | undefined;
  inCapitals: boolean | undefined;
}

/** The paragraph styles of word/styles.xml. Throws OfficeError where that is no XML. */
export function readStyles(bytes: Uint8Array | undefined): Styles {
  const byId = new Map<string, ParagraphStyle>();
  let defaultId: string | undefined;
  let style: Draft | undefined;
  if (bytes === undefined) return { byId, defaultId };
  readXml(bytes, {
    open(element) {
      const value = element.attribute("val");
      if (element.name === "style") {
        style = undefined;
        if (element.attribute("type") !== "paragraph") return;
        const id = element.attribute("styleId") ?? "";
        style = { name: "", basedOn: undefined, numId: undefined, level: undefined, inCapitals: undefined };
        byId.set(id, style);
        if (/^(?:1|true|on)$/.test(element.attribute("default") ?? "")) defaultId = id;
      } else if (style === undefined) return;
      else if (element.name === "name") style.name = value ?? "";
      else if (element.name === "basedOn") style.basedOn = value;
      else if (element.name === "numId") style.numId = value;
      else if (element.name === "ilvl") style.level = Number(value);
      else if (element.name === "caps") style.inCapitals = isOn(value);
    },
    close(name) {
      if (name === "style") style = undefined;
    },
  });
  return { byId, defaultId };
}

export interface ChainedStyle {
  readonly id: string;
  readonly style: ParagraphStyle;
}

const longestChain = 50;

/** A style and those it is based on, nearest first. */
export function* styleChain({ byId, defaultId }: Styles, id: string | undefined): Generator<ChainedStyle> {
  let next = id ?? defaultId;
  for (let i = 0; next !== undefined && i < longestChain; i += 1) {
    const style = byId.get(next);
    if (style === undefined) return;
    yield { id: next, style };
    next = style.basedOn;
  }
}

/** Whether paragraphs of a style are shown in capitals. */
export function isInCapitals(styles: Styles, id: string | undefined): boolean {
  for (const { style } of styleChain(styles, id)) if (style.inCapitals !== undefined) return style.inCapitals;
  return false;
}
