import { isAllCapitals } from "../documents/fold-text.ts";

/** How a document writes its words, for turning a heading in capitals into a line of text. */
export interface PrintedCase {
  /** A line in capitals as a sentence: "SỞ Y TẾ" as "Sở Y tế"; any other line as it is. */
  sentence(line: string): string;
}

interface Counts {
  readonly spellings: Map<string, number>;
}

/** Learns from the lines of a text that are not in capitals which words begin with a capital next to which others. */
export function learnCase(text: string): PrintedCase {
  const pairs = new Map<string, Counts>();
  for (const line of text.normalize("NFC").split(/[\r\n]+/u)) {
    const words = wordsOf(line);
    if (isAllCapitals(line)) continue;
    for (let i = 1; i < words.length; i += 1) {
      // What begins a sentence has its capital for that.
      const isAfterStop = /[.:;!?]$/u.test(words[i - 1]!);
      if (!isAfterStop) count(pairs, `${words[i - 1]!} ${words[i]!}`, `2${words[i]!}`);
      if (i > 1) count(pairs, `${words[i - 1]!} ${words[i]!}`, `1${words[i - 1]!}`);
    }
  }
  return {
    sentence: (line) =>
      isAllCapitals(line)
        ? withCapital(toSentence(line, pairs))
        : withCapital(line.replace(SHOUTED, (words) => toSentence(words, pairs))),
  };
}

function count(pairs: Map<string, Counts>, pair: string, spelling: string): void {
  const key = pair.toLowerCase().replace(/[.,;:!?()"“”]/gu, "");
  const counts = pairs.get(key) ?? { spellings: new Map<string, number>() };
  pairs.set(key, counts);
  if (isAllCapitals(spelling) && !ACRONYM.test(spelling.slice(1))) return;
  const clean = spelling.replace(/[.,;:!?()"“”]/gu, "");
  counts.spellings.set(clean, (counts.spellings.get(clean) ?? 0) + 1);
}

const ACRONYM = /^(?:UBND|HĐND|MTTQ|UBMTTQ|LĐTB&XH|CNTT|ATGT|CCHC|KT-XH|BHXH|BHYT|[IVX]{2,})[.,;:]?$/u;

function toSentence(line: string, pairs: ReadonlyMap<string, Counts>): string {
  const words = wordsOf(line.normalize("NFC")).map((word) =>
    ACRONYM.test(word) ? word : word.toLowerCase(),
  );
  const spelled = words.map((word, i) => {
    const votes = new Map<string, number>();
    const take = (pair: string, place: "1" | "2") => {
      for (const [spelling, times] of pairs.get(pair.replace(/[.,;:!?()"“”]/gu, ""))?.spellings ?? []) {
        if (spelling.startsWith(place))
          votes.set(spelling.slice(1), (votes.get(spelling.slice(1)) ?? 0) + times);
      }
    };
    if (i + 1 < words.length) take(`${word} ${words[i + 1]!}`, "1");
    if (i > 0) take(`${words[i - 1]!} ${word}`, "2");
    const [best] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [];
    return best === undefined || best.toLowerCase() !== word.replace(/[.,;:!?()"“”]/gu, "")
      ? word
      : word.replace(best.toLowerCase(), best);
  });
  return withPlaces(spelled).join(" ");
}

/** Three words or more in capitals within a line that has others. */
const SHOUTED = /(?<!\p{L})\p{Lu}{2,}(?:[ ,]+\p{Lu}{2,}){2,}/gu;
const PLACES = /^(?:tỉnh|huyện|xã|phường|quận)$/u;
const HEADS = /^(?:sở|bộ|cục|phòng)$/u;
const NO_NAMES = /^(?:và|về|đến|giai|năm|trong|của|trên|các|là|giao|lần|ủy|đoàn)$/u;

/** What follows the kind of a place or department is its name, also where it stands in capitals only. */
function withPlaces(words: readonly string[]): readonly string[] {
  return words.map((word, i) => {
    const [before, beforeThat] = [words[i - 1] ?? "", words[i - 2] ?? ""];
    const isName =
      PLACES.test(before) ||
      (PLACES.test(beforeThat) && !NO_NAMES.test(before)) ||
      (i === 1 && HEADS.test(before));
    return isName && !NO_NAMES.test(word) ? withCapital(word) : word;
  });
}

function wordsOf(line: string): string[] {
  return line
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== "");
}

/** The text with its first letter as a capital. */
export function withCapital(text: string): string {
  const first = /\p{L}/u.exec(text);
  if (!first) return text;
  return text.slice(0, first.index) + first[0].toUpperCase() + text.slice(first.index + first[0].length);
}

/** The text with its first letter small, unless it is an abbreviation in capitals. */
export function withSmallLetter(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}
