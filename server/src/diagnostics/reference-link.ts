import type { ProblemCode } from "./catalog.ts";

/** Where the reference can be read; the repository is the one that package.json names. */
export const referencePage = "https://github.com/bdg-plan/bdg/blob/main/docs/reference.md";

/** The section of the reference about a problem. */
export function referenceLink(code: ProblemCode): string {
  return `${referencePage}#${code}`;
}
