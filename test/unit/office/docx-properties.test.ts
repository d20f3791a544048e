import fc from "fast-check";
import { expect, test } from "vitest";
import { citedAddress, findClause } from "../../../server/src/documents/clause-lookup.ts";
import { commitmentsOf } from "../../../server/src/documents/commitments/commitments.ts";
import { readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import { readDocxText } from "../../../server/src/office/docx/docx-text.ts";
import { abstractList, list, makeDocx, paragraph, row, table, wordType } from "../../support/docx.ts";
import { propertyRuns } from "../../support/runs.ts";

/** Elements in any order inside one another, as no program would write them, with properties that fit or do not. */
const names =
  "p p p r r t t tbl tr tr tc tc tcPr trPr pPr rPr numPr del ins moveFrom sdt sdtContent txbxContent br tab sym caps vanish".split(
    " ",
  );
const properties = [
  '<w:numId w:val="1"/>',
  '<w:ilvl w:val="1"/>',
  '<w:ilvl w:val="x"/>',
  '<w:gridSpan w:val="3"/>',
  '<w:gridSpan w:val="-1"/>',
  '<w:vMerge w:val="restart"/>',
  "<w:vMerge/>",
  "<w:tblHeader/>",
  "<w:specVanish/>",
  '<w:sym w:char="F0B7"/>',
  '<w:altChunk r:id="c"/>',
  '<w:altChunk r:id="x"/>',
];
const words = [
  "I. MỤC TIÊU",
  "1. Đến năm 2025 đạt 60% và năm 2030 đạt 75%",
  "a) hằng năm ít nhất 01 lớp",
  "TT",
  "Chỉ tiêu",
  "ĐVT",
  "2025",
  "60%",
  "Nơi nhận:",
  "PHỤ LỤC II",
  "KẾ HOẠCH",
  "|",
  "x\u2028y",
];

const tree: fc.Arbitrary<string> = fc.letrec<{ node: string; inside: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom(...words).map((text) => `<w:r><w:t>${text}</w:t></w:r>`),
    fc.constantFrom(...properties),
    fc
      .tuple(fc.constantFrom(...names), tie("inside"))
      .map(([name, inside]) => `<w:${name}>${inside}</w:${name}>`),
  ),
  inside: fc.array(tie("node"), { maxLength: 5 }).map((nodes) => nodes.join("")),
})).inside;

const numbering =
  abstractList(0, [
    ["upperRoman", "%1."],
    ["decimal", "%1.%2."],
  ]) + list(1, 0);

const taken = makeDocx({
  numbering,
  body: paragraph("MỤC TIÊU", "1/0") + table([row(["TT", "2025"]), row(["1", "60%"])]),
});
const chunks = { c: { name: "c.docx", type: wordType, content: taken } };

test("whatever stands in whatever: a text, whose rows and cells lie in it, and clauses that are its words", () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 12 }), (parts) => {
      const { text, rows } = readDocxText(makeDocx({ numbering, body: parts.join(""), chunks }));
      const lines = text.split("\n");
      for (const { line, cells } of rows) {
        expect(lines[line]?.startsWith("|")).toBe(true);
        let end = 0;
        for (const cell of cells) {
          expect(cell.start).toBeGreaterThan(end);
          expect(lines[line]!.slice(cell.start - 2, cell.start)).toBe("| ");
          expect(cell.end).toBeGreaterThanOrEqual(cell.start);
          end = cell.end;
        }
        expect(end).toBeLessThan(lines[line]!.length);
      }
      const document = readPlanDocument(text, rows);
      for (const clause of document.clauses) {
        expect(findClause(document, citedAddress(document, clause))).toMatchObject({
          kind: "found",
          clause: { line: clause.line },
        });
        for (const cell of clause.cells ?? [])
          expect(text.slice(cell.span.start, cell.span.end)).toBe(cell.text);
      }
      for (const [clause, { commitments }] of commitmentsOf(document)) {
        for (const { span } of commitments) expect(span.end).toBeLessThanOrEqual(clause.text.length);
      }
    }),
    propertyRuns(1_000),
  );
});
