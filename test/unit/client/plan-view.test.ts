import { describe, expect, it } from "vitest";
import { readFilter } from "../../../client/src/plan-view/plan-filter.ts";
import { type Grouping, type PlanNode, planTree } from "../../../client/src/plan-view/plan-nodes.ts";
import { createTestService } from "../../support/test-service.ts";

const plan = `plan p "Plan" { issued 2021; period 2021..2025; document "plan.txt" }
body office "Văn phòng"
body union_office "Công đoàn"
indicator leaders "Lãnh đạo nữ" {
  clause   I.1
  unit     percent
  target   2023 >= 60%
  measured 2023 = 50%
  lead     office, union_office
}
indicator awareness "Tuyên truyền" {
  clause I.2
  unit   count
  target 2023 >= 1
  measured 2023 = 2
  lead   union_office
}
indicator other "Khác" { unit count; target 2025 >= 1 }
task training "Tập huấn" { due 2023; clause II.1 }
`;
const files = {
  "a.bdg": plan,
  "plan.txt": "I. MỤC TIÊU\n1. Lãnh đạo\n2. Tuyên truyền\nII. NHIỆM VỤ\n1. Tập huấn\n",
  "r.bdg": 'use "a.bdg"\nreport 2024 "Báo cáo 2024" {\n}\n',
};
const words = { noClause: "none", noLead: "nobody", reports: "Reports" };

function overview(changed: Readonly<Record<string, string>> = {}) {
  const { service } = createTestService({ ...files, ...changed }, { asOf: "2024-06-30", language: "vi" });
  return service.planOverview({ outline: true });
}

function tree(grouping: Grouping, filter = "", shown = overview()): readonly PlanNode[] {
  const programs = [{ rootUri: "file:///w", plans: shown.plans }];
  return planTree(programs, grouping, readFilter(filter, [shown]), words);
}

/** Labels, the inner ones in brackets behind the outer. */
function outline(nodes: readonly PlanNode[]): readonly string[] {
  return nodes.map((node) => {
    const label = node.kind === "group" ? node.label : node.item.name;
    return "children" in node ? `${label} [${outline(node.children).join(", ")}]` : label;
  });
}

function ids(nodes: readonly PlanNode[]): readonly string[] {
  return nodes.flatMap((node) => [node.id, ...("children" in node ? ids(node.children) : [])]);
}

describe("the tree of a plan", () => {
  it.each([
    [
      "clause",
      "Plan [I.1. Lãnh đạo [Lãnh đạo nữ], I.2. Tuyên truyền [Tuyên truyền], II. NHIỆM VỤ [Tập huấn], none [Khác], Reports [Báo cáo 2024]]",
    ],
    [
      "body",
      "Plan [Văn phòng [Lãnh đạo nữ], Công đoàn [Lãnh đạo nữ, Tuyên truyền], nobody [Khác, Tập huấn], Reports [Báo cáo 2024]]",
    ],
    [
      "verdict",
      "Plan [Không đạt [Lãnh đạo nữ], Quá hạn [Tập huấn], Đạt [Tuyên truyền], Chưa đến hạn [Khác], Reports [Báo cáo 2024]]",
    ],
  ] as const)("by %s", (grouping, expected) => {
    expect(outline(tree(grouping))).toEqual([expected]);
  });

  it.each(["clause", "body", "verdict"] as const)(
    "by %s has one id for each line, the same after an edit",
    (grouping) => {
      const before = ids(tree(grouping));
      expect(new Set(before).size).toBe(before.length);
      const edited = overview({ "a.bdg": `# one more line\n${plan.replace("Khác", "Khác hẳn")}` });
      expect(ids(tree(grouping, "", edited))).toEqual(before);
    },
  );

  it("keeps one id a line even while a name is declared twice", () => {
    const doubled = overview({ "a.bdg": `${plan}indicator other "Hai" { unit count; target 2025 >= 1 }\n` });
    const all = ids(tree("clause", "", doubled));
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((id) => id.includes("indicator a.bdg other"))).toHaveLength(2);
  });

  it("takes what commands want of a line", () => {
    const [shown] = tree("clause");
    const group = (shown as { children: readonly PlanNode[] }).children[0]!;
    const [line] = (group as { children: readonly PlanNode[] }).children;
    expect(line).toMatchObject({ programUri: "file:///w", indicatorId: "leaders", path: "a.bdg" });
  });
});

describe("a filter", () => {
  it.each([
    ["lanh dao", ["Plan [I.1. Lãnh đạo [Lãnh đạo nữ]]"]],
    ["LÃNH ĐẠO".normalize("NFD"), ["Plan [I.1. Lãnh đạo [Lãnh đạo nữ]]"]],
    ["không đạt", ["Plan [I.1. Lãnh đạo [Lãnh đạo nữ]]"]],
    ["đạt", ["Plan [I.2. Tuyên truyền [Tuyên truyền]]"]],
    ["khong dat, qua han", ["Plan [I.1. Lãnh đạo [Lãnh đạo nữ], II. NHIỆM VỤ [Tập huấn]]"]],
    ["đạt công đoàn", ["Plan [I.2. Tuyên truyền [Tuyên truyền]]"]],
    ["cong doan", ["Plan [I.1. Lãnh đạo [Lãnh đạo nữ], I.2. Tuyên truyền [Tuyên truyền]]"]],
    ["I.2", ["Plan [I.2. Tuyên truyền [Tuyên truyền]]"]],
    ["awareness", ["Plan [I.2. Tuyên truyền [Tuyên truyền]]"]],
    ["không có đâu", []],
  ])("“%s”", (text, expected) => {
    expect(outline(tree("clause", text))).toEqual(expected);
  });

  it("that is empty shows all, the reports too", () => {
    expect(readFilter("  ", [overview()])).toBeUndefined();
  });
});
