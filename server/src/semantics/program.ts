import { maxLineLength } from "../limits.ts";
import type { DeclarationParser, ParsedDeclaration } from "../syntax/parse.ts";
import { scanDeclaration, scanDeclarations, withoutComment } from "../syntax/scanner.ts";
import { lineStarts, offsetAt, type Range } from "../text/line-index.ts";
import { lookAlikeSkeleton } from "../text/look-alike.ts";
import { resolveProgramPath } from "../text/program-path.ts";
import type { TextSpan } from "../text/text-span.ts";
import { utf8Length } from "../text/utf8-length.ts";
import { builtinUnits } from "./builtin-units.ts";
import type { Entry, TableOrigin } from "./entry.ts";
import { collectFacts, type DeclaredName, type Mention } from "./facts.ts";

/** Something that a name stands for, with the declaration that says so. */
export interface ProgramSymbol extends DeclaredName {
  readonly entry: Entry;
}

/** A `use` declaration and the file that it leads to. */
export interface UseLink {
  readonly entry: Entry;
  /** Path below the root; null where the written path may not be opened. */
  readonly path: string | null;
  readonly prefix: string | null;
}

export interface ProgramFile {
  readonly path: string;
  /** In the order of the file; their texts joined are the file's text. */
  readonly entries: Entry[];
  /** What the file declares, by name; where a name is declared more than once, in the order of the file. */
  readonly names: Map<string, ProgramSymbol[]>;
  /** How long its text is in UTF-8: the sum over the entries, which nobody adds up again with every keystroke. */
  byteLength: number;
  /** Another number whenever a declaration came or went. */
  version: number;
  uses: readonly UseLink[];
  /** The first plan of the file. */
  plan: Entry | null;
  /** Declarations with `# bdg-ignore` comments. */
  readonly ignoring: Set<Entry>;
}

/** What changed since the last time someone asked: the declarations to bind, judge and check again. */
export interface Changes {
  readonly removed: ReadonlySet<Entry>;
  readonly affected: ReadonlySet<Entry>;
  /** Some name came or went: a name that stands for nothing may now be near another one. */
  readonly namesChanged: boolean;
}

/**
 * Every .bdg file below a root, cut into declarations, with the tables that say which declaration depends on which.
 * An edit replaces the declarations whose text it touches; those that mention a name which the old or the new ones
 * declare are affected, and so on through formulas, parents, units and bodies. Nothing else is.
 */
export class Program {
  private readonly parser: DeclarationParser;
  private readonly files = new Map<string, ProgramFile>();
  /** By simple name: every declaration that mentions it, whether or not it resolves. */
  private readonly mentioning = new Map<string, Set<Entry>>();
  /** Names in letters that look like Latin ones, of all files, by what they look like; the few that there are. */
  private readonly lookAlikes = new Map<string, ProgramSymbol[]>();
  private readonly removed = new Set<Entry>();
  private readonly affected = new Set<Entry>();
  private otherNames = false;
  /** The `data` declarations, and the reports that were made from their tables. */
  private readonly tables = new Map<Entry, Entry | null>();
  private identities = 0;
  private moved = 0;

  constructor(parser: DeclarationParser) {
    this.parser = parser;
  }

  paths(): readonly string[] {
    return [...this.files.keys()].sort();
  }

  file(path: string): ProgramFile | undefined {
    return this.files.get(path);
  }

  allFiles(): Iterable<ProgramFile> {
    return this.files.values();
  }

  textOf(path: string): string | undefined {
    return this.files
      .get(path)
      ?.entries.map((entry) => entry.text)
      .join("");
  }

  /** How large a file is, without putting its text together. */
  sizeOf(path: string): { readonly bytes: number; readonly lines: number } {
    const file = this.files.get(path);
    const last = file?.entries.at(-1);
    return { bytes: file?.byteLength ?? 0, lines: last ? last.firstLine + last.lineCount + 1 : 1 };
  }

  setFile(path: string, text: string): void {
    const known = this.files.get(path);
    const file = known ?? {
      path,
      entries: [],
      names: new Map(),
      byteLength: 0,
      version: 0,
      uses: [],
      plan: null,
      ignoring: new Set(),
    };
    this.files.set(path, file);
    this.replaceEntries(file, 0, file.entries.length, scanDeclarations(text));
    if (!known) this.filesChanged(path);
  }

  removeFile(path: string): void {
    const file = this.files.get(path);
    if (!file) return;
    this.replaceEntries(file, 0, file.entries.length, []);
    this.files.delete(path);
    this.filesChanged(path);
  }

  /** Replaces the text of a range; the range may reach past the end of a line or of the file. */
  editFile(path: string, range: Range, text: string): void {
    const file = this.files.get(path);
    if (!file) return;
    const first = Math.max(0, entryIndexAt(file.entries, range.start.line) - 1);
    let last = Math.max(first, entryIndexAt(file.entries, range.end.line));
    const old = joinTexts(file.entries, first, last + 1);
    const firstLine = file.entries[first]?.firstLine ?? 0;
    const starts = lineStarts(old);
    const from = offsetAt(old, starts, { ...range.start, line: range.start.line - firstLine });
    const to = offsetAt(old, starts, { ...range.end, line: range.end.line - firstLine });
    let region = old.slice(0, Math.min(from, to)) + text + old.slice(Math.max(from, to));
    const texts: string[] = [];
    let start = 0;
    for (let step = 1; ; ) {
      const end = scanDeclaration(region, start);
      if (end < region.length) {
        texts.push(region.slice(start, end));
        start = end;
      } else if (last + 1 >= file.entries.length) {
        if (start < end) texts.push(region.slice(start));
        break;
      } else if (scanDeclaration(region.slice(start) + file.entries[last + 1]!.text, 0) === end - start) {
        texts.push(region.slice(start));
        break;
      } else {
        // What follows no longer begins a declaration of its own (a brace was opened): take in more of it.
        const next = Math.min(file.entries.length, last + 1 + step);
        region += joinTexts(file.entries, last + 1, next);
        last = next - 1;
        step *= 2;
      }
    }
    this.replaceEntries(file, first, last + 1, texts);
  }

  /** Marks everything as affected: another date, another language of the documents, other edges. */
  everythingChanged(): void {
    for (const file of this.files.values()) for (const entry of file.entries) this.affected.add(entry);
  }

  /** Marks one declaration as affected. */
  entryChanged(entry: Entry): void {
    this.affected.add(entry);
  }

  /** Every `data` declaration. */
  dataEntries(): Iterable<Entry> {
    return this.tables.keys();
  }

  /** Another number whenever what a table may call an indicator or a category by has changed. */
  get identityVersion(): number {
    return this.identities;
  }

  /** Another number whenever a declaration that stayed has got another first line, in whatever file. */
  get moves(): number {
    return this.moved;
  }

  /**
   * Gives a `data` declaration the report that its table makes; an empty text takes it away. The report counts as if it
   * stood in the declaration's file, but is part of no file's text.
   */
  setTable(owner: Entry, text: string, origin: TableOrigin): void {
    const file = this.files.get(owner.path);
    if (!file || !this.tables.has(owner)) return;
    const old = this.tables.get(owner) ?? null;
    const made = text === "" ? null : this.createEntry(owner.path, text, origin);
    this.tables.set(owner, made);
    this.updateTables(file, old ? [old] : [], made ? [made] : []);
  }

  /** Every declaration that mentions a simple name. */
  mentions(name: string): ReadonlySet<Entry> {
    return this.mentioning.get(name) ?? none;
  }

  /** What is declared in any file in letters that look like Latin ones, by the name that it looks like. */
  writtenLike(skeleton: string): readonly ProgramSymbol[] {
    return this.lookAlikes.get(skeleton) ?? [];
  }

  /** Files that use a file directly. */
  usersOf(path: string): readonly ProgramFile[] {
    return [...this.files.values()].filter((file) => file.uses.some((use) => use.path === path));
  }

  /** Whether something changed since the changes were taken; asking costs nothing. */
  get hasChanges(): boolean {
    return this.removed.size > 0 || this.affected.size > 0 || this.otherNames;
  }

  /** The changes since the last call. */
  takeChanges(): Changes {
    const changes = {
      removed: new Set(this.removed),
      affected: new Set(this.affected),
      namesChanged: this.otherNames,
    };
    this.removed.clear();
    this.affected.clear();
    this.otherNames = false;
    return changes;
  }

  /** A file came or went: whoever uses it sees other names, and so on from what it declares. */
  private filesChanged(path: string): void {
    this.identities += 1;
    this.otherNames = true;
    for (const file of this.files.values()) {
      for (const use of file.uses) this.affected.add(use.entry);
      if (file.path === path || !file.uses.some((use) => use.path === path)) continue;
      const names = noNames();
      for (const entry of file.entries) {
        this.affected.add(entry);
        addNames(entry, names);
      }
      this.spread(file, names);
    }
  }

  private replaceEntries(file: ProgramFile, first: number, end: number, texts: readonly string[]): void {
    const old = file.entries.slice(first, end);
    const kept = keptEntries(old, texts);
    const fresh = texts.map((text, i) => kept[i] ?? this.createEntry(file.path, text));
    const keptSet = new Set(fresh);
    const removed = old.filter((entry) => !keptSet.has(entry));
    const oldSet = new Set(old);
    const added = fresh.filter((entry) => !oldSet.has(entry));
    const before = file.entries[first - 1];
    if (fresh.length < 50_000) file.entries.splice(first, end - first, ...fresh);
    else spliceLarge(file.entries, first, end, fresh);
    if (renumber(file.entries, first, before, first + fresh.length)) this.moved += 1;
    for (const entry of removed) file.byteLength -= entry.byteLength;
    for (const entry of added) file.byteLength += entry.byteLength;
    this.updateTables(file, removed, added);
  }

  private createEntry(path: string, text: string, table?: TableOrigin): Entry {
    // What a table makes is no text that anybody typed, and one long line of it would take all its values.
    const parsed = table ? this.parser.parse(text) : this.parse(text);
    const facts = collectFacts(parsed.declaration, text, parsed.comments);
    return {
      path,
      text,
      firstLine: table ? 0 : notPlaced,
      lineCount: countLines(text),
      byteLength: utf8Length(text),
      parsed,
      facts,
      ...(table && { table }),
    };
  }

  private parse(text: string): ParsedDeclaration {
    if (longLineOf(text)) {
      return { text, declaration: null, comments: [], problems: [] };
    }
    return this.parser.parse(text);
  }

  private updateTables(file: ProgramFile, gone: readonly Entry[], added: readonly Entry[]): void {
    const removed = this.withTables(gone);
    file.version += 1;
    if (!sameIdentities(removed, added)) this.identities += 1;
    for (const entry of removed) {
      this.removed.add(entry);
      this.affected.delete(entry);
      for (const mention of entry.facts.mentions) {
        if (!isBuiltin(mention)) this.mentioning.get(mention.name.name.text)?.delete(entry);
      }
      for (const { name } of entry.facts.declared) {
        forget(file.names, name.text, entry);
        const skeleton = lookAlikeSkeleton(name.text);
        if (skeleton !== name.text) forget(this.lookAlikes, skeleton, entry);
      }
      file.ignoring.delete(entry);
    }
    for (const entry of added) {
      if (entry.parsed.declaration?.kind === "data") this.tables.set(entry, null);
      this.affected.add(entry);
      for (const mention of entry.facts.mentions) {
        if (!isBuiltin(mention)) remember(this.mentioning, mention.name.name.text, entry);
      }
      for (const declared of entry.facts.declared) {
        const symbol = declare(file.names, declared, entry);
        const skeleton = lookAlikeSkeleton(declared.name.text);
        if (skeleton === declared.name.text) continue;
        const twins = this.lookAlikes.get(skeleton);
        if (twins) twins.push(symbol);
        else this.lookAlikes.set(skeleton, [symbol]);
      }
      if (entry.facts.ignores.length > 0) file.ignoring.add(entry);
    }
    const changed = [...removed, ...added];
    const usesChanged = changed.some((entry) => entry.parsed.declaration?.kind === "use");
    const planChanged = changed.some((entry) => entry.parsed.declaration?.kind === "plan");
    if (usesChanged) this.updateUses(file);
    if (planChanged)
      file.plan = file.entries.find((entry) => entry.parsed.declaration?.kind === "plan") ?? null;
    const names = noNames();
    for (const entry of changed) addNames(entry, names);
    this.affectTwins(this.skeletonsOf(changed));
    if (planChanged || usesChanged) this.planChanged(file, names);
    this.spread(file, names);
    if (!sameNames(removed, added)) this.namesChanged(file);
  }

  /** A `data` declaration takes the report that was made from its table with it. */
  private withTables(entries: readonly Entry[]): readonly Entry[] {
    if (this.tables.size === 0) return entries;
    const reports = entries.flatMap((entry) => this.tables.get(entry) ?? []);
    for (const entry of entries) this.tables.delete(entry);
    return reports.length === 0 ? entries : [...entries, ...reports];
  }

  private updateUses(file: ProgramFile): void {
    this.identities += 1;
    this.otherNames = true;
    file.uses = file.entries.flatMap((entry) => toUseLink(entry));
    for (const other of this.files.values()) for (const use of other.uses) this.affected.add(use.entry);
    this.affectTwins(this.lookAlikes.keys());
  }

  /** A plan sets the year and the period for all of its file and of the files that use it. */
  private planChanged(file: ProgramFile, names: TouchedNames): void {
    for (const each of [file, ...this.usersOf(file.path)]) {
      for (const entry of each.entries) {
        this.affected.add(entry);
        addNames(entry, names);
      }
    }
  }

  /** Other names in a file can collide with those of another used file. */
  private namesChanged(file: ProgramFile): void {
    this.otherNames = true;
    for (const user of this.usersOf(file.path)) for (const use of user.uses) this.affected.add(use.entry);
  }

  /** What declared names look like, as far as others look so or did before. */
  private skeletonsOf(entries: readonly Entry[]): ReadonlySet<string> {
    const skeletons = new Set<string>();
    for (const { facts } of entries) {
      for (const { name } of facts.declared) {
        const skeleton = lookAlikeSkeleton(name.text);
        if (skeleton !== name.text || this.lookAlikes.has(skeleton)) skeletons.add(skeleton);
      }
    }
    return skeletons;
  }

  /** Whoever declares names that look like these, in whatever file. */
  private affectTwins(skeletons: Iterable<string>): void {
    for (const skeleton of skeletons) {
      for (const { entry } of this.writtenLike(skeleton)) this.affected.add(entry);
      this.affectDeclaring(skeleton);
    }
  }

  private affectDeclaring(name: string): void {
    for (const file of this.files.values()) {
      for (const symbol of file.names.get(name) ?? []) this.affected.add(symbol.entry);
    }
  }

  /**
   * From names that were declared or measured to whoever declares or mentions them, and on from there through
   * formulas, parents, scales and bodies.
   */
  private spread(file: ProgramFile, { all: names, measured }: TouchedNames): void {
    const queue = [...names];
    for (const name of names)
      for (const symbol of file.names.get(name) ?? []) this.affected.add(symbol.entry);
    for (const name of measured) this.affectDeclaring(name);
    const direct = queue.length;
    for (let i = 0; i < queue.length; i += 1) {
      for (const entry of this.mentions(queue[i]!)) {
        const kind = entry.parsed.declaration?.kind;
        if (kind === "report") {
          // A report asks itself only whether its names are there; its lines are bound with their indicators.
          if (i < direct) this.affected.add(entry);
          for (const other of measuredWith(entry, queue[i]!)) {
            this.affectDeclaring(other);
            if (names.has(other)) continue;
            names.add(other);
            queue.push(other);
          }
          continue;
        }
        this.affected.add(entry);
        if (kind !== "indicator" && kind !== "unit" && kind !== "body" && kind !== "plan") continue;
        const own = entry.parsed.declaration!.name.text;
        if (own === "" || names.has(own)) continue;
        names.add(own);
        queue.push(own);
      }
    }
  }
}

const none: ReadonlySet<Entry> = new Set();

/** Built-in units can't be declared, so nothing depends on who mentions them. */
function isBuiltin(mention: Mention): boolean {
  return mention.kind === "unit" && !mention.name.qualifier && builtinUnits.has(mention.name.name.text);
}

/** The names that changed declarations give, and those that changed reports give values to, in whatever file. */
interface TouchedNames {
  readonly all: Set<string>;
  readonly measured: Set<string>;
}

function noNames(): TouchedNames {
  return { all: new Set(), measured: new Set() };
}

function addNames(entry: Entry, { all, measured }: TouchedNames): void {
  for (const { kind, name, title } of entry.facts.declared) {
    all.add(name.text);
    // A unit takes what is printed for it from a built-in one: `unit lan "lần"`.
    if (kind === "unit" && title !== "") all.add(title);
  }
  for (const name of entry.facts.entries.keys()) {
    all.add(name);
    measured.add(name);
  }
}

function sameNames(removed: readonly Entry[], added: readonly Entry[]): boolean {
  const before = removed.flatMap((entry) => entry.facts.declared);
  const after = added.flatMap((entry) => entry.facts.declared);
  return (
    before.length === after.length &&
    before.every((one, i) => one.kind === after[i]!.kind && one.name.text === after[i]!.name.text)
  );
}

/** Whether names, titles and cited clauses are the same: what a table may call an indicator or a category by. */
function sameIdentities(removed: readonly Entry[], added: readonly Entry[]): boolean {
  if (removed.length === 0)
    return added.every(({ facts }) => facts.declared.length === 0 && facts.citations.length === 0);
  return identitiesOf(removed) === identitiesOf(added);
}

function identitiesOf(entries: readonly Entry[]): string {
  const all = entries.flatMap(({ facts }) => [
    ...facts.declared.map(({ kind, name, title }) => `${kind} ${name.text} ${title}`),
    ...facts.citations.map(({ address }) => address.text),
  ]);
  return all.join("\n");
}

const partNames = new WeakMap<Entry, ReadonlySet<string>>();

/** The units and categories that a report's lines name; gathered once, since a table's report may have many lines. */
function partNamesOf(report: Entry): ReadonlySet<string> {
  const known = partNames.get(report);
  if (known) return known;
  const names = new Set<string>();
  for (const { kind, name } of report.facts.mentions) if (kind !== "indicator") names.add(name.name.text);
  partNames.set(report, names);
  return names;
}

/** The indicators whose values in a report are written with a unit or for a category of this name. */
function measuredWith(report: Entry, name: string): readonly string[] {
  return partNamesOf(report).has(name) ? [...report.facts.entries.keys()] : [];
}

/**
 * For each text the old entry that has it, as far as the entries keep their order: one that moved past others is made
 * anew, because of two declarations of one name the first counts.
 */
function keptEntries(old: readonly Entry[], texts: readonly string[]): readonly (Entry | undefined)[] {
  const places = new Map<string, number[]>();
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const same = places.get(old[i]!.text);
    if (same) same.push(i);
    else places.set(old[i]!.text, [i]);
  }
  const from = texts.map((text) => places.get(text)?.pop() ?? -1);
  const inOrder = longestRise(from);
  return from.map((index, i) => (inOrder.has(i) ? old[index] : undefined));
}

/** The positions of a longest rising subsequence of the numbers that are not negative. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  // For each length, the position of the smallest number that a rise of that length can end with.
  const ends: number[] = [];
  const before: number[] = [];
  for (const [i, number] of numbers.entries()) {
    if (number < 0) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = i;
  }
  const positions = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) positions.add(i);
  return positions;
}

function declare(names: Map<string, ProgramSymbol[]>, declared: DeclaredName, entry: Entry): ProgramSymbol {
  const symbol: ProgramSymbol = { kind: declared.kind, name: declared.name, title: declared.title, entry };
  const list = names.get(declared.name.text);
  if (!list) {
    names.set(declared.name.text, [symbol]);
    return symbol;
  }
  let at = list.length;
  while (at > 0 && list[at - 1]!.entry.firstLine > entry.firstLine) at -= 1;
  list.splice(at, 0, symbol);
  return symbol;
}

function toUseLink(entry: Entry): UseLink[] {
  const { declaration } = entry.parsed;
  if (declaration?.kind !== "use") return [];
  const resolved = resolveProgramPath(entry.path, declaration.file.value);
  return [
    {
      entry,
      path: resolved.kind === "path" ? resolved.path : null,
      prefix: declaration.as?.text || null,
    },
  ];
}

function remember(table: Map<string, Set<Entry>>, name: string, entry: Entry): void {
  const set = table.get(name);
  if (set) set.add(entry);
  else table.set(name, new Set([entry]));
}

function forget(names: Map<string, ProgramSymbol[]>, name: string, entry: Entry): void {
  const rest = names.get(name)?.filter((symbol) => symbol.entry !== entry) ?? [];
  if (rest.length > 0) names.set(name, rest);
  else names.delete(name);
}

/** The index of the entry that holds a line; the last one for lines past the end. */
export function entryIndexAt(entries: readonly Entry[], line: number): number {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (entries[middle]!.firstLine <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

function joinTexts(entries: readonly Entry[], first: number, end: number): string {
  let text = "";
  for (let i = first; i < end; i += 1) text += entries[i]?.text ?? "";
  return text;
}

/** Until it has its place in a file. */
const notPlaced = -1;

/**
 * Gives lines to the entries from `first` on; behind `changedTo` it stops where the lines are right already. Answers
 * whether one that had its place has got another.
 */
function renumber(
  entries: readonly Entry[],
  first: number,
  before: Entry | undefined,
  changedTo: number,
): boolean {
  let moved = false;
  let line = before ? before.firstLine + before.lineCount : 0;
  for (let i = first; i < entries.length; i += 1) {
    const entry = entries[i]!;
    if (i >= changedTo && entry.firstLine === line) break;
    if (entry.firstLine !== notPlaced && entry.firstLine !== line) moved = true;
    entry.firstLine = line;
    line += entry.lineCount;
  }
  return moved;
}

function spliceLarge(entries: Entry[], first: number, end: number, fresh: readonly Entry[]): void {
  const tail = entries.slice(end);
  entries.length = first;
  for (const entry of fresh) entries.push(entry);
  for (const entry of tail) entries.push(entry);
}

function countLines(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count += 1;
  }
  return count;
}

/**
 * The first line that is longer than the limit, without its comment: a declaration with such a line is not parsed.
 * Comments are only passed over, so they may be of any length.
 */
export function longLineOf(text: string): TextSpan | undefined {
  if (text.length <= maxLineLength) return undefined;
  const starts = lineStarts(text);
  for (const [i, start] of starts.entries()) {
    const end = starts[i + 1] ?? text.length;
    if (end - start <= maxLineLength) continue;
    const line = withoutComment(text.slice(start, end));
    if (line.length > maxLineLength) return { start, end: start + line.length };
  }
  return undefined;
}
