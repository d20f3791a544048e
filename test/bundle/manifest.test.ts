/** The manifest and the package, held to what VS Code's users and its gallery ask of an extension. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { packagedFiles, packagedManifest } from "../../scripts/packaged-files.mjs";
import { thirdPartyNotices } from "../../scripts/third-party-notices.mjs";
import { catalog } from "../../server/src/diagnostics/catalog.ts";
import configuration from "../../syntaxes/language-configuration.json" with { type: "json" };

const { contributes } = manifest;
const settings = Object.entries<Readonly<Record<string, unknown>>>(contributes.configuration.properties);

test("nothing but a .bdg file, one of the commands or a dashboard left open starts the extension", () => {
  // A language and the commands start it by being contributed; see the test in the real editor.
  expect(manifest.activationEvents).toEqual(["onWebviewPanel:bdg.dashboard"]);
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
  const titles = contributes.commands.map(({ title }) => texts[title.slice(1, -1)]);
  // In title case and without a full stop; three dots where something more is asked.
  for (const title of titles) expect(title).toMatch(/^[A-Z][\w-]*(?: (?:[A-Z][\w-]*|from|by|of))*…?$/);
  for (const { category } of contributes.commands) expect(category).toBe("BDG");
  // What only means something for a line of a view, or in its title, is not in the palette.
  const hidden = contributes.menus.commandPalette.filter(({ when }) => when === "false");
  const names = new Set(hidden.map(({ command }) => command));
  expect([...names]).toEqual(
    expect.arrayContaining(["bdg.openClause", "bdg.openItemClause", "bdg.filterPlans"]),
  );
  // Those that make the first plan can't ask for one.
  const first = ["bdg.newEmptyPlan", "bdg.newPlanFromDocument", "bdg.openSamplePlan", "bdg.openWalkthrough"];
  for (const { command, enablement } of contributes.commands as readonly Command[]) {
    if (names.has(command) || first.includes(command)) continue;
    expect(enablement, command).toContain("editorLangId == bdg");
  }
  expect(contributes).not.toHaveProperty("keybindings");
  // One icon, that of the dashboard; what else there is stands in the menu beside.
  const inTitle = contributes.menus["editor/title"].filter(({ group }) => group === "navigation");
  expect(inTitle.map(({ command, when }) => [command, when])).toEqual([
    ["bdg.openDashboard", "resourceLangId == bdg"],
  ]);
});

interface Command {
  readonly command: string;
  readonly title: string;
  readonly icon?: string;
  readonly enablement?: string;
}

interface MenuItem {
  readonly command: string;
  readonly when: string;
  readonly group: string;
}

test("there is one view container, with a tree that has an icon, and says what to do first when it is empty", () => {
  expect(Object.values(contributes.viewsContainers).flat()).toHaveLength(1);
  for (const { icon } of Object.values(contributes.viewsContainers).flat()) {
    expect(existsSync(icon), icon).toBe(true);
    expect(packagedFiles).toContain(icon);
  }
  const views = Object.values(contributes.views).flat();
  expect(views.map(({ id }) => id)).toEqual(["bdg.plans"]);
  for (const view of views) {
    expect(view).not.toHaveProperty("type", "webview");
    expect(existsSync(view.icon), view.icon).toBe(true);
    expect(contributes.viewsWelcome.map((one) => one.view)).toContain(view.id);
  }
});

test.each(["package.nls.json", "package.nls.vi.json"])(
  "the empty view in %s leads to commands that there are",
  (file) => {
    const texts = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
    const commands = contributes.commands.map(({ command }) => command);
    for (const { contents } of contributes.viewsWelcome) {
      const text = texts[contents.slice(1, -1)]!;
      const linked = [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command!);
      expect(linked).toEqual(["bdg.openSamplePlan", "bdg.newPlanFromDocument", "bdg.newEmptyPlan"]);
      for (const command of linked) expect(commands).toContain(command);
    }
  },
);

test("the view's title refreshes, filters and groups; a line's own button changes nothing at once", () => {
  const title = contributes.menus["view/title"] as readonly MenuItem[];
  const buttons = title.filter(({ group }) => group.startsWith("navigation"));
  expect(buttons.map(({ command }) => command)).toEqual([
    "bdg.openDashboard",
    "bdg.filterPlans",
    "bdg.clearPlanFilter",
    "bdg.refreshPlans",
  ]);
  const icons = new Map(
    (contributes.commands as readonly Command[]).map(({ command, icon }) => [command, icon]),
  );
  for (const { command } of buttons) expect(icons.get(command)).toMatch(/^\$\([\w-]+\)$/);
  const lines = contributes.menus["view/item/context"] as readonly MenuItem[];
  for (const { when } of [...title, ...lines]) expect(when).toMatch(/^view == bdg\.plans\b/);
  // It opens the steps in which the value is asked for.
  const inline = lines.filter(({ group }) => group.startsWith("inline"));
  expect(inline.map(({ command }) => command)).toEqual(["bdg.recordMeasuredValue"]);
});

test("the status bar has at most one item, with one icon and no colour of its own", () => {
  const sources = readdirSync("client/src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(`client/src/${name}`, "utf8"));
  const makers = sources.filter((text) => text.includes("createStatusBarItem("));
  expect(makers).toHaveLength(1);
  const [maker] = makers;
  expect(maker!.split("createStatusBarItem(")).toHaveLength(2);
  expect(maker!.match(/\$\(\w+\)/g)).toHaveLength(1);
  expect(maker).not.toMatch(/backgroundColor|\.color\b/);
});

test("each verdict has a colour that stands out from the side bar in every kind of theme", () => {
  const grounds = {
    light: "#f8f8f8",
    dark: "#181818",
    highContrast: "#000000",
    highContrastLight: "#ffffff",
  };
  expect(contributes.colors.map(({ id }) => id)).toEqual([
    "bdg.met",
    "bdg.missed",
    "bdg.noData",
    "bdg.onTrack",
    "bdg.atRisk",
    "bdg.offTrack",
    "bdg.pending",
  ]);
  for (const { id, defaults } of contributes.colors) {
    for (const [theme, ground] of Object.entries(grounds)) {
      const color = defaults[theme as keyof typeof defaults];
      expect(contrast(color, ground), `${id} in ${theme}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

/** As WCAG 2 has it: 1 for the same colour, 21 for black on white. */
function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

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
    "bdg.check.run",
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
  expect(
    packagedFiles.filter((file) => /\.ts$|\.map$|^(?:server|test|docs\/(?!walkthrough\/))/.test(file)),
  ).toEqual([]);
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

test("there is one walkthrough of a few steps, each with something to do and a way to be done, in both languages", () => {
  const [walkthrough, ...others] = contributes.walkthroughs as readonly {
    readonly steps: readonly {
      readonly title: string;
      readonly description: string;
      readonly media: { readonly image: string; readonly altText: string };
      readonly completionEvents: readonly string[];
    }[];
  }[];
  expect(others).toEqual([]);
  expect(walkthrough!.steps.length).toBeLessThanOrEqual(6);
  for (const file of ["package.nls.json", "package.nls.vi.json"]) {
    const texts = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
    for (const { title, description, media, completionEvents } of walkthrough!.steps) {
      const text = (key: string) => texts[key.slice(1, -1)];
      expect(text(title)).toMatch(/\S/);
      expect(text(description)).toMatch(/\]\(command:[\w.]+\)$/);
      expect(text(media.altText)).toMatch(/\S/);
      expect(packagedFiles).toContain(media.image);
      expect(completionEvents.length).toBeGreaterThan(0);
    }
  }
});
