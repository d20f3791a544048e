import { basename } from "node:path";
import { watch } from "chokidar";
import { isPassedOver, kindOf } from "../text/file-kinds.ts";
import { toProgramPath } from "./program-paths.ts";

/** Editors write a file in several steps: what comes within this time is one change. */
const quietMilliseconds = 100;

/**
 * Calls back when files below a folder have changed; resolves on an interrupt. By chokidar, since the engine's own
 * recursive watching calls a file changed that was only read, and misses folders made later.
 */
export function watchFolder(folder: string, onChange: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const watcher = watch(folder, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (path) => isPassedOver(toProgramPath(folder, path)),
    });
    watcher.on("error", reject);
    watcher.on("all", (_event, path) => {
      if (kindOf(basename(path)) === undefined) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, quietMilliseconds);
    });
    // What changed while the folder was being listed would be missed.
    watcher.once("ready", onChange);
    process.once("SIGINT", () => {
      clearTimeout(timer);
      void watcher.close().then(resolve);
    });
  });
}
