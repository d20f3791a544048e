import { leadBodies, ofBody } from "../export/by-body.ts";
import type { ProgramJudgement } from "../semantics/judgement.ts";
import {
  type ExportFormat,
  exportFormats,
  exportJudgement,
  formatOfEnding,
  isBinary,
} from "../service/export-judgement.ts";
import { extensionOf } from "../text/program-path.ts";
import { writeFolder } from "./export-folder.ts";
import { type LoadedProgram, loadProgram } from "./load-program.ts";
import { complainOfErrors } from "./missing-from-table.ts";
import { type OptionFormats, takesOptions } from "./option-formats.ts";
import { plainText } from "./plain-text.ts";
import { complain, exitCannot, exitFine, type RunContext } from "./run-context.ts";
import { writeOutput } from "./write-output.ts";

/** `bdg export`: prints the summary table of the plans asked for, or writes it to the file named. */
export function runExport(context: RunContext): Promise<number> | number {
  const { options } = context.arguments;
  const output = options.get("output");
  const format = chooseFormat(context, output);
  if (format === undefined || !takesOptions(context, format, optionFormats)) return exitCannot;
  const loaded = loadProgram(context);
  if (!loaded) return exitCannot;
  // A table from which a file is missing would be taken for the whole one.
  if (loaded.unread.length > 0) {
    complain(context, "export-incomplete", {});
    return exitCannot;
  }

  const judgement = selectBody(context, selectPlans(loaded));
  if (judgement === undefined) return exitCannot;
  if (judgement.plans.length === 0) complain(context, "no-plan", {});
  complainOfErrors(context, loaded);
  if (format === "parquet") return writeFolder(context, output!, judgement, loaded.shownPath);
  const written = exportJudgement(judgement, format, {
    language: context.language,
    forecasts: !options.has("no-forecast"),
    byBody: options.has("by-body"),
    byteOrderMark: !options.has("no-bom"),
  });
  if (output !== undefined) return writeOutput(context, output, written) ? exitFine : exitCannot;
  context.host.writeOutput(String(written));
  return exitFine;
}

/** The summary tables; every other format has a shape of its own, whose readers rely on it. */
const tables = ["md", "csv", "xlsx", "docx", "html"];
const optionFormats: OptionFormats = { "by-body": tables, "no-forecast": tables, "no-bom": ["csv"] };

/** From `--format`, else from the ending of the file to write, else Markdown. */
function chooseFormat(context: RunContext, output: string | undefined): ExportFormat | "parquet" | undefined {
  const path = plainText(output ?? "");
  const ending = output === undefined ? "" : extensionOf(output.replaceAll("\\", "/")).slice(1);
  if (ending === "bdg") {
    complain(context, "would-overwrite-plan", { path });
    return undefined;
  }
  const wish = context.arguments.options.get("format");
  const format =
    wish === "parquet"
      ? wish
      : (exportFormats.find((one) => one === wish) ?? formatOfEnding(output === undefined ? "md" : ending));
  if (format === undefined) {
    const endings = exportFormats.filter((one) => formatOfEnding(one) !== undefined).map((one) => `.${one}`);
    complain(context, "format-unknown", { path, endings: [...endings, ".xml"].join(", ") });
  } else if (output === undefined && (format === "parquet" || isBinary(format)))
    complain(context, format === "parquet" ? "folder-needed" : "output-needed", { format });
  else return format;
  return undefined;
}

/** What the body of `--body` leads; undefined, after a line of complaint, where it leads nothing. */
function selectBody(context: RunContext, judgement: ProgramJudgement): ProgramJudgement | undefined {
  const wanted = context.arguments.options.get("body");
  if (wanted === undefined) return judgement;
  const bodies = leadBodies(judgement);
  const body = bodies.find(
    ({ id, name }) => id === wanted.normalize("NFC") || name === wanted.normalize("NFC"),
  );
  if (body) return ofBody(judgement, body.id);
  const known = bodies.map(({ id }) => id).join(", ");
  if (known === "") complain(context, "no-lead", { body: plainText(wanted) });
  else complain(context, "body-unknown", { body: plainText(wanted), bodies: known });
  return undefined;
}

function selectPlans({ service, selected }: LoadedProgram): ProgramJudgement {
  const judgement = service.judgement();
  const asked = new Set(selected);
  return { ...judgement, plans: judgement.plans.filter(({ path }) => asked.has(path)) };
}
