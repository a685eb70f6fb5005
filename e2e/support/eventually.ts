import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats `look` until it answers something; throws `what` with the last error after `timeoutMs`. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | null | false>,
  timeoutMs = 30_000,
): Promise<T> {
  const until = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < until) {
    try {
      const found = await look();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    await sleep(200);
  }
  throw new Error(
    `${what} did not happen within ${timeoutMs / 1000} s${last ? `; last: ${String((last as Error).message)}` : ''}`,
  );
}
