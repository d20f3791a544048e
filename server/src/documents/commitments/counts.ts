import type { Item } from "./items.ts";
import type { Candidate } from "./parts.ts";
import { hasPhrase, matchPhrase, phraseSet, startOfPhraseBefore, startsPhrase } from "./phrase-table.ts";
import type { Quantity } from "./quantities.ts";
import type { Token } from "./tokens.ts";
import { scales } from "./units.ts";

const DOING = phraseSet(
  "có, xây dựng, xây, xây mới, mới, thêm, được, tổ chức, mở, hỗ trợ, đào tạo, bồi dưỡng, tập huấn, thành lập, duy trì, phát triển, trồng, thu hút, đón, cho, tạo, bố trí, lắp đặt, lắp, sửa chữa, cải tạo, nâng cấp, hoàn thành, vận động, tuyển dụng, tuyển mới, tuyển, luân chuyển, điều động, đưa, cấp, trao, " +
    "tặng, khám, tư vấn, xuất bản, phát hành, đăng, phát, biên soạn, sản xuất, khai thác, huy động, công nhận, xử lý, di dời, số hóa, kết nối, triển khai, thực hiện, tiến hành, nhân rộng, hình thành, chuyển đổi, cung cấp, bổ sung, xuất khẩu, tiếp nhận, tiêm, cứu chữa, dạy, hướng dẫn, kết nạp, giới thiệu, thí điểm, đầu tư, mua sắm, trang bị, " +
    "xóa, bàn giao, khởi công, kiểm tra, thanh tra, cứng hóa, khôi phục, phục hồi, thiết lập, vận hành, phân bổ, thả, nuôi, ký kết, ký, tham gia, cử, khánh thành, đưa vào sử dụng, đưa vào khai thác, đưa vào vận hành, đưa vào hoạt động, rà soát, phê duyệt, nghiên cứu, chuyển giao, in, in ấn, chọn, lựa chọn, dựng, chiếu, trồng mới, phát sóng, chăm sóc, ghép, tổ chức được, tạo ra, thu gom, đỡ đầu, tái chế, khảo sát, đánh giá, giảm nghèo cho, gặp mặt, đối thoại, ra mắt, biểu diễn, phục vụ, đóng góp, hiến, hỗ trợ được, cắm mốc, cắm, nạo vét, khơi thông, quét dọn, thí điểm tại, triển khai tại, xuất bản được, tư vấn cho, bồi dưỡng cho, tập huấn cho, đào tạo cho, phổ cập cho, cấp phát, trợ giúp, tiếp cận, giảm được, hỗ trợ cho, giải quyết, giúp, tạo việc làm cho, làm mới, khoan, đặt, củng cố, bảo đảm, đảm bảo, xây dựng được, " +
    "ban hành, phủ, đóng mới, đón được, phổ biến, sáp nhập, giảm, phấn đấu, hold, holds, train, build, support, plant, open, create, organise, organize, organises, organizes, publish, publishes",
);

const NUMBER_OF = phraseSet("số, tổng số, trong số, lượng, tổng lượng, các, of");

/** A count is promised where it is led to by a comparator or a verb, and somewhere it says when. */
export function judgeCount(
  tokens: readonly Token[],
  items: readonly Item[],
  candidate: Candidate,
  quantity: Quantity,
  previous: Candidate | null,
  { hasWhen, isUndated }: Timing,
): Verdict {
  const { at, left, part } = candidate;
  const item = items[at]!;
  const bounded = left.comparator !== null || quantity.suffix !== null;
  if (quantity.unit.kind === "none" && quantity.numeral !== "fraction") {
    const isLed = left.hasLevel || bounded || isNextMilestone(items, at, previous);
    return isLed && hasWhen && quantity.numeral === "figure" ? "promise" : "doubt";
  }
  if (bounded && isUndated && isNorm(tokens, items, candidate, quantity)) return "doubt";
  if (quantity.numeral === "fraction")
    return bounded ||
      left.hasLevel ||
      left.hasChange ||
      startsPhrase(NUMBER_OF, tokens, item.to) ||
      isNextMilestone(items, at, previous)
      ? "promise"
      : "doubt";
  if (quantity.numeral === "word" && !bounded && !hasWhen) return "none";
  if (bounded)
    return isAttribute(tokens, items, candidate, quantity) || isSpread(tokens, items, candidate, quantity)
      ? "doubt"
      : "promise";
  if (left.moves && startsPhrase(MOVED, tokens, items[left.before + 1]!.from)) return "promise";
  if (!hasWhen || startsPhrase(PLACES, tokens, item.from - 1)) return "none";
  if (left.hasLevel) return "promise";
  const before = left.before >= 0 && left.before >= part ? items[left.before] : undefined;
  if (before?.kind === "separator" && before.strength < 3 && previous === null) return "none";
  if (before === undefined || before.kind === "separator") {
    const isSaid =
      quantity.numeral !== "word" ||
      items[at - 1]?.kind === "cadence" ||
      isNextOf(items, at, quantity, previous);
    return isSaid ? "promise" : "none";
  }
  if (startsPhrase(MEASURED, tokens, items[part]!.from) && left.before < at) return "promise";
  if (countsSame(tokens, items[part]!.from, quantity)) return "promise";
  // After a promise: "…, mức chi tiêu bình quân 1,9 triệu đồng/ngày/khách"
  if (previous !== null && left.hasAverage && quantity.unit.kind === "ratio") return "promise";
  if (isShareOf(tokens, items, at, previous)) return "promise";
  if (isAfterAnd(tokens, items, candidate, previous) || isAfterCadence(tokens, items, at)) return "promise";
  // "đào tạo lại từ 1.000 - 1.200 lao động": over the light words.
  if (
    isLedByDoing(tokens, before.to) ||
    isLedByDoing(tokens, item.from) ||
    (quantity.upper !== null && isLedByDoing(tokens, item.from - 1))
  )
    return isState(tokens, items, at) ? "doubt" : "promise";
  return "doubt";
}

const NUMBER = phraseSet("số, tổng số");

/** "Số xã kiểu mẫu từ 17-19 xã": the number of what is counted, in the same word. */
function countsSame(tokens: readonly Token[], from: number, { unitFrom, end, upper }: Quantity): boolean {
  if (upper === null) return false;
  const number = matchPhrase(NUMBER, tokens, from)?.length ?? 0;
  const unit = tokens.slice(unitFrom, end);
  return number > 0 && unit.length > 0 && unit.every(({ key }, i) => tokens[from + number + i]?.key === key);
}

/**
 * "Sĩ số không quá 35 học sinh", "từ 8 điểm trở lên", "máy chủ có tối thiểu 64 GB": a bound that no time is set for is
 * a rule, unless it is on what is done.
 */
function isNorm(
  tokens: readonly Token[],
  items: readonly Item[],
  { at, left }: Candidate,
  { suffix, unitFrom, end }: Quantity,
): boolean {
  if (left.hasLevel || left.hasChange) return false;
  if (startsPhrase(FOR_KIND, tokens, end)) return true;
  if (suffix !== null || left.comparator === "<=" || left.comparator === "<") return true;
  const start = items[at - 1]?.from ?? -1;
  const isHeld = startsPhrase(HAVING, tokens, start - 1);
  // "Chợ hạng I có trên 400 điểm kinh doanh"
  if (isHeld && left.comparator === ">" && items[left.before]?.kind === "word") return true;
  return startsPhrase(MEASURES, tokens, unitFrom) && (isHeld || !isLedByDoing(tokens, start));
}

/** "ít nhất 07 người đối với trường mầm non": for each kind another bound. */
const FOR_KIND = phraseSet("đối với");
const MEASURES = phraseSet(
  "m, mét, m2, m3, cm, mm, km, kg, gam, tấn, lít, ml, ha, GB, TB, MB, Mbps, Gbps, W, kW, độ",
);

/** "2/3 vào năm 2029 và ba phần tư vào năm 2031", "đạt 0,74 vào năm 2027 và 0,77 vào năm 2030". */
function isNextMilestone(items: readonly Item[], at: number, previous: Candidate | null): boolean {
  const [first, second] = [items[previous?.at ?? -1], items[at]];
  if (first?.kind !== "quantity" || second?.kind !== "quantity") return false;
  const isAlike =
    first.quantity.unit.kind === "none" &&
    !first.quantity.isRank &&
    (first.quantity.numeral === "fraction") === (second.quantity.numeral === "fraction");
  if (!isAlike || items[at - 1]?.kind !== "separator") return false;
  return items[at + 1]?.kind === "period" || previous!.at === at - 2;
}

const OVER = phraseSet("trên");
const AREAS = phraseSet(
  "lĩnh vực, địa bàn, địa phương, xã, phường, huyện, tỉnh, thành phố, thôn, tuyến, kênh, nền tảng, phương diện, mặt, hệ thống, vùng",
);
const PLOTS = phraseSet("ha, héc ta, hecta, m2, km, km2");
const UNIT_OF_AREA = phraseSet("đơn vị diện tích");

/** "Triển khai Đề án trên 11 lĩnh vực", "giá trị sản phẩm trên 1 ha": over what, not more than how many. */
function isSpread(
  tokens: readonly Token[],
  items: readonly Item[],
  { at, left, part }: Candidate,
  { unitFrom, value }: Quantity,
): boolean {
  const [before, over] = [items[at - 2], items[at - 1]];
  if (left.hasLevel || !startsPhrase(OVER, tokens, over?.from ?? -1)) return false;
  if (startsPhrase(UNIT_OF_AREA, tokens, unitFrom)) return true;
  // "20 điều dưỡng trên 10.000 dân"
  if (before?.kind === "quantity" && /^10{2,}$/u.test(value)) return true;
  // "thu được trên 1 ha", but "có trên 1 ha"
  const isHeld = startsPhrase(HAVING, tokens, before?.from ?? -1);
  if (value === "1" && before !== undefined && !isHeld && startsPhrase(PLOTS, tokens, unitFrom)) return true;
  if (before?.kind !== "word" && before?.kind !== "name" && before?.kind !== "average") return false;
  if (startsPhrase(AMOUNTS, tokens, items[part]!.from) || isLedByDoing(tokens, over!.from)) return false;
  if (/^10*$/u.test(value) && startsPhrase(PLOTS, tokens, unitFrom)) return true;
  return startsPhrase(AREAS, tokens, unitFrom);
}

/** What is said to be so much by itself: "Diện tích rừng trên 500 ha". */
const AMOUNTS = phraseSet(
  "số, số lượng, tổng số, diện tích, tổng diện tích, chiều dài, tổng chiều dài, quy mô",
);

/** "mười phòng học và bốn nhà vệ sinh"; "một" is more often an article. */
function isNextOf(
  items: readonly Item[],
  at: number,
  { unit, value }: Quantity,
  previous: Candidate | null,
): boolean {
  const [joint, first] = [items[at - 1], items[previous?.at ?? -1]];
  if (joint?.kind !== "separator" || joint.strength === 3 || first?.kind !== "quantity") return false;
  return value !== "1" && unit.kind === first.quantity.unit.kind && unit.kind !== "none";
}

/** "30 m2 sàn/người, trong đó khu vực đô thị 32 m2 sàn/người": the same is counted as before. */
function isShareOf(
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  previous: Candidate | null,
): boolean {
  const [first, second] = [items[previous?.at ?? -1], items[at]];
  if (first?.kind !== "quantity" || second?.kind !== "quantity") return false;
  if (!items.slice(previous!.at, at).some(({ from }) => startsPhrase(WITHIN, tokens, from))) return false;
  return nounOf(tokens, first.quantity) === nounOf(tokens, second.quantity);
}

const WITHIN = phraseSet("trong đó, trong số đó");

/** The word that a unit begins with: "lượt" of "triệu lượt khách". */
function nounOf(tokens: readonly Token[], { unitFrom }: Quantity): string | undefined {
  return tokens[unitFrom + (matchPhrase(scales, tokens, unitFrom)?.length ?? 0)]?.key;
}

/** A verb that says both that it changes and to what. */
const MOVED = phraseSet("giảm còn, giảm xuống, hạ xuống, kéo giảm còn, tăng lên, nâng lên, đưa lên");

/** "mỗi quý công bố 01 bản tin": between the cadence and the number there is only a verb. */
function isAfterCadence(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && before >= at - LONGEST_ACT && items[before]!.kind === "word") before -= 1;
  const item = items[before];
  return before < at - 1 && item?.kind === "cadence" && !startsPhrase(NO_ACTS, tokens, item.to);
}

const LONGEST_ACT = 3;
const NO_ACTS = phraseSet("mỗi, each, số, tỷ lệ, theo, tại, trong, của, với");

/**
 * "Thành lập 01 trung tâm và giải thể 02 đơn vị", "… và phát hành không dưới 5.000 tờ rơi": after a promised count an
 * "và", and a verb before the next count.
 */
export function isAfterAnd(
  tokens: readonly Token[],
  items: readonly Item[],
  { at, left }: Candidate,
  previous: Candidate | null,
): boolean {
  const [first, second] = [items[previous?.at ?? -1], items[at]];
  if (first?.kind !== "quantity" || first.quantity.unit.kind !== "noun") return false;
  if (second?.kind !== "quantity" || second.quantity.unit.kind !== "noun" || left.hasLevel) return false;
  let joint = left.before;
  while (joint > previous!.at && joint >= left.before - LONGEST_ACT && items[joint]!.kind === "word")
    joint -= 1;
  const item = items[joint];
  if (joint === left.before || item?.kind !== "separator" || item.strength !== 1) return false;
  return !startsPhrase(NO_ACTS, tokens, item.to);
}

/** "ở 15 xã miền núi": where, not how many. */
const PLACES = phraseSet("ở, tại, với, của, trong, trên, thuộc, giữa, among, at");

/** What has a size: "quy mô dân số 104 triệu người". */
const MEASURED = phraseSet(
  "bình quân lương thực, lương thực bình quân, quy mô, quy mô dân số, sản lượng, tổng sản lượng, thu nhập, thu nhập bình quân, doanh thu, tổng doanh thu, giá trị, kim ngạch, tổng kim ngạch, tổng vốn đầu tư toàn xã hội, thu ngân sách, tổng thu, năng suất, số lượng, tổng số, tổng diện tích, tổng đàn, tổng lượt khách, tuổi thọ, chiều cao, tỷ suất, tỷ số, GRDP, GDP",
);

function isLedByDoing(tokens: readonly Token[], end: number): boolean {
  return doingBefore(tokens, end) !== null;
}

/** Where the longest verb of doing begins that ends right before the token at `end`; null if none does. */
export function doingBefore(tokens: readonly Token[], end: number): number | null {
  return startOfPhraseBefore(DOING, tokens, end);
}

/** "Năm học 2024-2025, toàn tỉnh có 312 trường": having so many in a year, with no sign that it is to come. */
function isState(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const date = items[0];
  if (!startsPhrase(HAVING, tokens, items[at - 1]?.from ?? -1)) return false;
  if (date?.kind !== "period" || items.some(isSignOfPromise)) return false;
  return !date.period.until && date.period.kind !== "open";
}

const HAVING = phraseSet("có, has, have");

function isSignOfPromise({ kind }: Item): boolean {
  return kind === "promise" || kind === "cadence" || kind === "comparator";
}

const ATTRIBUTES = phraseSet("từ, có, with, having");

const GROUPS = phraseSet(
  "các, những, nhóm, người, hộ, ưu tiên, đối tượng, quy mô, doanh nghiệp, xã, thôn, cơ sở, khu, bản, đơn vị, trường, nhà trường, lớp, cơ quan, dự án, hợp tác xã, khu dân cư, hồ sơ, xe, công trình, tổ chức, địa bàn, huyện",
);

/** "các xã có từ 1.500 dân trở lên": a bound that only says who is meant. */
function isAttribute(
  tokens: readonly Token[],
  items: readonly Item[],
  { at, left, part }: Candidate,
  quantity: Quantity,
): boolean {
  const item = items[at]!;
  if (left.hasLevel || (quantity.suffix === null && left.comparator !== ">" && left.comparator !== "<"))
    return false;
  const from = items[part]!.from;
  const hasPeriod = items.slice(part, at).some(({ kind }) => kind === "period" || kind === "cadence");
  return !hasPeriod && hasPhrase(ATTRIBUTES, tokens, from, item.from) && startsPhrase(GROUPS, tokens, from);
}

export type Verdict = "promise" | "none" | "doubt";

/** What a sentence and the headings above it say of time. */
export interface Timing {
  /** A date, a cadence, or a yearly average. */
  readonly hasWhen: boolean;
  /** Neither a date nor a cadence, nor that something is striven for. */
  readonly isUndated: boolean;
  /** Nor is it part of a plan, by whose end it could be due: a promise has a time. */
  readonly isBare: boolean;
}
