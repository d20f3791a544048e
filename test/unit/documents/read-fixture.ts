import { readFileSync } from "node:fs";
import { type PlanDocument, readPlanDocument } from "../../../server/src/documents/plan-document.ts";

/** The text of a document under fixtures/. */
export function fixtureText(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
}

export function readFixture(name: string): PlanDocument {
  return readPlanDocument(fixtureText(name));
}

/** Composed, with every run of white space as one space: how two copies of a text are compared. */
export function evenText(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** Each clause as "line address label", for comparing whole outlines at a glance. */
export function outlineOf(document: PlanDocument): readonly string[] {
  return document.clauses.map((clause) => `${clause.line} ${clause.address} ${clause.label}`);
}

/** The addresses of the clauses of a text written out in a test. */
export function addressesOf(text: string): readonly string[] {
  return readPlanDocument(text).clauses.map((clause) => clause.address);
}
