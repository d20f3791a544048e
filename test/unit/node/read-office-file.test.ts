import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { maxOfficeBytes } from "../../../server/src/limits.ts";
import {
  readOfficeBytes,
  readOfficeFile,
  readOfficeFileNow,
} from "../../../server/src/node/read-office-file.ts";
import { docxParts, makeDocx, paragraph, toBytes } from "../../support/docx.ts";
import { useBuilt } from "../../support/lsp-process.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** The shipped bundle reads each file in a process of its own. */
const bundle = useBuilt("dist/bdg.js");

function fileWith(bytes: Uint8Array | string): string {
  const folder = temporaryFolder({});
  const path = join(folder, "a.docx");
  writeFileSync(path, bytes);
  return path;
}

/** Both ways of reading, which must agree. */
async function read(path: string) {
  const now = readOfficeFileNow(path, bundle());
  expect(await readOfficeFile(path, bundle())).toEqual(now);
  return now;
}

test("a document's text comes back from the process", async () => {
  expect(await read(fileWith(makeDocx({ body: paragraph("Đến năm 2025 đạt 60%") })))).toEqual({
    kind: "text",
    text: "Đến năm 2025 đạt 60%",
    rows: [],
  });
});

test("the bytes of a file that lies on no disk are read there too", async () => {
  const bytes = makeDocx({ body: paragraph("Đến năm 2025 đạt 60%") });
  expect(await readOfficeBytes(bytes, "docx", bundle())).toEqual({
    kind: "text",
    text: "Đến năm 2025 đạt 60%",
    rows: [],
  });
  expect(await readOfficeBytes(bytes, "xlsx", bundle())).toEqual({ kind: "failure", failure: "not-xlsx" });
  expect(await readOfficeBytes(new Uint8Array(), "docx", bundle())).toEqual({
    kind: "failure",
    failure: "damaged",
  });
});

test.each([
  ["random bytes", Uint8Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256), "damaged"],
  ["a file above the limit", new Uint8Array(maxOfficeBytes + 1), "too-large"],
])("%s", async (_, bytes, failure) => {
  expect(await read(fileWith(bytes))).toEqual({ kind: "failure", failure });
});

test("nothing, a folder", async () => {
  const folder = temporaryFolder({ "b/x": "" });
  expect(await read(join(folder, "none.docx"))).toEqual({ kind: "failure", failure: "missing" });
  expect(await read(join(folder, "b"))).toEqual({ kind: "failure", failure: "is-a-folder" });
});

test("300,000 paragraphs are read or refused as too much, within the limits of time and memory", () => {
  const path = fileWith(makeDocx({ body: "<w:p><w:r><w:t>x</w:t></w:r></w:p>".repeat(300_000) }));
  const begun = Date.now();
  const reading = readOfficeFileNow(path, bundle());
  if (reading.kind === "text") expect(reading.text.split("\n")).toHaveLength(300_000);
  else expect(reading).toEqual({ kind: "failure", failure: "too-complex" });
  // The process is killed after ten seconds; the rest is what starting it takes.
  expect(Date.now() - begun).toBeLessThan(15_000);
}, 60_000);

test("what takes more memory than there is ends that process alone", async () => {
  const text = `<w:p><w:r><w:t>${"x".repeat(60 * 1024 * 1024)}</w:t></w:r></w:p>`;
  const parts = docxParts({ body: text });
  const reading = await read(fileWith(zipSync(toBytes(parts), { level: 1 })));
  expect(reading).toMatchObject({ kind: "failure" });
  expect(["too-complex", "too-large"]).toContain(reading.kind === "failure" && reading.failure);
}, 60_000);

test.skipIf(process.platform === "win32")(
  "a link is read where it leads: the caller has resolved it",
  async () => {
    const path = fileWith(makeDocx({ body: paragraph("x") }));
    symlinkSync(path, `${path}.link.docx`);
    expect(await read(`${path}.link.docx`)).toMatchObject({ kind: "text", text: "x" });
  },
);
