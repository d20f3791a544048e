import type { DeclarationKeyword } from "../syntax/keywords.ts";
import { help, type KeywordHelp } from "./keyword-help-entry.ts";

/** The keywords that begin a declaration; some begin a statement too, and say both. */
export const declarationHelp: Readonly<Record<DeclarationKeyword, KeywordHelp>> = {
  use: help(
    [
      "Makes the names of another .bdg file visible here; the path is relative to this file. What that file itself uses is not passed on.",
      "Optional; with `as` its names have a prefix.",
      'use "../national/strategy.bdg" as national',
    ],
    [
      "Cho phép dùng các tên của một tệp .bdg khác; đường dẫn tính từ tệp này. Những gì tệp đó lại dùng thì không truyền sang.",
      "Không bắt buộc; có `là` thì các tên mang tiền tố.",
      'dùng "../quoc-gia/chien-luoc.bdg" là quoc_gia',
    ],
  ),
  plan: help(
    [
      "The plan: its number, date, issuer, period, documents, legal bases, signature, recipients.",
      "One in a file; everything inside is optional.",
      'plan snv_2022 "Plan on gender equality" { period 2021..2030 }',
    ],
    [
      "Kế hoạch: số, ngày, cơ quan ban hành, giai đoạn, văn bản, căn cứ, người ký, nơi nhận.",
      "Mỗi tệp một kế hoạch; mọi dòng bên trong đều không bắt buộc.",
      'kế hoạch snv_2022 "Kế hoạch bình đẳng giới" { giai đoạn 2021..2030 }',
    ],
  ),
  unit: help(
    [
      "Declares a unit of measurement. Inside an indicator: the unit of every value written without one.",
      "An indicator with targets needs a unit from somewhere. Always there: `percent`, `point`, `ratio`, `count`, `person`, `vnd`.",
      'unit activity "hoạt động" { whole; aggregate sum }',
    ],
    [
      "Khai báo đơn vị tính. Trong chỉ tiêu: đơn vị của mọi giá trị không ghi đơn vị.",
      "Chỉ tiêu có mục tiêu thì cần đơn vị tính. Luôn có sẵn: `percent`, `point`, `ratio`, `count`, `person`, `vnd`.",
      'đơn vị tính hoat_dong "hoạt động" { số nguyên; gộp tổng }',
    ],
  ),
  body: help(
    [
      "An organisation that leads or takes part; `in` names the one it belongs to.",
      "`in` is optional.",
      'body phong_ccvc "Phòng Công chức, viên chức" in so_noi_vu',
    ],
    [
      "Cơ quan, đơn vị chủ trì hoặc phối hợp; `thuộc` nêu cơ quan cấp trên.",
      "`thuộc` không bắt buộc.",
      'cơ quan phong_ccvc "Phòng Công chức, viên chức" thuộc so_noi_vu',
    ],
  ),
  dimension: help(
    [
      "A breakdown and its categories, which are used after `for`.",
      "Optional.",
      'dimension sex "Giới tính" { female "Nữ"  male "Nam" }',
    ],
    [
      "Một cách phân tổ và các loại của nó; dùng sau `đối với`.",
      "Không bắt buộc.",
      'phân tổ gioi_tinh "Giới tính" { nu "Nữ"  nam "Nam" }',
    ],
  ),
  indicator: help(
    [
      "Something measured, with targets. Inside `data`: the column with the indicator's name.",
      "Every statement inside is optional, but a target needs a unit.",
      'indicator awareness "Awareness activities" { unit count; target every year >= 1 }',
    ],
    [
      "Nội dung được đo, có mục tiêu. Trong `dữ liệu`: cột ghi tên chỉ tiêu.",
      "Mọi dòng bên trong đều không bắt buộc, nhưng mục tiêu cần có đơn vị tính.",
      'chỉ tiêu tuyen_truyen "Hoạt động tuyên truyền" { đơn vị tính count; mục tiêu mỗi năm ít nhất 1 }',
    ],
  ),
  task: help(
    [
      "Something to be done.",
      "Every statement inside is optional; without `due` it is done once, at any time.",
      'task mainstreaming "Gender in the work plan" { due every year }',
    ],
    [
      "Việc phải làm.",
      "Mọi dòng bên trong đều không bắt buộc; không có `hạn` thì làm một lần, lúc nào cũng được.",
      'nhiệm vụ long_ghep "Lồng ghép giới trong kế hoạch công tác" { hạn mỗi năm }',
    ],
  ),
  report: help(
    [
      "Measured values of one period from one source. Each line is `NAME = VALUE`.",
      "The text in quotes is the evidence of every line that has none of its own.",
      'report 2024 "Report 231/BC-SNV" { women_led_units = 11 of 20 }',
    ],
    [
      "Kết quả của một kỳ từ một nguồn. Mỗi dòng là `TÊN = GIÁ TRỊ`.",
      "Phần trong ngoặc kép là nguồn của mọi dòng không ghi nguồn riêng.",
      'báo cáo 2024 "Báo cáo số 231/BC-SNV" { lanh_dao_nu = 11 trên 20 }',
    ],
  ),
  data: help(
    [
      "Measured values in a CSV or XLSX file. The block says which column holds what, by its heading.",
      "Without the block the usual headings are looked for.",
      'data "ket-qua.xlsx" sheet "2024" { indicator "Mã"  value "Kết quả" }',
    ],
    [
      "Kết quả trong một tệp CSV hoặc XLSX. Khối này cho biết cột nào ghi gì, theo tiêu đề cột.",
      "Không có khối thì tìm theo các tiêu đề thường dùng.",
      'dữ liệu "ket-qua.xlsx" trang "2024" { chỉ tiêu "Mã"  giá trị "Kết quả" }',
    ],
  ),
};
