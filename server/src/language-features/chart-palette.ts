/**
 * The chart's only colours. An image in a hover can't follow the editor's theme, so the chart lies on a card of its
 * own, on which text has a contrast of 4.5:1; lines and marks have 3:1 on the card and on the hover's background,
 * be it light or dark.
 */
export const chartPalette = {
  card: "#ffffff",
  text: "#333333",
  grid: "#dddddd",
  frame: "#808080",
  path: "#3c7fc0",
  target: "#8a63d2",
  measured: "#3a8a3e",
  missed: "#d1442b",
} as const;
