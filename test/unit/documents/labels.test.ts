import { describe, expect, it } from "vitest";
import { readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import { addressesOf } from "./read-fixture.ts";

/** Every line of these texts is a paragraph; the comment of a case says what it is there for. */
const lines = (...texts: readonly string[]): string => texts.join("\n");

describe("labels and levels", () => {
  it.each<readonly [string, string, string]>([
    [
      "a law: articles by number alone, chapters and sections beside them",
      lines(
        "Chương I",
        "QUY ĐỊNH",
        "Điều 1. A",
        "1. B:",
        "a) C;",
        "đ) D.",
        "Chương II",
        "E",
        "Mục 1",
        "F",
        "Điều 2. G",
        "Mục 2",
        "H",
        "Điều 3. I",
      ),
      "C1 Đ1 Đ1.1 Đ1.1.a Đ1.1.đ C2 C2.M1 Đ2 C2.M2 Đ3",
    ],
    [
      "parts and upper case",
      lines("PHẦN THỨ NHẤT", "X", "CHƯƠNG I: Y", "Phần thứ hai", "Z", "Phần III. T", "PHẦN THỨ 4", "U"),
      "P1 P1.C1 P2 P3 P4",
    ],
    [
      "a plan: I., 1., -, a)",
      lines("I. A", "1. B", "- C:", "a) D;", "b) E.", "- F:", "a) G.", "2. H"),
      "I I.1 I.1-1 I.1-1.a I.1-1.b I.1-2 I.1-2.a I.2",
    ],
    [
      "a strategy",
      lines(
        "II. A",
        "2. B",
        "Mục tiêu 1: C",
        "Chỉ tiêu 1. D",
        "Chỉ tiêu 2: E",
        "MỤC TIÊU 2: F",
        "Chỉ tiêu 3: G",
      ),
      "II II.2 II.2.MT1 II.2.MT1.CT1 II.2.MT1.CT2 II.2.MT2 II.2.MT2.CT3",
    ],
    [
      "named goals with a dash before, between plain dashes",
      lines("I. A", "- B.", "- Nhiệm vụ 1: C", "+ D", "- Nhiệm vụ 2: E"),
      "I I-1 I.NV1 I.NV1+1 I.NV2",
    ],
    [
      "Markdown: italics that close after the label, or after the words",
      lines("**I.** **A**", "*a)* *B*", "_b)_ _C_", "*c) D*", "***d)*** ***E***", "*1.1.* *F*"),
      "I I.a I.b I.c I.d I.d.1.1",
    ],
    [
      "what amendments put in between, with the marks of their notes",
      lines(
        "Chương I. A",
        "Điều 1. B",
        "1. C",
        "1a.[1] D",
        "2. E:",
        "a) F;",
        "a1)[2] G;",
        "b)[3] H.",
        "Chương Ia",
        "I",
        "Điều 1a.[4] K",
      ),
      "C1 Đ1 Đ1.1 Đ1.1a Đ1.2 Đ1.2.a Đ1.2.a1 Đ1.2.b C1a Đ1a",
    ],
    [
      "Party documents number with a dash",
      lines("I- A B", "1- Cá", "2- Dê", "II - E F", "III– G H"),
      "I I.1 I.2 II III",
    ],
    [
      "capital letters over roman numerals: C and D are letters here",
      lines("A. A", "I. B", "II. C", "B. D", "I. E", "C. F", "I. G", "D. H"),
      "A A.I A.II B B.I C C.I D",
    ],
    [
      "I and V are numerals after A, X after IX",
      lines(
        "A. A",
        "I. B",
        "II. B",
        "III. B",
        "IV. B",
        "V. B",
        "VI. B",
        "VII. B",
        "VIII. B",
        "IX. B",
        "X. B",
      ),
      "A A.I A.II A.III A.IV A.V A.VI A.VII A.VIII A.IX A.X",
    ],
    [
      "dotted numbers under their own",
      lines("1. A", "1.1. B", "1.2. C", "1.2.1 D", "1.2.2. E", "1.3 F", "2. G", "2.1. H"),
      "1 1.1 1.2 1.2.1 1.2.2 1.3 2 2.1",
    ],
    [
      "dotted numbers whose first part was never printed",
      lines("I. A", "1.1. B", "1.2. C", "2.1. D", "II. E", "2.1. F"),
      "I I.1.1 I.1.2 I.2.1 II II.2.1",
    ],
    [
      "numbers printed with their section",
      lines("I. A", "I.1. B", "I.2. C", "II. D", "II.1. E"),
      "I I.1 I.2 II II.1",
    ],
    [
      "1. and 1) are two levels, 1. and 2) are one",
      lines("1. A:", "1) B", "2) C", "2. D", "3) E"),
      "1 1.1 1.2 2 3",
    ],
    [
      "(1) and (i) attach directly",
      lines("1. A:", "(1) B:", "(i) C;", "(ii) D.", "(2) E"),
      "1 1(1) 1(1)(i) 1(1)(ii) 1(2)",
    ],
    [
      "i) ii) are small numerals, h) i) letters",
      lines(
        "1. A",
        "i) B",
        "ii) C",
        "2. D",
        "a) A",
        "b) A",
        "c) A",
        "d) A",
        "đ) A",
        "e) A",
        "g) A",
        "h) A",
        "i) A",
        "k) A",
      ),
      "1 1(i) 1(ii) 2 2.a 2.b 2.c 2.d 2.đ 2.e 2.g 2.h 2.i 2.k",
    ],
    [
      "dashes of every length are one style, * and + two more",
      lines("I. A", "* B:", "- C:", "+ D", "– E", "— F", "• G", "* H:", "− I"),
      "I I*1 I*1-1 I*1-1+1 I*1-2 I*1-3 I*1-4 I*2 I*2-1",
    ],
    [
      "a bullet whose sentence is over contains no new series",
      lines("I. A", "- B.", "- C;", "1. D", "- E.", "2. F"),
      "I I-1 I-2 I.1 I.1-1 I.2",
    ],
    [
      "the second section IV and its children",
      lines("IV. A", "1. B", "- C", "IV. D", "1. E", "- F", "IV. G"),
      "IV IV.1 IV.1-1 IV~2 IV~2.1 IV~2.1-1 IV~3",
    ],
    [
      "appendices close everything, numbered or not",
      lines("I. A", "1. B", "PHỤ LỤC I", "C", "1. D", "Phụ lục 02: E", "I. F", "PHỤ LỤC", "1. G"),
      "I I.1 PL1 PL1.1 PL2 PL2.I PL3 PL3.1",
    ],
    ["typed D and Đ look-alikes", lines("Ðiều 1. A", "1. B", "ðiều 2. C"), "Đ1 Đ1.1 Đ2"],
    [
      "words run together",
      lines("I.MỤC TIÊU", "1.Mục đích", "a)Về đích", "-Tăng", "Điều5. A"),
      "I I.1 I.1.a I.1.a-1 Đ5",
    ],
    ["with a slash, as many offices type", lines("I/ A", "1/ B", "a/ C", "2/ D"), "I I.1 I.1.a I.2"],
    [
      "no-break, thin and invisible spaces around labels",
      "\u00a0I.\u00a0MỤC TIÊU\n\u20091.\u2009Chung\n\u200b-\u00a0Một\n\u3000a)\u3000Hai",
      "I I.1 I.1-1 I.1-1.a",
    ],
  ])("%s", (_name, text, expected) => {
    expect(addressesOf(text)).toEqual(expected.split(" "));
  });

  it("reads a lettered list on through I", () => {
    const text = ["A", "B", "C", "D", "Đ", "E", "G", "H", "I", "K"]
      .map((letter) => `${letter}. MỤC LỚN`)
      .join("\n");
    expect(addressesOf(text)).toEqual(["A", "B", "C", "D", "Đ", "E", "G", "H", "I", "K"]);
  });

  it.each([
    ["a number with a thousands dot", "1.500 hộ được vay vốn."],
    ["a version", "4.0 là tên của cuộc cách mạng công nghiệp."],
    ["a date", "15.12.2025 là hạn cuối."],
    ["a fraction", "1/3 số hộ được vay vốn."],
    ["a year", "2026. Trong quá trình thi công."],
    ["someone else's article", "Điều 8 Quy định về quản lý đường địa phương của tỉnh."],
    ["a section that is mentioned", "Mục 3 của Chiến lược được áp dụng."],
    ["a chapter that is mentioned", "Chương II Luật Bình đẳng giới quy định."],
    ["an appendix that is mentioned", "Phụ lục I kèm theo Kế hoạch này."],
    ["a numeral that is mentioned", "II của Chương trình đã kết thúc."],
    ["a range of quarters", "I - II năm 2026 là thời gian chuẩn bị."],
    ["an initial", "E. Nguyễn Văn A được khen thưởng."],
    ["Lenin", "V.I. Lênin đã viết."],
    ["a line drawn below", "---------"],
    ["stars", "* * *"],
    ["a growth rate", "+5,2% so với năm trước."],
    ["a class or a street with a letter", "5a. Các lớp khác học buổi chiều"],
    ["the number of another document", "219/TTr-UBND ngày 30 tháng 6"],
    ["a table of contents", "2. Mục tiêu ........................ 14"],
  ])("does not take %s for a label", (_what, line) => {
    expect(addressesOf(`I. MỤC TIÊU\n1. Chung\n${line}`)).toEqual(["I", "I.1"]);
  });
});

describe("odd numbering", () => {
  const notesOf = (text: string) => readPlanDocument(text).notes;

  it("tells a skipped section", () => {
    expect(notesOf("I. A\nII. B\nIII. C\nV. D")).toMatchObject([
      { kind: "numbering-gap", address: "V", missing: ["IV"] },
    ]);
  });

  it("tells a list that goes from d) to e), and not one that has no f)", () => {
    const list = (letters: string): string => [...letters].map((letter) => `${letter}) x;`).join("\n");
    expect(notesOf(`1. A\n${list("abcde")}`)).toMatchObject([
      { kind: "numbering-gap", address: "1.e", missing: ["đ"] },
    ]);
    expect(notesOf(`1. A\n${list("abcdđeghik")}`)).toEqual([]);
    expect(notesOf(`1. A\n${list("abcdđefghijk")}`)).toEqual([]);
  });

  it("tells a repeated address, at the label", () => {
    const text = "I. A\nI. B";
    expect(notesOf(text)).toEqual([
      { kind: "repeated-address", address: "I~2", span: { start: 5, end: 7 }, bareAddress: "I" },
    ]);
  });

  it("says nothing of articles and targets that count through a document", () => {
    expect(notesOf("Chương I\nA\nĐiều 1. B\nChương II\nC\nĐiều 2. D")).toEqual([]);
    expect(notesOf("Mục tiêu 1: A\nChỉ tiêu 1: B\nMục tiêu 2: C\nChỉ tiêu 2: D")).toEqual([]);
  });
});

describe("citations", () => {
  it.each([
    ["Điều 5. A\n1. B\n2. C:\na) D", "Đ5.2.a", "điểm a khoản 2 Điều 5"],
    ["Điều 5. A\n1. B\n1a. C:\na) D\na1) E", "Đ5.1a.a1", "điểm a1 khoản 1a Điều 5"],
    ["CHƯƠNG II\nA\nĐiều 5. B", "C2", "Chương II"],
    ["Ðiều\u00a05. A\n1. B\nð) C", "Đ5.1.đ", "điểm đ khoản 1 Điều 5"],
    ["PHẦN THỨ HAI\nA\nI. B", "P2.I", "mục I, Phần thứ hai"],
    ["I. A\n1. B\n1.1. C", "I.1.1", "khoản 1.1, mục I"],
    ["I. A\nNHIỆM VỤ 3: B\n+ C\n+ D", "I.NV3+2", "dấu cộng thứ hai, Nhiệm vụ 3, mục I"],
    ["IV. A\nIV. B\n1. C", "IV~2.1", "khoản 1, mục IV (thứ hai)"],
    ["PHỤ LỤC II\nA\n1. B", "PL2.1", "khoản 1, Phụ lục II"],
  ])("%j: %s", (text, address, citation) => {
    const clause = readPlanDocument(text).clauses.find((candidate) => candidate.address === address);
    expect(clause?.citation).toBe(citation);
  });
});
