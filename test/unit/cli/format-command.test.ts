import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { useCommandLine } from "../../support/command-line.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** The one file that is shipped, run as CI runs it. */
const { bdg } = useCommandLine();

function fmt(folder: string, ...words: string[]) {
  const { status, stdout, stderr } = bdg(folder, "fmt", ...words);
  return [status, stdout, stderr];
}

const untidy = `body   a   "A"\r\n`;
const tidy = `body a "A"\r\n`;

describe("bdg fmt", () => {
  test("writes what is not in order, says which, and the second time has nothing to do", () => {
    const folder = temporaryFolder({ "a.bdg": untidy, "b.bdg": tidy, "c/d.bdg": untidy });
    const before = statSync(join(folder, "b.bdg")).mtimeMs;
    expect(fmt(folder, "--root", ".")).toEqual([0, "a.bdg\nc/d.bdg\n", ""]);
    expect(readFileSync(join(folder, "c/d.bdg"), "utf8")).toBe(tidy);
    expect(statSync(join(folder, "b.bdg")).mtimeMs).toBe(before);
    expect(fmt(folder, "--root", ".")).toEqual([0, "", ""]);
  });

  test("--check writes nothing and fails", () => {
    const folder = temporaryFolder({ "a.bdg": untidy });
    expect(fmt(folder, "--root", ".", "--check")).toEqual([1, "a.bdg\n", ""]);
    expect(readFileSync(join(folder, "a.bdg"), "utf8")).toBe(untidy);
    fmt(folder, "--root", ".");
    expect(fmt(folder, "--root", ".", "--check")).toEqual([0, "", ""]);
  });

  test("--keywords spells them in one language, and only in the file that is named", () => {
    const folder = temporaryFolder({ "a.bdg": untidy, "b.bdg": untidy });
    expect(fmt(folder, "a.bdg", "--root", ".", "--keywords", "vi")).toEqual([0, "a.bdg\n", ""]);
    expect(readFileSync(join(folder, "a.bdg"), "utf8")).toBe(`cơ quan a "A"\r\n`);
    expect(readFileSync(join(folder, "b.bdg"), "utf8")).toBe(untidy);
    expect(fmt(folder, "a.bdg", "--keywords", "fr")[0]).toBe(2);
  });

  test("keeps the byte-order mark, and says what it leaves as it is", () => {
    const broken = `indicator x {\n   wrong\n}\n`;
    const folder = temporaryFolder({ "a.bdg": `\ufeff${untidy}${broken}` });
    const [status, stdout, stderr] = fmt(folder, "--root", ".");
    expect([status, stdout]).toEqual([0, "a.bdg\n"]);
    expect(stderr).toContain("“a.bdg” has declarations that cannot be read; they are left as they are.");
    expect(readFileSync(join(folder, "a.bdg"), "utf8")).toBe(`\ufeff${tidy}${broken}`);
  });

  test("writes the file that is there, however its name is spelled on the disk", () => {
    const folder = temporaryFolder({});
    const name = "kế hoạch.bdg".normalize("NFD");
    writeFileSync(join(folder, name), untidy);
    expect(fmt(folder, "--root", ".")[0]).toBe(0);
    expect(readFileSync(join(folder, name), "utf8")).toBe(tidy);
    expect(fmt(folder, "--root", ".", "--check")).toEqual([0, "", ""]);
  });

  test.skipIf(process.platform === "win32")("reads and writes nothing behind a link that leads out", () => {
    const outside = temporaryFolder({ "a.bdg": untidy });
    const folder = temporaryFolder({ "b.bdg": tidy });
    mkdirSync(join(folder, "in"));
    symlinkSync(join(outside, "a.bdg"), join(folder, "in/a.bdg"));
    expect(fmt(folder, "--root", ".")[1]).toBe("");
    expect(readFileSync(join(outside, "a.bdg"), "utf8")).toBe(untidy);
  });
});
