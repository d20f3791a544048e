import {
  coverageCounts,
  coverageCsv,
  coverageJson,
  coverageMarkdown,
  coverageWords,
  excerpt,
} from "../export/coverage-table.ts";
import type {
  ClauseCoverage,
  ClauseStatus,
  CommitmentAgreement,
  Coverage,
  DocumentCoverage,
} from "../semantics/coverage.ts";
import { type LoadedProgram, loadProgram } from "./load-program.ts";
import { takesOptions } from "./option-formats.ts";
import { plainText } from "./plain-text.ts";
import { complain, exitCannot, exitFine, exitProblems, type RunContext } from "./run-context.ts";

/** `bdg coverage`: clause, commitment, citing indicator and agreement for the documents of the plans asked for. */
export function runCoverage(context: RunContext): number {
  const format = context.arguments.options.get("format") ?? "pretty";
  if (!takesOptions(context, format, { "no-bom": ["csv"] })) return exitCannot;
  const loaded = loadProgram(context);
  if (!loaded) return exitCannot;
  if (loaded.unread.length > 0) {
    complain(context, "coverage-incomplete", {});
    return exitCannot;
  }
  const coverage = selectDocuments(loaded);
  if (coverage.documents.length === 0) complain(context, "no-document", {});
  context.host.writeOutput(report(coverage, loaded, context));
  return fails(coverage, context.arguments.options.get("fail-on") ?? "never") ? exitProblems : exitFine;
}

/** The documents that a plan in one of the files asked for names. */
function selectDocuments({ service, selected }: LoadedProgram): Coverage {
  const asked = new Set(selected);
  const { documents } = service.coverage();
  return { documents: documents.filter(({ plans }) => plans.some(({ path }) => asked.has(path))) };
}

function report(coverage: Coverage, loaded: LoadedProgram, context: RunContext): string {
  const { language, arguments: parsed } = context;
  switch (parsed.options.get("format")) {
    case "md":
      return coverageMarkdown(coverage, language);
    case "csv":
      return coverageCsv(coverage, language, !parsed.options.has("no-bom"));
    case "json":
      return coverageJson(coverage);
    default:
      return coverage.documents.map((one) => documentReport(one, loaded, context)).join("\n");
  }
}

function fails({ documents }: Coverage, failOn: string): boolean {
  if (failOn === "never") return false;
  return documents.some(({ clauses }) =>
    clauses.some(
      ({ status, commitments }) =>
        commitments.some(({ agreement }) => agreement === "differs") ||
        (failOn === "not-covered" && status === "not-covered"),
    ),
  );
}

const marks: Readonly<Record<ClauseStatus, string>> = {
  covered: "✓",
  aside: "–",
  "not-covered": "✗",
  "not-understood": "?",
};

function documentReport(
  { path, title, counts, clauses }: DocumentCoverage,
  { shownPath }: LoadedProgram,
  context: RunContext,
): string {
  const { colors, language, quiet } = context;
  const heading = `${colors.path(plainText(shownPath(path)))}${title ? `  ${plainText(title)}` : ""}\n`;
  const counted = quiet ? "" : `${coverageCounts(counts, language)}\n`;
  return `${heading}${counted}\n${clauses.map((clause) => clauseReport(clause, context)).join("")}`;
}

function clauseReport(clause: ClauseCoverage, { colors, language }: RunContext): string {
  const { status, address, text, reason, commitments, citedBy } = clause;
  const paint =
    status === "covered"
      ? colors.good
      : status === "not-covered"
        ? (mark: string) => colors.severity("warning", mark)
        : colors.dim;
  const said = reason === null ? "" : `: ${plainText(reason)}`;
  const told = status === "covered" ? "" : `  ${paint(coverageWords[status][language] + said)}`;
  const first = `${paint(marks[status])} ${colors.bold(plainText(address))}  ${plainText(excerpt(text, 70))}${told}\n`;
  const lines = commitments.map((one) => {
    const words = one.agreement === null ? "" : agreementText(one.agreement, { colors, language });
    const by = one.by.length > 0 ? one.by : citedBy.map(({ id }) => id);
    return `    ${[plainText(one.said), words, colors.dim(plainText(by.join(", ")))].filter((part) => part !== "").join("  ")}\n`;
  });
  return first + lines.join("");
}

function agreementText(
  agreement: CommitmentAgreement,
  { colors, language }: Pick<RunContext, "colors" | "language">,
): string {
  const text = coverageWords[agreement][language];
  if (agreement === "agrees") return colors.good(text);
  return agreement === "differs" || agreement === "no-target" ? colors.severity("warning", text) : text;
}
