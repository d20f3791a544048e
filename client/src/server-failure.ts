import { window } from "vscode";
import { type BaseLanguageClient, CloseAction, ErrorAction, type ErrorHandler } from "vscode-languageclient";
import { l10n } from "./messages.ts";

/** So many times within {@link crashWindow} milliseconds is a crash followed by a new start; then no more. */
const maxCrashes = 5;
const crashWindow = 3 * 60_000;

/**
 * Brings a crashed server back without a word, since nothing is lost, and gives up when it keeps crashing.
 *
 * @param onGivenUp called once each time there will be no new start
 */
export function createErrorHandler(onGivenUp: () => void): ErrorHandler {
  let crashes: readonly number[] = [];
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => {
      const now = Date.now();
      crashes = [...crashes.filter((time) => now - time < crashWindow), now];
      if (crashes.length < maxCrashes) return { action: CloseAction.Restart, handled: true };
      crashes = [];
      onGivenUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

/** The one message after the last crash, with a way on. */
export function tellGivenUp(client: BaseLanguageClient): Promise<void> {
  const text = l10n.t(
    "The BDG language server crashed too often ({0}× in three minutes) and is not started again.",
    maxCrashes,
  );
  return offerRestart(client, text);
}

/** The one message where the server did not start at all; the reason is in the log. */
export function tellNotStarted(client: BaseLanguageClient, error: unknown): Promise<void> {
  client.outputChannel.error(String(error));
  return offerRestart(client, l10n.t("The BDG language server could not be started."));
}

async function offerRestart(client: BaseLanguageClient, text: string): Promise<void> {
  const again = l10n.t("Start Again");
  const log = l10n.t("Show Log");
  const answer = await window.showErrorMessage(text, again, log);
  if (answer === log) client.outputChannel.show(true);
  // Another failure is told by another message.
  if (answer === again) await client.start().catch((error: unknown) => tellNotStarted(client, error));
}
