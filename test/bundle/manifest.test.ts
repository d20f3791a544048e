/** The manifest and the package, held to what VS Code's users and its gallery ask of an extension. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { packagedFiles, packagedManifest } from "../../scripts/packaged-files.mjs";
import { thirdPartyNotices } from "../../scripts/third-party-notices.mjs";
import { catalog } from "../../server/src/diagnostics/catalog.ts";
import configuration from "../../syntaxes/language-configuration.json" with { type: "json" };

const { contributes } = manifest;
const settings = Object.entries<Readonly<Record<string, unknown>>>(contributes.configuration.properties);

test("nothing but a .bdg file or one of the commands starts the extension", () => {
  // A language and the commands start it by being contributed; see the test in the real editor.
  expect(manifest.activationEvents).toEqual([]);
});

test("the editor that is asked for is the one whose types are used", () => {
  const [, oldest] = /^\^(\d+\.\d+)\.0$/.exec(manifest.engines.vscode) ?? [];
  expect(manifest.devDependencies["@types/vscode"]).toMatch(new RegExp(`^${oldest}\\.`));
  const client = JSON.parse(readFileSync("node_modules/vscode-languageclient/package.json", "utf8"));
  expect(client.engines.vscode).toBe(manifest.engines.vscode);
});

test("the language has its names, ending, icons and configuration", () => {
  const [language, ...others] = contributes.languages;
  expect(others).toEqual([]);
  expect(language).toMatchObject({ id: "bdg", extensions: [".bdg"], aliases: ["BDG", "Kế hoạch BDG"] });
  for (const file of [language!.icon.light, language!.icon.dark, language!.configuration])
    expect(existsSync(file), file).toBe(true);
  expect(configuration.comments.lineComment).toBe("#");
  expect(configuration.brackets.length).toBeGreaterThan(0);
  expect(configuration.onEnterRules.length).toBeGreaterThan(0);
});

test.each([
  "chỉ_số_1",
  "chỉ_số_1".normalize("NFD"),
  "tỉlệ",
  "tỉlệ".normalize("NFD"),
  "đơn",
  "Ủy".normalize("NFD"),
])("a double click takes the whole of %s", (word) => {
  const { pattern, flags } = configuration.wordPattern;
  expect(word.match(new RegExp(pattern, `${flags}g`))).toEqual([word]);
});

test("commands have one category, plain names, and are offered where there are plans", () => {
  const texts = JSON.parse(readFileSync("package.nls.json", "utf8")) as Record<string, string>;
  expect(contributes.commands.map(({ title }) => texts[title.slice(1, -1)])).toEqual([
    "Export Summary Table…",
    "Show Summary Table",
    "Set As-of Date…",
    "Restart Language Server",
    "Use Vietnamese Keywords",
    "Use English Keywords",
    "Open Clause Beside",
  ]);
  for (const { category } of contributes.commands) expect(category).toBe("BDG");
  const hidden = contributes.menus.commandPalette.filter(({ when }) => when === "false");
  expect(hidden.map(({ command }) => command)).toEqual(["bdg.openClause"]);
  for (const command of contributes.commands.filter((one) => one.command !== "bdg.openClause"))
    expect(command.enablement).toContain("editorLangId == bdg");
  expect(contributes).not.toHaveProperty("keybindings");
  expect(contributes.menus["editor/title"]).toHaveLength(1);
});

test.each(settings)(
  "%s has a default, a description, a scope, and one for each of its words",
  (_, setting) => {
    expect(setting).toHaveProperty("default");
    expect(setting.description ?? setting.markdownDescription).toMatch(/^%setting\./);
    expect(["resource", "window"]).toContain(setting.scope);
    const described = (setting.additionalProperties ?? setting) as {
      enum?: unknown[];
      enumDescriptions?: unknown[];
    };
    expect(described.enumDescriptions?.length).toBe(described.enum?.length);
  },
);

test("the severities that can be set are those of the problems there are", () => {
  const { propertyNames } = contributes.configuration.properties["bdg.severities"];
  expect([...propertyNames.enum].sort()).toEqual(Object.keys(catalog).sort());
});

test("no setting names a program, a module or an address, so any folder can be opened untrusted", () => {
  expect(manifest.capabilities.untrustedWorkspaces).toEqual({ supported: true });
  expect(settings.map(([name]) => name).sort()).toEqual([
    "bdg.asOf",
    "bdg.codeLens.enabled",
    "bdg.forecast.offTrackBelow",
    "bdg.forecast.onTrackFrom",
    "bdg.inlayHints.enabled",
    "bdg.language",
    "bdg.severities",
    "bdg.trace.server",
  ]);
});

test("the gallery's page is complete", () => {
  const icon = readFileSync(manifest.icon);
  // A PNG says its width and height in the bytes 16 to 24.
  expect(icon.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
  expect(manifest.categories).toEqual(expect.arrayContaining(["Programming Languages", "Linters"]));
  expect(manifest.keywords.length).toBeLessThanOrEqual(30);
  expect(manifest.galleryBanner.color).toMatch(/^#[0-9a-f]{6}$/);
  expect(manifest.repository.url).toMatch(/^https:\/\//);
  expect(manifest.bugs.url).toMatch(/^https:\/\//);
});

test("the package holds no sources, tests or maps, and its manifest nothing that only we need", () => {
  expect(packagedFiles.filter((file) => /\.ts$|\.map$|^(server|test|samples|docs)\//.test(file))).toEqual([]);
  const named = [manifest.main, manifest.icon, ...contributes["markdown.previewStyles"]];
  for (const file of named) expect(packagedFiles).toContain(file.replace(/^\.\//, ""));
  const packed = packagedManifest(manifest);
  expect(packed).toMatchObject({ contributes, main: manifest.main });
  for (const own of ["scripts", "dependencies", "devDependencies"]) expect(packed).not.toHaveProperty(own);
});

test("a package's licence travels with its code", () => {
  const notices = thirdPartyNotices([
    "node_modules/chevrotain/lib/chevrotain.mjs",
    "server/src/text/look-alike.ts",
  ]);
  expect(notices).toContain("chevrotain 13.2.0 (Apache-2.0)");
  expect(notices).toContain("TERMS AND CONDITIONS");
});
