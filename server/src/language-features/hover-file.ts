import { failureText } from "../diagnostics/failure-text.ts";
import { inLanguage } from "../diagnostics/language.ts";
import type { PlanDocument } from "../documents/plan-document.ts";
import type { ProgramFile } from "../semantics/program.ts";
import { resolveProgramPath } from "../text/program-path.ts";
import type { FeatureContext } from "./feature-context.ts";
import { escapeMarkdown } from "./markdown.ts";

/** On the path of another file: what was found there. */
export function fileHover(context: FeatureContext, from: string, written: string): readonly string[] {
  const resolved = resolveProgramPath(from, written);
  return resolved.kind === "path" ? fileBlocks(context, resolved.path) : [];
}

export function fileBlocks(context: FeatureContext, path: string): readonly string[] {
  const head = `**${escapeMarkdown(path)}**`;
  const file = context.program.file(path);
  const { language } = context.settings;
  if (file) return [head, ...programFileText(context, file)];
  if (/\.bdg$/i.test(path)) return [`${head} — ${inLanguage(failureText("missing"), language)}`];
  const reading = context.documents.read(path);
  switch (reading.kind) {
    case "pending":
      return [`${head} — ${language === "vi" ? "đang đọc" : "being read"}`];
    case "failure":
      return [`${head} — ${inLanguage(failureText(reading.failure), language)}`];
    case "document":
      return [head, ...documentText(context, reading.document)];
  }
}

function programFileText({ settings }: FeatureContext, { entries, plan }: ProgramFile): string[] {
  const count = (kind: string): number =>
    entries.filter(({ parsed }) => parsed.declaration?.kind === kind).length;
  const [indicators, tasks, reports] = [count("indicator"), count("task"), count("report")];
  const words =
    settings.language === "vi"
      ? ([
          [indicators, "chỉ tiêu"],
          [tasks, "nhiệm vụ"],
          [reports, "báo cáo"],
        ] as const)
      : ([
          [indicators, "indicators"],
          [tasks, "tasks"],
          [reports, "reports"],
        ] as const);
  const counts = words.flatMap(([number, word]) => (number > 0 ? [`${number} ${word}`] : [])).join(", ");
  const title = plan?.parsed.declaration?.title?.value;
  return [...(title ? [escapeMarkdown(title)] : []), ...(counts ? [counts] : [])];
}

function documentText({ settings }: FeatureContext, document: PlanDocument): string[] {
  const vietnamese = settings.language === "vi";
  const title = [document.kind, document.title].filter((part) => part !== null).join(": ");
  const facts = [
    ...(document.number === null ? [] : [`${vietnamese ? "số" : "No."} ${document.number}`]),
    ...(document.date === null ? [] : [document.date]),
    `${document.clauses.length} ${vietnamese ? "điều khoản" : "clauses"}`,
  ];
  return [...(title ? [escapeMarkdown(title)] : []), escapeMarkdown(facts.join(" · "))];
}
