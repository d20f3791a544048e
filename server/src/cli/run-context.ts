import type { Language } from "../diagnostics/language.ts";
import { parseIsoDate } from "../semantics/period.ts";
import type { CommandArguments } from "./arguments.ts";
import type { CliHost } from "./cli-host.ts";
import { type Colors, createColors } from "./colors.ts";
import { type CliHoles, type CliMessage, type CliText, cliMessage, cliText } from "./messages.ts";
import { plainText } from "./plain-text.ts";

/** The exit statuses, as the reference promises them. */
export const exitFine = 0;
export const exitProblems = 1;
export const exitCannot = 2;

/** What every command works with. */
export interface RunContext {
  readonly host: CliHost;
  readonly language: Language;
  readonly colors: Colors;
  readonly quiet: boolean;
  /** The day to judge as of: `--as-of`, else today; in days since 1970-01-01. */
  readonly asOf: number;
  readonly arguments: CommandArguments;
}

/** undefined, after a line of complaint, where an option says what can't be. */
export function createRunContext(
  host: CliHost,
  language: Language,
  parsed: CommandArguments,
): RunContext | undefined {
  const color = parsed.options.get("color") ?? "auto";
  const wantsColor = color === "always" || (color === "auto" && host.terminal.output && host.terminal.colors);
  const quiet = parsed.options.has("quiet");
  const day = parsed.options.get("as-of");
  const asOf = day === undefined ? host.today : parseIsoDate(day);
  if (asOf !== undefined)
    return { host, language, colors: createColors(wantsColor), quiet, asOf, arguments: parsed };
  complain({ host, language }, "date-wrong", { value: plainText(day ?? "") });
  return undefined;
}

/** The user's language: `--lang`, else the environment's if that is Vietnamese, else English. */
export function languageOf(words: readonly string[], locale: string): Language {
  const wish = words.flatMap((word, i) => {
    if (word === "--lang") return [words[i + 1]];
    return word.startsWith("--lang=") ? [word.slice("--lang=".length)] : [];
  });
  const chosen = wish.at(-1);
  if (chosen === "vi" || chosen === "en") return chosen;
  return /^vi(?:[_.@-]|$)/i.test(locale) ? "vi" : "en";
}

/** Says one line on standard error. */
export function complain<Key extends CliMessage>(
  { host, language }: Pick<RunContext, "host" | "language">,
  key: Key,
  holes: CliHoles<Key>,
): void {
  complainText({ host, language }, cliText(key, holes));
}

export function complainText({ host, language }: Pick<RunContext, "host" | "language">, text: CliText): void {
  host.writeError(`bdg: ${text(language)}\n`);
}

/** Says what was done, on standard error, unless the user wants it quiet. */
export function tell<Key extends CliMessage>(
  { host, language, quiet }: Pick<RunContext, "host" | "language" | "quiet">,
  key: Key,
  holes: CliHoles<Key>,
): void {
  if (!quiet) host.writeError(`${cliMessage(key, language, holes)}\n`);
}

/** Tells a user, on a terminal and over many files, how far reading is. */
export function progressTeller(context: RunContext): (done: number, total: number) => void {
  const { host, language, quiet } = context;
  if (quiet || !host.terminal.errors) return () => {};
  const fewFiles = 100;
  return (done, total) => {
    if (total < fewFiles) return;
    if (done % fewFiles === 0) host.writeError(`\r${cliMessage("reading", language, { done, total })}`);
    if (done === total) host.writeError("\r\u001b[K");
  };
}
