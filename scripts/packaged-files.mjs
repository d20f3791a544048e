/** What the packaged extension consists of; its package.json is made of the project's. */
export const packagedFiles = [
  "package.nls.json",
  "package.nls.vi.json",
  "README.md",
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
];

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
