import { expect, it } from "vitest";
import type { SymbolNode } from "../../../server/src/language-features/feature-types.ts";
import { textIn } from "../../support/markers.ts";
import { createTestService, type TestOptions } from "../../support/test-service.ts";
import { plan, planFiles } from "./plan-fixture.ts";

/** The outline as indented lines: kind, name, detail. */
function outline(path: string, files: Readonly<Record<string, string>>, options?: TestOptions): string[] {
  const lines = (nodes: readonly SymbolNode[], indent: string): string[] =>
    nodes.flatMap((node) => [
      `${indent}${node.kind} ${node.name}${node.detail === "" ? "" : `: ${node.detail}`}`,
      ...lines(node.children, `${indent}  `),
    ]);
  return lines(createTestService(files, options).service.documentSymbols(path), "");
}

it("shows the plan with what follows it, verdicts in the detail", () => {
  expect(outline("plan.bdg", planFiles)).toEqual([
    "plan p: Kế hoạch",
    "  unit activity: hoạt động",
    "  body office: Văn phòng",
    "  body union_office: Công đoàn",
    "  dimension sex: Giới tính",
    "    category female: Nữ",
    "    category male: Nam",
    "  indicator leaders: Off track · 50% / 60%",
    "    target 2025 reach 60%: Off track",
    "  indicator awareness: Missed · 0/1 hoạt động",
    "    target every year in 2022..2024 >= 1: Missed",
    "  task training: Overdue · 2024",
  ]);
});

it("never shows a value that misses as what it misses", () => {
  const source = 'indicator e "E" { unit percent; target 2024 >= 66,67%; measured 2024 = 2 of 3 }\n';
  expect(outline("a.bdg", { "a.bdg": source })[0]).toBe("indicator e: Missed · 66.667% / 66.67%");
});

it("speaks Vietnamese too", () => {
  expect(outline("plan.bdg", planFiles, { language: "vi" })).toContain(
    "  indicator awareness: Không đạt · 0/1 hoạt động",
  );
});

it("shows reports with their lines", () => {
  expect(outline("report.bdg", planFiles)).toEqual([
    "file plan.bdg",
    "report 2024: Báo cáo 15",
    "  value awareness: 0",
    "  value awareness: 2",
    "  value awareness: 1",
  ]);
});

it("keeps what can be read of a broken file, and leaves no name empty", () => {
  const source = 'indicator "no name" { unit }\nindicator a "A" {\n  target\nbody b "B"\nxyz\n';
  expect(outline("x.bdg", { "x.bdg": source })).toEqual([
    "indicator indicator: No target",
    "indicator a: No target",
    "body b: B",
  ]);
});

it("selects the name inside the whole declaration", () => {
  const [node] = createTestService(planFiles).service.documentSymbols("plan.bdg");
  expect(textIn(plan, node!.selection)).toBe("p");
  expect(textIn(plan, node!.range)).toBe(plan.trimEnd());
  const leaders = node!.children.find(({ name }) => name === "leaders")!;
  expect(textIn(plan, leaders.range)).toMatch(/^indicator leaders[\s\S]*\}$/);
  expect(textIn(plan, leaders.children[0]!.range)).toBe("target   2025 reach 60%");
});

it("shows titles instead of verdicts in a file too large to be judged after every key", () => {
  const source = Array.from(
    { length: 2001 },
    (_, i) => `indicator i${i} "Title ${i}" { unit count; target 2020 >= 1 }\n`,
  );
  const [large] = outline("x.bdg", { "x.bdg": source.join("") });
  const [small] = outline("x.bdg", { "x.bdg": source.slice(1).join("") });
  expect(large).toBe("indicator i0: Title 0");
  expect(small).toBe("indicator i1: No data · 2020");
});
