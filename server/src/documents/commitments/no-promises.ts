import type { LeftContext } from "./left-context.ts";
import { cadences, changes, promiseMarks } from "./lexicon.ts";
import { hasPhrase, matchPhrase, type PhraseTable, phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Quantity } from "./quantities.ts";
import type { Token } from "./tokens.ts";

const CONDITIONS = phraseSet(
  "nếu, trường hợp, ưu tiên, khi, if, where, when, provided, theo tỷ lệ, miễn là, ngoại trừ, trừ",
);
const IF = phraseSet("nếu, if");
const TOWARDS = phraseSet("đối với, với, riêng đối với, áp dụng đối với, for");
/** "đối với lúa bị thiệt hại trên 70%". */
const CONCERNING = phraseSet("đối với");
const HAVING = phraseSet("có, having, with");
const REWARDS = phraseSet(
  "thưởng, khen thưởng, bằng khen, giấy khen, danh hiệu, hoàn thành xuất sắc, chiến sĩ thi đua, đề nghị tặng, được tặng, khen, xếp loại, xét tặng, biểu dương, tôn vinh",
);
const SENDING = phraseSet("gửi danh sách, đăng ký danh sách, nộp danh sách, cử danh sách");
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
  "hỗ trợ, thanh toán, chi trả, vay, cấp bù, trợ cấp, được hưởng, đối ứng, cho vay, tài trợ, tạm ứng, trích, phạt, thưởng, được giữ lại, điều tiết, trợ giá, miễn, miễn giảm, phụ cấp, lãi suất, thuế suất, mức hỗ trợ, mức đóng, mức thu, !mức thu nhập, mức chi, !mức chi tiêu, mức vay, định mức, mức phạt, mức thưởng, lệ phí, trợ giúp, chuẩn nghèo, mức chuẩn, chuẩn trợ giúp, mức lương, !mức lương bình quân, lương cơ sở, xử phạt",
);
const SCHOOL_FEES = phraseSet(
  "học phí, tiền, số tiền, thuế, số thuế, phí, lệ phí, viện phí, giá vé, lãi suất, mức đóng, lãi, giá dịch vụ, lương",
);
const COSTS = phraseSet(
  "kinh phí, tổng kinh phí, dự toán, tổng mức đầu tư, tổng mức, khái toán, vốn đối ứng, ngân sách hỗ trợ, ngân sách trung ương, ngân sách tỉnh, ngân sách huyện, ngân sách địa phương, ngân sách nhà nước, nguồn vốn, vốn vay, quỹ lương, hạn mức, mức vốn, nhu cầu vốn, cost, costs, budget, funding",
);
/** "mức phí được hỗ trợ 90%". */
const GRANTED = phraseSet("được hỗ trợ, được miễn, được giảm, được cấp bù, được trợ giá");
const FUNDS = phraseSet(
  "vốn ngân sách, vốn tín dụng, vốn dân, vốn doanh nghiệp, vốn xã hội hóa, vốn trung ương, vốn địa phương, vốn huy động, vốn lồng ghép, vốn khác, vốn tự có",
);
/** "Thu ngân sách nhà nước đạt 18.500 tỷ đồng", "Bội chi ngân sách không quá 2,5%": no costs of the plan. */
const BALANCES = phraseSet("thu, tổng thu, nguồn thu, số thu, bội chi, bội thu, thâm hụt, nợ");
/** "Mức lương tối thiểu vùng II là …, vùng III là …". */
const PAY = phraseSet(
  "mức lương, !mức lương bình quân, mức hỗ trợ, mức trợ cấp, mức phụ cấp, mức đóng, mức chuẩn, mức phạt, mức thưởng, phụ cấp, trợ cấp, học phí, lệ phí, vé, giá vé, giá dịch vụ",
);
/** "giá khám bệnh tại bệnh viện hạng II là 45.000 đồng/lượt". */
const PRICE = phraseSet("giá, !giá trị, !giá thành, đơn giá, mức giá, phí");
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
const BOUND = phraseSet(
  "phải, thì, nhất thiết, bắt buộc, mới được, không được, được hưởng, được xét, được miễn, được ưu tiên, bị cấm, bị hạn chế, must",
);
/** "xã có dưới 200 hộ … không bắt buộc thực hiện", "trên 2/3 số đại biểu … mới được tiến hành": of all before it. */
const EXEMPTING = phraseSet("không bắt buộc, không áp dụng, không nhất thiết, mới được, mới có hiệu lực");
/** "đạt từ 80 điểm trở lên xếp loại tốt": a mark that something is awarded for. */
const MARK = phraseSet("điểm");
const AWARDED = phraseSet(
  "xếp loại, được xếp, được xét, được khen, được tặng, được cộng, được tuyển, được công nhận",
);
/** "Mỗi trường cử tối đa 03 đội". */
const EACH = phraseSet("mỗi, each");
/** "bằng 10% giá bán": a rate that is charged or paid. */
const CHARGED = phraseSet(
  "mức lương, mức đóng, mức thu, !mức thu nhập, mức chuẩn, mức phạt, mức hưởng, mức hỗ trợ, mức phí, mức giá, lương, !lương thực, giá, !giá trị, !giá thành, học phí, chi phí, tiền, lệ phí, phí, tổng mức, lãi suất, kinh phí, quỹ lương, quỹ tiền lương",
);
/** "bằng 0,3 mức lương cơ sở". */
const WAGES = phraseSet("mức lương, lần mức lương, lương, tháng lương, mức chuẩn, lần mức chuẩn");
const EQUALS = phraseSet("bằng, là");
/** "hệ số điều chỉnh năm 2026 là 1,15". */
const COEFFICIENTS = phraseSet(
  "hệ số, đơn giá, định mức, thuế suất, lãi suất, mức thu, !mức thu nhập, mức phí",
);
/** "Giảm 50% cho người cao tuổi": what is asked of someone, not how something goes. */
const PRICES = phraseSet(
  "vé, giá vé, giá cước, giá dịch vụ, cước, học phí, viện phí, lệ phí, phí, lãi suất, tiền thuê",
);
const TO_WHOM = phraseSet("cho");
/** "Dự án có tổng mức đầu tư 350 tỷ đồng, quy mô 120 giường": what is described, not promised. */
const SIZES = phraseSet(
  "quy mô, diện tích, công suất, chiều dài, chiều rộng, dài, rộng, sức chứa, dung tích",
);
/** "vắng quá 20% số tiết": beyond what is allowed, unless it is "không quá". */
const EXCEEDING = phraseSet("quá, vượt quá");
const SURPASSING = phraseSet("vượt");
const GOALS = phraseSet("so với, so, kế hoạch, chỉ tiêu, dự toán, mục tiêu");
const NEGATIONS = phraseSet("không, đa");
/** "thông qua khi có ít nhất 3/4 số phiếu". */
const ONLY_WHEN = phraseSet("khi có, nếu có, khi đạt, nếu đạt, if at, when at");
const WHEN_REACH = 4;
/** "độ ẩm 50%", "cỡ mẫu tối thiểu 384 người": how a thing is made or done. */
const PROPERTIES = phraseSet(
  "cỡ mẫu, sai số, thang điểm, độ ẩm, nhiệt độ, độ thuần, độ dốc, độ sâu, tải trọng, vận tốc, cân nặng, trọng lượng, dung sai, nồng độ cồn, sức chứa, công suất, chiều dài, chiều rộng, dung tích",
);
/** What is allowed, whichever way it is said. */
const LIMITS = phraseSet("giá trị giới hạn, mức giới hạn, giới hạn, trị số giới hạn");
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
  /** Nothing in the sentence nor above it says when, nor that it is striven for. */
  readonly isUndated: boolean;
}

/** Exemptions, quotas, grants, budgets, the make-up of bodies, durations: numbers that promise nothing. */
export function isNoPromise(around: Surroundings): boolean {
  return (
    isCondition(around) ||
    isReward(around) ||
    isPayment(around) ||
    isRate(around) ||
    isPartOfProject(around) ||
    isProperty(around) ||
    isMakeUp(around) ||
    isDuration(around) ||
    isBirth(around)
  );
}

function before({ from, at }: Surroundings): number {
  return Math.max(from, at - LIMIT);
}

function isCondition(around: Surroundings): boolean {
  const { tokens, at, quantity, left, isUndated } = around;
  const from = before(around);
  if (startsPhrase(EXEMPT_AFTER, tokens, quantity.end)) return true;
  if (left.comparator !== null && isFollowed(around, EXEMPTING)) return true;
  if (isRuled(around) || isExcess(around) || isOfThose(around)) return true;
  if (isBounded(around) && mustHave(around)) return true;
  if (!left.hasLevel && hasPhrase(ONLY_WHEN, tokens, Math.max(from, at - WHEN_REACH), at)) return true;
  if (isUndated && startsPhrase(BY_RULE, tokens, quantity.end)) return true;
  if (isUndated && (isDefined(around) || (isBounded(around) && isCriterion(around)))) return true;
  if (hasPhrase(CONDITIONS, tokens, from, Math.min(from + 4, at)) || hasPhrase(IF, tokens, from, at))
    return true;
  if (isUndated && !left.hasLevel && isBounded(around) && hasPhrase(CONCERNING, tokens, from, at))
    return true;
  if (!startsPhrase(TOWARDS, tokens, from) && !startsPhrase(TOWARDS, tokens, from + 1)) return false;
  if (left.hasLevel || left.hasChange) return false;
  return quantity.unit.kind !== "percent" || hasPhrase(HAVING, tokens, from, at);
}

/** "của những dân tộc có dưới 10 nghìn người": which ones. */
function isOfThose({ tokens, from, at, quantity, left }: Surroundings): boolean {
  if (quantity.unit.kind !== "noun" || (left.comparator !== "<" && left.comparator !== ">")) return false;
  if (left.hasLevel || !startsPhrase(HAVING, tokens, at - 2)) return false;
  return hasPhrase(WHOSE, tokens, from, at);
}

const WHOSE = phraseSet("của các, của những, cho các, cho những, đối với các, đối với những");
/**
 * "Xã đạt chuẩn phải có thu nhập từ 60 triệu đồng trở lên": a criterion. With a time only where it is for being given
 * something: "Dự án được lựa chọn trong năm 2027 phải có ít nhất 70% hộ nghèo".
 */
function mustHave({ tokens, sentence, from, at, isUndated }: Surroundings): boolean {
  for (let i = sentence; i < at; i += 1) {
    if (!startsPhrase(MUST_HAVE, tokens, i)) continue;
    // "Tỷ lệ hộ được vay vốn" is measured, whatever it must be.
    return isUndated || (hasPhrase(GIVEN, tokens, sentence, i) && !startsPhrase(RATIOS, tokens, from));
  }
  return false;
}

const MUST_HAVE = phraseSet("phải có, phải bảo đảm, phải đáp ứng, phải đủ");
const RATIOS = phraseSet("tỷ lệ, số, tổng số");

/** "120 tiết/năm học theo quy định". */
const BY_RULE = phraseSet("theo quy định, học theo quy định");

/** What something is given or recognised for; `around` is a bound that no time is set for. */
function isCriterion(around: Surroundings): boolean {
  const { tokens, sentence, from, at, quantity } = around;
  if (hasPhrase(ONLY_WHEN, tokens, sentence, at)) return true;
  // "Học sinh có điểm trung bình từ 8,0 trở lên … được xét …", "Làng có trên 50 năm tuổi, tối thiểu 20% … được công nhận …"
  const isOneOfThem = quantity.suffix !== null && quantity.unit.kind !== "percent";
  if ((isOneOfThem || hasPhrase(HAVING_SOME, tokens, sentence, from)) && isFollowed(around, GIVEN))
    return true;
  // "Công nhận làng nghề: tối thiểu 20% số hộ …"
  if (!startsPhrase(CRITERIA, tokens, sentence)) return false;
  return tokens.slice(sentence, at).some(({ key }) => key === ":");
}

const HAVING_SOME = phraseSet("có trên, có từ, có dưới, có ít nhất, có tối thiểu, có không quá");
const GIVEN = phraseSet(
  "được xét, được hưởng, được công nhận, được xếp, được tặng, được thưởng, được vay, được ưu tiên, được miễn, được giảm, được trợ cấp, được hỗ trợ, được lựa chọn",
);
const CRITERIA = phraseSet(
  "công nhận, xét công nhận, điều kiện, tiêu chuẩn, tiêu chí, yêu cầu, quy định, định mức, quy mô",
);

function isExcess({ tokens, sentence, at, quantity }: Surroundings): boolean {
  // "vượt 3,7% so với mục tiêu", but not "phấn đấu vượt 5% chỉ tiêu"
  if (startsPhrase(SURPASSING, tokens, at - 1))
    return startsPhrase(GOALS, tokens, quantity.end) && !hasPhrase(promiseMarks, tokens, sentence, at);
  const from = startsPhrase(EXCEEDING, tokens, at - 2) ? at - 2 : at - 1;
  return startsPhrase(EXCEEDING, tokens, from) && !startsPhrase(NEGATIONS, tokens, from - 1);
}

function isBounded({ quantity, left }: Surroundings): boolean {
  return left.comparator !== null || quantity.suffix !== null || quantity.upper !== null;
}

/** "từ 30% nữ trở lên phải …", "sai lệch trên 5% phải …". */
function isRuled(around: Surroundings): boolean {
  const { tokens, quantity, left } = around;
  const isPercent = quantity.unit.kind === "percent";
  // "Mỗi năm có từ 1.000 lao động trở lên được đào tạo": nothing stands before it that it could be said of.
  if (!isPercent && left.before < 0 && !around.isUndated) return false;
  if (quantity.suffix !== null) return startsPhrase(isPercent ? BOUND : RULED, tokens, quantity.suffixEnd);
  const isBeyond = left.comparator === ">" || left.comparator === "<";
  return isBeyond && startsPhrase(BOUND, tokens, quantity.end);
}

/** "Thôn đặc biệt khó khăn là thôn có tỷ lệ hộ nghèo từ 40% trở lên": the noun that is defined stands on both sides. */
function isDefined(around: Surroundings): boolean {
  const { tokens, at, from, left } = around;
  if (left.hasLevel) return false;
  for (let i = from + 1; i < at && i < from + LIMIT; i += 1) {
    if (!startsPhrase(BEING, tokens, i)) continue;
    const noun = tokens[i + 1]!.key;
    if (noun === tokens[from]!.key || startsPhrase(PERSON, tokens, i + 1)) return true;
  }
  return false;
}

const BEING = phraseSet("là, is, are");
const PERSON = phraseSet("người");

/** Whether one of the phrases stands behind the quantity, before the next semicolon or colon. */
function isFollowed({ tokens, quantity }: Surroundings, phrases: PhraseTable<unknown>): boolean {
  for (let i = quantity.end; i < quantity.end + LIMIT && i < tokens.length; i += 1) {
    if (tokens[i]!.kind === "sign" && ";:.".includes(tokens[i]!.key)) return false;
    if (startsPhrase(phrases, tokens, i)) return true;
  }
  return false;
}

function isOfEach(around: Surroundings): boolean {
  const { tokens, at } = around;
  for (let i = before(around); i < at; i += 1)
    if (startsPhrase(EACH, tokens, i) && !startsPhrase(cadences, tokens, i)) return true;
  return false;
}

function isReward(around: Surroundings): boolean {
  const { tokens, at, quantity, left } = around;
  if (startsPhrase(MARK, tokens, quantity.unitFrom) && isFollowed(around, AWARDED)) return true;
  if (left.comparator === "<=" && quantity.unit.kind === "noun" && isOfEach(around)) return true;
  // "đăng ký danh sách trước ngày 10/3, không quá 30 người"
  if (
    left.comparator === "<=" &&
    quantity.unit.kind !== "percent" &&
    hasPhrase(SENDING, tokens, around.sentence, at)
  )
    return true;
  if (left.comparator === "<=" && hasPhrase(REWARDS, tokens, before(around), at)) return true;
  // "Số bằng sáng chế được cấp tăng gấp 3 lần": what is allowed is said of the noun before the verb.
  if (left.hasLevel || left.hasChange || left.hasMultiple) return false;
  if (left.comparator !== "<=" && (left.comparator !== null || quantity.unit.kind !== "noun")) return false;
  return hasPhrase(ALLOWED, tokens, before(around), at);
}

function isPayment(around: Surroundings): boolean {
  const { tokens, at, quantity, left } = around;
  const from = before(around);
  if (isBalance(around)) return false;
  if (isMoney(tokens, quantity)) {
    const begin = around.sentence;
    if (
      startsPhrase(PAY, tokens, begin) ||
      (startsPhrase(PRICE, tokens, from) && startsPhrase(EQUALS, tokens, at - 1)) ||
      hasPhrase(COSTS, tokens, from, at) ||
      hasPhrase(COSTS, tokens, begin, Math.min(begin + OPENING, at)) ||
      hasPhrase(COSTS, tokens, quantity.end, quantity.end + 1)
    )
      return true;
    const sentence = left.hasLevel || left.hasChange ? from : around.sentence;
    return hasPhrase(HELPING, tokens, Math.max(sentence, at - HELP_REACH), at);
  }
  if (quantity.unit.kind !== "percent") return false;
  if (startsPhrase(PAID, tokens, at - 1) || (around.isUndated && isGrant(around))) return true;
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
  if (startsPhrase(MONEY_AFTER, tokens, from) && hasPhrase(GRANTED, tokens, Math.max(from, at - 3), at))
    return true;
  return (
    // "cut paperwork costs by at least 20%" is about what they are.
    (hasPhrase(COSTS, tokens, from, at) && !startsPhrase(changes, tokens, from)) ||
    startsPhrase(FUNDS, tokens, from) ||
    hasPhrase(COSTS, tokens, quantity.end, quantity.end + 1) ||
    ((around.isUndated || (left.comparator === null && !left.hasChange)) &&
      hasPhrase(COSTS, tokens, around.sentence, around.sentence + OPENING)) ||
    isSupportShare(around)
  );
}

/** "hỗ trợ 20 triệu đồng/ha". */
export function isPaidOut(tokens: readonly Token[], from: number, at: number, quantity: Quantity): boolean {
  return isMoney(tokens, quantity) && hasPhrase(HELPING, tokens, Math.max(from, at - HELP_REACH), at);
}

export function isMoney(tokens: readonly Token[], { unitFrom, end }: Quantity): boolean {
  return hasPhrase(MONEY, tokens, unitFrom, end);
}

const HELP_REACH = 14;

/** "được hỗ trợ 100% giống": what someone gets, in a sentence that sets no time. */
function isGrant({ tokens, at, quantity }: Surroundings): boolean {
  return startsPhrase(GRANTED, tokens, at - GRANTED_LENGTH) && tokens[quantity.end]?.kind === "word";
}

const GRANTED_LENGTH = 3;
/** "người lao động đóng 8%". */
const PAID = phraseSet("đóng, trích, nộp, hưởng");

/** What comes in is a result, whatever is said of it: "Thu ngân sách tăng bình quân 10%/năm, đến năm 2030 đạt …". */
function isBalance({ tokens, from, sentence, left }: Surroundings): boolean {
  if (left.comparator === null && !left.hasLevel && !left.hasChange) return false;
  return startsPhrase(BALANCES, tokens, from) || (left.hasLevel && startsPhrase(BALANCES, tokens, sentence));
}

function isRate(around: Surroundings): boolean {
  const { tokens, at, quantity, left, isUndated } = around;
  const isEqual = startsPhrase(EQUALS, tokens, at - 1);
  if (isEqual && hasPhrase(COEFFICIENTS, tokens, before(around), at)) return true;
  if (isEqual && startsPhrase(WAGES, tokens, quantity.unitFrom)) return true;
  if (quantity.unit.kind !== "percent") return false;
  if (isEqual && startsPhrase(CHARGED, tokens, quantity.end)) return true;
  if (!left.hasChange || left.hasLevel || !startsPhrase(TO_WHOM, tokens, quantity.end)) return false;
  return isUndated || startsPhrase(PRICES, tokens, around.from);
}

function isPartOfProject(around: Surroundings): boolean {
  const { tokens, at, from, sentence, left } = around;
  if (left.hasLevel || !startsPhrase(SIZES, tokens, from)) return false;
  return hasPhrase(COSTS, tokens, Math.max(sentence, at - LIMIT), from);
}

function isProperty({ tokens, from, left, isUndated }: Surroundings): boolean {
  if (isUndated && startsPhrase(LIMITS, tokens, from)) return true;
  if (!isUndated || left.hasLevel || left.hasChange) return false;
  return startsPhrase(PROPERTIES, tokens, from);
}

const SHARES = phraseSet(
  "mức hỗ trợ, mức đóng, mức thu, !mức thu nhập, mức chi, !mức chi tiêu, lãi suất, thuế suất, mức phạt, phụ cấp, mức vay, mức hưởng",
);

function isSupportShare(around: Surroundings): boolean {
  return hasPhrase(SHARES, around.tokens, before(around), around.at);
}

function isMakeUp(around: Surroundings): boolean {
  const { tokens, at, quantity, left } = around;
  if (quantity.unit.kind !== "noun" || quantity.numeral === "fraction") return false;
  if (startsPhrase(BODIES, tokens, quantity.unitFrom)) return true;
  // All of the unit: "3 chương", not "3 chương trình".
  const structure = left.comparator === null ? matchPhrase(STRUCTURE, tokens, quantity.unitFrom) : null;
  if (structure !== null && quantity.unitFrom + structure.length >= quantity.end) return true;
  return hasPhrase(LISTING, tokens, Math.max(before(around), at - 4), at);
}

function isDuration(around: Surroundings): boolean {
  const { tokens, at, quantity, left } = around;
  // "không quá 200 giờ/năm"
  if (quantity.unit.cadence !== null && left.comparator === "<=" && !left.hasLevel)
    return startsPhrase(TIMES, tokens, quantity.unitFrom);
  if (!isTime(tokens, quantity)) return false;
  if (!left.hasLevel && left.comparator === null) return true;
  // "hàng tháng, tiếp công dân ít nhất 02 ngày"
  if (
    left.comparator === ">=" &&
    hasPhrase(cadences, tokens, Math.max(around.sentence, at - CADENCE_REACH), at)
  )
    return false;
  // "Thời gian chờ giảm còn 45 phút vào năm 2027 và còn 30 phút vào năm 2030"
  const from = left.hasLevel ? Math.max(around.sentence, at - LIMIT) : before(around);
  return !hasPhrase(DURATIONS, tokens, from, at);
}

const CADENCE_REACH = 10;

/** Its unit is a time, all of it: "05 ngày", not "01 ngày hội". */
export function isTime(tokens: readonly Token[], { unit, unitFrom, end }: Quantity): boolean {
  const time = unit.kind === "noun" ? matchPhrase(TIMES, tokens, unitFrom) : null;
  return time !== null && unitFrom + time.length >= end;
}

function isBirth(around: Surroundings): boolean {
  const { tokens, at, quantity } = around;
  if (!startsPhrase(CHILDREN, tokens, quantity.unitFrom) || quantity.value.includes(".")) return false;
  const from = Math.max(0, at - 14);
  if (hasPhrase(POPULATION, tokens, from, at)) return false;
  return hasPhrase(BEARING, tokens, from, at);
}
