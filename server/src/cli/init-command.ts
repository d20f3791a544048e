import { getNewPlan } from "../language-features/new-plan.ts";
import { createDeclarationParser } from "../syntax/parse.ts";
import { extensionOf } from "../text/program-path.ts";
import { cliMessage } from "./messages.ts";
import { complainOfUnread, onlyDocument, readNamedDocument } from "./named-document.ts";
import { plainText } from "./plain-text.ts";
import { complain, exitCannot, exitFine, type RunContext } from "./run-context.ts";
import { writeOutput } from "./write-output.ts";

/** `bdg init`: makes a plan file from a document, and never writes over one that is there. */
export function runInit(context: RunContext): number {
  const { options } = context.arguments;
  const path = onlyDocument(context, "init");
  if (path === undefined) return exitCannot;
  const output = options.get("output");
  if (output !== undefined && !mayWrite(context, output)) return exitCannot;
  const shown = plainText(path);
  const reading = readNamedDocument(context, path);
  if (reading === undefined) return exitCannot;
  complainOfUnread(context, reading);
  const { document, text } = reading;
  if (document.clauses.length === 0) {
    complain(context, "no-clauses", { path: shown });
    return exitCannot;
  }
  const keywords = options.get("keywords");
  const plan = getNewPlan(createDeclarationParser(), text, document, {
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
  const { text, indicators, tasks, checks } = plan;
  if (!writeOutput(context, output, text)) return exitCannot;
  if (!quiet) host.writeError(`${cliMessage("drafted", language, { indicators, tasks, checks })}\n`);
  return exitFine;
}
