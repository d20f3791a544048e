import { window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { l10n } from "../messages.ts";

/** A reason that a command gives for not doing what was asked; shown as it is. */
export class Refusal extends Error {}

/** Runs a command; what goes wrong is one message, and where it is a fault of ours, the details are in the log. */
export async function guarded(client: BaseLanguageClient, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof Refusal) {
      void window.showErrorMessage(error.message);
      return;
    }
    client.outputChannel.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const log = l10n.t("Show Log");
    const answer = await window.showErrorMessage(l10n.t("BDG could not do this; the log says why."), log);
    if (answer === log) client.outputChannel.show(true);
  }
}
