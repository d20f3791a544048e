import type { Language } from "../diagnostics/language.ts";
import type { ProgramJudgement } from "../semantics/judgement.ts";
import type { PeriodUnit } from "../syntax/period-literal.ts";
import { quoted, withoutFormula } from "./csv.ts";
import { type Observation, observationsOf, sdmxPeriod } from "./observations.ts";

const headings = [
  "STRUCTURE",
  "STRUCTURE_ID",
  "ACTION",
  "FREQ",
  "PLAN",
  "INDICATOR",
  "CATEGORY",
  "MEASURE",
  "TIME_PERIOD",
  "OBS_VALUE",
  "UNIT_MEASURE",
  "COMPARATOR",
  "STATUS",
  "NUMERATOR",
  "DENOMINATOR",
  "TITLE",
  "COMMENT_OBS",
] as const;

/**
 * Every number of the plans as SDMX-CSV 2.0: the columns of the standard first (structure, action), then the
 * dimensions, the value, and attributes. What has no column of its own, such as an upper bound, is in COMMENT_OBS.
 */
export function toSdmxCsv(judgement: ProgramJudgement, language: Language): string {
  return [headings, ...observationsOf(judgement, language).map(fieldsOf)].map(record).join("");
}

function fieldsOf(one: Observation): readonly string[] {
  return [
    "dataflow",
    "BDG:DF_PLAN(1.0)",
    "I",
    frequencies[one.period.unit] ?? "_Z",
    one.plan,
    one.indicator,
    one.category ?? "_T",
    one.measure,
    sdmxPeriod(one.period),
    one.value ?? "",
    one.unit,
    one.comparator ?? "",
    one.status ?? "",
    one.numerator ?? "",
    one.denominator ?? "",
    withoutFormula(one.name),
    withoutFormula(one.comment ?? ""),
  ];
}

const frequencies: Readonly<Partial<Record<PeriodUnit, string>>> = {
  year: "A",
  half: "S",
  quarter: "Q",
  month: "M",
  day: "D",
};

function record(fields: readonly string[]): string {
  return `${fields.map(quoted).join(",")}\r\n`;
}
