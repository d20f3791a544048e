/** Short ways to write the text of a hand-computed case. */

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}\n`).join("");

/** A plan of 2021..2030 with more statements, if any, in its head. */
export function planText(head: readonly string[], ...declarations: readonly string[]): string {
  const period = head.some((line) => line.startsWith("period")) ? [] : ["period 2021..2030"];
  return `${[`plan p "Kế hoạch" {\n${indented([...period, ...head])}}`, ...declarations].join("\n\n")}\n`;
}

export function indicatorText(id: string, unit: string, ...statements: readonly string[]): string {
  return `indicator ${id} "Chỉ tiêu ${id}" {\n${indented([`unit ${unit}`, ...statements])}}`;
}

export function taskText(id: string, ...statements: readonly string[]): string {
  return `task ${id} "Nhiệm vụ ${id}" {\n${indented(statements)}}`;
}

/** The usual plan with one indicator `x`. */
export const oneText = (unit: string, ...statements: readonly string[]) =>
  planText([], indicatorText("x", unit, ...statements));

export const sexText = 'dimension sex "Giới tính" { female "Nữ"  male "Nam" }';
