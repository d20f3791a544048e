import { bilingual } from "../../diagnostics/language.ts";
import type { Entry } from "../../semantics/entry.ts";
import { keywordText } from "../../syntax/keywords.ts";
import { resolveProgramPath } from "../../text/program-path.ts";
import { languageAt } from "../file-language.ts";
import { type Fix, type FixMaker, type FixPlace, refusedFix } from "./fix.ts";
import { insertStatement } from "./insert-statement.ts";
import { documentWithoutName, noPlace, tooManyAtOnce } from "./refusals.ts";

/** More clauses than these are no decision that one line can give a reason for. */
const mostAtOnce = 10;

/** Says in the plan that the clauses are left to others, with the cursor where the reason is to be typed. */
export const setAside: FixMaker = (place) => {
  const clauses = place.problem.data?.clauses?.split(" ") ?? [];
  const path = place.problem.data?.document;
  const plan = planEntry(place);
  if (clauses.length === 0 || path === undefined || !plan) return [];
  if (clauses.length <= mostAtOnce) return asideFix(place, plan, clauses, path);
  const title = bilingual(
    "Set the clauses aside, with a reason",
    "Ghi không theo dõi các điều khoản, kèm lý do",
  );
  return [refusedFix(title, tooManyAtOnce(clauses.length, mostAtOnce))];
};

/** The plan that the problem is in, or that the indicator belongs to. */
function planEntry({ context, entry, declaration, path }: FixPlace): Entry | undefined {
  if (declaration?.kind === "plan") return entry;
  const plan = context.binder.planOf(path);
  return (plan && context.program.file(plan.path)?.plan) ?? undefined;
}

function asideFix(
  { context }: FixPlace,
  plan: Entry,
  clauses: readonly string[],
  document: string,
): readonly Fix[] {
  const { declaration } = plan.parsed;
  if (!declaration) return [];
  const language = languageAt(context, plan);
  const title = bilingual(
    `Set ${clauses.join(", ")} aside, with a reason`,
    `Ghi không theo dõi ${clauses.join(", ")}, kèm lý do`,
  );
  const inDocument = documentName(plan, document);
  if (inDocument === undefined) return [refusedFix(title, documentWithoutName)];
  const suffix = inDocument === "" ? "" : ` ${keywordText("in", language)} ${inDocument}`;
  const addresses = clauses.map((address) => `${address}${suffix}`).join(", ");
  const { statements } = declaration;
  const after =
    statements.findLast(({ kind }) => kind === "aside") ??
    statements.findLast(({ kind }) => kind === "document");
  const edit = insertStatement(context, plan, declaration, after, {
    head: keywordText("aside", language),
    rest: `${addresses} ""`,
  });
  if (!edit) return [refusedFix(title, noPlace(declaration.title?.value ?? declaration.name.text))];
  const cursor = edit.text.lastIndexOf('"');
  return [{ title, edits: new Map([[plan.path, [{ ...edit, cursor }]]]), isPreferred: false }];
}

/** Empty for the plan's first document, else the name behind `as`; undefined where it has none. */
function documentName(plan: Entry, path: string): string | undefined {
  const documents = (plan.parsed.declaration?.statements ?? []).flatMap((statement) =>
    statement.kind === "document" ? [statement] : [],
  );
  const index = documents.findIndex(({ file }) => {
    const resolved = resolveProgramPath(plan.path, file.value);
    return resolved.kind === "path" && resolved.path === path;
  });
  return index === 0 ? "" : documents[index]?.as?.text;
}
