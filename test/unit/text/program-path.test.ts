import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extensionOf, resolveProgramPath } from "../../../server/src/text/program-path.ts";
import { propertyRuns } from "../../support/runs.ts";

const from = "binh-dinh/bao-cao/2023.bdg";

describe("a path below the root", () => {
  test.each([
    ["plan.txt", "binh-dinh/bao-cao/plan.txt"],
    ["./plan.txt", "binh-dinh/bao-cao/plan.txt"],
    ["../ke-hoach.bdg", "binh-dinh/ke-hoach.bdg"],
    ["../../national/plan.bdg", "national/plan.bdg"],
    ["a//b/./../c.txt", "binh-dinh/bao-cao/a/c.txt"],
    ["Kế hoạch (bản 2).txt", "binh-dinh/bao-cao/Kế hoạch (bản 2).txt"],
    ["..plan.txt", "binh-dinh/bao-cao/..plan.txt"],
    [".plan", "binh-dinh/bao-cao/.plan"],
    ["console.txt", "binh-dinh/bao-cao/console.txt"],
    ["com10.txt", "binh-dinh/bao-cao/com10.txt"],
    ["~/plan.txt", "binh-dinh/bao-cao/~/plan.txt"],
    ["__proto__", "binh-dinh/bao-cao/__proto__"],
  ])("%s", (written, path) => expect(resolveProgramPath(from, written)).toEqual({ kind: "path", path }));

  test("is in NFC however it was typed", () => {
    const decomposed = "kế-hoạch.txt".normalize("NFD");
    expect(decomposed).not.toBe("kế-hoạch.txt".normalize("NFC"));
    expect(resolveProgramPath("a.bdg", decomposed)).toEqual({
      kind: "path",
      path: "kế-hoạch.txt".normalize("NFC"),
    });
  });
});

describe("refused before the file system is asked", () => {
  test.each([
    ["", "empty"],
    ["   ", "empty"],
    [".", "empty"],
    ["..", "empty"],
    ["folder/", "empty"],
    ["a/..", "empty"],
    ["../../../x.txt", "outside-root"],
    ["a/../../../../x.txt", "outside-root"],
    ["../../..", "outside-root"],
    ["/etc/passwd", "absolute"],
    ["//server/share/x.txt", "absolute"],
    ["\\\\server\\share\\x.txt", "absolute"],
    ["\\\\?\\C:\\x.txt", "absolute"],
    ["\\x.txt", "absolute"],
    ["C:\\x.txt", "absolute"],
    ["c:/x.txt", "absolute"],
    ["c:x.txt", "colon"],
    ["https://example.org/x.txt", "colon"],
    ["file:x.txt", "colon"],
    ["x.txt:hidden", "colon"],
    ["x.txt::$DATA", "colon"],
    ["..\\x.txt", "backslash"],
    ["a\\..\\..\\..\\x.txt", "backslash"],
    ["a\u0000.txt", "not-a-file-name"],
    ["a\n.txt", "not-a-file-name"],
    ["NUL", "device"],
    ["nul.txt", "device"],
    ["aux .txt", "device"],
    ["COM1", "device"],
    ["lpt¹.txt", "device"],
    ["CONIN$", "device"],
    ["con/x.txt", "device"],
    ["x.txt.", "not-a-file-name"],
    ["x.txt ", "not-a-file-name"],
    [".../x.txt", "not-a-file-name"],
  ])("%j: %s", (written, reason) =>
    expect(resolveProgramPath(from, written)).toEqual({ kind: "refused", reason }),
  );
});

test("whatever is written, an accepted path stays below the root", () => {
  const piece = fc.oneof(
    fc.constantFrom("..", ".", "/", "\\", "a", ":", "con", " ", "%2e%2e", "\u0000"),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const result = resolveProgramPath("a/b.bdg", pieces.join(""));
      if (result.kind === "refused") return;
      const segments = result.path.split("/");
      for (const segment of segments) {
        expect(segment).not.toMatch(/^\.{0,2}$/);
        expect(segment).not.toMatch(/[:\\\u0000]/);
      }
    }),
    propertyRuns(2000),
  );
});

test("extensions are of the file name, in small letters", () => {
  expect([".txt", "", "", ".gz"]).toEqual(["a.b/c.TXT", "a.b/c", "a/.hidden", "x.tar.gz"].map(extensionOf));
});
