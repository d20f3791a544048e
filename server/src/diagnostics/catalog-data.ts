import type { CatalogEntry } from "./message-template.ts";

/** Problems of tables that a plan takes values from. `{cell}` says where: `line 5, column 3`, `2024!C7`. */
export const dataProblems = {
  "data-file-missing": {
    severity: "error",
    en: "The table “{file}” is not there.",
    vi: "Không tìm thấy bảng số liệu “{file}”.",
  },
  "data-file-unreadable": {
    severity: "error",
    en: "The table “{file}” can't be read: {reason}.",
    vi: "Không đọc được bảng số liệu “{file}”: {reason}.",
  },
  "data-encoding-unknown": {
    severity: "error",
    en: "There is no encoding “{encoding}” here.{hint} Known are {encodings}.",
    vi: "Không có bảng mã “{encoding}”.{hint} Các bảng mã đọc được: {encodings}.",
  },
  "data-encoding-wrong": {
    severity: "error",
    en: "“{file}” can't be read as {encoding}{reason}.",
    vi: "Không đọc được “{file}” theo bảng mã {encoding}{reason}.",
  },
  "data-encoding-needless": {
    severity: "warning",
    en: "“{file}” is a workbook, which says by itself what it is written in: leave the encoding out.",
    vi: "“{file}” là bảng tính, tự ghi bảng mã của nó: hãy bỏ phần bảng mã.",
  },
  "data-sheet-missing": {
    severity: "error",
    en: "“{file}” has no sheet {sheet}. It has {sheets}.",
    vi: "“{file}” không có trang {sheet}. Tệp có {sheets}.",
  },
  "data-column-missing": {
    severity: "error",
    en: "The table has no column “{heading}”.{hint} Its headings: {headings}.",
    vi: "Bảng không có cột “{heading}”.{hint} Các tiêu đề cột: {headings}.",
  },
  "data-headings-missing": {
    severity: "error",
    en: "No column of “{file}” is known to hold {what}. Name it in braces: {example}",
    vi: "Không rõ cột nào của “{file}” ghi {what}. Hãy nêu cột đó trong ngoặc nhọn: {example}",
  },
  "data-heading-no-period": {
    severity: "error",
    en: "“{heading}” is no heading of one period's results, such as 2024, “Quý I/2024” or “Thực hiện năm 2024”.",
    vi: "“{heading}” không phải là tiêu đề cột kết quả của một kỳ, như 2024, “Quý I/2024” hoặc “Thực hiện năm 2024”.",
  },
  "data-unknown-indicator": {
    severity: "warning",
    en: "{cell}: there is no indicator “{text}”, so its row is not counted.{hint}",
    vi: "{cell}: không có chỉ tiêu “{text}” nên không tính dòng này.{hint}",
  },
  "data-unknown-category": {
    severity: "warning",
    en: "{cell}: there is no category “{text}”, so its row is not counted.{hint}",
    vi: "{cell}: không có loại “{text}” nên không tính dòng này.{hint}",
  },
  "data-period-unreadable": {
    severity: "error",
    en: "{cell}: “{text}” is no period such as 2024, Q1/2024 or 3/2024, so its row is not counted.",
    vi: "{cell}: “{text}” không phải là kỳ như 2024, Quý I/2024 hoặc 3/2024 nên không tính dòng này.",
  },
  "data-number-unreadable": {
    severity: "error",
    en: "{cell}: “{text}” is no number, so it is not counted.{hint}",
    vi: "{cell}: “{text}” không phải là số nên không được tính.{hint}",
  },
  "data-error-cell": {
    severity: "error",
    en: "{cell}: the cell holds the error {text}, so it is not counted.",
    vi: "{cell}: ô báo lỗi {text} nên không được tính.",
  },
  "data-formula-no-result": {
    severity: "error",
    en: "{cell}: the cell holds a formula that was never calculated, so it is not counted. Open the workbook in Excel or LibreOffice and save it.",
    vi: "{cell}: ô chứa công thức chưa được tính nên không tính ô này. Hãy mở tệp bằng Excel hoặc LibreOffice rồi lưu lại.",
  },
  "data-cell-twice": {
    severity: "error",
    en: "{cell}: the workbook holds this cell more than once, with different contents ({text}), so it is not counted. Open the workbook in Excel or LibreOffice, put in the right one and save it.",
    vi: "{cell}: ô này được ghi nhiều lần trong tệp với nội dung khác nhau ({text}) nên không được tính. Hãy mở tệp bằng Excel hoặc LibreOffice, sửa lại cho đúng rồi lưu.",
  },
  "data-row-ragged": {
    severity: "error",
    en: "{cell}: the row has {cells} cells under {headings} headings, so it is not counted. {hint}.",
    vi: "{cell}: dòng có {cells} ô dưới {headings} tiêu đề cột nên không tính dòng này. {hint}.",
  },
  "data-two-number-styles": {
    severity: "error",
    en: "Numbers are written in two ways, “{text}” ({cell}) and “{otherText}” ({other}): no value of the table is counted. Write all of them in one way.",
    vi: "Số được viết theo hai kiểu, “{text}” ({cell}) và “{otherText}” ({other}): không tính giá trị nào của bảng. Hãy viết thống nhất một kiểu.",
  },
  "data-number-unclear": {
    severity: "error",
    en: "{cell}: “{text}” may mean thousands or decimals, and no other number of the table says which: no value is counted. Write it without the sign, or with other decimals.",
    vi: "{cell}: “{text}” có thể là hàng nghìn hoặc số thập phân, và không số nào khác trong bảng cho biết: không tính giá trị nào. Hãy viết không có dấu, hoặc viết khác phần thập phân.",
  },
  "data-two-day-orders": {
    severity: "error",
    en: "{cell}: “{text}” can't be read, since the table writes days both as day/month and as month/day.",
    vi: "{cell}: không đọc được “{text}” vì bảng viết ngày theo cả hai thứ tự ngày/tháng và tháng/ngày.",
  },
  "data-csv-fault": {
    severity: "error",
    en: "{cell}: {reason}. The table is not read.",
    vi: "{cell}: {reason}. Bảng không được đọc.",
  },
  "data-read": {
    severity: "hint",
    en: "Values read from “{file}”: {count}{style}{days}{formulas}{estimates}.",
    vi: "Số giá trị đã đọc từ “{file}”: {count}{style}{days}{formulas}{estimates}.",
  },
  "data-more-problems": {
    severity: "warning",
    en: "Further problems in “{file}” that are not shown: {count}.",
    vi: "Số vấn đề khác trong “{file}” không hiển thị: {count}.",
  },
} as const satisfies Readonly<Record<string, CatalogEntry>>;
