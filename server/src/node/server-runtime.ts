import { fileURLToPath } from "node:url";
import { schemeOf } from "../lsp/program-uri.ts";
import type { Runtime } from "../lsp/runtime.ts";
import { dayNumber } from "../semantics/period.ts";
import { makeRoomFor } from "./heap.ts";
import { readOfficeBytes } from "./read-office-file.ts";
import { createDiskFolder } from "./server-folder.ts";

/** The outside world of a server that runs on a machine of its own. */
export const nodeRuntime: Runtime = {
  today: () => localDay(new Date()),
  soon: (work) => void setImmediate(work),
  later: (work, milliseconds) => void setTimeout(work, milliseconds).unref(),
  makeRoomFor,
  readOffice: (bytes, kind) => readOfficeBytes(bytes, kind),
  openFolder: (uri) => {
    if (schemeOf(uri) !== "file") return undefined;
    try {
      return createDiskFolder(fileURLToPath(uri));
    } catch {
      return undefined;
    }
  },
};

/** The date where the user is, whatever the hour is in Greenwich. */
function localDay(now: Date): number {
  return dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
