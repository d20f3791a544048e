import type { ClauseItem, PlanItem } from "../../../server/src/language-features/plan-overview-types.ts";
import { fill, usePage } from "./page-context.ts";
import { bodyName } from "./select-items.ts";

interface Owned {
  readonly clauses: readonly ClauseItem[];
  readonly lead: readonly string[];
  readonly with: readonly string[];
}

/** Under the name of an indicator or a task: the clauses it cites, which open, and the bodies that answer for it. */
export function Owners({ item, plan }: { readonly item: Owned; readonly plan: PlanItem }) {
  const { words } = usePage();
  const names = (ids: readonly string[]) => ids.map((id) => bodyName(plan, id)).join(", ");
  return (
    <p class="owners">
      {item.clauses.map((clause) => (
        <ClauseLink key={clause.address} clause={clause} />
      ))}
      {item.lead.length > 0 && <span>{fill(words.lead, names(item.lead))}</span>}
      {item.with.length > 0 && <span>{fill(words.with, names(item.with))}</span>}
    </p>
  );
}

function ClauseLink({ clause: { address, citation, place } }: { readonly clause: ClauseItem }) {
  const { words, program, send } = usePage();
  if (place === null) return <span class="clause">{address}</span>;
  const { path, range } = place;
  return (
    <button
      type="button"
      class="clause"
      aria-label={fill(words.openClause, citation === "" ? address : `${address}, ${citation}`)}
      title={citation}
      onClick={() => send({ kind: "openClause", program, path, line: range.start.line })}
    >
      § {address}
    </button>
  );
}
