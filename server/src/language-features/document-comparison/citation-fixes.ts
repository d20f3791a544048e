import { bilingual, inLanguage, type Language } from "../../diagnostics/language.ts";
import type { KeptClause } from "../../documents/comparison/compare-documents.ts";
import type { Clause, Paragraph } from "../../documents/plan-document.ts";
import { comparableText } from "../../documents/quoted-words.ts";
import { quote } from "../../syntax/text-literal.ts";
import { replace } from "../code-actions/fix.ts";
import type { FeatureContext } from "../feature-context.ts";
import type { FileEdit } from "../feature-types.ts";
import { carryWords } from "./carry-words.ts";
import type { CitedChange } from "./cited-changes.ts";
import type { ComparisonFix } from "./comparison-types.ts";

/** Brings the address and the quoted words of a citation up to date; none where both still hold. */
export function citationFix(
  context: FeatureContext,
  change: CitedChange,
  addressOf: (clause: Clause) => string,
): readonly ComparisonFix[] {
  const { entry, citation, kept, id, address } = change;
  if (!kept) return [];
  const { language } = context.settings;
  const paragraph = change.paragraph && paragraphOf(kept, change.paragraph);
  const fresh = `${addressOf(kept.after)}${paragraph ? `/${kept.after.paragraphs.indexOf(paragraph) + 1}` : ""}`;
  const words = citation.words?.value ?? null;
  const before = change.paragraph?.text ?? kept.before.text;
  const after = paragraph?.text ?? kept.after.text;
  const carried = words === null ? null : carryWords(before, words, after);
  const edits: FileEdit[] = [];
  if (!isSameAddress(fresh, address)) edits.push(replace({ context, entry }, citation.address, fresh));
  if (citation.words && carried !== null && carried !== words)
    edits.push(replace({ context, entry }, citation.words, quote(carried)));
  if (edits.length === 0) return [];
  const moved = isSameAddress(fresh, address) ? "" : `${address} → ${fresh}`;
  const requoted = carried !== null && carried !== words ? `“${carried}”` : "";
  return [
    {
      id,
      was: address,
      title: `${nameOf(change)}: ${titleOf(moved, requoted, language)}`,
      detail: [moved, requoted].filter((part) => part !== "").join(" · "),
      edits: new Map([[entry.path, edits]]),
    },
  ];
}

function titleOf(moved: string, requoted: string, language: Language): string {
  if (requoted === "")
    return inLanguage(bilingual("update the clause’s address", "cập nhật địa chỉ điều khoản"), language);
  if (moved === "")
    return inLanguage(bilingual("update the quoted words", "cập nhật phần trích dẫn"), language);
  return inLanguage(
    bilingual("update the address and the quoted words", "cập nhật địa chỉ và phần trích dẫn"),
    language,
  );
}

/** What a declaration is called, for people. */
export function nameOf({ entry }: Pick<CitedChange, "entry">): string {
  return entry.parsed.declaration?.name.text ?? "";
}

function isSameAddress(a: string, b: string): boolean {
  const plain = (address: string) =>
    address
      .normalize("NFC")
      .replace(/~1(?!\d)/gu, "")
      .replace(/(^|\.)[DÐ](?=\d)/gu, "$1Đ");
  return a === b || plain(a) === plain(b);
}

/** The same paragraph, else the one in its place. */
function paragraphOf({ before, after }: KeptClause, { text, address }: Paragraph): Paragraph | null {
  const same = after.paragraphs.find((one) => comparableText(one.text) === comparableText(text));
  const index = before.paragraphs.findIndex((one) => one.address === address);
  return same ?? after.paragraphs[index] ?? null;
}
