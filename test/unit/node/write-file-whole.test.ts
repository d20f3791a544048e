import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FileSystemCalls, writeFileWhole } from "../../../server/src/node/write-file-whole.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const names = [
  "realpathSync",
  "statSync",
  "openSync",
  "writeSync",
  "fsyncSync",
  "fstatSync",
  "fchmodSync",
  "closeSync",
  "renameSync",
  "unlinkSync",
] as const satisfies readonly (keyof FileSystemCalls)[];

/** The real calls; before each, `before` may throw. */
function watched(
  before: (name: string, count: number) => void,
  changes: Partial<FileSystemCalls> = {},
): FileSystemCalls {
  let count = 0;
  const wrap = (name: (typeof names)[number]) => {
    // biome-ignore lint/performance/noDynamicNamespaceImportAccess: a test is not bundled
    const call = (changes[name] ?? fs[name]) as (...values: unknown[]) => unknown;
    return (...values: unknown[]) => {
      count += 1;
      before(name, count);
      return call(...values);
    };
  };
  return Object.fromEntries(names.map((name) => [name, wrap(name)])) as unknown as FileSystemCalls;
}

function fault(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Every call that one successful run makes, in order. */
function callsOfOneRun(path: string): string[] {
  const calls: string[] = [];
  expect(
    writeFileWhole(
      path,
      "new text",
      watched((name) => void calls.push(name)),
    ),
  ).toBeUndefined();
  return calls;
}

test("writes a new file, and replaces an old one with its permissions", () => {
  const folder = temporaryFolder({ old: "old text" });
  fs.chmodSync(join(folder, "old"), 0o640);
  expect(writeFileWhole(join(folder, "new"), "Kế hoạch")).toBeUndefined();
  expect(writeFileWhole(join(folder, "old"), "")).toBeUndefined();
  expect(fs.readFileSync(join(folder, "new"), "utf8")).toBe("Kế hoạch");
  expect(fs.readFileSync(join(folder, "old"), "utf8")).toBe("");
  if (process.platform !== "win32") expect(fs.statSync(join(folder, "old")).mode & 0o777).toBe(0o640);
  expect(fs.readdirSync(folder).sort()).toEqual(["new", "old"]);
});

test("follows a link and leaves it a link", () => {
  const folder = temporaryFolder({ "real/f": "old" });
  fs.symlinkSync(join(folder, "real", "f"), join(folder, "link"));
  expect(writeFileWhole(join(folder, "link"), "new")).toBeUndefined();
  expect(fs.lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
  expect(fs.readFileSync(join(folder, "real", "f"), "utf8")).toBe("new");
});

describe("whichever call fails, the old file is whole and nothing else is left", () => {
  const steps = 9;

  test("a successful run makes the calls that are made to fail below", () => {
    expect(callsOfOneRun(join(temporaryFolder({ f: "old text" }), "f"))).toHaveLength(steps);
  });

  for (let n = 1; n <= steps; n += 1) {
    test(`call ${n}`, () => {
      const folder = temporaryFolder({ f: "old text" });
      const calls = watched((_, count) => {
        if (count === n) throw fault("ENOSPC");
      });
      expect(writeFileWhole(join(folder, "f"), "new text", calls)).toBe("disk-full");
      expect(fs.readFileSync(join(folder, "f"), "utf8")).toBe("old text");
      // Where closing itself fails, the file is still open; its name must be gone all the same.
      expect(fs.readdirSync(folder)).toEqual(["f"]);
    });

    test(`call ${n} and every one after it`, () => {
      const folder = temporaryFolder({ f: "old text" });
      const calls = watched((_, count) => {
        if (count >= n) throw fault("EIO");
      });
      expect(writeFileWhole(join(folder, "f"), "new text", calls)).toBe("failed");
      expect(fs.readFileSync(join(folder, "f"), "utf8")).toBe("old text");
    });
  }
});

describe("a disk that says it wrote and didn't", () => {
  test("writes in pieces are put together", () => {
    const path = join(temporaryFolder(), "f");
    const writeSync = ((file: number, data: Uint8Array, offset: number) =>
      fs.writeSync(file, data, offset, 1)) as typeof fs.writeSync;
    expect(
      writeFileWhole(
        path,
        "Kế hoạch",
        watched(() => {}, { writeSync }),
      ),
    ).toBeUndefined();
    expect(fs.readFileSync(path, "utf8")).toBe("Kế hoạch");
  });

  test.each([
    ["writes nothing for ever", (() => 0) as typeof fs.writeSync],
    [
      "reports more than it wrote",
      ((_: number, data: Uint8Array) => data.length) as unknown as typeof fs.writeSync,
    ],
  ])("%s", (_, writeSync) => {
    const folder = temporaryFolder({ f: "old text" });
    expect(
      writeFileWhole(
        join(folder, "f"),
        "new",
        watched(() => {}, { writeSync }),
      ),
    ).toBe("failed");
    expect(fs.readFileSync(join(folder, "f"), "utf8")).toBe("old text");
    expect(fs.readdirSync(folder)).toEqual(["f"]);
  });
});

describe("refused", () => {
  test("a folder that is not there, and a file where a folder should be", () => {
    const folder = temporaryFolder({ f: "" });
    expect(writeFileWhole(join(folder, "none", "f"), "x")).toBe("no-folder");
    expect(writeFileWhole(join(folder, "f", "g"), "x")).toBe("no-folder");
  });

  test("a folder, a device", () => {
    expect(writeFileWhole(temporaryFolder(), "x")).toBe("is-a-folder");
    if (process.platform !== "win32") expect(writeFileWhole("/dev/null", "x")).toBe("not-a-file");
  });

  test("a read-only file, for an administrator too", () => {
    const folder = temporaryFolder({ f: "old text" });
    fs.chmodSync(join(folder, "f"), 0o444);
    expect(writeFileWhole(join(folder, "f"), "new")).toBe("read-only");
    expect(fs.readFileSync(join(folder, "f"), "utf8")).toBe("old text");
  });
});
