/**
 * Reads the plainest English .bdg text, one statement a line, into a plan model: enough for the hand-computed
 * cases, which are written once, as text, and judged by both evaluators. Throws for any line it does not know.
 */
import type {
  Aggregate,
  BoundModel,
  Cadence,
  Comparator,
  DueModel,
  FormulaModel,
  IndicatorModel,
  MeasuredModel,
  PlanModel,
  RangeModel,
  TargetModel,
  TaskModel,
  ValueModel,
  WhenModel,
} from "./plan-model.ts";

type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

type Block = (line: string) => void;

/** The model of a text in the plain style, with the as-of date given. */
export function readPlan(text: string, asOf: string): PlanModel {
  const model: Writable<PlanModel> = {
    asOf,
    plan: null,
    units: [],
    dimensions: [],
    bodies: [],
    indicators: [],
    tasks: [],
    reports: [],
  };
  let block: Block | null = null;
  for (const line of text.split("\n").map((raw) => raw.trim())) {
    if (line === "") continue;
    if (line === "}") block = null;
    else if (block !== null) block(line);
    else {
      const opened = openBlock(model, line);
      block = line.endsWith("}") ? null : opened;
    }
  }
  return model;
}

function openBlock(model: Writable<PlanModel>, line: string): Block | null {
  const match = /^(\w+) (\S+)(?: "([^"]*)")?(?: \{(?: (.*?) ?\})?)?$/.exec(line);
  if (match === null) throw new Error(`not understood: ${line}`);
  const [, keyword, id = "", name = "", inside] = match;
  switch (keyword) {
    case "plan": {
      const plan = { id, name, period: { from: "", to: "" }, issued: null, yearEnds: null };
      model.plan = plan;
      return (statement) => readHeadLine(plan, statement);
    }
    case "unit": {
      const unit = { id, name, whole: false, range: null, scale: null, decimals: null, aggregate: null };
      model.units.push(unit);
      return (statement) => readUnitLine(unit, statement);
    }
    case "dimension":
      model.dimensions.push({ id, name, categories: [...inside!.matchAll(/(\w+) "/g)].map((m) => m[1]!) });
      return null;
    case "body":
      model.bodies.push({ id, name, in: null });
      return null;
    case "indicator": {
      const indicator = emptyIndicator(id, name);
      model.indicators.push(indicator);
      return (statement) => readIndicatorLine(indicator, statement);
    }
    case "task": {
      const task: Writable<TaskModel> = { id, name, due: [], done: [], lead: [], with: [] };
      model.tasks.push(task);
      return (statement) => readTaskLine(task, statement);
    }
    case "report": {
      const report: Writable<PlanModel["reports"][number]> = {
        period: id,
        source: name || null,
        apart: false,
        entries: [],
      };
      model.reports.push(report);
      return (statement) => {
        const [, indicator = "", rest = ""] = /^(\w+)(.*)$/.exec(statement)!;
        const { period, ...entry } = readMeasured(/^ \d/.test(rest) ? rest.trim() : `- ${rest.trim()}`);
        report.entries.push({ indicator, ...entry, period: period === "-" ? null : period });
      };
    }
    default:
      throw new Error(`not understood: ${line}`);
  }
}

function emptyIndicator(id: string, name: string): Writable<IndicatorModel> {
  return {
    id,
    name,
    unit: "",
    aggregate: null,
    formula: null,
    baselines: [],
    targets: [],
    measured: [],
    explains: [],
    path: null,
    onTrackFrom: null,
    offTrackBelow: null,
    lead: [],
    with: [],
  };
}

function readHeadLine(plan: Writable<NonNullable<PlanModel["plan"]>>, line: string): void {
  const [keyword, value = "", ends] = line.split(" ");
  if (keyword === "period") plan.period = readRange(value);
  else if (keyword === "issued") plan.issued = value;
  else if (keyword === "year" && ends !== undefined) plan.yearEnds = Number(ends.split("/")[0]);
  else throw new Error(`not understood: ${line}`);
}

function readUnitLine(unit: Writable<PlanModel["units"][number]>, line: string): void {
  const [keyword, value = "", other = ""] = line.split(" ");
  if (keyword === "whole") unit.whole = true;
  else if (keyword === "range") unit.range = readRange(value);
  else if (keyword === "scale") unit.scale = { factor: value, unit: other };
  else if (keyword === "decimals") unit.decimals = Number(value);
  else if (keyword === "aggregate") unit.aggregate = value as Aggregate;
  else throw new Error(`not understood: ${line}`);
}

function readIndicatorLine(indicator: Writable<IndicatorModel>, line: string): void {
  const edge = /^(on track from|off track below) (\S+)%$/.exec(line);
  if (edge !== null) {
    indicator[edge[1] === "on track from" ? "onTrackFrom" : "offTrackBelow"] = edge[2]!;
    return;
  }
  const [, keyword = "", rest = ""] = /^(\w+) (.*)$/.exec(line) ?? [];
  switch (keyword) {
    case "unit":
      indicator.unit = rest === "%" ? "percent" : rest;
      return;
    case "aggregate":
      indicator.aggregate = rest as Aggregate;
      return;
    case "formula":
      indicator.formula = readFormula(rest.replace("= ", ""));
      return;
    case "baseline":
      indicator.baselines.push(readMeasured(rest));
      return;
    case "target":
      indicator.targets.push(readTarget(rest));
      return;
    case "measured":
      indicator.measured.push(readMeasured(rest));
      return;
    case "explain": {
      const [, period = "", text = ""] = /^(\S+) "(.*)"$/.exec(rest)!;
      indicator.explains.push({ period, text });
      return;
    }
    case "path":
      indicator.path = rest === "none" ? "none" : "linear";
      return;
    case "lead":
    case "with":
      indicator[keyword].push(...rest.split(", "));
      return;
    default:
      throw new Error(`not understood: ${line}`);
  }
}

function readTaskLine(task: Writable<TaskModel>, line: string): void {
  const [, keyword = "", rest = ""] = /^(\w+) (.*)$/.exec(line) ?? [];
  if (keyword === "due") task.due.push(readWhen(rest) as DueModel);
  else if (keyword === "done") {
    const [, period = "", evidence = null] = /^(\S+)(?: "(.*)")?$/.exec(rest)!;
    task.done.push({ period, evidence });
  } else if (keyword === "lead" || keyword === "with") task[keyword].push(...rest.split(", "));
  else throw new Error(`not understood: ${line}`);
}

function readRange(text: string): RangeModel {
  const [from = "", to = ""] = text.split("..");
  return { from, to };
}

function readWhen(text: string): WhenModel {
  const every = /^every (\w+)(?: in (\S+))?$/.exec(text);
  if (every !== null) {
    const range = every[2];
    return { kind: "every", cadence: every[1] as Cadence, in: range === undefined ? null : readRange(range) };
  }
  if (text.startsWith("total ")) return { kind: "total", ...readRange(text.slice(6)) };
  if (!text.includes("..")) return { kind: "point", period: text };
  const { from, to } = readRange(text);
  return { kind: "range", from, to: to === "" ? null : to };
}

const targetPattern =
  /^(every \w+(?: in \S+)?|total \S+|\S+)(?: for (\w+))? (reach|>=|<=|>|<|=|between|about) (.+?)(?: and (.+?)| within (.+?))?$/;

function readTarget(text: string): TargetModel {
  const match = targetPattern.exec(text);
  if (match === null) throw new Error(`not understood: ${text}`);
  const [, when = "", category = null, comparator = "", value = "", upper, within] = match;
  return {
    when: readWhen(when),
    category,
    comparator: comparator as Comparator,
    value: readBound(value),
    upper: upper === undefined ? null : readValue(upper),
    within: within === undefined ? null : readValue(within),
  };
}

function readBound(text: string): BoundModel {
  const match = /^baseline ([*+-]) (\S+)(?: (\w+))?$/.exec(text);
  if (match === null) return readValue(text);
  const operator = match[1] === "*" ? "*" : match[1] === "+" ? "+" : "-";
  return { kind: "relative", operator, number: match[2]!, unit: match[3] ?? null };
}

function readValue(text: string): ValueModel {
  const share = /^(\d+) of (\d+)$/.exec(text);
  if (share !== null) return { kind: "share", numerator: share[1]!, denominator: share[2]! };
  const match = /^(-?\d+(?:\.\d+)?)(?:%| (\w+))?$/.exec(text);
  if (match === null) throw new Error(`not a value: ${text}`);
  return { kind: "number", number: match[1]!, unit: match[2] ?? null };
}

function readMeasured(text: string): MeasuredModel {
  const match = /^(\S+)(?: for (\w+))? = ([^"]+?)(?: "(.*)")?$/.exec(text);
  if (match === null) throw new Error(`not understood: ${text}`);
  return {
    period: match[1]!,
    category: match[2] ?? null,
    value: readValue(match[3]!),
    evidence: match[4] ?? null,
  };
}

/** `a`, `2`, `a / b`, `(a + b) / c`: at most one pair of parentheses, on the left. */
function readFormula(text: string): FormulaModel {
  const match = /^(?:\((.+)\)|(\S+)) ([+*/-]) (\S+)$/.exec(text);
  if (match === null) return /^\d/.test(text) ? { kind: "number", number: text } : { kind: "name", id: text };
  const operator = match[3] as "+" | "-" | "*" | "/";
  const left = readFormula(match[1] ?? match[2]!);
  return { kind: "binary", operator, left, right: readFormula(match[4]!) };
}
