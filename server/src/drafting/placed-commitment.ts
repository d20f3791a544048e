import type { Commitment } from "../documents/commitments/commitments.ts";
import { promiseMarks } from "../documents/commitments/lexicon.ts";
import { matchPhrase, phraseSet } from "../documents/commitments/phrase-table.ts";
import { printedWords, type Token, tokenize } from "../documents/commitments/tokens.ts";
import type { TokenRange } from "./noise.ts";

/** A commitment with its tokens. */
export interface Placed {
  readonly commitment: Commitment;
  readonly from: number;
  readonly to: number;
  /** Where its unit begins, if that is a noun that is counted; else `to`. */
  readonly unitFrom: number;
}

export function place(tokens: readonly Token[], commitment: Commitment): Placed {
  const { span, unit } = commitment;
  const from = Math.max(
    0,
    tokens.findIndex(({ end }) => end > span.start),
  );
  const after = tokens.findIndex(({ start }) => start >= span.end);
  const to = Math.max(from + 1, after < 0 ? tokens.length : after);
  const isCounted = unit !== null && commitment.change === null && !/[%‰/]|^lần$/u.test(unit);
  const unitFrom = isCounted ? Math.max(from, to - tokenize(unit).length) : to;
  return { commitment, from, to, unitFrom };
}

/** What says by itself that something is measured. */
export const MEASURES = phraseSet(
  "tỷ lệ, tỉ lệ, tỷ trọng, tỷ suất, tỷ số, số, tổng số, tổng, lượng, số lượng, chỉ số, diện tích, thu nhập, năng suất, mức, tốc độ, giá trị, thời gian, tuổi thọ, chiều cao, sản lượng, doanh thu, độ, dân số, quy mô, khoảng cách, rate, share, number, proportion",
);

/** What goes before a part of what was named. */
export const AMONG = phraseSet("trong đó, riêng, lũy kế, of which");

/** Behind the signs and words of striving at `from`. */
export function afterSigns(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  for (;;) {
    const isSign = tokens[at]?.kind === "sign" && !/[≥≤<>~≈]/u.test(tokens[at]!.key);
    const length = isSign ? 1 : (matchPhrase(promiseMarks, tokens, at)?.length ?? 0);
    if (length === 0 || at + length > to) return at;
    at += length;
  }
}

/** The words of a range as printed, on one line. */
export function printed(text: string, tokens: readonly Token[], { from, to }: TokenRange): string {
  return printedWords(text, tokens, from, to);
}
