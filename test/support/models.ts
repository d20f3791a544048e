import type { Place } from "../../server/src/diagnostics/place.ts";
import type {
  BaselineModel,
  Cadence,
  Category,
  Citation,
  Comparator,
  DoneModel,
  FormulaModel,
  IndicatorModel,
  MeasuredModel,
  PlanModel,
  Quantity,
  TargetModel,
  TaskDueModel,
  TaskModel,
  UnitModel,
} from "../../server/src/semantics/model.ts";
import {
  type Calendar,
  calendarYear,
  literalAt,
  nextLiteral,
  type Period,
  toPeriod,
} from "../../server/src/semantics/period.ts";
import {
  divide,
  fromDecimal,
  fromInteger,
  hundred,
  multiply,
  one,
  type Rational,
} from "../../server/src/semantics/rational.ts";
import type { PeriodLiteral } from "../../server/src/syntax/period-literal.ts";

/** Models written by hand in the words of a plan: `indicator({ baseline: ["2021 = 45"], target: ["2025 reach 60"] })`. */

/** A place that says what stands there: its source's whole text. */
export function placeOf(text: string): Place {
  return { source: { path: "plan.bdg", text, firstLine: 0 }, span: { start: 0, end: text.length } };
}

export function number(text: string): Rational {
  const value = fromDecimal(text.replace(",", "."));
  if (value === undefined) throw new Error(`not a number: ${text}`);
  return value;
}

export function periodLiteral(text: string): PeriodLiteral {
  const match = /^(\d{4})(?:-(H|Q)?(\d{1,2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) throw new Error(`not a period: ${text}`);
  const [, year, letter, index, day] = match;
  const unit = day ? "day" : letter === "H" ? "half" : letter === "Q" ? "quarter" : index ? "month" : "year";
  return { unit, year: Number(year), index: Number(index ?? 0), day: Number(day ?? 0) };
}

export function period(text: string, calendar: Calendar = calendarYear): Period {
  return toPeriod(periodLiteral(text), calendar);
}

/** `2021..2030` as its periods, in order. */
export function periods(range: string, calendar: Calendar = calendarYear): readonly Period[] {
  const [from, to] = range.split("..");
  const last = period(to!, calendar).last;
  const found: Period[] = [];
  for (let at = periodLiteral(from!); toPeriod(at, calendar).last <= last; at = nextLiteral(at)) {
    found.push(toPeriod(at, calendar));
  }
  return found;
}

export function span(range: string, calendar: Calendar = calendarYear): Period {
  const all = periods(range, calendar);
  return { unit: all[0]!.unit, text: range, first: all[0]!.first, last: all.at(-1)!.last };
}

const unitDefaults = { whole: false, range: null, factor: one, decimals: null } as const;
export const percent: UnitModel = {
  ...unitDefaults,
  id: "percent",
  name: "%",
  symbol: "%",
  base: "percent",
  aggregate: "latest",
};
export const ratio: UnitModel = {
  ...percent,
  id: "ratio",
  name: "lần",
  symbol: "lần",
  base: "ratio",
  aggregate: null,
};
export const activity: UnitModel = {
  ...unitDefaults,
  id: "activity",
  name: "hoạt động",
  symbol: "hoạt động",
  base: "activity",
  whole: true,
  aggregate: null,
};

export function category(id: string): Category {
  return { id, name: id };
}

function quantity(text: string, unit: UnitModel): Quantity {
  const share = /^(\S+) of (\S+)$/.exec(text);
  if (share === null) return { value: number(text), share: null };
  const numerator = number(share[1]!);
  const denominator = number(share[2]!);
  const pure = divide(numerator, denominator)!;
  return {
    value: unit.base === "percent" ? multiply(pure, hundred) : pure,
    share: { numerator, denominator },
  };
}

/** `2022 for female = 9 of 20`. */
function statement(text: string, unit: UnitModel, calendar: Calendar): Omit<BaselineModel, "evidence"> {
  const match = /^(\S+)(?: for (\S+))? = (.+)$/.exec(text);
  if (match === null) throw new Error(`not a value: ${text}`);
  return {
    period: period(match[1]!, calendar),
    category: match[2] === undefined ? null : category(match[2]),
    quantity: quantity(match[3]!, unit),
    place: placeOf(text),
  };
}

const comparator = "(reach|>=|<=|>|<|=|between|about)";

/** `2025 reach 60`, `2025..2030 >= 1`, `every month in 2021..2022 for female >= 1`, `total 2021..2025 >= 1000`. */
export function target(text: string, calendar: Calendar = calendarYear): TargetModel {
  const pattern = new RegExp(
    `^(?:(total) |every (year|half|quarter|month) in )?(\\S+?)(?: for (.+?))? ${comparator} (\\S.*?)(?: (?:and|within) (\\S+))?$`,
  );
  const match = pattern.exec(text);
  if (match === null) throw new Error(`not a target: ${text}`);
  const [, total, every, when, categories, compared, bound, second] = match;
  const form = total ? "total" : every ? "every" : when!.includes("..") ? "range" : "period";
  const parse = (written: string): TargetModel["bound"] => {
    const relative = /^baseline ([*+]) (\S+)$/.exec(written);
    if (relative === null) return { kind: "absolute", value: number(written) };
    return relative[1] === "*"
      ? { kind: "baseline-times", factor: number(relative[2]!) }
      : { kind: "baseline-plus", amount: number(relative[2]!) };
  };
  return {
    text,
    form,
    comparator: compared as Comparator,
    bound: parse(bound!),
    upper: compared === "between" ? parse(second!) : null,
    tolerance: compared === "about" && second !== undefined ? number(second) : null,
    windows: total
      ? [span(when!, calendar)]
      : every
        ? cadenceWindows(every as Cadence, when!, calendar)
        : form === "range"
          ? periods(when!, calendar)
          : [period(when!, calendar)],
    categories: categories === undefined ? [null] : categories.split(", ").map(category),
    place: placeOf(`target ${text}`),
    periodPlace: placeOf(when!),
  };
}

function cadenceWindows(cadence: Cadence, range: string, calendar: Calendar): readonly Period[] {
  const { first, last } = range.includes("..") ? span(range, calendar) : period(range, calendar);
  const found: Period[] = [];
  for (
    let at = literalAt(first, cadence, calendar);
    toPeriod(at, calendar).last <= last;
    at = nextLiteral(at)
  ) {
    found.push(toPeriod(at, calendar));
  }
  return found;
}

export interface IndicatorParts extends Partial<Omit<IndicatorModel, "baselines" | "targets" | "measured">> {
  readonly baseline?: readonly string[];
  readonly target?: readonly string[];
  readonly measured?: readonly string[];
  readonly explain?: readonly string[];
  readonly clause?: readonly string[];
}

export function indicator(parts: IndicatorParts): IndicatorModel {
  const { baseline = [], target: targets = [], measured = [], explain = [], clause = [], ...rest } = parts;
  const unit = rest.unit ?? percent;
  const calendar = rest.calendar ?? calendarYear;
  return {
    id: "x",
    name: "X",
    plan: null,
    aggregate: unit.aggregate,
    formula: null,
    formulaPlace: null,
    formulaFactor: one,
    path: "linear",
    onTrackFrom: null,
    offTrackBelow: null,
    refused: [],
    explanations: explain.map((text) => ({
      period: period(text, calendar),
      text: `why ${text}`,
      place: placeOf(text),
    })),
    lead: [],
    with: [],
    citations: clause.map(citation),
    parent: null,
    note: null,
    place: placeOf("x"),
    ...rest,
    unit,
    calendar,
    baselines: baseline.map((text) => ({ ...statement(text, unit, calendar), evidence: null })),
    targets: targets.map((text) => target(text, calendar)),
    measured: measured.map((text) => measuredValue(text, unit, calendar)),
  };
}

function measuredValue(text: string, unit: UnitModel, calendar: Calendar): MeasuredModel {
  return { ...statement(text, unit, calendar), evidence: null, evidencePlace: null };
}

function citation(address: string): Citation {
  return { address, document: null, words: null, place: placeOf(address), wordsPlace: null };
}

export function plan(range: string, parts: Partial<PlanModel> = {}): PlanModel {
  const { first, last } = span(range, parts.calendar);
  return {
    id: "plan",
    name: "Plan",
    path: "plan.bdg",
    period: { first, last, text: range },
    issuedFrom: null,
    calendar: calendarYear,
    front: { number: null, issuer: null, above: null, signed: null, copies: [] },
    place: placeOf("plan"),
    ...parts,
  };
}

/** `due: ["2025", "every year in 2022..2024"]`, `done: ["2022"]`. */
export function task(parts: {
  due?: readonly string[];
  done?: readonly string[];
  explain?: readonly string[];
}): TaskModel {
  const due = (parts.due ?? []).map((text): TaskDueModel => {
    const every = /^every (\S+) in (\S+)$/.exec(text);
    const windows = every ? cadenceWindows(every[1] as Cadence, every[2]!, calendarYear) : [period(text)];
    return { text, recurs: every !== null, windows, place: placeOf(`due ${text}`) };
  });
  const done = (parts.done ?? []).map(
    (text): DoneModel => ({ period: period(text), evidence: null, place: placeOf(`done ${text}`) }),
  );
  const explanations = (parts.explain ?? []).map((text) => ({
    period: period(text),
    text: `why ${text}`,
    place: placeOf(text),
  }));
  return {
    id: "t",
    name: "T",
    plan: null,
    due,
    done,
    explanations,
    lead: [],
    with: [],
    citations: [],
    note: null,
    place: placeOf("t"),
  };
}

export function formula(
  left: IndicatorModel | FormulaModel,
  operator: "+" | "-" | "*" | "/",
  right: IndicatorModel | FormulaModel,
): FormulaModel {
  const node = (part: IndicatorModel | FormulaModel): FormulaModel =>
    "kind" in part ? part : { kind: "indicator", indicator: part };
  return { kind: "operation", operator, left: node(left), right: node(right) };
}

export function constant(value: number): FormulaModel {
  return { kind: "number", value: fromInteger(value) };
}
