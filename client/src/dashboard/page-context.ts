import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Place, PlanOverview } from "../../../server/src/language-features/plan-overview-types.ts";
import type { PageMessage } from "../views/dashboard/page-messages.ts";
import type { DashboardWords } from "../views/dashboard/words.ts";

/** What every part of the page needs. */
export interface PageContext {
  readonly words: DashboardWords;
  readonly overview: PlanOverview;
  /** Root of the program that is shown. */
  readonly program: string;
  readonly send: (message: PageMessage) => void;
}

export const pageContext = createContext<PageContext | null>(null);

/** Only below a provider, which the page has as soon as it shows a plan. */
export function usePage(): PageContext {
  const page = useContext(pageContext);
  if (page === null) throw new Error("There is no plan around this part of the page");
  return page;
}

/** The message that opens a place of the program. */
export function opening(program: string, { path, range }: Place): PageMessage {
  return { kind: "open", program, path, ...range.start };
}

/** Fills `{0}`, `{1}`… of a text. */
export function fill(text: string, ...holes: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (hole, index: string) => String(holes[Number(index)] ?? hole));
}
