import type { Logger } from 'pino';
import { openWalsender, type Walsender } from './walsender.ts';

export interface BroadcastFeed {
  /** True while messages inserted into the database reach their topics. */
  isReady(): boolean;
  stop(): Promise<void>;
}

const publication = 'supabase_realtime_messages_publication';
const firstPauseMs = 100;
const longestPauseMs = 1_000;

/** Follows realtime.messages for as long as the platform runs; comes back by itself when the database does. */
export function followMessages(
  adminUrl: string,
  log: Logger,
  onRow: (row: Record<string, unknown>) => void,
): BroadcastFeed {
  let current: Walsender | null = null;
  let stopped = false;
  let wake: () => void = () => undefined;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    let wait = firstPauseMs;
    while (!stopped) {
      try {
        current = await openWalsender(adminUrl, publication, onRow);
        if (stopped) await current.close();
        log.info('following realtime.messages');
        wait = firstPauseMs;
        const error = await current.ended;
        if (!stopped) log.warn({ err: error?.message }, 'replication of realtime.messages ended');
      } catch (error) {
        log.warn({ err: (error as Error).message }, 'replication of realtime.messages not established');
      }
      current = null;
      if (stopped) return;
      await pause(wait);
      wait = Math.min(wait * 2, longestPauseMs);
    }
  };
  const running = run();

  return {
    isReady: () => current !== null,
    async stop() {
      stopped = true;
      wake();
      await current?.close();
      await running;
    },
  };
}
