import type { Pool } from 'pg';
import type { Logger } from 'pino';

const hour = 3_600_000;

/** Keeps the daily partitions of realtime.messages: at start and every hour. Returns how to stop. */
export function keepPartitions(pool: Pool, log: Logger): () => void {
  const run = () =>
    pool
      .query('select realtime.maintain_partitions()')
      .catch((error: Error) =>
        log.error({ err: error.message }, 'partitions of realtime.messages not maintained'),
      );
  void run();
  const timer = setInterval(() => void run(), hour);
  timer.unref();
  return () => clearInterval(timer);
}
