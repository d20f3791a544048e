import type { TextSpan } from "../text/text-span.ts";

/** Every node of a tree that has a place in the text. */
export function spansIn(node: unknown): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  collect(node, spans);
  return spans;
}

function collect(node: unknown, spans: TextSpan[]): void {
  if (typeof node !== "object" || node === null) return;
  const { start, end } = node as { readonly start?: unknown; readonly end?: unknown };
  if (typeof start === "number" && typeof end === "number" && start < end) spans.push(node as TextSpan);
  for (const part of Object.values(node)) collect(part, spans);
}

/** Where names stand: a name may be spelled like a keyword and is none. */
export function nameStarts(node: unknown): ReadonlySet<number> {
  const starts = spansIn(node).flatMap((span) => {
    const { text } = span as { readonly text?: unknown };
    return typeof text === "string" && text !== "" ? [span.start] : [];
  });
  return new Set(starts);
}
