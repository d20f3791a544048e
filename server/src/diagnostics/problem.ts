import { catalog, type HolesOf, type ProblemCode } from "./catalog.ts";
import { inLanguage, type Language, type LocalText } from "./language.ts";
import { type CatalogEntry, fillTemplate, type Severity } from "./message-template.ts";
import type { Place } from "./place.ts";

/** Another place that helps to understand a problem: the target, the evidence, the clause. */
export interface RelatedPlace {
  readonly place: Place;
  readonly message: LocalText;
}

/** Something to tell the user about one place. What it says is worked out only when it is shown. */
export interface Problem {
  readonly code: ProblemCode;
  /** The catalog's severity, or a milder one where the user has explained the problem. */
  readonly severity: Severity;
  readonly place: Place;
  readonly holes: Readonly<Record<string, LocalText>>;
  /** Which cell of a bound table it is about, where it is shown at the declaration that binds it. */
  readonly cell?: LocalText;
  /** The place of its value in that table, by which the problems of one declaration are put in order. */
  readonly order?: number;
  readonly related: readonly RelatedPlace[];
  /** Where it stands in a CSV file as well. */
  readonly inTable?: InTable;
  /** Plain data that a quick fix needs; it travels with the diagnostic. */
  readonly data: Readonly<Record<string, string>> | undefined;
}

/** A problem of a `data` declaration, as it is shown in the CSV file that this binds. */
export interface InTable {
  readonly place: Place;
  /** What it is about, in place of the cell: the declaration's file, or the indicator as well. */
  readonly about: string;
}

export interface ProblemDetails {
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly inTable?: InTable;
  readonly data?: Readonly<Record<string, string>>;
}

/** Builds a problem; a code that is not in the catalog, or a missing hole, is a compile error. */
export function createProblem<Code extends ProblemCode>(
  code: Code,
  place: Place,
  holes: Readonly<Record<HolesOf<Code>, LocalText>>,
  details: ProblemDetails = {},
): Problem {
  return {
    code,
    severity: details.severity ?? catalog[code].severity,
    place,
    holes,
    related: details.related ?? [],
    ...(details.inTable && { inTable: details.inTable }),
    data: details.data,
  };
}

/** @param template what is said in place of the catalog's words; it has the same holes */
export function problemMessage(
  problem: Problem,
  language: Language,
  template: Pick<CatalogEntry, Language> = catalog[problem.code],
): string {
  const message = fillTemplate(template, problem.holes, language);
  return problem.cell === undefined ? message : `${inLanguage(problem.cell, language)}: ${message}`;
}

/** A problem as it stands in a CSV file: at its cell, which is plain to see there, and saying what it is about. */
export function problemInTable(problem: Problem, { place, about }: InTable): Problem {
  const saysCell = catalog[problem.code].en.startsWith("{cell}: ");
  const told = saysCell ? { holes: { ...problem.holes, cell: about } } : { cell: about };
  return { ...problem, ...told, place };
}
