/**
 * A synthetic plan of `count` indicators, about 300 bytes each: two milestones, a baseline and two values, of which
 * one in fifty misses its path, so that there is something to report. The same count gives the same text.
 */
export function generatePlan(count: number, prefix = "indicator"): string {
  const parts = [head];
  for (let i = 0; i < count; i += 1) parts.push(indicator(i, prefix));
  return parts.join("\n");
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
