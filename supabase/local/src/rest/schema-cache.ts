import type { Logger } from 'pino';
import { listen } from '../database/listen.ts';

export interface SchemaCache {
  /** Called when the schema may have changed: after NOTIFY pgrst, and after a lost connection. */
  onReload(listener: () => void): void;
  stop(): Promise<void>;
}

/** Listens to `pgrst`, which every change of the schema notifies. */
export async function watchSchema(url: string, log: Logger): Promise<SchemaCache> {
  const listeners: (() => void)[] = [];
  const stop = await listen({
    url,
    channel: 'pgrst',
    log,
    onNotify: () => listeners.forEach((listener) => listener()),
  });
  return { onReload: (listener) => listeners.push(listener), stop };
}
