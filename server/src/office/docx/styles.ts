import { readXml } from "../xml.ts";
import type { ListCounter } from "./list-counter.ts";
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
  /** Ids by names in small letters. */
  readonly byName: ReadonlyMap<string, string>;
  /** Of paragraphs that name none. */
  readonly defaultId: string | undefined;
  /** Counts the lists that they name. */
  readonly counter: ListCounter;
  /** Those of the document that this one is taken into: a style that it has too is as it is there. */
  readonly host: Styles | undefined;
}

interface Draft {
  name: string;
  basedOn: string | undefined;
  numId: string | undefined;
  level: number | undefined;
  inCapitals: boolean | undefined;
}

/** The paragraph styles of word/styles.xml. Throws OfficeError where that is no XML. */
export function readStyles(bytes: Uint8Array | undefined, counter: ListCounter, host?: Styles): Styles {
  const byId = new Map<string, ParagraphStyle>();
  const byName = new Map<string, string>();
  let defaultId: string | undefined;
  let style: Draft | undefined;
  if (bytes === undefined) return { byId, byName, defaultId, counter, host };
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
  for (const [id, { name }] of byId) byName.set(keyOf(name), id);
  return { byId, byName, defaultId, counter, host };
}

export interface ChainedStyle {
  readonly id: string;
  readonly style: ParagraphStyle;
  /** Counts the list that it names. */
  readonly counter: ListCounter;
}

const longestChain = 50;

/** A style and those it is based on, nearest first. */
export function* styleChain(styles: Styles, id: string | undefined): Generator<ChainedStyle> {
  let of = styles;
  let next = id ?? styles.defaultId;
  for (let i = 0; next !== undefined && i < longestChain; i += 1) {
    const own = of.byId.get(next);
    if (own === undefined) return;
    const { styles: from, id: ruling } = rulingStyle(of, own.name) ?? { styles: of, id: next };
    const style: ParagraphStyle = from.byId.get(ruling)!;
    yield { id: ruling, style, counter: from.counter };
    of = from;
    next = style.basedOn;
  }
}

/** Where the outermost of the documents around has a style of the same name. */
function rulingStyle({ host }: Styles, name: string): { styles: Styles; id: string } | undefined {
  if (host === undefined || name === "") return undefined;
  const id = host.byName.get(keyOf(name));
  return rulingStyle(host, name) ?? (id === undefined ? undefined : { styles: host, id });
}

/** Word's own styles are written `heading 1` and `Heading 1`. */
function keyOf(name: string): string {
  return name.toLowerCase();
}

/** Whether paragraphs of a style are shown in capitals. */
export function isInCapitals(styles: Styles, id: string | undefined): boolean {
  for (const { style } of styleChain(styles, id)) if (style.inCapitals !== undefined) return style.inCapitals;
  return false;
}
