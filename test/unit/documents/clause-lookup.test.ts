import { describe, expect, it } from "vitest";
import { citedAddress, clauseAtOffset, findClause } from "../../../server/src/documents/clause-lookup.ts";
import { readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import { fixtureText, readFixture } from "./read-fixture.ts";

const plan = readFixture("ke-hoach-snv-2022.txt");
const law = readPlanDocument("Điều 5. A\n2. B:\nđ) C");
const twice = readPlanDocument("IV. A\n1. B\nIV. C\n1. D");

describe("findClause", () => {
  it.each(["II.1-1", "II.1-1.", " II.1-1 ", "II.1–1"])("finds the first dash as %j", (address) => {
    expect(findClause(plan, address)).toMatchObject({ kind: "found", clause: { line: 29 }, paragraph: null });
  });

  it.each(["Đ5.2.đ", "D5.2.đ", "Đ5.2.đ".normalize("NFD"), "đ5.2.đ"])("finds the article as %j", (address) => {
    expect(findClause(law, address)).toMatchObject({ kind: "found", clause: { line: 2 } });
  });

  it("finds a paragraph, and not one that is not there", () => {
    expect(findClause(plan, "III.3/2")).toMatchObject({
      kind: "found",
      clause: { address: "III.3" },
      paragraph: { line: 53 },
    });
    expect(findClause(plan, "III.3/1")).toMatchObject({ kind: "found", paragraph: { line: 51 } });
    expect(findClause(plan, "III.3/3")).toMatchObject({ kind: "not-found", nearest: [{ address: "III.3" }] });
  });

  it("reports the bare address of two, and finds each by its own", () => {
    expect(findClause(twice, "IV")).toMatchObject({ kind: "ambiguous", clauses: [{ line: 0 }, { line: 2 }] });
    expect(findClause(twice, "IV~1")).toMatchObject({ kind: "found", clause: { line: 0 } });
    expect(findClause(twice, "IV~2")).toMatchObject({ kind: "found", clause: { line: 2 } });
    expect(findClause(twice, "IV~2.1")).toMatchObject({ kind: "found", clause: { line: 3 } });
    // Whoever means the second printed "IV, 1" writes the same.
    expect(findClause(twice, "IV.1")).toMatchObject({
      kind: "ambiguous",
      clauses: [{ line: 1 }, { line: 3 }],
    });
    expect(findClause(twice, "IV~1.1")).toMatchObject({ kind: "found", clause: { line: 1 } });
    expect(findClause(twice, "IV~3.1")).toMatchObject({ kind: "not-found" });
  });

  it("is told by the address that a citation must write", () => {
    const text = "IV. A\n1. B\n2. C\nIV. D\n1. E\n1. F";
    const document = readPlanDocument(text);
    const cited = document.clauses.map((clause) => [clause.address, citedAddress(document, clause)]);
    expect(cited).toEqual([
      ["IV", "IV~1"],
      ["IV.1", "IV~1.1"],
      ["IV.2", "IV.2"],
      ["IV~2", "IV~2"],
      ["IV~2.1", "IV~2.1~1"],
      ["IV~2.1~2", "IV~2.1~2"],
    ]);
    for (const clause of document.clauses)
      expect(findClause(document, citedAddress(document, clause))).toMatchObject({ kind: "found", clause });
  });

  it("names the nearest of what is not there", () => {
    const lookup = findClause(plan, "II.1-3");
    expect(lookup.kind).toBe("not-found");
    const nearest = lookup.kind === "not-found" ? lookup.nearest.map(({ address }) => address) : [];
    expect(nearest.slice(0, 2).toSorted()).toEqual(["II.1-1", "II.1-2"]);
    expect(findClause(plan, "1.10")).not.toMatchObject({ kind: "found" });
    expect(findClause(plan, "")).toEqual({ kind: "not-found", nearest: [] });
  });
});

it("clauseAtOffset finds the innermost clause, and nothing in front and back matter", () => {
  const text = fixtureText("ke-hoach-snv-2022.txt");
  const at = (words: string) => clauseAtOffset(plan, text.indexOf(words))?.address;
  expect(at("đạt 60%")).toBe("II.1-1");
  expect(at("Lồng ghép các mục tiêu")).toBe("III.3");
  expect(at("MỤC TIÊU CỤ THỂ")).toBe("II");
  expect(at("Căn cứ Nghị quyết")).toBeUndefined();
  expect(at("- Lưu: VT")).toBeUndefined();
  expect(clauseAtOffset(readPlanDocument(""), 0)).toBeUndefined();
});
