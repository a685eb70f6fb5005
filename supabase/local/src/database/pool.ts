import pg from 'pg';
import type { Logger } from 'pino';

export interface PoolOptions {
  url: string;
  name: string;
  max: number;
  log: Logger;
  /** Queries of one client may be sent before the earlier ones are answered. Default false. */
  pipeline?: boolean;
}

/** A pool that survives a database restart: lost idle connections are dropped, waiting never exceeds five seconds. */
export function createPool({ url, name, max, log, pipeline = false }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    max,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    pipeline,
  });
  // A connection that breaks while it is lent out would otherwise end the process.
  pool.on('connect', (client) => {
    client.on('error', (error) => log.debug({ err: error, pool: name }, 'database connection lost'));
  });
  pool.on('error', (error) => log.debug({ err: error, pool: name }, 'idle database connection lost'));
  return pool;
}
