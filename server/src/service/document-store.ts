import type { Source } from "../diagnostics/place.ts";
import type { DocumentReading } from "../documents/document-reading.ts";
import { readPlanDocument } from "../documents/plan-document.ts";
import type { Host } from "../host.ts";

/** Plan documents, read into clauses once and kept until someone says that the file may have changed. */
export class DocumentStore {
  private readonly host: Host;
  private readonly readings = new Map<string, DocumentReading>();
  /** Those that someone looked for, found or not. */
  private readonly asked = new Set<string>();

  constructor(host: Host) {
    this.host = host;
  }

  readonly read = (path: string): DocumentReading => {
    const known = this.readings.get(path);
    if (known) return known;
    this.asked.add(path);
    const reading = this.load(path);
    if (reading.kind !== "pending") this.readings.set(path, reading);
    return reading;
  };

  /** Answers whether anyone has looked for it: nobody else depends on it. */
  forget(path: string): boolean {
    this.readings.delete(path);
    return this.asked.delete(path);
  }

  private load(path: string): DocumentReading {
    const reading = this.host.readDocument(path);
    if (reading.kind !== "text") return reading;
    const document = readPlanDocument(reading.text, reading.rows);
    const source: Source = { path, text: reading.text, firstLine: 0 };
    return { kind: "document", document, source, unread: reading.unread ?? [] };
  }
}
