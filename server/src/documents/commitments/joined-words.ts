import { wordKey } from "./word-key.ts";

/** The words between which copies are known to lose the space, because a date or a number phrase was broken there. */
const JOINED = (
  "giai đoạn đến năm vào trong từ đạt ít nhất tối thiểu đa trở lên xuống đi hằng hàng mỗi tháng quý tỷ lệ trên dưới " +
  "không quá còn tăng giảm bình quân phấn đấu cuối hết định kỳ và có khoảng so với thời kỳ"
).split(" ");

const KEYS: ReadonlySet<string> = new Set(JOINED.map(wordKey));
const LONGEST = 6;

/**
 * The words of a run of letters that lost its spaces ("giaiđoạn", "đếnnăm"); null for a word that is one, or that has
 * a part which is none of the words above.
 */
export function splitJoinedWord(run: string): readonly string[] | null {
  if (run.length < 5 || run.length > 24 || KEYS.has(wordKey(run))) return null;
  return splitFrom(run, 0, []);
}

function splitFrom(run: string, from: number, parts: readonly string[]): readonly string[] | null {
  if (from === run.length) return parts.length > 1 ? parts : null;
  if (parts.length === 4) return null;
  for (let to = Math.min(run.length, from + LONGEST); to > from + 1; to -= 1) {
    const part = run.slice(from, to);
    if (!KEYS.has(wordKey(part))) continue;
    const rest = splitFrom(run, to, [...parts, part]);
    if (rest !== null) return rest;
  }
  return null;
}
