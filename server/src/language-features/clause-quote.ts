import type { Language } from "../diagnostics/language.ts";
import { citeParagraph } from "../documents/citation.ts";
import { lookUpCitation } from "../documents/citation-lookup.ts";
import { findQuotedWords } from "../documents/quoted-words.ts";
import type { Citation } from "../semantics/model.ts";
import { clausesOf } from "./cited-clause.ts";
import type { FeatureContext } from "./feature-context.ts";
import type { HoverOptions } from "./feature-types.ts";
import { commandLink, emphasise, escapeMarkdown } from "./markdown.ts";

/** About twelve lines of a hover. */
const mostCharacters = 700;
const mostParagraphs = 8;

/**
 * A cited clause's own words as a quotation, the cited ones emphasised, and below it how an official cites the
 * clause, the document's name and the way to it. Empty where the clause can't be found; the problems say why.
 */
export function clauseQuote(
  context: FeatureContext,
  citation: Citation,
  options: HoverOptions,
): readonly string[] {
  const cited = lookUpCitation(citation, context.documents.read);
  const [clause] = cited ? clausesOf(cited) : [];
  if (!cited || !clause) return [];
  const paragraph = cited.found.kind === "found" ? cited.found.paragraph : null;
  const text = paragraph?.text ?? clause.text;
  const line = paragraph?.line ?? clause.line;
  const words = citation.words === null ? undefined : findQuotedWords(text, citation.words);
  const { language } = context.settings;
  const name = cited.path.slice(cited.path.lastIndexOf("/") + 1);
  const at = paragraph ? clause.paragraphs.indexOf(paragraph) : 0;
  const official = at > 0 ? citeParagraph(clause.citation, at + 1) : clause.citation;
  const place = `${escapeMarkdown(official)} (${escapeMarkdown(citation.address)}) · ${escapeMarkdown(name)}`;
  const link = options.commandLinks
    ? commandLink(openText(language), "bdg.openClause", [cited.path, line])
    : `${language === "vi" ? "dòng" : "line"} ${line + 1}`;
  return [quoted(text, words), `${place} · ${link}`];
}

function openText(language: Language): string {
  return language === "vi" ? "Mở điều khoản bên cạnh" : "Open clause beside";
}

/** The paragraphs as a block quotation, cut where they are long, so that the emphasised words are in it. */
function quoted(text: string, words: { readonly start: number; readonly end: number } | undefined): string {
  const from = words && words.end > mostCharacters ? Math.max(0, words.start - 200) : 0;
  const to = Math.min(text.length, Math.max(from + mostCharacters, words?.end ?? 0, 0));
  const end = to - from > 2 * mostCharacters ? from + 2 * mostCharacters : to;
  const lines: string[] = [];
  let start = from;
  for (const line of text.slice(from, end).split("\n").slice(0, mostParagraphs)) {
    const first = Math.max(0, (words?.start ?? 0) - start);
    const last = Math.min(line.length, (words?.end ?? 0) - start);
    lines.push(last > first ? emphasise(line, first, last) : escapeMarkdown(line));
    start += line.length + 1;
  }
  if (from > 0) lines[0] = `…${lines[0]}`;
  if (start - 1 < text.length) lines[lines.length - 1] += "…";
  return lines.map((line) => `> ${line}`).join("\n>\n");
}
