import * as v from "valibot";

/**
 * What the dashboard's page may ask of the extension. Whatever else it sends is dropped: a page shows texts of files,
 * and were one of them ever to run there, it could do no more than this.
 */

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.isoDate());
const line = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.pipe(v.string(), v.maxLength(4096));

const pageMessage = v.variant("kind", [
  /** The page listens, and shows this day: null for that of the settings. */
  v.strictObject({ kind: v.literal("ready"), asOf: v.nullable(day) }),
  v.strictObject({ kind: v.literal("setAsOf"), asOf: v.nullable(day) }),
  v.strictObject({ kind: v.literal("open"), program: text, path: text, line, character: line }),
  v.strictObject({ kind: v.literal("openClause"), program: text, path: text, line }),
  v.strictObject({ kind: v.literal("record"), program: text, path: text, indicator: text }),
  v.strictObject({ kind: v.literal("export"), program: text, path: text }),
]);

export type PageMessage = v.InferOutput<typeof pageMessage>;

/** A message of the page; undefined for anything that is none. */
export function parsePageMessage(message: unknown): PageMessage | undefined {
  const { success, output } = v.safeParse(pageMessage, message);
  return success ? output : undefined;
}
