import { Pool } from 'pg';
import type { Logger } from 'pino';

/**
 * A pool of Realtime's own, with the login of the platform's: permission checks must not wait for other parts.
 * It survives the database: broken connections are logged and replaced, no wait is endless.
 */
export function createPool(platform: Pool, max: number, log: Logger): Pool {
  const pool = new Pool({
    connectionString: platform.options.connectionString,
    max,
    application_name: 'realtime',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 5_000,
    query_timeout: 8_000,
  });
  pool.on('error', (error) => log.warn({ err: error.message }, 'idle database connection lost'));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
