import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Commitment,
  commitmentsOf,
  readCommitments,
} from "../../../server/src/documents/commitments/commitments.ts";
import { readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import { propertyRuns } from "../../support/runs.ts";
import { evenText, readFixture } from "./read-fixture.ts";

type Expected = Omit<Commitment, "span">;

interface Case {
  readonly id: string;
  readonly text: string;
  readonly heading: string | null;
  readonly commitments: readonly Expected[];
}

const cases = readFileSync(new URL("./commitments.cases.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Case);

function withoutSpan({ span: _span, ...rest }: Commitment): Expected {
  return { ...rest, unit: rest.unit === null ? null : evenText(rest.unit) };
}

function read(text: string, heading: string | null = null): readonly Expected[] {
  return readCommitments(text, heading === null ? [] : [heading]).commitments.map(withoutSpan);
}

/** One line for a commitment, so that a whole document's can be written down in a test. */
function line({ period, every, comparator, value, upper, unit, change }: Expected): string {
  const parts = [
    period,
    every && `every ${every}`,
    comparator,
    upper ? `${value}..${upper}` : value,
    unit,
    change,
  ];
  return parts.filter((part) => part !== null).join(" ");
}

function ofDocument(name: string): readonly (readonly [string, string])[] {
  const found = commitmentsOf(readFixture(name));
  return [...found].flatMap(([clause, reading]) =>
    reading.commitments.map((one) => [clause.address, line(withoutSpan(one))] as const),
  );
}

describe("sentences", () => {
  it.each(cases.map((one) => [one.id, one] as const))("%s", (_id, one) => {
    expect(read(one.text, one.heading)).toEqual(one.commitments);
  });
});

describe("documents", () => {
  it("gives the place of each promise in its clause's text, whichever paragraph it stands in", () => {
    const document = readPlanDocument(
      "I. Mục tiêu\n\nĐến năm 2027 đạt 40% số xã.\n\nĐến năm 2030 có ít nhất 12 trạm.\n",
    );
    const words = [...commitmentsOf(document)].flatMap(([{ text }, { commitments }]) =>
      commitments.map(({ span }) => text.slice(span.start, span.end)),
    );
    expect(words).toEqual(["40%", "12 trạm"]);
  });

  it("finds exactly the five promises of the first plan", () => {
    expect(ofDocument("ke-hoach-snv-2022.txt")).toEqual([
      ["II.1-1", "2025 reach 60 %"],
      ["II.1-1", "2030 reach 75 %"],
      ["II.1-2", "2025 reach 30 %"],
      ["II.1-2", "2030 reach 40 %"],
      ["II.2", "every year >= 1 hoạt động"],
      ["II.3", "2025..2030 reach 100 %"],
      ["II.4", "every month >= 1"],
    ]);
  });

  it.each(["ke-hoach-tre-em", "quyet-dinh-chuyen-doi-so", "chien-luoc-an-toan-giao-thong"])(
    "finds exactly what is promised in each clause of %s",
    (name) => {
      const url = new URL(`./fixtures/${name}.expected.json`, import.meta.url);
      const expected = JSON.parse(readFileSync(url, "utf8")) as {
        readonly clauses: readonly { readonly address: string; readonly commitments: readonly Expected[] }[];
      };
      const wanted = expected.clauses.flatMap(({ address, commitments }) =>
        commitments.map((one) => [address, line(one)] as const),
      );
      expect(ofDocument(`${name}.txt`)).toEqual(wanted);
    },
  );

  it("gives what stands in a second paragraph the date of the first, where that is a heading", () => {
    const below = (first: string) => {
      const document = readPlanDocument(`KẾ HOẠCH\nThử\n\n1. ${first}\n\n90% xã có chợ.\n`);
      return [...commitmentsOf(document).values()].flatMap(({ commitments }) => commitments.map(line));
    };
    expect(below("Mục tiêu đến năm 2028")).toEqual(["2028 reach 90 %"]);
    expect(below("Đến năm 2028 tiếp tục rà soát, sắp xếp mạng lưới chợ.")).toEqual(["reach 90 %"]);
  });

  it("gives what follows a heading between two items its date, up to the end of their section", () => {
    const document = readPlanDocument(
      [
        "KẾ HOẠCH\nThử\n\nI. MỤC TIÊU\n\nĐến năm 2028:\n\n- 60% hộ có nước sạch.\n\n- 50% hộ có nhà tiêu.",
        "Đến năm 2030:\n\n- 70% hộ có nước sạch.\n\n- 75% hộ có nhà tiêu.\n\nII. KHÁC\n\n- 80% hộ có điện.",
        "Năm 2029 tổ chức sơ kết.\n\n- 90% hộ có đường.\n",
      ].join("\n\n"),
    );
    const found = [...commitmentsOf(document).values()].flatMap(({ commitments }) => commitments.map(line));
    expect(found).toEqual([
      "2028 reach 60 %",
      "2028 reach 50 %",
      "2030 reach 70 %",
      "2030 reach 75 %",
      "reach 80 %",
      "reach 90 %",
    ]);
  });

  it("takes no year before the signing for one that something is due in", () => {
    const signed = (date: string) => {
      const document = readPlanDocument(
        `An Khê, ngày ${date}\n\nKẾ HOẠCH\nVề chợ\n\n1. Năm 2025 đạt 40%, năm 2027 đạt 70% số chợ.\n`,
      );
      return [...commitmentsOf(document).values()].flatMap(({ commitments }) => commitments.map(line));
    };
    expect(signed("05 tháng 02 năm 2026")).toEqual(["2027 reach 70 %"]);
    expect(signed("05 tháng 02 năm 2025")).toEqual(["2025 reach 40 %", "2027 reach 70 %"]);
  });

  it("takes what sets no time for a promise in a plan, by whose end it is due, and for a rule in a law", () => {
    const inA = (kind: string) => {
      const document = readPlanDocument(`${kind}\nVề chợ\n\n1. Bảo đảm ít nhất 90% chợ có mái che.\n`);
      return [...commitmentsOf(document).values()].flatMap(({ commitments }) => commitments.map(line));
    };
    expect(inA("KẾ HOẠCH")).toEqual([">= 90 %"]);
    expect(inA("LUẬT")).toEqual([]);
  });
});

describe("headings", () => {
  it("inherits from the nearest that has a date", () => {
    const headings = ["II. Mục tiêu đến năm 2030", "1. Đến năm 2028", "a) Về y tế"];
    expect(readCommitments("90% trạm có bác sĩ.", headings).commitments[0]?.period).toBe("2028");
  });

  it("does not take the years of a title, nor choose between two dates", () => {
    const title = "Điều 1. Phê duyệt Đề án phát triển y tế cơ sở giai đoạn 2026-2030 với các nội dung sau:";
    expect(read("90% trạm có bác sĩ.", title)[0]?.period).toBeNull();
    expect(read("90% trạm có bác sĩ.", "Mục tiêu đến năm 2028 và đến năm 2030")[0]?.period).toBeNull();
  });

  it("gives a cadence and an average growth the whole stage, a level its last year", () => {
    const stage = "Giai đoạn 2026-2030";
    expect(read("Mỗi năm mở ít nhất 03 lớp.", stage)[0]?.period).toBe("2026..2030");
    expect(read("Thu nhập tăng bình quân 8%/năm.", stage)[0]?.period).toBe("2026..2030");
    expect(read("Đạt 80% xã có chợ.", stage)[0]?.period).toBe("2030");
  });

  it("finds nothing below a heading that tells how things are", () => {
    expect(read("75% xã có chợ.", "I. Thực trạng")).toEqual([]);
    expect(read("75% xã có chợ.", "I. Kết quả cần đạt")).toHaveLength(1);
  });
});

describe("what is not understood", () => {
  it("is said of a quantity with a year that gives no promise", () => {
    expect(readCommitments("Đến năm 2028 tăng thêm 500 ha rừng.", [])).toEqual({
      commitments: [],
      notUnderstood: true,
    });
  });

  it("is not said of dates, names and what is known to promise nothing", () => {
    for (const text of [
      "Thực hiện Quyết định số 749/QĐ-TTg ngày 03/6/2020 đến năm 2030.",
      "Sơ kết vào năm 2028, tổng kết vào năm 2030.",
      "Trẻ em dưới 16 tuổi được tư vấn trong năm 2026.",
    ])
      expect(readCommitments(text, [])).toEqual({ commitments: [], notUnderstood: false });
  });
});

describe("the words a promise was read from", () => {
  it("are its number and unit in the text as it was given", () => {
    const text = "Đến năm\n2027, có ít nhất\u00a004 tin,  bài và 12 bác sĩ/10.000 dân.".normalize("NFD");
    const words = readCommitments(text, []).commitments.map(({ span }) => text.slice(span.start, span.end));
    expect(words.map(evenText)).toEqual(["04 tin, bài", "12 bác sĩ/10.000 dân"]);
  });
});

describe("any text", () => {
  const words = fc.constantFrom(
    ..."đạt ít nhất 60% và đến năm 2030 75 % ; , ( ) “ ” . từ 15 - 20 xã trở lên giảm còn mỗi năm 1/3 một nửa gấp 2 lần so với không còn định kỳ hằng quý : số 28/NQ-CP tuổi /100.000 dân".split(
      " ",
    ),
  );
  const sentences = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(" "));

  it("is read without fail, in order, with values that are decimals", () => {
    fc.assert(
      fc.property(fc.oneof(sentences, fc.string({ unit: "binary", maxLength: 80 })), (text) => {
        const { commitments } = readCommitments(text, [text]);
        for (const { span, value, upper, period } of commitments) {
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(`${value}${upper ?? ""}`).toMatch(/^[\d.]+$/u);
          expect(period ?? "2030").toMatch(/^\d{4}(-(H[12]|Q[1-4]|\d\d(-\d\d)?))?(\.\.(\d{4}(-.*)?)?)?$/u);
        }
        const starts = commitments.map(({ span }) => span.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      propertyRuns(500),
    );
  });

  it("says the same composed and decomposed", () => {
    fc.assert(
      fc.property(sentences, (text) => {
        expect(read(text.normalize("NFD"))).toEqual(read(text.normalize("NFC")));
      }),
      propertyRuns(200),
    );
  });

  it("takes time in proportion to its length, whatever it repeats", () => {
    for (const piece of [
      "đạt 60% và ",
      "từ 5 - ",
      "(“",
      "1/2/",
      "đến năm 2030, ",
      "giảm 5% số vụ, ",
      "a",
      "1.000",
    ]) {
      const small = timeOf(piece.repeat(1_500));
      const large = timeOf(piece.repeat(12_000));
      expect(large, piece).toBeLessThan(24 * Math.max(small, 20));
    }
  });
});

function timeOf(text: string): number {
  const start = performance.now();
  readCommitments(text, []);
  return performance.now() - start;
}
