import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Takes what went wrong inside the server; never throws. */
export type FaultLog = (what: string, error: unknown) => void;

export interface SafeHandlers {
  /**
   * A handler of a request that always answers: `harmless` after a fault of ours, the protocol's own errors where
   * the client cancelled or the server is shutting down.
   */
  request<Params, Result>(
    name: string,
    harmless: Result,
    handle: (params: Params, token: CancellationToken) => Result | Promise<Result>,
  ): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>>;
  notification<Params>(name: string, handle: (params: Params) => void): (params: Params) => void;
  /** Runs work that nobody waits for. */
  detached(name: string, work: () => void | Promise<void>): void;
  /** What goes to the client without being the answer to a request, in the way that it counts characters. */
  outgoing<Value>(value: Value, uri?: string): Value;
  /** From now on every request is refused, as the protocol wants it after `shutdown`. */
  shutDown(): void;
  /** Calls back when that happens. */
  onShutDown(callback: () => void): void;
}

/**
 * The one place of the server where a bug of ours is caught: it is logged, and the next message is served.
 *
 * @param trace takes a line for every message, for a client that wants to follow them
 */
export function createSafeHandlers(log: FaultLog, trace: (what: string) => void = () => {}): SafeHandlers {
  let isShutDown = false;
  const atShutDown: (() => void)[] = [];
  return {
    request: (name, harmless, handle) => async (params, token) => {
      trace(`asked for ${name}`);
      if (isShutDown) return new ResponseError(ErrorCodes.InvalidRequest, "The server is shutting down.");
      if (token.isCancellationRequested) return cancelled();
      try {
        const result = await handle(params, token);
        return token.isCancellationRequested ? cancelled() : result;
      } catch (error) {
        if (error instanceof ResponseError) return error as ResponseError<never>;
        log(name, error);
        return harmless;
      }
    },
    notification: (name, handle) => (params) => {
      trace(`told of ${name}`);
      try {
        handle(params);
      } catch (error) {
        log(name, error);
      }
    },
    detached: (name, work) => {
      try {
        work()?.catch((error: unknown) => log(name, error));
      } catch (error) {
        log(name, error);
      }
    },
    outgoing: (value) => value,
    shutDown: () => {
      isShutDown = true;
      for (const callback of atShutDown) callback();
    },
    onShutDown: (callback) => void atShutDown.push(callback),
  };
}

function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
}

/** The answer to a request whose document changed while the answer was being prepared. */
export function contentModified(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.ContentModified, "The document changed meanwhile.");
}

/** The answer to a question that the server lets go; asking again would not help. */
export function serverCancelled(): ResponseError<{ readonly retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, "Another question took its place.", {
    retriggerRequest: false,
  });
}

/** One line, or a stack, for the log. */
export function describeFault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
