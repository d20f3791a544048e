import type { Runtime } from "../lsp/runtime.ts";
import { dayNumber } from "../semantics/period.ts";
import { createOfficeReader } from "./office-worker.ts";

/** The outside world of a server in a web worker: a clock; every file comes from the client. */
export const browserRuntime: Runtime = {
  today: () => {
    const now = new Date();
    return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
  },
  soon: (work) => void setTimeout(work, 0),
  later: (work, milliseconds) => void setTimeout(work, milliseconds),
  readOffice: createOfficeReader(),
  openFolder: () => undefined,
};
