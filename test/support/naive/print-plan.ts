/** A plan model as .bdg text, in a mixture of the spellings that the language allows. */
import type {
  BoundModel,
  DueModel,
  FormulaModel,
  IndicatorModel,
  MeasuredModel,
  PlanHeadModel,
  PlanModel,
  RangeModel,
  ReportModel,
  TargetModel,
  TaskModel,
  UnitModel,
  ValueModel,
} from "./plan-model.ts";
import { spellings, type Word } from "./print-words.ts";

/** Answers a whole number from 0 up to, not including, `count`. Always 0 prints the plainest English. */
export type Choose = (count: number) => number;

export interface PrintedFile {
  /** Relative to the program's root. */
  readonly path: string;
  readonly text: string;
}

interface Printer {
  readonly model: PlanModel;
  readonly choose: Choose;
}

/** The plan's own file, then a file for the reports that stand apart, where there are any. */
export function printPlan(model: PlanModel, choose: Choose): PrintedFile[] {
  const printer = { model, choose };
  const plan = [
    ...(model.plan === null ? [] : [printHead(printer, model.plan)]),
    ...model.units.map((unit) => printUnit(printer, unit)),
    ...model.dimensions.map((dimension) => printDimension(printer, dimension)),
    ...model.bodies.map((body) => printBody(printer, body)),
    ...model.indicators.map((indicator) => printIndicator(printer, indicator)),
    ...model.tasks.map((task) => printTask(printer, task)),
    ...model.reports.filter((report) => !report.apart).map((report) => printReport(printer, report)),
  ];
  const files = [{ path: "plan.bdg", text: `${plan.join("\n\n")}\n` }];
  const apart = model.reports.filter((report) => report.apart);
  if (apart.length > 0) {
    const use = `${word(printer, "use")} "plan.bdg"`;
    const reports = apart.map((report) => printReport(printer, report));
    files.push({ path: "reports.bdg", text: `${[use, ...reports].join("\n\n")}\n` });
  }
  return files;
}

/** The text of one file, in the plainest English: what `readPlan` reads. */
export function printPlainly(model: PlanModel): string {
  return printPlan(
    { ...model, reports: model.reports.map((report) => ({ ...report, apart: false })) },
    () => 0,
  )
    .map((file) => file.text)
    .join("\n");
}

function word({ choose }: Printer, key: Word): string {
  const ways = spellings[key];
  const spelling = ways[choose(ways.length)]!;
  // Decomposed letters are the same word; rarely, so that most text stays readable.
  return choose(12) === 1 ? spelling.normalize("NFD") : spelling;
}

const quoted = (text: string) => `"${text.replace(/[\\"]/g, "\\$&")}"`;
const after = (text: string | null) => (text === null ? "" : ` ${quoted(text)}`);

function block({ choose }: Printer, head: string, statements: readonly string[]): string {
  if (statements.length === 0) return `${head} { }`;
  switch (choose(8)) {
    case 1:
      return `${head} { ${statements.join("; ")} }`;
    case 2:
      return `${head} {\n  # ghi chú: "một" {\n${statements.map((line) => `\t${line};\n`).join("")}}`;
    case 3:
      return `${head} { ${statements.join("\n")}}`;
    default:
      return `${head} {\n${statements.map((line) => `  ${line}\n`).join("")}}`;
  }
}

function printHead(printer: Printer, plan: PlanHeadModel): string {
  const statements = [`${word(printer, "planPeriod")} ${printRange(printer, plan.period)}`];
  if (plan.issued !== null)
    statements.push(`${word(printer, "issued")} ${printPeriod(printer, plan.issued)}`);
  if (plan.yearEnds !== null) statements.push(`${word(printer, "yearEnds")} ${plan.yearEnds}/12`);
  return block(printer, `${word(printer, "plan")} ${plan.id} ${quoted(plan.name)}`, statements);
}

function printUnit(printer: Printer, unit: UnitModel): string {
  const statements: string[] = [];
  if (unit.whole) statements.push(word(printer, "whole"));
  if (unit.range !== null) statements.push(`${word(printer, "range")} ${unit.range.from}..${unit.range.to}`);
  if (unit.scale !== null) {
    const factor = printNumber(printer, unit.scale.factor);
    statements.push(`${word(printer, "scale")} ${factor} ${unit.scale.unit}`);
  }
  if (unit.decimals !== null) statements.push(`${word(printer, "decimals")} ${unit.decimals}`);
  if (unit.aggregate !== null) {
    statements.push(`${word(printer, "aggregate")} ${word(printer, unit.aggregate)}`);
  }
  return block(printer, `${word(printer, "unit")} ${unit.id} ${quoted(unit.name)}`, statements);
}

function printDimension(printer: Printer, dimension: PlanModel["dimensions"][number]): string {
  const categories = dimension.categories.map((category) => `${category} ${quoted(category)}`);
  const head = `${word(printer, "dimension")} ${dimension.id} ${quoted(dimension.name)}`;
  return `${head} { ${categories.join(printer.choose(2) === 1 ? "\n  " : "  ")} }`;
}

function printBody(printer: Printer, body: PlanModel["bodies"][number]): string {
  const above = body.in === null ? "" : ` ${word(printer, "partOf")} ${body.in}`;
  return `${word(printer, "body")} ${body.id} ${quoted(body.name)}${above}`;
}

function printIndicator(printer: Printer, indicator: IndicatorModel): string {
  const statements: string[] = [
    `${word(printer, "unit")} ${indicator.unit === "percent" && printer.choose(4) === 1 ? "%" : indicator.unit}`,
  ];
  if (indicator.aggregate !== null) {
    statements.push(`${word(printer, "aggregate")} ${word(printer, indicator.aggregate)}`);
  }
  if (indicator.formula !== null) {
    statements.push(`${word(printer, "formula")} = ${printFormula(printer, indicator.formula)}`);
  }
  for (const baseline of indicator.baselines) {
    statements.push(`${word(printer, "baseline")} ${printMeasured(printer, baseline, indicator.unit)}`);
  }
  for (const target of indicator.targets) {
    statements.push(`${word(printer, "target")} ${printTarget(printer, target, indicator.unit)}`);
  }
  for (const measured of indicator.measured) {
    statements.push(`${word(printer, "measured")} ${printMeasured(printer, measured, indicator.unit)}`);
  }
  for (const explain of indicator.explains) {
    statements.push(
      `${word(printer, "explain")} ${printPeriod(printer, explain.period)} ${quoted(explain.text)}`,
    );
  }
  if (indicator.path !== null) statements.push(word(printer, indicator.path));
  if (indicator.onTrackFrom !== null) {
    statements.push(`${word(printer, "onTrackFrom")} ${indicator.onTrackFrom}%`);
  }
  if (indicator.offTrackBelow !== null) {
    statements.push(`${word(printer, "offTrackBelow")} ${indicator.offTrackBelow}%`);
  }
  statements.push(...printRoles(printer, indicator));
  const head = `${word(printer, "indicator")} ${indicator.id} ${quoted(indicator.name)}`;
  return block(printer, head, statements);
}

function printRoles(printer: Printer, of: IndicatorModel | TaskModel): string[] {
  const statements: string[] = [];
  if (of.lead.length > 0) statements.push(`${word(printer, "lead")} ${of.lead.join(", ")}`);
  if (of.with.length > 0) statements.push(`${word(printer, "with")} ${of.with.join(", ")}`);
  return statements;
}

function printTask(printer: Printer, task: TaskModel): string {
  const statements = [
    ...task.due.map((due) => `${word(printer, "due")} ${printDue(printer, due)}`),
    ...task.done.map(
      (done) => `${word(printer, "done")} ${printPeriod(printer, done.period)}${after(done.evidence)}`,
    ),
    ...printRoles(printer, task),
  ];
  return block(printer, `${word(printer, "task")} ${task.id} ${quoted(task.name)}`, statements);
}

function printDue(printer: Printer, due: DueModel): string {
  if (due.kind === "point") return printPeriod(printer, due.period);
  return `${word(printer, due.cadence)}${printIn(printer, due.in)}`;
}

const printIn = (printer: Printer, range: RangeModel | null) =>
  range === null ? "" : ` ${word(printer, "in")} ${printRange(printer, range)}`;

function printReport(printer: Printer, report: ReportModel): string {
  const statements = report.entries.map((entry) => {
    const period = entry.period === null ? "" : ` ${printPeriod(printer, entry.period)}`;
    const unit = printer.model.indicators.find((indicator) => indicator.id === entry.indicator)!.unit;
    const value = printValue(printer, entry.value, unit);
    return `${entry.indicator}${period}${printFor(printer, entry.category)} = ${value}${after(entry.evidence)}`;
  });
  const head = `${word(printer, "report")} ${printPeriod(printer, report.period)}${after(report.source)}`;
  return block(printer, head, statements);
}

function printMeasured(printer: Printer, measured: MeasuredModel, unit: string): string {
  const value = printValue(printer, measured.value, unit);
  const period = printPeriod(printer, measured.period);
  return `${period}${printFor(printer, measured.category)} = ${value}${after(measured.evidence)}`;
}

const printFor = (printer: Printer, category: string | null) =>
  category === null ? "" : ` ${word(printer, "for")} ${category}`;

function printTarget(printer: Printer, target: TargetModel, unit: string): string {
  const when = target.when;
  const condition = `${printFor(printer, target.category)} ${printCondition(printer, target, unit)}`;
  switch (when.kind) {
    case "point":
      return `${printPeriod(printer, when.period)}${condition}`;
    case "range": {
      const to = when.to === null ? "" : printPeriod(printer, when.to);
      return `${printPeriod(printer, when.from)}..${to}${condition}`;
    }
    case "every":
      return `${word(printer, when.cadence)}${printIn(printer, when.in)}${condition}`;
    case "total":
      return `${word(printer, "total")} ${printRange(printer, when)}${condition}`;
  }
}

const ends: ReadonlyMap<TargetModel["comparator"], Word> = new Map([
  [">=", "orMore"],
  ["<=", "orLess"],
]);

function printCondition(printer: Printer, target: TargetModel, unit: string): string {
  const bound = printBound(printer, target.value, unit);
  const end = ends.get(target.comparator);
  // "đạt 60% trở lên", "từ 60% trở lên"
  if (end !== undefined && printer.choose(4) === 1) {
    const verb = word(printer, printer.choose(2) === 1 ? "between" : "reach");
    return `${verb} ${bound} ${word(printer, end)}`;
  }
  // "đạt ít nhất 60%"
  const isLed = target.comparator !== "reach" && printer.choose(5) === 1;
  const head = `${isLed ? `${word(printer, "reach")} ` : ""}${word(printer, target.comparator)} ${bound}`;
  if (target.upper !== null) {
    return `${head} ${word(printer, "and")} ${printValue(printer, target.upper, unit)}`;
  }
  if (target.within === null) return head;
  return `${head} ${word(printer, "within")} ${printValue(printer, target.within, unit)}`;
}

function printBound(printer: Printer, bound: BoundModel, unit: string): string {
  if (bound.kind !== "relative") return printValue(printer, bound, unit);
  const number = printNumber(printer, bound.number);
  const step = bound.unit === null ? number : `${number} ${bound.unit}`;
  return `${word(printer, "baseline")} ${bound.operator} ${step}`;
}

function printValue(printer: Printer, value: ValueModel, unit: string): string {
  if (value.kind === "share") return `${value.numerator} ${word(printer, "of")} ${value.denominator}`;
  const number = printNumber(printer, value.number);
  if (value.unit !== null) return `${number} ${value.unit}`;
  if (unit === "percent")
    return [`${number}%`, number, `${number} percent`, `${number} %`][printer.choose(4)]!;
  return printer.choose(4) === 1 ? `${number} ${unit}` : number;
}

/** `62.5` and `62,5`; thousands grouped by `_` or a no-break space. */
function printNumber({ choose }: Printer, number: string): string {
  const [whole = "", decimals] = number.split(".");
  const mark = ["", "_", "\u00a0"][choose(3)]!;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, mark).replace("-", choose(2) === 1 ? "\u2212" : "-");
  return decimals === undefined ? grouped : `${grouped}${choose(2) === 1 ? "," : "."}${decimals}`;
}

function printRange(printer: Printer, range: RangeModel): string {
  return `${printPeriod(printer, range.from)}..${printPeriod(printer, range.to)}`;
}

/** `2025-03` or `3/2025` or `03/2025`; `2025-03-31` or `31/3/2025` or `31/03/2025`. */
function printPeriod({ choose }: Printer, period: string): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(period);
  if (match === null) return period;
  const [, year, month, day] = match;
  const short = (digits: string) => String(Number(digits));
  const front = day === undefined ? ["", ""] : [`${short(day)}/`, `${day}/`];
  return [period, `${front[0]}${short(month!)}/${year}`, `${front[1]}${month}/${year}`][choose(3)]!;
}

function printFormula(printer: Printer, formula: FormulaModel): string {
  if (formula.kind === "name") return formula.id;
  if (formula.kind === "number") return printNumber(printer, formula.number);
  const side = (inner: FormulaModel) =>
    inner.kind === "binary" ? `(${printFormula(printer, inner)})` : printFormula(printer, inner);
  return `${side(formula.left)} ${formula.operator} ${side(formula.right)}`;
}
