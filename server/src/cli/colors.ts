import type { Severity } from "../diagnostics/message-template.ts";

/** Puts text into a colour of the terminal, or leaves it as it is. */
export interface Colors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly path: (text: string) => string;
  readonly good: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

/** Codes of the sixteen basic colours, which every terminal shows in its own theme. */
const severityCodes: Readonly<Record<Severity, string>> = {
  error: "1;31",
  warning: "1;33",
  information: "1;34",
  hint: "1;36",
};

export function createColors(enabled: boolean): Colors {
  const paint = (code: string) => (text: string) =>
    enabled && text !== "" ? `\u001b[${code}m${text}\u001b[0m` : text;
  return {
    bold: paint("1"),
    dim: paint("2"),
    path: paint("4"),
    good: paint("1;32"),
    severity: (severity, text) => paint(severityCodes[severity])(text),
  };
}
