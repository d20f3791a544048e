import fc from "fast-check";
import { expect, test } from "vitest";
import { folderOf, pathBelow, pathFrom, uriBelow } from "../../server/src/lsp/program-uri.ts";
import { propertyRuns } from "../support/runs.ts";

test.each([
  ["file:///w", "file:///w/a.bdg", "a.bdg"],
  ["file:///w/", "file:///w/b/a.bdg", "b/a.bdg"],
  ["file:///w", "file:///w2/a.bdg", undefined],
  ["file:///w", "file:///w", undefined],
  ["file:///w", "file:///v/a.bdg", undefined],
  ["file:///w", "memfs:/w/a.bdg", undefined],
  ["file:///c%3A/w", "file:///C:/w/a.bdg", "a.bdg"],
  ["file:///k%E1%BA%BF", "file:///ke%CC%82%CC%81/a%20b.bdg", "a b.bdg"],
  ["memfs:/", "memfs:/w/a.bdg", "w/a.bdg"],
  ["untitled:", "untitled:Untitled-1", "Untitled-1"],
  ["untitled:", "untitled:", undefined],
  ["file:///w", "file:///w/%E0%A4%A.bdg", undefined],
])("below %s, %s is %s", (root, uri, path) => {
  expect(pathBelow(root, uri)).toBe(path);
});

test("a URI made of a path leads back to the path", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1 }).map((text) => text.replaceAll("/", "-"));
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      const path = names.join("/");
      expect(pathBelow("file:///w", uriBelow("file:///w", path))).toBe(path);
    }),
    propertyRuns(100),
  );
});

test("names are encoded as editors encode them", () => {
  expect(uriBelow("file:///w", "báo cáo/a (1)!.bdg")).toBe(
    "file:///w/b%C3%A1o%20c%C3%A1o/a%20%281%29%21.bdg",
  );
});

test.each([
  ["file:///w/a.bdg", "file:///w"],
  ["file:///a.bdg", "file:///"],
  ["file:///c%3A/a.bdg", "file:///c%3A/"],
  ["memfs:/w/a.bdg", "memfs:/w"],
  ["memfs:/a.bdg", "memfs:/"],
  ["vscode-vfs://github/a.bdg", "vscode-vfs://github"],
  ["untitled:Untitled-1", "untitled:"],
])("%s stands in %s", (uri, folder) => {
  expect(folderOf(uri)).toBe(folder);
  // Where it stands in a folder, its name leads back to it.
  const name = uri.slice(uri.search(/[^/:]*$/u));
  expect(uriBelow(folder, name)).toBe(uri);
  expect(pathBelow(folder, uri)).toBe(name);
});

test.each([
  ["file:///w/a.bdg", "file:///w/b/s.txt", "b/s.txt"],
  ["file:///w/k%E1%BA%BF/a.bdg", "file:///v/s.txt", "../../v/s.txt"],
  ["file:///c%3A/w/a.bdg", "file:///C:/s.txt", "../s.txt"],
  ["file:///c%3A/w/a.bdg", "file:///d%3A/w/s.txt", undefined],
  ["memfs:/a.bdg", "memfs:/s.txt", "s.txt"],
  ["memfs:/plans/a.bdg", "memfs:/signed/s.txt", "../signed/s.txt"],
  ["vscode-vfs://github/w/a.bdg", "vscode-vfs://github/v/s.txt", "../v/s.txt"],
  ["vscode-vfs://github/w/a.bdg", "vscode-vfs://other/w/s.txt", undefined],
  ["memfs:/w/a.bdg", "file:///w/s.txt", undefined],
  ["untitled:Untitled-1", "file:///w/s.txt", undefined],
])("from %s the way to %s is %s", (from, to, path) => {
  expect(pathFrom(from, to)).toBe(path);
});
