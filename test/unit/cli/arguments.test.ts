import { describe, expect, test } from "vitest";
import { parseArguments } from "../../../server/src/cli/arguments.ts";
import { commandHelp, programHelp } from "../../../server/src/cli/help.ts";
import { commandSpecs } from "../../../server/src/cli/options.ts";
import { languageOf } from "../../../server/src/cli/run-context.ts";

function parsed(...words: string[]) {
  const result = parseArguments(words);
  if (result.kind !== "command") throw new Error(result.kind);
  return { ...Object.fromEntries(result.arguments.options), operands: result.arguments.operands };
}

function refusal(...words: string[]): string {
  const result = parseArguments(words);
  return result.kind === "wrong" ? result.message("en") : result.kind;
}

describe("words that are understood", () => {
  test.each([
    [["check"], { operands: [] }],
    [["check", "a", "--as-of", "2025-06-30", "b"], { "as-of": "2025-06-30", operands: ["a", "b"] }],
    [["check", "--as-of=2025-06-30", "--quiet"], { "as-of": "2025-06-30", quiet: "", operands: [] }],
    [["export", "-o", "x.md"], { output: "x.md", operands: [] }],
    [["export", "--output=a=b.md"], { output: "a=b.md", operands: [] }],
    [["check", "--lang", "vi", "--lang", "en"], { lang: "en", operands: [] }],
    [["check", "--", "--quiet", "-x"], { operands: ["--quiet", "-x"] }],
    [["check", "-"], { operands: ["-"] }],
    ...["check", "export", "clauses", "init", "coverage", "fmt", "lsp"].map(
      (command) =>
        [
          [command, "--root", "a", "--as-of=2025-06-30", "--lang", "vi", "--color", "never", "--quiet"],
          { root: "a", "as-of": "2025-06-30", lang: "vi", color: "never", quiet: "", operands: [] },
        ] as [string[], object],
    ),
  ])("%j", (words, expected) => expect(parsed(...words)).toEqual(expected));
});

describe("words that are refused, with what was probably meant", () => {
  test.each([
    [["chekc"], "There is no command “chekc”. Did you mean “check”? “bdg --help” lists them."],
    [["frobnicate"], "There is no command “frobnicate”. “bdg --help” lists them."],
    [["__proto__"], "There is no command “__proto__”. “bdg --help” lists them."],
    [["frobnicate"], "There is no command “frobnicate”. “bdg --help” lists them."],
    [
      ["check", "--fail-om", "missed"],
      "“bdg check” has no option “--fail-om”. Did you mean “--fail-on”? “bdg check --help” lists them.",
    ],
    [["help", "chekc"], "There is no command “chekc”. Did you mean “check”? “bdg --help” lists them."],
    [["help", "check", "export"], "“export” is one argument too many."],
    ...[
      ["check", ""],
      ["export", "a", ""],
      ["fmt", "--", ""],
      ["clauses", ""],
    ].map(
      (words) =>
        [
          words,
          "An argument is empty. Name a file or folder, or leave it out; perhaps a variable is not set.",
        ] as [string[], string],
    ),
    [["check", "-o", "x"], "“bdg check” has no option “-o”. “bdg check --help” lists them."],
    [["check", "--constructor"], "“bdg check” has no option “--constructor”. “bdg check --help” lists them."],
    [["check", "--as-of"], "“--as-of” needs a value: --as-of DATE"],
    [["check", "--root", "--quiet"], "“--root” needs a value: --root DIR"],
    [["check", "--root="], "“--root” needs a value: --root DIR"],
    [["check", "--quiet=yes"], "“--quiet” takes no value."],
    [["check", "--lang", "fr"], "“fr” is no value of --lang. It takes vi, en."],
    [
      ["check", "--fail-on", "missd"],
      "“missd” is no value of --fail-on. It takes error, missed, at-risk, never.",
    ],
    [
      ["export", "--format", "ods"],
      "“ods” is no value of --format. It takes md, csv, xlsx, docx, html, json, iati, sdmx, parquet.",
    ],
  ])("%j", (words, message) => expect(refusal(...words)).toBe(message));
});

describe("the help", () => {
  test.each([
    [["--help"], undefined, true],
    [["help"], undefined, true],
    [["help", "check"], "check", true],
    [["help", "--lang", "vi", "check"], "check", true],
    [["help", "--help"], undefined, true],
    [["check", "--help", "--nonsense"], "check", true],
    [["export", "x", "-h"], "export", true],
    [[], undefined, false],
  ])("%j", (words, command, asked) => {
    const result = parseArguments(words);
    expect(result.kind === "help" && [result.command?.name, result.asked]).toEqual([command, asked]);
  });

  test.each(["vi", "en"] as const)("names every command and option in %s", (language) => {
    for (const command of commandSpecs) {
      expect(programHelp(language)).toContain(`bdg ${command.name} `);
      for (const option of command.options) {
        expect(commandHelp(command, language)).toContain(`--${option.name}`);
        expect(commandHelp(command, language)).toContain(option.help[language]);
      }
    }
  });
});

test.each([
  [[], "vi_VN.UTF-8", "vi"],
  [[], "vi", "vi"],
  [[], "vi-VN", "vi"],
  [[], "en_US.UTF-8", "en"],
  [[], "C", "en"],
  [[], "vie", "en"],
  [["check", "--lang", "en"], "vi_VN", "en"],
  [["check", "--lang=vi"], "C", "vi"],
  [["check", "--lang", "fr"], "vi_VN", "vi"],
  [["check", "--lang"], "C", "en"],
] as const)("%j under %s speaks %s", (words, locale, language) =>
  expect(languageOf(words, locale)).toBe(language),
);
