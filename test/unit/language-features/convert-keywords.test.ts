import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Language } from "../../../server/src/diagnostics/language.ts";
import { keywordSpellings } from "../../../server/src/syntax/keywords.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { printedPlanArbitrary, seededChoice } from "../../support/naive/generate-plan.ts";
import { printPlan } from "../../support/naive/print-plan.ts";
import { propertyRuns } from "../../support/runs.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService } from "../../support/test-service.ts";

function convert(text: string, language: Language): string {
  const { service, log } = createTestService({});
  service.setFile("test.bdg", text);
  const converted = applyEdits(text, service.convertKeywords("test.bdg", language));
  expect(log).toEqual([]);
  return converted;
}

const english = `plan p "P" {
  period    2021..2030
  by        a
}

body a  "A"
body b  "B"  in a

indicator of "Named of" {
  clause    II.1 in doc "in the words of"
  unit      percent
  baseline  2021 = 9 of 20
  target    2025 above 60%
  target    2026 between 60% and 70%
  target    every month in 2027..2028 at least 1%
  lead      a
}

task t "T" {
  serves    of
}

data "x.csv" { period "P"  value "V" }
`;

const vietnamese = `kế hoạch p "P" {
  giai đoạn         2021..2030
  cơ quan ban hành  a
}

cơ quan a  "A"
cơ quan b  "B"  thuộc a

chỉ tiêu of "Named of" {
  điều khoản   II.1 trong doc "in the words of"
  đơn vị tính  percent
  kỳ gốc       2021 = 9 trên 20
  mục tiêu     2025                        trên 60%
  mục tiêu     2026                        từ 60% đến 70%
  mục tiêu     hằng tháng trong 2027..2028 ít nhất 1%
  chủ trì      a
}

nhiệm vụ t "T" {
  phục vụ      of
}

dữ liệu "x.csv" { kỳ "P"  giá trị "V" }
`;

describe("converting a file's keywords", () => {
  it("spells each as its place demands, and leaves names and texts alone", () => {
    expect(convert(english, "vi")).toBe(vietnamese);
    expect(convert(convert(english, "vi"), "en")).toBe(convert(english, "en"));
  });

  it("keeps another spelling of the same language", () => {
    const text = `chỉ tiêu x "X" {\n  mục tiêu     mỗi năm tối thiểu 1\n}\n`;
    expect(convert(text, "vi")).toBe(text);
    expect(convert(text, "en")).toBe(`indicator x "X" {\n  target    every year at least 1\n}\n`);
  });

  it("has a word of its own for “từ … trở lên”, which goes up to nothing", () => {
    const text = `chỉ tiêu x "X" {\n  mục tiêu     2025 đạt từ 60% trở lên\n}\n`;
    expect(convert(text, "en")).toBe(`indicator x "X" {\n  target    2025 reach from 60% or more\n}\n`);
    expect(convert(convert(text, "en"), "vi")).toBe(text);
  });

  it("leaves a declaration that cannot be read", () => {
    const broken = `indicator x "X" {\n  unit percent\n  wrong\n}\n`;
    expect(convert(`${broken}body a "A"\n`, "vi")).toBe(`${broken}cơ quan a "A"\n`);
  });

  it("changes no verdict and no problem of the samples", () => {
    const samples = sampleFiles();
    const before = createTestService(samples).service;
    for (const language of ["vi", "en"] as const) {
      const converted = Object.fromEntries(
        Object.entries(samples).map(([path, text]) => [
          path,
          path.endsWith(".bdg") ? applyEdits(text, before.convertKeywords(path, language)) : text,
        ]),
      );
      const after = createTestService(converted).service;
      for (const path of before.paths()) {
        const told = (service: typeof after) =>
          service
            .problemsOf(path)
            .map(({ code, message }) => `${code} ${message}`)
            .sort();
        expect(told(after)).toEqual(told(before));
      }
    }
  });

  it("leaves no keyword in the other language in any plan, and comes back to the same words", () => {
    const only = (language: Language, other: Language) =>
      new Set<string>(
        Object.values(keywordSpellings)
          .flatMap((spellings) => [...spellings[language]] as string[])
          .filter(
            (word) =>
              !Object.values(keywordSpellings).some((all) => ([...all[other]] as string[]).includes(word)),
          ),
      );
    const vietnameseOnly = only("vi", "en");
    // What has several English words comes back as the first, and capitals are kept only where the word itself is.
    const others = Object.values(keywordSpellings).flatMap(({ en: [first = "", ...more] }) =>
      (more as readonly string[]).map((word) => [new RegExp(`\\b${word}\\b`, "g"), first] as const),
    );
    const plain = (text: string) =>
      others.reduce((all, [word, first]) => all.replace(word, first), text.toLowerCase().replace(/ +/g, " "));
    fc.assert(
      fc.property(printedPlanArbitrary, ({ model, seed }) => {
        for (const { text } of printPlan(model, seededChoice(seed))) {
          const toEnglish = convert(text, "en");
          const bare = toEnglish.replace(/"(?:[^"\\]|\\.)*"/g, '""').replace(/#.*/g, "");
          for (const word of bare.normalize("NFC").match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []) {
            expect(vietnameseOnly.has(word), word).toBe(false);
          }
          const back = convert(convert(toEnglish, "vi"), "en");
          expect(plain(back)).toBe(plain(toEnglish));
        }
      }),
      propertyRuns(20),
    );
  });
});
