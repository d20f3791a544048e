import type { Connection } from "vscode-languageserver";
import type { ServiceSettings } from "../language-service.ts";
import type { ClientAbilities } from "./client-abilities.ts";
import type { FolderProgram } from "./folder-program.ts";
import type { Runtime } from "./runtime.ts";
import { readSettings, sameSettings, toServiceSettings, type UserSettings } from "./settings.ts";

export interface SettingsStore {
  /** What a folder's program is to work with now. */
  current(rootUri: string): ServiceSettings;
  /** What the user set, with what was ignored. */
  userSettings(rootUri: string): UserSettings;
  /** Asks the client for a folder's settings; resolves when they are in, or when it has waited long enough. */
  fetch(rootUri: string): Promise<void>;
  /** Takes settings that the client sent without being asked. */
  accept(settings: unknown): void;
  /** Gives a program the settings of now: another date after midnight. True where that changes anything. */
  apply(program: FolderProgram): boolean;
}

/** A client that never answers must not keep everything waiting. */
const patience = 2_000;

/**
 * The settings of each folder. Without `workspace/configuration` they are the same for all.
 *
 * @param onLate told when settings have come in that nobody waited for any more
 */
export function createSettingsStore(
  connection: Connection,
  client: ClientAbilities,
  runtime: Runtime,
  log: (message: string) => void,
  onLate: () => void,
): SettingsStore {
  const fetched = new Map<string, UserSettings>();
  let questions = 0;
  /** The question about a folder's settings whose answer counts: what comes in for an older one does not. */
  const answered = new Map<string, number>();
  const told = new Set<string>();
  let sent = readSettings(client.options.settings);
  tell(sent);

  /** Several folders mostly have the same settings: what was said is not said again. */
  function tell({ ignored }: UserSettings): void {
    for (const line of ignored) if (!told.has(line)) log(line);
    for (const line of ignored) told.add(line);
  }

  async function ask(rootUri: string): Promise<void> {
    questions += 1;
    const question = questions;
    try {
      const settings = readSettings(
        await connection.workspace.getConfiguration({ scopeUri: rootUri, section: "bdg" }),
      );
      if (question < (answered.get(rootUri) ?? 0)) return;
      answered.set(rootUri, question);
      fetched.set(rootUri, settings);
      tell(settings);
    } catch (error) {
      log(
        `The client's settings could not be had: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  const userSettings = (rootUri: string) => fetched.get(rootUri) ?? sent;
  const current = (rootUri: string) =>
    toServiceSettings(userSettings(rootUri), runtime.today(), client.locale);
  return {
    current,
    userSettings,
    fetch: async (rootUri) => {
      if (!client.configuration) return;
      const tooLong = new Promise<"late">((resolve) => runtime.later(() => resolve("late"), patience));
      const answer = ask(rootUri);
      if ((await Promise.race([answer, tooLong])) === "late") void answer.then(onLate);
    },
    accept: (settings) => {
      if (client.configuration || typeof settings !== "object" || settings === null) return;
      sent = readSettings("bdg" in settings ? settings.bdg : settings);
      tell(sent);
    },
    apply: (program) => {
      const next = current(program.rootUri);
      if (sameSettings(next, program.service.settings)) return false;
      program.service.updateSettings(next);
      return true;
    },
  };
}
