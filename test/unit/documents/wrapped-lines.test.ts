import { describe, expect, it } from "vitest";
import { readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import { addressesOf } from "./read-fixture.ts";

/** A copy wrapped at 80 letters, into which a test puts its own lines. */
const WRAPPED = `I. MỤC TIÊU CHUNG

1. Nâng cao nhận thức của các cấp, các ngành và của người dân về bảo vệ môi
trường; đẩy mạnh tuyên truyền, vận động nhân dân phân loại rác thải tại nguồn và
giữ gìn vệ sinh nơi công cộng, khu dân cư.

`;

const wordsOf = (lines: string): string =>
  readPlanDocument(`${WRAPPED}${lines}\n`).clauses.at(-1)?.text ?? "";

describe("wrapped lines that look like labels", () => {
  it.each([
    [
      "a range of years",
      "2. Thực hiện các giải pháp phát triển hạ tầng thu gom nước thải giai đoạn 2026\n- 2030 trên toàn tỉnh.",
      /2026 - 2030 trên toàn tỉnh\.$/u,
    ],
    [
      "a name with a dash",
      "2. Phối hợp chặt chẽ với Trung tâm Khuyến nông tỉnh và Sở Lao động\n- Thương binh và Xã hội.",
      /Lao động - Thương binh và Xã hội\.$/u,
    ],
    [
      "a date",
      "2. Báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh định kỳ hằng năm trước ngày\n09. Trường hợp đột xuất thì báo cáo ngay.",
      /trước ngày 09\. Trường hợp/u,
    ],
    [
      "a thousand",
      "2. Tổ chức vận động các hộ gia đình ở khu dân cư tham gia, phấn đấu có trên\n1.500 hộ đăng ký.",
      /trên 1\.500 hộ/u,
    ],
    [
      "a stage",
      "2. Lồng ghép với các dự án thành phần thuộc Chương trình mục tiêu giai đoạn\nII của tỉnh.",
      /giai đoạn II của tỉnh\.$/u,
    ],
    [
      "a point of a law",
      "2. Xử lý nghiêm các tổ chức, cá nhân có hành vi vi phạm theo quy định tại điểm\na) Khoản 2 Điều 5 của Luật.",
      /tại điểm a\) Khoản 2/u,
    ],
    [
      "an item of a law",
      "2. Xử lý nghiêm các tổ chức, cá nhân có hành vi vi phạm theo quy định tại khoản\n3. Các trường hợp khác thì nhắc nhở.",
      /tại khoản 3\. Các/u,
    ],
    [
      "a quarter",
      "2. Hoàn thành việc lắp đặt thùng rác công cộng ở các khu phố trung tâm trong quý\nI. Trong năm phải có thêm điểm mới.",
      /trong quý I\. Trong năm/u,
    ],
    [
      "an appendix",
      "2. Danh mục các dự án thu gom, xử lý chất thải rắn sinh hoạt được quy định tại\nPhụ lục II. Hằng năm có rà soát.",
      /tại Phụ lục II\. Hằng năm/u,
    ],
    [
      "a sum",
      "2. Tăng mức hỗ trợ mua thùng phân loại rác cho mỗi hộ gia đình khó khăn từ 20\n+ 30 nghìn đồng.",
      /từ 20 \+ 30 nghìn/u,
    ],
  ])("%s", (_what, lines, words) => {
    expect(wordsOf(lines)).toMatch(words);
    expect(addressesOf(`${WRAPPED}${lines}\n\n3. Hết.\n`)).toEqual(["I", "I.1", "I.2", "I.3"]);
  });

  it("takes a label after a finished or a short line", () => {
    const text = `${WRAPPED}2. Các việc cần làm ngay trong năm đầu tiên của kế hoạch này, gồm những việc sau:\n- Thu gom;\n- Phân loại\n- Xử lý`;
    expect(addressesOf(text)).toEqual(["I", "I.1", "I.2", "I.2-1", "I.2-2", "I.2-3"]);
  });

  it("takes a label below a full heading in capitals, or one that its series lacks", () => {
    const heading =
      "II. TĂNG CƯỜNG SỰ LÃNH ĐẠO, CHỈ ĐẠO CỦA CÁC CẤP ỦY ĐẢNG VÀ CHÍNH QUYỀN CÁC CẤP\n1. Một.\n2. Hai.";
    expect(addressesOf(WRAPPED + heading)).toEqual(["I", "I.1", "II", "II.1", "II.2"]);
    const list =
      "2. Nâng cao năng lực quản lý nhà nước về bảo vệ môi trường ở các cấp, các ngành\na) Cấp tỉnh;\nb) Cấp xã.";
    expect(addressesOf(WRAPPED + list)).toEqual(["I", "I.1", "I.2", "I.2.a", "I.2.b"]);
  });

  it("joins a paragraph over the end of a page and leaves the page number out", () => {
    const page = `${WRAPPED.repeat(5)}2. Xây dựng mô hình điểm về thu gom, phân loại và xử lý rác thải ở các khu dân\n\n                 2\n\ncư tập trung của tỉnh.\n`;
    const document = readPlanDocument(page);
    expect(document.clauses.at(-1)?.text).toBe(
      "Xây dựng mô hình điểm về thu gom, phân loại và xử lý rác thải ở các khu dân cư tập trung của tỉnh.",
    );
    expect(document.pageMarks.map(({ start, end }) => page.slice(start, end))).toEqual(["2"]);
  });
});

describe("copies whose every line is a paragraph", () => {
  const long = "Sở Tài chính chủ trì, phối hợp với các cơ quan liên quan ".repeat(4).trim();

  it("keeps the paragraphs of a copy without empty lines apart", () => {
    const document = readPlanDocument(`I. A\n1. Mục đích\n${long}.\n${long}.\n2. ${long}\n- Một\n- Hai`);
    expect(document.clauses.map((clause) => [clause.address, clause.paragraphs.length])).toEqual([
      ["I", 1],
      ["I.1", 3],
      ["I.2", 1],
      ["I.2-1", 1],
      ["I.2-2", 1],
    ]);
  });

  it("joins a stray break in a sentence", () => {
    const document = readPlanDocument(`I. A\n1. ${long}\nvà cơ quan khác.\n2. ${long} trước ngày\n15/12.`);
    expect(document.clauses.map((clause) => clause.paragraphs.length)).toEqual([1, 1, 1]);
  });

  it("takes no year behind “năm” for a label, but one behind “hằng năm”", () => {
    const broken = readPlanDocument(
      `I. A\n1. ${long} đạt 0,8 điểm năm\n2026. Kinh phí do tỉnh cấp.\n2. ${long}`,
    );
    expect(broken.clauses.map(({ address }) => address)).toEqual(["I", "I.1", "I.2"]);
    const whole = readPlanDocument(`I. A\n1. ${long} hằng năm\n2026 là năm đầu.\n2. ${long}`);
    expect(whole.clauses[1]?.paragraphs).toHaveLength(2);
  });

  it("does not take a wrapped title for a wrapped copy", () => {
    const title = "KẾ HOẠCH\nBảo vệ môi trường và phát triển bền vững các khu dân cư\ntrên địa bàn tỉnh\n";
    const heading = "Nâng cao nhận thức của người dân về phân loại rác";
    expect(addressesOf(`${title}I. A\n1. ${heading}\n- Một\n- Hai`)).toEqual(["I", "I.1", "I.1-1", "I.1-2"]);
  });
});

describe("line ends", () => {
  it.each([["\r\n"], ["\r"], ["\n"]])("%j end a line, and lines are counted", (end) => {
    const text = ["\ufeffI. A", "", "1. B", "- C"].join(end);
    expect(readPlanDocument(text).clauses.map(({ line }) => line)).toEqual([0, 2, 3]);
  });

  it("are not U+2028, U+0085 or a vertical tab", () => {
    expect(addressesOf("I. A\u20281. B\u00852. C\u000b3. D")).toEqual(["I"]);
  });
});
