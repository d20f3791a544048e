import { phraseSet, phraseTable } from "./phrase-table.ts";

export type Comparator = "reach" | ">=" | "<=" | ">" | "<" | "=" | "between" | "about";
export type Cadence = "year" | "half" | "quarter" | "month";

/** Comparators, which stand before their number. */
export const comparators = phraseTable<Comparator>([
  [
    ">=",
    "ít nhất, ít nhất là, ít nhất phải, tối thiểu, tối thiểu là, không dưới, không thấp hơn, không ít hơn, không nhỏ hơn, " +
      "không kém, không kém hơn, đạt và vượt, bằng hoặc cao hơn, chí ít, chí ít là, ≥, >=, at least, no less than, not less than, " +
      "no fewer than, not fewer than, a minimum of, minimum",
  ],
  [
    ">",
    "trên, hơn, vượt, vượt trên, vượt mức, nhiều hơn, cao hơn, lớn hơn, trên mức, >, more than, over, above, greater than, exceed, exceeding",
  ],
  [
    "<=",
    "không quá, tối đa, tối đa là, tối đa không quá, không vượt quá, không vượt, không cao hơn, không lớn hơn, không nhiều hơn, " +
      "không trên, nhiều nhất, cao nhất, ≤, <=, at most, no more than, not more than, not over, a maximum of, maximum",
  ],
  [
    "<",
    "dưới, ít hơn, thấp hơn, nhỏ hơn, dưới mức, chưa đến, chưa tới, <, less than, fewer than, below, under, falls below, fall below, drops below",
  ],
  [
    "about",
    "khoảng, xấp xỉ, gần, gần bằng, chừng, vào khoảng, khoảng từ, ước khoảng, trên dưới, ~, ≈, about, approximately, around, nearly, almost",
  ],
]);

/** What follows a number and bounds it. */
export const suffixes = phraseTable<Comparator>([
  [">=", "trở lên, hoặc cao hơn, hoặc hơn, or more, or above, and above, or higher"],
  ["<=", "trở xuống, hoặc thấp hơn, hoặc ít hơn, or less, or fewer, or lower, or below"],
]);

/** Words that lead to a level, so that a change before them is none; with the comparator they have of themselves. */
export const levels = phraseTable<Comparator | null>([
  [
    "<=",
    "còn, xuống còn, chỉ còn, giảm còn, giảm xuống còn, giảm chỉ còn, kéo giảm còn, hạ xuống còn, xuống chỉ còn, đưa về còn, còn lại",
  ],
  [
    null,
    "đạt, đạt được, đạt mức, đạt tỷ lệ, đạt tỷ suất, đạt tỷ số, chiếm tỷ lệ, chiếm, là, bằng, ở mức, mức, lên, lên đến, lên tới, lên mức, lên đạt, xuống, xuống mức, đạt đến, đạt tới, tăng lên, tăng lên đạt, " +
      "nâng lên, giảm xuống, hạ xuống, đưa lên, đáp ứng, ổn định ở mức, duy trì, giữ, giữ mức, duy trì ở mức, to, reach, reaches, reaching, is, are, of",
  ],
]);

export const changes = phraseTable<"change">([
  [
    "change",
    "tăng, tăng thêm, tăng được, giảm, giảm thêm, giảm được, giảm bớt, kéo giảm, cắt giảm, giảm thiểu, nâng, nâng thêm, rút ngắn, hạ, " +
      "increase, increases, raise, reduce, reduces, cut, decrease, decreases, grow, grows, fall, falls, rise, rises",
  ],
]);

/** Longer words that only begin like a verb of change. */
export const noChanges = phraseSet(
  "tăng cường, tăng trưởng, tăng tốc, tăng thu, tăng gia, tăng sinh, tăng âm, tăng huyết áp, tăng ca, giảm nghèo, giảm tải, giảm trừ, giảm đau, giảm sút, giảm chấn, nâng cao, nâng cấp, nâng đỡ, nâng tầm, hạ tầng, hạ lưu, hạ nguồn, hạ thủy",
);

export const multiples = phraseSet("gấp, tăng gấp, gấp khoảng, multiply");
export const doubled = phraseTable<string>([
  ["2", "gấp đôi, tăng gấp đôi, nhân đôi, double, doubles"],
  ["3", "gấp ba, tăng gấp ba, triple, triples"],
  ["1.5", "gấp rưỡi, tăng gấp rưỡi"],
]);

export const averages = phraseSet(
  "bình quân hàng năm, bình quân hằng năm, bình quân mỗi năm, bình quân năm, bình quân một năm, bình quân, trung bình hàng năm, trung bình hằng năm, trung bình mỗi năm, trung bình năm, " +
    "trung bình, mỗi năm bình quân, hằng năm bình quân, hàng năm bình quân, mỗi năm trung bình, on average, an average of, average",
);
export const growth = phraseSet(
  "tốc độ tăng, tăng trưởng, tốc độ giảm, mức giảm, mức tăng, tăng, giảm, growth",
);

/** What follows is a part of what was said before. */
export const within = phraseSet("trong đó, trong số đó, of which");
export const partMarks = phraseSet("trong đó, trong số đó, riêng, of which");

export const respectively = phraseSet("lần lượt, tương ứng, theo thứ tự, respectively");

export const cadences = phraseTable<Cadence>([
  [
    "year",
    "hằng năm, hàng năm, mỗi năm, mỗi một năm, từng năm, every year, each year, annually, yearly, a year, per year",
  ],
  [
    "half",
    "hằng 6 tháng, mỗi 6 tháng, mỗi sáu tháng, mỗi nửa năm, nửa năm một lần, 6 tháng một lần, sáu tháng một lần, 06 tháng một lần, hai lần một năm, every six months, every half year",
  ],
  ["quarter", "hằng quý, hàng quý, mỗi quý, từng quý, every quarter, each quarter, quarterly, a quarter"],
  ["month", "hằng tháng, hàng tháng, mỗi tháng, từng tháng, every month, each month, monthly, a month"],
]);
export const otherCadences = phraseSet(
  "hằng tuần, hàng tuần, mỗi tuần, hằng ngày, hàng ngày, mỗi ngày, every week, weekly, daily, every day",
);
export const periodic = phraseSet("định kỳ, theo định kỳ, thường kỳ");
/** Nouns that "hằng năm" after them belongs to. */
export const cadenceNouns = phraseSet(
  "cây, cây trồng, trợ cấp, trợ cấp xã hội, phụ cấp, lương, lương hưu, sinh hoạt phí, công tác, kế hoạch, báo cáo, dự toán, kinh phí, chương trình, nhiệm vụ, ngân sách, thi đua, khen thưởng, tổng kết, đánh giá, chỉ tiêu, đầu tư, kinh doanh, định mức, plan, report, budget",
);

/** Marks of what is, not of what will be. */
export const presentMarks = phraseSet(
  "hiện nay, hiện tại, hiện có, hiện đạt, hiện là, hiện chiếm, hiện đã, hiện đang, hiện mới, hiện còn, hiện toàn, hiện cả, đến nay, cho đến nay, tính đến, đến thời điểm, tại thời điểm báo cáo, tại thời điểm này, thời gian qua, những năm qua, " +
    "năm qua, vừa qua, trước đây, theo báo cáo, theo thống kê, theo số liệu, theo kết quả, qua khảo sát, qua rà soát, ước đạt, ước thực hiện, ước khoảng, ước tính, ước có, ước đón, ước tăng, ước giảm, ước còn, ước cả, ước năm, ước thu, ước giải quyết, cho thấy, kết quả đạt được, thực trạng, " +
    "mới đạt, mới có, mới đáp ứng được, mới chỉ, chỉ mới, currently, so far, at present, to date",
);
/** What cannot stand before "hiện …" when it means now, nor before "ước …" when it means an estimate. */
export const presentSpoilers = phraseSet(
  "thực, phát, thể, xuất, biểu, tái, hiển, quy, công, hương, giao, hiệp, điều",
);
/** What "mới" after them belongs to, when "đạt" or "có" follows: they are new, and not only just reached. */
export const renewables = phraseSet(
  "chuẩn nông thôn, xây dựng nông thôn, xã nông thôn, huyện nông thôn, thành lập, trồng, tuyển, xây, kết nạp, vốn đăng ký, doanh nghiệp đăng ký, " +
    "ca bệnh, ca mắc, ca nhiễm, ca lao, mắc lao, bệnh lao, bệnh nhân lao, lao phổi",
);
export const already = phraseSet("đã");
/** Marks of a promise after a present state. */
export const promiseMarks = phraseSet(
  "phấn đấu, phấn đầu, phần đấu, phần đầu, mục tiêu đến, mục tiêu là, đặt mục tiêu, sẽ, quyết tâm, cần đạt, phải đạt, should, will, aim, aims",
);

export const comparedWith = phraseSet(
  "so với, so cùng kỳ, so sánh với, so, cùng kỳ, compared with, compared to, relative to, cao hơn so với, mức của, thời điểm gốc",
);
export const keeping = phraseSet(
  "duy trì, giữ vững, giữ ổn định, tiếp tục duy trì, giữ, bảo đảm duy trì, sustain, sustained, keep, and kept, maintain, maintained",
);
export const followingYears = phraseSet(
  "các năm tiếp theo, những năm tiếp theo, các năm sau, những năm sau, các năm sau đó, những năm sau đó, trong các năm tiếp theo, trong những năm tiếp theo, hằng năm, hàng năm",
);
export const vision = phraseSet("tầm nhìn, định hướng, định hướng đến");

/** Words that may stand between a number and its verb or comparator. */
export const lightWords = phraseSet(
  "toàn bộ, tất cả, tổng cộng, có, được, thêm, từ, phải, cho, số, cần, ngay, tổng số, lại, với, thì, đều, by, with, thường xuyên, vẫn, luôn, cả, đến, tới, hoàn thành, này, tỷ lệ này, con số, kết quả, luôn luôn, between, khoảng cách này, ở, trở lên, trở xuống",
);

export const ranks = phraseSet(
  "top, nhóm, trong nhóm, trong số, đứng thứ, xếp thứ, xếp hạng, xếp vị trí thứ, vị trí thứ, thứ hạng, hạng thứ, đứng vị trí thứ, nằm trong, lọt vào, đứng trong, trong, vào nhóm, đứng vào nhóm, vào top",
);
export const rankTails = phraseSet(
  "dẫn đầu, đứng đầu, hàng đầu, tốp đầu, cao nhất, tốt nhất, mạnh nhất, thấp nhất, phát triển nhất, xếp đầu, điều hành tốt, chất lượng tốt, điểm cao, thứ hạng cao, leading, best",
);
export const rankVerbs = phraseSet("thuộc, nằm, đứng, xếp, lọt, vào, trong, giữ, among");

export const zeros = phraseSet("không còn, xóa bỏ, xóa bỏ hoàn toàn, cơ bản không còn, cơ bản xóa bỏ");
/** What "không còn" and "xóa bỏ" go on to when nothing is counted. */
export const zeroSpoilers = phraseSet(
  "phù hợp, hiệu lực, khả năng, nhu cầu, là, giá trị, tác dụng, hoạt động, sử dụng, nguyên, đủ, đáp ứng, thuộc, cần, việc làm, nơi, người thân, người nuôi dưỡng, người chăm sóc, người phụng dưỡng, người giám hộ, người đỡ đầu, rào cản, định kiến, tư duy, cơ chế, khoảng cách, " +
    "phân biệt, sự phân biệt, mặc cảm, tâm lý, bao cấp, độc quyền, thói quen, quan niệm, quyền, thời hạn, vướng mắc, các rào cản, các định kiến, mọi rào cản, những rào cản, dần, quy định, các quy định, giới hạn, ranh giới, điều kiện",
);
export const zeroDoubts = phraseSet(
  "từng bước, góp phần, tiến tới, hướng tới, dần, nhằm, để, do, vì, đã, khi, nếu, hoặc, mà, có thể, người, hộ, cơ sở, đối tượng, trường hợp, việc, tránh",
);
