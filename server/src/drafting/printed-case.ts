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
  return { sentence: (line) => (isAllCapitals(line) ? toSentence(line, pairs) : line) };
}

function count(pairs: Map<string, Counts>, pair: string, spelling: string): void {
  const key = pair.toLowerCase().replace(/[.,;:!?()"“”]/gu, "");
  const counts = pairs.get(key) ?? { spellings: new Map<string, number>() };
  pairs.set(key, counts);
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
  return withCapital(spelled.join(" "));
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
