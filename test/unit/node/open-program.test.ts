import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ProgramOpening } from "../../../server/src/cli/cli-host.ts";
import { maxSourceBytes } from "../../../server/src/limits.ts";
import { openProgram } from "../../../server/src/node/open-program.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

function open(folder: string, paths: readonly string[] = [], root?: string) {
  return openProgram({ paths, root, onProgress: () => {} }, folder, () => {});
}

/** `path` of a file that is asked for, `(path)` of one that only belongs to the program, `!failure` after it. */
function filesOf(opening: ProgramOpening): string[] {
  if (opening.kind === "refused") return [`${opening.reason}: ${opening.path}`];
  return opening.program.files.map(({ path, selected, reading }) => {
    const shown = reading.kind === "text" ? path : `${path} !${reading.failure}`;
    return selected ? shown : `(${shown})`;
  });
}

describe("the root", () => {
  test("is the git work tree, also from deep inside and where .git is a file", () => {
    const folder = temporaryFolder({
      ".git": "gitdir: elsewhere",
      "a/x.bdg": "",
      "b/c/y.bdg": "",
      "b/c/z.bdg": "",
    });
    expect(filesOf(open(folder, ["b/c/y.bdg"]))).toEqual(["(a/x.bdg)", "b/c/y.bdg", "(b/c/z.bdg)"]);
    expect(filesOf(open(join(folder, "b")))).toEqual(["(a/x.bdg)", "b/c/y.bdg", "b/c/z.bdg"]);
  });

  test("is the folder of the file named where there is no work tree", () => {
    const folder = temporaryFolder({ "x.bdg": "", "a/y.bdg": "", "a/b/z.bdg": "" });
    expect(filesOf(open(folder, ["a/y.bdg"]))).toEqual(["(b/z.bdg)", "y.bdg"]);
    expect(filesOf(open(folder, ["a/y.bdg", "x.bdg"]))).toEqual(["(a/b/z.bdg)", "a/y.bdg", "x.bdg"]);
  });

  test("is what --root names", () => {
    const folder = temporaryFolder({ ".git/HEAD": "", "a/y.bdg": "", "b/z.bdg": "" });
    expect(filesOf(open(folder, ["a"], "a"))).toEqual(["y.bdg"]);
    expect(filesOf(open(folder, [], "a"))).toEqual(["y.bdg"]);
    expect(filesOf(open(folder, ["b"], "a"))).toEqual(["path-outside-root: b"]);
    expect(filesOf(open(folder, [], "none"))).toEqual(["root-not-a-folder: none"]);
    expect(filesOf(open(folder, [], "a/y.bdg"))).toEqual(["root-not-a-folder: a/y.bdg"]);
  });
});

describe("what is asked for where no PATH is given", () => {
  const files = { "a/x.bdg": "", "a/b/y.bdg": "", "c/z.bdg": "" };

  test("is the folder one is in, also below the root that is named", () => {
    const folder = temporaryFolder(files);
    expect(filesOf(open(join(folder, "a"), [], ".."))).toEqual(["a/b/y.bdg", "a/x.bdg", "(c/z.bdg)"]);
  });

  test("is all of a root that doesn't hold that folder", () => {
    const folder = temporaryFolder(files);
    expect(filesOf(open(folder, [], "a"))).toEqual(["b/y.bdg", "x.bdg"]);
    expect(filesOf(open(join(folder, "c"), [], "../a"))).toEqual(["b/y.bdg", "x.bdg"]);
  });
});

describe("paths are told", () => {
  function told(folder: string, paths: readonly string[], root?: string) {
    const opening = open(folder, paths, root);
    if (opening.kind === "refused") throw new Error(opening.reason);
    const { files, shownPath, checkoutPath } = opening.program;
    return files.map(({ path }) => [shownPath(path), checkoutPath(path)]);
  }

  test("to people from where they are, to CI from what is checked out", () => {
    const folder = temporaryFolder({ ".git/HEAD": "", "a/x.bdg": "", "b/y.bdg": "" });
    expect(told(folder, [], "a")).toEqual([["a/x.bdg", "a/x.bdg"]]);
    expect(told(join(folder, "b"), [])).toEqual([
      ["../a/x.bdg", "a/x.bdg"],
      ["y.bdg", "b/y.bdg"],
    ]);
    expect(told(join(folder, "b"), [], "../a")).toEqual([[join(folder, "a", "x.bdg"), "a/x.bdg"]]);
  });

  test("without a work tree, to both from where one is", () => {
    const folder = temporaryFolder({ "a/x.bdg": "", "b/y.bdg": "" });
    expect(told(folder, [], "a")).toEqual([["a/x.bdg", "a/x.bdg"]]);
    expect(told(join(folder, "b"), [], "..")).toEqual([
      ["../a/x.bdg", "a/x.bdg"],
      ["y.bdg", "b/y.bdg"],
    ]);
  });
});

describe("the scan", () => {
  test("passes over node_modules and .git, but not what is named in them", () => {
    const folder = temporaryFolder({
      "a.bdg": "",
      "node_modules/x/b.bdg": "",
      ".git/c.bdg": "",
      ".hidden/d.bdg": "",
    });
    expect(filesOf(open(folder))).toEqual([".hidden/d.bdg", "a.bdg"]);
    expect(filesOf(open(folder, ["node_modules/x/b.bdg"]))).toContain("node_modules/x/b.bdg");
  });

  test("ends where links to folders go in circles, and reads no file outside the root", () => {
    const folder = temporaryFolder({ "in/a.bdg": "a", "out/secret.bdg": "secret", "in/real/c.bdg": "c" });
    symlinkSync(join(folder, "in"), join(folder, "in", "loop"));
    symlinkSync(join(folder, "out"), join(folder, "in", "out.bdg"));
    symlinkSync(join(folder, "out", "secret.bdg"), join(folder, "in", "link.bdg"));
    symlinkSync(join(folder, "in", "real", "c.bdg"), join(folder, "in", "inside.bdg"));
    symlinkSync(join(folder, "nowhere"), join(folder, "in", "broken.bdg"));
    const opening = open(folder, [], "in");
    expect(filesOf(opening)).toEqual([
      "a.bdg",
      "broken.bdg !missing",
      "inside.bdg",
      "link.bdg !outside-root",
      "real/c.bdg",
    ]);
    expect(JSON.stringify(opening)).not.toContain('secret"');
  });

  test("takes a folder named like a plan for a folder, also where it is named", () => {
    const folder = temporaryFolder({ "a.bdg/b.bdg": "", "c.bdg": "" });
    expect(filesOf(open(folder))).toEqual(["a.bdg/b.bdg", "c.bdg"]);
    expect(filesOf(open(folder, ["a.bdg"], "."))).toEqual(["a.bdg/b.bdg", "(c.bdg)"]);
  });

  test("reports a binary file, bad UTF-8 and a huge file", () => {
    const folder = temporaryFolder({
      "binary.bdg": Uint8Array.of(1, 0, 2),
      "huge.bdg": Buffer.alloc(maxSourceBytes + 1, 32),
      "large.bdg": Buffer.alloc(maxSourceBytes, 32),
      "odd.bdg": Uint8Array.of(0xff),
      "notes.txt": "",
    });
    expect(filesOf(open(folder))).toEqual([
      "binary.bdg !binary",
      "huge.bdg !too-large",
      "large.bdg",
      "odd.bdg !not-utf8",
    ]);
  });

  test("gives paths in NFC and reads them however the disk spells them", () => {
    const folder = temporaryFolder({ [`${"kế".normalize("NFD")}/${"hoạch".normalize("NFD")}.bdg`]: "x" });
    expect(filesOf(open(folder))).toEqual(["kế/hoạch.bdg".normalize("NFC")]);
  });
});

test("what cannot be meant is refused by name", () => {
  const folder = temporaryFolder({ "plan.txt": "", "x.bdg": "" });
  mkdirSync(join(folder, "empty"));
  expect(filesOf(open(folder, ["none.bdg"]))).toEqual(["path-missing: none.bdg"]);
  expect(filesOf(open(folder, ["x.bdg/y.bdg"]))).toEqual(["path-missing: x.bdg/y.bdg"]);
  expect(filesOf(open(folder, ["plan.txt"]))).toEqual(["not-a-bdg-file: plan.txt"]);
  expect(filesOf(open(folder, ["x.bdg", "empty"]))).toEqual(["no-bdg-files: empty"]);
});

test("documents: only text, only below the root, after links are resolved", () => {
  const folder = temporaryFolder({
    "in/x.bdg": "",
    "in/a/plan.txt": "words",
    [`in/a/${"kế".normalize("NFD")}.md`]: "# words",
    "in/old.doc": "",
    "secret.txt": "secret",
  });
  symlinkSync(join(folder, "secret.txt"), join(folder, "in", "link.txt"));
  const opening = open(folder, [], "in");
  if (opening.kind === "refused") throw new Error(opening.reason);
  const read = (path: string) => opening.program.host.readDocument(path);
  expect(read("a/plan.txt")).toEqual({ kind: "text", text: "words" });
  expect(read("a/kế.md".normalize("NFC"))).toEqual({ kind: "text", text: "# words" });
  expect(read("old.doc")).toEqual({ kind: "failure", failure: "unsupported-format" });
  expect(read("link.txt")).toEqual({ kind: "failure", failure: "outside-root" });
  expect(read("none.txt")).toEqual({ kind: "failure", failure: "missing" });
});
