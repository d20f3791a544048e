import { complain, exitCannot, type RunContext } from "./run-context.ts";

/** `bdg lsp --stdio`: the language server, until its client leaves. */
export function runLsp(context: RunContext): Promise<number> | number {
  if (context.arguments.options.has("stdio")) return context.host.serve();
  complain(context, "stdio-needed", {});
  return exitCannot;
}
