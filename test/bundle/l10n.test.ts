import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import vietnamese from "../../l10n/bundle.l10n.vi.json" with { type: "json" };
import english from "../../package.nls.json" with { type: "json" };
import vietnameseManifest from "../../package.nls.vi.json" with { type: "json" };

const sources = readdirSync("client/src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ({ name, text: readFileSync(`client/src/${name}`, "utf8") }))
  .filter(({ name }) => name !== "messages.ts");

/** The first argument of every `l10n.t(…)`; undefined for a call whose text does not stand in place. */
function translatedTexts(): readonly { readonly name: string; readonly text: string | undefined }[] {
  return sources.flatMap(({ name, text }) =>
    Array.from(text.matchAll(/l10n\.t\(\s*("(?:[^"\\]|\\.)*")?/g), ([, literal]) => ({
      name,
      text: literal === undefined ? undefined : (JSON.parse(literal) as string),
    })),
  );
}

const holes = (text: string) => [...text.matchAll(/\{\w*\}/g)].map(([hole]) => hole).sort();

test("every text of the extension has its Vietnamese words, and no words are left over", () => {
  const texts = translatedTexts();
  expect(texts.length).toBeGreaterThan(40);
  expect(texts.filter(({ text }) => text === undefined)).toEqual([]);
  expect([...new Set(texts.map(({ text }) => text))].sort()).toEqual(Object.keys(vietnamese).sort());
});

test("a translation has the holes of its text", () => {
  for (const [text, translation] of Object.entries(vietnamese))
    expect(holes(translation)).toEqual(holes(text));
});

test("no sentence is put together from translated pieces, and none depends on how many there are", () => {
  const call = /l10n\.t\((?:"(?:[^"\\]|\\.)*"|[^"()])*\)/.source;
  // What a dot follows is the name of a file.
  const glue = new RegExp(`\\$\\{${call}\\}(?!\\.)|${call}\\s*\\+|\\+\\s*${call}`, "g");
  const glued = sources.flatMap(({ name, text }) => (text.match(glue) ?? []).map((found) => [name, found]));
  expect(glued).toEqual([]);
  const pieces = Object.entries(vietnamese)
    .flat()
    .filter((text) => text !== text.trim());
  expect(pieces).toEqual([]);
  // “indicators: 1” is right where “1 indicators” is not.
  const counted = Object.keys(vietnamese).filter((text) => /\{\d\} (?!(?:of|left|to)\b)\p{L}/u.test(text));
  expect(counted).toEqual([]);
});

test("the extension never goes past the setting bdg.language", () => {
  expect(sources.filter(({ text }) => text.includes("vscode.l10n")).map(({ name }) => name)).toEqual([]);
});

test("the manifest's texts are there in both languages", () => {
  expect(Object.keys(vietnameseManifest)).toEqual(Object.keys(english));
  for (const [key, text] of Object.entries(vietnameseManifest))
    expect(text, key).not.toBe((english as Record<string, string>)[key]);
});

test("every placeholder of the manifest has a text, and every text is used", () => {
  const used = [...readFileSync("package.json", "utf8").matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
  expect([...new Set(used)].sort()).toEqual(Object.keys(english).sort());
});
