import type { Cadence } from "./lexicon.ts";
import { matchPhrase, phraseSet, startsPhrase } from "./phrase-table.ts";
import type { Token } from "./tokens.ts";
import { phraseKeys, wordKey } from "./word-key.ts";

/** The words of a unit: tokens from where the number ends up to `end`; `end` is that place if there is none. */
export interface UnitReading {
  readonly end: number;
  readonly kind: "percent" | "points" | "noun" | "ratio" | "none";
  /** `/năm` and the like at its end. */
  readonly cadence: Cadence | null;
  /** How many slashes it has. */
  readonly slashes: number;
}

const POINTS = phraseSet("điểm phần trăm, điểm %, percentage points, percentage point, điểm % so");
const PERCENT = phraseSet("%, ‰, phần trăm, phần nghìn, percent, per cent");
/** What a number is counted in: "2,4 triệu lượt khách". */
export const scales = phraseSet(
  "nghìn, ngàn, triệu, tỷ, tỉ, vạn, trăm, chục, nghìn tỷ, ngàn tỷ, trăm tỷ, trăm nghìn, trăm triệu, million, billion, thousand",
);

/** Counted nouns of more than one syllable, and pairs; those of one syllable are read as they come. */
const NOUNS = phraseSet(
  "tin bài, tin - bài, tin, bài, hoạt động, diễn đàn, hội thi, hội thảo, hội nghị, hội diễn, hội chợ, hội trại, tọa đàm, chuyên đề, chuyên mục, chuyên trang, phóng sự, chương trình, chiến dịch, mô hình, câu lạc bộ, sự kiện, " +
    "cuộc thi, cuộc họp, phiên họp, phiên chợ, phiên giao dịch, lượt người, lượt khách, lượt xe, lượt trẻ em, lượt học sinh, lượt cán bộ, lượt hộ, lượt truy cập, lượt hồ sơ, lượt, người lao động, người dân, người cao tuổi, người khuyết tật, người học, người, lao động nữ, lao động, cán bộ, công chức, viên chức, " +
    "cán bộ công chức, giáo viên, học sinh, sinh viên, học viên, giảng viên, bác sĩ, dược sĩ, điều dưỡng, hộ sinh, y tá, kỹ sư, công nhân, nông dân, thanh niên, phụ nữ, trẻ em, em bé, em, cháu, đoàn viên, hội viên, đảng viên, cộng tác viên, tuyên truyền viên, hộ gia đình, hộ nghèo, hộ cận nghèo, hộ kinh doanh, hộ dân, hộ, gia đình, " +
    "doanh nghiệp nhỏ và vừa, doanh nghiệp khởi nghiệp, doanh nghiệp công nghệ số, doanh nghiệp, hợp tác xã, tổ hợp tác, trang trại, làng nghề, nghề truyền thống, cơ sở sản xuất, cơ sở giáo dục, cơ sở y tế, cơ sở lưu trú, cơ sở, nhà đầu tư, tổ chức, cơ quan, đơn vị, trạm y tế, trạm biến áp, trạm sạc, trạm bơm, trạm quan trắc, trạm cấp nước, trạm, bản tin, bản đồ, nhà máy, nhà trẻ, nhà tình nghĩa, máy tính, máy bơm, xe máy, xe điện, xe đạp, khu vui chơi, khu đô thị, khu chế xuất, tổ chức đảng, tổ tự quản, nhóm trẻ, vụ án, vụ việc, chuyến bay, chuyến, suất ăn, bể bơi, bếp ăn, giếng khoan, tủ sách, điểm du lịch, điểm truy cập, " +
    "bệnh viện, phòng khám, trường mầm non, trường tiểu học, trường trung học cơ sở, trường trung học phổ thông, trường học, trường đại học, trường cao đẳng, trường, lớp học, phòng học bộ môn, phòng bộ môn, phòng chức năng, phòng máy, phòng học, nhà đa năng, nhà công vụ, nhà hiệu bộ, thư viện, nhà văn hóa, nhà vệ sinh, nhà ở xã hội, nhà ở, căn nhà, căn hộ, ngôi nhà, nhà, sân chơi, điểm vui chơi, điểm trường, điểm đến, điểm đen, điểm cầu, điểm, " +
    "giường bệnh, giường, chợ, siêu thị, khu công nghiệp, cụm công nghiệp, khu dân cư, khu du lịch, khu, cụm, công trình, dự án, đề án, đề tài, nhiệm vụ, sáng kiến, sản phẩm du lịch, sản phẩm, thương hiệu, nhãn hiệu, chỉ dẫn địa lý, bằng sáng chế, dịch vụ công, dịch vụ, thủ tục hành chính, thủ tục, hồ sơ, văn bản, tài liệu, ấn phẩm, đầu sách, bản sách, cuốn sách, " +
    "tờ rơi, bộ dữ liệu, cơ sở dữ liệu, bộ, nền tảng, ứng dụng, phần mềm, tài khoản, thuê bao, tuyến đường, tuyến phố, tuyến, cây cầu, cầu, hồ chứa, giếng, cây xanh, cây, con, tỉnh, huyện, quận, thành phố, thị xã, xã, phường, thị trấn, thôn, bản, làng, buôn, ấp, tổ dân phố, địa phương, vùng, quốc gia, nước, vườn quốc gia, " +
    "khách sạn, ngày hội, lễ phát động, lễ hội, lễ ra quân, bài giảng, bài viết, bài báo, ca sinh, ca bệnh, ca mắc, ca tử vong, ca, vụ, trường hợp, cuộc, đợt, lớp, buổi, lần, kỳ, khóa, đội, nhóm, tổ, đoàn, suất học bổng, suất quà, suất, phần quà, giải thưởng, giải, bậc, hạng, đồng, USD, đô la, usd, km, km2, m, m2, m3, ha, héc ta, héc - ta, hecta, tấn, tạ, kg, lít, kWh, MW, kW, GWh, MWp, quả, chiếc, cái, xe buýt, xe, tàu cá, tàu, máy, " +
    "cm, mm, mét, giờ, phút, tiêu chí, nội dung, tiết học, tiết, kênh, đường dây nóng, tổ công nghệ số cộng đồng, tổ hòa giải, mã vùng trồng, vùng trồng, khách, lượt xét nghiệm, mẫu, phiếu, thẻ, việc làm, chỗ làm việc, tuổi, năm, ngày, tháng, quý, tuần",
);

/** Words that end a unit which is not among the nouns above. */
const STOPS = phraseSet(
  "đối với, số, cho, của, về, để, vào, trên, tại, ở, trong, từ, đến, tới, được, có, là, và, hoặc, với, theo, do, bị, đã, đang, sẽ, phải, không, nhằm, mỗi, hằng, hàng, các, những, này, đó, so, trở, đạt, thuộc, giữa, qua, bằng, khi, sau, trước, mà, như, thì, " +
    "tham gia, tham dự, tổ chức, triển khai, thực hiện, tuyên truyền, tập huấn, bồi dưỡng, đào tạo, xây dựng, kiểm tra, giám sát, phục vụ, hỗ trợ, chuyển đổi, ứng dụng, truyền thông, vay, học, nuôi, sản xuất, hoàn thành, năm, quý, toàn, cả, mới, thường xuyên, đủ, bình quân, trung bình, lên, xuống, còn, tăng, giảm, duy trì, nằm, " +
    "trung ương, cấp, ngoài, dưới, hơn, gần, khoảng, ít nhất, tối thiểu, trồng, sử dụng, áp dụng, kết nối, lắp đặt, vận hành, liên kết, ký, nộp, làm, tương đương, kể, nhất, phấn đấu, góp phần, trở lên, trở xuống, tiếp, cùng, chung, riêng, trong đó, đáp ứng, đồng thời, bao gồm, gồm, lần lượt, tương ứng, per, by, in, on, for, of, to, have, has, are, is, with, from, and, at, each, every, that, who, will, a, the",
);
const DENOMINATOR_STOPS = phraseSet(
  "vào, năm, đến, trong, từ, tại, ở, và, của, theo, so, được, trên, đạt, trở, là, còn, xuống, lên, giảm, tăng, hằng, hàng, cho, để, mỗi, với, by, in, dưới, tới, giai đoạn, có, bằng, nhằm, tương đương, trở lên, trở xuống, cuối, hết, phấn đấu, gồm, toàn, đối với",
);
const CADENCE_NOUNS: ReadonlyMap<string, Cadence> = new Map([
  [wordKey("năm"), "year"],
  [wordKey("quý"), "quarter"],
  [wordKey("tháng"), "month"],
  ["year", "year"],
  ["quarter", "quarter"],
  ["month", "month"],
]);

const MEMBER = wordKey("viên");

/** Of a unit that is none of the nouns above: a compound of two syllables, or one foreign word. */
const LONGEST = 2;
const LONGEST_RATIO = 4;
const LONGEST_DENOMINATOR = 6;

/** Reads what follows a number as its unit, as printed: "%/năm", "bé trai/100 bé gái", "tin, bài", "nghìn ha". */
export function readUnit(tokens: readonly Token[], at: number): UnitReading {
  const points = matchPhrase(POINTS, tokens, at);
  if (points !== null)
    return { end: at + Math.min(points.length, 3), kind: "points", cadence: null, slashes: 0 };
  const percent = matchPhrase(PERCENT, tokens, at);
  if (percent !== null) return readDenominators(tokens, at + percent.length, "percent");
  const scale = matchPhrase(scales, tokens, at);
  const noun = readNoun(tokens, at + (scale?.length ?? 0));
  const ratio = findRatio(tokens, noun);
  const end = ratio ?? noun;
  const unit = end > at || isOutOfRound(tokens, at) ? readDenominators(tokens, end, "noun") : null;
  // Of "20/10" nothing is read: a day, and no unit.
  return unit !== null && unit.end > at ? unit : { end: at, kind: "none", cadence: null, slashes: 0 };
}

function readNoun(tokens: readonly Token[], at: number): number {
  const pair = readPair(tokens, at);
  if (pair !== null) return pair;
  const known = matchPhrase(NOUNS, tokens, at);
  if (known !== null) return at + known.length;
  let end = at;
  const longest = /^[a-z]{4,}$/u.test(tokens[at]?.key ?? "") && isForeign(tokens[at]!.text) ? 1 : LONGEST;
  while (end < at + longest && isUnitWord(tokens, end)) end += 1;
  // "hòa giải viên", "hướng dẫn viên"
  return end === at + LONGEST && tokens[end]?.key === MEMBER ? end + 1 : end;
}

/** An English noun: longer than a Vietnamese syllable, or with letters or an order of letters that none has. */
function isForeign(word: string): boolean {
  return word.length > 6 || /[fjwz]|[aeiou][^aeiou]+[aeiou]/iu.test(word);
}

function isUnitWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === "word" && !startsPhrase(STOPS, tokens, at);
}

/** "tin, bài": two short nouns that are counted together. */
function readPair(tokens: readonly Token[], at: number): number | null {
  const [first, comma, second] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first?.kind !== "word" || second?.kind !== "word") return null;
  return PAIRS.has(`${first.key}${comma?.key}${second.key}`) ? at + 3 : null;
}

const PAIRS: ReadonlySet<string> = new Set(
  [
    "tin , bài",
    "tin / bài",
    "tin - bài",
    "bài , tin",
    "xã , phường",
    "thôn , bản",
    "thôn , ấp",
    "bài , ảnh",
  ].map((pair) => phraseKeys(pair).join("")),
);

/** A noun with words of its own before a slash is all unit: "bác sĩ nhi khoa/100.000 dân". */
function findRatio(tokens: readonly Token[], noun: number): number | null {
  let end = noun;
  while (
    end < noun + LONGEST_RATIO &&
    tokens[end]?.kind === "word" &&
    !startsPhrase(DENOMINATOR_STOPS, tokens, end)
  )
    end += 1;
  return end > noun && tokens[end]?.key === "/" ? end : null;
}

function readDenominators(tokens: readonly Token[], at: number, kind: "percent" | "noun"): UnitReading {
  let end = at;
  let cadence: UnitReading["cadence"] = null;
  let slashes = 0;
  while (tokens[end]?.key === "/" && slashes < 3) {
    const named = CADENCE_NOUNS.get(tokens[end + 1]?.key ?? "");
    if (named !== undefined) {
      cadence = named;
      end += 2;
    } else {
      const next = readDenominator(tokens, end + 1);
      if (next === end + 1) break;
      end = next;
    }
    slashes += 1;
  }
  if (slashes === 0) return { end, kind, cadence: null, slashes: 0 };
  return { end, kind: kind === "percent" ? "percent" : "ratio", cadence, slashes };
}

/** "/100.000 trẻ em", "/năm", but not "/151 xã": so many of all there are. */
function isOutOfRound(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.key !== "/") return false;
  return tokens[at + 1]?.kind !== "number" || /^10+$/u.test(tokens[at + 1]!.text.replaceAll(".", ""));
}

function readDenominator(tokens: readonly Token[], at: number): number {
  let end = at;
  if (tokens[end]?.kind === "number") end += 1;
  const first = end;
  const isRound = /^\d{1,3}(\.000)+$|^100+$/u.test(tokens[end - 1]?.text ?? "");
  while (
    end < first + LONGEST_DENOMINATOR &&
    tokens[end]?.kind === "word" &&
    !startsPhrase(DENOMINATOR_STOPS, tokens, end)
  )
    end += 1;
  return end > first || isRound ? end : at;
}
