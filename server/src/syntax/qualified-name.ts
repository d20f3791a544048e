import type { QualifiedName } from "./ast.ts";

/** A name as it is written, with what stands before its dot: `female`, `sex.female`. */
export function writtenName({ qualifier, name }: QualifiedName): string {
  return qualifier ? `${qualifier.text}.${name.text}` : name.text;
}
