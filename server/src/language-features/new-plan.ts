import type { Language } from "../diagnostics/language.ts";
import type { PlanDocument } from "../documents/plan-document.ts";
import { countChecks } from "../drafting/check-words.ts";
import { draftPlan } from "../drafting/draft-plan.ts";
import { writePlan } from "../drafting/write-plan.ts";
import type { DeclarationParser } from "../syntax/parse.ts";
import { scanDeclarations } from "../syntax/scanner.ts";
import { formatEntries } from "./formatting/format-entries.ts";

export interface NewPlanOptions {
  /** The document's path as the new file names it, relative to that file's folder, with `/`. */
  readonly documentPath: string;
  /** Of the keywords; without it Vietnamese for a Vietnamese document, else English. */
  readonly keywords?: Language;
  /** Of the comments. */
  readonly language: Language;
}

/** A .bdg file that was made from a document. */
export interface NewPlan {
  /** In order, as the formatter would leave it. */
  readonly text: string;
  readonly indicators: number;
  readonly tasks: number;
  /** Comments `# check:`. */
  readonly checks: number;
}

/**
 * Writes a plan from a signed document (docs/documents.md). Total; a document without clauses gives a file with its
 * plan only.
 *
 * @param text the text that the document was read from
 */
export function getNewPlan(
  parser: DeclarationParser,
  text: string,
  document: PlanDocument,
  options: NewPlanOptions,
): NewPlan {
  const draft = draftPlan(text, document);
  const keywords = options.keywords ?? (isVietnamese(text) ? "vi" : "en");
  const written = writePlan(draft, document, { ...options, keywords });
  const formatted = formatText(parser, written);
  return {
    text: formatted,
    indicators: draft.items.filter(({ kind }) => kind === "indicator").length,
    tasks: draft.items.filter(({ kind }) => kind === "task").length,
    checks: countChecks(formatted),
  };
}

/** A text of declarations as the formatter leaves it. */
export function formatText(parser: DeclarationParser, text: string): string {
  const sources = scanDeclarations(text).map((one) => ({ text: one, parsed: parser.parse(one) }));
  return formatEntries(sources).join("");
}

/** Letters that only Vietnamese has. */
function isVietnamese(text: string): boolean {
  const found = text
    .slice(0, 20_000)
    .normalize("NFC")
    .match(/[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu);
  return (found?.length ?? 0) > 5;
}
