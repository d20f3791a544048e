/**
 * The form in which words are compared: small letters, the tone after all letters (so that "hoá" is "hóa"), i for a
 * y that stands alone ("tỉ" is "tỷ"), and the letters that PDF fonts damage mended.
 */
export function wordKey(word: string): string {
  let letters = "";
  let tone = "";
  for (const mark of mend(word.toLowerCase()).normalize("NFD")) {
    if (TONES.includes(mark)) tone += mark;
    else letters += mark;
  }
  return (RESPELLED.get(letters) ?? letters) + tone;
}

/** The keys of a phrase written with single spaces. */
export function phraseKeys(phrase: string): readonly string[] {
  return phrase.split(" ").map(wordKey);
}

const TONES = "\u0300\u0301\u0303\u0309\u0323";

function mend(lower: string): string {
  return lower.replace(/ƕ/gu, "ỳ").replace(/ǜ/gu, "ũ");
}

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
