import fc from "fast-check";
import { expect, test } from "vitest";
import { folderOf, pathBelow, uriBelow } from "../../server/src/lsp/program-uri.ts";

test.each([
  ["file:///w", "file:///w/a.bdg", "a.bdg"],
  ["file:///w/", "file:///w/b/a.bdg", "b/a.bdg"],
  ["file:///w", "file:///w2/a.bdg", undefined],
  ["file:///w", "file:///w", undefined],
  ["file:///w", "file:///v/a.bdg", undefined],
  ["file:///w", "memfs:/w/a.bdg", undefined],
  ["file:///c%3A/w", "file:///C:/w/a.bdg", "a.bdg"],
  ["file:///k%E1%BA%BF", "file:///ke%CC%82%CC%81/a%20b.bdg", "a b.bdg"],
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
  );
});

test("names are encoded as editors encode them", () => {
  expect(uriBelow("file:///w", "báo cáo/a (1)!.bdg")).toBe(
    "file:///w/b%C3%A1o%20c%C3%A1o/a%20%281%29%21.bdg",
  );
  expect(folderOf("file:///w/a.bdg")).toBe("file:///w");
  expect(folderOf("untitled:Untitled-1")).toBe("untitled:");
});
