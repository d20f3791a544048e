import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evenText, readFixture } from "./read-fixture.ts";

interface ExpectedClause {
  readonly address: string;
  readonly label: string;
  readonly line: number;
  readonly text_starts: string;
}

interface Expected {
  readonly document: {
    readonly number: string | null;
    readonly date: string | null;
    readonly title: string | null;
    readonly basis: readonly { readonly number: string; readonly date: string | null }[];
  };
  readonly clauses: readonly ExpectedClause[];
}

describe.each(["ke-hoach-tre-em", "quyet-dinh-chuyen-doi-so", "chien-luoc-an-toan-giao-thong"])(
  "%s",
  (name) => {
    const url = new URL(`./fixtures/${name}.expected.json`, import.meta.url);
    const expected = JSON.parse(readFileSync(url, "utf8")) as Expected;
    const document = readFixture(`${name}.txt`);

    it("has the number, date, title and legal bases of its front matter", () => {
      const basis = document.basis.map(({ number, date }) => ({ number, date }));
      const { number, date, title } = document;
      expect({ number, date, title, basis }).toEqual(expected.document);
    });

    it("has exactly the clauses it has, in order", () => {
      const found = document.clauses.map((clause, index) => {
        const starts = evenText(expected.clauses[index]?.text_starts ?? "?");
        return {
          address: clause.address,
          label: evenText(clause.label),
          line: clause.line,
          text_starts: evenText(clause.text).slice(0, starts.length),
        };
      });
      const wanted = expected.clauses.map(({ address, label, line, text_starts }) => ({
        address,
        label: evenText(label),
        line,
        text_starts: evenText(text_starts),
      }));
      expect(found).toEqual(wanted);
    });
  },
);

describe("the first plan", () => {
  const document = readFixture("ke-hoach-snv-2022.txt");

  it("has every one of its sections", () => {
    const addresses =
      "I I.1 I.2 II II.1 II.1-1 II.1-2 II.2 II.3 II.4 III III.1 III.2 III.3 III.4 III.5 IV IV.1 IV.1.a IV.1.b IV.1.c " +
      "IV.2 IV.2.a IV.2.b IV.3 IV.3.a IV.3.b IV.3.c IV.4";
    expect(document.clauses.map((clause) => clause.address)).toEqual(addresses.split(" "));
  });

  it("leaves number and day blank and names its two bases", () => {
    expect(document.number).toBeNull();
    expect(document.date).toBeNull();
    expect(document.kind).toBe("KẾ HOẠCH");
    expect(document.title).toBe("Thực hiện Chiến lược quốc gia về bình đẳng giới giai đoạn 2021-2030");
    expect(document.basis.map(({ number, date }) => [number, date])).toEqual([
      ["28/NQ-CP", "2021-03-03"],
      ["2873/QĐ-UBND", "2021-07-08"],
    ]);
  });

  it("keeps the second paragraph of III.3 with the clause", () => {
    const clause = document.clauses.find(({ address }) => address === "III.3");
    expect(clause?.paragraphs.map((paragraph) => [paragraph.address, paragraph.line])).toEqual([
      ["III.3/1", 51],
      ["III.3/2", 53],
    ]);
    expect(clause?.paragraphs[1]?.text).toMatch(
      /^Lồng ghép các mục tiêu bình đẳng giới .* lao động của Sở\.$/u,
    );
    expect(clause?.text).toBe(clause?.paragraphs.map(({ text }) => text).join("\n"));
  });

  it.each([
    ["II.1-1", "gạch đầu dòng thứ nhất, khoản 1, mục II"],
    ["II.1-2", "gạch đầu dòng thứ hai, khoản 1, mục II"],
    ["IV.2.b", "điểm b, khoản 2, mục IV"],
    ["III", "mục III"],
  ])("cites %s as an official would", (address, citation) => {
    expect(document.clauses.find((clause) => clause.address === address)?.citation).toBe(citation);
  });

  it("shows the words as they were signed, mistakes included", () => {
    const clause = document.clauses.find(({ address }) => address === "II.1-1");
    expect(clause?.text).toMatch(/^Phần đầu đến năm 2025 đạt 60%/u);
    expect(clause?.line).toBe(29);
  });

  it("keeps recipients and signature out of the clauses", () => {
    expect(document.clauses.at(-1)?.text).toMatch(/trong cơ quan\.\/\.$/u);
    expect(document.backMatter).toHaveLength(1);
  });
});
