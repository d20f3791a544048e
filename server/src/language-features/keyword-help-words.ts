import { help, type KeywordHelp } from "./keyword-help-entry.ts";

/** The small words inside a statement. */
export const wordHelp = {
  as: help(
    [
      "Gives a prefix to the names of a used file, or a name to a document.",
      "",
      'use "strategy.bdg" as national',
    ],
    [
      "Đặt tiền tố cho các tên của tệp được dùng, hoặc đặt tên cho văn bản.",
      "",
      'dùng "chien-luoc.bdg" là quoc_gia',
    ],
  ),
  in: help(
    [
      "After a clause: the document it is in. After a body: the one it belongs to. After `every …`: the range.",
      "",
      "target every year in 2023..2025 >= 1",
    ],
    [
      "Sau điều khoản: văn bản chứa nó. Sau cơ quan (`thuộc`): cơ quan cấp trên. Sau `mỗi …`: khoảng thời gian.",
      "",
      "mục tiêu mỗi năm trong 2023..2025 ít nhất 1",
    ],
  ),
  dated: help(
    ["The date of a legal basis.", "", 'basis "28/NQ-CP" dated 3/3/2021'],
    ["Ngày của văn bản căn cứ.", "", 'căn cứ "28/NQ-CP" ngày 3/3/2021'],
  ),
  latest: help(
    ["Of several values in a period the latest counts.", "", "aggregate latest"],
    ["Trong một kỳ lấy giá trị mới nhất.", "", "gộp mới nhất"],
  ),
  sum: help(
    ["The values of a period are summed.", "", "aggregate sum"],
    ["Cộng các giá trị trong kỳ.", "", "gộp tổng"],
  ),
  mean: help(
    ["The mean of a period's values counts.", "", "aggregate mean"],
    ["Lấy trung bình các giá trị trong kỳ.", "", "gộp trung bình"],
  ),
  min: help(
    ["The least of a period's values counts.", "", "aggregate min"],
    ["Lấy giá trị nhỏ nhất trong kỳ.", "", "gộp nhỏ nhất"],
  ),
  max: help(
    ["The greatest of a period's values counts.", "", "aggregate max"],
    ["Lấy giá trị lớn nhất trong kỳ.", "", "gộp lớn nhất"],
  ),
  total: help(
    ["Summed over the whole range and judged once, at its end.", "", "target total 2021..2025 >= 1000"],
    [
      "Cộng dồn cả khoảng thời gian, đánh giá một lần ở cuối khoảng.",
      "",
      "mục tiêu lũy kế 2021..2025 ít nhất 1000",
    ],
  ),
  every: help(
    [
      "Judged in every `year`, `half`, `quarter` or `month` of the plan's period, or of the range after `in`.",
      "",
      "target every month >= 1",
    ],
    [
      "Đánh giá từng `năm`, `sáu tháng`, `quý` hoặc `tháng` của giai đoạn kế hoạch, hoặc của khoảng sau `trong`.",
      "",
      "mục tiêu hằng tháng ít nhất 1",
    ],
  ),
  year: help(["Every year.", "", "target every year >= 1"], ["Từng năm.", "", "mục tiêu hằng năm ít nhất 1"]),
  half: help(
    ["Every half-year.", "", "target every half >= 1"],
    ["Từng sáu tháng.", "", "mục tiêu hằng sáu tháng ít nhất 1"],
  ),
  quarter: help(
    ["Every quarter.", "", "target every quarter >= 4"],
    ["Từng quý.", "", "mục tiêu hằng quý ít nhất 4"],
  ),
  month: help(
    ["Every month.", "", "target every month >= 1"],
    ["Từng tháng.", "", "mục tiêu hằng tháng ít nhất 1"],
  ),
  for: help(
    ["For one category of a dimension.", "", "target 2025 for female >= 50%"],
    ["Riêng cho một loại của phân tổ.", "", "mục tiêu 2025 đối với nu ít nhất 50%"],
  ),
  linear: help(
    ["Progress is judged along straight lines between the milestones.", "", "path linear"],
    ["Tiến độ xét theo đường thẳng giữa các mốc.", "", "lộ trình thẳng"],
  ),
  reach: help(
    ["At most the value if the baseline is above it, else at least the value.", "", "target 2025 reach 60%"],
    [
      "Không quá giá trị này nếu kỳ gốc cao hơn, nếu không thì ít nhất bằng giá trị này.",
      "",
      "mục tiêu 2025 đạt 60%",
    ],
  ),
  atLeast: help(
    ["That much or more; the same as `>=`.", "", "target 2025 at least 60%"],
    ["Bằng hoặc hơn; như `>=`.", "", "mục tiêu 2025 ít nhất 60%"],
  ),
  atMost: help(
    ["That much or less; the same as `<=`.", "", "target 2025 at most 5%"],
    ["Bằng hoặc kém; như `<=`.", "", "mục tiêu 2025 không quá 5%"],
  ),
  above: help(
    ["More than that; the same as `>`.", "", "target 2025 above 60%"],
    ["Hơn mức đó; như `>`.", "", "mục tiêu 2025 trên 60%"],
  ),
  below: help(
    ["Less than that; the same as `<`.", "", "target 2025 below 5%"],
    ["Kém mức đó; như `<`.", "", "mục tiêu 2025 dưới 5%"],
  ),
  orMore: help(
    ["Behind a value: that much or more, as with `at least`.", "", "target 2025 reach 60% or more"],
    ["Sau một giá trị: bằng hoặc hơn, như `ít nhất`.", "", "mục tiêu 2025 đạt từ 60% trở lên"],
  ),
  orLess: help(
    ["Behind a value: that much or less, as with `at most`.", "", "target 2025 reach 5% or less"],
    ["Sau một giá trị: bằng hoặc kém, như `không quá`.", "", "mục tiêu 2025 đạt từ 5% trở xuống"],
  ),
  between: help(
    ["From the one value to the other, both included.", "", "target 2025 between 17 and 19"],
    ["Từ giá trị này đến giá trị kia, kể cả hai đầu.", "", "mục tiêu 2025 từ 17 đến 19"],
  ),
  and: help(
    ["Between the two values of `between`.", "", "target 2025 between 17 and 19"],
    ["Đứng giữa hai giá trị của `từ … đến …`.", "", "mục tiêu 2025 từ 17 đến 19"],
  ),
  about: help(
    [
      "Near that value; `within` says how near, else a fiftieth of it either way.",
      "",
      "target 2025 about 60% within 2%",
    ],
    [
      "Gần mức đó; `sai số` ghi gần bao nhiêu, nếu thiếu là một phần năm mươi về mỗi phía.",
      "",
      "mục tiêu 2025 khoảng 60% sai số 2%",
    ],
  ),
  within: help(
    ["How far from the value of `about` is near enough.", "", "target 2025 about 60% within 2%"],
    ["Được lệch bao nhiêu so với giá trị sau `khoảng`.", "", "mục tiêu 2025 khoảng 60% sai số 2%"],
  ),
  of: help(
    ["A share: `11 of 20` is 55 in percent and keeps its two counts.", "", "measured 2024 = 11 of 20"],
    ["Một phần của tổng: `11 trên 20` là 55% và giữ cả hai số đếm.", "", "kết quả 2024 = 11 trên 20"],
  ),
  aboveOrOf: help(
    [
      "After a period: above that value (`>`). Inside a value: a share, `11 trên 20`.",
      "",
      "mục tiêu 2025 trên 60%",
    ],
    [
      "Sau một kỳ: hơn mức đó (`>`). Trong một giá trị: một phần của tổng, `11 trên 20`.",
      "",
      "mục tiêu 2025 trên 60%",
    ],
  ),
  sheet: help(
    ["The sheet of an XLSX file.", "Optional; without it the first.", 'data "ket-qua.xlsx" sheet "2024"'],
    [
      "Trang tính của tệp XLSX.",
      "Không bắt buộc; nếu thiếu thì lấy trang đầu.",
      'dữ liệu "ket-qua.xlsx" trang "2024"',
    ],
  ),
  encoding: help(
    [
      "What the letters of a CSV file are written in: `windows-1258` in old Vietnamese office software.",
      "Optional; without it UTF-8, or UTF-16 with its byte-order mark.",
      'data "ket-qua.csv" encoding "windows-1258"',
    ],
    [
      "Bảng mã của chữ trong tệp CSV: `windows-1258` ở phần mềm văn phòng tiếng Việt đời cũ.",
      "Không bắt buộc; nếu thiếu thì là UTF-8, hoặc UTF-16 có dấu thứ tự byte.",
      'dữ liệu "ket-qua.csv" bảng mã "windows-1258"',
    ],
  ),
} as const satisfies Readonly<Record<string, KeywordHelp>>;
