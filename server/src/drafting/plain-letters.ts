import { plainLetters } from "../text/nearest-word.ts";

/** The syllables of a text in plain small letters and digits: "Tỷ lệ nữ, 2025" is `ty`, `le`, `nu`, `2025`. */
export function plainWords(text: string): readonly string[] {
  // Fonts have an eth that looks like the letter Đ.
  return plainLetters(text.replace(/[ðÐ]/gu, "d")).match(/[a-z0-9]+/gu) ?? [];
}

/** A text so that two spellings of it compare equal: plain letters, single spaces. */
export function plainKey(text: string): string {
  return plainWords(text).join(" ");
}

/** Words that say nothing of themselves. They are known by their letters as printed: "có" says nothing, "cơ" does. */
const SILENT: ReadonlySet<string> = new Set(
  (
    "của và các được có là về trong tại cho với những đến từ ở thì mà bị đã đang sẽ mỗi một này đó khi nếu hoặc để nhằm cũng như trên dưới vào do bởi cùng " +
    "the of and on for with by at or"
  ).split(" "),
);

/** "thiết bị", "chuẩn bị", "trang bị" are one word. */
const BEFORE_BI = /^(?:thiết|chuẩn|trang)$/u;

/** The plain syllables of those words of a text that say something; of one that has none, all. */
export function tellingWords(text: string): readonly string[] {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const telling = words.filter(
    (word, i) => !SILENT.has(word) || (word === "bị" && BEFORE_BI.test(words[i - 1] ?? "")),
  );
  return (telling.length > 0 ? telling : words).flatMap(plainWords);
}
