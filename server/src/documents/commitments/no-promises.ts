import type { LeftContext } from "./left-context.ts";
import { hasPhrase, phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Quantity } from "./quantities.ts";
import type { Token } from "./tokens.ts";

const CONDITIONS = phraseSet(
  "nếu, trường hợp, ưu tiên, khi, if, where, when, provided, theo tỷ lệ, miễn là, ngoại trừ, trừ",
);
const TOWARDS = phraseSet("đối với, với, riêng đối với, áp dụng đối với, for");
const HAVING = phraseSet("có, having, with");
const REWARDS = phraseSet(
  "khen thưởng, bằng khen, giấy khen, danh hiệu, hoàn thành xuất sắc, chiến sĩ thi đua, đề nghị tặng, được tặng, khen, xếp loại, xét tặng, biểu dương, tôn vinh",
);
const ALLOWED = phraseSet(
  "được bố trí, được hưởng, được xét, được cử, được cấp, được giao, được vay, được tuyển, được tính, được đề nghị, được phép, được bầu, được sử dụng, được thuê",
);
const MONEY_AFTER = phraseSet(
  "chi phí, kinh phí, học phí, mức đóng, mức, tiền, lương, lương cơ sở, giá trị hợp đồng, tổng mức, vốn, lãi suất, phí, viện phí, giá vé, giá, giá bán, tiền thuê, thuế, lệ phí, tổng kinh phí, tổng vốn, nguồn vốn, nguồn thu, số tiền, dự toán, định mức, phụ cấp, số vốn, mệnh giá, lãi, số lãi, tiền điện",
);
const PAYING = phraseSet(
  "hỗ trợ, giảm, miễn, miễn giảm, thanh toán, chi trả, đóng, vay, cấp bù, trợ cấp, được hưởng, hưởng, đối ứng, ngân sách, bảo đảm, chi, cho vay, tài trợ, ứng, trích, phạt, thưởng, giữ lại, điều tiết, trợ giá, bố trí",
);
const HELPING = phraseSet(
  "hỗ trợ, thanh toán, chi trả, vay, cấp bù, trợ cấp, được hưởng, đối ứng, cho vay, tài trợ, tạm ứng, trích, phạt, thưởng, được giữ lại, điều tiết, trợ giá, miễn, miễn giảm, phụ cấp, lãi suất, thuế suất, mức hỗ trợ, mức đóng, mức thu, mức chi, mức vay, định mức, mức phạt, mức thưởng, lệ phí, trợ giúp, chuẩn nghèo, mức chuẩn, chuẩn trợ giúp, mức lương, lương cơ sở, xử phạt",
);
const SCHOOL_FEES = phraseSet(
  "học phí, tiền, thuế, phí, lệ phí, viện phí, giá vé, lãi suất, mức đóng, lãi, giá dịch vụ, lương",
);
const COSTS = phraseSet(
  "kinh phí, tổng kinh phí, dự toán, tổng mức đầu tư, tổng mức, khái toán, vốn đối ứng, ngân sách hỗ trợ, ngân sách trung ương, ngân sách tỉnh, ngân sách huyện, ngân sách địa phương, ngân sách nhà nước, nguồn vốn, vốn vay, quỹ lương, hạn mức, mức vốn, nhu cầu vốn, cost, budget, funding",
);
const MONEY = phraseSet("đồng, usd, đô la, vnđ, vnd, dong");
const BODIES = phraseSet(
  "thành viên, ủy viên, đồng chí, phó chủ tịch, phó trưởng ban, bên, thành phần, members",
);
const STRUCTURE = phraseSet(
  "nghị quyết, quyết định, chỉ thị, thông tư, nghị định, kế hoạch, chương trình mục tiêu, chương trình trọng điểm, luật, văn kiện, phong trào, nhóm nhiệm vụ, nhóm giải pháp, nhiệm vụ, giải pháp, nội dung, nhóm, mục tiêu, chỉ tiêu, khâu, đột phá, trụ cột, phần, chương, điều, bước, cấp, mặt, loại, hình thức, nguyên tắc, quan điểm, lĩnh vực, nhóm chỉ tiêu, dự án thành phần, tiểu dự án, hợp phần, tại chỗ, chiều, cửa, tốt, sạch, không, giai đoạn, vùng, phương diện, hội đồng, kỳ đại hội, trong, tasks, goals",
);
const LISTING = phraseSet(
  "gồm, bao gồm, gồm có, bao gồm có, chia thành, chia làm, phân thành, được chia, comprises",
);
const TIMES = phraseSet(
  "ngày, ngày làm việc, giờ, giờ làm việc, tháng, năm, tuần, phút, quý, days, months, hours, years, year, ngày tuổi, kỳ",
);
const DURATIONS = phraseSet("thời gian, tuổi thọ, số giờ, số ngày, số năm, thời gian sống");
const CHILDREN = phraseSet("con");
const BEARING = phraseSet("sinh, sinh đủ, sinh con, vợ chồng, cặp vợ chồng");
const POPULATION = phraseSet("mức sinh, tổng tỷ suất sinh, tỷ suất sinh");
const EXEMPT_AFTER = phraseSet(
  "thì, có thể, được miễn, được giảm, được hưởng, không phải, không bắt buộc, được xét, được xem xét, mà, nhưng",
);
/** "hộ từ 3 thế hệ trở lên được …": who is meant by a rule. */
const RULED = phraseSet("được, phải, thì, không, có thể, mới, tham gia, thuộc");
/** "cơ quan có từ 30% nữ trở lên phải có lãnh đạo nữ". */
const BOUND = phraseSet("phải, thì, nhất thiết, bắt buộc, mới được, không được, must");
const LIMIT = 40;
/** "Kinh phí thực hiện: 900 triệu đồng, trong đó năm 2022 …": what a sentence opens with goes for all of it. */
const OPENING = 4;

/** What is asked about one quantity: the tokens of its part of the sentence around it. */
export interface Surroundings {
  readonly tokens: readonly Token[];
  /** Where its part of the sentence begins. */
  readonly from: number;
  /** Where the sentence begins. */
  readonly sentence: number;
  /** The quantity's first token. */
  readonly at: number;
  readonly quantity: Quantity;
  readonly left: LeftContext;
}

/** Exemptions, quotas, grants, budgets, the make-up of bodies, durations: numbers that promise nothing. */
export function isNoPromise(around: Surroundings): boolean {
  return (
    isCondition(around) ||
    isReward(around) ||
    isPayment(around) ||
    isMakeUp(around) ||
    isDuration(around) ||
    isBirth(around)
  );
}

function before({ from, at }: Surroundings): number {
  return Math.max(from, at - LIMIT);
}

function isCondition(around: Surroundings): boolean {
  const { tokens, at, quantity, left } = around;
  const from = before(around);
  if (startsPhrase(EXEMPT_AFTER, tokens, quantity.end)) return true;
  if (quantity.suffix !== null) {
    const rules = quantity.unit.kind === "percent" ? BOUND : RULED;
    if (startsPhrase(rules, tokens, quantity.suffixEnd)) return true;
  }
  if (hasPhrase(CONDITIONS, tokens, from, Math.min(from + 4, at))) return true;
  if (!startsPhrase(TOWARDS, tokens, from) && !startsPhrase(TOWARDS, tokens, from + 1)) return false;
  if (left.hasLevel || left.hasChange) return false;
  return quantity.unit.kind !== "percent" || hasPhrase(HAVING, tokens, from, at);
}

function isReward(around: Surroundings): boolean {
  const { tokens, at, quantity, left } = around;
  if (left.comparator === "<=" && hasPhrase(REWARDS, tokens, before(around), at)) return true;
  if (left.comparator !== "<=" && (left.comparator !== null || quantity.unit.kind !== "noun")) return false;
  return hasPhrase(ALLOWED, tokens, before(around), at);
}

function isPayment(around: Surroundings): boolean {
  const { tokens, at, quantity, left } = around;
  const from = before(around);
  const isMoney = hasPhrase(MONEY, tokens, quantity.unitFrom, quantity.end);
  if (isMoney) {
    const begin = around.sentence;
    if (
      hasPhrase(COSTS, tokens, from, at) ||
      hasPhrase(COSTS, tokens, begin, Math.min(begin + OPENING, at)) ||
      hasPhrase(COSTS, tokens, quantity.end, quantity.end + 1)
    )
      return true;
    const sentence = left.hasLevel || left.hasChange ? from : around.sentence;
    return hasPhrase(HELPING, tokens, Math.max(sentence, at - 14), at);
  }
  if (quantity.unit.kind !== "percent") return false;
  if (
    hasPhrase(HELPING, tokens, Math.max(from, at - 5), at) &&
    startsPhrase(MONEY_AFTER, tokens, quantity.end)
  )
    return true;
  if (
    hasPhrase(PAYING, tokens, Math.max(from, at - 5), at) &&
    startsPhrase(SCHOOL_FEES, tokens, quantity.end)
  )
    return true;
  if (left.hasLevel) return false;
  return (
    hasPhrase(COSTS, tokens, from, at) ||
    hasPhrase(COSTS, tokens, quantity.end, quantity.end + 1) ||
    isSupportShare(around)
  );
}

const SHARES = phraseSet(
  "mức hỗ trợ, mức đóng, mức thu, mức chi, lãi suất, thuế suất, mức phạt, phụ cấp, mức vay, mức hưởng",
);

function isSupportShare(around: Surroundings): boolean {
  return hasPhrase(SHARES, around.tokens, before(around), around.at);
}

function isMakeUp(around: Surroundings): boolean {
  const { tokens, at, quantity, left } = around;
  if (quantity.unit.kind !== "noun" || quantity.numeral === "fraction") return false;
  if (startsPhrase(BODIES, tokens, quantity.unitFrom)) return true;
  if (left.comparator === null && startsPhrase(STRUCTURE, tokens, quantity.unitFrom)) return true;
  return hasPhrase(LISTING, tokens, Math.max(before(around), at - 4), at);
}

function isDuration(around: Surroundings): boolean {
  const { tokens, at, quantity, left } = around;
  if (!startsPhrase(TIMES, tokens, quantity.unitFrom) || quantity.unit.kind !== "noun") return false;
  if (!left.hasLevel && left.comparator === null) return true;
  return !hasPhrase(DURATIONS, tokens, before(around), at);
}

function isBirth(around: Surroundings): boolean {
  const { tokens, at, quantity } = around;
  if (!startsPhrase(CHILDREN, tokens, quantity.unitFrom) || quantity.value.includes(".")) return false;
  const from = Math.max(0, at - 14);
  if (hasPhrase(POPULATION, tokens, from, at)) return false;
  return hasPhrase(BEARING, tokens, from, at);
}
