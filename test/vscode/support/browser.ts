/**
 * A real browser for the tests.
 *
 *     const browser = await startBrowser();
 *     const page = await browser.newPage();
 *     …
 *     await screenshot(page, "hover");      // out/screenshots/hover.png, kept by CI
 *     await browser.close();
 *
 * On Linux x64 it is the Chromium of the npm package, with its own libraries and a font that has the
 * Vietnamese letters; elsewhere the Chrome that is installed. (Seen working on Linux x64 only.)
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { hasBundledChromium, installRealEditor } from "../install.ts";
import { writeFontConfig } from "./fonts.ts";
import { chromiumFolder, screenshotFolder } from "./paths.ts";

const quiet = ["--disable-background-networking", "--no-first-run", "--font-render-hinting=none"];

/** Starts a browser without a window. Close it with `close()`; it also ends with this process. */
export async function startBrowser(): Promise<Browser> {
  installRealEditor();
  if (!hasBundledChromium) return chromium.launch({ channel: "chrome", args: quiet });
  return chromium.launch({
    executablePath: join(chromiumFolder, "chromium"),
    // There is neither a GPU nor, for root in a container, a sandbox to be had.
    args: ["--headless=shell", "--no-sandbox", "--no-zygote", "--disable-gpu", ...quiet],
    env: {
      ...definedEnvironment(),
      LD_LIBRARY_PATH: join(chromiumFolder, "al2023", "lib"),
      FONTCONFIG_FILE: writeFontConfig(chromiumFolder),
    },
  });
}

/** Saves what `page` shows as `out/screenshots/NAME.png` and returns the path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(screenshotFolder, { recursive: true });
  const path = join(screenshotFolder, `${name}.png`);
  // What is on its way in or out (a closing list) is shown as it will be in the end.
  await page.screenshot({ path, animations: "disabled" });
  return path;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
