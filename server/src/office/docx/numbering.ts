import { readXml, type XmlElement } from "../xml.ts";

/** One level of a list, as numbering.xml defines it. */
export interface ListLevel {
  readonly start: number;
  /** `decimal`, `upperRoman`, `bullet`, … */
  readonly format: string;
  /** `%1.%2.`, or the bullet's sign. */
  readonly text: string;
  /** All numbers in it are written as decimals. */
  readonly isLegal: boolean;
  /** The level (from 1) after which it starts again; 0: never; undefined: after each outer one. */
  readonly restart: number | undefined;
  /** Id of the paragraph style that has this level. */
  readonly style: string | undefined;
}

/** A list: its levels, and what it starts again with where it is a copy of another. */
export interface ListDefinition {
  /** Lists with the same one count on from each other. */
  readonly abstractId: string;
  readonly levels: readonly (ListLevel | undefined)[];
  /** The level's first number in this list, where it is said again. */
  readonly startOverrides: readonly (number | undefined)[];
}

interface AbstractList {
  readonly levels: (ListLevel | undefined)[];
  /** The style whose list this one is. */
  styleLink: string | undefined;
  numStyleLink: string | undefined;
}

interface Instance {
  abstractId: string;
  readonly startOverrides: (number | undefined)[];
  readonly levels: (ListLevel | undefined)[];
}

interface DraftLevel {
  index: number;
  start: number;
  format: string;
  text: string;
  isLegal: boolean;
  restart: number | undefined;
  style: string | undefined;
}

const mostLevels = 9;

/** The lists of a document by their numId, from word/numbering.xml. Throws OfficeError where that is no XML. */
export function readNumbering(bytes: Uint8Array | undefined): ReadonlyMap<string, ListDefinition> {
  const abstracts = new Map<string, AbstractList>();
  const instances = new Map<string, Instance>();
  if (bytes !== undefined) readParts(bytes, abstracts, instances);
  const lists = new Map<string, ListDefinition>();
  for (const [id, { abstractId, startOverrides, levels }] of instances) {
    const abstract = resolveAbstract(abstracts, abstractId);
    if (abstract === undefined) continue;
    const own = Array.from({ length: mostLevels }, (_, i) => levels[i] ?? abstract.list.levels[i]);
    lists.set(id, { abstractId: abstract.id, levels: own, startOverrides });
  }
  return lists;
}

function resolveAbstract(abstracts: ReadonlyMap<string, AbstractList>, id: string) {
  const list = abstracts.get(id);
  if (list?.numStyleLink === undefined) return list && { id, list };
  for (const [otherId, other] of abstracts)
    if (other.styleLink === list.numStyleLink) return { id: otherId, list: other };
  return { id, list };
}

function readParts(
  bytes: Uint8Array,
  abstracts: Map<string, AbstractList>,
  instances: Map<string, Instance>,
): void {
  let abstract: AbstractList | undefined;
  let instance: Instance | undefined;
  let override = -1;
  let level: DraftLevel | undefined;
  readXml(bytes, {
    open(element) {
      const value = element.attribute("val");
      switch (element.name) {
        case "abstractNum":
          abstract = { levels: [], styleLink: undefined, numStyleLink: undefined };
          abstracts.set(element.attribute("abstractNumId") ?? "", abstract);
          break;
        case "num":
          instance = { abstractId: "", startOverrides: [], levels: [] };
          instances.set(element.attribute("numId") ?? "", instance);
          break;
        case "abstractNumId":
          if (instance) instance.abstractId = value ?? "";
          break;
        case "styleLink":
          if (abstract) abstract.styleLink = value;
          break;
        case "numStyleLink":
          if (abstract) abstract.numStyleLink = value;
          break;
        case "lvlOverride":
          override = levelIndex(element);
          break;
        case "startOverride":
          if (instance && override >= 0) instance.startOverrides[override] = toCount(value);
          break;
        case "lvl":
          level = newLevel(levelIndex(element));
          break;
        default:
          if (level) readLevelPart(level, element.name, value);
      }
    },
    close(name) {
      if (name === "abstractNum") abstract = undefined;
      else if (name === "num") instance = undefined;
      else if (name === "lvlOverride") override = -1;
      else if (name === "lvl" && level) {
        const owner = abstract ?? instance;
        if (owner && level.index >= 0) owner.levels[level.index] = level;
        level = undefined;
      }
    },
  });
}

function levelIndex(element: XmlElement): number {
  const index = Number(element.attribute("ilvl"));
  return Number.isInteger(index) && index >= 0 && index < mostLevels ? index : -1;
}

function newLevel(index: number): DraftLevel {
  return {
    index,
    start: 0,
    format: "decimal",
    text: "",
    isLegal: false,
    restart: undefined,
    style: undefined,
  };
}

function readLevelPart(level: DraftLevel, name: string, value: string | undefined): void {
  if (name === "start") level.start = toCount(value);
  else if (name === "numFmt") level.format = value ?? "decimal";
  else if (name === "lvlText") level.text = value ?? "";
  else if (name === "isLgl") level.isLegal = isOn(value);
  else if (name === "lvlRestart") level.restart = toCount(value);
  else if (name === "pStyle") level.style = value;
}

function toCount(value: string | undefined): number {
  const count = Number(value);
  return Number.isInteger(count) && count >= 0 && count <= 100_000 ? count : 0;
}

/** A switch without a value is on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || value === "1" || value === "true" || value === "on";
}
