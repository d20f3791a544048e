import { strToU8, zipSync } from "fflate";

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One part of an office file: its name in the package and its XML. */
export type OfficePart = readonly [name: string, xml: string];

/** The date that every part has: the same input gives the same bytes. */
const fixedDate = new Date(1980, 0, 1);

/** An office file is a ZIP of its parts, in their order. */
export function toPackage(parts: readonly OfficePart[]): Uint8Array {
  return zipSync(Object.fromEntries(parts.map(([name, xml]) => [name, strToU8(xml)])), {
    level: 6,
    mtime: fixedDate,
  });
}

const relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The relationships of a part; each is an id, the last word of its type, and where it leads. */
export function relationships(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const inside = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${relationship}/${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside.join("")}</Relationships>`;
}

/** What kind each part is: a part's name and the last words of its content type. */
export function contentTypes(parts: readonly (readonly [name: string, type: string])[]): string {
  const overrides = parts.map(
    ([name, type]) =>
      `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}
