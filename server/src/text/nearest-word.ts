/**
 * The candidate most like a mistyped word, or undefined where none is near: at most one slip for each three
 * letters, case and diacritics not counted (`Phong_CCVC` finds `phong_ccvc`).
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plainLetters(word);
  let best: string | undefined;
  let bestDistance = Math.floor(Math.max(wanted.length, 3) / 3);
  for (const candidate of candidates) {
    const plain = plainLetters(candidate);
    if (Math.abs(plain.length - wanted.length) > bestDistance) continue;
    const distance = editDistance(wanted, plain, bestDistance + 1);
    if (distance > bestDistance) continue;
    // Of two equally near ones the first of the alphabet, so that the answer does not depend on their order.
    if (best === undefined || distance < bestDistance || candidate < best) best = candidate;
    bestDistance = distance;
  }
  return best;
}

const plainAlready = /^[\x20-\x7e]*$/;

/** Small letters without diacritics, for comparing and searching: `Đơn vị` is `don vi`. */
export function plainLetters(text: string): string {
  if (plainAlready.test(text)) return text.toLowerCase();
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other; stops at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) >= limit) return limit;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
