import type { Language } from "../../diagnostics/language.ts";
import { unreadMessage } from "../../diagnostics/unread-text.ts";
import type {
  AddedClause,
  CommitmentChange,
  DocumentComparison,
  KeptClause,
} from "../../documents/comparison/compare-documents.ts";
import type { WordDifference } from "../../documents/comparison/word-differences.ts";
import type { Clause } from "../../documents/plan-document.ts";
import type { UnreadPart } from "../../text/document-text.ts";
import { codeName, escapeMarkdown } from "../markdown.ts";
import { commitmentText } from "./commitment-text.ts";

export interface ReportOptions {
  readonly oldName: string;
  readonly newName: string;
  readonly language: Language;
  /** What each takes in from other files and is not in its text: it may be what seems to be gone or new. */
  readonly unread: Readonly<Record<"old" | "new", readonly UnreadPart[]>>;
  /** The address of a clause, as a link where there is something to open. */
  link(version: "old" | "new", clause: Clause): string;
  /** Names of what cites a clause of the old version. */
  citedBy(clause: Clause): readonly string[];
}

interface Report extends ReportOptions {
  /** The text in the language of the report. */
  say(en: string, vi: string): string;
}

/** What is different between two versions, as a Markdown page: commitments first, then clause by clause. */
export function comparisonReport(comparison: DocumentComparison, options: ReportOptions): string {
  const report: Report = { ...options, say: (en, vi) => (options.language === "vi" ? vi : en) };
  const { say } = report;
  const changed = comparison.kept.filter(({ words }) => words.length > 0);
  const moved = comparison.kept.filter(({ hasMoved }) => hasMoved);
  const { gone, added } = comparison;
  const parts = [
    `# ${say("Two versions of a plan document", "Hai phiên bản của văn bản kế hoạch")}`,
    `${escapeMarkdown(options.oldName)} → ${escapeMarkdown(options.newName)}`,
    unreadNote(options.oldName, options.unread.old, options.language),
    unreadNote(options.newName, options.unread.new, options.language),
    summary(report, changed.length, moved.length, gone.length, added.length),
    headPart(report, comparison),
    commitmentsPart(report, comparison),
    part(
      say("Reworded", "Sửa lời"),
      changed.map((one) => rewordedItem(report, one)),
    ),
    movedPart(report, moved),
    part(
      say("No longer there", "Không còn"),
      gone.map((one) => clauseItem(report, "old", one)),
    ),
    part(
      say("New", "Mới"),
      added.map((one) => clauseItem(report, "new", one)),
    ),
  ];
  return `${parts.filter((one) => one !== "").join("\n\n")}\n`;
}

function unreadNote(name: string, unread: readonly UnreadPart[], language: Language): string {
  return unread.length === 0 ? "" : `**${escapeMarkdown(unreadMessage(name, unread, language))}**`;
}

function summary({ say }: Report, changed: number, moved: number, gone: number, added: number): string {
  if (changed + moved + gone + added === 0)
    return say("No clause is different.", "Không có điều khoản nào khác nhau.");
  return say(
    `Clauses reworded: ${changed} · moved: ${moved} · no longer there: ${gone} · new: ${added}`,
    `Điều khoản sửa lời: ${changed} · chuyển vị trí: ${moved} · không còn: ${gone} · mới: ${added}`,
  );
}

function part(title: string, items: readonly string[]): string {
  return items.length === 0 ? "" : `## ${title} (${items.length})\n\n${items.join("\n")}`;
}

function headPart({ say }: Report, { head }: DocumentComparison): string {
  const names = { number: say("Number", "Số"), date: say("Date", "Ngày"), title: say("Title", "Tiêu đề") };
  const none = say("(blank)", "(để trống)");
  const shown = (value: string | null) => (value === null ? none : escapeMarkdown(value));
  return head
    .map(({ what, before, after }) => `- ${names[what]}: ${shown(before)} → ${shown(after)}`)
    .join("\n");
}

interface PromiseRow {
  readonly link: string;
  readonly change: CommitmentChange;
  readonly citedBy: readonly string[];
}

/** Every commitment that is another, gone or new, in one table. */
function commitmentsPart(report: Report, { kept, gone, added }: DocumentComparison): string {
  const { say } = report;
  const rows: PromiseRow[] = [
    ...kept.flatMap(({ before, after, commitments }) =>
      commitments.map((change) => ({
        link: addressLink(report, before, after),
        change,
        citedBy: report.citedBy(before),
      })),
    ),
    ...gone.flatMap(({ clause, commitments }) =>
      commitments.map((before) => ({
        link: report.link("old", clause),
        change: { before, after: null },
        citedBy: report.citedBy(clause),
      })),
    ),
    ...added.flatMap(({ clause, commitments }) =>
      commitments.map((after) => ({
        link: report.link("new", clause),
        change: { before: null, after },
        citedBy: [],
      })),
    ),
  ];
  if (rows.length === 0) return "";
  const cell = (one: CommitmentChange["before"]) =>
    one === null ? "–" : escapeMarkdown(commitmentText(one, report.language));
  const heading = [
    say("Clause", "Điều khoản"),
    say("Before", "Trước"),
    say("Now", "Nay"),
    say("In the plan", "Trong kế hoạch"),
  ];
  const lines = rows.map(
    ({ link, change, citedBy }) =>
      `| ${link} | ${cell(change.before)} | ${cell(change.after)} | ${citedBy.map(codeName).join(", ") || "–"} |`,
  );
  return `## ${say("Commitments", "Cam kết")} (${rows.length})\n\n| ${heading.join(" | ")} |\n| --- | --- | --- | --- |\n${lines.join("\n")}`;
}

function addressLink({ link }: Report, before: Clause, after: Clause): string {
  return before.address === after.address
    ? link("new", after)
    : `${link("old", before)} → ${link("new", after)}`;
}

function rewordedItem(report: Report, { before, after, words }: KeptClause): string {
  return `- **${addressLink(report, before, after)}**${citers(report, before)}\n\n  > ${differenceText(words)}\n`;
}

const mostWordsAround = 10;

/** Struck out what went, bold what came; of what is the same, the words around. */
function differenceText(words: readonly WordDifference[]): string {
  return words
    .map(({ kind, text }, i) => {
      if (kind === "removed") return `~~${escapeMarkdown(text)}~~`;
      if (kind === "added") return `**${escapeMarkdown(text)}**`;
      const all = text.split(" ");
      if (all.length <= 2 * mostWordsAround) return escapeMarkdown(`.${text}`).slice(1);
      const head = i === 0 ? [] : all.slice(0, mostWordsAround);
      const tail = i === words.length - 1 ? [] : all.slice(-mostWordsAround);
      return escapeMarkdown(`.${[...head, "…", ...tail].join(" ")}`).slice(1);
    })
    .join(" ");
}

/** Clauses that moved along with one above them are counted with it. */
function movedPart(report: Report, moved: readonly KeptClause[]): string {
  if (moved.length === 0) return "";
  const { say } = report;
  const along = new Map<KeptClause, number>();
  const lines: KeptClause[] = [];
  const byClause = new Map(moved.map((one) => [one.before, one] as const));
  for (const one of moved) {
    let top = one;
    while (top.movedAlong) {
      const above = top.before.parent && byClause.get(top.before.parent);
      if (!above) break;
      top = above;
    }
    if (top === one) lines.push(one);
    else along.set(top, (along.get(top) ?? 0) + 1);
  }
  const items = lines.map((one) => {
    const count = along.get(one) ?? 0;
    const below =
      count === 0 ? "" : ` ${say(`(and ${count} below it)`, `(cùng ${count} điều khoản bên dưới)`)}`;
    return `- ${addressLink(report, one.before, one.after)}${below}: ${beginning(one.after)}`;
  });
  return `## ${say("Moved", "Chuyển vị trí")} (${moved.length})\n\n${items.join("\n")}`;
}

function clauseItem(report: Report, version: "old" | "new", { clause, commitments }: AddedClause): string {
  const promised = commitments.map((one) => escapeMarkdown(commitmentText(one, report.language))).join("; ");
  const said = promised === "" ? "" : ` — ${report.say("promises", "cam kết")}: **${promised}**`;
  const cited = version === "old" ? citers(report, clause) : "";
  return `- **${report.link(version, clause)}**${cited}: ${beginning(clause)}${said}`;
}

function citers({ citedBy, say }: Report, clause: Clause): string {
  const names = citedBy(clause);
  return names.length === 0
    ? ""
    : ` (${say("cited by", "được trích bởi")} ${names.map(codeName).join(", ")})`;
}

const longestBeginning = 140;

function beginning({ text }: Clause): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const short =
    line.length <= longestBeginning ? line : `${line.slice(0, line.lastIndexOf(" ", longestBeginning))} …`;
  return escapeMarkdown(`.${short}`).slice(1);
}
