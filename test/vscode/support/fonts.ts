import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectPath } from "./paths.ts";

/**
 * The Noto faces have every Vietnamese letter, precomposed and with combining marks, each mark where it
 * belongs. The face in Chromium's own package lacks letters, and DejaVu Sans Mono sets the acute of "ế"
 * beside its letter.
 */
const fontFolders = ["noto-sans", "noto-sans-mono"].map((name) =>
  projectPath(`test/vscode/app/node_modules/@expo-google-fonts/${name}`),
);

/** The fixed-width family of the test browser, to be named in the editor's settings. */
export const monospaceFamily = "Noto Sans Mono";

/** Writes a fontconfig file into `folder` that knows the fonts of the npm packages alone; returns its path. */
export function writeFontConfig(folder: string): string {
  const path = join(folder, "fonts.conf");
  writeFileSync(
    path,
    [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      "<fontconfig>",
      ...fontFolders.map((fonts) => `  <dir>${fonts}</dir>`),
      `  <cachedir>${join(folder, "font-cache")}</cachedir>`,
      `  <alias><family>monospace</family><prefer><family>${monospaceFamily}</family></prefer></alias>`,
      // Whatever else is asked for, `system-ui` above all.
      '  <match target="pattern"><edit name="family" mode="append_last"><string>Noto Sans</string></edit></match>',
      "</fontconfig>",
      "",
    ].join("\n"),
  );
  return path;
}
