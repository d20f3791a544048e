import { execFileSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readTextFile } from "../../../server/src/node/read-text-file.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

function read(content: string | Uint8Array, maxBytes = 1000) {
  return readTextFile(join(temporaryFolder({ f: content }), "f"), maxBytes);
}

const bytes = (...values: number[]) => Uint8Array.from(values);

test("text is given as it is, without its byte-order mark", () => {
  expect(read("Kế hoạch\r\n")).toEqual({ kind: "text", text: "Kế hoạch\r\n" });
  expect(read("\ufeffKế hoạch")).toEqual({ kind: "text", text: "Kế hoạch", hasByteOrderMark: true });
  expect(read("")).toEqual({ kind: "text", text: "" });
});

test.each([
  ["a byte that begins nothing", bytes(0x41, 0xff), "not-utf8"],
  ["a letter cut short", bytes(0xe1, 0xba), "not-utf8"],
  ["an old Vietnamese code page", bytes(0x4b, 0xd5), "not-utf8"],
  ["a lone surrogate", bytes(0xed, 0xa0, 0x80), "not-utf8"],
  ["UTF-16, little end first", bytes(0xff, 0xfe, 0x41, 0x00), "not-utf8"],
  ["UTF-16, big end first", bytes(0xfe, 0xff, 0x00, 0x41), "not-utf8"],
  ["a NUL", bytes(0x50, 0x4b, 0x03, 0x00), "binary"],
])("%s", (_, content, failure) => expect(read(content)).toEqual({ kind: "failure", failure }));

test("the limit is in bytes: at it a file is read, one above it is not", () => {
  expect(read("ế".repeat(3), 9).kind).toBe("text");
  expect(read("ế".repeat(3), 8)).toEqual({ kind: "failure", failure: "too-large" });
});

test("what is not there, and what is no file", () => {
  const folder = temporaryFolder({ f: "" });
  expect(readTextFile(join(folder, "g"), 9)).toEqual({ kind: "failure", failure: "missing" });
  expect(readTextFile(join(folder, "f", "g"), 9)).toEqual({ kind: "failure", failure: "missing" });
  expect(readTextFile(folder, 9)).toEqual({ kind: "failure", failure: "is-a-folder" });
});

test.skipIf(process.platform === "win32")("a named pipe is refused, not waited for", () => {
  const pipe = join(temporaryFolder(), "pipe");
  execFileSync("mkfifo", [pipe]);
  expect(readTextFile(pipe, 9)).toEqual({ kind: "failure", failure: "not-a-file" });
});

test("a name that no system takes", () => {
  const path = join(temporaryFolder(), "x".repeat(300));
  expect(readTextFile(path, 9)).toEqual({ kind: "failure", failure: "system-error" });
});

test.skipIf(process.platform === "win32" || process.getuid?.() === 0)("a file without permission", () => {
  const folder = temporaryFolder({ f: "x" });
  chmodSync(join(folder, "f"), 0);
  expect(readTextFile(join(folder, "f"), 9)).toEqual({ kind: "failure", failure: "unreadable" });
});
