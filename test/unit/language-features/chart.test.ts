import { describe, expect, it } from "vitest";
import { toBase64 } from "../../../server/src/language-features/base64.ts";
import { chartPalette } from "../../../server/src/language-features/chart-palette.ts";
import { niceLevels } from "../../../server/src/language-features/chart-svg.ts";
import { createTestService } from "../../support/test-service.ts";
import { plan, planFiles } from "./plan-fixture.ts";

/** Contrast of two colours by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe("the palette", () => {
  const { card, text, grid: _grid, ...marks } = chartPalette;

  it("has text that can be read on the card", () => {
    expect(contrast(text, card)).toBeGreaterThanOrEqual(4.5);
  });

  describe.each([
    ["the card", card],
    ["a light theme", "#ffffff"],
    ["a dark theme", "#1f1f1f"],
  ])("on %s", (_, background) => {
    it.each(Object.entries(marks))("shows %s", (_name, colour) => {
      expect(contrast(colour, background)).toBeGreaterThanOrEqual(3);
    });
  });
});

function chartOf(
  source: string,
  character: number,
  needle: string,
): { svg: string; alt: string } | undefined {
  const { service } = createTestService({ ...planFiles, "plan.bdg": source });
  const line = source.split("\n").findIndex((one) => one.startsWith(needle));
  const hover = service.hover("plan.bdg", { line, character }, { images: true, commandLinks: false });
  const image = /!\[(.*)\]\(data:image\/svg\+xml;base64,(\S+)\)/.exec(hover!.markdown);
  return image ? { alt: image[1]!, svg: Buffer.from(image[2]!, "base64").toString("utf8") } : undefined;
}

describe("the chart of path and values", () => {
  it("tells in words what it shows", () => {
    const { alt } = chartOf(plan, 12, "indicator leaders")!;
    expect(alt).toBe(
      "Chart of “Lãnh đạo nữ”; baseline 31 December 2021: 45%; measured 31 December 2023: 50%; targets 31 December 2025: 60%",
    );
  });

  it("draws baseline, path, target and value in shapes of their own", () => {
    const { svg } = chartOf(plan, 12, "indicator leaders")!;
    expect(svg.match(/<polyline points="([^"]+)"/)![1]!.split(" ")).toHaveLength(2);
    // One each, and one each in the legend.
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg.match(/l6 6l-6 6l-6 -6z/g)).toHaveLength(2);
    expect(svg.match(/width="8" height="8"/g)).toHaveLength(2);
    expect(svg).not.toContain("l8 8m0 -8l-8 8");
    for (const year of [2021, 2022, 2023, 2024, 2025]) expect(svg).toContain(`>${year}</text>`);
  });

  it("marks a missed value by a cross, not only by colour", () => {
    const { svg, alt } = chartOf(plan, 12, "indicator awareness")!;
    expect(svg.match(/l8 8m0 -8l-8 8/g)).toHaveLength(2);
    expect(alt).toContain("missed 31 December 2024: 0 hoạt động");
    expect(svg).toContain(">hoạt động</text>");
    expect(svg).not.toContain(">0.5<");
  });

  it("is well-formed whatever the unit is called", () => {
    const { svg } = chartOf(plan.replaceAll('"hoạt động"', `"<b> & 'x'"`), 12, "indicator awareness")!;
    expect(svg).toContain(">&#60;b&#62; &#38; &#39;x&#39;</text>");
  });

  it("is flat and stands right behind the clause, so that a hover shows verdict, clause and chart at once", () => {
    for (const [place, character] of [
      ["indicator leaders", 12],
      ["  target   2025", 12],
      ["  measured 2023", 20],
    ] as const) {
      const { service } = createTestService(planFiles);
      const line = plan.split("\n").findIndex((one) => one.startsWith(place));
      const hover = service.hover("plan.bdg", { line, character }, { images: true, commandLinks: true })!;
      const blocks = hover.markdown.split("\n\n");
      const quote = blocks.findIndex((block) => block.startsWith("> "));
      // The verdict and what it is about stand above, the citation with its link between.
      expect(quote, place).toBe(2);
      expect(blocks[quote + 1], place).toContain("bdg.openClause");
      expect(blocks[quote + 2], place).toMatch(/^!\[/);
    }
    const { svg } = chartOf(plan, 12, "indicator leaders")!;
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
    // Above it stand the verdict, the name and the clause, in VS Code's 250 pixels.
    expect(Number(height)).toBeLessThanOrEqual(100);
    for (const [, x] of svg.matchAll(/<text x="([\d.]+)"/g))
      expect(Number(x)).toBeLessThan(Number(width) - 20);
    for (const [, y] of svg.matchAll(/ y="([\d.]+)" (?:text|fill)/g))
      expect(Number(y)).toBeLessThan(Number(height));
  });

  it("cuts the name of a unit that has no room", () => {
    const { svg } = chartOf(
      plan.replaceAll('"hoạt động"', '"hoạt động tuyên truyền lồng ghép"'),
      12,
      "indicator awareness",
    )!;
    expect(svg).toContain(">hoạt động tuyên…</text>");
  });

  it("is left out where there is nothing to draw, and for clients without images", () => {
    const bare = 'indicator a "A" {\n  unit count\n  target 2025 >= 1\n}\n';
    expect(chartOf(bare, 10, "indicator a")).toBeUndefined();
    const { service } = createTestService(planFiles);
    const hover = service.hover(
      "plan.bdg",
      { line: 11, character: 12 },
      { images: false, commandLinks: false },
    );
    expect(hover!.markdown).not.toContain("data:");
  });
});

it.each([
  [45, 75, false, [40, 50, 60, 70, 80]],
  [0, 2, true, [0, 1, 2]],
  [5, 5, false, [4, 6]],
  [0.1, 0.35, false, [0.1, 0.2, 0.3, 0.4]],
])("levels of an axis from %d to %d", (low, high, whole, levels) => {
  expect(niceLevels(low, high, whole)).toEqual(levels);
});

it.each(["", "a", "ab", "abc", "Đơn vị 🎉", "\ud800"])("base64 of %j", (text) => {
  expect(toBase64(text)).toBe(Buffer.from(text, "utf8").toString("base64"));
});
