import { type ChildProcess, spawn } from "node:child_process";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";

/** What a server says about a document, with the time at which it said it. */
export interface Published {
  readonly uri: string;
  readonly version: number | null;
  readonly count: number;
  readonly at: number;
}

/**
 * A language server as a process of its own, driven over its standard streams as an editor without pulled diagnostics
 * would: what is measured is what a person waits for, the protocol included.
 */
export class LanguageClient {
  readonly connection: MessageConnection;
  private readonly process: ChildProcess;
  private readonly waiting: {
    readonly accepts: (published: Published) => boolean;
    readonly resolve: (published: Published) => void;
  }[] = [];
  private readonly started = performance.now();

  constructor(command: readonly string[]) {
    const [program = "", ...args] = command;
    this.process = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"] });
    const reader = new StreamMessageReader(this.process.stdout!);
    this.connection = createMessageConnection(reader, new StreamMessageWriter(this.process.stdin!));
    this.connection.onNotification("textDocument/publishDiagnostics", (params) => {
      const at = performance.now();
      const { uri, version, diagnostics } = params as {
        uri: string;
        version?: number;
        diagnostics: unknown[];
      };
      this.heard({ uri, version: version ?? null, count: diagnostics.length, at });
    });
    this.connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => null),
    );
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.onRequest("window/workDoneProgress/create", () => null);
    this.connection.listen();
  }

  /** Answers the milliseconds from the process's start to the answer to `initialize`. */
  async initialize(rootUri: string, initializationOptions: unknown = {}): Promise<number> {
    await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: "bench" }],
      capabilities: {
        textDocument: {
          synchronization: {},
          publishDiagnostics: { versionSupport: true, relatedInformation: true },
        },
        workspace: { workspaceFolders: true },
      },
      initializationOptions,
    });
    const elapsed = performance.now() - this.started;
    await this.connection.sendNotification("initialized", {});
    return elapsed;
  }

  /** The first diagnostics, from now on, that `accepts` takes. */
  nextDiagnostics(accepts: (published: Published) => boolean, limit = 120_000): Promise<Published> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("no diagnostics came")), limit);
      this.waiting.push({
        accepts,
        resolve: (published) => {
          clearTimeout(timer);
          resolve(published);
        },
      });
    });
  }

  /** Peak resident memory in megabytes, as the system counts it; undefined where it doesn't say. */
  async peakMemory(): Promise<number | undefined> {
    const { readFile } = await import("node:fs/promises");
    const status = await readFile(`/proc/${this.process.pid}/status`, "utf8").catch(() => "");
    const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
    return kilobytes ? Number(kilobytes) / 1024 : undefined;
  }

  /** Milliseconds of processor time on all threads until now, in steps of ten; undefined where the system doesn't say. */
  async processorTime(): Promise<number | undefined> {
    const { readFile } = await import("node:fs/promises");
    const stat = await readFile(`/proc/${this.process.pid}/stat`, "utf8").catch(() => "");
    // The name in brackets may hold blanks; user and system time are the 14th and 15th field, in hundredths.
    const [user, system] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13)
      .map(Number);
    return user === undefined || system === undefined ? undefined : (user + system) * 10;
  }

  stop(): void {
    this.connection.dispose();
    this.process.kill("SIGKILL");
  }

  private heard(published: Published): void {
    for (const waiter of [...this.waiting]) {
      if (!waiter.accepts(published)) continue;
      this.waiting.splice(this.waiting.indexOf(waiter), 1);
      waiter.resolve(published);
    }
  }
}
