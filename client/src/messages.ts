import * as vscode from "vscode";
import vietnamese from "../../l10n/bundle.l10n.vi.json" with { type: "json" };

const vietnameseTexts: ReadonlyMap<string, string> = new Map(Object.entries(vietnamese));

/** The language that the user chose for BDG; `auto` where VS Code's own language decides. */
export function chosenLanguage(): "auto" | "vi" | "en" {
  const setting = vscode.workspace.getConfiguration("bdg").get<string>("language");
  return setting === "vi" || setting === "en" ? setting : "auto";
}

/** What dates and numbers of the extension's own messages are written in. */
export function messageLocale(): "vi" | "en-GB" {
  const language = chosenLanguage();
  const shown = language === "auto" ? vscode.env.language : language;
  return shown.toLowerCase().startsWith("vi") ? "vi" : "en-GB";
}

/**
 * Like `vscode.l10n`, but the setting `bdg.language` wins over VS Code's own language. The English text is the key;
 * `{0}`, `{1}`… stand for the further arguments. Call it with the text in place, so that the test of
 * l10n/bundle.l10n.vi.json finds it.
 */
export const l10n = {
  t(text: string, ...holes: readonly (string | number)[]): string {
    const language = chosenLanguage();
    if (language === "auto") return vscode.l10n.t(text, ...holes);
    const template = language === "vi" ? (vietnameseTexts.get(text) ?? text) : text;
    return template.replace(/\{(\d+)\}/g, (hole, index: string) => String(holes[Number(index)] ?? hole));
  },
} as const;
