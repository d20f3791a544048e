import type { PlanOverviewResult } from "../../../../server/src/lsp/protocol.ts";

type Programs = PlanOverviewResult["programs"];

/** Which files, documents and indicators the page was shown, and so may ask for. */
export interface KnownPlaces {
  hasFile(program: string, path: string): boolean;
  hasIndicator(program: string, path: string, id: string): boolean;
}

/** What is known of programs and what is in them; nothing else is. */
export function knownPlaces(programs: Programs): KnownPlaces {
  const files = new Set<string>();
  const indicators = new Set<string>();
  for (const { rootUri, overview } of programs) {
    for (const plan of overview.plans) {
      for (const { path } of placesOf(plan)) files.add(key(rootUri, path));
      for (const { id, place } of plan.indicators) indicators.add(key(rootUri, place.path, id));
    }
  }
  return {
    hasFile: (program, path) => files.has(key(program, path)),
    hasIndicator: (program, path, id) => indicators.has(key(program, path, id)),
  };
}

function placesOf(plan: Programs[number]["overview"]["plans"][number]) {
  const { place, indicators, tasks, reports } = plan;
  const clauses = [...indicators, ...tasks].flatMap((item) => item.clauses.flatMap((one) => one.place ?? []));
  const values = indicators.flatMap(({ targets, baselines, measured }) => [
    ...targets,
    ...baselines,
    ...measured,
  ]);
  return [place, ...[...indicators, ...tasks, ...reports, ...values].map((one) => one.place), ...clauses];
}

/** No part of it has a control character that is none of a JSON string's own. */
function key(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
