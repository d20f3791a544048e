import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { sampleFiles } from "../../client/src/sample-files.ts";
import { packagedFiles } from "../../scripts/packaged-files.mjs";

test("what Open Sample Plan copies are the samples, all of them, and all are packed", () => {
  const there = globSync("**/*.*", { cwd: "samples" }).map((path) => path.replaceAll("\\", "/"));
  expect([...sampleFiles].sort()).toEqual(there.sort());
  for (const name of sampleFiles) expect(packagedFiles).toContain(`samples/${name}`);
});
