import { describe, expect, it } from "vitest";
import { printDeclaration } from "../../../server/src/syntax/printer.ts";
import { parser, withoutPlaces } from "../../support/trees.ts";

/** Block, English, Vietnamese, and, where it is not the English, how it is printed. */
const statements: readonly (readonly [block: string, en: string, vi: string, canonical?: string])[] = [
  ["plan", 'number "12/KH"', 'số "12/KH"'],
  ["plan", "issued 2022", "ban hành 2022"],
  ["plan", "issued 03/03/2021", "ban hành 3/3/2021", "issued 2021-03-03"],
  ["plan", "by so", "cơ quan ban hành so"],
  ["plan", "period 2021..2030", "giai đoạn 2021..2030"],
  ["plan", 'document "a.txt"', 'văn bản "a.txt"'],
  ["plan", 'document "a.txt" as luat', 'văn bản "a.txt" là luat'],
  [
    "plan",
    'basis "28/NQ-CP" dated 03/03/2021',
    'căn cứ "28/NQ-CP" ngày 3/3/2021',
    'basis "28/NQ-CP" dated 2021-03-03',
  ],
  ["plan", 'basis "28/NQ-CP"', 'căn cứ "28/NQ-CP"'],
  ["plan", 'signed "Giám đốc" "Tuấn"', 'ký "Giám đốc" "Tuấn"'],
  ["plan", 'copies "A",\n "B"', 'nơi nhận "A", "B"', 'copies "A", "B"'],
  ["plan", "implements tinh.p", "thực hiện tinh.p"],
  ["plan", 'aside II.3 "của Sở khác"', 'không theo dõi II.3 "của Sở khác"'],
  ["plan", 'note "x \\"y\\" \\\\"', 'ghi chú "x \\"y\\" \\\\"'],
  ["plan", "year ends 14/12", "năm báo cáo đến 14/12"],
  ["unit", "whole", "số nguyên"],
  ["unit", "range 0..100", "miền 0..100"],
  ["unit", "range -5..5", "miền −5..5", "range -5..5"],
  ["unit", "scale 1000 dong", "bằng 1_000 dong"],
  ["unit", "decimals 2", "chữ số thập phân 2"],
  ["unit", "aggregate latest", "gộp mới nhất"],
  ["unit", "aggregate sum", "gộp tổng"],
  ["unit", "aggregate mean", "gộp trung bình"],
  ["unit", "aggregate min", "gộp nhỏ nhất"],
  ["unit", "aggregate max", "gộp lớn nhất"],
  ["indicator", 'clause II.1-1 "đạt 60%"', 'điều khoản II.1-1 "đạt 60%"'],
  ["indicator", 'clause II.1, III.2 in luat "x"', 'điều khoản II.1., III.2 trong luat "x"'],
  ["indicator", "unit percent", "đơn vị tính %"],
  ["indicator", "unit k.hoat_dong", "đơn vị tính k.hoat_dong"],
  ["indicator", 'baseline 2021 = 45% "BC"', 'kỳ gốc 2021 = 45 % "BC"'],
  ["indicator", "baseline 2021 for female = 4.5", "kỳ gốc 2021 đối với female = 4,5"],
  ["indicator", "target 2025 reach 60%", "mục tiêu 2025 đạt 60%"],
  ["indicator", "target 2025..2030 >= 3 hoat_dong", "mục tiêu 2025..2030 ít nhất 3 hoat_dong"],
  ["indicator", "target 2025.. at least 3", "mục tiêu 2025.. tối thiểu 3", "target 2025.. >= 3"],
  ["indicator", "target 2025-Q1 <= 3", "mục tiêu 2025-Q1 không quá 3"],
  ["indicator", "target 2025 at most 3", "mục tiêu 2025 tối đa 3", "target 2025 <= 3"],
  ["indicator", "target 2025 no less than 3", "mục tiêu 2025 không dưới 3", "target 2025 >= 3"],
  ["indicator", "target 2025 no more than 3", "mục tiêu 2025 không vượt quá 3", "target 2025 <= 3"],
  ["indicator", "target 2025 reach at least 3", "mục tiêu 2025 đạt ít nhất 3", "target 2025 >= 3"],
  [
    "indicator",
    "target 2025 reach above 9 of 20",
    "mục tiêu 2025 đạt trên 9 trên 20",
    "target 2025 > 9 of 20",
  ],
  [
    "indicator",
    "target 2025 reach between 1% and 3%",
    "mục tiêu 2025 đạt từ 1% đến 3%",
    "target 2025 between 1% and 3%",
  ],
  ["indicator", "target 2025 reach about 60%", "mục tiêu 2025 đạt khoảng 60%", "target 2025 about 60%"],
  ["indicator", "target 2025 reach 60% or more", "mục tiêu 2025 đạt 60% trở lên", "target 2025 >= 60%"],
  ["indicator", "target 2025 from 5 x or less", "mục tiêu 2025 từ 5 x trở xuống", "target 2025 <= 5 x"],
  [
    "indicator",
    "target 2025 reach from 60% or more",
    "mục tiêu 2025 đạt từ 60% trở lên",
    "target 2025 >= 60%",
  ],
  [
    "indicator",
    "target every year at least 9 or more",
    "mục tiêu mỗi năm ít nhất 9 trở lên",
    "target every year >= 9",
  ],
  ["indicator", "target 2025 from 1% and 3%", "mục tiêu 2025 từ 1% đến 3%", "target 2025 between 1% and 3%"],
  ["indicator", "target 2025 more than 3%", "mục tiêu 2025 đạt trên 3%", "target 2025 > 3%"],
  ["indicator", "target 2025 above 3%", "mục tiêu 2025 trên 3%", "target 2025 > 3%"],
  ["indicator", "target 2025 below 11 of 20", "mục tiêu 2025 dưới 11 trên 20", "target 2025 < 11 of 20"],
  ["indicator", "target 2025 above 11 of 20", "mục tiêu 2025 trên 11 trên 20", "target 2025 > 11 of 20"],
  ["indicator", "target 2025 = 3", "mục tiêu 2025 = 3"],
  ["indicator", "target 2025 ≥ 3", "mục tiêu 2025 ≥ 3", "target 2025 >= 3"],
  ["indicator", "target 2025 between 10% and 13%", "mục tiêu 2025 từ 10% đến 13%"],
  ["indicator", "target 2025 about 60%", "mục tiêu 2025 khoảng 60%"],
  ["indicator", "target 2025 about 60% within 2%", "mục tiêu 2025 khoảng 60% sai số 2%"],
  ["indicator", "target total 2021..2025 >= 1000", "mục tiêu lũy kế 2021..2025 >= 1000"],
  ["indicator", "target every month >= 1", "mục tiêu mỗi tháng >= 1"],
  ["indicator", "target every quarter in 2022..2025 >= 1", "mục tiêu hằng quý >= 1 trong 2022..2025"],
  ["indicator", "target every half >= 1", "mục tiêu hàng sáu tháng >= 1"],
  ["indicator", "target every year for female, sex.male >= 1", "mục tiêu hằng năm với female, sex.male >= 1"],
  ["indicator", "target 2030 <= baseline * 0.9", "mục tiêu 2030 <= kỳ gốc * 0,9"],
  ["indicator", "target 2030 >= baseline + 10 point", "mục tiêu 2030 >= kỳ gốc + 10 point"],
  ["indicator", "target 2030 >= baseline - 10%", "mục tiêu 2030 >= kỳ gốc − 10%"],
  ["indicator", 'measured 2022 = 9 of 20 "BC"', 'kết quả 2022 = 9 trên 20 "BC"'],
  ["indicator", "measured 2023 for female = -52.5%", "kết quả 2023 với female = -52,5%"],
  ["indicator", "formula = a / b", "công thức = a / b"],
  ["indicator", "formula = (a + k.b) * 100 - 2.5", "công thức = (a + k.b) × 100 - 2,5"],
  ["indicator", "lead so, k.phong", "chủ trì so, k.phong"],
  ["indicator", "with so", "phối hợp so"],
  ["indicator", "implements tinh.x", "thực hiện tinh.x"],
  ["indicator", "path linear", "lộ trình thẳng"],
  ["indicator", "path none", "không xét lộ trình"],
  ["indicator", "on track from 95%", "đúng tiến độ từ 95%"],
  ["indicator", "off track below 80%", "chậm tiến độ dưới 80%"],
  ["indicator", 'explain 2025 "vì"', 'giải trình 2025 "vì"'],
  ["task", "due 2025", "hạn 2025"],
  ["task", "due every year", "hạn hằng năm"],
  ["task", 'done 2022 "KH"', 'hoàn thành 2022 "KH"'],
  ["task", "done 2022", "hoàn thành 2022"],
  ["task", "serves a, b", "phục vụ a, b"],
  ["report", 'a = 11 of 20 "BC"', 'a = 11 trên 20 "BC"'],
  ["report", "k.a 2024-01 = 3", "k.a 1/2024 = 3"],
  ["report", "target for female = 3", "target đối với female = 3"],
  ["report", "report = 1", "report = 1"],
  ["dimension", 'female "Nữ"\n  male "Nam"', 'female "Nữ"  male "Nam"'],
  ["data", 'indicator "Mã"\n  period "Kỳ"\n  value "Kết quả"', 'chỉ tiêu "Mã"  kỳ "Kỳ"  giá trị "Kết quả"'],
  ["data", 'category "Loại"\n  evidence "Nguồn"', 'loại "Loại"  nguồn "Nguồn"'],
  ["data", 'periods "2022", "2023"', 'các kỳ "2022", "2023"'],
];

const openings: Readonly<Record<string, readonly [en: string, vi: string]>> = {
  plan: ['plan p "P"', 'kế hoạch p "P"'],
  unit: ['unit u "u"', 'đơn vị tính u "u"'],
  indicator: ['indicator target "I"', 'chỉ tiêu target "I"'],
  task: ['task t "T"', 'nhiệm vụ t "T"'],
  report: ['report 2024 "BC"', 'báo cáo 2024 "BC"'],
  dimension: ['dimension sex "Giới"', 'phân tổ sex "Giới"'],
  data: ['data "x.csv"', 'dữ liệu "x.csv"'],
};

/** Decomposed but for what stands in quotation marks, which is kept as it is written. */
const decomposed = (text: string) =>
  text.replace(/"(?:\\.|[^"\\])*"|[^"]+/g, (part) => (part[0] === '"' ? part : part.normalize("NFD")));

function tree(text: string) {
  const parsed = parser.parse(text);
  expect(parsed.problems, text).toEqual([]);
  return parsed.declaration!;
}

describe("every form of a statement, in both languages", () => {
  const cases = statements.map(([block, en, vi, canonical = en]) => ({ block, en, vi, canonical }));

  it.each(cases)("in $block: $en | $vi", ({ block, en, vi, canonical }) => {
    const [enHead, viHead] = openings[block]!;
    const english = tree(`${enHead} {\n  ${en}\n}`);
    expect(withoutPlaces(tree(`${viHead} {\n\t${vi};\n}`))).toEqual(withoutPlaces(english));
    expect(withoutPlaces(tree(decomposed(`${viHead} { ${vi} }`)))).toEqual(withoutPlaces(english));
    expect(printDeclaration(english, "en")).toBe(`${enHead} {\n  ${canonical}\n}`);
  });
});

describe("every form of a declaration's head, in both languages", () => {
  it.each([
    ['use "a.bdg"', 'dùng "a.bdg"'],
    ['use "../a.bdg" as tinh', 'dùng "../a.bdg" là tinh'],
    ['body so "Sở"', 'cơ quan so "Sở"'],
    ['body phong "Phòng" in k.so', 'cơ quan phong "Phòng" thuộc k.so'],
    ["indicator x", "chỉ tiêu x"],
    ['plan plan "P"', 'kế hoạch plan "P"'],
    ["report 2024-Q1", "báo cáo 2024-Q1"],
    ['data "x.xlsx" sheet "2024" period 2024', 'dữ liệu "x.xlsx" trang "2024" kỳ 2024'],
    ['data "x.xlsx" sheet 2', 'dữ liệu "x.xlsx" trang 2'],
    ['data "x.csv" encoding "windows-1258"', 'dữ liệu "x.csv" bảng mã "windows-1258"'],
    ['data "x.csv" encoding "utf-8" period 2024', 'dữ liệu "x.csv" bảng mã "utf-8" kỳ 2024'],
  ])("%s | %s", (en, vi) => {
    const english = tree(en);
    expect(withoutPlaces(tree(vi))).toEqual(withoutPlaces(english));
    expect(printDeclaration(english, "en")).toBe(en);
    expect(printDeclaration(english, "vi")).toBe(vi);
  });
});
