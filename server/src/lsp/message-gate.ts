import type { Message, MessageStrategy } from "vscode-languageserver";

/**
 * Lets `initialize` be answered before the language core is loaded: what arrives meanwhile waits, in its order.
 * It also counts messages, so that work which should wait for a quiet moment can tell whether one has come.
 */
export interface MessageGate {
  /** For the options of the connection. */
  readonly messageStrategy: MessageStrategy;
  /** Messages that came in so far. */
  count(): number;
  /** From now on messages wait, until `until` is settled. */
  hold(until: Promise<void>): void;
}

export function createMessageGate(): MessageGate {
  let count = 0;
  let waiting: Promise<void> | undefined;
  const handleMessage = (message: Message, next: (message: Message) => void) => {
    count += 1;
    if (!waiting) return next(message);
    // The connection awaits what comes back, although its type says nothing of it.
    return waiting.then(() => next(message)) as unknown as undefined;
  };
  const open = () => {
    waiting = undefined;
  };
  return {
    messageStrategy: { handleMessage },
    count: () => count,
    hold: (until) => {
      waiting = until.then(open, open);
    },
  };
}
