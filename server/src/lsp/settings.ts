import { isProblemCode, type ProblemCode } from "../diagnostics/catalog.ts";
import type { Language } from "../diagnostics/language.ts";
import type { Severity } from "../diagnostics/message-template.ts";
import type { ServiceSettings } from "../language-service.ts";
import { type Day, parseIsoDate } from "../semantics/period.ts";
import { compare, fromDecimal, hundred, type Rational, rational } from "../semantics/rational.ts";

/** The user's settings, read: what was wrong with them is left out and told. */
export interface UserSettings {
  /** undefined: today. */
  readonly asOf: Day | undefined;
  readonly language: Language | "auto";
  readonly severities: ReadonlyMap<ProblemCode, Severity | "off">;
  /** Fractions. */
  readonly onTrackFrom: Rational;
  readonly offTrackBelow: Rational;
  /** When problems are told: at each change, when a file is saved, or when someone asks for it. */
  readonly checkRun: CheckRun;
  /** Whether hints stand behind values, and lenses above indicators. */
  readonly inlayHints: boolean;
  readonly codeLenses: boolean;
  /** A line for each value that was ignored. */
  readonly ignored: readonly string[];
}

export type CheckRun = (typeof checkRuns)[number];
const checkRuns = ["onType", "onSave", "manual"] as const;

const defaultOnTrackFrom = rational(95n, 100n);
const defaultOffTrackBelow = rational(80n, 100n);

/**
 * Reads the section `bdg` of a client's settings: `asOf` (`"2025-06-30"`, empty for today), `language` (`auto`, `vi`,
 * `en`), `severities` (`{ "target-at-risk": "warning" }`, `off` silences) `forecast` with `onTrackFrom` and
 * `offTrackBelow` in percent, `check` with `run` (`onType`, `onSave`, `manual`), and `inlayHints` and `codeLens` with
 * `enabled`. Anything may come; nothing is thrown.
 */
export function readSettings(section: unknown): UserSettings {
  const ignored: string[] = [];
  const settings = asRecord(section);
  const forecast = asRecord(settings.forecast);
  const edges = readEdges(forecast.onTrackFrom, forecast.offTrackBelow, ignored);
  return {
    asOf: readDate(settings.asOf, ignored),
    language: readLanguage(settings.language, ignored),
    severities: readSeverities(settings.severities, ignored),
    ...edges,
    checkRun: readCheckRun(asRecord(settings.check).run, ignored),
    inlayHints: readSwitch("inlayHints", settings.inlayHints, ignored),
    codeLenses: readSwitch("codeLens", settings.codeLens, ignored),
    ignored,
  };
}

/** What the language core gets: today and the client's language filled in. */
export function toServiceSettings(
  user: UserSettings,
  today: Day,
  locale: string | undefined,
): ServiceSettings {
  const { severities, onTrackFrom, offTrackBelow } = user;
  const automatic: Language = /^vi(?:[-_]|$)/i.test(locale ?? "") ? "vi" : "en";
  const language = user.language === "auto" ? automatic : user.language;
  return { asOf: user.asOf ?? today, language, severities, onTrackFrom, offTrackBelow };
}

/** Whether two settings make the core say the same. */
export function sameSettings(a: ServiceSettings, b: ServiceSettings): boolean {
  return (
    a.asOf === b.asOf &&
    a.language === b.language &&
    compare(a.onTrackFrom, b.onTrackFrom) === 0 &&
    compare(a.offTrackBelow, b.offTrackBelow) === 0 &&
    a.severities.size === b.severities.size &&
    [...a.severities].every(([code, severity]) => b.severities.get(code) === severity)
  );
}

function readDate(value: unknown, ignored: string[]): Day | undefined {
  if (isUnset(value)) return undefined;
  const day = typeof value === "string" ? parseIsoDate(value.trim()) : undefined;
  if (day === undefined)
    ignored.push(`bdg.asOf: ${show(value)} is no date such as 2025-06-30; today is taken`);
  return day;
}

function readLanguage(value: unknown, ignored: string[]): UserSettings["language"] {
  if (value === "vi" || value === "en" || value === "auto") return value;
  if (!isUnset(value)) ignored.push(`bdg.language: ${show(value)} is none of auto, vi, en`);
  return "auto";
}

function readCheckRun(value: unknown, ignored: string[]): CheckRun {
  const known = checkRuns.find((one) => one === value);
  if (!known && !isUnset(value))
    ignored.push(`bdg.check.run: ${show(value)} is none of ${checkRuns.join(", ")}`);
  return known ?? "onType";
}

/** `{ "enabled": false }`; on unless it is switched off. */
function readSwitch(name: string, value: unknown, ignored: string[]): boolean {
  const { enabled } = asRecord(value);
  if (typeof enabled === "boolean") return enabled;
  if (!isUnset(enabled)) ignored.push(`bdg.${name}.enabled: ${show(enabled)} is neither true nor false`);
  return true;
}

function readSeverities(value: unknown, ignored: string[]): ReadonlyMap<ProblemCode, Severity | "off"> {
  const severities = new Map<ProblemCode, Severity | "off">();
  for (const [code, severity] of Object.entries(asRecord(value))) {
    if (!isProblemCode(code)) ignored.push(`bdg.severities: there is no problem “${code}”`);
    else if (isSeverity(severity)) severities.set(code, severity);
    else ignored.push(`bdg.severities: ${show(severity)} for ${code} is no severity`);
  }
  return severities;
}

function isSeverity(value: unknown): value is Severity | "off" {
  return ["error", "warning", "information", "hint", "off"].includes(value as string);
}

function readEdges(
  on: unknown,
  off: unknown,
  ignored: string[],
): Pick<UserSettings, "onTrackFrom" | "offTrackBelow"> {
  const onTrackFrom = readPercent("onTrackFrom", on, ignored) ?? defaultOnTrackFrom;
  const offTrackBelow = readPercent("offTrackBelow", off, ignored) ?? defaultOffTrackBelow;
  if (compare(offTrackBelow, onTrackFrom) <= 0) return { onTrackFrom, offTrackBelow };
  ignored.push("bdg.forecast: offTrackBelow lies above onTrackFrom; 95 and 80 are taken");
  return { onTrackFrom: defaultOnTrackFrom, offTrackBelow: defaultOffTrackBelow };
}

/** A percentage as a fraction. */
function readPercent(name: string, value: unknown, ignored: string[]): Rational | undefined {
  if (isUnset(value)) return undefined;
  const plain =
    typeof value === "number" && value >= 0 && value <= 100 ? fromDecimal(String(value)) : undefined;
  if (!plain) {
    ignored.push(`bdg.forecast.${name}: ${show(value)} is no number from 0 to 100`);
    return undefined;
  }
  return rational(plain.numerator * hundred.denominator, plain.denominator * hundred.numerator);
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

function show(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 60) ?? String(value);
}
