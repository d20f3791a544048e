import { checkCovered, checkUntouched } from "../checks/documents/check-coverage.ts";
import type { Citing } from "../checks/documents/citing.ts";
import type { Place } from "../diagnostics/place.ts";
import { type CommitmentReading, commitmentsOf } from "../documents/commitments/commitments.ts";
import type { ReadyDocument } from "../documents/document-reading.ts";
import type { Clause } from "../documents/plan-document.ts";
import type { Entry } from "../semantics/entry.ts";
import type { DocumentStore } from "./document-store.ts";
import type { ProblemStore } from "./problem-store.ts";

/** A document as a plan names it. */
export interface NamedDocument {
  readonly path: string;
  /** As written. */
  readonly file: string;
  readonly place: Place;
}

/** What is known of one document: who takes up which clause, and which clauses with commitments nobody does. */
export interface DocumentRecord {
  readonly path: string;
  readonly citings: Map<string, Set<Citing>>;
  readonly namedIn: Map<Entry, readonly NamedDocument[]>;
  /** What `uncovered` and the told problems were made from. */
  reading: ReadyDocument | null;
  uncovered: Set<Clause>;
  /** Clauses that something has changed about, by address. */
  readonly changed: Set<string>;
  namesChanged: boolean;
  /** By clause or naming plan, whom a problem was told for: a key of the problem store. */
  readonly told: Map<string | Entry, object>;
}

/**
 * Who cites which clause of which document, and what follows from it for the clauses as a whole. Each declaration's
 * part is put in and taken out by itself, and only the clauses that it touches are looked at again: an edit costs what
 * the edited declaration cites, not what the document or the plan has. Where a document is read anew, whoever names it
 * or cites it has to be put in again.
 */
export class ClauseLedger {
  private readonly documents: DocumentStore;
  private readonly store: ProblemStore;
  private readonly records = new Map<string, DocumentRecord>();
  private readonly parts = new Map<Entry, { citings: readonly Citing[]; named: readonly NamedDocument[] }>();
  private readonly touched = new Set<DocumentRecord>();

  constructor(documents: DocumentStore, store: ProblemStore) {
    this.documents = documents;
    this.store = store;
  }

  /** Documents that a plan names or a declaration cites, in the order of their paths. */
  all(): readonly DocumentRecord[] {
    return [...this.records.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Replaces what a declaration cites and sets aside, and the documents that it names. */
  set(entry: Entry, citings: readonly Citing[], named: readonly NamedDocument[]): void {
    this.delete(entry);
    if (citings.length === 0 && named.length === 0) return;
    this.parts.set(entry, { citings, named });
    for (const citing of citings) {
      const record = this.recordOf(citing.document);
      const known = record.citings.get(citing.address);
      if (known) known.add(citing);
      else record.citings.set(citing.address, new Set([citing]));
      record.changed.add(citing.address);
    }
    for (const one of named) {
      const record = this.recordOf(one.path);
      record.namedIn.set(entry, [...(record.namedIn.get(entry) ?? []), one]);
      record.namesChanged = true;
    }
  }

  delete(entry: Entry): void {
    const part = this.parts.get(entry);
    if (!part) return;
    this.parts.delete(entry);
    for (const citing of part.citings) {
      const record = this.recordOf(citing.document);
      const known = record.citings.get(citing.address);
      known?.delete(citing);
      if (known?.size === 0) record.citings.delete(citing.address);
      record.changed.add(citing.address);
    }
    for (const { path } of part.named) {
      const record = this.recordOf(path);
      record.namedIn.delete(entry);
      record.namesChanged = true;
      this.tell(record, entry, []);
    }
  }

  /** Looks again at what changed since the last time. */
  update(): void {
    for (const record of this.touched) this.updateRecord(record);
    this.touched.clear();
  }

  private recordOf(path: string): DocumentRecord {
    let record = this.records.get(path);
    if (!record) {
      record = {
        path,
        citings: new Map(),
        namedIn: new Map(),
        reading: null,
        uncovered: new Set(),
        changed: new Set(),
        namesChanged: false,
        told: new Map(),
      };
      this.records.set(path, record);
    }
    this.touched.add(record);
    return record;
  }

  private updateRecord(record: DocumentRecord): void {
    const { changed, citings, namedIn, told } = record;
    const read = citings.size > 0 || namedIn.size > 0 ? this.documents.read(record.path) : null;
    const reading = read?.kind === "document" ? read : null;
    const isNew = reading !== record.reading;
    if (isNew) {
      record.reading = reading;
      record.uncovered = new Set();
      for (const key of [...told.keys()]) this.tell(record, key, []);
    }
    if (reading) {
      const commitments = commitmentsOf(reading.document);
      let uncoveredChanged = false;
      for (const [clause, found] of isNew ? commitments : changedOf(commitments, changed)) {
        uncoveredChanged = this.updateClause(record, reading, clause, found) || uncoveredChanged;
      }
      if (isNew || uncoveredChanged || record.namesChanged) this.tellUncovered(record, reading);
    }
    changed.clear();
    record.namesChanged = false;
    if (citings.size === 0 && namedIn.size === 0) this.records.delete(record.path);
  }

  /** Whether the clause has become covered or uncovered. */
  private updateClause(
    record: DocumentRecord,
    reading: ReadyDocument,
    clause: Clause,
    found: CommitmentReading,
  ): boolean {
    const citings = citingsInOrder(record, clause.address);
    this.tell(record, clause.address, checkUntouched(clause, found, citings, reading));
    const isUncovered = citings.length === 0 && found.commitments.length > 0;
    if (record.uncovered.has(clause) === isUncovered) return false;
    if (isUncovered) record.uncovered.add(clause);
    else record.uncovered.delete(clause);
    return true;
  }

  private tellUncovered(record: DocumentRecord, reading: ReadyDocument): void {
    const uncovered = [...record.uncovered].sort((a, b) => a.span.start - b.span.start);
    for (const [entry, named] of record.namedIn) {
      const [first] = named;
      this.tell(record, entry, first ? checkCovered(first.place, first.file, uncovered, reading) : []);
    }
  }

  private tell(
    record: DocumentRecord,
    key: string | Entry,
    problems: Parameters<ProblemStore["set"]>[1],
  ): void {
    const known = record.told.get(key);
    if (known) this.store.delete(known);
    if (problems.length === 0) {
      record.told.delete(key);
      return;
    }
    const producer = known ?? {};
    record.told.set(key, producer);
    this.store.set(producer, problems);
  }
}

function* changedOf(
  commitments: ReadonlyMap<Clause, CommitmentReading>,
  changed: ReadonlySet<string>,
): Iterable<readonly [Clause, CommitmentReading]> {
  if (changed.size === 0) return;
  for (const one of commitments) if (changed.has(one[0].address)) yield one;
}

/** Everyone who takes up a clause or sets it aside, in the order of files and lines. */
export function citingsInOrder(record: DocumentRecord, address: string): readonly Citing[] {
  const known = record.citings.get(address);
  if (!known) return [];
  return [...known].sort((a, b) => {
    const [one, other] = [a.citation.place, b.citation.place];
    if (one.source.path !== other.source.path) return one.source.path < other.source.path ? -1 : 1;
    return one.source.firstLine - other.source.firstLine || one.span.start - other.span.start;
  });
}
