/**
 * Asks again and again until `probe` gives something other than undefined, null or false, and returns it.
 * A probe that throws counts as "not yet". After `timeout` milliseconds it throws, naming `what` was
 * awaited and how the last probe failed.
 */
export async function waitUntil<T>(
  what: string,
  probe: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  timeout = 20_000,
): Promise<T> {
  const deadline = Date.now() + timeout;
  let lastError: unknown;
  do {
    try {
      const found = await probe();
      if (found !== undefined && found !== null && found !== false) return found;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < deadline);
  throw new Error(`Waited ${timeout} ms in vain for ${what}`, { cause: lastError });
}
