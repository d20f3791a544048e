import {
  matchPhrase,
  phraseSet,
  startOfPhraseBefore,
  startsPhrase,
} from "../documents/commitments/phrase-table.ts";
import { type Token, tokenize } from "../documents/commitments/tokens.ts";
import { readBodies } from "./bodies.ts";
import { hasContent, type TokenRange, trimStart } from "./noise.ts";

/** Verbs of what is done with things that are counted. Their results of several quarters add up. */
const DEEDS = phraseSet(
  "sáp nhập, sắp xếp, hợp nhất, giải thể, thành lập, kiện toàn, bồi dưỡng, đào tạo, tập huấn, huấn luyện, dạy, hướng dẫn, hỗ trợ, giúp đỡ, trợ giúp, tư vấn, trồng, gieo trồng, nuôi, xây dựng, xây, xây mới, đầu tư, cải tạo, nâng cấp, sửa chữa, lắp đặt, mở rộng, " +
    "phát triển, hình thành, thu hút, tuyển dụng, tuyển chọn, tuyển sinh, tuyển mới, tinh giản, kết nạp, tạo, giải quyết, xử lý, tiếp nhận, cấp, cấp phát, số hóa, kiểm tra, thanh tra, giám sát, kiểm toán, rà soát, khảo sát, khám, tiêm, điều trị, tuyên truyền, phổ biến, " +
    "vận động, tặng, trao, trao tặng, đón, biên soạn, in, in ấn, sản xuất, xuất khẩu, tháo dỡ, di dời, tái định cư, khởi công, phê duyệt, ban hành, công nhận, chuyển đổi, chuyển giao, bàn giao, giao, nghiên cứu, cứng hóa, phục hồi, cử, thăm, mời, mua, mua sắm, trang bị, thẩm định, phát, phát sóng, thay thế, thu gom, bình chọn, huy động, giải ngân, lập, đo đạc, khoanh nuôi, nhân rộng, xuất bản, " +
    "tổ chức, mở, triển khai, thực hiện, tiến hành, hoàn thành, phát hành, đăng tải, đăng, có thêm, lồng ghép, " +
    "train, build, plant, support, merge, establish, organise, organize, hold, publish, inspect, " +
    // What only begins like one of them.
    "!lập pháp, !lập trường, !phát hiện, !phát huy, !phát sinh, !phát động, !giao thông, !giao dịch, !giao lưu, !chuyển đổi số, !tạo thành, !phát triển con người, !in đậm, !trao đổi, !cấp xã, !cấp huyện, !cấp tỉnh, !cấp ủy, !mở cửa, !đón tiếp",
);

/** Who acts is no part of what is done. */
const SCOPES = phraseSet(
  "toàn tỉnh, toàn huyện, toàn xã, toàn ngành, toàn thành phố, cả tỉnh, cả nước, cả huyện, tỉnh, huyện, xã, thành phố, mỗi xã, mỗi huyện, mỗi đơn vị",
);

const LONGEST = 14;

/**
 * What is done with what the number behind a range counts: of "Sở Nội vụ mở lớp cho", before "50 công chức", that is
 * "mở lớp cho". Null where nothing is done, as in "toàn tỉnh có".
 */
export function findDeed(text: string, tokens: readonly Token[], range: TokenRange): TokenRange | null {
  const parts = partsOf(tokens, range);
  const at = parts.findLastIndex((part) => hasWords(tokens, part));
  if (at < 0) return null;
  let from = startOf(text, tokens, parts[at]!);
  if (!startsPhrase(DEEDS, tokens, from)) return null;
  // "Sửa chữa, nâng cấp 15 công trình".
  for (let i = at - 1; i >= 0; i -= 1) {
    const start = startOf(text, tokens, parts[i]!);
    if ((matchPhrase(DEEDS, tokens, start)?.length ?? 0) !== parts[i]!.to - start || start === parts[i]!.to)
      break;
    from = start;
  }
  return range.to - from <= LONGEST ? { from, to: range.to } : null;
}

/** "… phối hợp với Hội Phụ nữ mở 04 lớp": verbs that are no part of a noun. */
const HOLDING = phraseSet("tổ chức, mở, tiến hành, thực hiện, phát hành, đăng tải, đăng");

/** Whether what the number behind a range counts is done: the verb stands before it, or at the head of its part. */
export function isDone(text: string, tokens: readonly Token[], range: TokenRange): boolean {
  const adjacent = startOfPhraseBefore(HOLDING, tokens, range.to);
  return (adjacent !== null && adjacent >= range.from) || findDeed(text, tokens, range) !== null;
}

/** Whether what is done stands at `at`: "trồng 50 ha rừng". */
export function startsDeed(tokens: readonly Token[], at: number): boolean {
  return startsPhrase(DEEDS, tokens, at);
}

/** Whether a text says first what is done: "Mở lớp tập huấn cho công chức". */
export function beginsWithDeed(text: string): boolean {
  const tokens = tokenize(text);
  return startsPhrase(DEEDS, tokens, startOf(text, tokens, { from: 0, to: tokens.length }));
}

/** Whether the words of a range name who acts or where, and nothing that could be counted or measured. */
export function namesScopeOnly(text: string, tokens: readonly Token[], range: TokenRange): boolean {
  return startOf(text, tokens, range) >= range.to;
}

function hasWords(tokens: readonly Token[], part: TokenRange): boolean {
  return hasContent(tokens, part) || startsPhrase(DEEDS, tokens, trimStart(tokens, part).from);
}

/** The parts of a range between commas and colons. */
function partsOf(tokens: readonly Token[], { from, to }: TokenRange): readonly TokenRange[] {
  const parts: TokenRange[] = [];
  let start = from;
  for (let i = from; i <= to; i += 1) {
    if (i < to && !/^[,:;]$/u.test(tokens[i]!.key)) continue;
    parts.push({ from: start, to: i });
    start = i + 1;
  }
  return parts;
}

/** Behind the date, and behind who acts or where. */
function startOf(text: string, tokens: readonly Token[], part: TokenRange): number {
  const { from } = trimStart(tokens, part);
  const scope = matchPhrase(SCOPES, tokens, from)?.length ?? 0;
  const acting = scope > 0 ? from + scope : readBodies(text, tokens, from, part.to).end;
  return acting === from ? from : Math.min(trimStart(tokens, { from: acting, to: part.to }).from, part.to);
}
