import { spawnSync } from "node:child_process";
import { useBuilt } from "./lsp-process.ts";

/** How a run of the command line ended, and what it printed. */
export interface CommandRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as it is shipped, built for the tests of a file. */
export interface CommandLine {
  /** The path of the one file that is shipped. */
  bundle(): string;
  /** Runs it in a folder, as an English user whose terminal says nothing about colors. */
  bdg(folder: string, ...words: string[]): CommandRun;
}

export function useCommandLine(): CommandLine {
  const bundle = useBuilt("dist/bdg.js");
  return {
    bundle,
    bdg: (folder, ...words) => {
      const env = { ...process.env, LC_ALL: "en_US.UTF-8", NO_COLOR: "" };
      const options = { cwd: folder, encoding: "utf8", env } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [bundle(), ...words], options);
      return { status, stdout, stderr };
    },
  };
}
