import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';

export interface ListenOptions {
  url: string;
  channel: string;
  log: Logger;
  /** Called for each notification, and after a lost connection came back: something may have been missed. */
  onNotify(): void;
}

/** Keeps a connection that listens to one channel, for as long as it takes. Returns the function that ends it. */
export async function listen({ url, channel, log, onNotify }: ListenOptions): Promise<() => Promise<void>> {
  let stopping = false;
  let client: pg.Client | null = null;
  const connect = async (): Promise<pg.Client> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: `listen ${channel}`,
      keepAlive: true,
      connectionTimeoutMillis: 2000,
    });
    next.on('notification', onNotify);
    next.on('error', (error) => log.debug({ err: error, channel }, 'listener lost its connection'));
    await next.connect();
    await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    return next;
  };
  const keep = async (): Promise<void> => {
    while (!stopping) {
      const current = client;
      if (current) await new Promise<void>((resolve) => current.once('end', resolve));
      client = null;
      for (let delayMs = 100; !stopping && !client; delayMs = Math.min(delayMs * 2, 1000)) {
        await sleep(delayMs);
        client = await connect().catch(() => null);
      }
      if (!stopping) onNotify();
    }
  };
  client = await connect();
  const keeping = keep();
  return async () => {
    stopping = true;
    await client?.end().catch(() => undefined);
    await keeping;
    await client?.end().catch(() => undefined);
  };
}
