import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clauseAtOffset, findClause } from "../../../server/src/documents/clause-lookup.ts";
import { type PlanDocument, readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import { findQuotedWords } from "../../../server/src/documents/quoted-words.ts";
import { propertyRuns } from "../../support/runs.ts";
import { evenText, fixtureText } from "./read-fixture.ts";

const DOCUMENTS = [
  "ke-hoach-snv-2022.txt",
  "ke-hoach-tre-em.txt",
  "quyet-dinh-chuyen-doi-so.txt",
  "chien-luoc-an-toan-giao-thong.txt",
  "luat-lang-nghe.txt",
  "nghi-quyet-dan-so.txt",
  "quyet-dinh-y-te.txt",
  "chuong-trinh-van-hoa-doc.md",
  "chuong-trinh-nhan-luc.txt",
  "ke-hoach-duoi-nuoc.md",
  "chuong-trinh-nuoc-sinh-hoat.md",
  "quyet-dinh-thu-vien.txt",
];

/** Documents put together from what documents are made of, in any order, and with anything in between. */
const pieces = fc.constantFrom(
  ..."I. |II- |IV. |A. |C. |1. |2) |1.1. |1.2.3 |a) |đ) |(1) |(i) |i) |- |– |* |+ |• |Điều 5. |Chương II|Mục 3|Phần thứ nhất|PHỤ LỤC|Phụ lục I".split(
    "|",
  ),
  ..."Mục tiêu 1: |- Chỉ tiêu 2. |Nơi nhận:|./.|KẾ HOẠCH|CHỦ TỊCH|(Kèm theo Quyết định|Căn cứ Luật số 5/QH ngày 3/3/2021|Kính gửi:|như sau:|“Điều 3. |”.".split(
    "|",
  ),
  ..."| TT | Chỉ tiêu | 2030 |#\n| --- | --- |\n#| 1 | Số **xã** | 60 |#| |".split("#"),
  ..."\n|\n\n|\r|\r\n|\f|\u00a0|\ufeff|**|\\|#|\n> |<u>|</u>|<br>|[]{#a .anchor}|[|]{.underline}|TT\tChỉ tiêu\t2030|1\tSố xã\t60|2030|1.500 hộ|đạt 60%| |MỤC TIÊU|giai đoạn 2026\n- 2030|phát triển kinh tế và bảo vệ môi trường trên địa bàn các xã|ế|e\u0302\u0301|\ud800".split(
    "|",
  ),
);
const assembled = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));
const anyText = fc.oneof(
  assembled,
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
);

/** How many of the document's parts have each character. */
function coverageOf(text: string, document: PlanDocument): Uint8Array {
  const covered = new Uint8Array(text.length);
  const spans = [
    ...document.clauses.flatMap(({ paragraphs }) => paragraphs.map(({ span }) => span)),
    ...document.frontMatter,
    ...document.backMatter,
  ];
  for (const span of spans) for (let i = span.start; i < span.end; i += 1) covered[i]! += 1;
  return covered;
}

/** Without the marks of Markdown. */
function withoutMarks(text: string): string {
  const words = text
    .replace(/\n> ?/gu, "\n")
    .replace(/\[\]\{[^{}]*\}|\]\{[.][^{}]*\}|\[|<\/?u>/gu, "")
    .replace(/[*\\]/gu, "");
  return evenText(words);
}

function checkDocument(text: string): void {
  const document = readPlanDocument(text);
  const covered = coverageOf(text, document);
  for (const { start, end } of document.pageMarks) for (let i = start; i < end; i += 1) covered[i] = 1;
  // The marks of a Markdown quotation are no words.
  const inWords = text.replace(/(?<=^|[\r\n])[\s>]*>/gu, (marks) => " ".repeat(marks.length));
  for (let i = 0; i < text.length; i += 1) {
    const isVisible = !/[\s\u200b\u200c\u200d\u2060\ufeff\u0000-\u001f]/u.test(inWords[i]!);
    if (isVisible ? covered[i] !== 1 : covered[i]! > 1) {
      expect.fail(`character ${i} is in ${covered[i]} parts of ${JSON.stringify(text)}`);
    }
  }
  const addresses = new Set(document.clauses.map(({ address }) => address));
  expect(addresses.size).toBe(document.clauses.length);
  let line = -1;
  for (const clause of document.clauses) {
    expect(clause.line).toBeGreaterThan(line);
    line = clause.line;
    expect(clause.textSpan.start).toBeGreaterThanOrEqual(clause.span.start);
    expect(clause.textSpan.end).toBeLessThanOrEqual(clause.span.end);
    expect(clause.parent === null || clause.parent.children.includes(clause)).toBe(true);
    for (const { span } of clause.paragraphs) expect(clauseAtOffset(document, span.start)).toBe(clause);
    const lookup = findClause(document, clause.address);
    const isRepeated = addresses.has(`${clause.address}~2`);
    expect(lookup).toMatchObject(isRepeated ? { kind: "ambiguous" } : { kind: "found" });
    if (lookup.kind === "found") expect(lookup.clause).toBe(clause);
  }
}

describe("every document", () => {
  it("has each visible character in exactly one part, and each clause under its address", () => {
    fc.assert(fc.property(anyText, checkDocument), propertyRuns(3000));
  });

  it.each(DOCUMENTS)("%s and all that it begins with", (name) => {
    const text = fixtureText(name);
    checkDocument(text);
    const decomposed = text.normalize("NFD");
    checkDocument(decomposed);
    for (let end = 0; end < text.length; end += 37) checkDocument(text.slice(0, end));
  });

  it.each(DOCUMENTS)("%s has in its clauses the words of its text", (name) => {
    const text = fixtureText(name);
    for (const clause of readPlanDocument(text).clauses) {
      if (clause.cells !== null) continue;
      const printed = withoutMarks(text.slice(clause.span.start, clause.span.end));
      const label = withoutMarks(clause.label);
      const words = withoutMarks(`${label} ${clause.text}`);
      const dashed = printed.replace(/^[#\s]*(?:-\s)?/u, "");
      expect(
        [printed.replace(/^[#\s]+/u, ""), dashed].map((shown) => shown.replace(/\s\d\s/u, " ")),
      ).toContain(words.replace(/\s\d\s/u, " "));
    }
  });

  it("has the same outline composed and decomposed, with any line ends", () => {
    for (const name of DOCUMENTS) {
      const text = fixtureText(name);
      const outline = (copy: string) =>
        readPlanDocument(copy).clauses.map((clause) => `${clause.line} ${clause.address}`);
      for (const copy of [
        text.normalize("NFD"),
        text.replaceAll("\n", "\r\n"),
        text.replaceAll("\n", "\r"),
        `\ufeff${text}`,
      ]) {
        expect(outline(copy)).toEqual(outline(text));
      }
    }
  });
});

describe("quoted words", () => {
  it("any words of a clause are found where they stand, in whatever form they are typed", () => {
    const text = fixtureText("ke-hoach-snv-2022.txt");
    const words = text.split(/\s+/u).filter((word) => /\p{L}|\d/u.test(word));
    const range = fc.tuple(fc.nat(words.length - 9), fc.integer({ min: 1, max: 8 }));
    fc.assert(
      fc.property(range, fc.boolean(), ([from, count], decomposed) => {
        const quoted = words.slice(from, from + count).join(" ");
        // A dash between the words is dropped with its own word above; it is none of this property's business.
        fc.pre(text.replace(/\s+/gu, " ").includes(quoted));
        const span = findQuotedWords(text, decomposed ? quoted.normalize("NFD") : quoted.toUpperCase());
        expect(span).toBeDefined();
        expect(evenText(text.slice(span!.start, span!.end)).toLowerCase()).toBe(
          evenText(quoted).toLowerCase(),
        );
      }),
      propertyRuns(300),
    );
  });

  it("is total, and its span lies inside the text", () => {
    fc.assert(
      fc.property(anyText, anyText, (text, words) => {
        const span = findQuotedWords(text, words);
        if (span) expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
      }),
      propertyRuns(2000),
    );
  });
});
