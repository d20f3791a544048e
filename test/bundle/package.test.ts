/** What a person finds around the extension: its page, its help, its two languages, and what it is made of. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { isPreRelease, packagedFiles, packagedReadmes } from "../../scripts/packaged-files.mjs";
import { commands } from "../../server/src/lsp/command-names.ts";

const settings = Object.entries<{ readonly default: unknown }>(manifest.contributes.configuration.properties);
const read = (file: string) => readFileSync(file, "utf8");

test("it runs in a browser and over files that are on no disk", () => {
  expect(manifest.capabilities.virtualWorkspaces).toBe(true);
  expect(packagedFiles).toContain(manifest.browser.replace(/^\.\//, ""));
});

test("it is found as what it is", () => {
  expect(manifest.categories).toEqual(["Programming Languages", "Linters", "Formatters"]);
});

describe.each(["README.md", "README.vi.md"])("%s", (file) => {
  const text = read(file);
  const sections = [...text.matchAll(/^## .+$/gm)];

  test("is packed, with the help, the changes and the licence that it leads to", () => {
    for (const one of [file, "SUPPORT.md", "CHANGELOG.md", "LICENSE"]) {
      expect(packagedFiles).toContain(one);
      expect(existsSync(one), one).toBe(true);
    }
    for (const [, target] of text.matchAll(/\]\((?!https?:)([^)#]+)/g))
      expect(existsSync(target!), target).toBe(true);
  });

  test("begins with what it is, a picture and how to try it, and says its limits", () => {
    const pictures = [...text.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)];
    expect(pictures.map(([, , path]) => path)).toEqual(["docs/images/editor.png"]);
    expect(text.indexOf("![")).toBeLessThan(text.indexOf("npm start"));
    expect(text.indexOf("npm start")).toBeLessThan(1500);
    expect(sections).toHaveLength(4);
    expect(text).toMatch(/5 MB/);
  });

  test("in the package speaks of nothing that needs a copy of the project", () => {
    const packaged = new Map(packagedReadmes()).get(file)!;
    expect(packaged).not.toMatch(/\bnpm\b/);
    expect(packaged.split(/^## /m)).toHaveLength(3);
    expect(packaged).toContain("BDG: First Steps");
  });

  test("lists every setting with its default, and no other", () => {
    const rows = [...text.matchAll(/^\| `(bdg\.[\w.]+)` \| .+ \| (.+) \|$/gm)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(rows.map(([name]) => name).sort()).toEqual(settings.map(([name]) => name).sort());
    for (const [name, value] of rows) {
      const standard = settings.find(([one]) => one === name)![1].default;
      const shown = typeof standard === "object" ? JSON.stringify(standard) : String(standard);
      expect(value, name).toMatch(standard === "" ? /^(?:empty|trống)$/ : `\`${shown}\``);
    }
  });
});

test("the page for other editors names the commands that there are", () => {
  const named = [...read("docs/editors.md").matchAll(/`(bdg\.\w+)`/g)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual(Object.values(commands).sort());
});

test.each([
  "package.json",
  "test/vscode/app/package.json",
  "test/vscode/web-app/package.json",
  "test/bench/peers/package.json",
])("every package of %s has one version", (file) => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read(file)) as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  expect(versions.length).toBeGreaterThan(0);
  for (const [name, version] of versions) expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
});

test("an odd version is one to try out", () => {
  expect(["0.1.0", "0.2.0", "1.10.3", "1.11.0"].map(isPreRelease)).toEqual([true, false, false, true]);
});
