import type { Entry } from "../../semantics/entry.ts";
import type { IndicatorJudgement } from "../../semantics/judgement.ts";
import type { FeatureContext } from "../feature-context.ts";
import type { IndicatorName } from "./recording-types.ts";

export interface FoundIndicator {
  readonly entry: Entry;
  /** Where the entry is in its file. */
  readonly index: number;
  readonly judgement: IndicatorJudgement;
}

/** The first indicator of that name in the order of the files, of one file where the path is given. */
export function findIndicator(
  context: FeatureContext,
  { id, path }: IndicatorName,
): FoundIndicator | undefined {
  context.refresh();
  const wanted = id.normalize("NFC");
  const paths = path === undefined ? context.program.paths() : [path];
  for (const one of paths) {
    const file = context.program.file(one);
    const symbol = file?.names.get(wanted)?.find(({ kind }) => kind === "indicator");
    if (!file || !symbol) continue;
    const judgement = context.judgementOf(symbol.entry);
    if (judgement && "indicator" in judgement)
      return { entry: symbol.entry, index: file.entries.indexOf(symbol.entry), judgement };
  }
  return undefined;
}
