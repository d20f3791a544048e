import type { Item } from "./items.ts";
import type { Candidate } from "./parts.ts";
import { hasPhrase, matchPhrase, phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Quantity } from "./quantities.ts";
import type { Token } from "./tokens.ts";

const DOING = phraseSet(
  "có, xây dựng, xây, xây mới, mới, thêm, được, tổ chức, mở, hỗ trợ, đào tạo, bồi dưỡng, tập huấn, thành lập, duy trì, phát triển, trồng, thu hút, đón, cho, tạo, bố trí, lắp đặt, lắp, sửa chữa, cải tạo, nâng cấp, hoàn thành, vận động, tuyển dụng, tuyển, đưa, cấp, trao, " +
    "tặng, khám, tư vấn, xuất bản, phát hành, đăng, phát, biên soạn, sản xuất, khai thác, huy động, công nhận, xử lý, di dời, số hóa, kết nối, triển khai, thực hiện, tiến hành, nhân rộng, hình thành, chuyển đổi, cung cấp, bổ sung, xuất khẩu, tiếp nhận, tiêm, cứu chữa, dạy, hướng dẫn, kết nạp, giới thiệu, thí điểm, đầu tư, mua sắm, trang bị, " +
    "xóa, bàn giao, khởi công, kiểm tra, thanh tra, cứng hóa, khôi phục, phục hồi, thiết lập, vận hành, phân bổ, thả, nuôi, ký kết, ký, tham gia, cử, khánh thành, rà soát, phê duyệt, nghiên cứu, chuyển giao, in, in ấn, chọn, lựa chọn, dựng, chiếu, trồng mới, phát sóng, chăm sóc, ghép, tổ chức được, tạo ra, thu gom, đỡ đầu, tái chế, khảo sát, đánh giá, giảm nghèo cho, gặp mặt, đối thoại, ra mắt, biểu diễn, phục vụ, đóng góp, hiến, hỗ trợ được, cắm mốc, cắm, nạo vét, khơi thông, quét dọn, thí điểm tại, triển khai tại, xuất bản được, tư vấn cho, bồi dưỡng cho, tập huấn cho, đào tạo cho, phổ cập cho, cấp phát, trợ giúp, tiếp cận, giảm được, hỗ trợ cho, giải quyết, giúp, tạo việc làm cho, làm mới, khoan, đặt, củng cố, bảo đảm, đảm bảo, xây dựng được, " +
    "phủ, đóng mới, đón được, phổ biến, sáp nhập, giảm, phấn đấu, hold, holds, train, build, support, plant, open, create, organise, organize, organises, organizes, publish, publishes",
);

const NUMBER_OF = phraseSet("số, tổng số, các, of");

/** A count is promised where it is led to by a comparator or a verb, and somewhere it says when. */
export function judgeCount(
  tokens: readonly Token[],
  items: readonly Item[],
  candidate: Candidate,
  quantity: Quantity,
  previous: Candidate | null,
  hasWhen: boolean,
): Verdict {
  const { at, left, part } = candidate;
  const item = items[at]!;
  const bounded = left.comparator !== null || quantity.suffix !== null;
  if (quantity.unit.kind === "none" && quantity.numeral !== "fraction")
    return (left.hasLevel || bounded) && hasWhen && quantity.numeral === "figure" ? "promise" : "doubt";
  if (quantity.numeral === "fraction")
    return bounded || left.hasLevel || left.hasChange || startsPhrase(NUMBER_OF, tokens, item.to)
      ? "promise"
      : "doubt";
  if (quantity.numeral === "word" && !bounded && !hasWhen) return "none";
  if (bounded) return isAttribute(tokens, items, candidate, quantity) ? "doubt" : "promise";
  if (!hasWhen || startsPhrase(PLACES, tokens, item.from - 1)) return "none";
  if (left.hasLevel) return "promise";
  const before = left.before >= 0 && left.before >= part ? items[left.before] : undefined;
  if (before?.kind === "separator" && before.strength < 3 && previous === null) return "none";
  if (before === undefined || before.kind === "separator")
    return quantity.numeral === "word" && items[at - 1]?.kind !== "cadence" ? "none" : "promise";
  if (startsPhrase(MEASURED, tokens, items[part]!.from) && left.before < at) return "promise";
  if (isLedByDoing(tokens, item.from) || (quantity.upper !== null && isLedByDoing(tokens, item.from - 1)))
    return isState(items, at) ? "doubt" : "promise";
  return "doubt";
}

/** "ở 15 xã miền núi": where, not how many. */
const PLACES = phraseSet("ở, tại, với, của, trong, trên, thuộc, giữa, among, at");

/** What has a size: "quy mô dân số 104 triệu người". */
const MEASURED = phraseSet(
  "quy mô, quy mô dân số, sản lượng, tổng sản lượng, thu nhập, thu nhập bình quân, doanh thu, tổng doanh thu, giá trị, kim ngạch, tổng kim ngạch, tổng vốn đầu tư toàn xã hội, thu ngân sách, tổng thu, năng suất, số lượng, tổng số, tổng diện tích, tổng đàn, tổng lượt khách, tuổi thọ, chiều cao, tỷ suất, tỷ số, GRDP, GDP",
);
const LONGEST_VERB = 5;

/** A verb of doing ends right before the number. */
function isLedByDoing(tokens: readonly Token[], end: number): boolean {
  for (let length = 1; length <= LONGEST_VERB; length += 1) {
    if (matchPhrase(DOING, tokens, end - length)?.length === length) return true;
  }
  return false;
}

/** "Năm học 2024-2025, toàn tỉnh có 312 trường": having so many in a year, with no sign that it is to come. */
function isState(items: readonly Item[], at: number): boolean {
  const date = items[0];
  if (items[at - 1]?.kind !== "light" || date?.kind !== "period" || items.some(isSignOfPromise)) return false;
  return !date.period.until && date.period.kind !== "open";
}

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
