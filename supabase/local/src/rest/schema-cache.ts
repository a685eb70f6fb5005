import pg from 'pg';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';

export interface SchemaCache {
  /** Called when the schema may have changed: after NOTIFY pgrst, and after a lost connection. */
  onReload(listener: () => void): void;
  stop(): Promise<void>;
}

/** Listens to `pgrst` for `reload schema` and `reload config`; reconnects with back-off for as long as it takes. */
export async function watchSchema(url: string, log: Logger): Promise<SchemaCache> {
  const listeners: (() => void)[] = [];
  let stopping = false;
  let client: pg.Client | null = null;
  const reload = (): void => listeners.forEach((listener) => listener());

  const connect = async (): Promise<pg.Client> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'schema watch',
      keepAlive: true,
      connectionTimeoutMillis: 2000,
    });
    next.on('notification', reload);
    next.on('error', (error) => log.debug({ err: error }, 'schema watch lost its connection'));
    await next.connect();
    await next.query('listen pgrst');
    return next;
  };
  const keep = async (): Promise<void> => {
    while (!stopping) {
      const current = client;
      if (current) await new Promise<void>((resolve) => current.once('end', resolve));
      client = null;
      let delayMs = 100;
      while (!stopping && !client) {
        await sleep(delayMs);
        delayMs = Math.min(delayMs * 2, 1000);
        client = await connect().catch(() => null);
      }
      reload();
    }
  };
  client = await connect();
  const keeping = keep();

  return {
    onReload: (listener) => listeners.push(listener),
    async stop() {
      stopping = true;
      await client?.end().catch(() => undefined);
      await keeping;
    },
  };
}
