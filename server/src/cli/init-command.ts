import { readPlanDocument } from "../documents/plan-document.ts";
import { getNewPlan } from "../language-features/new-plan.ts";
import { createDeclarationParser } from "../syntax/parse.ts";
import { extensionOf } from "../text/program-path.ts";
import { cliMessage } from "./messages.ts";
import { plainText } from "./plain-text.ts";
import { complain, exitCannot, exitFine, type RunContext } from "./run-context.ts";

/** `bdg init`: makes a plan file from a document, and never writes over one that is there. */
export function runInit(context: RunContext): number {
  const { operands, options } = context.arguments;
  const [path, extra] = operands;
  if (path === undefined) {
    complain(context, "document-needed", { command: "init" });
    return exitCannot;
  }
  if (extra !== undefined) {
    complain(context, "too-many-arguments", { argument: plainText(extra) });
    return exitCannot;
  }
  const output = options.get("output");
  if (output !== undefined && !mayWrite(context, output)) return exitCannot;
  const shown = plainText(path);
  const reading = context.host.readDocument(path);
  if (reading.kind === "failure") {
    complain(context, `file-${reading.failure}`, { path: shown });
    return exitCannot;
  }
  const document = readPlanDocument(reading.text, reading.rows);
  if (document.clauses.length === 0) {
    complain(context, "no-clauses", { path: shown });
    return exitCannot;
  }
  const keywords = options.get("keywords");
  const plan = getNewPlan(createDeclarationParser(), reading.text, document, {
    documentPath: context.host.pathFrom(output, path),
    language: context.language,
    ...(keywords === "en" || keywords === "vi" ? { keywords } : {}),
  });
  if (plan.indicators === 0) complain(context, "no-commitments", { path: shown });
  return output === undefined ? print(context, plan.text) : write(context, output, plan);
}

function mayWrite(context: RunContext, output: string): boolean {
  const path = plainText(output);
  if (extensionOf(output.replaceAll("\\", "/")) !== ".bdg") {
    complain(context, "plan-file-name", { path });
    return false;
  }
  if (!context.host.exists(output)) return true;
  complain(context, "plan-exists", { path });
  return false;
}

function print({ host }: RunContext, text: string): number {
  host.writeOutput(text);
  return exitFine;
}

function write(context: RunContext, output: string, plan: ReturnType<typeof getNewPlan>): number {
  const { host, language, quiet } = context;
  const path = plainText(output);
  const failure = host.writeFile(output, plan.text);
  if (failure) {
    complain(context, `write-${failure}`, { path });
    return exitCannot;
  }
  const { indicators, tasks, checks } = plan;
  if (!quiet) {
    host.writeError(`${cliMessage("written", language, { path })}\n`);
    host.writeError(`${cliMessage("drafted", language, { indicators, tasks, checks })}\n`);
  }
  return exitFine;
}
