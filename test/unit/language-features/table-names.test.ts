import { describe, expect, test } from "vitest";
import { applyEdits } from "../../support/apply-edits.ts";
import { textIn } from "../../support/markers.ts";
import { createTestService } from "../../support/test-service.ts";

const plan = `plan p "Plan" { period 2021..2030 }
indicator le<|>d "Units led by women" {
  clause II.1
  unit percent
}
indicator acts "Activities" { unit count }
`;

/** The plan, a file that binds the table, and the table. */
function files(csv: string, use = 'use "plan.bdg"') {
  return { "plan.bdg": plan, "kq.bdg": `${use}\ndata "kq.csv"\n`, "kq.csv": csv };
}

function service(csv: string, use?: string) {
  const all = createTestService(files(csv, use));
  const [cursor] = all.marked.get("plan.bdg")!.cursors;
  return { ...all, cursor: cursor! };
}

describe("the cells of a CSV file that name an indicator", () => {
  test("are its references, one a row, by whatever they name it", () => {
    const csv = "Code;2022;2023\nled;45;50\nacts;3;4\nUnits led by women;46;\n";
    const { service: core, cursor, log } = service(csv);
    const found = core
      .references("plan.bdg", cursor, false)
      .map(({ path, range }) => [path, textIn(csv, range)]);
    expect(found).toEqual([
      ["kq.csv", "led"],
      ["kq.csv", "Units led by women"],
    ]);
    expect(log).toEqual([]);
  });

  test.each([
    ["Code;2022\nled;45\n", "Code;2022\nnew_id;45\n", undefined],
    ['Code,2022\n"led",45\n', 'Code,2022\n"new_id",45\n', undefined],
    ["Code;2022;2023\nt.led;45;50\n", "Code;2022;2023\nt.new_id;45;50\n", 'use "plan.bdg" as t'],
    ["Code;2022\nUnits led by women;45\n", "Code;2022\nUnits led by women;45\n", undefined],
    ["Code;2022\nII.1;45\nacts;4\n", "Code;2022\nII.1;45\nacts;4\n", undefined],
  ])("are renamed where they have its name: %j", (csv, wanted, use) => {
    const { service: core, cursor } = service(csv, use);
    const result = core.rename("plan.bdg", cursor, "new_id");
    if (result?.kind !== "edits") throw new Error(result?.reason);
    expect([...result.files.keys()]).toEqual(["plan.bdg"]);
    expect(applyEdits(csv, result.tables.get("kq.csv") ?? [])).toBe(wanted);
  });

  test("are not there for a workbook, whose cells no editor of texts can change", () => {
    const { service: core, workbooks, cursor } = service("");
    const text = (column: number, words: string) => ({ column, text: words, kind: "text" as const });
    const rows = [
      { row: 0, cells: [text(0, "Code"), text(1, "2022")] },
      { row: 1, cells: [text(0, "led"), text(1, "45")] },
    ];
    workbooks.set("kq.csv", [{ sheet: "S", rows, merges: [] }]);
    core.documentChanged("kq.csv");
    expect(core.judgement().plans[0]!.indicators[0]!.indicator.measured).toHaveLength(1);
    expect(core.references("plan.bdg", cursor, false)).toEqual([]);
    expect(core.rename("plan.bdg", cursor, "new_id")).toMatchObject({ kind: "edits", tables: new Map() });
  });
});
