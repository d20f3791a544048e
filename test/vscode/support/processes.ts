import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";

/** A TCP port on the loopback address that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** A process that takes everything it started with it when it is stopped. */
export interface ProcessTree {
  readonly process: ChildProcess;
  /** What it printed so far, both streams. */
  readonly output: () => string;
  /** Kills the process and its descendants; resolves when it is gone. Calling it twice does no harm. */
  readonly stop: () => Promise<void>;
}

/** Starts a program in a process group of its own; the group also dies with this process. */
export function startProcessTree(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): ProcessTree {
  const windows = process.platform === "win32";
  const child = spawn(command, args, { ...options, detached: !windows, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", (error) => {
      output += String(error);
      resolve();
    });
  });
  const kill = () => {
    if (child.pid === undefined) return;
    if (windows) spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    else killGroup(child.pid);
  };
  process.once("exit", kill);
  const stop = async () => {
    process.removeListener("exit", kill);
    kill();
    await ended;
  };
  return { process: child, output: () => output, stop };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // ESRCH: the whole group has ended already.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
