import type { CatalogEntry } from "./message-template.ts";

/**
 * What the judgement says. `{value}`, `{condition}` and the like are written out in the reader's language; `{clause}`
 * is empty or the addresses in parentheses with a space before them.
 */
export const judgementProblems = {
  "target-missed": {
    severity: "warning",
    en: "{finding}; the plan says {condition}{clause}{gap}.{explanation}",
    vi: "{finding}, kế hoạch yêu cầu {condition}{clause}{gap}.{explanation}",
  },
  "target-no-data": {
    severity: "warning",
    en: "No value{category} for {periods}, due since {since}; the plan says {condition}{clause}. {latest}{explanation}",
    vi: "Chưa có số liệu{category} của {periods}, đến hạn từ {since}; kế hoạch yêu cầu {condition}{clause}. {latest}{explanation}",
  },
  "target-off-track": {
    severity: "warning",
    en: "{value} is behind its path{clause}: {expected} on {date}{covered}. {needed}.",
    vi: "{value}, chậm so với lộ trình{clause}: ngày {date} cần ở mức {expected}{covered}. {needed}.",
  },
  "target-at-risk": {
    severity: "information",
    en: "{value} is a little behind its path{clause}: {expected} on {date}{covered}. {needed}.",
    vi: "{value}, có nguy cơ chậm so với lộ trình{clause}: ngày {date} cần ở mức {expected}{covered}. {needed}.",
  },
  "task-overdue": {
    severity: "warning",
    en: "Overdue: nothing says that this was done for {periods}{clause}.{explanation}",
    vi: "Quá hạn: chưa ghi nhận hoàn thành cho {periods}{clause}.{explanation}",
  },
  "target-weaker-than-parent": {
    severity: "warning",
    en: "The higher plan asks for more, or sooner: {asked}, in “{parent}” of “{plan}”.",
    vi: "Kế hoạch cấp trên yêu cầu cao hơn hoặc sớm hơn: {asked}, tại chỉ tiêu “{parent}” của “{plan}”.",
  },
  "target-missing-for-parent": {
    severity: "warning",
    en: "There is no target here for what the higher plan asks: {asked}, in “{parent}” of “{plan}”.",
    vi: "Chưa có mục tiêu ứng với yêu cầu của kế hoạch cấp trên: {asked}, tại chỉ tiêu “{parent}” của “{plan}”.",
  },
  "parent-unit-differs": {
    severity: "hint",
    en: "Measured in “{unit}”, while “{parent}” of the higher plan is in “{parentUnit}”: the targets were not compared.",
    vi: "Đơn vị tính ở đây là “{unit}”, còn chỉ tiêu cấp trên “{parent}” tính bằng “{parentUnit}”: chưa so sánh được các mục tiêu.",
  },
  "assumed-aggregate": {
    severity: "hint",
    en: "{count} values lie in one period ({periods}) and nothing says how they make one: the latest was taken. If that is not meant, write “aggregate sum”.",
    vi: "Có {count} giá trị trong cùng một kỳ ({periods}) mà không ghi cách gộp: đang lấy giá trị mới nhất. Nếu không phải vậy, hãy ghi “gộp tổng”.",
  },
  "refused-aggregate": {
    severity: "error",
    en: "Percentages and shares can't simply be {aggregate}, so {periods} has no value. Give the counts (“9 of 20”) and sum them, or take the latest.",
    vi: "Không thể {aggregate} các tỷ lệ phần trăm, nên {periods} không có giá trị. Hãy ghi số đếm (“9 trên 20”) và gộp tổng, hoặc lấy giá trị mới nhất.",
  },
  "duplicate-measurement": {
    severity: "error",
    en: "{period}{category} has two different values, {second} here and {first} elsewhere: neither counts. Delete the wrong one.",
    vi: "{period}{category} có hai giá trị khác nhau, ở đây {second} và nơi khác {first}: cả hai đều không được tính. Hãy xóa giá trị sai.",
  },
  "duplicate-baseline": {
    severity: "error",
    en: "There are two different baselines{category} for {period}, {second} here and {first} elsewhere: neither counts. Delete the wrong one.",
    vi: "Có hai kỳ gốc khác nhau{category} cho {period}, ở đây {second} và nơi khác {first}: cả hai đều không được tính. Hãy xóa giá trị sai.",
  },
  "parts-differ-from-total": {
    severity: "warning",
    en: "The total for {period}{category} is {total}, but its parts sum to {sum}. The total counts.",
    vi: "Tổng của {period}{category} là {total}, nhưng các phần cộng lại được {sum}. Giá trị tổng được tính.",
  },
  "period-too-long": {
    severity: "warning",
    en: "This value is for the whole of {period}, longer than the periods of the target “{target}”: {window} has no value.",
    vi: "Giá trị này của cả {period}, dài hơn kỳ của mục tiêu “{target}”: {window} không có giá trị.",
  },
  "division-by-zero": {
    severity: "information",
    en: "The formula divides by zero for {periods}, so it has no value there.",
    vi: "Công thức chia cho 0 ở {periods}, nên không có giá trị.",
  },
  "formula-disagrees": {
    severity: "warning",
    en: "{period}{category} is measured as {value}, while the formula gives {computed}. The measured value counts.",
    vi: "{period}{category} ghi kết quả {value}, còn công thức cho {computed}. Giá trị ghi được tính.",
  },
  "measured-in-future": {
    severity: "warning",
    en: "{period} begins after the as-of date, so this value does not count yet.",
    vi: "{period} bắt đầu sau ngày đánh giá, nên giá trị này chưa được tính.",
  },
  "measured-outside-plan": {
    severity: "information",
    en: "{period} lies outside the plan's period ({plan}). The value counts all the same.",
    vi: "{period} nằm ngoài giai đoạn của kế hoạch ({plan}). Giá trị vẫn được tính.",
  },
  "baseline-missing": {
    severity: "warning",
    en: "This target is relative to the baseline{category}, and there is none: it stays pending. Add “baseline … = …”.",
    vi: "Mục tiêu này tính theo kỳ gốc{category} nhưng chưa có kỳ gốc, nên chưa đánh giá được. Hãy thêm “kỳ gốc … = …”.",
  },
  "reach-without-baseline": {
    severity: "hint",
    en: "“{condition}” does not say which way is up; without a baseline{category} it is taken as at least {value}. Add a baseline, or write >= or <=.",
    vi: "“{condition}” không nói rõ tăng hay giảm; chưa có kỳ gốc{category} nên hiểu là ít nhất {value}. Hãy thêm kỳ gốc, hoặc ghi “ít nhất”, “không quá”.",
  },
  "about-without-tolerance": {
    severity: "hint",
    en: "How near is near enough? A fiftieth either way is taken: {low} to {high}. Write “within …” to say it.",
    vi: "Chưa ghi sai số: đang lấy một phần năm mươi về mỗi phía, từ {low} đến {high}. Hãy ghi “sai số …”.",
  },
  "explain-without-effect": {
    severity: "hint",
    en: "Nothing was missed and nothing lacks a value {period}, so there is nothing to explain.",
    vi: "{period} không có gì không đạt hay thiếu số liệu, nên không cần giải trình.",
  },
  "explain-without-reason": {
    severity: "warning",
    en: "The explanation is empty and explains nothing yet: say why between the quotation marks.",
    vi: "Giải trình còn để trống nên chưa giải trình điều gì: hãy ghi lý do giữa hai dấu ngoặc kép.",
  },
} as const satisfies Readonly<Record<string, CatalogEntry>>;
