import type { Language } from "../diagnostics/language.ts";
import { calendarOf } from "../semantics/binder/bind-period.ts";
import { formatPeriodPhrase, statusLabel, taskStatusLabel } from "../semantics/display.ts";
import type { Entry } from "../semantics/entry.ts";
import type { Status } from "../semantics/judgement.ts";
import { literalAt, type Period, toDate, toPeriod } from "../semantics/period.ts";
import { findSymbol } from "../semantics/scope.ts";
import type { PeriodUse } from "./completion-expected.ts";
import type { CompletionPlace } from "./completion-place.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { CompletionEntry } from "./feature-types.ts";

const mostPeriods = 12;

interface Suggested {
  readonly text: string;
  readonly detail: string;
}

/** Periods that make sense here: those without a value yet, those to explain, the years of the plan. */
export function periodEntries(
  context: FeatureContext,
  place: CompletionPlace,
  use: PeriodUse,
  fileLanguage: Language,
): readonly CompletionEntry[] {
  const range = place.rangeFrom(place.text.length - place.typed.length);
  const seen = new Set<string>();
  const all = [...openPeriods(context, place, use, fileLanguage), ...yearsFor(context, place, use)];
  const distinct = all.filter(({ text }) => !seen.has(text) && seen.add(text));
  return distinct.slice(0, mostPeriods).map(({ text, detail }, i) => ({
    label: text,
    kind: "value",
    detail,
    subject: null,
    insertText: text,
    snippet: null,
    range,
    filterText: text,
    sortText: `0${String(i).padStart(3, "0")}`,
  }));
}

/** Windows of the indicator's or the task's own due points that still want something. */
function openPeriods(
  context: FeatureContext,
  place: CompletionPlace,
  use: PeriodUse,
  fileLanguage: Language,
): readonly Suggested[] {
  const judgement = context.judgementOf(judgedEntry(context, place));
  if (!judgement) return [];
  const { asOf, language } = context.settings;
  const suggest = (window: Period, label: string): Suggested => ({
    text: spelled(window, fileLanguage),
    detail: `${formatPeriodPhrase(window, language)}: ${label}`,
  });
  if ("task" in judgement) {
    const wanted = judgement.due.filter(({ status, window }) => status !== "met" && window.first <= asOf);
    if (use !== "done" && use !== "explain") return [];
    return wanted.reverse().map(({ window, status }) => suggest(window, taskStatusLabel(status, language)));
  }
  const wanted: readonly Status[] =
    use === "measured" ? ["no-data"] : use === "explain" ? ["missed", "no-data"] : [];
  return judgement.targets
    .flatMap(({ due }) => due)
    .filter(
      ({ status, explanation }) => wanted.includes(status) && (use === "measured" || explanation === null),
    )
    .sort((a, b) => b.window.last - a.window.last)
    .map(({ window, status }) => suggest(window, statusLabel(status, language)));
}

function judgedEntry({ program }: FeatureContext, { located, declaration, tokens }: CompletionPlace): Entry {
  const { entry } = located;
  const [name] = tokens;
  if (declaration !== "report" || !name) return entry;
  const word = { start: 0, end: 0, text: name.image.normalize("NFC") };
  const symbol = findSymbol(
    program,
    entry.path,
    { start: 0, end: 0, qualifier: null, name: word },
    "indicator",
  );
  return symbol?.entry ?? entry;
}

/** A period as the file would write it: `2025-03` in English, `3/2025` in Vietnamese. */
export function spelled({ text, unit }: Period, language: Language): string {
  if (text.includes("..") || language === "en" || unit !== "month") return text;
  const [year, month] = text.split("-");
  return `${Number(month)}/${year}`;
}

function yearsFor(
  { binder, settings }: FeatureContext,
  { located }: CompletionPlace,
  use: PeriodUse,
): readonly Suggested[] {
  const plan = binder.planOf(located.entry.path);
  const calendar = calendarOf(plan);
  const now = literalAt(settings.asOf, "year", calendar).year;
  if (use === "plan") return [`${now}..${now + 4}`, `${now}..${now + 9}`].map(withoutDetail);
  if (use === "issued") return [String(now)].map(withoutDetail);
  const first = plan?.period ? toDate(plan.period.first + 31).year : now - 5;
  const last = plan?.period ? toDate(plan.period.last).year : now + 10;
  const years = Array.from({ length: Math.min(100, Math.max(0, last - first + 1)) }, (_, i) => first + i);
  const starts = (year: number): boolean =>
    toPeriod({ unit: "year", year, index: 0, day: 0 }, calendar).first <= settings.asOf;
  const past = years.filter(starts).reverse();
  const ahead = years.filter((year) => !starts(year));
  const ordered = use === "target" || use === "due" ? [...past.slice(0, 1), ...ahead] : past;
  return ordered.map(String).map(withoutDetail);
}

function withoutDetail(text: string): Suggested {
  return { text, detail: "" };
}
