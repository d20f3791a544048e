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
import { createSafeHandlers, describeFault } from "./safe-handler.ts";

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
  const log = (message: string) => connection.console.log(message);
  const handlers = createSafeHandlers((what, error) => {
    connection.console.error(`${what} failed: ${describeFault(error)}`);
  });
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
        .catch((error: unknown) => connection.console.error(`Loading failed: ${describeFault(error)}`)),
    );
    return { capabilities: serverCapabilities(client), serverInfo: { name: "BDG", version } };
  });
  connection.onShutdown(() => {
    handlers.shutDown();
    onShutdown();
  });
  connection.listen();
}

/** The library writes an answer a few turns after it was given; loading must not come between. */
async function answered(runtime: Runtime): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise<void>((resolve) => runtime.soon(resolve));
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
