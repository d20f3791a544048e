import { foldText, isAllCapitals } from "../documents/fold-text.ts";
import type { PlanDocument } from "../documents/plan-document.ts";
import { tellingWords } from "./plain-letters.ts";
import { type PlanFoot, readPlanFoot } from "./plan-foot.ts";
import { type PrintedCase, withCapital, withSmallLetter } from "./printed-case.ts";

/** What a document says of itself before its first clause and behind its last. */
export interface PlanHeading extends PlanFoot {
  /** "Kế hoạch thực hiện Chiến lược …". */
  readonly name: string;
  /** The syllables of its identifier. */
  readonly words: readonly string[];
  /** "52/KH-UBND"; "…/KH-SNV" where the number is left blank; null where none is printed. */
  readonly number: string | null;
  readonly numberIsBlank: boolean;
  /** As much of the date as is printed: a day, month or year. */
  readonly issued: {
    readonly year: number;
    readonly month: number | null;
    readonly day: number | null;
  } | null;
  /** Who issues it, as printed. */
  readonly issuer: string | null;
  /** First and last year, from the title. */
  readonly years: readonly [number, number] | null;
  /** Both are printed: of "đến năm 2030" only the last is. */
  readonly yearsArePrinted: boolean;
  readonly basis: readonly { readonly text: string; readonly date: string | null }[];
}

/** Reads the head and the foot of a document; what is not there is null or empty. */
export function readPlanHeading(text: string, document: PlanDocument, printed: PrintedCase): PlanHeading {
  const front = document.frontMatter
    .map(({ start, end }) => text.slice(start, end))
    .join("\n")
    .slice(0, 20_000);
  const lines = front
    .split(/[\r\n]+/u)
    .map((line) => foldText(line).trim())
    .filter((line) => line !== "");
  const title = document.title === null ? "" : printed.sentence(document.title.replace(/[.,;:]$/u, ""));
  const kind = document.kind === null ? "" : withCapital(document.kind.toLowerCase());
  const repeats = kind !== "" && title.toLowerCase().startsWith(kind.toLowerCase());
  const name = repeats || kind === "" ? withCapital(title) : `${kind} ${withSmallLetter(title)}`.trim();
  const blank = document.number === null ? blankNumber(lines) : null;
  const issued = issuedOn(document, lines);
  return {
    name: name === "" ? firstLine(text) : name,
    words: [...planWords(title), ...(issued === null ? [] : [String(issued.year)])],
    number: document.number ?? blank,
    numberIsBlank: blank !== null,
    issued,
    issuer: issuerOf(lines, printed, document),
    years: yearsOf(title, issued?.year ?? null),
    yearsArePrinted: yearsOf(title, null) !== null,
    basis: document.basis.map(({ number, date, span }) => ({
      text: basisText(foldText(text.slice(span.start, span.end)), number),
      date,
    })),
    ...readPlanFoot(text, document, printed),
  };
}

function firstLine(text: string): string {
  const line =
    text
      .split(/[\r\n]+/u)
      .map((one) => foldText(one).trim())
      .find((one) => /\p{L}{2}/u.test(one)) ?? "";
  return line.slice(0, 160);
}

/** What the plan is about: what stands behind the last "về" or "thực hiện", without its years. */
function planWords(title: string): readonly string[] {
  const subject = title
    .replace(/(?:trong )?(?:giai đoạn|đến năm|từ năm|năm|thời kỳ|tầm nhìn).*$/iu, "")
    .replace(
      /^.*(?:(?<!\p{L})về(?!\p{L})|chiến lược quốc gia|ban hành kế hoạch|ban hành chương trình|thực hiện chương trình|phê duyệt đề án)(?= )/iu,
      "",
    )
    .replace(/(?:trên địa bàn|tỉnh|thành phố|huyện)\s.*$/iu, "");
  const words = tellingWords(subject);
  return (words.length > 0 ? words : tellingWords(title)).slice(0, 4);
}

/** "Số:   /KH-UBND": the number is filled in when it is signed. */
function blankNumber(lines: readonly string[]): string | null {
  for (const line of lines.slice(0, 12)) {
    const suffix = /(?:^|\s)S[ốỐ] ?[:.]? ?[.…_ ]*[/-] ?([\p{L}\d]+(?:[-/&][\p{L}\d]+)*)\s*$/u.exec(line)?.[1];
    if (suffix !== undefined) return `…/${suffix}`;
  }
  return null;
}

function issuedOn({ date }: PlanDocument, lines: readonly string[]): PlanHeading["issued"] {
  if (date !== null) {
    const [year, month, day] = date.split("-").map(Number) as [number, number, number];
    return { year, month, day };
  }
  for (const line of lines.slice(0, 15)) {
    if (/^(?:căn cứ|theo|xét)/iu.test(line)) continue;
    const found = /ngày[ .…_]*tháng[ .…_]*(\d{1,2})?[ .…_]*năm[ .…_]*((?:19|20|21)\d\d)/iu.exec(line);
    if (!found) continue;
    const month = found[1] === undefined ? null : Number(found[1]);
    return {
      year: Number(found[2]),
      month: month !== null && month >= 1 && month <= 12 ? month : null,
      day: null,
    };
  }
  return null;
}

/** Two columns on one line: the state's or the Party's name stands beside the body's. */
function withoutMotto(line: string): string {
  return line.replace(/[\s*|]*(?:cộng h[òo][aà] xã hội|đảng cộng sản|độc lập - tự do).*$/iu, "").trim();
}

const ISSUES =
  /^(.{2,80}?)\s+(?:ban hành|xây dựng|quyết định|phê duyệt)\s+(?:kế hoạch|chiến lược|chương trình|đề án|quyết định|quy định|nghị quyết|phương án)/iu;
const LETTERHEAD =
  /^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd|hội đồng nhân dân|sở|bộ|ban|tỉnh ủy|thành ủy|huyện ủy|cục|chi cục|phòng|công an|tổng cục|viện|trường|chính phủ|thủ tướng chính phủ|quốc hội)(?!\p{L})/iu;

/** "Sở Nội vụ ban hành Kế hoạch …", else the letterhead, whose lines belong together. */
function issuerOf(lines: readonly string[], printed: PrintedCase, { kind }: PlanDocument): string | null {
  const head = lines.findIndex((line) => kind !== null && line.toUpperCase().startsWith(kind.toUpperCase()));
  const letterhead = lines
    .slice(0, head < 0 ? 8 : head)
    .map(withoutMotto)
    .filter((line) => line !== "");
  const at = letterhead.findIndex((line) => LETTERHEAD.test(line) && line.length < 80);
  if (at >= 0) {
    const next = letterhead[at + 1] ?? "";
    const isBelow =
      isAllCapitals(next) && !/^(?:cộng hòa|cộng hoà|độc lập|số|đảng)/iu.test(next) && !LETTERHEAD.test(next);
    // Over the body that issues it stands the one that it belongs to.
    const below = LETTERHEAD.test(next) ? next : letterhead[at]!;
    return printed.sentence(isBelow ? `${letterhead[at]!} ${next}` : below);
  }
  for (const line of lines.slice(Math.max(0, head))) {
    const issuer = ISSUES.exec(line)?.[1];
    if (issuer !== undefined && LETTERHEAD.test(issuer)) return issuer;
  }
  return null;
}

function yearsOf(title: string, issued: number | null): PlanHeading["years"] {
  const range = /((?:19|20|21)\d\d) ?(?:-|–|đến|to|\.\.) ?(?:năm )?((?:19|20|21)\d\d)/u.exec(title);
  if (range && Number(range[1]) <= Number(range[2])) return [Number(range[1]), Number(range[2])];
  const until = /(?:đến|tới|to|by|until)(?: hết| cuối)? ?(?:năm )?((?:19|20|21)\d\d)/iu.exec(
    title.replace(/(?:tầm nhìn|định hướng).*$/iu, ""),
  );
  if (until && issued !== null && issued <= Number(until[1])) return [issued, Number(until[1])];
  const year = /năm ((?:19|20|21)\d\d)(?! ?-)/iu.exec(title);
  if (until || !year) return null;
  return [Number(year[1]), Number(year[1])];
}

/** "Nghị quyết số 28/NQ-CP" of "Căn cứ Nghị quyết số 28/NQ-CP ngày …": the kind and the number. */
function basisText(words: string, number: string): string {
  const at = words.replace(/ ?([/-]) ?/gu, "$1").indexOf(number);
  const kind =
    /(luật|bộ luật|hiến pháp|pháp lệnh|nghị quyết|nghị định|quyết định|kế hoạch|thông tư|chỉ thị|chương trình|chiến lược|công văn|kết luận|đề án|hướng dẫn|văn bản|tờ trình|quy định|thông báo)/giu;
  const before = at < 0 ? words : words.slice(0, at);
  const kinds = [...before.matchAll(kind)].filter(({ 0: word }) => word[0] !== word[0]!.toLowerCase());
  const last = kinds.at(-1)?.[0];
  return last === undefined ? number : `${withCapital(last)} số ${number}`;
}
