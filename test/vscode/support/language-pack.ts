import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Registers a language pack without translations, so that VS Code reports `locale` as its language (to
 * extensions too) and shows its own texts in English: there is no published pack for Vietnamese.
 */
export function writeLanguagePack(userDataFolder: string, locale: string): void {
  const folder = join(userDataFolder, "language-pack");
  mkdirSync(folder, { recursive: true });
  const translations = join(folder, "main.i18n.json");
  writeFileSync(translations, JSON.stringify({ version: "1.0.0", contents: {} }));
  const pack = {
    hash: `bdg-${locale}`,
    label: locale,
    extensions: [{ extensionIdentifier: { id: `bdg.language-pack-${locale}` }, version: "1.0.0" }],
    translations: { vscode: translations },
  };
  writeFileSync(join(userDataFolder, "languagepacks.json"), JSON.stringify({ [locale]: pack }));
}
