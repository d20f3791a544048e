import { foldText } from "./fold-text.ts";
import type { LabelKind } from "./label.ts";
import { toOrdinal } from "./numerals.ts";

/** One step of a clause's place, as its citation needs it. */
export interface CitedStep {
  readonly kind: LabelKind;
  /** The address part: `II`, `Đ5`, `a`, `-1`. */
  readonly part: string;
  /** All of a dotted number. */
  readonly path: readonly number[];
  readonly label: string;
  /** The counted place: of a bullet among its like, of a repeated label among its equals (1 if it is not repeated). */
  readonly ordinal: number;
  readonly repetition: number;
}

/**
 * How an official would cite a clause, from the inside out: "gạch đầu dòng thứ nhất, khoản 1, mục II"; in laws
 * without commas, and no further than the article: "điểm a khoản 2 Điều 5".
 */
export function citeClause(steps: readonly CitedStep[]): string {
  const article = steps.findLastIndex((step) => step.kind === "article");
  const cited = article < 0 ? steps : steps.slice(article);
  const words: string[] = [];
  for (let i = cited.length - 1; i >= 0; i -= 1) {
    const step = cited[i]!;
    const isInsideDotted =
      step.kind === "number" && cited.slice(i + 1).some((inner) => isPrefixOf(step, inner));
    if (!isInsideDotted) words.push(citeStep(step, cited.slice(0, i)));
  }
  return words.join(article < 0 ? ", " : " ");
}

/** How a further paragraph of a clause is cited: "đoạn thứ hai, khoản 3, mục III". */
export function citeParagraph(clause: string, ordinal: number): string {
  const joint = /(?<!\p{L})Điều(?!\p{L})/u.test(clause) ? " " : ", ";
  return `đoạn ${toOrdinal(ordinal)}${joint}${clause}`;
}

function isPrefixOf(step: CitedStep, inner: CitedStep): boolean {
  if (inner.kind !== "number" || inner.path.length <= step.path.length) return false;
  return step.path.every((number, index) => number === inner.path[index]);
}

function citeStep(step: CitedStep, outer: readonly CitedStep[]): string {
  const words = citeLabel(step, outer);
  return step.repetition > 1 ? `${words} (${toOrdinal(step.repetition)})` : words;
}

function citeLabel(step: CitedStep, outer: readonly CitedStep[]): string {
  switch (step.kind) {
    case "dash":
      return `gạch đầu dòng ${toOrdinal(step.ordinal)}`;
    case "plus":
      return `dấu cộng ${toOrdinal(step.ordinal)}`;
    case "star":
      return `dấu sao ${toOrdinal(step.ordinal)}`;
    case "row":
      return `dòng ${toOrdinal(step.ordinal)} của bảng`;
    case "number": {
      const inList = outer.some((other) => other.kind === "number" && !isPrefixOf(other, step));
      const inserted = /\p{L}$/u.exec(step.part)?.[0] ?? "";
      return `${inList ? "điểm" : "khoản"} ${step.path.join(".")}${inserted}`;
    }
    case "lower":
      return `điểm ${step.part}`;
    case "parenthesised":
    case "small-roman":
      return `tiết ${step.part}`;
    case "roman":
      return `mục ${step.part}`;
    case "upper":
      return `phần ${step.part}`;
    default:
      return citeName(step);
  }
}

/** Named labels are cited as printed, in small letters after the first: "Phần thứ nhất", "Chương II", "Phụ lục I". */
function citeName(step: CitedStep): string {
  const printed = foldText(step.label).replace(/[.:)\s-]+$/u, "");
  const words = printed.split(" ").map((word, index) => {
    if (/^(?:[IVXLC]+|[A-Z]|\d+\p{L}?)$/u.test(word)) return word;
    const small = word.toLowerCase();
    return index === 0 ? small.charAt(0).toUpperCase() + small.slice(1) : small;
  });
  return words.join(" ");
}
