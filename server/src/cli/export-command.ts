import { toCsv } from "../export/csv.ts";
import { toJson } from "../export/json.ts";
import { toMarkdown } from "../export/markdown.ts";
import { buildSummary } from "../export/rows.ts";
import type { ProgramJudgement } from "../semantics/judgement.ts";
import { extensionOf } from "../text/program-path.ts";
import { type LoadedProgram, loadProgram } from "./load-program.ts";
import { cliMessage } from "./messages.ts";
import { commandSpecs } from "./options.ts";
import { plainText } from "./plain-text.ts";
import { asOfDate, complain, exitCannot, exitFine, type RunContext } from "./run-context.ts";

type Format = "md" | "csv" | "json";

/** `bdg export`: prints the summary table of the plans asked for, or writes it to the file named. */
export function runExport(context: RunContext): number {
  const output = context.arguments.options.get("output");
  const format = chooseFormat(context, output);
  const asOf = asOfDate(context);
  if (format === undefined || asOf === undefined) return exitCannot;
  const loaded = loadProgram(context, asOf);
  if (!loaded) return exitCannot;
  // A table from which a file is missing would be taken for the whole one.
  if (loaded.incomplete) return exitCannot;

  const judgement = selectPlans(loaded);
  if (judgement.plans.length === 0) complain(context, "no-plan", {});
  const text = writeFormat(format, judgement, context);
  if (output === undefined) {
    context.host.writeOutput(text);
    return exitFine;
  }
  return writeOutput(context, output, text);
}

/** From `--format`, else from the ending of the file to write, else Markdown. */
function chooseFormat(context: RunContext, output: string | undefined): Format | undefined {
  const path = plainText(output ?? "");
  const ending = output === undefined ? "" : extensionOf(output.replaceAll("\\", "/")).slice(1);
  if (ending === "bdg") {
    complain(context, "would-overwrite-plan", { path });
    return undefined;
  }
  const wish = context.arguments.options.get("format") ?? (output === undefined ? "md" : ending);
  if (wish === "md" || wish === "csv" || wish === "json") return wish;
  const spec = commandSpecs
    .find(({ name }) => name === "export")
    ?.options.find(({ name }) => name === "format");
  if (spec?.notYet?.includes(wish)) complain(context, "not-yet", { value: wish, choices: "md, csv, json" });
  else complain(context, "format-unknown", { path });
  return undefined;
}

function selectPlans({ service, selected }: LoadedProgram): ProgramJudgement {
  const judgement = service.judgement();
  const asked = new Set(selected);
  return { ...judgement, plans: judgement.plans.filter(({ path }) => asked.has(path)) };
}

function writeFormat(
  format: Format,
  judgement: ProgramJudgement,
  { language, arguments: { options } }: RunContext,
) {
  if (format === "json") return toJson(judgement);
  const summary = buildSummary(judgement, { language, forecasts: !options.has("no-forecast") });
  return format === "csv" ? toCsv(summary, { byteOrderMark: !options.has("no-bom") }) : toMarkdown(summary);
}

function writeOutput(context: RunContext, output: string, text: string): number {
  const failure = context.host.writeFile(output, text);
  const path = plainText(output);
  if (failure) {
    complain(context, `write-${failure}`, { path });
    return exitCannot;
  }
  if (!context.quiet) context.host.writeError(`${cliMessage("written", context.language, { path })}\n`);
  return exitFine;
}
