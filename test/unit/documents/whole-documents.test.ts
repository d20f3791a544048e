import { describe, expect, it } from "vitest";
import { readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import { outlineOf, readFixture } from "./read-fixture.ts";

/** Invented documents, each for what real copies do; the outlines were written down from reading the documents. */
const OUTLINES: Readonly<Record<string, string>> = {
  // A law, wrapped at 90: chapters, sections, articles that count through, a missing đ), a quoted article of another law.
  "luat-lang-nghe.txt":
    "14 C1|17 Đ1|23 Đ2|25 Đ2.1|27 Đ2.2|29 C2|33 C2.M1|35 Đ3|36 Đ3.1|37 Đ3.1.a|38 Đ3.1.b|39 Đ3.1.c|40 Đ3.1.d|41 Đ3.1.đ|42 Đ3.2|" +
    "44 Đ4|45 Đ4.1|46 Đ4.1.a|47 Đ4.1.b|48 Đ4.1.c|49 Đ4.1.d|50 Đ4.1.e|52 C2.M2|55 Đ5|58 C3|61 Đ6|67 Đ7",
  // A Party resolution: two-column head with a star, "I- ", "1- ", a name with a dash over two lines, no section IV.
  "nghi-quyet-dan-so.txt":
    "9 I|11 I.1|15 I.2|17 I.2-1|20 I.2-2|22 II|24 II.1|26 II.1(1)|28 II.1(2)|30 II.2|32 II.2.a|36 II.2.b|38 II.2.b-1|39 II.2.b-1+1|" +
    "40 II.2.b-1+2|41 II.2.b-2|43 III|45 V|47 V.1|49 V.2",
  // A decision that approves a scheme inside its article 1, wrapped without empty lines, then two appendices.
  "quyet-dinh-y-te.txt":
    "17 Đ1|19 Đ1.I|20 Đ1.I.1|23 Đ1.I.2|24 Đ1.I.2-1|27 Đ1.I.2-2|29 Đ1.I.2-3|31 Đ1.II|32 Đ1.II.1|33 Đ1.II.1.a|34 Đ1.II.1.b|36 Đ1.II.2|" +
    "37 Đ1.II.2-1|38 Đ1.II.2-2|39 Đ2|40 Đ2.1|41 Đ2.2|42 Đ3|43 Đ4|52 PL1|55 PL1.1|56 PL1.2|57 PL2|59 PL2.A|60 PL2.A.1|61 PL2.B|" +
    "62 PL2.B.1|63 PL2.C|64 PL2.C.1",
  // Markdown: headings, bold labels, escaped stops and dashes, all levels of capital letters over numerals.
  "chuong-trinh-van-hoa-doc.md":
    "6 P1|10 P1.I|12 P1.I-1|13 P1.I-2|15 P1.I.1|17 P1.I.1-1|19 P1.I.1-2|21 P1.I.2|23 P2|27 P2.A|29 P2.A.I|33 P2.A.II|35 P2.A.II.1.1|" +
    "37 P2.A.II.1.1*1|38 P2.A.II.1.1*1-1|39 P2.A.II.1.1*1-2|41 P2.A.II.1.1*2|42 P2.A.II.1.1*2-1|44 P2.A.II.1.2|46 P2.A.II.1.2.MT1|" +
    "48 P2.A.II.1.2.MT1.CT1|49 P2.A.II.1.2.MT1.CT2|51 P2.A.II.1.2.MT2|53 P2.A.II.1.2.MT2.CT3|55 P2.B|57 P2.B.I|59 P2.B.I(i)|" +
    "61 P2.B.I(ii)|63 P2.B.I(iii)|65 P2.B.II|67 P2.B.II.a|69 P2.B.II.b|71 P2.C|73 P2.C.I|75 P2.C.II|77 P2.D",
  // A department's plan typed with slashes and indents, bases with dashes, two sections IV and no III.
  "ke-hoach-nuoc-sach.txt":
    "14 I|15 I.1|19 I.2|20 I.2-1|22 I.2-2|24 II|25 II.1|26 II.1-1|28 II.1-1+1|29 II.1-1+2|30 II.1-2|31 II.1-3|32 II.1-4|34 IV|35 IV.1|" +
    "36 IV.1.a|37 IV.1.b|39 IV~2|40 IV~2.1|41 IV~2.2",
  // The Prime Minister's decision with a programme in article 1, dashes before "Chỉ tiêu", b) to d), one appendix without a number.
  "quyet-dinh-gia-dinh.txt":
    "19 Đ1|21 Đ1.I|23 Đ1.I.1|25 Đ1.I.2|27 Đ1.II|29 Đ1.II.1|31 Đ1.II.2|33 Đ1.II.2.a|35 Đ1.II.2.a.CT1|37 Đ1.II.2.a.CT2|39 Đ1.II.2.b|" +
    "41 Đ1.II.2.b.CT3|43 Đ1.III|45 Đ1.III.1|47 Đ1.III.1.1|49 Đ1.III.1.2|51 Đ1.III.1.2.1|53 Đ1.III.1.2.2|55 Đ1.III.2|57 Đ1.III.2+1|" +
    "59 Đ1.III.2+2|61 Đ1.IV|63 Đ1.IV.1|65 Đ1.IV.1.a|67 Đ1.IV.1.b|69 Đ1.IV.1.d|71 Đ2|73 Đ3|85 PL1",
  // A council's resolution with regulations attached, which count their articles from 1 again.
  "nghi-quyet-tre-em.txt":
    "17 Đ1|18 Đ2|26 C1|28 Đ1~2|30 Đ2~2|31 Đ2~2.1|32 Đ2~2.2|33 Đ2~2.2.a|34 Đ2~2.2.b|35 C2|37 Đ3|38 Đ3.1|39 Đ3.2|40 Đ3.2.a|41 Đ3.2.b",
  // A provincial Party programme with "A- I- 1- 1.1-", a page number in a sentence, "40⏎- 42%", "2030. 90%".
  "chuong-trinh-nhan-luc.txt":
    "11 A|13 A.I|15 A.I.1|21 A.I.2|28 A.II|30 A.II.1|32 B|34 B.I|36 B.I-1|39 B.I-2|42 B.II|44 B.II.1|46 B.II.1.1|48 B.II.1.2|50 B.II.2|" +
    "52 C|54 C.1|56 C.2|58 D",
  // Everything wrong at once: joined words, dashes between levels, look-alikes at the beginning of paragraphs.
  "ke-hoach-giam-ngheo.txt":
    "4 I|5 I.1|7 I.2|8 I.2-1|9 I.2.MT1|10 I.2.MT1+1|11 I.2.MT2|12 I.2.MT2*1|13 I.2.MT2*1-1|14 I.2.MT2*2|15 I.2.MT2*2-1|16 II|17 II-1|" +
    "18 II-2|19 II.1|20 II.1-1|21 II.1-2|22 II.2|23 II.2-1|24 III|25 III.a|26 III.b|27 III.b(1)|28 III.b(2)|29 III.c|32 V",
  // A scheme in parts, wrapped at 82 without empty lines, with a table of contents and a number cut off deep in a sentence.
  "de-an-mam-non.txt":
    "10 P1|11 P1.I|12 P1.I-1|13 P1.I-2|14 P1.I-3|15 P1.II|16 P1.II.1|20 P1.II.2|21 P1.II.2.1|23 P1.II.2.2|24 P1.II.2.2.a|26 P1.II.2.2.b|" +
    "27 P2|28 P2.I|29 P2.I.1|32 P2.I.2|33 P2.I.2.1|34 P2.I.2.1-1|36 P2.I.2.1-2|39 P2.I.2.2|40 P2.I.2.2-1|41 P2.II|42 P2.II.NV1|" +
    "43 P2.II.NV1-1|44 P2.II.NV2|46 P2.II.NV2-1|47 P2.II.NV2-2",
  // A district's plan in which nearly every wrapped line looks like a label.
  "ke-hoach-du-lich.txt": "5 I|7 I.1|14 I.2|19 II|21 II*1|23 II*1-1|25 II*2|27 II*2-1",
  // Markdown as pandoc makes it of a Word document: quotations for indents, anchors, underlines, tables of signs, \> for >.
  "ke-hoach-duoi-nuoc.md":
    "22 I|24 I.1|29 I.2|31 I.2-1|35 I.2-2|38 I.2.a|40 I.2.a+1|42 I.2.a+2|44 I.2.b|46 II|48 II.1|51 II.2|53 II.2.a|55 II.2.b",
  // A Party resolution without empty lines: a line drawn under the title, right over the first section; stars between dashes.
  "nghi-quyet-kinh-te-rung.txt":
    "11 I|12 I.1|14 I.2|15 I.2-1|16 I.2-2|17 I.2-3|18 I.3|19 II|20 II.1|21 II.2|22 II.3|23 III|24 III.1|26 III.2|27 III.2.1|" +
    "28 III.2.1-1|29 III.2.1-2|30 III.2.1-3|31 III.2.2|32 III.2.2-1|33 III.2.2-2|34 III.2.2-3|35 III.2.3|36 III.2.3-1|37 III.2.3-2|" +
    "38 III.3|40 IV|41 IV.1|42 IV.1.1|43 IV.1.2|44 IV.1.2-1|45 IV.1.2-2|46 IV.1.2-2+1|47 IV.1.2-2+2|48 IV.1.2-3|49 IV.2|50 IV.2.1|" +
    "51 IV.2.2|53 IV.3|55 IV.4|56 IV.4*1|57 IV.4*1-1|58 IV.4*1-2|59 IV.4*2|60 IV.4*2-1|61 IV.4*2-2|62 V|63 V.1|64 V.2|65 V.3|66 V.4",
  // The Prime Minister's decision, wrapped at 72 without empty lines: bases below a full title, tables of tabs before appendices.
  "quyet-dinh-thu-vien.txt":
    "17 Đ1|20 Đ2|21 Đ2.1|23 Đ2.2|25 Đ2.2.a|26 Đ2.2.b|27 Đ3|28 Đ4|48 I|49 I.1|51 I.2|53 II|54 II.1|57 II.2|58 II.2.a|59 II.2.a-1|" +
    "60 II.2.a-2|61 II.2.a-3|62 II.2.b|63 II.2.b-1|65 II.2.b-2|66 II.2.b-3|67 III|68 III.1|69 III.1.a|71 III.1.b|73 III.2|74 III.2.a|" +
    "76 III.2.b|78 III.2.b-1|79 III.2.b-2|80 III.2.b-3|81 III.3|85 III.4|87 IV|90 V|91 V.1|92 V.1.a|94 V.1.b|95 V.2|97 V.3|98 V.3.a|" +
    "99 V.3.b|101 PL1|105 PL1.I|106 PL1.I.1|107 PL1.I.2|108 PL1.II|109 PL1.II.1|110 PL1.II.2|111 PL2|115 PL2.r1|116 PL2.r2|117 PL2.r3|" +
    "118 PL2.r4|119 PL3|123 PL3.r1|124 PL3.r2|125 PL3.r3",
  // A province's plan in parts A and B, wrapped at 80 without empty lines; every other line goes on with what looks like a label.
  "ke-hoach-duoc-lieu.txt":
    "15 A|16 A.I|17 A.I.1|20 A.I.2|22 A.II|23 A.II-1|25 A.II-2|27 B|28 B.I|29 B.I.1|33 B.I.2|34 B.I.2.a|36 B.I.2.b|38 B.I.2.c|" +
    "40 B.I.2.d|42 B.I.2.đ|44 B.II|45 B.II.1|46 B.II.1-1|49 B.II.1-2|51 B.II.1-3|53 B.II.2|54 B.II.2.a|56 B.II.2.b|60 B.II.3|" +
    "61 B.II.3.a|63 B.II.3.b|65 B.II.3.c|66 B.III|69 B.IV|70 B.IV.1|71 B.IV.1-1|73 B.IV.1-2|75 B.IV.2|78 B.IV.3|80 B.IV.4|81 B.IV.4-1|" +
    "83 B.IV.4-2",
  // Markdown wrapped at 60 without empty lines: letters in italics, headings below a table, an emphasis over two lines.
  "chuong-trinh-nuoc-sinh-hoat.md":
    "13 I|14 I.1|16 I.2|18 II|19 II.1|22 II.2|23 II.2.a|24 II.2.a-1|26 II.2.a-2|27 II.2.a-3|28 II.2.b|29 II.2.b-1|31 II.2.b-2|33 III|" +
    "34 III.1|35 III.1-1|37 III.1-2|38 III.1-2+1|39 III.1-2+2|40 III.2|41 III.2-1|43 III.2-2|47 III.3|48 III.3*1|50 III.3*2|52 IV|" +
    "53 IV.1|55 IV.2|56 IV.2.r1|58 IV.2.r2|59 IV.2.r3|60 IV.2.r4|61 V|62 V.1|63 V.1.a|65 V.1.b|67 V.2|69 V.3|74 PL1|78 PL1.r1|" +
    "80 PL1.r2|81 PL1.r3",
  // A law as it was amended, in parts with chapters that begin again: articles 5a and 5b, all the letters, no empty lines.
  "luat-ho-dam.txt":
    "9 P1|11 P1.C1|13 Đ1|15 Đ2|17 Đ3|19 Đ3.1|20 Đ3.2|21 Đ3.3|22 Đ3.3.a|23 Đ3.3.b|24 Đ3.3.c|25 Đ4|26 Đ4.1|27 Đ4.2|28 Đ4.3|29 Đ5|30 Đ5.1|" +
    "31 Đ5.1.a|32 Đ5.1.b|33 Đ5.1.c|34 Đ5.1.d|35 Đ5.1.đ|36 Đ5.1.e|37 Đ5.1.g|38 Đ5.1.h|39 Đ5.1.i|40 Đ5.1.k|41 Đ5.2|42 Đ5a|43 Đ5a.1|" +
    "44 Đ5a.2|45 Đ5b|47 P2|49 P2.C1|51 P2.C1.M1|53 Đ6|54 Đ6.1|55 Đ6.2|56 Đ7|57 Đ7.1|58 Đ7.2|59 P2.C1.M2|61 Đ8|62 Đ8.1|63 Đ8.1.a|" +
    "64 Đ8.1.b|65 Đ8.1.c|66 Đ8.1.d|67 Đ8.1.đ|68 Đ8.2|69 Đ9|70 Đ9.1|71 Đ9.2|72 Đ9.3|73 P2.C2|75 Đ10|76 Đ10.1|77 Đ10.2|78 Đ10.2.a|" +
    "79 Đ10.2.b|80 Đ10.2.c|81 Đ10.2.d|82 Đ10.2.đ|83 Đ10.2.e|84 Đ11|86 Đ11.1|87 Đ11.2|88 Đ11.3|89 P3|91 Đ12|92 Đ12.1|93 Đ12.1.a|" +
    "94 Đ12.1.b|95 Đ12.1.c|96 Đ12.2|97 Đ13|99 Đ14|100 Đ14.1|101 Đ14.2",
  // A joint circular: 1.1.1., then a), (i) and (1), further paragraphs, numbers of pages, two signatures before the recipients.
  "thong-tu-bua-an.txt":
    "10 I|11 I.1|12 I.1.1|13 I.1.2|14 I.1.2.1|15 I.1.2.2|16 I.1.2.3|17 I.2|18 I.2.1|20 I.2.2|22 II|23 II.1|24 II.1.1|25 II.1.1.a|" +
    "26 II.1.1.a(i)|27 II.1.1.a(ii)|28 II.1.1.a(iii)|29 II.1.1.b|30 II.1.1.b(i)|31 II.1.1.b(ii)|32 II.1.1.b(ii)(1)|33 II.1.1.b(ii)(2)|" +
    "34 II.1.1.b(ii)(3)|36 II.1.2|37 II.1.2.1|38 II.1.2.2|39 II.1.2.3|41 II.2|42 II.2.1|43 II.2.1.a|44 II.2.1.b|45 II.2.1.b-1|" +
    "46 II.2.1.b-2|47 II.2.2|51 II.2.3|53 III|54 III.1|55 III.1.1|56 III.1.2|57 III.1.2(1)|58 III.1.2(2)|59 III.1.2(3)|60 III.2|" +
    "61 III.2.1|62 III.2.2|63 III.3",
  // A Party resolution with a paragraph on every line.
  "nghi-quyet-dan-so-tung-dong.txt":
    "6 I|7 I.1|9 I.2|10 II|11 II.1|12 II.1(1)|13 II.1(2)|14 II.2|15 II.2.1|17 II.2.2|18 II.2.2-1|19 II.2.2-2|20 III|21 III.1|23 III.2|" +
    "24 IV|25 IV.1|26 IV.2",
  // Dotted numbers without their first part, 1) over 1., letters under a dash, a signature without recipients.
  "ke-hoach-mua-ban-nguoi.txt":
    "7 I|11 II|15 II.1.1|17 II.1.1.1|19 II.1.1.2|21 II.1.2|23 II.2.1|25 II.2.2|27 III|29 III.1|31 III.1.1|33 III.1.2|35 III.2|37 III.2-1|" +
    "38 III.2-1.a|39 III.2-1.b|40 III.2-2|42 III.3",
};

describe.each(Object.keys(OUTLINES))("%s", (name) => {
  const document = readFixture(name);

  it("has its clauses", () => {
    expect(document.clauses.map(({ line, address }) => `${line} ${address}`)).toEqual(
      OUTLINES[name]?.split("|"),
    );
  });
});

describe("what is read from them beside the clauses", () => {
  it.each([
    ["luat-lang-nghe.txt", "31/2027/QH16", "2027-06-20", "BẢO TỒN NGHỀ TRUYỀN THỐNG"],
    [
      "nghi-quyet-dan-so.txt",
      "47-NQ/TW",
      "2026-05-09",
      "HỘI NGHỊ LẦN THỨ BẢY về nâng cao chất lượng dân số trong tình hình mới",
    ],
    [
      "quyet-dinh-gia-dinh.txt",
      "88/QĐ-TTg",
      "2026-03-03",
      "PHÊ DUYỆT CHƯƠNG TRÌNH QUỐC GIA VỀ PHÒNG NGỪA BẠO LỰC GIA ĐÌNH GIAI ĐOẠN 2026 - 2035",
    ],
    [
      "nghi-quyet-tre-em.txt",
      "07/2026/NQ-HĐND",
      "2026-07-10",
      "Ban hành Quy định chính sách hỗ trợ trẻ em có hoàn cảnh đặc biệt trên địa bàn tỉnh Hòa Lạc",
    ],
    [
      "ke-hoach-duoi-nuoc.md",
      "77/KH-UBND",
      "2026-03-05",
      "Phòng, chống đuối nước cho trẻ em giai đoạn 2026 - 2030",
    ],
    ["chuong-trinh-van-hoa-doc.md", null, null, "Phát triển văn hóa đọc giai đoạn 2026 – 2030"],
    [
      "ke-hoach-nuoc-sach.txt",
      null,
      null,
      "Thực hiện Chương trình quốc gia về cấp nước sạch nông thôn trên địa bàn tỉnh đến năm 2030, tầm nhìn 2045",
    ],
    [
      "nghi-quyet-kinh-te-rung.txt",
      "15-NQ/TU",
      "2025-06-18",
      "CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH về phát triển kinh tế rừng gắn với sinh kế của đồng bào vùng cao đến năm 2030, tầm nhìn đến năm 2045",
    ],
    [
      "ke-hoach-duoc-lieu.txt",
      "146/KH-UBND",
      "2025-09-12",
      "Phát triển cây dược liệu trên địa bàn tỉnh Lam Sơn giai đoạn 2026 - 2030",
    ],
    ["ke-hoach-mua-ban-nguoi.txt", null, null, "Phòng, chống mua bán người năm 2026"],
  ])("%s", (name, number, date, title) => {
    expect(readFixture(name)).toMatchObject({ number, date });
    expect(readFixture(name).title?.replace(/–/gu, "-")).toBe(title.replace(/–/gu, "-"));
  });

  it("the labels as printed, without the emphasis around them", () => {
    const labels = new Map(
      outlineOf(readFixture("chuong-trinh-van-hoa-doc.md")).map((entry) => [
        entry.split(" ")[1],
        entry.split(" ").slice(2).join(" "),
      ]),
    );
    expect(labels.get("P1")).toBe("PHẦN THỨ NHẤT");
    expect(labels.get("P1.I.1")).toBe("1\\.");
    expect(labels.get("P1.I.1-1")).toBe("\\-");
    expect(labels.get("P2.A.II.1.2.MT1.CT1")).toBe("Chỉ tiêu 1:");
    const texts = new Map(
      readFixture("chuong-trinh-van-hoa-doc.md").clauses.map(({ address, text }) => [address, text]),
    );
    expect(texts.get("P1")).toBe("SỰ CẦN THIẾT");
    expect(texts.get("P1.I")).toBe("BỐI CẢNH");
    expect(texts.get("P1.I.2")).toBe("Khó khăn: kinh phí ít.");
    expect(texts.get("P2.A.II.1.2.MT1.CT2")).toBe("Có *ít nhất* 5 hội sách mỗi năm.");
  });

  it.each([
    ["quyet-dinh-thu-vien.txt", ["33/2024/NĐ-CP 2024-03-25", "118/NQ-CP 2025-05-06"]],
    ["ke-hoach-duoc-lieu.txt", ["1719/QĐ-TTg 2024-10-14", "37/NQ-HĐND 2025-07-08"]],
  ])("%s: what it rests on, and not what was proposed", (name, bases) => {
    expect(readFixture(name).basis.map(({ number, date }) => `${number} ${date}`)).toEqual(bases);
  });

  it("the words without half a pair of Markdown's marks, the pairs inside as they are", () => {
    const texts = new Map(
      readFixture("ke-hoach-duoi-nuoc.md").clauses.map(({ address, text }) => [address, text]),
    );
    expect(texts.get("I")).toBe("MỤC TIÊU");
    expect(texts.get("I.2-2")).toBe(
      "*Số trẻ em bị đuối nước giảm* [ít nhất 30%]{.underline} so với năm 2025\\.",
    );
    expect(texts.get("I.2-1")).toMatch(/xã vùng cao của tỉnh phải đạt \\> 75%\.$/u);
    expect(texts.get("II.1")).toMatch(/^Truyền thông\\\nPhát tờ rơi/u);
    expect(texts.get("II.2")).toBe("Dạy bơi");
    expect(texts.get("II.2.a")).toBe("*Trong trường học:* xây bể bơi, mời thầy dạy vào dịp hè.");
    const [, star] = readPlanDocument("**I.** **A**\n* Vận *động* dân").clauses;
    expect(star?.text).toBe("Vận *động* dân");
    expect(star?.parent?.text).toBe("A");
  });

  it("a quoted article belongs to the article that quotes it", () => {
    const article = readFixture("luat-lang-nghe.txt").clauses.find(({ address }) => address === "Đ6");
    expect(article?.paragraphs).toHaveLength(5);
    expect(article?.text).toMatch(/“Điều 9\. Trách nhiệm của tổ chức\n1\. Tổ chức/u);
  });

  it("a title in two lines of capitals is one", () => {
    const chapter = readFixture("luat-lang-nghe.txt").clauses.find(({ address }) => address === "C2");
    expect(chapter?.text).toBe("CHÍNH SÁCH VÀ TRÁCH NHIỆM CỦA NHÀ NƯỚC, TỔ CHỨC, CÁ NHÂN");
    expect(chapter?.paragraphs).toHaveLength(1);
  });
});
