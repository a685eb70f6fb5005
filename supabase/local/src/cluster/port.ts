import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Resolves if nothing listens on 127.0.0.1:`port`; throws `platform.port_taken` otherwise. */
export function assertPortFree(port: number, purpose: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) =>
      reject(
        new Error(
          `platform.port_taken: port ${port} (${purpose}) is in use; stop what uses it or choose another`,
          {
            cause: error,
          },
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

/**
 * A port that is free now, below the range from which the operating system takes the ports of outgoing
 * connections: one of those could take it again before its owner listens.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = randomInt(10_000, 25_000);
    const isFree = await assertPortFree(port, 'any').then(
      () => true,
      () => false,
    );
    if (isFree) return port;
  }
  throw new Error('platform.port_taken: no free port was found between 10000 and 25000');
}
