import { describe, expect, test } from "vitest";
import { createColors } from "../../../server/src/cli/colors.ts";
import { isFailing } from "../../../server/src/cli/failing.ts";
import { plainText } from "../../../server/src/cli/plain-text.ts";
import { fileReport, summaryLine } from "../../../server/src/cli/reports/pretty-report.ts";
import { sourceExcerpt, toLines } from "../../../server/src/cli/reports/source-excerpt.ts";
import type { ReportedProblem } from "../../../server/src/language-service.ts";
import { displayWidth } from "../../../server/src/text/display-width.ts";
import { wrapWords } from "../../../server/src/text/wrap-words.ts";

const plain = createColors(false);

/** The range of the first occurrence of some words on a line. */
function rangeOf(text: string, words: string) {
  const lines = toLines(text);
  const line = lines.findIndex((one) => one.includes(words));
  const character = lines[line]!.indexOf(words);
  return { start: { line, character }, end: { line, character: character + words.length } };
}

function problem(parts: Partial<ReportedProblem>): ReportedProblem {
  return {
    path: "plan.bdg",
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    code: "target-missed",
    severity: "warning",
    message: "Missed.",
    related: [],
    explained: false,
    data: undefined,
    ...parts,
  };
}

/** What stands under what: the columns of the underline, as text. */
function underlined(text: string, words: string): string {
  const excerpt = sourceExcerpt(toLines(text), rangeOf(text, words))!;
  expect(displayWidth(excerpt.indent)).toBe(displayWidth(excerpt.before));
  expect(displayWidth(excerpt.underline)).toBe(Math.max(1, displayWidth(excerpt.marked)));
  return excerpt.marked;
}

describe("the underline", () => {
  test.each(["kết quả 2023 = 9 trên 20", "kết quả 2023 = 9 trên 20".normalize("NFD"), "計画 \t= 9 trên 20"])(
    "stands below its words in %j",
    (line) =>
      expect(underlined(line, "9 trên 20".normalize(line.normalize("NFD") === line ? "NFD" : "NFC"))).toMatch(
        /^9 tr/,
      ),
  );

  test("is one mark for an empty range, and ends with the first line of several", () => {
    const lines = toLines("abc\r\ndef");
    const at = (line: number, character: number) => ({ line, character });
    expect(sourceExcerpt(lines, { start: at(0, 3), end: at(0, 3) })).toMatchObject({
      underline: "^",
      indent: "   ",
    });
    expect(sourceExcerpt(lines, { start: at(0, 1), end: at(1, 2) })).toMatchObject({
      marked: "bc",
      underline: "^~",
    });
    expect(sourceExcerpt(lines, { start: at(2, 0), end: at(2, 0) })).toBeUndefined();
  });

  test("of a line of 64 kB shows what is around it", () => {
    const text = `${"ế".repeat(30_000)} here ${"x".repeat(30_000)}`;
    const excerpt = sourceExcerpt(toLines(text), rangeOf(text, "here"))!;
    expect(underlined(text, "here")).toBe("here");
    expect(displayWidth(excerpt.before + excerpt.marked + excerpt.after)).toBeLessThan(120);
    expect(excerpt.before.startsWith("…")).toBe(true);
    expect(excerpt.after.endsWith("…")).toBe(true);
  });
});

test("a report of one file, letter by letter", () => {
  const text = 'indicator x "X" {\n  measured 2023 = 9 of 20\n}';
  const report = fileReport(
    "a/plan.bdg",
    [
      problem({
        range: rangeOf(text, "9 of 20"),
        related: [
          {
            path: "doc.txt",
            range: { start: { line: 28, character: 0 }, end: { line: 28, character: 3 } },
            message: "II.1",
          },
        ],
      }),
    ],
    {
      language: "en",
      colors: plain,
      columns: undefined,
      shownPath: (path) => `./${path}`,
      linesOf: () => toLines(text),
    },
  );
  expect(report).toBe(`./a/plan.bdg

  2:19  warning  target-missed
    Missed.
     2 │   measured 2023 = 9 of 20
       │                   ^~~~~~~
       ↳ ./doc.txt:29:1  II.1

`);
});

test("the summary counts each kind, and says so when there is nothing", () => {
  const two = [problem({}), problem({ severity: "error" }), problem({})];
  const vi = { language: "vi", colors: plain } as const;
  expect(summaryLine(two, { files: 3, unread: 0, date: "30/6/2025" }, vi)).toBe(
    "1 lỗi, 2 cảnh báo · số tệp đã kiểm tra: 3 · tính đến 30/6/2025\n",
  );
  const en = { language: "en", colors: plain } as const;
  expect(summaryLine([], { files: 1, unread: 0, date: "30 June 2025" }, en)).toBe(
    "no problems · files checked: 1 · as of 30 June 2025\n",
  );
  expect(summaryLine([], { files: 1, unread: 2, date: "30 June 2025" }, en)).toBe(
    "not read: 2 · files checked: 1 · as of 30 June 2025\n",
  );
});

test("words are wrapped by what they take on the screen", () => {
  expect(wrapWords("Kế hoạch yêu cầu".normalize("NFD"), 8)).toEqual(
    ["Kế hoạch", "yêu cầu"].map((line) => line.normalize("NFD")),
  );
  expect(wrapWords("a verylongword b", 4)).toEqual(["a", "verylongword", "b"]);
});

test("a file's text cannot drive the terminal", () => {
  expect(plainText("a\u001b[2J\u0007\u009b31m\u202eb\tc\r")).toBe("a␛[2J␇\ufffd31m\ufffdb  c␍");
  const hostile = "\u001b]0;title\u0007";
  const report = fileReport(hostile, [problem({ message: hostile, range: rangeOf(hostile, "title") })], {
    language: "en",
    colors: plain,
    columns: 80,
    shownPath: (path) => path,
    linesOf: () => toLines(hostile),
  });
  expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

describe("what makes the exit status 1", () => {
  const error = problem({ code: "syntax-error", severity: "error" });
  const missed = problem({ code: "target-missed" });
  const atRisk = problem({ code: "target-at-risk", severity: "information" });
  const explained = problem({ code: "target-no-data", severity: "information", explained: true });
  const hint = problem({ code: "reach-without-baseline", severity: "hint" });
  test.each([
    ["never", []],
    ["error", [error]],
    ["missed", [error, missed]],
    ["at-risk", [error, missed, atRisk]],
  ] as const)("--fail-on %s", (level, failing) => {
    expect([error, missed, atRisk, explained, hint].filter((one) => isFailing(one, level))).toEqual(failing);
  });
});
