import type { MessageGate } from "./message-gate.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Work that waits until every message that has arrived is handled, so that a burst of keystrokes is answered once.
 *
 * @returns a function that asks for the work to be done at the next such moment; asking twice does it once
 */
export function createIdleWork(
  runtime: Pick<Runtime, "soon">,
  gate: Pick<MessageGate, "count">,
  work: () => void,
): () => void {
  let asked = false;
  const wait = (seen: number) => {
    runtime.soon(() => {
      if (gate.count() !== seen) return wait(gate.count());
      asked = false;
      work();
    });
  };
  return () => {
    if (asked) return;
    asked = true;
    // The message being handled is followed by the next one only after one turn, hence two.
    runtime.soon(() => wait(gate.count()));
  };
}
