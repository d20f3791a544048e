import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commitmentsOf } from "../../../server/src/documents/commitments/commitments.ts";
import { type PlanDocument, readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import { readDocxText } from "../../../server/src/office/docx/docx-text.ts";
import { fixtureText } from "../documents/read-fixture.ts";

/** Documents that LibreOffice Writer saved, with its own lists, headings and tables: nothing of theirs was written here. */
function readFixture(name: string): PlanDocument {
  const { text, rows } = readDocxText(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
  return readPlanDocument(text, rows);
}

const promisesOf = (document: PlanDocument) =>
  [...commitmentsOf(document)].map(([{ address }, { commitments }]) => [address, commitments]);

test("the first plan with lists of Writer has the index, texts and commitments of its plain text", () => {
  const expected = readPlanDocument(fixtureText("ke-hoach-snv-2022.txt"));
  const document = readFixture("ke-hoach-snv-2022.docx");
  const outline = (one: PlanDocument) =>
    one.clauses.map(({ address, citation, text }) => [address, citation, text.trim()]);
  expect(outline(document)).toEqual(outline(expected));
  expect(promisesOf(document)).toEqual(promisesOf(expected));
  const heads = ({ kind, title, number, date, basis }: PlanDocument) => ({
    kind,
    title,
    number,
    date,
    basis: basis.map((one) => [one.number, one.date]),
  });
  expect(heads(document)).toEqual(heads(expected));
});

test("a programme with a letter's head, numbered headings and a table of targets", () => {
  const document = readFixture("chuong-trinh-giam-ngheo.docx");
  expect(document).toMatchObject({
    kind: "CHƯƠNG TRÌNH",
    title: "Giảm nghèo bền vững giai đoạn 2024 - 2030",
    number: "45/CTr-SLĐ",
    date: "2024-03-12",
    basis: [{ number: "07/NQ-HĐND", date: "2023-12-10" }],
  });
  expect(document.clauses.map(({ address, label }) => `${address} ${label}`.trim())).toEqual([
    "I I.",
    "I.1 1.",
    "I.2 2.",
    "I.2-1 -",
    "I.2-2 -",
    "I.2-2+1 +",
    "II II.",
    "II.1 1.",
    "II.1-1 -",
    "II.2 2.",
    "III III.",
    "PL1 PHỤ LỤC",
    ...Array.from({ length: 8 }, (_, index) => `PL1.r${index + 1}`),
  ]);
  const ofRows = [...commitmentsOf(document)]
    .filter(([{ cells }]) => cells !== null)
    .flatMap(([{ address }, { commitments }]) =>
      commitments.map(({ period, comparator, value, unit }) => [address, period, comparator, value, unit]),
    );
  expect(ofRows).toEqual([
    ["PL1.r4", "2025", "<=", "3", "%"],
    ["PL1.r4", "2030", "<", "1", "%"],
    ["PL1.r5", "2025", "reach", "4000", "người"],
    ["PL1.r5", "2030", "reach", "6500", "người"],
    ["PL1.r7", "2025", "reach", "90", "%"],
    ["PL1.r7", "2030", "reach", "100", "%"],
    ["PL1.r8", "2025", "reach", "95", "%"],
    ["PL1.r8", "2030", ">=", "98", "%"],
  ]);
  const shared = document.clauses.find(({ address }) => address === "PL1.r5")!.cells!;
  expect(shared.find(({ heading }) => heading === "Cơ quan chủ trì")).toMatchObject({
    text: "",
    shared: "Sở Lao động",
  });
});
