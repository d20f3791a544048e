import { bilingual, inLanguage, type LocalText } from "../../diagnostics/language.ts";
import { unitLabel } from "../../semantics/binder/bind-value.ts";
import { formatPeriod, formatValue } from "../../semantics/display.ts";
import type { PlanModel, UnitModel } from "../../semantics/model.ts";
import type { Period } from "../../semantics/period.ts";

/** Why something that one looks for can't be done. Each is a sentence that stands alone, as an editor shows it. */

export const measuredInOther = (unit: UnitModel): LocalText =>
  withUnit(
    unit,
    (text) => `Values are measured in ${text} here.`,
    (text) => `Giá trị ở đây được tính bằng ${text}.`,
  );

export const onlyWhole = (unit: UnitModel): LocalText =>
  withUnit(
    unit,
    (text) => `${text} is counted in whole numbers.`,
    (text) => `${text} phải là số nguyên.`,
  );

export const onlyBetween = (unit: UnitModel, { min, max }: NonNullable<UnitModel["range"]>): LocalText => {
  return (language) => {
    const [low, high] = [min, max].map((value) => formatValue(value, unit, language));
    return language === "vi" ? `Giá trị chỉ từ ${low} đến ${high}.` : `Values go from ${low} to ${high}.`;
  };
};

export const noScale = (from: UnitModel, to: UnitModel): LocalText =>
  bilingual(
    `Nothing says how to convert ${from.id} into ${to.id}.`,
    `Không có cách quy đổi ${from.id} sang ${to.id}.`,
  );

export const notInThisUnit = (unit: UnitModel): LocalText =>
  withUnit(
    unit,
    (text) => `Not all that the clause promises is a level in ${text}.`,
    (text) => `Không phải mọi cam kết của điều khoản đều là một mức tính bằng ${text}.`,
  );

export const notExact = bilingual(
  "The clause's number can't be written exactly here.",
  "Không viết được chính xác con số của điều khoản ở đây.",
);

export const outsidePlan = (period: Period, plan: NonNullable<PlanModel["period"]>): LocalText => {
  return (language) => {
    const text = formatPeriod(period, language);
    return language === "vi"
      ? `${text} nằm ngoài giai đoạn ${plan.text} của kế hoạch.`
      : `${text} is outside the plan's period ${plan.text}.`;
  };
};

export const beforeBaseline = (period: Period, baseline: Period): LocalText => {
  return (language) => {
    const [text, first] = [period, baseline].map((one) => formatPeriod(one, language));
    return language === "vi"
      ? `Mục tiêu ${text} không thể trước hoặc trùng kỳ gốc ${first}.`
      : `A target for ${text} would not come after the baseline of ${first}.`;
  };
};

export const noDate = bilingual("The clause names no date.", "Điều khoản không nêu thời hạn.");

export const needsPlanPeriod = bilingual(
  "The clause names no end, and there is no plan period here that would.",
  "Điều khoản không nêu kỳ cuối, và ở đây không có giai đoạn của kế hoạch.",
);

export const isTotal = bilingual(
  "This target is a total: what it sums is changed by hand.",
  "Đây là mục tiêu lũy kế: hãy tự sửa khoảng thời gian được cộng.",
);

export const onePeriodOnly = bilingual(
  "One period stands here, not a range.",
  "Chỗ này chỉ ghi một kỳ, không ghi khoảng thời gian.",
);

export const wordsNotThere = (address: string): LocalText =>
  bilingual(
    `The quoted words are not in clause ${address}.`,
    `Điều khoản ${address} không có các từ trích dẫn.`,
  );

export const severalClauses = (address: string): LocalText =>
  bilingual(
    `More than one clause has the number ${address}.`,
    `Có nhiều điều khoản cùng mang số ${address}.`,
  );

export const saidAlready = (word: string): LocalText =>
  bilingual(`“${word}” is already said in this block.`, `Khối này đã có “${word}”.`);

export const restDoesNotFit = (word: string): LocalText =>
  bilingual(
    `What follows can't be read as “${word}” either.`,
    `Phần theo sau cũng không đọc được như “${word}”.`,
  );

export const computedByFormula = (name: string): LocalText =>
  bilingual(
    `“${name}” is computed by its formula: record the values that the formula is made of.`,
    `“${name}” được tính theo công thức: hãy ghi kết quả của các chỉ tiêu trong công thức.`,
  );

export const doesNotCount = bilingual(
  "A value of this period stands here and does not count; see what is wrong with it.",
  "Đã có kết quả của kỳ này nhưng chưa được tính; hãy xem kết quả đó sai ở đâu.",
);

export const noPlace = (name: string): LocalText =>
  bilingual(
    `The block of “${name}” is written in a way that nothing can be added to: put each of its lines on a line of its own first.`,
    `Không thêm được dòng vào khối “${name}” vì cách viết của nó: trước hết hãy viết mỗi mục trên một dòng riêng.`,
  );

export const tooManyAtOnce = (count: number, most: number): LocalText =>
  bilingual(
    `One reason is asked for ${most} clauses at most, and these are ${count}. Set them aside in parts.`,
    `Mỗi lý do dùng cho nhiều nhất ${most} điều khoản mà ở đây có ${count}. Hãy ghi thành từng phần.`,
  );

export const documentWithoutName = bilingual(
  "Give this document a name first: “as” and one word behind its file.",
  "Trước hết hãy đặt tên cho văn bản này: “là” và một từ, sau tên tệp.",
);

function withUnit(unit: UnitModel, en: (text: string) => string, vi: (text: string) => string): LocalText {
  return (language) => {
    const text = inLanguage(unitLabel(unit), language);
    return language === "vi" ? vi(text) : en(text);
  };
}
