import { fileURLToPath } from "node:url";

/** Absolute path inside the project, from a path relative to its root. */
export function projectPath(relative: string): string {
  return fileURLToPath(new URL(`../../../${relative}`, import.meta.url));
}

/** The package that holds the editor, the browser and the font; see `install.ts`. */
export const appFolder = projectPath("test/vscode/app");

/** VS Code with its remote server, as code-server ships it. */
export const vscodeFolder = projectPath("test/vscode/app/node_modules/code-server/lib/vscode");

/** The unpacked Chromium with its libraries (Linux x64 only). */
export const chromiumFolder = projectPath("test/vscode/app/.cache/chromium");

/** What CI keeps: PNG files named by {@link screenshot}. */
export const screenshotFolder = projectPath("out/screenshots");

/** The extension as `npm run package` makes it. */
export const packagedExtension = projectPath("out/bdg.vsix");
