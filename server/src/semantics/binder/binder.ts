import type { Problem } from "../../diagnostics/problem.ts";
import type { BlockDeclaration, QualifiedName } from "../../syntax/ast.ts";
import { builtinUnits } from "../builtin-units.ts";
import { type Chains, createChains } from "../chains.ts";
import type { Entry } from "../entry.ts";
import type { IndicatorModel, PlanModel, TaskModel, UnitModel } from "../model.ts";
import type { Program, ProgramFile } from "../program.ts";
import { findSymbol, unitPrintedAs, usedFiles } from "../scope.ts";
import type { BindContext } from "./bind-context.ts";
import { bindIndicator, parentOf, type ReportLines } from "./bind-indicator.ts";
import { bindPlan } from "./bind-plan.ts";
import { bindTask } from "./bind-task.ts";
import { bindUnit } from "./bind-unit.ts";
import { Memo } from "./memo.ts";

type Model = PlanModel | UnitModel | IndicatorModel | TaskModel;

interface Bound {
  readonly model: Model;
  readonly problems: readonly Problem[];
}

interface Unlinked {
  readonly model: Mutable<IndicatorModel>;
  readonly parent: Entry;
}

type Mutable<Model> = { -readonly [Key in keyof Model]: Model[Key] };

/**
 * Makes models from declarations and keeps them. Whoever holds the program tells it which declarations changed
 * (`forget`); their models, and nothing else, are then made again when next asked for.
 */
export class Binder {
  private readonly program: Program;
  private readonly bound = new Map<Entry, Bound>();
  private readonly inProgress = new Set<Entry>();
  private readonly memo = new Memo();
  /** Indicators that were made and whose parent is still to be found. */
  private readonly unlinked: Unlinked[] = [];
  private isLinking = false;
  readonly chains: Chains;

  constructor(program: Program) {
    this.program = program;
    this.chains = createChains(program);
  }

  forget(entries: Iterable<Entry>): void {
    for (const chain of Object.values(this.chains)) chain.forget();
    for (const entry of entries) this.bound.delete(entry);
  }

  /** Makes room: every model will be made again when it is next asked for. Not to be called while one is made. */
  forgetAll(): void {
    this.bound.clear();
  }

  readonly indicator = (entry: Entry): IndicatorModel | undefined => {
    return this.bind(entry, "indicator") as IndicatorModel | undefined;
  };

  task(entry: Entry): TaskModel | undefined {
    return this.bind(entry, "task") as TaskModel | undefined;
  }

  unit(entry: Entry): UnitModel | undefined {
    return this.bind(entry, "unit") as UnitModel | undefined;
  }

  plan(entry: Entry): PlanModel | undefined {
    return this.bind(entry, "plan") as PlanModel | undefined;
  }

  /** What binding a declaration found wrong in it, and in the report lines that give its values. */
  problemsOf(entry: Entry): readonly Problem[] {
    const kind = entry.parsed.declaration?.kind;
    if (kind === "indicator" || kind === "task" || kind === "unit" || kind === "plan") this.bind(entry, kind);
    return this.bound.get(entry)?.problems ?? [];
  }

  /** The plan of a file, else the only plan among the files that it uses. */
  readonly planOf = (path: string): PlanModel | null => {
    const file = this.program.file(path);
    const entry = file && (file.plan ?? onlyPlanUsed(this.program, file));
    return (entry && this.plan(entry)) ?? null;
  };

  /**
   * The unit that a name stands for in a file: a built-in one first, since those can't be declared; the printed name
   * of one last, since that can.
   */
  readonly unitNamed = (path: string, name: QualifiedName): UnitModel | undefined => {
    const builtin = name.qualifier ? undefined : builtinUnits.get(name.name.text);
    if (builtin) return builtin;
    const symbol = findSymbol(this.program, path, name, "unit");
    return symbol ? this.unit(symbol.entry) : unitPrintedAs(this.program, path, name);
  };

  private bind(entry: Entry, kind: BlockDeclaration["kind"]): Model | undefined {
    const known = this.bound.get(entry);
    if (known) return known.model;
    const { declaration } = entry.parsed;
    if (declaration?.kind !== kind || this.inProgress.has(entry)) return undefined;
    this.inProgress.add(entry);
    try {
      const problems: Problem[] = [];
      const model = this.make(entry, declaration as BlockDeclaration, this.contextOf(entry, problems));
      this.bound.set(entry, { model, problems });
      return model;
    } finally {
      this.inProgress.delete(entry);
      this.linkParents();
    }
  }

  /**
   * Parents are linked when no model is half made, since a parent's formula may name those that implement it, and one
   * after another, since the chain of them may be long.
   */
  private linkParents(): void {
    if (this.isLinking || this.inProgress.size > 0) return;
    this.isLinking = true;
    try {
      for (let next = this.unlinked.pop(); next; next = this.unlinked.pop()) {
        next.model.parent = this.indicator(next.parent) ?? null;
      }
    } finally {
      this.isLinking = false;
    }
  }

  private makeIndicator(context: BindContext, entry: Entry, declaration: BlockDeclaration): IndicatorModel {
    const model = bindIndicator(context, declaration, this.reportLinesOf(entry, declaration.name.text));
    const parent = parentOf(context, declaration);
    if (parent) this.unlinked.push({ model, parent });
    return model;
  }

  private make(entry: Entry, declaration: BlockDeclaration, context: BindContext): Model {
    switch (declaration.kind) {
      case "indicator":
        return this.makeIndicator(context, entry, declaration);
      case "task":
        return bindTask(context, declaration);
      case "plan":
        return bindPlan(context, declaration);
      default:
        return bindUnit(context, declaration, (other) => this.unit(other));
    }
  }

  private contextOf(entry: Entry, problems: Problem[]): BindContext {
    return {
      program: this.program,
      entry,
      problems,
      memo: this.memo,
      chains: this.chains,
      planOf: this.planOf,
      unit: this.unitNamed,
      indicator: this.indicator,
    };
  }

  /** The report lines whose name stands for this indicator, in the order of files and lines. */
  private reportLinesOf(entry: Entry, name: string): readonly ReportLines[] {
    const found: ReportLines[] = [];
    for (const report of this.program.mentions(name)) {
      if (report.parsed.declaration?.kind !== "report") continue;
      const lines = (report.facts.entries.get(name) ?? []).filter(
        (line) => findSymbol(this.program, report.path, line.indicator!, "indicator")?.entry === entry,
      );
      if (lines.length > 0) found.push({ report, lines });
    }
    if (found.length < 2) return found;
    return found.sort(
      (a, b) => compareText(a.report.path, b.report.path) || lineOf(a.report) - lineOf(b.report),
    );
  }
}

/** A table's values stand where it is bound. */
function lineOf({ firstLine, table }: Entry): number {
  return table?.owner.firstLine ?? firstLine;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function onlyPlanUsed(program: Program, file: ProgramFile): Entry | null {
  const plans = usedFiles(program, file).flatMap(({ target }) => target.plan ?? []);
  return plans.length === 1 ? plans[0]! : null;
}
