import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectFolder, useBuilt } from "../support/lsp-process.ts";
import { samples } from "../support/trees.ts";
import { asOf, cases, outputsOf, serviceOver } from "./sample-cases.ts";

/** Only `npm run baselines:accept` writes them, so that a change is seen, read and committed on purpose. */
const accepting = process.env.npm_lifecycle_event === "baselines:accept";

const names = readdirSync(join(projectFolder, "samples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

it("every folder of samples is a case", () => {
  expect(cases.map(({ name }) => name)).toEqual(names.sort());
});

describe.each(cases)("samples/$name", (sample) => {
  const folder = join(import.meta.dirname, sample.name);
  const outputs = outputsOf(sample);
  if (accepting) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [file, text] of outputs) writeFileSync(join(folder, file), text);
  }

  it("has a baseline for each of its outputs, and no others", () => {
    expect(existsSync(folder) ? readdirSync(folder).sort() : []).toEqual([...outputs.keys()].sort());
  });

  it.each([...outputs.keys()])("%s is as it was accepted (npm run baselines:accept)", (file) => {
    expect(outputs.get(file)).toBe(readFileSync(join(folder, file), "utf8"));
  });
});

describe.each(cases)(
  "the command line over samples/$name says what the editor says",
  ({ name, language }) => {
    const built = useBuilt("dist/bdg.js");
    const run = (...words: readonly string[]): string => {
      const where = [`samples/${name}`, "--root", "samples", "--as-of", asOf, "--lang", language];
      const { stdout, stderr, status } = spawnSync(process.execPath, [built(), ...words, ...where], {
        cwd: projectFolder,
        encoding: "utf8",
      });
      expect([stderr, status]).toEqual(["", 0]);
      return stdout;
    };

    it("check --format json", () => {
      const service = serviceOver(language);
      const expected = samples
        .filter(({ path }) => path.startsWith(`${name}/`))
        .flatMap(({ path }) => service.problemsOf(path))
        .map(({ path, range, code, severity, message, related }) => ({
          file: path,
          range,
          code,
          severity,
          message,
          related: related.map((one) => ({ file: one.path, range: one.range, message: one.message })),
        }));
      const printed = JSON.parse(run("check", "--format", "json"));
      expect(printed).toEqual({ version: 1, asOf, problems: expected });
      expect(expected.length).toBeGreaterThan(name === "binh-dinh" ? 3 : 0);
    });

    it("export --format json and md", () => {
      const folder = join(import.meta.dirname, name);
      expect(run("export", "--format", "json")).toBe(readFileSync(join(folder, "export.json"), "utf8"));
      expect(run("export", "--format", "md")).toBe(readFileSync(join(folder, "summary.md"), "utf8"));
    });
  },
);

it("baselines are kept byte for byte on every system", () => {
  const attributes = execFileSync(
    "git",
    ["check-attr", "eol", "text", "--", "test/baselines/national/summary.md"],
    {
      cwd: projectFolder,
      encoding: "utf8",
    },
  );
  expect(attributes).toMatch(/eol: lf|text: unset/);
});
