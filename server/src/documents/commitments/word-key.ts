/**
 * The form in which words are compared: small letters, the tone after all letters (so that "hoá" is "hóa"), i for a
 * y that stands alone ("tỉ" is "tỷ"), and the letters that PDF fonts damage mended.
 */
export function wordKey(word: string): string {
  let letters = "";
  let tone = "";
  for (const letter of word.toLowerCase()) {
    const marked = MARKED.get(letter);
    if (marked === undefined) letters += letter;
    else {
      letters += marked.letter;
      tone += marked.tone;
    }
  }
  return (RESPELLED.get(letters) ?? letters) + tone;
}

/** The keys of a phrase written with single spaces. */
export function phraseKeys(phrase: string): readonly string[] {
  return phrase.split(" ").map(wordKey);
}

const TONES = ["\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];

/** The letters with a tone, each as its letter and its tone; and those that stand for one in damaged copies. */
const MARKED: ReadonlyMap<string, { readonly letter: string; readonly tone: string }> = new Map([
  ...[..."aăâeêioôơuưy"].flatMap((letter) =>
    TONES.map((tone) => [`${letter}${tone}`.normalize("NFC"), { letter, tone }] as const),
  ),
  ["ƕ", { letter: "y", tone: "\u0300" }],
  ["ǎ", { letter: "ă", tone: "" }],
  ["ǜ", { letter: "u", tone: "\u0303" }],
]);

/** One sound, two spellings, both seen in signed documents. */
const RESPELLED: ReadonlyMap<string, string> = new Map([
  ["hy", "hi"],
  ["ky", "ki"],
  ["ly", "li"],
  ["my", "mi"],
  ["sy", "si"],
  ["ty", "ti"],
  ["vy", "vi"],
  ["qui", "quy"],
]);
