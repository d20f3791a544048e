import { plainText } from "./plain-text.ts";
import { complain, exitCannot, type RunContext } from "./run-context.ts";

/** `bdg lsp --stdio`: the language server, until its client leaves. */
export function runLsp(context: RunContext): Promise<number> | number {
  const [extra] = context.arguments.operands;
  if (extra !== undefined) complain(context, "too-many-arguments", { argument: plainText(extra) });
  else if (!context.arguments.options.has("stdio")) complain(context, "stdio-needed", {});
  else return context.host.serve();
  return exitCannot;
}
