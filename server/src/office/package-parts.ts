import { OfficeError } from "./office-error.ts";
import { readXml } from "./xml.ts";
import type { ZipFile } from "./zip-file.ts";

/** A part that another one refers to; what lies outside the file is never followed and not among them. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: `officeDocument`, `styles`, `worksheet`. */
  readonly type: string;
  /** The part's name in the ZIP. */
  readonly target: string;
}

/**
 * What a part refers to inside the file, by its `.rels`; the package's own for the empty name.
 *
 * @throws OfficeError
 */
export function readRelationships(zip: ZipFile, part: string): readonly Relationship[] {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const bytes = zip.read(`${folder}_rels/${part.slice(slash)}.rels`);
  if (bytes === undefined) return [];
  const found: Relationship[] = [];
  readXml(bytes, {
    open(element) {
      if (element.name !== "Relationship" || element.attribute("TargetMode") === "External") return;
      const type = element.attribute("Type") ?? "";
      const target = element.attribute("Target") ?? "";
      found.push({
        id: element.attribute("Id") ?? "",
        type: type.slice(type.lastIndexOf("/") + 1),
        target: resolveTarget(folder, target),
      });
    },
  });
  return found;
}

/**
 * The types of a package's parts, as it lists them: in small letters, without parameters; empty for one it doesn't list.
 *
 * @throws OfficeError
 */
export function readContentTypes(zip: ZipFile): (part: string) => string {
  const byExtension = new Map<string, string>();
  const byPart = new Map<string, string>();
  const bytes = zip.read("[Content_Types].xml");
  if (bytes !== undefined)
    readXml(bytes, {
      open(element) {
        const named = (name: string) => element.attribute(name)?.toLowerCase() ?? "";
        const type = named("ContentType").replace(/\s*;.*$/s, "");
        if (element.name === "Default") byExtension.set(named("Extension"), type);
        else if (element.name === "Override") byPart.set(named("PartName"), type);
      },
    });
  return (part) => {
    const name = `/${part}`.toLowerCase();
    return byPart.get(name) ?? byExtension.get(name.slice(name.lastIndexOf(".") + 1)) ?? "";
  };
}

function resolveTarget(folder: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : folder + target;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/**
 * The part that is the document itself.
 *
 * @throws OfficeError `damaged` where the file names none
 */
export function findMainPart(zip: ZipFile): string {
  const main = readRelationships(zip, "").find(({ type }) => type === "officeDocument");
  if (main === undefined || !zip.has(main.target)) throw new OfficeError("damaged", "no main part");
  return main.target;
}
