import type { IndicatorItem, PlanItem } from "../../../server/src/language-features/plan-overview-types.ts";
import type { PlanOverviewResult } from "../../../server/src/lsp/protocol.ts";

/** An indicator whose values can be recorded. */
export interface IndicatorToRecord {
  readonly item: IndicatorItem;
  readonly plan: PlanItem;
  readonly programUri: string;
}

export interface IndicatorGroup {
  readonly isDue: boolean;
  /** Of other plans than that of the open file. */
  readonly isOfOthers: boolean;
  readonly indicators: readonly IndicatorToRecord[];
}

/**
 * The indicators in the order in which they are offered: those of the open file's plan before all others, and among
 * each those without a value that is due first. Groups without any are left out.
 */
export function groupsToRecord(
  programs: PlanOverviewResult["programs"],
  isOpen: (programUri: string, path: string) => boolean,
): readonly IndicatorGroup[] {
  const all = programs.flatMap(({ rootUri: programUri, overview }) =>
    overview.plans.flatMap((plan) => {
      const isOpenPlan = filesOf(plan).some((path) => isOpen(programUri, path));
      return plan.indicators
        .filter(({ isComputed }) => !isComputed)
        .map((item) => ({ item, plan, programUri, isOpenPlan }));
    }),
  );
  const hasOpenPlan = all.some(({ isOpenPlan }) => isOpenPlan);
  return [true, false].flatMap((ofOpenPlan) =>
    [true, false].flatMap((isDue) => {
      const indicators = all.filter(
        (one) => one.isOpenPlan === ofOpenPlan && one.item.hasCurrentValue === !isDue,
      );
      return indicators.length === 0 ? [] : [{ isDue, isOfOthers: hasOpenPlan && !ofOpenPlan, indicators }];
    }),
  );
}

/** The files that speak of a plan: its own, those of its indicators, and its reports. */
function filesOf({ place, indicators, reports }: PlanItem): readonly string[] {
  return [
    ...new Set([place, ...[...indicators, ...reports].map((one) => one.place)].map(({ path }) => path)),
  ];
}
