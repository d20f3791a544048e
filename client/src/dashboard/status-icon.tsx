import type { IndicatorStatus } from "../statuses.ts";

/** Facts are filled, forecasts are outlined; each has a shape of its own, so that none needs its colour. */
const outlines: Readonly<Record<IndicatorStatus, { readonly shape: string; readonly sign: string }>> = {
  missed: { shape: "M5,1H11L15,5V11L11,15H5L1,11V5Z", sign: "M5.2,5.2L10.8,10.8M10.8,5.2L5.2,10.8" },
  "no-data": {
    shape: "M3,1H13A2,2 0 0 1 15,3V13A2,2 0 0 1 13,15H3A2,2 0 0 1 1,13V3A2,2 0 0 1 3,1Z",
    sign: "M5.6,6.2A2.4,2.4 0 1 1 8.6,8.5Q8,8.8 8,9.8M8,12.2V12.4",
  },
  "off-track": { shape: "M1.2,2.5H14.8L8,14.6Z", sign: "M8,4.8V8.2M8,10.4V10.6" },
  "at-risk": { shape: "M8,1.4L14.8,13.5H1.2Z", sign: "M8,5.6V9.2M8,11.3V11.5" },
  "on-track": { shape: "M8,1A7,7 0 1 1 8,15A7,7 0 1 1 8,1Z", sign: "M4.8,8H11M8.4,5.2L11.2,8L8.4,10.8" },
  met: { shape: "M8,1A7,7 0 1 1 8,15A7,7 0 1 1 8,1Z", sign: "M4.7,8.3L7.1,10.7L11.4,5.8" },
  pending: { shape: "M8,1A7,7 0 1 1 8,15A7,7 0 1 1 8,1Z", sign: "M4.9,8V8.1M8,8V8.1M11.1,8V8.1" },
};

/** The shape of a verdict; the word for it stands beside it always. A task is met, missed or pending too. */
export function StatusIcon({ status }: { readonly status: IndicatorStatus }) {
  const { shape, sign } = outlines[status];
  return (
    <svg class={`icon icon-${status}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path class="icon-shape" d={shape} />
      <path class="icon-sign" d={sign} />
    </svg>
  );
}
