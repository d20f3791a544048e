import type { Language } from "../diagnostics/language.ts";
import type { Cadence } from "../semantics/model.ts";

/** The fixed words of the summary table. */
const headings = {
  title: { en: "Summary of indicators and tasks", vi: "Bảng tổng hợp chỉ tiêu và nhiệm vụ" },
  asOf: { en: "As of", vi: "Tính đến" },
  noPlan: { en: "Outside any plan", vi: "Không thuộc kế hoạch nào" },
  indicators: { en: "Indicators", vi: "Chỉ tiêu" },
  tasks: { en: "Tasks", vi: "Nhiệm vụ" },
  number: { en: "No.", vi: "STT" },
  indicator: { en: "Indicator", vi: "Chỉ tiêu" },
  unit: { en: "Unit", vi: "Đơn vị tính" },
  baseline: { en: "Baseline", vi: "Kỳ gốc" },
  target: { en: "Target", vi: "Mục tiêu" },
  total: { en: "in total", vi: "lũy kế" },
  each: { en: "each period", vi: "từng kỳ" },
  result: { en: "Result", vi: "Kết quả" },
  latest: { en: "Latest result", vi: "Kết quả mới nhất" },
  verdict: { en: "Verdict", vi: "Đánh giá" },
  forecast: { en: "Forecast", vi: "Dự báo" },
  explanation: { en: "Explanation", vi: "Giải trình" },
  lead: { en: "Lead", vi: "Chủ trì" },
  with: { en: "With", vi: "Phối hợp" },
  clause: { en: "Clause", vi: "Điều khoản" },
  task: { en: "Task", vi: "Nhiệm vụ" },
  due: { en: "Due", vi: "Thời hạn" },
  done: { en: "Done, evidence", vi: "Kết quả, minh chứng" },
  noLead: { en: "no lead body", vi: "chưa có cơ quan chủ trì" },
  values: { en: "Measured values", vi: "Số liệu" },
  plan: { en: "Plan", vi: "Kế hoạch" },
  allPlans: { en: "All plans", vi: "Tất cả kế hoạch" },
  code: { en: "Code", vi: "Mã" },
  category: { en: "Category", vi: "Phân tổ" },
  period: { en: "Period", vi: "Kỳ" },
  value: { en: "Value", vi: "Giá trị" },
  numerator: { en: "Numerator", vi: "Tử số" },
  denominator: { en: "Denominator", vi: "Mẫu số" },
  evidence: { en: "Evidence", vi: "Nguồn" },
  late: { en: "late", vi: "muộn" },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export function heading(key: keyof typeof headings, language: Language): string {
  return headings[key][language];
}

const cadences: Readonly<Record<Cadence, Readonly<Record<Language, string>>>> = {
  year: { en: "every year", vi: "hằng năm" },
  half: { en: "every half-year", vi: "6 tháng một lần" },
  quarter: { en: "every quarter", vi: "hằng quý" },
  month: { en: "every month", vi: "hằng tháng" },
};

export function cadenceLabel(cadence: Cadence, language: Language): string {
  return cadences[cadence][language];
}

const cadenceCounts: Readonly<Record<Cadence, Readonly<Record<Language, string>>>> = {
  year: { en: "years", vi: "năm" },
  half: { en: "half-years", vi: "kỳ 6 tháng" },
  quarter: { en: "quarters", vi: "quý" },
  month: { en: "months", vi: "tháng" },
};

/** `10/12 tháng đạt`: in how many of the periods judged so far a recurring target was met. */
export function metOfJudged(met: number, judged: number, cadence: Cadence, language: Language): string {
  const periods = cadenceCounts[cadence][language];
  return language === "vi" ? `${met}/${judged} ${periods} đạt` : `met in ${met}/${judged} ${periods}`;
}
