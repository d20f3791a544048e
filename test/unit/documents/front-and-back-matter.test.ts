import { describe, expect, it } from "vitest";
import { readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import { maxDocumentLines } from "../../../server/src/limits.ts";
import { addressesOf } from "./read-fixture.ts";

const read = (text: string) => readPlanDocument(text);

describe("number and date", () => {
  it.each([
    ["Số: 52/CL-UBND", "52/CL-UBND"],
    ["Số 20-NQ/TW", "20-NQ/TW"],
    ["Luật số: 73/2006/QH11", "73/2006/QH11"],
    ["Số: 12 /KH-UBND          An Khê, ngày 5 tháng 3 năm 2025", "12/KH-UBND"],
    ["Số:      /KH-UBND", null],
    ["Số: …/KH-UBND", null],
    ["Thực hiện Quyết định số 5/QĐ-UBND của tỉnh", null],
    ["No.: 45/KH-UBND", "45/KH-UBND"],
    ["to carry out Decision No. 5/QĐ-UBND", null],
  ])("%s", (line, number) => {
    expect(read(`${line}\nKẾ HOẠCH\nX\nI. A`).number).toBe(number);
  });

  it.each([
    ["An Khê, ngày 28 tháng 11 năm 2025", "2025-11-28"],
    ["An Khê, ngày 08/7/2021", "2021-07-08"],
    ["An Khê, ngày      tháng      năm 2025", null],
    ["An Khê, ngày   tháng 7 năm 2025", null],
    ["An Khê, ngày 31 tháng 02 năm 2025", null],
    ["An Khê, tháng 7 năm 2025", null],
    ["An Khe, 15 January 2026", "2026-01-15"],
    ["An Khe, 31 June 2026", null],
  ])("%s", (line, date) => {
    expect(read(`${line}\nKẾ HOẠCH\nX\nI. A`).date).toBe(date);
  });
});

describe("the title", () => {
  it.each([
    [
      "KẾ HOẠCH\nPhát triển y tế\ngiai đoạn 2026-2030\n\nCăn cứ Luật A;\nI. A",
      "Phát triển y tế giai đoạn 2026-2030",
    ],
    ["NGHỊ QUYẾT\nvề công tác dân số\n-----\nI- TÌNH HÌNH", "về công tác dân số"],
    ["QUYẾT ĐỊNH\nPhê duyệt Đề án\nỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật A;\nĐiều 1. A", "Phê duyệt Đề án"],
    [
      "KẾ HOẠCH\nTrồng cây\nThực hiện Chương trình số 5/CTr-UBND, Sở ban hành Kế hoạch như sau:\nI. A",
      "Trồng cây",
    ],
    ["# KẾ HOẠCH\n\n**Trồng cây**\n\n## I. A", "Trồng cây"],
    ["ACTION PLAN\nClean air in schools\n\nPursuant to Decision No. 5/QĐ-A;\n1. A", "Clean air in schools"],
    ["I. A", null],
    [
      "NGHỊ ĐỊNH\nQuy định về quản lý bến xe;\nsửa đổi một số điều của Nghị định số 10/2020/NĐ-CP\n\nI. A\n",
      "Quy định về quản lý bến xe; sửa đổi một số điều của Nghị định số 10/2020/NĐ-CP",
    ],
    [
      "NGHỊ ĐỊNH\nQuy định về quản lý bến xe;\nChính phủ ban hành Nghị định\n\nI. A\n",
      "Quy định về quản lý bến xe;",
    ],
  ])("%j", (text, title) => {
    expect(read(text).title).toBe(title);
  });
});

describe("legal bases", () => {
  const basisOf = (lines: string) =>
    read(`KẾ HOẠCH\nX\n\n${lines}\n\nI. A`).basis.map(({ number, date }) => [number, date]);

  it.each<readonly [string, readonly (readonly [string, string | null])[]]>([
    [
      "Căn cứ Nghị quyết của tỉnh số 58/NQ-HĐND ngày\n09 tháng 11 năm 2025 về hạ tầng;",
      [["58/NQ-HĐND", "2025-11-09"]],
    ],
    [
      "- Căn cứ Kế hoạch số 77/KH-UBND ngày 30-4-2022;\n- Căn cứ Luật số 13/2022/QH15;",
      [
        ["77/KH-UBND", "2022-04-30"],
        ["13/2022/QH15", null],
      ],
    ],
    ["Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;", []],
    ["Căn cứ Quyết định số 1/QĐ-A sửa đổi Quyết định số 2/QĐ-A ngày 03/3/2021;", [["1/QĐ-A", null]]],
    [
      "Căn cứ Nghị quyết số 28/NQ–CP ngày 3/3/2021; Nghị quyết số 99/NQ-CP;",
      [
        ["28/NQ-CP", "2021-03-03"],
        ["99/NQ-CP", null],
      ],
    ],
    ["Theo đề nghị tại Tờ trình số 118/TTr-SKHCN ngày 29 tháng 9 năm 2026.", []],
  ])("%j", (lines, basis) => {
    expect(basisOf(lines)).toEqual(basis);
  });

  it("are no clauses, nor are the addressees of a letter or dashes before “như sau:”", () => {
    expect(
      addressesOf("- Căn cứ Luật A;\n- Thực hiện Kế hoạch B,\nSở ban hành Kế hoạch như sau:\n1. A\n- B"),
    ).toEqual(["1", "1-1"]);
    expect(addressesOf("Kính gửi:\n- Sở A;\n- Sở B.\n1. A")).toEqual(["1"]);
  });
});

describe("back matter", () => {
  const tail = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A";

  it("begins after “./.”, at the recipients or at the signature", () => {
    for (const end of ["./.", ".\\/.", ".", ""])
      expect(addressesOf(`I. A\n1. B${end}${tail}`)).toEqual(["I", "I.1"]);
    expect(addressesOf("I. A\n1. B.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n- Lưu")).toEqual(["I", "I.1"]);
    expect(
      addressesOf(
        "Điều 1. A.\nLuật này được Quốc hội khóa XVI thông qua ngày 1 tháng 2 năm 2027.\nCHỦ TỊCH QUỐC HỘI",
      ),
    ).toEqual(["Đ1"]);
  });

  it("is not where a sentence begins like the recipients", () => {
    expect(addressesOf("I. A\n1. B\nNơi nhận hồ sơ: bộ phận một cửa.\n2. C\nII. D")).toEqual([
      "I",
      "I.1",
      "I.2",
      "II",
    ]);
    expect(addressesOf("I. A\n1. B\nNơi nhận                    T/M BAN THƯỜNG VỤ\n- Lưu")).toEqual([
      "I",
      "I.1",
    ]);
    expect(addressesOf("1. A\n2. B\nRecipients:\n- Department of Health;\n- Archives.")).toEqual(["1", "2"]);
  });

  it("closes everything: what is attached starts again", () => {
    expect(
      addressesOf(
        `Điều 1. A\n1. B./.${tail}\nKẾ HOẠCH\nX\n(Kèm theo Quyết định số 1/QĐ)\nI. A\n1. B\nPHỤ LỤC I\nDANH MỤC\n1. C`,
      ),
    ).toEqual(["Đ1", "Đ1.1", "I", "I.1", "PL1", "PL1.1"]);
    expect(addressesOf(`I. A\nII. B./.${tail}\nPHỤ LỤC\nX\nI. A\n- B`)).toEqual([
      "I",
      "II",
      "PL1",
      "PL1.I",
      "PL1.I-1",
    ]);
  });

  it("is not a “./.” in the middle of a series", () => {
    expect(addressesOf(`I. A\n1. B./.\n2. C\nII. D${tail}`)).toEqual(["I", "I.1", "I.2", "II"]);
  });

  it("may be all there is", () => {
    const document = read(tail.trim());
    expect(document.clauses).toEqual([]);
    expect(document.frontMatter).toEqual([]);
    expect(document.backMatter).toEqual([{ start: 0, end: tail.trim().length }]);
  });
});

it("reads a text without labels as front matter, and an empty one as nothing", () => {
  expect(read("Kính thưa các đồng chí.\nHôm nay trời đẹp.")).toMatchObject({
    clauses: [],
    frontMatter: [{ start: 0 }],
    backMatter: [],
  });
  expect(read("")).toMatchObject({
    clauses: [],
    frontMatter: [],
    backMatter: [],
    notes: [],
    number: null,
    title: null,
  });
  expect(read("\ufeff \n\u00a0\n")).toMatchObject({ clauses: [], frontMatter: [] });
});

it("reads as many lines as the limit says, and keeps what is after them with the last clause", () => {
  const at = (count: number) => readPlanDocument("- x\n".repeat(count));
  expect(at(maxDocumentLines).clauses).toHaveLength(maxDocumentLines);
  const above = at(maxDocumentLines + 3);
  expect(above.clauses).toHaveLength(maxDocumentLines);
  expect(above.clauses.at(-1)?.paragraphs).toHaveLength(2);
  expect(above.clauses.at(-1)?.span.end).toBe((maxDocumentLines + 3) * 4 - 1);
}, 30_000);
