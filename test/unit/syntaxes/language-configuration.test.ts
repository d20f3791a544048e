import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Configuration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly indentationRules: {
    readonly increaseIndentPattern: string;
    readonly decreaseIndentPattern: string;
  };
  readonly onEnterRules: readonly { readonly beforeText: string; readonly afterText: string }[];
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
}

const path = new URL("../../../syntaxes/language-configuration.json", import.meta.url);
const configuration = JSON.parse(readFileSync(path, "utf8")) as Configuration;

describe("the word pattern", () => {
  const words = (text: string) =>
    text.match(new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`));

  test.each(["NFC", "NFD"] as const)("keeps Vietnamese words whole in %s", (form) => {
    const text = "Phần đấu đến năm 2025 đạt lãnh_đạo_nữ_1".normalize(form);
    expect(words(text)).toEqual(text.split(" "));
  });

  test.each([
    ["women_led = 52,5%", ["women_led", "52,5"]],
    ["2021..2030", ["2021", "2030"]],
    ["tinh.women", ["tinh", "women"]],
    ['"a-b"', ["a", "b"]],
  ])("%s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("never matches nothing, which the editor refuses", () => {
    expect(new RegExp(configuration.wordPattern.pattern, configuration.wordPattern.flags).test("")).toBe(
      false,
    );
  });
});

describe("indentation", () => {
  test.each([
    ['indicator a "x" {', true],
    ['indicator a "x" {  # the first', true],
    ['unit a "x" { whole }', false],
    ['note "an open { in a text"', false],
    ["# a comment with {", false],
    ["}", false],
  ])("%s: the next line is indented: %s", (line, expected) => {
    expect(new RegExp(configuration.indentationRules.increaseIndentPattern).test(line)).toBe(expected);
  });

  test("a closing brace comes back", () => {
    expect(new RegExp(configuration.indentationRules.decreaseIndentPattern).test("  }")).toBe(true);
  });
});

test("a comment goes on when it is split, and not when a new line follows it", () => {
  const rule = configuration.onEnterRules[0];
  expect(rule && new RegExp(rule.beforeText).test("  # one")).toBe(true);
  expect(rule && new RegExp(rule.afterText).test(" two")).toBe(true);
  expect(rule && new RegExp(rule.afterText).test("")).toBe(false);
});

test("regions fold", () => {
  const { start, end } = configuration.folding.markers;
  expect(new RegExp(start).test("# region II. Mục tiêu")).toBe(true);
  expect(new RegExp(end).test("# endregion")).toBe(true);
  expect(new RegExp(start).test("# regional figures")).toBe(false);
});
