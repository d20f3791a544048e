import { monospaceFamily } from "./fonts.ts";

/** Settings that keep the workbench to what was asked for. */
export const quietSettings = {
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.ignoreRecommendations": true,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "git.enabled": false,
};

/** The same for tests. The font is named: widths and screenshots are not to depend on what a system has. */
export const testSettings = {
  ...quietSettings,
  "editor.fontFamily": `'${monospaceFamily}', monospace`,
  "workbench.reduceMotion": "on",
};
