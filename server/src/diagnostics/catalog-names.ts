import type { CatalogEntry } from "./message-template.ts";

/** Problems of names, units, periods and files that belong together. */
export const nameProblems = {
  "unknown-name": {
    severity: "error",
    en: "There is no {kind} called “{name}” here.{hint}",
    vi: "Ở đây không có {kind} nào tên “{name}”.{hint}",
  },
  "wrong-kind": {
    severity: "error",
    en: "“{name}” is {actual}, but {expected} is needed here.",
    vi: "“{name}” là {actual}, nhưng ở đây cần {expected}.",
  },
  "duplicate-name": {
    severity: "error",
    en: "The name “{name}” is declared twice in this file. Give one of them another name.",
    vi: "Tên “{name}” được khai báo hai lần trong tệp này. Hãy đổi một trong hai tên.",
  },
  "built-in-name": {
    severity: "error",
    en: "“{name}” is a unit that is always there; give your own unit another name.",
    vi: "“{name}” là đơn vị tính có sẵn; hãy đặt tên khác cho đơn vị của bạn.",
  },
  "ambiguous-name": {
    severity: "error",
    en: "“{name}” is a category of several dimensions. Write which one is meant: {choices}.",
    vi: "“{name}” thuộc nhiều phân tổ. Hãy viết rõ: {choices}.",
  },
  "look-alike-name": {
    severity: "warning",
    en: "“{name}” looks like “{other}” but is written with other letters.",
    vi: "“{name}” trông giống “{other}” nhưng được viết bằng các chữ cái khác.",
  },
  "use-not-found": {
    severity: "error",
    en: "The file “{file}” is not among the .bdg files of this folder.{hint}",
    vi: "Không có tệp “{file}” trong số các tệp .bdg của thư mục này.{hint}",
  },
  "use-collision": {
    severity: "error",
    en: '“{name}” is declared both in “{file}” and in “{other}”. Give one of the files {prefix}: use "{file}" as …',
    vi: '“{name}” được khai báo cả trong “{file}” và “{other}”. Hãy đặt {prefix} cho một tệp: dùng "{file}" là …',
  },
  "use-cycle": {
    severity: "error",
    en: "These files use each other in a circle: {files}.",
    vi: "Các tệp này dùng lẫn nhau thành vòng: {files}.",
  },
  "use-too-far": {
    severity: "error",
    en: "This leads to more than {files} files, or over more than {steps} steps; what lies beyond is not followed. Use the files that are needed directly.",
    vi: "Từ đây dẫn đến hơn {files} tệp, hoặc qua hơn {steps} bước; phần xa hơn không được xét. Hãy dùng thẳng các tệp cần thiết.",
  },
  "outside-root": {
    severity: "error",
    en: "“{file}” is outside the folder that is open, so it is not read.",
    vi: "“{file}” nằm ngoài thư mục đang mở nên không được đọc.",
  },
  "path-not-allowed": {
    severity: "error",
    en: "“{file}” is no path that can be used here: {advice}.",
    vi: "Không dùng được đường dẫn “{file}”: {advice}.",
  },
  "file-unreadable": {
    severity: "error",
    en: "This file is not checked: {reason}.",
    vi: "Tệp này không được kiểm tra: {reason}.",
  },
  "file-too-large": {
    severity: "error",
    en: "This file has {size}; only files up to {limit} are checked. Split it into several files.",
    vi: "Tệp này có {size}; chỉ kiểm tra tệp không quá {limit}. Hãy chia thành nhiều tệp.",
  },
  "line-too-long": {
    severity: "error",
    en: "This line is longer than {limit} characters; the declaration is not read.",
    vi: "Dòng này dài hơn {limit} ký tự; khai báo này không được đọc.",
  },
  "too-many-problems": {
    severity: "information",
    en: "Further problems of this file that are not shown: {count}.",
    vi: "Còn {count} vấn đề khác của tệp này không được hiển thị.",
  },
  "formula-cycle": {
    severity: "error",
    en: "This formula needs its own result: {names}.",
    vi: "Công thức này cần đến kết quả của chính nó: {names}.",
  },
  "implements-cycle": {
    severity: "error",
    en: "These serve each other in a circle: {names}.",
    vi: "Các mục này thực hiện lẫn nhau thành vòng: {names}.",
  },
  "body-cycle": {
    severity: "error",
    en: "These bodies belong to each other in a circle: {names}.",
    vi: "Các cơ quan này thuộc về nhau thành vòng: {names}.",
  },
  "unit-cycle": {
    severity: "error",
    en: "These units are scaled from each other in a circle: {names}.",
    vi: "Các đơn vị tính này quy đổi lẫn nhau thành vòng: {names}.",
  },
  "chain-too-long": {
    severity: "error",
    en: "{what} leads over more than {limit} others, one after another, so it does not count. Name what it needs more directly.",
    vi: "{what} dẫn qua hơn {limit} khai báo khác nối tiếp nhau nên không được tính. Hãy dẫn thẳng hơn đến nội dung cần dùng.",
  },
  "decimals-invalid": {
    severity: "error",
    en: "The decimals shown are a whole number from 0 to {limit}.",
    vi: "Số chữ số thập phân là một số nguyên từ 0 đến {limit}.",
  },
  "scale-invalid": {
    severity: "error",
    en: "A unit is a multiple of another one by more than 0, such as 1000.",
    vi: "Hệ số quy đổi từ đơn vị tính khác phải lớn hơn 0, chẳng hạn 1000.",
  },
  "missing-unit": {
    severity: "error",
    en: "“{name}” has no unit. Add a line such as: unit percent",
    vi: "“{name}” chưa có đơn vị tính. Hãy thêm một dòng như: đơn vị tính percent",
  },
  "unit-mismatch": {
    severity: "error",
    en: "{found} does not fit here: “{name}” is measured in {unit}.",
    vi: "{found} không phù hợp: “{name}” được tính bằng {unit}.",
  },
  "percentage-times-hundred": {
    severity: "warning",
    en: "A quotient is in {unit} already: 1 / 4 is {example}. Leave the {factor} out.",
    vi: "Phép chia đã cho kết quả theo {unit}: 1 / 4 là {example}. Hãy bỏ số {factor}.",
  },
  "share-of-zero": {
    severity: "error",
    en: "A share of 0 has no value.",
    vi: "Không tính được tỷ lệ trên 0.",
  },
  "out-of-range": {
    severity: "error",
    en: "{value} is not possible: {unit} goes from {min} to {max}. The value does not count.",
    vi: "Không thể có giá trị {value}: {unit} chỉ từ {min} đến {max}. Giá trị này không được tính.",
  },
  "fraction-of-whole": {
    severity: "error",
    en: "{value} is a fraction, but {unit} is counted in whole numbers. The value does not count.",
    vi: "{value} có phần thập phân, nhưng {unit} phải là số nguyên. Giá trị này không được tính.",
  },
  "thousands-or-decimal": {
    severity: "error",
    en: "“{text}” is read with decimals, as {decimal}. If {thousands} is meant, write {thousands}.",
    vi: "“{text}” được hiểu là số thập phân, bằng {decimal}. Nếu là {thousands} thì hãy viết {thousands}.",
  },
  "baseline-after-target": {
    severity: "error",
    en: "The baseline ({baseline}) must come before the target ({target}).",
    vi: "Kỳ gốc ({baseline}) phải trước mục tiêu ({target}).",
  },
  "impossible-target": {
    severity: "error",
    en: "No value can meet this target: {reason}.",
    vi: "Không có giá trị nào đạt được mục tiêu này: {reason}.",
  },
  "target-outside-plan": {
    severity: "warning",
    en: "{target} is outside the plan's period {period}.",
    vi: "{target} nằm ngoài giai đoạn {period} của kế hoạch.",
  },
  "period-mixed-lengths": {
    severity: "error",
    en: "A range goes from one period to another of the same length: {from} and {to} differ.",
    vi: "Khoảng thời gian phải gồm hai kỳ cùng độ dài: {from} và {to} khác nhau.",
  },
  "period-backwards": {
    severity: "error",
    en: "{from} comes after {to}. Write the smaller or earlier one first.",
    vi: "{from} sau {to}. Hãy viết số nhỏ hơn hoặc kỳ sớm hơn trước.",
  },
  "too-many-periods": {
    severity: "error",
    en: "This stands for {count} periods; at most {limit} are judged.",
    vi: "Nội dung này ứng với {count} kỳ; chỉ đánh giá tối đa {limit} kỳ.",
  },
  "no-period-to-judge": {
    severity: "error",
    en: "There is no period to judge here: {reason}.",
    vi: "Ở đây không có kỳ nào để đánh giá: {reason}.",
  },
  "issued-after-period": {
    severity: "warning",
    en: "The plan was issued {issued}, when its period {period} was over. Check the two.",
    vi: "Kế hoạch ban hành {issued}, khi giai đoạn {period} đã kết thúc. Hãy kiểm tra lại.",
  },
  "every-needs-range": {
    severity: "error",
    en: "There is no plan period here, so say for which years: “every … in 2022..2025”.",
    vi: "Ở đây không có giai đoạn của kế hoạch, nên cần nêu rõ các năm: “hằng … trong 2022..2025”.",
  },
  "open-range-needs-plan": {
    severity: "error",
    en: "There is no plan period here, so say where the range ends: “{from}..2030”.",
    vi: "Ở đây không có giai đoạn của kế hoạch, nên cần nêu rõ kỳ cuối: “{from}..2030”.",
  },
  "several-plans": {
    severity: "error",
    en: "A file holds one plan; this is the second. Put it into a file of its own.",
    vi: "Mỗi tệp chỉ có một kế hoạch; đây là kế hoạch thứ hai. Hãy đưa vào tệp riêng.",
  },
  "year-ends-invalid": {
    severity: "error",
    en: "A reporting year ends on a day from 1 to 28 December, such as 14/12.",
    vi: "Năm báo cáo kết thúc vào một ngày từ 1 đến 28 tháng 12, chẳng hạn 14/12.",
  },
  "duplicate-statement": {
    severity: "error",
    en: "“{keyword}” is already said above; only the first counts.",
    vi: "“{keyword}” đã được nêu ở trên; chỉ tính dòng đầu.",
  },
  "commented-value": {
    severity: "information",
    en: "This line begins with #, so it is only a comment: {value} of “{name}” does not count. Take the # away.",
    vi: "Dòng này bắt đầu bằng # nên chỉ là chú thích: {value} của “{name}” chưa được tính. Hãy bỏ dấu #.",
  },
  "edge-invalid": {
    severity: "error",
    en: "This edge can't be used: {reason}.",
    vi: "Không dùng được ngưỡng này: {reason}.",
  },
  "unused-ignore": {
    severity: "information",
    en: "Nothing is silenced here: the line below has no “{code}”.",
    vi: "Không có gì được bỏ qua ở đây: dòng dưới không có “{code}”.",
  },
  "ignore-without-reason": {
    severity: "warning",
    en: "Say why: # bdg-ignore {code}: the reason",
    vi: "Hãy nêu lý do: # bdg-ignore {code}: lý do",
  },
} as const satisfies Readonly<Record<string, CatalogEntry>>;
