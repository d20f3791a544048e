import { foldText } from "./fold-text.ts";
import { foldLineStart, parseLabel } from "./label.ts";
import type { PrintedParagraph } from "./paragraphs.ts";
import {
  hasEndMark,
  isAddresseesLine,
  isAttachedLine,
  isPassedLine,
  isPreambleLine,
  isRecipientsLine,
  isSignatureLine,
  readKindLine,
} from "./printed-words.ts";

/** What a paragraph does for the parts of a document, seen by itself. */
export interface ParagraphRole {
  /** The kind of a document stands alone on it, or with its title in capitals. */
  readonly isKind: boolean;
  readonly isAttached: boolean;
  readonly isPreamble: boolean;
  readonly isRecipients: boolean;
  readonly isAddressees: boolean;
  readonly isSignature: boolean;
  readonly hasEndMark: boolean;
  /** "…, nội dung như sau:" */
  readonly opensContents: boolean;
}

export function roleOf(text: string, paragraph: PrintedParagraph): ParagraphRole {
  const start = paragraph.beginning;
  const tail = foldText(
    text.slice(Math.max(paragraph.span.start, paragraph.span.end - 40), paragraph.span.end),
  );
  const labelled = paragraph.label !== null;
  return {
    isKind: !labelled && readKindLine(start) !== null,
    isAttached: !labelled && isAttachedLine(start),
    isPreamble: isPreambleLine(start),
    isRecipients: isRecipientsLine(start),
    isAddressees: isAddresseesLine(start),
    isSignature: !labelled && (isSignatureLine(start) || isPassedLine(start)),
    hasEndMark: hasEndMark(tail),
    opensContents: !labelled && /(?:như sau|sau đây|sau) ?:$/iu.test(tail),
  };
}

const BULLETS = ["dash", "star", "plus"];

export function isBulletParagraph(paragraph: PrintedParagraph): boolean {
  return paragraph.label !== null && BULLETS.includes(paragraph.label.kind);
}

/**
 * How far the front matter reaches at least: bullets before the first numbered label belong to it while a legal
 * basis or a "như sau:" is still to come. Gives the index of the first paragraph that may be a clause.
 */
export function findFrontEnd(
  paragraphs: readonly PrintedParagraph[],
  roles: readonly ParagraphRole[],
  from: number,
): number {
  let end = from;
  let endBeforeBullets = -1;
  let addressees = false;
  for (let i = from; i < paragraphs.length; i += 1) {
    const role = roles[i]!;
    const paragraph = paragraphs[i]!;
    if (role.hasEndMark || role.isRecipients) break;
    if (role.isPreamble || role.opensContents || role.isKind || (addressees && isBulletParagraph(paragraph)))
      end = i + 1;
    else if (isBulletParagraph(paragraph)) {
      if (endBeforeBullets < 0) endBeforeBullets = end;
    } else if (paragraph.label !== null) return end;
    addressees = role.isAddressees || (addressees && isBulletParagraph(paragraph));
  }
  // Without any numbered label the bullets are the clauses.
  return endBeforeBullets >= 0 ? endBeforeBullets : end;
}

/** For each paragraph, the next one from it on that decides what part of the document it is in (or the end). */
export function findNextMajor(
  paragraphs: readonly PrintedParagraph[],
  roles: readonly ParagraphRole[],
): readonly number[] {
  const next = new Array<number>(paragraphs.length + 1);
  next[paragraphs.length] = paragraphs.length;
  for (let i = paragraphs.length - 1; i >= 0; i -= 1) {
    const role = roles[i]!;
    const decides =
      (paragraphs[i]!.label !== null && !isBulletParagraph(paragraphs[i]!)) ||
      role.isKind ||
      role.isAttached ||
      role.isRecipients;
    next[i] = decides ? i : next[i + 1]!;
  }
  return next;
}

/** How many paragraphs an amended article quoted in a law may have. */
const LONGEST_QUOTATION = 400;

/**
 * The end of a quotation that begins with a label of its own, as in a law that amends another (“Điều 5. …”): the
 * labels inside are those of the other law. Gives the index after its last paragraph, or the same index if none begins.
 */
export function findQuotationEnd(
  text: string,
  paragraphs: readonly PrintedParagraph[],
  index: number,
): number {
  const paragraph = paragraphs[index]!;
  if (!/^["“]/u.test(paragraph.beginning)) return index;
  const { start, end } = paragraph.pieces[0]!;
  const quoted = start + text.slice(start, end).search(/["“]/u) + 1;
  if (parseLabel(text, quoted, end, foldLineStart(text, quoted, end)) === null) return index;
  const stop = Math.min(paragraphs.length, index + LONGEST_QUOTATION);
  for (let i = index; i < stop; i += 1) {
    const close = paragraphs[i]!.span.end;
    if (/["”][.;,]?$/u.test(text.slice(Math.max(0, close - 2), close))) return i + 1;
  }
  return index;
}
