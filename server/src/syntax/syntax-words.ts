import { bilingual, type LocalText } from "../diagnostics/language.ts";
import { nearestWord } from "../text/nearest-word.ts";
import { expectedText } from "./expectations.ts";
import { declarationKeywords, type Keyword, keywordSpellings } from "./keywords.ts";
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

/** Puts the words for people into a problem that the grammar reported with keys alone. */
export function withWords(problem: SyntaxProblem): SyntaxProblem {
  switch (problem.code) {
    case "unknown-statement": {
      const block = problem.data?.block ?? "";
      const hint = suggestion(problem, spellings(statementKeywords[block] ?? []));
      return { ...hint, holes: { ...hint.holes, block: blockNames[block] ?? block } };
    }
    case "unknown-declaration":
      return suggestion(problem, spellings(declarationKeywords));
    case "invalid-period":
      return { ...problem, holes: { ...problem.holes, hint: periodHint(problem.data?.range) } };
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

function suggestion(problem: SyntaxProblem, candidates: readonly string[]): SyntaxProblem {
  const word = problem.data?.word ?? "";
  const nearest = nearestWord(word, candidates);
  if (!nearest) return problem;
  const hint = bilingual(` Did you mean “${nearest}”?`, ` Có phải ý bạn là “${nearest}”?`);
  return { ...problem, holes: { ...problem.holes, hint }, data: { ...problem.data, nearest } };
}

function periodHint(range: string | undefined): LocalText {
  if (range) {
    return bilingual(
      `A range of years is written with two dots: ${range}.`,
      `Khoảng năm viết với hai dấu chấm: ${range}.`,
    );
  }
  return bilingual(
    "Write 2025, 2025-H1, 2025-Q3, 2025-03 or 31/3/2025.",
    "Hãy viết 2025, 2025-H1, 2025-Q3, 3/2025 hoặc 31/3/2025.",
  );
}
