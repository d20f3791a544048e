import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodeActionResult } from "../../../server/src/language-features/feature-types.ts";
import type { LanguageService } from "../../../server/src/language-service.ts";
import { applyEdits } from "../../support/apply-edits.ts";
import { propertyRuns } from "../../support/runs.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService } from "../../support/test-service.ts";

type Sources = Readonly<Record<string, string>>;

const everywhere = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

/** Slips of people who write: each makes one thing wrong where its pattern is found. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/"([^"\n]*)"/g, "“$1”"],
  [/(\p{L}{3})\p{L}(?=\p{L}*_)/gu, "$1"],
  [/(=|đạt|reach|>=) (\d+)%/g, "$1 $2 person"],
  [/(=|đạt|reach|>=) (\d+)%/g, "$1 $2 ratio"],
  [/(=|đạt|reach|>=) (\d+)%/g, "$1 $2 người"],
  [/(=|đạt|reach|>=) (\d+)(?=\s)/g, "$1 1.234"],
  [/( *(?:measured|kết quả|unit|đơn vị tính) .*\n)/g, "$1$1"],
  [/(\d{4})\.\.(\d{4})/g, "$1-$2"],
  [/^ +(?:unit|đơn vị tính) .*\n/gm, ""],
  [/\b([IVX]+\.\d)(?=[\s-])/g, "$1.9"],
  [/(mục tiêu|target)/g, "mục tiu"],
  [/(# II)/g, "# bdg-ignore target-missed\n$1"],
  [/(reach|đạt) (\d+%)/g, "about $2"],
  [/(lead|chủ trì) +\S+/g, "$1 ai_do"],
  [/(\d+)%/g, "1.234%"],
  [/ = (\d+)(?=\n)/g, " = 1.234"],
  [/^(indicator|chỉ tiêu)(?= )/gm, "chỉ tieu"],
  [/(lead|chủ trì)(?= )/g, "chủ trị"],
  [/((?:bai_viet|awareness|tuyen_truyen)\S* .*= )(\d+)(.*)\n/g, "$1$2$3\n  $19$3\n"],
  [/(mục tiêu|target)(?= )/g, "# bdg-ignore target-no-data\n  $1"],
  [/ = (?=\d)/g, ": "],
  [/(ghi chú|note) +"([^"\n]*)"/g, "$1 $2"],
  [/(lead|chủ trì) +(?=\w)/g, "$1: "],
  [/= (\d+) (?:of|trên) (\d+)/g, "= $1/$2"],
];

interface Slip {
  readonly kind: number;
  readonly file: number;
  readonly at: number;
}

/** The files with one thing wrong: of the places of that kind of slip, one in one of the files that have any. */
function slipped(files: Sources, { kind, file, at }: Slip): Sources {
  const [pattern, put] = slips[kind]!;
  const paths = Object.keys(files).filter(
    (path) => path.endsWith(".bdg") && files[path]!.search(pattern) >= 0,
  );
  const path = paths[file % paths.length];
  if (path === undefined) return files;
  const text = files[path]!;
  const found = [...text.matchAll(pattern)];
  const match = found[at % found.length]!;
  const here = new RegExp(pattern.source, pattern.flags.replace("g", "y"));
  here.lastIndex = match.index;
  return { ...files, [path]: text.replace(here, put) };
}

/** Facts that come to light once something can be read: a value that is now one may miss its target. */
const facts =
  /^(?:target-|task-|measured-|explain-|period-too-long|parts-differ|reach-without-|about-without-|commitment-|clause-not-covered)/;

/** How often each problem is there, by its words. */
function problemsIn(service: LanguageService): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of service.paths()) {
    for (const { code, message } of service.problemsOf(path)) {
      const words = `${code}: ${message}`;
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  }
  return counts;
}

function codesIn(service: LanguageService): readonly string[] {
  return service.paths().flatMap((path) => service.problemsOf(path).map(({ code }) => code));
}

function afterwards(files: Sources, { edits }: CodeActionResult) {
  return [...edits].map(([path, some]) => {
    const filled = some.map(({ range, text, cursor }) => ({
      range,
      text: cursor === undefined ? text : `${text.slice(0, cursor)}1${text.slice(cursor)}`,
    }));
    return [path, applyEdits(files[path]!, filled)] as const;
  });
}

const samples = sampleFiles();
const options = { asOf: "2025-06-30" };
const known = new Set(problemsIn(createTestService(samples, options).service).keys());

/**
 * Applies each code action there is for a problem that the samples have not, and undoes it; how many there were.
 * `hidden`: the codes of what else is wrong, which may come to light.
 */
function tryActions(files: Sources, hidden: ReadonlySet<string> = new Set()): number {
  const { service, log } = createTestService(files, options);
  const before = problemsIn(service);
  let tried = 0;
  for (const path of service.paths()) {
    const problems = service.problemsOf(path);
    for (const action of service.codeActions(path, everywhere)) {
      if (action.disabled !== null) continue;
      const about = problems.find(({ code, range }) => code === action.code && range === action.range)!;
      const words = `${about.code}: ${about.message}`;
      if (known.has(words)) continue;
      const changed = afterwards(files, action);
      for (const [one, text] of changed) service.setFile(one, text);
      const after = problemsIn(service);
      const what = `“${action.title}” for ${words}`;
      // Where one declaration can't be told, the next that can't is seen only afterwards.
      const hidesOthers = action.code === "unknown-declaration";
      const still = service
        .problemsOf(path)
        .filter(({ range }) => range.start.line === action.range.start.line);
      if (hidesOthers)
        expect(
          still.map(({ code }) => code),
          what,
        ).not.toContain(action.code);
      else expect(after.get(words) ?? 0, `${what} leaves it there`).toBeLessThan(before.get(words)!);
      const fresh = [...after].filter(([code, count]) => count > (before.get(code) ?? 0));
      const others = hidesOthers
        ? []
        : fresh.filter(([one]) => !facts.test(one) && !hidden.has(one.slice(0, one.indexOf(":"))));
      expect(others, `${what} brings others`).toEqual([]);
      for (const [one] of changed) service.setFile(one, files[one]!);
      tried += 1;
    }
  }
  expect(log).toEqual([]);
  return tried;
}

const place = { file: fc.nat({ max: 99 }), at: fc.nat({ max: 999 }) };

describe("every code action takes its problem away and brings no other", () => {
  it.each(slips.map(([pattern, put], kind) => [`${pattern} → ${put}`, kind] as const))("%s", (_, kind) => {
    let tried = 0;
    const property = fc.property(fc.record(place), (where) => {
      tried += tryActions(slipped(samples, { kind, ...where }));
    });
    fc.assert(property, propertyRuns(3));
    expect(tried).toBeGreaterThan(0);
  });

  it("where several things are wrong at once", () => {
    const slip = fc.record({ ...place, kind: fc.nat({ max: slips.length - 1 }) });
    const property = fc.property(fc.array(slip, { minLength: 2, maxLength: 4 }), (some) => {
      const alone = some.flatMap((one) => codesIn(createTestService(slipped(samples, one), options).service));
      tryActions(some.reduce(slipped, samples), new Set(alone));
    });
    fc.assert(property, propertyRuns(10));
  });
});
