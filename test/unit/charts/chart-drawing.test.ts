import { describe, expect, it } from "vitest";
import { valueScale, yearTicks } from "../../../server/src/charts/chart-axes.ts";
import { drawChart } from "../../../server/src/charts/chart-drawing.ts";
import type { ChartItem } from "../../../server/src/charts/chart-types.ts";
import { sampleFiles } from "../../support/sample-files.ts";
import { createTestService } from "../../support/test-service.ts";
import { planFiles } from "../language-features/plan-fixture.ts";

const options = { width: 500, height: 220, language: "vi", todayText: "30/6/2025" } as const;

function chartsOf(files: Readonly<Record<string, string>>, asOf: string): readonly ChartItem[] {
  const { plans } = createTestService(files, { asOf, language: "vi" }).service.planOverview();
  return plans.flatMap(({ indicators }) => indicators.flatMap(({ charts }) => charts));
}

const empty: ChartItem = {
  category: null,
  baselines: [],
  measured: [],
  targets: [],
  path: [],
  today: 2025,
  unit: "%",
};
const at = (x: number, y: number) => ({ x, y, text: `${x}: ${y}`, label: String(y) });
const target = (x: number, y: number) =>
  ({ ...at(x, y), status: "pending", upper: null, direction: "up" }) as const;

describe("a drawing", () => {
  it("takes more values than a call takes arguments", () => {
    const measured = Array.from({ length: 200_000 }, (_, i) => ({
      ...at(2020 + i / 100_000, 40 + (i % 20)),
      missed: false,
    }));
    const { lines } = drawChart({ ...empty, measured }, options);
    expect(lines.length).toBeGreaterThan(0);
    expect(valueScale({ ...empty, measured }, "vi").domain).toEqual([40, 60]);
  });

  it("has a mark of its own kind for each value, target and baseline, and says what it stands for", () => {
    const [leaders, awareness] = chartsOf(planFiles, "2025-06-30") as [ChartItem, ChartItem];
    expect(drawChart(leaders, options).marks.map(({ role, text }) => [role, text])).toEqual([
      ["target", "31/12/2025: đạt 60%"],
      ["baseline", "31/12/2021: 45%"],
      ["value", "31/12/2023: 50%"],
    ]);
    // 2 in 2022 and 1 in 2023 are enough; 0 in 2024 is not, and a line shows by how much.
    const drawing = drawChart(awareness, options);
    expect(drawing.marks.filter(({ role }) => role !== "target").map(({ role }) => role)).toEqual([
      "value",
      "value",
      "missed",
    ]);
    const cross = drawing.marks.find(({ role }) => role === "missed")!;
    const asked = drawing.marks.findLast(({ role }) => role === "target")!;
    const gap = drawing.lines.find(({ role }) => role === "gap")!;
    expect(gap.d).toBe(`M${cross.x},${cross.y}V${asked.y}`);
    expect(asked.x).toBe(cross.x);
    expect(asked.y).toBeLessThan(cross.y);
  });

  it("puts later to the right and more further up, and the path through baseline and targets", () => {
    const [leaders] = chartsOf(planFiles, "2025-06-30") as [ChartItem];
    const { marks, lines } = drawChart(leaders, options);
    const [goal, start, value] = marks as [(typeof marks)[0], (typeof marks)[0], (typeof marks)[0]];
    expect(start.x).toBeLessThan(value.x);
    expect(value.x).toBeLessThan(goal.x);
    expect(goal.y).toBeLessThan(value.y);
    expect(value.y).toBeLessThan(start.y);
    expect(lines.find(({ role }) => role === "path")!.d).toBe(`M${start.x},${start.y}L${goal.x},${goal.y}`);
  });

  it("has the line of the date where it is near what is drawn, with the date above it", () => {
    const near = drawChart(
      { ...empty, measured: [{ ...at(2024, 1), missed: false }], today: 2024.4 },
      options,
    );
    expect(near.lines.filter(({ role }) => role === "today")).toHaveLength(1);
    expect(near.texts.find(({ role }) => role === "today")!.text).toBe("30/6/2025");
    const far = drawChart({ ...empty, measured: [{ ...at(2024, 1), missed: false }], today: 2035 }, options);
    expect(far.lines.filter(({ role }) => role === "today")).toEqual([]);
  });

  it("has a line from what missed to the target of its own day, and to no other", () => {
    const missed = { ...at(2025, 5), missed: true };
    const own = { ...target(2025, 10), status: "missed" } as const;
    const chart = { ...empty, measured: [missed], targets: [target(2024, 40), own, target(2026, 20)] };
    const { lines, marks } = drawChart(chart, options);
    const cross = marks.find(({ role }) => role === "missed")!;
    const asked = marks.find(({ text }) => text === own.text)!;
    expect(lines.filter(({ role }) => role === "gap")).toEqual([
      { role: "gap", d: `M${cross.x},${cross.y}V${asked.y}` },
    ]);
  });

  it("shows the width of a target between two values", () => {
    const chart = { ...empty, targets: [{ ...target(2025, 40), upper: 60 }], baselines: [at(2024, 10)] };
    const { lines, marks } = drawChart(chart, options);
    const span = /^M([\d.]+),([\d.]+)V([\d.]+)$/.exec(lines.find(({ role }) => role === "span")!.d)!;
    expect(Number(span[2])).toBe(marks[0]!.y);
    expect(Number(span[3])).toBeLessThan(Number(span[2]));
  });

  it.each([320, 500, 900])(
    "keeps every sample's shapes inside a picture of %i pixels, on any day",
    (width) => {
      let drawn = 0;
      for (const asOf of ["2021-01-01", "2025-06-30", "2032-01-01"]) {
        for (const chart of chartsOf(sampleFiles(), asOf)) {
          const { marks, texts } = drawChart(chart, { ...options, width });
          for (const { x, y } of [...marks, ...texts]) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(width);
            expect(y).toBeGreaterThanOrEqual(0);
            expect(y).toBeLessThanOrEqual(options.height);
          }
          drawn += 1;
        }
      }
      expect(drawn).toBeGreaterThan(20);
    },
  );
});

describe("the axis of values", () => {
  const texts = (unit: string, ...values: readonly number[]) =>
    valueScale({ ...empty, unit, baselines: values.map((y, i) => at(2020 + i, y)) }, "vi").ticks.map(
      ({ text }) => text,
    );

  it("has round steps that enclose the values, from 0 where 0 is not far", () => {
    expect(texts("%", 45, 75)).toEqual(["40%", "50%", "60%", "70%", "80%"]);
    expect(texts("%", 20, 60)).toEqual(["0%", "20%", "40%", "60%"]);
  });

  it("has whole numbers where values are whole, a comma else, and thousands apart", () => {
    expect(texts("hoạt động", 0, 2)).toEqual(["0", "1", "2"]);
    expect(texts("lần", 1.7, 2)).toContain("1,8");
    expect(texts("người", 0, 20_000)).toEqual(["0", "5000", "10\u00a0000", "15\u00a0000", "20\u00a0000"]);
  });

  it("has room around a single value", () => {
    const { domain } = valueScale({ ...empty, baselines: [at(2020, 0)] }, "vi");
    expect(domain[0]).toBeLessThan(0);
    expect(domain[1]).toBeGreaterThan(0);
  });
});

describe("the axis of time", () => {
  it("names years at their last day, no more than there is room for", () => {
    expect(yearTicks([2021.997, 2025.997], 8).map(({ text }) => text)).toEqual([
      "2021",
      "2022",
      "2023",
      "2024",
      "2025",
    ]);
    expect(yearTicks([2021.997, 2030.997], 5).map(({ text }) => text)).toEqual([
      "2021",
      "2023",
      "2025",
      "2027",
      "2029",
    ]);
  });

  it("names quarters where there are less than two years", () => {
    expect(yearTicks([2024.2, 2025], 8).map(({ text }) => text)).toEqual([
      "3/2024",
      "6/2024",
      "9/2024",
      "12/2024",
    ]);
  });
});
