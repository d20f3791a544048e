import { promisedText } from "../checks/documents/promised-text.ts";
import { inLanguage } from "../diagnostics/language.ts";
import { type Commitment, commitmentsOf } from "../documents/commitments/commitments.ts";
import { compareDocuments } from "../documents/comparison/compare-documents.ts";
import type { Clause, PlanDocument } from "../documents/plan-document.ts";
import { comparisonReport } from "../language-features/document-comparison/comparison-report.ts";
import { cliMessage } from "./messages.ts";
import { complainOfUnread, type NamedDocument, onlyDocument, readNamedDocument } from "./named-document.ts";
import { plainText } from "./plain-text.ts";
import { complain, exitCannot, exitFine, exitProblems, type RunContext } from "./run-context.ts";

/** `bdg clauses`: the index of a document's clauses. */
export function runClauses(context: RunContext): number {
  const path = onlyDocument(context, "clauses");
  if (!suitsComparison(context)) return exitCannot;
  const reading = path === undefined ? undefined : readNamedDocument(context, path);
  if (reading === undefined) return exitCannot;
  const { document } = reading;
  const newPath = context.arguments.options.get("compare");
  if (newPath !== undefined) return compare(context, reading, newPath);
  complainOfUnread(context, reading);
  const asJson = context.arguments.options.get("format") === "json";
  const withCommitments = context.arguments.options.has("commitments");
  context.host.writeOutput(
    asJson
      ? clausesJson(document, reading.name, withCommitments)
      : clausesReport(document, withCommitments, context),
  );
  return exitFine;
}

/** Whether no option is given that a comparison doesn't heed; a line of complaint says which. */
function suitsComparison(context: RunContext): boolean {
  const { options } = context.arguments;
  if (!options.has("compare")) return true;
  const asJson = options.get("format") === "json";
  if (!asJson && !options.has("commitments")) return true;
  complain(context, "compare-alone", { option: asJson ? "--format json" : "--commitments" });
  return false;
}

/** The report that the editor shows; there are no plans here, so nobody cites anything. */
function compare(context: RunContext, old: NamedDocument, newPath: string): number {
  const fresh = readNamedDocument(context, newPath);
  if (fresh === undefined) return exitCannot;
  const comparison = compareDocuments(old.document, fresh.document);
  const report = comparisonReport(comparison, {
    oldName: old.name,
    newName: fresh.name,
    language: context.language,
    unread: { old: old.unread, new: fresh.unread },
    link: (_, { address }) => address,
    citedBy: () => [],
  });
  context.host.writeOutput(report);
  const { kept, gone, added, head } = comparison;
  const isSame =
    gone.length + added.length + head.length === 0 &&
    kept.every(({ words, hasMoved }) => words.length === 0 && !hasMoved);
  return isSame ? exitFine : exitProblems;
}

/** The index as JSON, version 1, with what was recognised in each clause if that is asked for. */
function clausesJson(document: PlanDocument, file: string, withCommitments: boolean): string {
  const { number, date, title } = document;
  const found = withCommitments ? commitmentsOf(document) : null;
  const exported = {
    version: 1,
    document: {
      file,
      number,
      date,
      title,
      basis: document.basis.map((one) => ({ number: one.number, date: one.date })),
    },
    clauses: document.clauses.map((clause) => ({
      address: clause.address,
      label: clause.label,
      citation: clause.citation,
      line: clause.line,
      text: clause.text,
      ...(found === null
        ? {}
        : { commitments: (found.get(clause)?.commitments ?? []).map(exportedCommitment) }),
    })),
  };
  return `${JSON.stringify(exported, null, 2)}\n`;
}

function exportedCommitment({ period, every, comparator, value, upper, unit, change }: Commitment) {
  return { period, every, comparator, value, upper, unit, change };
}

/**
 * A clause a line, deeper ones further in, with its line in the file and the beginning of its text; below it, if asked
 * for, what it promises, a promise a line.
 */
function clausesReport(
  document: PlanDocument,
  withCommitments: boolean,
  { colors, language, quiet }: RunContext,
): string {
  const found = withCommitments ? commitmentsOf(document) : null;
  const gaps = new Map(
    document.notes.flatMap((note) =>
      note.kind === "numbering-gap" ? [[note.address, note.missing.join(", ")]] : [],
    ),
  );
  const lines = document.clauses.map((clause) => {
    const place = colors.dim(String(clause.line + 1).padStart(5));
    const indent = "  ".repeat(depthOf(clause));
    const promises = (found?.get(clause)?.commitments ?? []).map(
      (one) => `         ${indent}→ ${plainText(inLanguage(promisedText(one), language))}\n`,
    );
    const missing = gaps.get(clause.address);
    const gap =
      missing === undefined
        ? ""
        : colors.dim(`  (${cliMessage("clause-gap", language, { missing: plainText(missing) })})`);
    const address = colors.bold(plainText(clause.address));
    const line = `${place}  ${indent}${address}  ${beginningOf(clause.text)}${gap}\n`;
    return line + promises.join("");
  });
  const title = document.title && !quiet ? `${colors.bold(plainText(document.title))}\n\n` : "";
  const count = quiet
    ? ""
    : `\n${cliMessage("clause-count", language, { count: document.clauses.length })}\n`;
  return `${title}${lines.join("")}${count}`;
}

function depthOf(clause: Clause): number {
  let depth = 0;
  for (let parent = clause.parent; parent; parent = parent.parent) depth += 1;
  return depth;
}

const mostLetters = 90;

function beginningOf(text: string): string {
  const line = plainText(text.replace(/\s+/g, " "));
  return line.length <= mostLetters ? line : `${line.slice(0, line.lastIndexOf(" ", mostLetters))} …`;
}
