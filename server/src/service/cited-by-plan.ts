import type { Aside } from "../checks/documents/citing.ts";
import { bindCitation } from "../semantics/binder/bind-parts.ts";
import type { Entry } from "../semantics/entry.ts";
import type { PlanModel } from "../semantics/model.ts";
import type { Program } from "../semantics/program.ts";
import { resolveProgramPath } from "../text/program-path.ts";
import type { NamedDocument } from "./clause-ledger.ts";

/** What a plan sets aside. The words behind an address are the reason, for it and for those before it in its list. */
export function asidesIn(entry: Entry, program: Program, plan: PlanModel | null): readonly Aside[] {
  const context = { program, entry };
  return (entry.parsed.declaration?.statements ?? []).flatMap((statement) => {
    if (statement.kind !== "aside") return [];
    return statement.citations.map((citation, i) => ({
      citation: { ...bindCitation(context, citation, plan), words: null, wordsPlace: null },
      reason: statement.citations.slice(i).find(({ words }) => words !== null)?.words?.value ?? "",
    }));
  });
}

/** The documents that a plan names, as far as they lie below the root. */
export function documentsNamedIn(entry: Entry): readonly NamedDocument[] {
  const { declaration } = entry.parsed;
  if (declaration?.kind !== "plan") return [];
  return declaration.statements.flatMap((statement) => {
    if (statement.kind !== "document") return [];
    const { value: file, start, end } = statement.file;
    const resolved = resolveProgramPath(entry.path, file);
    if (resolved.kind !== "path" || start === end) return [];
    return [{ path: resolved.path, file, place: { source: entry, span: { start, end } } }];
  });
}
