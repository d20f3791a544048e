import type { FolderProgram } from "./folder-program.ts";
import { createIdleWork } from "./idle.ts";
import type { MessageGate } from "./message-gate.ts";
import type { Runtime } from "./runtime.ts";
import type { SettingsStore } from "./settings-store.ts";

/** What has happened since the client was told last. */
export interface News {
  /** Files that the client edited, and will ask about by itself; none where something else changed as well. */
  readonly askedFor: ReadonlySet<string>;
  /** Whether something changed that the client doesn't know of. */
  readonly beyondEdits: boolean;
}

export interface UpdateParts {
  readonly runtime: Pick<Runtime, "soon">;
  readonly gate: Pick<MessageGate, "count">;
  readonly settings: Pick<SettingsStore, "fetch" | "apply">;
  programs(): readonly FolderProgram[];
  /** Runs work that nobody waits for. */
  detached(work: () => Promise<void>): void;
  /** Programs may have come or gone; they are read next. */
  begin(): void;
  /** Every program is ready and no message is waiting: time to tell the client. */
  tell(news: News): void;
  /** The files and settings of a program are in for the first time. */
  loaded(program: FolderProgram): void;
}

/**
 * The order of things: what happens is gathered, files and settings are waited for, and then the client is told once.
 * What arrives meanwhile comes first, so nothing old is ever told.
 */
export class Updates {
  private readonly parts: UpdateParts;
  private readonly settingsOf = new WeakMap<FolderProgram, Promise<void>>();
  private readonly loaded = new WeakSet<FolderProgram>();
  private readonly updateWhenIdle: () => void;
  private editedFiles = new Set<string>();
  private beyondEdits = false;
  /** Whether something happened that the client was not told of. */
  private isStale = false;

  constructor(parts: UpdateParts) {
    this.parts = parts;
    this.updateWhenIdle = createIdleWork(parts.runtime, parts.gate, () =>
      parts.detached(() => this.update()),
    );
  }

  /** The client edited a file, so it knows that the file's problems may have changed. */
  edited(uri: string): void {
    this.editedFiles.add(uri);
    this.ask();
  }

  /** Something changed that the client doesn't know of. */
  changed(): void {
    this.beyondEdits = true;
    this.ask();
  }

  settingsChanged(): void {
    for (const program of this.parts.programs()) this.fetchSettings(program);
    this.changed();
  }

  /** Whether a program's files and settings were in once. */
  isLoaded(program: FolderProgram): boolean {
    return this.loaded.has(program);
  }

  /** Resolves when the settings of a program and everything that it is to read are in. */
  readonly whenReady = async (program: FolderProgram): Promise<void> => {
    await (this.settingsOf.get(program) ?? this.fetchSettings(program));
    // Reading may have shown what else is to be read.
    let settled: Promise<void>;
    do {
      settled = program.settled;
      await settled;
      if (this.parts.settings.apply(program)) {
        this.beyondEdits = true;
        // Before it is loaded an update is on its way anyhow.
        if (this.isLoaded(program)) this.ask();
      }
      // Checking shows which plan documents are to be read.
      program.service.problemsOf("");
    } while (settled !== program.settled);
    if (this.isLoaded(program)) return;
    this.loaded.add(program);
    this.parts.loaded(program);
  };

  private fetchSettings(program: FolderProgram): Promise<void> {
    const fetching = this.parts.settings.fetch(program.rootUri);
    this.settingsOf.set(program, fetching);
    return fetching;
  }

  private ask(): void {
    this.isStale = true;
    this.updateWhenIdle();
  }

  private async update(): Promise<void> {
    const { gate, programs, begin, tell } = this.parts;
    begin();
    const seen = gate.count();
    await Promise.all(programs().map(this.whenReady));
    // While files were read the client went on: what it said comes first.
    if (gate.count() !== seen) return this.updateWhenIdle();
    // Another update may have been asked for while this one waited, and done the work.
    if (this.isStale) tell(this.takeNews());
  }

  private takeNews(): News {
    const { beyondEdits, editedFiles } = this;
    this.isStale = false;
    this.beyondEdits = false;
    this.editedFiles = new Set();
    return { beyondEdits, askedFor: beyondEdits ? new Set() : editedFiles };
  }
}
