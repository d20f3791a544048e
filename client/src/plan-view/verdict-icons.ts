import { ThemeColor, ThemeIcon } from "vscode";
import type { IndicatorStatus } from "../statuses.ts";

/** A verdict's shape tells it without its colour; facts are full circles with a sign, forecasts are not. */
const icons: Readonly<Record<IndicatorStatus, readonly [icon: string, color: string]>> = {
  met: ["pass", "bdg.met"],
  missed: ["error", "bdg.missed"],
  "no-data": ["question", "bdg.noData"],
  "on-track": ["arrow-right", "bdg.onTrack"],
  "at-risk": ["warning", "bdg.atRisk"],
  "off-track": ["arrow-down", "bdg.offTrack"],
  pending: ["circle-outline", "bdg.pending"],
};

export function verdictIcon(status: IndicatorStatus): ThemeIcon {
  const [icon, color] = icons[status];
  return new ThemeIcon(icon, new ThemeColor(color));
}
