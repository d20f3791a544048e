import { globSync, readFileSync } from "node:fs";

/** What the packaged extension consists of; its package.json is made of the project's. */
export const packagedFiles = [
  "package.nls.json",
  "package.nls.vi.json",
  "README.md",
  "README.vi.md",
  "SUPPORT.md",
  "CHANGELOG.md",
  "LICENSE",
  "dist/extension.js",
  "dist/server.js",
  "dist/dashboard/page.js",
  "dist/dashboard/page.css",
  "dist/browser/extension.js",
  "dist/browser/server.js",
  "dist/THIRD-PARTY-NOTICES.txt",
  "icons/bdg.png",
  "icons/bdg-light.svg",
  "icons/bdg-dark.svg",
  "icons/plan-view.svg",
  "l10n/bundle.l10n.vi.json",
  "syntaxes/bdg.tmLanguage.json",
  "syntaxes/language-configuration.json",
  "client/styles/summary-table.css",
  ...["plan", "miss", "clause", "record", "export"].map((step) => `docs/walkthrough/${step}.png`),
  ...[
    "README.md",
    ...globSync("*/*.{bdg,txt}", { cwd: "samples" })
      .map((path) => path.replaceAll("\\", "/"))
      .sort(),
  ].map((name) => `samples/${name}`),
];

/** Sections of the readmes for who works in a copy of the project; whoever installs the extension has none. */
const sectionsOfProject = {
  "README.md": ["Try it", "On the command line"],
  "README.vi.md": ["Dùng thử", "Trên dòng lệnh"],
};

/** The texts of the readmes in the package, by their names. */
export function packagedReadmes() {
  return Object.entries(sectionsOfProject).map(([name, titles]) => {
    const sections = readFileSync(name, "utf8").split(/^(?=## )/m);
    const kept = sections.filter((section) => !titles.some((title) => section.startsWith(`## ${title}\n`)));
    if (kept.length !== sections.length - titles.length) throw new Error(`${name} has other sections now`);
    return [name, kept.join("")];
  });
}

/** As the gallery counts: versions whose middle number is odd are tried out, those with an even one are for everybody. */
export function isPreRelease(version) {
  return Number(version.split(".")[1]) % 2 === 1;
}

/** The manifest without what only who works on the project needs: scripts, and packages that are in the bundles. */
export function packagedManifest(manifest) {
  const {
    scripts,
    devDependencies,
    dependencies,
    allowScripts,
    private: isPrivate,
    bin,
    files,
    ...rest
  } = manifest;
  return { ...rest, files: packagedFiles };
}
