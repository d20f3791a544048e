import type { Language } from "../../diagnostics/language.ts";
import { formatPeriodPhrase } from "../../semantics/display.ts";
import type { PlanJudgement, TaskJudgement } from "../../semantics/judgement.ts";
import type { Period } from "../../semantics/period.ts";
import { toPeriod } from "../../semantics/period.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { displayWidth } from "../../text/display-width.ts";
import type { Position } from "../../text/line-index.ts";
import { relativePath } from "../completion-paths.ts";
import { spelled } from "../completion-periods.ts";
import type { FeatureContext } from "../feature-context.ts";
import { languageAround } from "../file-language.ts";
import { clauseItems } from "../plan-overview-clauses.ts";
import { hintFor, type WantedValue } from "./report-lines.ts";

/** A new file for a report. */
export interface ReportFile {
  readonly path: string;
  readonly text: string;
  readonly cursor: Position;
}

/**
 * Each value has a line that is a comment until it is filled in, so that the file has no error while it is being
 * written; `recordValue` knows these lines, and fills them in.
 */
export function reportFile(
  context: FeatureContext,
  judged: PlanJudgement,
  period: Period,
  values: readonly WantedValue[],
  tasks: readonly TaskJudgement[],
): ReportFile {
  const language = languageOf(context, judged.path);
  const path = freePath(context, judged.path, period, language);
  const head = [
    ...usedFiles(judged.path, values).map(
      (file) => `${keywordText("use", language)} "${relativePath(path, file)}"`,
    ),
    "",
    ...howTo(language),
    `${keywordText("report", language)} ${spelled(period, language)} "${titleOf(period, language)}" {`,
  ];
  const lines = valueLines(context, judged, period, values, language);
  const body = [...head, ...lines, ...taskLines(tasks, period, language), "}", ""];
  const first = body.findIndex((line) => /^ {2}# \S.* =$/u.test(line));
  const text = body.map((line, i) => (i === first ? `${line} ` : line)).join("\n");
  return { path, text, cursor: { line: first, character: body[first]!.length + 1 } };
}

function languageOf({ program, settings }: FeatureContext, path: string): Language {
  const file = program.file(path);
  const entries = file?.entries ?? [];
  return languageAround(entries, file?.plan ? entries.indexOf(file.plan) : 0, settings.language);
}

/** The plan's file, and those that hold other indicators of the plan. */
function usedFiles(plan: string, values: readonly WantedValue[]): readonly string[] {
  return [...new Set([plan, ...values.map(({ judgement }) => judgement.indicator.place.source.path)])];
}

/** VS Code shows its commands in English wherever it has no Vietnamese language pack, so a Vietnamese file names both. */
function howTo(language: Language): readonly string[] {
  return language === "vi"
    ? [
        "# Với mỗi dòng bên dưới: bỏ dấu # ở đầu dòng rồi ghi kết quả sau dấu =, ví dụ 11 trên 20.",
        "# Dòng còn dấu # ở đầu chỉ là chú thích: kết quả ghi ở đó chưa được tính.",
        '# Lệnh "BDG: Record Measured Value…" (tiếng Việt: "BDG: Ghi kết quả…") làm việc đó từng bước.',
      ]
    : [
        "# For each line below: take away the # at its beginning and write the value behind the =, for example 11 of 20.",
        "# A line that still begins with # is only a comment: a value in it does not count.",
        '# The command "BDG: Record Measured Value…" does it step by step.',
      ];
}

function titleOf(period: Period, language: Language): string {
  const phrase = formatPeriodPhrase(period, language);
  return language === "vi" ? `Báo cáo kết quả ${phrase}` : `Report on results ${phrase}`;
}

function valueLines(
  context: FeatureContext,
  judged: PlanJudgement,
  whole: Period,
  values: readonly WantedValue[],
  language: Language,
): readonly string[] {
  const clause = clauseItems(
    context,
    judged.indicators.flatMap(({ indicator }) => indicator.citations),
  );
  const heads = values.map((value) => headOf(value, whole, language));
  const width = Math.max(...heads.map(displayWidth));
  const lines: string[] = [];
  let section = "";
  values.forEach((value, i) => {
    const [citation] = value.judgement.indicator.citations;
    const item = citation && clause(citation);
    const title = item ? `${item.section}. ${item.sectionTitle}`.replace(/\.\s*$/u, "") : "";
    if (title !== section && title !== "") lines.push(...(i > 0 ? [""] : []), `  # ${title}`);
    section = title;
    const pad = " ".repeat(width - displayWidth(heads[i]!));
    const isFirst = values[i - 1]?.judgement !== value.judgement;
    if (isFirst) lines.push(`  # ${hintFor(value, language)}`);
    lines.push(`  # ${heads[i]}${pad} =`);
  });
  return lines;
}

/** `name 3/2025 for female`: what stands before the `=`. */
function headOf({ judgement, period, category }: WantedValue, whole: Period, language: Language): string {
  const when = period.text === whole.text ? "" : ` ${spelled(period, language)}`;
  const of = category ? ` ${keywordText("for", language)} ${category.id}` : "";
  return `${judgement.indicator.id}${when}${of}`;
}

/** The statement stands alone on its line, so that it can be copied into the plan as it is. */
function taskLines(tasks: readonly TaskJudgement[], period: Period, language: Language): readonly string[] {
  if (tasks.length === 0) return [];
  const head =
    language === "vi"
      ? "Nhiệm vụ đến hạn; khi xong nhiệm vụ nào, ghi vào nhiệm vụ đó trong kế hoạch dòng sau, kèm nguồn:"
      : "Tasks that are due; when one is done, write this line into it in the plan, with its evidence:";
  return [
    "",
    `  # ${head}`,
    `  #   ${keywordText("done", language)} ${spelled(period, language)} "…"`,
    ...tasks.map(({ task }) => `  # - ${task.id}: ${task.name.replace(/[\r\n]+/gu, " ")}`),
  ];
}

/** Beside the plan's last report and named like it; a file that is there is never meant. */
function freePath(context: FeatureContext, plan: string, period: Period, language: Language): string {
  const last = lastReport(context, plan);
  const suffix = period.text.toLowerCase();
  const folder = (last?.path ?? plan).replace(/[^/]*$/u, "");
  const base = last
    ? last.path
        .slice(folder.length)
        .replace(/\.bdg$/iu, "")
        .replace(last.period.toLowerCase(), suffix)
    : `${language === "vi" ? "bao-cao" : "report"}-${suffix}`;
  const taken = new Set(context.program.paths().map((path) => path.toLowerCase()));
  for (let i = 1; ; i += 1) {
    const path = `${folder}${base}${i === 1 ? "" : `-${i}`}.bdg`;
    if (!taken.has(path.toLowerCase())) return path;
  }
}

/** The last report of the plan whose file is named after its period. */
function lastReport(
  { program, binder }: FeatureContext,
  plan: string,
): { readonly path: string; readonly period: string } | undefined {
  const found = program.paths().flatMap((path) => {
    if (path === plan || binder.planOf(path)?.path !== plan) return [];
    return (program.file(path)?.entries ?? []).flatMap(({ parsed: { declaration } }) => {
      if (declaration?.kind !== "report" || !declaration.period.literal) return [];
      const { text, last } = toPeriod(declaration.period.literal, binder.planOf(path)!.calendar);
      const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
      return name.includes(text.toLowerCase()) ? [{ path, period: text, last }] : [];
    });
  });
  return found.sort((a, b) => a.last - b.last).at(-1);
}
