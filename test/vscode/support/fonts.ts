import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectPath } from "./paths.ts";

/**
 * DejaVu has every Vietnamese letter, precomposed and with combining marks, in a proportional and a
 * fixed-width face; the face that comes with Chromium's package has not, and would show boxes.
 */
export const fontFolder = projectPath("test/vscode/app/node_modules/dejavu-fonts-ttf/ttf");

/** Writes a fontconfig file into `folder` that knows {@link fontFolder} alone, and returns its path. */
export function writeFontConfig(folder: string): string {
  const aliases = [
    ["sans-serif", "DejaVu Sans"],
    ["system-ui", "DejaVu Sans"],
    ["monospace", "DejaVu Sans Mono"],
    ["serif", "DejaVu Serif"],
  ].map(
    ([family, font]) =>
      `  <alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`,
  );
  const path = join(folder, "fonts.conf");
  writeFileSync(
    path,
    [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
      "<fontconfig>",
      `  <dir>${fontFolder}</dir>`,
      `  <cachedir>${join(folder, "font-cache")}</cachedir>`,
      ...aliases,
      "</fontconfig>",
      "",
    ].join("\n"),
  );
  return path;
}
