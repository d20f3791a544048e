import type { Language } from "../diagnostics/language.ts";
import type { ClauseCoverage, ClauseStatus, CommitmentCoverage, Coverage } from "../semantics/coverage.ts";
import { textRecord } from "./csv.ts";
import { inline, pipeRow } from "./markdown.ts";

/** The words of the coverage table. */
export const coverageWords = {
  title: { en: "Coverage of the plan documents", vi: "Mức độ bao quát văn bản kế hoạch" },
  none: {
    en: "No plan names a document that can be read.",
    vi: "Chưa có kế hoạch nào nêu văn bản đọc được.",
  },
  document: { en: "Document", vi: "Văn bản" },
  clause: { en: "Clause", vi: "Điều khoản" },
  citation: { en: "Cited as", vi: "Cách dẫn" },
  line: { en: "Line", vi: "Dòng" },
  status: { en: "Coverage", vi: "Tình trạng" },
  commitment: { en: "Commitment", vi: "Cam kết" },
  by: { en: "Indicator or task", vi: "Chỉ tiêu, nhiệm vụ" },
  agreement: { en: "Agreement", vi: "Đối chiếu" },
  reason: { en: "Reason", vi: "Lý do" },
  text: { en: "Text", vi: "Nội dung" },
  "period-column": { en: "Period", vi: "Kỳ" },
  value: { en: "Value", vi: "Giá trị" },
  unit: { en: "Unit", vi: "Đơn vị" },
  covered: { en: "covered", vi: "đã theo dõi" },
  aside: { en: "set aside", vi: "không theo dõi" },
  "not-covered": { en: "not covered", vi: "chưa theo dõi" },
  "not-understood": { en: "not understood", vi: "chưa hiểu được" },
  agrees: { en: "agrees", vi: "khớp" },
  differs: { en: "differs", vi: "khác" },
  "not-compared": { en: "not compared", vi: "chưa so được" },
  "no-target": { en: "no target", vi: "chưa có mục tiêu" },
  task: { en: "task", vi: "nhiệm vụ" },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** How many clauses have each status, in words: `covered 5 · set aside 0 · …`. */
export function coverageCounts(
  counts: Readonly<Record<ClauseStatus, number>>,
  language: Language,
  write: (count: number) => string = String,
): string {
  return (Object.entries(counts) as [ClauseStatus, number][])
    .map(([status, count]) => `${coverageWords[status][language]} ${write(count)}`)
    .join(" · ");
}

/** Coverage as Markdown: a table for each document, a row for each commitment. */
export function coverageMarkdown({ documents }: Coverage, language: Language): string {
  const word = (key: keyof typeof coverageWords) => coverageWords[key][language];
  const blocks = [`# ${word("title")}`];
  if (documents.length === 0) blocks.push(word("none"));
  for (const { path, title, counts, clauses } of documents) {
    blocks.push(`## ${inline(title ?? path)}`, inline(path));
    blocks.push(coverageCounts(counts, language, (count) => `**${count}**`));
    if (clauses.length === 0) continue;
    const heading = [word("clause"), word("commitment"), word("by"), word("agreement")];
    const rows = clauses.flatMap((clause) => markdownRows(clause, language));
    blocks.push([pipeRow(heading), pipeRow(["---", "---", "---", "---"]), ...rows].join("\n"));
  }
  return `${blocks.join("\n\n")}\n`;
}

function markdownRows(clause: ClauseCoverage, language: Language): readonly string[] {
  const place = `${inline(clause.address)} ${inline(excerpt(clause.text, 60))}`;
  const reason = clause.reason ? `: ${inline(clause.reason)}` : "";
  if (clause.commitments.length === 0)
    return [pipeRow([place, "–", byText(clause, null), statusText(clause, language) + reason])];
  return clause.commitments.map((commitment, i) => {
    const said = inline(commitment.said);
    const { agreement } = commitment;
    const told =
      agreement === null
        ? statusText(clause, language) + reason
        : agreement === "differs"
          ? `**${coverageWords.differs[language]}**`
          : coverageWords[agreement][language];
    return pipeRow([i === 0 ? place : inline(clause.address), said, byText(clause, commitment), told]);
  });
}

function statusText({ status }: ClauseCoverage, language: Language): string {
  const text = coverageWords[status][language];
  return status === "not-covered" ? `**${text}**` : text;
}

/** The names of what takes a commitment up, which say more than their ids. */
function byText({ citedBy }: ClauseCoverage, commitment: CommitmentCoverage | null): string {
  const by = commitment && commitment.by.length > 0 ? commitment.by : null;
  const names = citedBy.filter(({ id }) => by?.includes(id) ?? true).map(({ name }) => excerpt(name, 80));
  return names.length === 0 ? "–" : inline([...new Set(names)].join("; "));
}

/** The beginning of a clause's text on one line. */
export function excerpt(text: string, most: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= most) return line;
  const cut = line.lastIndexOf(" ", most);
  return `${line.slice(0, cut > most / 2 ? cut : most).trimEnd()}…`;
}

/** Coverage as CSV (RFC 4180), a record for each commitment, and one for each clause that was not understood. */
export function coverageCsv({ documents }: Coverage, language: Language, byteOrderMark: boolean): string {
  const columns = [
    "document",
    "clause",
    "citation",
    "line",
    "status",
    "commitment",
    "by",
    "agreement",
    "reason",
    "text",
  ] as const;
  const records = [textRecord(columns.map((column) => coverageWords[column][language]))];
  for (const { path, clauses } of documents) {
    for (const clause of clauses) {
      const { address, citation, range, status, reason, text, commitments } = clause;
      for (const one of commitments.length > 0 ? commitments : [null]) {
        const ids = one && one.by.length > 0 ? one.by : clause.citedBy.map(({ id }) => id);
        const agreement = one?.agreement ? coverageWords[one.agreement][language] : "";
        const place = [path, address, citation, String(range.start.line + 1)];
        const told = [coverageWords[status][language], one?.said ?? "", ids.join(", "), agreement];
        records.push(textRecord([...place, ...told, reason ?? "", text.replace(/\s+/gu, " ").trim()]));
      }
    }
  }
  return `${byteOrderMark ? "\ufeff" : ""}${records.join("")}`;
}

/** Coverage as JSON, version 1. */
export function coverageJson(coverage: Coverage): string {
  return `${JSON.stringify({ version: 1, ...coverage }, null, 2)}\n`;
}
