import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createOfficeFiles } from "../../../server/src/node/office-files.ts";
import type { OfficeReading } from "../../../server/src/office/read-office-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const text = (words: string): OfficeReading => ({ kind: "text", text: words, rows: [] });

test("a file is read once while it is unchanged, and again when it was written or touched", async () => {
  const path = join(temporaryFolder({ "a.docx": "1" }), "a.docx");
  let count = 0;
  const read = createOfficeFiles(async () => text(String(++count)));
  expect(await Promise.all([read(path), read(path)])).toEqual([text("1"), text("1")]);
  expect(await read(path)).toEqual(text("1"));
  writeFileSync(path, "2");
  expect(await read(path)).toEqual(text("2"));
  utimesSync(path, 1, 1);
  expect(await read(path)).toEqual(text("3"));
});

test("what failed, or is not there, is tried again", async () => {
  const path = join(temporaryFolder({ "a.docx": "1" }), "a.docx");
  let count = 0;
  const read = createOfficeFiles(async () => {
    count += 1;
    return count === 1 ? { kind: "failure", failure: "too-complex" } : text(String(count));
  });
  expect(await read(path)).toEqual({ kind: "failure", failure: "too-complex" });
  expect(await read(path)).toEqual(text("2"));
  rmSync(path);
  expect(await read(path)).toEqual(text("3"));
  expect(await read(path)).toEqual(text("4"));
});

test("two are read at a time, the others wait, one that fails keeps nobody waiting", async () => {
  const folder = temporaryFolder({});
  let running = 0;
  let most = 0;
  const read = createOfficeFiles(async (path) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    if (path.endsWith("3")) throw new Error("expected");
    return text(path);
  });
  const all = Array.from({ length: 9 }, (_, index) => read(join(folder, String(index))));
  const settled = await Promise.allSettled(all);
  expect(settled.map(({ status }) => status).filter((status) => status === "rejected")).toHaveLength(1);
  expect(most).toBe(2);
});
