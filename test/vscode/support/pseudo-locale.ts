/**
 * The packaged extension in a language that nobody speaks: every text that goes through the manifest's or the
 * extension's Vietnamese words is longer by two fifths, accented, and marked at both ends. What is shown without marks
 * goes past them.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const accented: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: "ả",
    e: "ẽ",
    i: "ỉ",
    o: "ỗ",
    u: "ử",
    y: "ỹ",
    d: "đ",
    A: "Ả",
    E: "Ẽ",
    I: "Ỉ",
    O: "Ỗ",
    U: "Ử",
  }),
);

/** A text of the extension as it is shown in the pseudo-locale; holes, code, and where links lead stay as they are. */
export function pseudoText(text: string): string {
  const lines = text.split("\n").map((line) => {
    const [, label, target] = /^\[(.+)\](\(command:.+\))$/.exec(line) ?? [];
    return label === undefined ? pseudoLine(line) : `[${pseudoLine(label)}]${target}`;
  });
  return lines.join("\n");
}

function pseudoLine(line: string): string {
  const parts = line.split(/(\{\d+\}|`[^`]*`)/);
  const words = parts.map((part, i) =>
    i % 2 === 1 ? part : [...part].map((letter) => accented.get(letter) ?? letter).join(""),
  );
  const more = "đẽm ".repeat(Math.ceil(line.length / 10)).slice(0, Math.ceil(line.length * 0.4));
  return `⟦${words.join("")} ${more.trim()}⟧`;
}

/** Writes a copy of a packaged extension whose Vietnamese words are pseudo-texts, made of the English ones. */
export function writePseudoExtension(vsix: string, copy: string): void {
  const files = unzipSync(readFileSync(vsix));
  const read = (name: string) => JSON.parse(strFromU8(files[`extension/${name}`]!)) as Record<string, string>;
  const write = (name: string, texts: Readonly<Record<string, string>>) => {
    files[`extension/${name}`] = strToU8(JSON.stringify(texts));
  };
  const manifest = Object.entries(read("package.nls.json"));
  write("package.nls.vi.json", Object.fromEntries(manifest.map(([key, text]) => [key, pseudoText(text)])));
  const keys = Object.keys(read("l10n/bundle.l10n.vi.json"));
  write("l10n/bundle.l10n.vi.json", Object.fromEntries(keys.map((text) => [text, pseudoText(text)])));
  writeFileSync(copy, zipSync(files, { level: 0 }));
}
