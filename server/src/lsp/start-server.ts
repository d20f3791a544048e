import {
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
} from "vscode-languageserver";
import { serverCapabilities } from "./capabilities.ts";
import { readAbilities } from "./client-abilities.ts";
import type { MessageGate } from "./message-gate.ts";
import type { Runtime } from "./runtime.ts";
import { createSafeHandlers, describeFault, type FaultLog } from "./safe-handler.ts";

/** A connection and the gate that its messages pass. */
export interface ServerConnection {
  readonly connection: Connection;
  readonly gate: MessageGate;
}

/**
 * Starts the language server on a connection that is not listening yet. `initialize` is answered at once; the language
 * core is loaded after that, while the client prepares its first messages.
 *
 * @param version of this program, for the client's logs
 * @param onShutdown called when the client says that it is about to leave
 */
export function startServer(
  { connection, gate }: ServerConnection,
  runtime: Runtime,
  version: string,
  onShutdown: () => void = () => {},
): void {
  const log = (message: string) => whileConnected(() => connection.console.log(message));
  const logFault: FaultLog = (what, error) =>
    whileConnected(() => connection.console.error(`${what} failed: ${describeFault(error)}`));
  const handlers = createSafeHandlers(logFault, (what) => whileConnected(() => connection.tracer.log(what)));
  let isInitialized = false;

  connection.onInitialize((params: InitializeParams): InitializeResult | ResponseError<never> => {
    if (isInitialized)
      return new ResponseError(ErrorCodes.InvalidRequest, "The server is initialized already.");
    isInitialized = true;
    const client = readAbilities(params);
    gate.hold(
      answered(runtime)
        .then(() => import("./session.ts"))
        .then(({ startSession }) =>
          startSession({ connection, runtime, gate, handlers, client, folders: foldersOf(params), log }),
        )
        .catch((error: unknown) => logFault("loading", error)),
    );
    return { capabilities: serverCapabilities(client), serverInfo: { name: "BDG", version } };
  });
  connection.onShutdown(() => {
    handlers.shutDown();
    onShutdown();
  });
  connection.listen();
}

/** Where the connection is gone there is nobody left to tell, and telling must not be a fault of its own. */
function whileConnected(tell: () => void): void {
  try {
    tell();
  } catch {
    // See above.
  }
}

/** The library writes an answer a few turns after it was given; loading must not come between. */
async function answered(runtime: Runtime): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise<void>((resolve) => runtime.soon(resolve));
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
