/** The order in which files, settings and edits follow one another, and what is told then. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import type { ServiceSettings } from "../../server/src/language-service.ts";
import { FolderProgram } from "../../server/src/lsp/folder-program.ts";
import { readSettings, toServiceSettings } from "../../server/src/lsp/settings.ts";
import { Updates } from "../../server/src/lsp/updates.ts";
import { nodeRuntime } from "../../server/src/node/server-runtime.ts";
import { parseIsoDate } from "../../server/src/semantics/period.ts";
import { createDeclarationParser } from "../../server/src/syntax/parse.ts";

const day = parseIsoDate("2025-06-30")!;
const settingsIn = (language: "en" | "vi"): ServiceSettings =>
  toServiceSettings(readSettings({ language }), day, undefined);

test("a folder that can't be looked into is told of once", async () => {
  const told: string[] = [];
  const program = new FolderProgram(
    "memfs:/w",
    {
      listSources: () => Promise.resolve([]),
      unreadableFolders: () => ["closed"],
      readSource: () => ({ kind: "failure", failure: "missing" }),
      readDocument: () => ({ kind: "pending" }),
      readTable: () => ({ kind: "pending" }),
    },
    settingsIn("en"),
    nodeRuntime,
    { log: () => {}, changed: () => {}, folderUnreadable: (_, path) => told.push(path) },
    createDeclarationParser(),
    false,
  );
  await program.load();
  await program.load();
  expect(told).toEqual(["closed"]);
});

/** A program whose folder and settings come in when the test lets them. */
function setUp() {
  const told: { readonly askedFor: readonly string[]; readonly beyondEdits: boolean }[] = [];
  const events: string[] = [];
  let letFilesIn: () => void = () => {};
  let letSettingsIn: () => void = () => {};
  let messages = 0;
  let settings = settingsIn("en");
  const program = new FolderProgram(
    "memfs:/w",
    {
      listSources: () => new Promise((resolve) => (letFilesIn = () => resolve([]))),
      readSource: () => ({ kind: "failure", failure: "missing" }),
      readDocument: () => ({ kind: "pending" }),
      readTable: () => ({ kind: "pending" }),
    },
    settings,
    nodeRuntime,
    { log: () => {}, changed: () => updates.changed(), folderUnreadable: () => {} },
    createDeclarationParser(),
    false,
  );
  const updates: Updates = new Updates({
    runtime: nodeRuntime,
    gate: { count: () => messages },
    settings: {
      fetch: () => {
        events.push("asked for settings");
        return new Promise((resolve) => (letSettingsIn = resolve));
      },
      apply: ({ service }) => {
        if (service.settings.language === settings.language) return false;
        service.updateSettings(settings);
        return true;
      },
    },
    programs: () => [program],
    detached: (work) => void work(),
    begin: () => {},
    tell: ({ askedFor, beyondEdits }) => told.push({ askedFor: [...askedFor], beyondEdits }),
    loaded: () => events.push("loaded"),
  });
  return {
    told,
    events,
    updates,
    program,
    letFilesIn: () => letFilesIn(),
    letSettingsIn: () => letSettingsIn(),
    /** Another message of the client has arrived. */
    messageArrives: () => {
      messages += 1;
    },
    speak: (language: "en" | "vi") => {
      settings = settingsIn(language);
    },
  };
}

/** Long enough for everything that does not wait for the test. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await nextTurn();
}

async function setUpAndLoaded() {
  const kit = setUp();
  void kit.program.load();
  kit.updates.changed();
  await settle();
  kit.letFilesIn();
  kit.letSettingsIn();
  await settle();
  kit.told.length = 0;
  kit.events.length = 0;
  return kit;
}

test("nothing is told before files and settings are in, whichever comes last, and then once", async () => {
  for (const order of ["files first", "settings first"] as const) {
    const kit = setUp();
    void kit.program.load();
    kit.updates.edited("memfs:/w/a.bdg");
    await settle();
    const [first, last] =
      order === "files first" ? [kit.letFilesIn, kit.letSettingsIn] : [kit.letSettingsIn, kit.letFilesIn];
    first();
    await settle();
    expect([kit.told, kit.updates.isLoaded(kit.program)]).toEqual([[], false]);
    last();
    await settle();
    expect(kit.told).toEqual([{ askedFor: [], beyondEdits: true }]);
    expect(kit.updates.isLoaded(kit.program)).toBe(true);
    expect(kit.events).toEqual(["asked for settings", "loaded"]);
  }
});

test("a burst of edits is told once, with the files that the client will ask about by itself", async () => {
  const { updates, told } = await setUpAndLoaded();
  for (const name of ["a", "b", "a"]) updates.edited(name);
  await settle();
  expect(told).toEqual([{ askedFor: ["a", "b"], beyondEdits: false }]);
  updates.edited("c");
  await settle();
  expect(told[1]).toEqual({ askedFor: ["c"], beyondEdits: false });
});

test("where something else changed as well, the client is told of the edited files, too", async () => {
  const { updates, told } = await setUpAndLoaded();
  updates.edited("a");
  updates.changed();
  await settle();
  updates.edited("b");
  await settle();
  expect(told).toEqual([
    { askedFor: [], beyondEdits: true },
    { askedFor: ["b"], beyondEdits: false },
  ]);
});

test("a message that arrives while files are read comes first, and what it says is told with the rest", async () => {
  const { updates, told, program, letFilesIn, messageArrives } = await setUpAndLoaded();
  void program.load();
  updates.edited("a");
  await settle();
  messageArrives();
  letFilesIn();
  // Every message has its own turn.
  await nextTurn();
  updates.edited("b");
  await settle();
  expect(told).toEqual([{ askedFor: [], beyondEdits: true }]);
});

test("changed settings are asked for, waited for, and told of", async () => {
  const { updates, told, events, program, letSettingsIn, speak } = await setUpAndLoaded();
  updates.settingsChanged();
  await settle();
  expect([events, told]).toEqual([["asked for settings"], []]);
  speak("vi");
  letSettingsIn();
  await settle();
  expect(told).toEqual([{ askedFor: [], beyondEdits: true }]);
  expect(program.service.settings.language).toBe("vi");
});

test("settings that differ when somebody asks are applied at once, and the client is told", async () => {
  const { updates, told, program, speak } = await setUpAndLoaded();
  speak("vi");
  await updates.whenReady(program);
  expect(program.service.settings.language).toBe("vi");
  await settle();
  expect(told).toEqual([{ askedFor: [], beyondEdits: true }]);
});
