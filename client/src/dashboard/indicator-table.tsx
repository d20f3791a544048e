import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { IndicatorItem } from "../../../server/src/language-features/plan-overview-types.ts";
import { fill, opening, usePage } from "./page-context.ts";
import { StatusIcon } from "./status-icon.tsx";
import { type TableRow, tableRows } from "./table-rows.ts";

/** A table of more rows is scrolled to what happens now. */
const mostAtOnce = 14;

/** The numbers of the chart, and more: each period with what the plan asks, what there is, and the verdict. */
export function IndicatorTable({ indicator }: { readonly indicator: IndicatorItem }) {
  const { words } = usePage();
  const rows = useMemo(() => tableRows(indicator), [indicator]);
  const frame = useRef<HTMLElement>(null);
  // A long table begins where things happen: with the last periods that are over, not with the first of the plan.
  useLayoutEffect(() => {
    const element = frame.current;
    const first = element?.querySelector<HTMLElement>("tr.upcoming");
    if (element && first && rows.length > mostAtOnce)
      element.scrollTop = first.offsetTop - element.clientHeight * 0.75;
  }, []);
  return (
    <section
      class="table"
      ref={frame}
      aria-label={fill(words.tableOf, indicator.name)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            <th scope="col">{words.asked}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const forecasts = new Set(["on-track", "at-risk", "off-track", "pending"]);

function Row({ row }: { readonly row: TableRow }) {
  const { words, program, send } = usePage();
  const { askedPlace, valuePlace, status } = row;
  return (
    <tr class={status !== null && forecasts.has(status) ? "upcoming" : ""}>
      <th scope="row">
        {row.periodText}
        {row.category !== null && <small>{row.category}</small>}
      </th>
      <td>
        {row.isBaseline && <small>{words.baseline}</small>}
        {row.asked !== null && askedPlace !== null && (
          <button type="button" class="link" onClick={() => send(opening(program, askedPlace))}>
            {row.asked}
          </button>
        )}
      </td>
      <td>
        {row.value !== null &&
          (valuePlace === null ? (
            row.value
          ) : (
            <button type="button" class="link" onClick={() => send(opening(program, valuePlace))}>
              {row.value}
            </button>
          ))}
        {row.isFuture && <small>{words.notYetKnown}</small>}
        {row.evidence !== null && (
          <small class="evidence" title={row.evidence}>
            {row.evidence}
          </small>
        )}
      </td>
      <td>
        {status !== null && (
          <span class="verdict">
            <StatusIcon status={status} /> {row.statusText}
          </span>
        )}
        {row.gap !== null && <small>{row.gap}</small>}
        {row.expected !== null && <small>{fill(words.pathAt, row.expected)}</small>}
        {row.explanation !== null && <small>{fill(words.explained, row.explanation)}</small>}
      </td>
    </tr>
  );
}
