import { isAllCapitals } from "./fold-text.ts";

/**
 * The set phrases of signed documents, each tried on a folded line. They tell front matter, attachments and back
 * matter from clauses.
 */

const KINDS = [
  "chương trình mục tiêu quốc gia",
  "chương trình hành động",
  "thông tư liên tịch",
  "kế hoạch",
  "quyết định",
  "nghị quyết",
  "nghị định",
  "chiến lược",
  "chương trình",
  "đề án",
  "bộ luật",
  "luật",
  "pháp lệnh",
  "hiến pháp",
  "thông tư",
  "chỉ thị",
  "thông báo",
  "hướng dẫn",
  "quy chế",
  "quy định",
  "điều lệ",
  "báo cáo",
  "tờ trình",
  "kết luận",
  "quy hoạch",
  "phương án",
  "dự án",
  "công điện",
  "national strategy",
  "national programme",
  "national program",
  "action plan",
  "action programme",
  "action program",
  "plan of action",
  "strategy",
  "plan",
  "decision",
  "resolution",
  "directive",
  "programme",
  "program",
] as const;

export interface KindLine {
  /** The kind of document as printed: `KẾ HOẠCH`. */
  readonly kind: string;
  /** What stands on the same line after it, if that belongs to the title. */
  readonly rest: string;
}

/** Reads a line that says what kind of document follows: the kind alone, or in capitals with its title. */
export function readKindLine(folded: string): KindLine | null {
  const line = folded
    .trim()
    .replace(/[*_]+$/u, "")
    .trim();
  if (!isAllCapitals(line)) return null;
  const lower = line.toLowerCase();
  const kind = KINDS.find((name) => lower.startsWith(name) && !/^\p{L}/u.test(lower.slice(name.length)));
  if (kind === undefined) return null;
  const rest = line.slice(kind.length).trim();
  if (rest === "" || rest === ":") return { kind: line.slice(0, kind.length), rest: "" };
  if (/[.;:]$/u.test(line)) return null;
  const continues = !/^(?:của|số)(?!\p{L})/iu.test(rest);
  return { kind: line.slice(0, kind.length), rest: continues ? rest : "" };
}

const BASIS = /^(?:[-•*+] ?)?(?:c[aă]n c[uứ]|pursuant to)(?!\p{L})/iu;
const LEGAL_BASIS =
  /^(?:[-•*+] ?)?căn cứ(?: vào)?(?: các)? ?(?::|luật|bộ luật|hiến pháp|pháp lệnh|nghị|quyết|kế hoạch|thông|chỉ thị|chương trình|chiến lược|văn bản|công văn|điều lệ|quy |kết luận|đề án|hướng dẫn)/iu;

/** "Căn cứ …", with or without a bullet. */
export function isBasisLine(folded: string): boolean {
  return BASIS.test(folded);
}

/** "Căn cứ Nghị quyết …" and the like, which begins a paragraph wherever it begins a line. */
export function isLegalBasisLine(folded: string): boolean {
  return LEGAL_BASIS.test(folded);
}

/** "Theo đề nghị của …", "Xét Tờ trình số …", the last of what a decision rests on. */
export function isProposalLine(folded: string): boolean {
  return /^(?:theo đề nghị của|xét (?:đề nghị|tờ trình))(?!\p{L})/iu.test(folded);
}

/** What stands between title and clauses: legal bases, proposals, "Xét …", whatever label is before it. */
export function isPreambleLine(folded: string): boolean {
  return (
    BASIS.test(folded) ||
    /^(?:[-•*+] ?)?(?:theo đề nghị|xét(?: đề nghị| tờ trình| thấy)?)(?!\p{L})/iu.test(folded)
  );
}

/** "(Ban hành kèm theo …)", "(Kèm theo …)": the line under the title of an attachment. */
export function isAttachedLine(folded: string): boolean {
  return /^\(? ?(?:ban hành )?kèm theo(?!\p{L})/iu.test(folded);
}

/** The heading of the list of recipients, beside which the signature may begin; no sentence that begins alike. */
export function isRecipientsLine(folded: string): boolean {
  const heading = /^(?:nơi (?:nhận|gửi)|recipients) */iu.exec(folded);
  if (heading === null) return false;
  const rest = folded.slice(heading[0].length);
  return !/^[\p{L}\p{N}]/u.test(rest) || /^\p{Lu}/u.test(rest);
}

/** The addressees of an official letter. */
export function isAddresseesLine(folded: string): boolean {
  return /^kính gửi(?!\p{L})/iu.test(folded);
}

/** A text that ends in "./.", as the last sentence of a signed document does. */
export function hasEndMark(tail: string): boolean {
  return /\. ?\/ ?\.?[ *_"”)]*$/u.test(tail);
}

const SIGNER =
  /^(?:(?:tm|kt|tl|tuq) ?[./]|[tk]\/[mt] |(?:q\. ?)?(?:phó )?(?:chủ tịch|chủ nhiệm|giám đốc|tổng giám đốc|bộ trưởng|thứ trưởng|thủ tướng|bí thư|tổng bí thư|chánh văn phòng|trưởng ban|cục trưởng|vụ trưởng|viện trưởng|tổng thư ký|hiệu trưởng|trưởng phòng)(?!\p{L}))/iu;

/** The authority or office over a signature, which is always in capitals: "TM. ỦY BAN NHÂN DÂN", "GIÁM ĐỐC". */
export function isSignatureLine(folded: string): boolean {
  return folded.length < 70 && SIGNER.test(folded) && isAllCapitals(folded) && !/[.;:,]$/u.test(folded);
}

/** A law ends by telling when the assembly passed it. */
export function isPassedLine(folded: string): boolean {
  return /^(?:bộ )?luật này (?:đã )?được quốc hội/iu.test(folded);
}

/** A line drawn under a heading: nothing but dashes, stars, underscores, dots. */
export function isRule(text: string): boolean {
  return /^[-–—_*=.\s~\\]+$/u.test(text);
}
