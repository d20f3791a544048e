import { inLanguage, type Language } from "../diagnostics/language.ts";
import { builtinUnitHelp, builtinUnits } from "../semantics/builtin-units.ts";
import { formatNumber } from "../semantics/display.ts";
import type { UnitModel } from "../semantics/model.ts";
import type { ProgramSymbol } from "../semantics/program.ts";
import { keywordText } from "../syntax/keywords.ts";
import type { FeatureContext } from "./feature-context.ts";
import { codeName, escapeMarkdown } from "./markdown.ts";
import { startUpper } from "./verdict-text.ts";

/** On a unit that is always there: what it means. */
export function builtinUnitHover({ settings }: FeatureContext, id: string): readonly string[] {
  const unit = builtinUnits.get(id);
  const help = builtinUnitHelp[id];
  if (!unit || !help) return [];
  const { language } = settings;
  return [
    `**${startUpper(inLanguage(help, language))}**`,
    [codeName(id), ...traits(unit, language)].join(" · "),
  ];
}

/** On a declared unit: what it means, how it converts, and what values it takes. */
export function unitHover(
  { binder, settings }: FeatureContext,
  { entry, name }: ProgramSymbol,
): readonly string[] {
  const unit = binder.unit(entry);
  if (!unit) return [];
  const { language } = settings;
  const title = unit.name || name.text;
  const label = language === "vi" ? "đơn vị tính" : "unit";
  return [
    `**${escapeMarkdown(title)}** — ${label}`,
    [
      codeName(name.text),
      ...scaleOf(entry.parsed.declaration, entry.text, language),
      ...traits(unit, language),
    ].join(" · "),
  ];
}

function scaleOf(
  declaration: ProgramSymbol["entry"]["parsed"]["declaration"],
  text: string,
  language: Language,
): string[] {
  return (declaration?.statements ?? []).flatMap((statement) =>
    statement.kind === "scale"
      ? [
          escapeMarkdown(
            `${keywordText("scale", language)} ${text.slice(statement.factor.start, statement.end).trim()}`,
          ),
        ]
      : [],
  );
}

const aggregates = {
  latest: { en: "the latest of a period's values counts", vi: "trong một kỳ lấy giá trị mới nhất" },
  sum: { en: "the values of a period are summed", vi: "cộng các giá trị trong kỳ" },
  mean: { en: "the mean of a period's values counts", vi: "lấy trung bình các giá trị trong kỳ" },
  min: { en: "the least of a period's values counts", vi: "lấy giá trị nhỏ nhất trong kỳ" },
  max: { en: "the greatest of a period's values counts", vi: "lấy giá trị lớn nhất trong kỳ" },
} as const;

function traits({ whole, range, decimals, aggregate }: UnitModel, language: Language): string[] {
  const vietnamese = language === "vi";
  const parts: string[] = [aggregates[aggregate ?? "latest"][language]];
  if (whole) parts.unshift(vietnamese ? "số nguyên" : "whole numbers");
  if (range) {
    const [min, max] = [range.min, range.max].map((value) => formatNumber(value, null, language));
    parts.unshift(vietnamese ? `từ ${min} đến ${max}` : `from ${min} to ${max}`);
  }
  if (decimals !== null && !whole) {
    parts.push(vietnamese ? `hiện ${decimals} chữ số thập phân` : `${decimals} decimals shown`);
  }
  return parts.map(escapeMarkdown);
}
