import { bilingual, type LocalText } from "../diagnostics/language.ts";
import { nearestWord, plainLetters } from "../text/nearest-word.ts";
import { expectedText } from "./expectations.ts";
import { declarationKeywords, type Keyword, keywordSpellings } from "./keywords.ts";
import type { PeriodUnit } from "./period-literal.ts";
import type { SyntaxProblem } from "./syntax-problem.ts";

/** The keywords that may begin a line of each block. */
export const statementKeywords: Readonly<Record<string, readonly Keyword[]>> = {
  plan: [
    ...(["number", "issued", "by", "period", "document", "basis", "signed", "copies", "implements"] as const),
    ...(["aside", "note", "yearEnds"] as const),
  ],
  unit: ["whole", "range", "scale", "decimals", "aggregate"],
  indicator: [
    ...([
      "clause",
      "unit",
      "baseline",
      "target",
      "measured",
      "formula",
      "aggregate",
      "lead",
      "with",
    ] as const),
    ...(["implements", "path", "pathNone", "onTrackFrom", "offTrackBelow", "explain", "note"] as const),
  ],
  task: ["clause", "lead", "with", "due", "done", "serves", "explain", "note"],
  data: ["indicator", "period", "value", "category", "evidence", "periods"],
};

const blockNames: Readonly<Record<string, LocalText>> = {
  plan: bilingual("a plan", "khối kế hoạch"),
  unit: bilingual("a unit", "khối đơn vị tính"),
  dimension: bilingual("a dimension", "khối phân tổ"),
  indicator: bilingual("an indicator", "khối chỉ tiêu"),
  task: bilingual("a task", "khối nhiệm vụ"),
  report: bilingual("a report", "khối báo cáo"),
  data: bilingual("a data binding", "khối dữ liệu"),
};

/** Puts the words for people into a problem that the grammar reported with keys alone; `text` is what was parsed. */
export function withWords(problem: SyntaxProblem, text: string): SyntaxProblem {
  switch (problem.code) {
    case "unknown-statement": {
      const block = problem.data?.block ?? "";
      const hint = suggestion(problem, text, spellings(statementKeywords[block] ?? []));
      return { ...hint, holes: { ...hint.holes, block: blockNames[block] ?? block } };
    }
    case "unknown-declaration":
      return suggestion(problem, text, spellings(declarationKeywords));
    case "invalid-period":
      return { ...problem, holes: { ...problem.holes, ...periodWords(problem.data ?? {}) } };
    case "syntax-error":
      return {
        ...problem,
        holes: {
          expected: expectedText(`- ${problem.data?.expected ?? ""}`),
          found: bilingual("words without quotation marks", "các từ không có ngoặc kép"),
        },
      };
    default:
      return problem;
  }
}

function spellings(keywords: readonly Keyword[]): string[] {
  return keywords.flatMap((keyword) => [...keywordSpellings[keyword].en, ...keywordSpellings[keyword].vi]);
}

/** The keyword that was likely meant. One of several words takes the place of as many, which are then the wrong ones. */
function suggestion(problem: SyntaxProblem, text: string, candidates: readonly string[]): SyntaxProblem {
  const { start } = problem.span;
  const phrases = phrasesFrom(text.slice(start));
  for (const { phrase, nearest } of [
    ...phrases.map((phrase) => ({
      phrase,
      nearest: meantBy(phrase, candidates) ?? likeWhole(phrase, candidates),
    })),
    ...phrases.map((phrase) => ({ phrase, nearest: begunBy(phrase, candidates) })),
  ]) {
    if (!nearest) continue;
    const hint = bilingual(` Did you mean “${nearest}”?`, ` Có phải ý bạn là “${nearest}”?`);
    return {
      ...problem,
      span: { start, end: start + phrase.length },
      holes: { ...problem.holes, word: phrase, hint },
      data: { ...problem.data, word: phrase, nearest },
    };
  }
  return problem;
}

function likeWhole(phrase: string, candidates: readonly string[]): string | undefined {
  const words = phrase.split(blanks);
  const likely = candidates.filter((one) => {
    const others = one.split(" ");
    return others.length === words.length && words.every((word, i) => nearestWord(word, [others[i]!]));
  });
  return nearestWord(words.join(" "), likely);
}

/** `đơn vị` for `đơn vị tính`, `on track` for `on track from`. */
function begunBy(phrase: string, candidates: readonly string[]): string | undefined {
  const words = plainLetters(phrase.replace(blanks, " "));
  if (!words.includes(" ")) return undefined;
  return candidates.find((one) => plainLetters(one).startsWith(`${words} `));
}

/** What people call a statement who don't know its keyword yet. */
const otherWords: ReadonlyMap<string, string> = new Map(
  (
    [
      ["measured", "result, results, actual, achieved, value"],
      ["target", "goal, milestone"],
      ["lead", "responsible, owner, led by, responsible body"],
      ["with", "partner, partners, together with"],
      ["due", "deadline, by"],
      ["done", "completed, finished"],
      ["clause", "source, section"],
      ["note", "comment, remark"],
      ["kết quả", "thực tế, đạt được, số liệu, giá trị"],
      ["mục tiêu", "phấn đấu, chỉ tiêu"],
      ["kỳ gốc", "năm gốc, cơ sở, hiện trạng"],
      ["chủ trì", "cơ quan chủ trì, đơn vị chủ trì, phụ trách"],
      ["phối hợp", "cơ quan phối hợp, đơn vị phối hợp"],
      ["hạn", "thời hạn, thời gian"],
      ["hoàn thành", "đã hoàn thành, đã xong"],
      ["điều khoản", "căn cứ, mục"],
      ["ghi chú", "chú thích, nhận xét"],
    ] as const
  ).flatMap(([keyword, words]) => words.split(", ").map((word) => [plainLetters(word), keyword] as const)),
);

function meantBy(phrase: string, candidates: readonly string[]): string | undefined {
  const keyword = otherWords.get(plainLetters(phrase.replace(blanks, " ")));
  return keyword !== undefined && candidates.includes(keyword) ? keyword : undefined;
}

const blanks = /[^\S\r\n]+/gu;
/** The longest keyword has as many words. */
const mostWords = 4;

/** The first words of a line: as many as a keyword may have, then fewer. */
function phrasesFrom(line: string): readonly string[] {
  const words = /^[\p{L}\p{M}\p{N}_]+(?:[^\S\r\n]+[\p{L}\p{M}\p{N}_]+){0,3}/u.exec(line)?.[0] ?? "";
  const ends = [...words.matchAll(blanks)].map(({ index }) => index);
  return [...ends, words.length]
    .slice(0, mostWords)
    .reverse()
    .map((end) => words.slice(0, end))
    .filter((phrase) => phrase !== "");
}

const notAPeriod = bilingual("is not a period", "không phải là một kỳ");
const notItsSpelling = bilingual("is not how a period is written", "chưa đúng cách viết kỳ");

/** What is wrong with a period, and what would be right. */
function periodWords({ period, unit, range }: Readonly<Record<string, string>>): Record<string, LocalText> {
  if (period !== undefined) return { fault: notItsSpelling, hint: spellingHint(unit as PeriodUnit, period) };
  return { fault: notAPeriod, hint: range === undefined ? knownSpellings : rangeHint(range) };
}

const unitNames: Readonly<Record<PeriodUnit, readonly [en: string, vi: string]>> = {
  year: ["A year", "Năm"],
  half: ["A half-year", "Sáu tháng"],
  quarter: ["A quarter", "Quý"],
  month: ["A month", "Tháng"],
  day: ["A day", "Ngày"],
};

function spellingHint(unit: PeriodUnit, period: string): LocalText {
  const [en, vi] = unitNames[unit];
  return bilingual(`${en} is written ${period}.`, `${vi} được viết là ${period}.`);
}

function rangeHint(range: string): LocalText {
  return bilingual(
    `A range of years is written with two dots: ${range}.`,
    `Khoảng năm viết với hai dấu chấm: ${range}.`,
  );
}

const knownSpellings = bilingual(
  "Write 2025, 2025-H1, 2025-Q3, 2025-03 or 31/3/2025.",
  "Hãy viết 2025, 2025-H1, 2025-Q3, 3/2025 hoặc 31/3/2025.",
);
