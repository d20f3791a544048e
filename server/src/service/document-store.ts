import type { Source } from "../diagnostics/place.ts";
import type { DocumentReading } from "../documents/document-reading.ts";
import { readPlanDocument } from "../documents/plan-document.ts";
import type { Host } from "../host.ts";

/** Plan documents, read into clauses once and kept until someone says that the file may have changed. */
export class DocumentStore {
  private readonly host: Host;
  private readonly readings = new Map<string, DocumentReading>();

  constructor(host: Host) {
    this.host = host;
  }

  readonly read = (path: string): DocumentReading => {
    const known = this.readings.get(path);
    if (known) return known;
    const reading = this.load(path);
    if (reading.kind !== "pending") this.readings.set(path, reading);
    return reading;
  };

  forget(path: string): void {
    this.readings.delete(path);
  }

  private load(path: string): DocumentReading {
    const reading = this.host.readDocument(path);
    if (reading.kind !== "text") return reading;
    const document = readPlanDocument(reading.text, reading.rows);
    const source: Source = { path, text: reading.text, firstLine: 0 };
    return { kind: "document", document, source };
  }
}
