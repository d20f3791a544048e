import { help, type KeywordHelp } from "./keyword-help-entry.ts";

const optional = "Optional.";
const khong = "Không bắt buộc.";

/** The keywords that begin a line of a block. */
export const statementHelp = {
  number: help(
    ["The number of the plan's document.", "Optional; blank if left out.", 'number "215/KH-SNV"'],
    ["Số của văn bản kế hoạch.", "Không bắt buộc; bỏ qua thì để trống.", 'số "215/KH-SNV"'],
  ),
  issued: help(
    [
      "When the plan was issued, as exactly as known.",
      "Optional; without it recurring targets run from the start of the period.",
      "issued 2022",
    ],
    [
      "Thời điểm ban hành, chính xác đến mức biết được.",
      "Không bắt buộc; nếu thiếu, mục tiêu định kỳ tính từ đầu giai đoạn.",
      "ban hành 2022",
    ],
  ),
  by: help(
    ["The issuing body.", optional, "by so_noi_vu"],
    ["Cơ quan ban hành kế hoạch.", khong, "cơ quan ban hành so_noi_vu"],
  ),
  period: help(
    [
      "Inside a plan: the years it is for. Inside `data`: the period of the whole table, or the column with the period.",
      "Optional; without it `every` needs `in`.",
      "period 2021..2030",
    ],
    [
      "Trong kế hoạch: giai đoạn thực hiện. Trong `dữ liệu`: kỳ của cả bảng, hoặc cột ghi kỳ (`kỳ`).",
      "Không bắt buộc; nếu thiếu, `mỗi …` phải có `trong`.",
      "giai đoạn 2021..2030",
    ],
  ),
  document: help(
    [
      "The signed text (.txt, .md, .docx); the path is relative to this file.",
      "Optional; without it clauses are not looked up. With `as` where there are several.",
      'document "plan.txt"',
    ],
    [
      "Văn bản đã ký (.txt, .md, .docx); đường dẫn tính từ tệp này.",
      "Không bắt buộc; nếu thiếu thì không tra được điều khoản. Có nhiều văn bản thì thêm `là`.",
      'văn bản "ke-hoach.txt"',
    ],
  ),
  basis: help(
    ["A legal basis of the plan.", "Optional; `dated` gives its date.", 'basis "28/NQ-CP" dated 3/3/2021'],
    [
      "Căn cứ pháp lý của kế hoạch.",
      "Không bắt buộc; `ngày` ghi ngày của văn bản.",
      'căn cứ "28/NQ-CP" ngày 3/3/2021',
    ],
  ),
  signed: help(
    ["Who signed: office and name.", optional, 'signed "Director" "Lê Minh Tuấn"'],
    ["Người ký: chức vụ và họ tên.", khong, 'ký "Giám đốc" "Lê Minh Tuấn"'],
  ),
  copies: help(["The recipients.", optional, 'copies "A", "B"'], ["Nơi nhận.", khong, 'nơi nhận "A", "B"']),
  implements: help(
    [
      "Inside a plan: the higher plan. Inside an indicator: the higher plan's indicator that it serves; its targets must not be weaker.",
      optional,
      "implements national.women_leaders",
    ],
    [
      "Trong kế hoạch: kế hoạch cấp trên. Trong chỉ tiêu: chỉ tiêu cấp trên mà nó thực hiện; mục tiêu không được thấp hơn.",
      khong,
      "thực hiện quoc_gia.lanh_dao_nu",
    ],
  ),
  aside: help(
    [
      "A commitment that this plan leaves to others, with the reason.",
      optional,
      'aside II.4 "left to another department"',
    ],
    [
      "Cam kết mà kế hoạch này để cơ quan khác theo dõi, kèm lý do.",
      khong,
      'không theo dõi II.4 "thuộc Sở khác"',
    ],
  ),
  note: help(
    ["Anything else worth saying.", optional, 'note "Counted at the end of the year."'],
    ["Điều cần ghi thêm.", khong, 'ghi chú "Tính đến cuối năm."'],
  ),
  yearEnds: help(
    [
      "The last day of the reporting year, 1 to 28 December. With 14/12 the year 2025 runs from 15 December 2024 to 14 December 2025.",
      "Optional; without it the calendar year.",
      "year ends 14/12",
    ],
    [
      "Ngày cuối của năm báo cáo, từ 1 đến 28 tháng 12. Với 14/12, năm 2025 tính từ 15/12/2024 đến 14/12/2025.",
      "Không bắt buộc; nếu thiếu thì theo năm dương lịch.",
      "năm báo cáo đến 14/12",
    ],
  ),
  whole: help(
    ["The unit has no fractions.", "Optional; without it fractions are allowed.", "whole"],
    [
      "Đơn vị chỉ nhận số nguyên.",
      "Không bắt buộc; nếu thiếu thì được dùng số có phần thập phân.",
      "số nguyên",
    ],
  ),
  range: help(
    ["The values that are possible in the unit.", "Optional; without it any.", "range 0..100"],
    [
      "Các giá trị có thể có của đơn vị.",
      "Không bắt buộc; nếu thiếu thì giá trị nào cũng được.",
      "miền 0..100",
    ],
  ),
  scale: help(
    [
      "A multiple of another unit; the two convert.",
      "Optional; without it a unit of its own.",
      "scale 1000 trieu_dong",
    ],
    [
      "Là bội của một đơn vị khác; hai đơn vị quy đổi cho nhau.",
      "Không bắt buộc; nếu thiếu thì là đơn vị riêng.",
      "bằng 1000 trieu_dong",
    ],
  ),
  decimals: help(
    ["How many decimals are shown.", "Optional; without it as many as needed.", "decimals 1"],
    [
      "Số chữ số thập phân được hiện.",
      "Không bắt buộc; nếu thiếu thì hiện đủ như cần.",
      "chữ số thập phân 1",
    ],
  ),
  aggregate: help(
    [
      "How several values in one period make one: `latest`, `sum`, `mean`, `min`, `max`.",
      "Optional; without it `latest`, or what the unit says.",
      "aggregate sum",
    ],
    [
      "Cách gộp nhiều giá trị trong một kỳ: `mới nhất`, `tổng`, `trung bình`, `nhỏ nhất`, `lớn nhất`.",
      "Không bắt buộc; nếu thiếu thì lấy mới nhất, hoặc theo đơn vị tính.",
      "gộp tổng",
    ],
  ),
  clause: help(
    [
      "Where the plan says it. The quoted words must occur in that clause, so that an amended document is noticed.",
      "Optional; several with commas, in another document with `in`.",
      'clause II.1-1 "đến năm 2025 đạt 60%"',
    ],
    [
      "Chỗ nêu trong văn bản. Các từ trong ngoặc kép phải có trong điều khoản đó, nhờ vậy biết được khi văn bản thay đổi.",
      "Không bắt buộc; nhiều điều khoản cách nhau bằng dấu phẩy, văn bản khác ghi sau `trong`.",
      'điều khoản II.1-1 "đến năm 2025 đạt 60%"',
    ],
  ),
  baseline: help(
    [
      "Where the indicator started; in a target, the value that it is relative to.",
      "Optional; `reach` takes its direction from it.",
      "baseline 2021 = 45%",
    ],
    [
      "Giá trị xuất phát của chỉ tiêu; trong mục tiêu, giá trị để so.",
      "Không bắt buộc; `đạt` dựa vào đó để biết tăng hay giảm.",
      "kỳ gốc 2021 = 45%",
    ],
  ),
  target: help(
    [
      "What is promised: a period, a range, `every` or `total`, then a comparator and a value.",
      "Optional; without targets nothing is judged.",
      "target 2025 >= 60%",
    ],
    [
      "Điều cam kết: một kỳ, một khoảng, `mỗi …` hoặc `lũy kế`, rồi cách so sánh và giá trị.",
      "Không bắt buộc; không có mục tiêu thì không đánh giá.",
      "mục tiêu 2025 ít nhất 60%",
    ],
  ),
  measured: help(
    [
      "A value and where it comes from.",
      "Optional; values may also stand in a `report`.",
      'measured 2024 = 11 of 20 "Report 231/BC-SNV"',
    ],
    [
      "Một giá trị và nguồn của nó.",
      "Không bắt buộc; giá trị cũng có thể ghi trong `báo cáo`.",
      'kết quả 2024 = 11 trên 20 "Báo cáo số 231/BC-SNV"',
    ],
  ),
  formula: help(
    [
      "Computed from other indicators, period by period: `+ - * /`, parentheses, numbers.",
      optional,
      "formula = women / all",
    ],
    ["Tính từ các chỉ tiêu khác theo từng kỳ: `+ - * /`, ngoặc đơn, số.", khong, "công thức = nu / tong_so"],
  ),
  lead: help(
    ["Who answers for it.", optional, "lead phong_ccvc"],
    ["Cơ quan chịu trách nhiệm chính.", khong, "chủ trì phong_ccvc"],
  ),
  with: help(
    ["Who takes part.", optional, "with van_phong, cong_doan"],
    ["Cơ quan tham gia.", khong, "phối hợp van_phong, cong_doan"],
  ),
  path: help(
    [
      "Whether progress between milestones is judged: `path linear` or `path none`.",
      "Optional; without it `linear`.",
      "path linear",
    ],
    [
      "Có xét tiến độ giữa các mốc hay không: `lộ trình thẳng` hoặc `không xét lộ trình`.",
      "Không bắt buộc; nếu thiếu thì là lộ trình thẳng.",
      "lộ trình thẳng",
    ],
  ),
  pathNone: help(
    [
      "Progress between milestones is not judged. Suits what moves only at an election or a survey.",
      "Optional; without it the path is linear.",
      "path none",
    ],
    [
      "Không xét tiến độ giữa các mốc. Hợp với nội dung chỉ thay đổi khi bầu cử hoặc điều tra.",
      "Không bắt buộc; nếu thiếu thì lộ trình là đường thẳng.",
      "không xét lộ trình",
    ],
  ),
  onTrackFrom: help(
    [
      "The share of the path from which the indicator is on track.",
      "Optional; without it 95%.",
      "on track from 95%",
    ],
    [
      "Phần quãng đường từ đó trở lên là đúng tiến độ.",
      "Không bắt buộc; nếu thiếu là 95%.",
      "đúng tiến độ từ 95%",
    ],
  ),
  offTrackBelow: help(
    [
      "The share of the path below which the indicator is off track.",
      "Optional; without it 80%.",
      "off track below 80%",
    ],
    [
      "Phần quãng đường mà dưới đó là chậm tiến độ.",
      "Không bắt buộc; nếu thiếu là 80%.",
      "chậm tiến độ dưới 80%",
    ],
  ),
  explain: help(
    [
      "Why a period was missed or has no value. The verdict stays, the warning becomes an information.",
      optional,
      'explain 2023 "The site was closed for repairs"',
    ],
    [
      "Vì sao một kỳ không đạt hoặc không có số liệu. Kết luận giữ nguyên, cảnh báo chuyển thành thông tin.",
      khong,
      'giải trình 2023 "Trang thông tin tạm dừng"',
    ],
  ),
  due: help(
    ["When a task must be done.", "Optional; without it once, at any time.", "due every year"],
    [
      "Khi nào nhiệm vụ phải hoàn thành.",
      "Không bắt buộc; nếu thiếu thì một lần, lúc nào cũng được.",
      "hạn mỗi năm",
    ],
  ),
  done: help(
    [
      "When a task was done, and what shows it.",
      "Optional; without it the task is not done.",
      'done 2022 "Work plan 2022"',
    ],
    [
      "Khi nào nhiệm vụ đã hoàn thành, và bằng chứng.",
      "Không bắt buộc; nếu thiếu thì coi là chưa hoàn thành.",
      'hoàn thành 2022 "Kế hoạch công tác năm 2022"',
    ],
  ),
  serves: help(
    ["The indicators that a task contributes to.", optional, "serves women_led_units"],
    ["Các chỉ tiêu mà nhiệm vụ góp phần thực hiện.", khong, "phục vụ lanh_dao_nu"],
  ),
  value: help(
    ["Inside `data`: the column with the value.", optional, 'value "Kết quả"'],
    ["Trong `dữ liệu`: cột ghi giá trị.", khong, 'giá trị "Kết quả"'],
  ),
  category: help(
    ["Inside `data`: the column with the category.", optional, 'category "Loại"'],
    ["Trong `dữ liệu`: cột ghi loại của phân tổ.", khong, 'loại "Loại"'],
  ),
  evidence: help(
    ["Inside `data`: the column with the evidence.", optional, 'evidence "Nguồn"'],
    ["Trong `dữ liệu`: cột ghi nguồn.", khong, 'nguồn "Nguồn"'],
  ),
  periods: help(
    [
      "Inside `data`: the columns of a wide table, one a period, instead of `period` and `value`.",
      optional,
      'periods "2022", "2023"',
    ],
    [
      "Trong `dữ liệu`: các cột của bảng ngang, mỗi kỳ một cột, thay cho `kỳ` và `giá trị`.",
      khong,
      'các kỳ "2022", "2023"',
    ],
  ),
} as const satisfies Readonly<Record<string, KeywordHelp>>;
