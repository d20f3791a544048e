import type { FormulaNode, QualifiedName } from "../syntax/ast.ts";
import { builtinUnits } from "./builtin-units.ts";
import type { Entry } from "./entry.ts";
import type { NameKind } from "./facts.ts";
import type { Program } from "./program.ts";
import { findSymbol } from "./scope.ts";

/** Where declarations name others of their kind, and so on from these: what may lead back, or on and on. */
export interface Chains {
  /** From an indicator to those that its formula names. */
  readonly formulas: Chain;
  /** From a unit to the one that it is a multiple of. */
  readonly scales: Chain;
  /** From bodies, indicators and plans to those that they belong to or implement. */
  readonly higher: Chain;
}

export function createChains(program: Program): Chains {
  return {
    formulas: new Chain((entry) => operandsOf(program, entry)),
    scales: new Chain((entry) => scaledFrom(program, entry)),
    higher: new Chain((entry) => higherThan(program, entry)),
  };
}

/** Where a declaration stands in its chain. */
interface Standing {
  /** All that lie on a circle with it, itself among them; null where none leads back to it. */
  readonly circle: ReadonlySet<Entry> | null;
  /** The steps of the longest way on from it; a circle is none, and 0 from there. */
  readonly depth: number;
}

/** A declaration while a search goes through it (Tarjan's strongly connected components). */
interface Visit {
  readonly entry: Entry;
  readonly next: readonly Entry[];
  readonly order: number;
  /** How many of `next` have been looked at. */
  seen: number;
  /** The first that is reached from here and not settled. */
  lowest: number;
  depth: number;
}

/**
 * One kind of chain. What a search has found stays until something changes, so that each declaration is visited once,
 * and it needs no more of the stack for a longer chain.
 */
export class Chain {
  private readonly nextOf: (entry: Entry) => readonly Entry[];
  private readonly known = new Map<Entry, Standing>();

  constructor(nextOf: (entry: Entry) => readonly Entry[]) {
    this.nextOf = nextOf;
  }

  /** To be called whenever a declaration came, went or may name another one than before. */
  forget(): void {
    this.known.clear();
  }

  depthOf(entry: Entry): number {
    return this.standingOf(entry).depth;
  }

  isInCircle(entry: Entry): boolean {
    return this.standingOf(entry).circle !== null;
  }

  /** `a → b → a`, where one leads back to the declaration; a long way is cut short. */
  circleText(entry: Entry): string | undefined {
    const { circle } = this.standingOf(entry);
    return circle ? this.wayBack(entry, circle).join(" → ") : undefined;
  }

  private standingOf(entry: Entry): Standing {
    return this.known.get(entry) ?? this.search(entry);
  }

  private search(start: Entry): Standing {
    const open = new Map<Entry, Visit>();
    const unsettled: Visit[] = [];
    const way: Visit[] = [];
    let standing = endOfChain;
    const enter = (entry: Entry): void => {
      const order = open.size;
      const visit = { entry, next: this.nextOf(entry), order, seen: 0, lowest: order, depth: 0 };
      open.set(entry, visit);
      unsettled.push(visit);
      way.push(visit);
    };
    enter(start);
    for (let visit = way.at(-1); visit; visit = way.at(-1)) {
      const next = visit.next[visit.seen];
      visit.seen += 1;
      if (next) {
        const settled = this.known.get(next);
        const known = open.get(next);
        if (settled) visit.depth = Math.max(visit.depth, settled.depth + 1);
        else if (known) visit.lowest = Math.min(visit.lowest, known.order);
        else enter(next);
        continue;
      }
      way.pop();
      const before = way.at(-1);
      if (visit.lowest === visit.order) standing = this.settle(visit, unsettled);
      if (!before) continue;
      before.lowest = Math.min(before.lowest, visit.lowest);
      before.depth = Math.max(before.depth, (this.known.get(visit.entry)?.depth ?? 0) + 1);
    }
    return standing;
  }

  /** All that were reached from a declaration and lead back to it are settled with it. */
  private settle(first: Visit, unsettled: Visit[]): Standing {
    const group = unsettled.splice(unsettled.lastIndexOf(first)).map(({ entry }) => entry);
    const isCircle = group.length > 1 || first.next.includes(first.entry);
    const standing = isCircle
      ? { circle: new Set(group), depth: 0 }
      : first.depth === 0
        ? endOfChain
        : { circle: null, depth: first.depth };
    for (const entry of group) this.known.set(entry, standing);
    return standing;
  }

  /** The names on a shortest way round; where it is long, of its beginning. */
  private wayBack(start: Entry, circle: ReadonlySet<Entry>): readonly string[] {
    const cameFrom = new Map<Entry, Entry>();
    const queue = [start];
    for (const entry of queue) {
      if (queue.length > mostNamed) break;
      for (const next of this.nextOf(entry)) {
        if (next === start) return [...namesTo(entry, start, cameFrom), nameOf(start)];
        if (!circle.has(next) || cameFrom.has(next)) continue;
        cameFrom.set(next, entry);
        queue.push(next);
      }
    }
    return [...namesTo(queue.at(-1)!, start, cameFrom), "…", nameOf(start)];
  }
}

const endOfChain: Standing = { circle: null, depth: 0 };

/** Names of one circle in a message. */
const mostNamed = 20;

function namesTo(end: Entry, start: Entry, cameFrom: ReadonlyMap<Entry, Entry>): readonly string[] {
  const names = [nameOf(end)];
  for (let entry = end; entry !== start; ) {
    entry = cameFrom.get(entry)!;
    names.push(nameOf(entry));
  }
  return names.reverse();
}

function nameOf(entry: Entry): string {
  return entry.parsed.declaration?.name.text ?? "";
}

/** The indicators that an indicator's formula names, each once. */
export function operandsOf(program: Program, entry: Entry): readonly Entry[] {
  const statement = entry.parsed.declaration?.statements.find((one) => one.kind === "formula");
  if (statement?.kind !== "formula") return [];
  const operands = new Set<Entry>();
  const visit = (node: FormulaNode): void => {
    if (node.kind === "operation") {
      visit(node.left);
      visit(node.right);
    } else if (node.kind === "name") {
      const symbol = findSymbol(program, entry.path, node.name, "indicator");
      if (symbol) operands.add(symbol.entry);
    }
  };
  visit(statement.formula);
  return [...operands];
}

function scaledFrom(program: Program, entry: Entry): readonly Entry[] {
  const scale = entry.parsed.declaration?.statements.find((statement) => statement.kind === "scale");
  if (scale?.kind !== "scale" || (!scale.unit.qualifier && builtinUnits.has(scale.unit.name.text))) return [];
  return declarationsOf(program, entry, [scale.unit], "unit");
}

function higherThan(program: Program, entry: Entry): readonly Entry[] {
  const { declaration } = entry.parsed;
  const kind = declaration?.kind;
  if (kind !== "body" && kind !== "indicator" && kind !== "plan") return [];
  return declarationsOf(program, entry, higherNames(entry), kind);
}

/** The names of what a declaration belongs to or implements. */
export function higherNames(entry: Entry): readonly QualifiedName[] {
  const { declaration } = entry.parsed;
  if (declaration?.kind === "body") return declaration.partOf ? [declaration.partOf] : [];
  return (declaration?.statements ?? []).flatMap((one) => (one.kind === "implements" ? one.names : []));
}

function declarationsOf(
  program: Program,
  { path }: Entry,
  names: readonly QualifiedName[],
  kind: NameKind,
): readonly Entry[] {
  return names.flatMap((name) => findSymbol(program, path, name, kind)?.entry ?? []);
}
