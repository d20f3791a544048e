import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareDocuments,
  type DocumentComparison,
} from "../../../server/src/documents/comparison/compare-documents.ts";
import { compareWords } from "../../../server/src/documents/comparison/word-differences.ts";
import { readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import { propertyRuns } from "../../support/runs.ts";
import { fixtureText } from "./read-fixture.ts";

const plan = fixtureText("ke-hoach-snv-2022.txt");

function compare(before: string, after: string): DocumentComparison {
  return compareDocuments(readPlanDocument(before), readPlanDocument(after));
}

/** One line for everything that is not as it was. */
function differences({ kept, gone, added, head }: DocumentComparison): readonly string[] {
  return [
    ...head.map(({ what }) => `head ${what}`),
    ...kept
      .filter(({ words, hasMoved }) => words.length > 0 || hasMoved)
      .map(({ before, after, words, movedAlong }) => {
        const address =
          before.address === after.address ? before.address : `${before.address}>${after.address}`;
        const changed = words
          .filter(({ kind }) => kind !== "same")
          .map(({ kind, text }) => `${kind === "added" ? "+" : "-"}${text}`);
        return [address, ...(movedAlong ? ["along"] : []), ...changed].join(" ");
      }),
    ...gone.map(({ clause }) => `gone ${clause.address}`),
    ...added.map(({ clause }) => `new ${clause.address}`),
  ];
}

describe("versions of the first plan", () => {
  it("says which words of a clause are others, and which number it promises now", () => {
    const found = compare(plan, plan.replace("đến năm 2025 đạt 60%", "đến năm 2026 đạt ít nhất 65%"));
    expect(differences(found)).toEqual(["II.1-1 -2025 +2026 -60% +ít nhất 65%"]);
    const [change] = found.kept.flatMap(({ commitments }) => commitments);
    expect(change).toMatchObject({
      before: { period: "2025", comparator: "reach", value: "60" },
      after: { period: "2026", comparator: ">=", value: "65" },
    });
  });

  it("finds clauses again where one is put in before them", () => {
    const found = compare(
      plan,
      plan
        .replace(
          "1. Trong lĩnh vực chính trị",
          "1. Trong lĩnh vực kinh tế\n\nĐến năm 2027 có ít nhất 12 doanh nghiệp do nữ làm chủ được hỗ trợ.\n\n2. Trong lĩnh vực chính trị",
        )
        .replace("2. Trong phòng ngừa", "3. Trong phòng ngừa")
        .replace("3. Trong công tác giáo dục", "4. Trong công tác giáo dục")
        .replace("4. Trong công tác thông tin", "5. Trong công tác thông tin"),
    );
    expect(differences(found)).toEqual([
      "II.1>II.2",
      "II.1-1>II.2-1 along",
      "II.1-2>II.2-2 along",
      "II.2>II.3",
      "II.3>II.4",
      "II.4>II.5",
      "new II.1",
    ]);
    expect(found.added[0]?.commitments).toMatchObject([{ period: "2027", comparator: ">=", value: "12" }]);
  });

  it("takes a clause for gone whose words are nowhere, and another one under its address for new", () => {
    const found = compare(
      plan,
      plan.replace(
        /4\. Trong công tác thông tin[\s\S]*?bình đẳng giới\.\n/u,
        "4. Về kinh phí\n\nKinh phí bố trí trong dự toán chi thường xuyên.\n",
      ),
    );
    expect(differences(found)).toEqual(["gone II.4", "new II.4"]);
  });

  it("finds a reworded heading where its clauses are", () => {
    const found = compare(plan, plan.replace("II. MỤC TIÊU CỤ THỂ", "II. CÁC CHỈ SỐ PHẤN ĐẤU"));
    expect(differences(found)).toEqual(["II -MỤC TIÊU CỤ THỂ +CÁC CHỈ SỐ PHẤN ĐẤU"]);
  });

  it("tells two clauses that changed places from two that changed", () => {
    const lines = plan.split("\n");
    const first = lines.findIndex((line) => line.startsWith("- Phần đầu đến năm 2025 đạt 60%"));
    const swapped = lines.map((line, i) =>
      i === first ? lines[first + 2]! : i === first + 2 ? lines[first]! : line,
    );
    expect(differences(compare(plan, swapped.join("\n")))).toEqual(["II.1-1>II.1-2", "II.1-2>II.1-1"]);
  });

  it("compares what the head says", () => {
    const found = compare(
      plan,
      plan.replace("Số: /KH-SNV", "Số: 12/KH-SNV").replace("ngày tháng năm 2022", "ngày 5 tháng 4 năm 2022"),
    );
    expect(found.head).toEqual([
      { what: "number", before: null, after: "12/KH-SNV" },
      { what: "date", before: null, after: "2022-04-05" },
    ]);
  });

  it("takes no notice of what two copies of one text differ in", () => {
    const copy = plan.normalize("NFD").replaceAll("- Phần", "– Phần").replaceAll("tỉ lệ", "TỈ  LỆ");
    expect(differences(compare(plan, copy))).toEqual([]);
  });
});

const names = readdirSync(new URL("./fixtures/", import.meta.url)).filter((name) =>
  /\.(?:txt|md)$/u.test(name),
);

describe("any two documents", () => {
  it.each(names)("%s: compared with itself nothing is different", (name) => {
    const text = fixtureText(name);
    const { kept, gone, added, head } = compare(text, text);
    expect(differences({ kept, gone, added, head })).toEqual([]);
    expect(kept.flatMap(({ commitments }) => commitments)).toEqual([]);
  });

  it("are parted into clauses that are kept, gone and new, each once", () => {
    const pairs = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names));
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const [before, after] = [readPlanDocument(fixtureText(a)), readPlanDocument(fixtureText(b))];
        const { kept, gone, added } = compareDocuments(before, after);
        const olds = [...kept.map((one) => one.before), ...gone.map(({ clause }) => clause)];
        const news = [...kept.map((one) => one.after), ...added.map(({ clause }) => clause)];
        expect(new Set(olds)).toEqual(new Set(before.clauses));
        expect(new Set(news)).toEqual(new Set(after.clauses));
        expect([olds.length, news.length]).toEqual([before.clauses.length, after.clauses.length]);
      }),
      propertyRuns(40),
    );
  });

  it("find a paragraph again wherever it was moved to", () => {
    const labelled = plan.slice(plan.indexOf("III. NHIỆM VỤ"), plan.indexOf("IV. TỔ CHỨC"));
    const tasks = labelled.split(/\n\n(?=\d\. )/u);
    const [heading, ...items] = tasks;
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (order) => {
        const renumbered = order.map((item, i) => item.trim().replace(/^\d/u, String(i + 1)));
        const fresh = plan.replace(labelled, `${heading}\n\n${renumbered.join("\n\n")}\n\n`);
        const { kept, gone, added } = compare(plan, fresh);
        expect([gone, added]).toEqual([[], []]);
        expect(kept.every(({ words }) => words.length === 0)).toBe(true);
      }),
      propertyRuns(30),
    );
  });
});

describe("words", () => {
  it("give both texts back, and nothing but what is the same for two of one text", () => {
    const words = fc.array(fc.constantFrom("đạt", "60%", "năm", "2025", "số", "xã", "và,", "(a)"), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const found = compareWords(a.join(" "), b.join(" "));
        const side = (kind: string) =>
          found.filter((one) => one.kind !== kind).flatMap(({ text }) => text.split(" "));
        // What both have is shown as the new text has it.
        expect(side("removed").filter((word) => word !== "")).toEqual(b);
        expect(side("added").filter((word) => word !== "").length).toBe(a.length);
        const same = found.filter(({ kind }) => kind === "same").flatMap(({ text }) => text.split(" "));
        if (a.join(" ") === b.join(" ")) expect(same.filter((word) => word !== "")).toEqual(a);
      }),
      propertyRuns(100),
    );
  });

  it("are the longest row that both have", () => {
    expect(compareWords("đến năm 2025 đạt 60% số xã", "đến hết năm 2025 đạt 65% số xã, phường")).toEqual([
      { kind: "same", text: "đến" },
      { kind: "added", text: "hết" },
      { kind: "same", text: "năm 2025 đạt" },
      { kind: "removed", text: "60%" },
      { kind: "added", text: "65%" },
      { kind: "same", text: "số xã," },
      { kind: "added", text: "phường" },
    ]);
  });
});
