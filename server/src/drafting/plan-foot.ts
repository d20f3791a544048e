import { foldText, isAllCapitals, startsWithSmallLetter } from "../documents/fold-text.ts";
import type { PlanDocument } from "../documents/plan-document.ts";
import { isRecipientsLine, isSignatureLine } from "../documents/printed-words.ts";
import type { PrintedCase } from "./printed-case.ts";

/** What stands below a document's last clause. */
export interface PlanFoot {
  /** Office and name. */
  readonly signed: readonly [string, string] | null;
  readonly copies: readonly string[];
}

const LONGEST_FOOT = 8000;

/** Reads the first foot: the recipients, and the signature below them or beside them. */
export function readPlanFoot(text: string, { backMatter }: PlanDocument, printed: PrintedCase): PlanFoot {
  const span = backMatter[0];
  if (span === undefined) return { signed: null, copies: [] };
  const entries = text
    .slice(span.start, Math.min(span.end, span.start + LONGEST_FOOT))
    .split(/[\r\n|]+|<br ?\/?>/u)
    .flatMap(columnsOf)
    .map((entry) => foldText(entry).trim())
    .filter((entry) => entry !== "");
  return { signed: signatureOf(entries, printed), copies: copiesOf(entries) };
}

/** A line with a part of the signature beside a recipient, kept apart by a tab or spaces; any other line as it is. */
function columnsOf(line: string): readonly string[] {
  for (const gap of line.matchAll(/(?<=\S)(?:[^\S\t]{3,}|[^\S\t]*\t\s*)(?=\S)/gu)) {
    const left = line.slice(0, gap.index);
    const right = line.slice(gap.index + gap[0].length);
    // "- Đồng chí:   Nguyễn Văn A" goes on.
    const goesOn = /:\s*$/u.test(left) && !isRecipientsLine(foldText(left).trim());
    if (!goesOn && isOfSignature(foldText(right).trim())) return [left, right];
  }
  return [line];
}

/** "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Trần Văn Hưng". */
function isOfSignature(words: string): boolean {
  if (/^[([] ?(?:đã ký|ký|chữ ký)/iu.test(words) || isSignatureLine(words) || isPersonsName(words))
    return true;
  return isAllCapitals(words) && /^\p{L}+(?:[ .-]+\p{L}+)+$/u.test(words);
}

/** The signature is the last office, and the person below it. */
function signatureOf(entries: readonly string[], printed: PrintedCase): PlanFoot["signed"] {
  const at = entries.findLastIndex((entry) => isAllCapitals(entry) && OFFICE.test(entry));
  if (at < 0) return null;
  const signer = entries.slice(at + 1).find(isPersonsName);
  const title = printed.sentence(entries[at]!.replace(/^(?:kt|tm|tl|tuq|q) ?[./] ?/iu, ""));
  return signer === undefined || title === "" ? null : [withRank(title), signer];
}

function copiesOf(entries: readonly string[]): readonly string[] {
  const from = entries.findIndex((entry) => /^nơi (?:nhận|gửi)/iu.test(entry));
  const copies: string[] = [];
  for (const entry of from < 0 ? [] : entries.slice(from + 1)) {
    const last = copies.at(-1);
    if (/^[-•+*]/u.test(entry)) copies.push(entry.replace(/^[-•+*]\s*/u, ""));
    // "- Các sở, ban,⏎ngành tỉnh;"
    else if (last !== undefined && startsWithSmallLetter(entry) && !/[;.]$/u.test(last))
      copies[copies.length - 1] = `${last} ${entry}`;
  }
  return copies
    .map((copy) => copy.replace(/[;.,/]+$/u, "").trim())
    .filter((copy) => copy !== "" && copy.length < 120)
    .slice(0, 30);
}

/** "Phó chủ tịch" as it is written: "Phó Chủ tịch". */
function withRank(title: string): string {
  return title.replace(/(?<=^Phó (?:Tổng )?)\p{Ll}/u, (letter) => letter.toUpperCase());
}

const OFFICE =
  /(?:chủ tịch|giám đốc|bộ trưởng|thứ trưởng|thủ tướng|bí thư|chánh văn phòng|trưởng ban|cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|trưởng phòng|chủ nhiệm|tổng thư ký)/iu;

function isPersonsName(entry: string): boolean {
  const words = entry.split(" ");
  return words.length >= 2 && words.length <= 6 && words.every((word) => /^\p{Lu}\p{L}*\.?$/u.test(word));
}
