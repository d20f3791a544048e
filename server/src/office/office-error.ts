/**
 * Why an office file is refused. `encrypted`: a password protects it; `damaged`: it is not the ZIP and XML it should
 * be; `too-complex`: it unpacks to more than the limits; `not-docx`, `not-xlsx`: it is a file of another kind;
 * `old-office`: it is a .doc, .xls or the like, whatever its name is.
 */
export type OfficeFailure = "encrypted" | "damaged" | "too-complex" | "not-docx" | "not-xlsx" | "old-office";

/** Thrown inside the readers and caught where a file is read; never leaves them. */
export class OfficeError extends Error {
  readonly failure: OfficeFailure;

  /** @param detail for whoever develops the readers; a user sees the words for the failure only */
  constructor(failure: OfficeFailure, detail: string) {
    super(detail);
    this.failure = failure;
  }
}
