/** Two exported JSONs of one plan, made equal where the rules leave it open what stands there. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * An export cut down to what the evaluators must agree on: without a plan's `file`, a target's `text` and the
 * name of the plan that is none; the measured values in a fixed order; explanations only of what is missed or
 * has no data. Takes parsed JSON of either evaluator; anything else in it stays and is compared.
 */
export function comparable(exported: unknown): unknown {
  return cut(JSON.parse(JSON.stringify(exported)) as Json);
}

function cut(json: Json): Json {
  if (json === null || typeof json !== "object") return json;
  if (isList(json)) return json.map(cut);
  const entries = Object.entries(json)
    .filter(([key]) => !("counts" in json && key === "file") && !("due" in json && key === "text"))
    .map(([key, value]): [string, Json] => {
      if (key === "measured" && value !== null && typeof value === "object" && isList(value)) {
        return [key, [...value.map(cut)].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))];
      }
      const failed = json.status === "missed" || json.status === "no-data";
      if (key === "explanation" && !failed) return [key, null];
      if (key === "name" && json.id === null) return [key, null];
      return [key, cut(value)];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

const isList = (json: Json): json is readonly Json[] => Array.isArray(json);
