/**
 * A synthetic plan of `count` indicators, about 300 bytes each: two milestones, a baseline and two values, of which
 * one in fifty misses its path, so that there is something to report. The same count gives the same text.
 */
export function generatePlan(count: number): string {
  return [head, ...indicators(count, "indicator")].join("\n");
}

/** Under the 100,000 lines at which a file ends. */
const mostInAFile = 10_000;

/**
 * As many indicators in several files: one with the plan, the parts that use it, and one that uses all the parts.
 * Paths with their texts; `middle` is the part to work in.
 */
export function generateProgram(count: number): {
  readonly files: ReadonlyMap<string, string>;
  readonly middle: string;
} {
  const files = new Map([["plan.bdg", head]]);
  const parts: string[] = [];
  for (let from = 0; from < count; from += mostInAFile) {
    const name = `part_${parts.length + 1}`;
    parts.push(`${name}.bdg`);
    const own = indicators(Math.min(mostInAFile, count - from), name);
    files.set(`${name}.bdg`, ['use "plan.bdg"\n', ...own].join("\n"));
  }
  files.set("all.bdg", parts.map((part) => `use "${part}"\n`).join(""));
  return { files, middle: parts[Math.floor(parts.length / 2)]! };
}

function indicators(count: number, prefix: string): readonly string[] {
  return Array.from({ length: count }, (_, i) => indicator(i, prefix));
}

const head = `plan generated "Kế hoạch thử nghiệm" {
  issued 2021
  period 2021..2030
}

body office "Văn phòng"
`;

function indicator(i: number, prefix: string): string {
  const latest = i % 50 === 0 ? 46 : 53;
  return `indicator ${prefix}_${i} "Chỉ tiêu số ${i}: tỷ lệ đơn vị đạt yêu cầu của kế hoạch" {
  clause    II.${(i % 90) + 1}
  unit      percent
  baseline  2021 = 45%
  target    2025 reach 60%
  target    2030 reach 75%
  measured  2022 = 9 of 20   "Báo cáo số ${i}/BC-SNV"
  measured  2023 = ${latest},5%
}`;
}

/**
 * The place before the last value of an indicator in the middle of the plan that is behind its path: a digit typed
 * there ends the problem, and taken back brings it again, so that every keystroke changes what is reported.
 */
export function lineToEdit(text: string): { readonly line: number; readonly character: number } {
  const lines = text.split("\n");
  const middle = Math.floor(lines.length / 2);
  const line = lines.findIndex((one, i) => i >= middle && one.includes("= 46,5%"));
  return { line, character: lines[line]!.indexOf("= ") + 2 };
}
