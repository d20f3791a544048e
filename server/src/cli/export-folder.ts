import type { ProgramJudgement } from "../semantics/judgement.ts";
import { plainText } from "./plain-text.ts";
import { complain, exitCannot, exitFine, type RunContext, tell } from "./run-context.ts";
import { isWritten, tellWritten } from "./write-output.ts";

/**
 * Writes a folder of Parquet files, in which each plan's replace what an earlier export left of it; nothing else in the
 * folder is touched. The first file that can't be written ends it, before anything is removed.
 *
 * @param shownPath a path of the program as the user would type it
 */
export async function writeFolder(
  context: RunContext,
  folder: string,
  judgement: ProgramJudgement,
  shownPath: (path: string) => string,
): Promise<number> {
  const { toParquet } = await import("../export/parquet.ts");
  const { plans, files } = toParquet(judgement, context.language);
  const shared = sameFolder(plans);
  if (shared) {
    const [first, second] = shared.map(({ path }) => plainText(shownPath(path)));
    complain(context, "plans-in-one-folder", { folder: shared[1].folder, first: first!, second: second! });
    return exitCannot;
  }
  for (const { path, bytes } of files) {
    const file = `${folder}/${path}`;
    const failure =
      context.host.makeFolder(file.slice(0, file.lastIndexOf("/"))) ?? context.host.writeFile(file, bytes);
    if (!isWritten(context, file, failure)) return exitCannot;
  }
  const written = new Set(files.map(({ path }) => path));
  for (const plan of plans) if (!removeEarlier(context, folder, plan.folder, written)) return exitCannot;
  tellWritten(context, folder);
  return exitFine;
}

/** Two plans that would be one, also on a disk that takes `A` and `a` for the same. */
function sameFolder<Plan extends { readonly folder: string }>(
  plans: readonly Plan[],
): readonly [Plan, Plan] | undefined {
  const known = new Map<string, Plan>();
  for (const plan of plans) {
    const other = known.get(plan.folder.toLowerCase());
    if (other) return [other, plan];
    known.set(plan.folder.toLowerCase(), plan);
  }
  return undefined;
}

/** Removes a plan's files of years in which it has no numbers any more; false, after a line of complaint, where it can't. */
function removeEarlier(
  context: RunContext,
  folder: string,
  plan: string,
  written: ReadonlySet<string>,
): boolean {
  const { host } = context;
  const inPlan = `${folder}/${plan}`;
  const years = host.namesIn(inPlan);
  if (typeof years === "string") {
    complain(context, "earlier-not-removed", { path: plainText(inPlan) });
    return false;
  }
  for (const year of years) {
    const path = `${plan}/${year}/values.parquet`;
    if (!/^year=-?\d+$/u.test(year) || written.has(path)) continue;
    const result = host.removeFile(`${folder}/${path}`);
    const shown = { path: plainText(`${folder}/${path}`) };
    if (result === "removed") tell(context, "earlier-removed", shown);
    else if (result !== "not-there") {
      complain(context, "earlier-not-removed", shown);
      return false;
    }
  }
  return true;
}
