import { matchPhrase, phraseSet } from "../documents/commitments/phrase-table.ts";
import { printedWords, type Token } from "../documents/commitments/tokens.ts";
import { wordKey } from "../documents/commitments/word-key.ts";
import { plainKey, plainWords } from "./plain-letters.ts";

/** The first words of what leads or takes part: a body, or the person at its head. */
const HEADS = phraseSet(
  "ủy ban, UBND, hội đồng nhân dân, HĐND, hội đồng, hội, sở, bộ, ban, phòng, văn phòng, công đoàn, liên đoàn, liên minh, liên hiệp, đoàn, tỉnh đoàn, thành đoàn, huyện đoàn, trung tâm, cục, chi cục, tổng cục, vụ, công an, " +
    "thanh tra, mặt trận, kho bạc, ngân hàng, bảo hiểm xã hội, tòa án, viện, viện kiểm sát, trường, đài, báo, quỹ, hiệp hội, tổ, bệnh viện, trạm, tỉnh ủy, thành ủy, huyện ủy, đảng ủy, chi bộ, người đứng đầu, thủ trưởng, thuế, hải quan, " +
    "chủ tịch, giám đốc, bộ trưởng, trưởng ban, trưởng phòng, chánh văn phòng, học viện, đại học, tổng công ty, công ty, tập đoàn, thông tấn xã, hội liên hiệp, ban chỉ đạo, ban quản lý, bộ chỉ huy, bộ tư lệnh, cơ quan, đơn vị, điện lực",
);
/** What begins like a body and is none. */
const NO_HEADS = phraseSet(
  "tổ chức, ban hành, báo cáo, hội nhập, hội thảo, hội nghị, hội thi, bộ máy, bộ phận, bộ dữ liệu, bộ tiêu chí, bộ chỉ số, bộ tài liệu, quỹ đất, trường hợp, viện trợ, vụ việc, vụ án, phòng chống, phòng ngừa, phòng tránh, phòng bệnh, sở hữu, sở thích, công an toàn, đoàn viên, đoàn kết, " +
    "hội viên, tổ quốc, thanh tra viên, cơ quan liên quan, cơ quan có liên quan, đơn vị liên quan, đơn vị tính, bộ thủ tục, ban đầu, báo chí, trạm biến áp, trường mầm non đạt, bộ sưu tập, quỹ tín dụng, thuế suất, vụ mùa, hội chợ, đại học hóa, đơn vị có liên quan, phòng học, bộ câu hỏi",
);
/** "các sở, ban, ngành": several bodies of a kind. */
const PLURAL = phraseSet("các, những, toàn bộ các, tất cả các");
const PLURAL_HEADS = phraseSet(
  "sở, bộ, ban, ngành, phòng, cơ quan, đơn vị, địa phương, tổ chức, trường, hội, đoàn thể, xã, phường, huyện, thành phố, ủy ban, UBND, cấp, doanh nghiệp, cơ sở, tỉnh, tổ chức chính trị",
);
/** Verbs and conjunctions that a body does something with: its name ends before them. */
export const deeds = phraseSet(
  "chủ trì, phối hợp, theo dõi, tổ chức, thực hiện, triển khai, xây dựng, tham mưu, hướng dẫn, kiểm tra, đôn đốc, lồng ghép, nghiên cứu, rà soát, đề xuất, tuyên truyền, ban hành, chỉ đạo, bố trí, cập nhật, thống kê, tổng hợp, báo cáo, bảo đảm, " +
    "đảm bảo, hoàn thành, tăng cường, đẩy mạnh, nâng cao, căn cứ, có trách nhiệm, chịu trách nhiệm, để, trong, nhằm, tiếp tục, lập, đưa, mở, vận động, hỗ trợ, phát triển, giám sát, đánh giá, thẩm định, quy hoạch, có, khuyến khích, huy động, ưu tiên, lựa chọn, " +
    "phát động, đổi mới, điều phối, phân công, giao, gửi, định kỳ, hằng, hàng, mỗi, khi, theo, tham gia, cung cấp, tập huấn, bồi dưỡng, đào tạo, tư vấn, vận hành, duy trì, khảo sát, công bố, công khai, quán triệt, phổ biến, là, được, phải, cần, cùng, gắn, sử dụng, trình, cân đối, " +
    "sơ kết, tổng kết, biên soạn, in, phát hành, đăng, đăng tải, đẩy, củng cố, kiện toàn, phát hiện, xử lý, ngăn chặn, tạo, dành, quan tâm, chú trọng, tập trung, thường xuyên, kịp thời, chủ động, tích cực, nghiêm túc, đề nghị, yêu cầu, chuẩn bị, số hóa, ứng dụng, thu thập, phản ánh, " +
    "thông tin, kết nối, trên cơ sở, chậm nhất, trước, tại, từ, đến, phấn đấu, tham mưu giúp, giúp, bám sát, ký, ký kết, trực tiếp, làm, lấy, nắm, quản lý, thành lập, đầu tư, bảo trì, phê duyệt, xem xét, quyết định, chọn, thanh tra việc, kiểm soát, tiến hành, dạy, cấp phát, mời, hòa giải, lắp, trồng, nuôi, về, lồng, nhân rộng, khen thưởng, chăm lo, bảo vệ, chăm sóc, phòng chống, thúc đẩy, vào, sẽ, đã, đang, khắc phục, nộp, với, do, qua, ở, bằng, cho, chấp hành, thực thi, nâng cấp, sắp xếp, sáp nhập, rút ngắn, cắt giảm, tinh giản, tuyển dụng, " +
    "giải quyết, niêm yết, cải thiện, hoàn thiện, mở rộng, sửa đổi, bổ sung, sửa chữa, cải tạo, chia sẻ, tích hợp, trang bị, lắp đặt, mua sắm, chấn chỉnh, phân tích, phân loại, xác định, xác minh, kê khai, công nhận, đo lường, liên thông, tự",
);
/** What only begins like one of them. */
const NO_DEEDS = phraseSet(
  "giao thông, giao dịch, giao lưu, có công, trong nước, về hưu, theo dõi thi hành, tạo việc làm, quản lý đất đai, quản lý dự án, bảo vệ thực vật, chăm sóc sức khỏe, phòng chống thiên tai, thông tin điện tử, từ thiện, làm vườn, có liên quan, tự quản, tự trị",
);
/** What goes on a name after "," or "và" although it has no capital. */
const GOES_ON = phraseSet(
  "viên chức, đơn vị, trực thuộc, ban, ngành, phường, thị trấn, thành phố, thị xã, đoàn thể, tổ chức, công chức, dịch vụ, cơ quan, địa phương, huyện, xã, đặc khu, hội, doanh nghiệp, trẻ em, người lao động, tổ chức chính trị, quận, bảo vệ, cấp, sở",
);

const LONGEST = 18;
/** "các cơ quan liên quan" names nobody. */
const NOBODY = /(?:liên quan|chức năng|khác|cùng cấp|nêu trên|này|trên)$/iu;

/** A body that is named in a text. */
export interface NamedBody {
  readonly name: string;
  /** The token after its name. */
  readonly end: number;
}

/** Reads the name of a body that begins with the token at `at`; null where none does, or where it ends can't be told. */
export function readBody(text: string, tokens: readonly Token[], at: number, to: number): NamedBody | null {
  const head = headLength(tokens, at);
  if (head === 0) return null;
  let end = at + head;
  while (end < to && end - at <= LONGEST) {
    const step = stepIn(tokens, end, to);
    if (step === 0) break;
    end += step;
  }
  if (end - at > LONGEST || end - at < 2) return null;
  return { name: printedWords(text, tokens, at, end), end };
}

/** Whether somebody is named, and not "các cơ quan liên quan". */
export function isSomebody({ name }: NamedBody): boolean {
  return !NOBODY.test(name);
}

/** "Sở Y tế, Sở Giáo dục và Đào tạo và Ủy ban nhân dân các xã": one after the other from `at` on. */
export function readBodies(
  text: string,
  tokens: readonly Token[],
  at: number,
  to: number,
): { readonly bodies: readonly NamedBody[]; readonly end: number } {
  const bodies: NamedBody[] = [];
  let end = at;
  for (let next = at; ; ) {
    const body = readBody(text, tokens, next, to);
    if (body === null) break;
    bodies.push(body);
    end = body.end;
    const separator = tokens[end]?.key ?? "";
    if (end >= to || !(separator === "," || separator === ";" || AND.has(separator))) break;
    next = end + 1;
  }
  return { bodies, end };
}

const AND: ReadonlySet<string> = new Set([wordKey("và"), wordKey("cùng")]);

function headLength(tokens: readonly Token[], at: number): number {
  if (matchPhrase(NO_HEADS, tokens, at)) return 0;
  const plural = matchPhrase(PLURAL, tokens, at);
  if (plural) {
    const of = matchPhrase(PLURAL_HEADS, tokens, at + plural.length);
    return of ? plural.length + of.length : 0;
  }
  const head = matchPhrase(HEADS, tokens, at);
  const first = tokens[at];
  if (!head || !first) return 0;
  return first.text[0] !== first.text[0]!.toLowerCase() ? head.length : 0;
}

/** How many tokens the name goes on by; 0 where it ends. */
function stepIn(tokens: readonly Token[], at: number, to: number): number {
  const token = tokens[at]!;
  if (token.key === "-" || token.key === "/") return at + 1 < to && tokens[at + 1]!.kind === "word" ? 1 : 0;
  if (token.key === "," || AND.has(token.key)) return goesOnAfterComma(tokens, at, to) ? 1 : 0;
  if (token.kind === "sign") return 0;
  const deed = matchPhrase(deeds, tokens, at)?.length ?? 0;
  // "Đào tạo" in a ministry's name is a verb with a capital.
  if (isCapital(token)) return Math.max(1, deed);
  const noDeed = matchPhrase(NO_DEEDS, tokens, at)?.length ?? 0;
  return deed > 0 ? noDeed : 1;
}

function goesOnAfterComma(tokens: readonly Token[], at: number, to: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || at + 1 >= to || next.kind !== "word") return false;
  const isHead = headLength(tokens, at + 1) > 0;
  if (isHead && (isCapital(next) || matchPhrase(PLURAL, tokens, at + 1))) return false;
  const after = matchPhrase(GOES_ON, tokens, at + 1);
  return after ? !matchPhrase(deeds, tokens, at + 1) || after.length > 1 : isCapital(next);
}

function isCapital({ text }: Token): boolean {
  return text[0] !== text[0]!.toLowerCase();
}

/** What two spellings of a body's name have in common: "UBND tỉnh", "Ủy ban nhân dân tỉnh". */
export function bodyKey(name: string): string {
  return plainKey(name)
    .replace(/^(?:cac|nhung|de nghi|giao) /u, "")
    .replace(/\bubnd\b/gu, "uy ban nhan dan")
    .replace(/\bhdnd\b/gu, "hoi dong nhan dan")
    .replace(/\bmttq\b/gu, "mat tran to quoc");
}

/** The syllables of its identifier. */
export function bodyWords(name: string): readonly string[] {
  const short = bodyKey(name)
    .replace(/\buy ban nhan dan\b/gu, "ubnd")
    .replace(/\bhoi dong nhan dan\b/gu, "hdnd")
    .replace(/\buy ban mat tran to quoc\b/gu, "mttq")
    .replace(/\bmat tran to quoc\b/gu, "mttq");
  return plainWords(short).filter((word) => word !== "va" && word !== "cua");
}
