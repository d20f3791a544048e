/** What a number of timings says: the middle one, and the one that nineteen in twenty stay under; in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
}

export function timingOf(milliseconds: readonly number[]): Timing {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

/** Runs something so many times and keeps the time of each, after a few that don't count. */
export function measure(times: number, work: (i: number) => void, warmUp = 3): Timing {
  for (let i = 0; i < warmUp; i += 1) work(i);
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const start = performance.now();
    work(warmUp + i);
    taken.push(performance.now() - start);
  }
  return timingOf(taken);
}

export function show(milliseconds: number): string {
  if (Number.isNaN(milliseconds)) return "–";
  return milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(0);
}

export function showTiming({ median, p95 }: Timing): string {
  return `${show(median)} (${show(p95)})`;
}

/** Lines as a Markdown table, the first one its head. */
export function toTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "--:"))), ...body.map(line)].join("\n");
}
