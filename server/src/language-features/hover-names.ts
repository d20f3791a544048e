import type { Language } from "../diagnostics/language.ts";
import type { ProgramSymbol, UseLink } from "../semantics/program.ts";
import { findSymbol } from "../semantics/scope.ts";
import type { FeatureContext } from "./feature-context.ts";
import { fileBlocks } from "./hover-file.ts";
import { codeName, escapeMarkdown } from "./markdown.ts";

/** Declarations that are looked through for what a body leads, so that a hover stays quick in the largest plan. */
const mostMentions = 400;
const mostNamed = 8;

/** On a body: its title, what it is part of, and what it leads. */
export function bodyHover(context: FeatureContext, symbol: ProgramSymbol): readonly string[] {
  const { language } = context.settings;
  const blocks = [`**${escapeMarkdown(titleOf(symbol))}** — ${language === "vi" ? "cơ quan" : "body"}`];
  const line = [codeName(symbol.name.text)];
  const parent = parentOf(context, symbol);
  if (parent) line.push(`${language === "vi" ? "thuộc" : "part of"} ${escapeMarkdown(titleOf(parent))}`);
  blocks.push(line.join(" · "));
  const led = ledBy(context, symbol, language);
  return led === "" ? blocks : [...blocks, led];
}

function titleOf({ title, name }: ProgramSymbol): string {
  return title || name.text;
}

function parentOf({ program }: FeatureContext, { entry }: ProgramSymbol): ProgramSymbol | undefined {
  const { declaration } = entry.parsed;
  if (declaration?.kind !== "body" || !declaration.partOf) return undefined;
  return findSymbol(program, entry.path, declaration.partOf, "body");
}

function ledBy({ program }: FeatureContext, symbol: ProgramSymbol, language: Language): string {
  const names: string[] = [];
  let looked = 0;
  for (const entry of program.mentions(symbol.name.text)) {
    looked += 1;
    if (looked > mostMentions || names.length > mostNamed) break;
    const { declaration } = entry.parsed;
    const leads = declaration?.statements.some(
      (statement) =>
        statement.kind === "lead" &&
        statement.names.some(
          (name) =>
            name.name.text === symbol.name.text &&
            findSymbol(program, entry.path, name, "body")?.entry === symbol.entry,
        ),
    );
    if (leads && declaration) names.push(declaration.title?.value ?? declaration.name.text);
  }
  if (names.length === 0) return "";
  const shown = names.slice(0, mostNamed).map((name) => `- ${escapeMarkdown(name)}`);
  if (names.length > mostNamed || looked > mostMentions) shown.push("- …");
  return `${language === "vi" ? "Chủ trì:" : "Leads:"}\n${shown.join("\n")}`;
}

/** On a dimension: its title and its categories. */
export function dimensionHover({ settings }: FeatureContext, symbol: ProgramSymbol): readonly string[] {
  const categories = symbol.entry.facts.declared.flatMap(({ kind, name, title }) =>
    kind === "category" ? [`- ${codeName(name.text)} ${escapeMarkdown(title)}`] : [],
  );
  const label = settings.language === "vi" ? "phân tổ" : "dimension";
  const head = `**${escapeMarkdown(titleOf(symbol))}** — ${label}`;
  return categories.length === 0 ? [head] : [head, categories.slice(0, mostNamed).join("\n")];
}

/** On a category: its title, and the dimension it belongs to. */
export function categoryHover({ settings }: FeatureContext, symbol: ProgramSymbol): readonly string[] {
  const { declaration } = symbol.entry.parsed;
  const dimension = declaration?.title?.value || declaration?.name.text || "";
  const of = settings.language === "vi" ? "loại của phân tổ" : "category of";
  return [`**${escapeMarkdown(titleOf(symbol))}** — ${of} ${escapeMarkdown(dimension)}`];
}

/** On the prefix of a used file: which file it stands for. */
export function prefixHover(context: FeatureContext, use: UseLink): readonly string[] {
  return use.path === null ? [] : fileBlocks(context, use.path);
}
