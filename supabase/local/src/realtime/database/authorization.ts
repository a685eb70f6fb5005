import type { Pool, PoolClient } from 'pg';
import type { Identity } from '../../context.ts';
import { databaseFailure } from './database-failure.ts';

export interface AuthorizationRequest {
  topic: string;
  identity: Identity;
  headers: Record<string, string>;
}

export interface ReadPolicies {
  broadcast: boolean;
  /** Null while presence is off: it was not asked. */
  presence: boolean | null;
}

export type Extension = 'broadcast' | 'presence';

/** Asks the policies of realtime.messages what an identity may do on a private topic. */
export interface Authorization {
  read(request: AuthorizationRequest, presence: boolean): Promise<ReadPolicies>;
  write(request: AuthorizationRequest, extension: Extension): Promise<boolean>;
}

const insufficientPrivilege = '42501';

/**
 * Authorisation by probe: rows are written and read as the identity would, and always rolled back.
 * Both calls throw a `RealtimeFailure` when the database cannot answer; an error raised inside a policy is a "no".
 */
export function createAuthorization(pool: Pool): Authorization {
  return {
    async read(request, presence) {
      const extensions: Extension[] = presence ? ['broadcast', 'presence'] : ['broadcast'];
      const readable = await rolledBack(pool, (client) => visibleExtensions(client, request, extensions));
      return { broadcast: readable.has('broadcast'), presence: presence ? readable.has('presence') : null };
    },
    write(request, extension) {
      return rolledBack(pool, async (client) => {
        await actAs(client, request);
        return allowed(
          client.query('insert into realtime.messages (topic, extension) values ($1, $2)', [
            request.topic,
            extension,
          ]),
        );
      });
    },
  };
}

async function visibleExtensions(
  client: PoolClient,
  request: AuthorizationRequest,
  extensions: Extension[],
): Promise<Set<Extension>> {
  const probes = await client.query<{ id: string; extension: Extension }>(
    `insert into realtime.messages (topic, extension)
     select $1, unnest($2::text[]) returning id, extension`,
    [request.topic, extensions],
  );
  await actAs(client, request);
  try {
    const visible = await client.query<{ id: string }>(
      'select id from realtime.messages where id = any($1)',
      [probes.rows.map((probe) => probe.id)],
    );
    const ids = new Set(visible.rows.map((row) => row.id));
    return new Set(probes.rows.filter((probe) => ids.has(probe.id)).map((probe) => probe.extension));
  } catch (error) {
    throwIfDatabaseIsAway(error);
    return new Set();
  }
}

/** Role and claims as the Data API sets them, for this transaction only. */
async function actAs(client: PoolClient, { topic, identity, headers }: AuthorizationRequest): Promise<void> {
  await client.query(
    `select set_config('realtime.topic', $1, true),
            set_config('request.jwt.claims', $2, true),
            set_config('request.jwt.claim.sub', $3, true),
            set_config('request.jwt.claim.role', $4, true),
            set_config('request.headers', $5, true),
            set_config('role', $4, true)`,
    [
      topic,
      JSON.stringify(identity.claims),
      identity.claims.sub ?? '',
      identity.role,
      JSON.stringify(headers),
    ],
  );
}

async function allowed(insertion: Promise<unknown>): Promise<boolean> {
  try {
    await insertion;
    return true;
  } catch (error) {
    if (sqlState(error) === insufficientPrivilege) return false;
    throwIfDatabaseIsAway(error);
    return false;
  }
}

/** Errors of a policy's own making carry other classes than those of a database in trouble. */
function throwIfDatabaseIsAway(error: unknown): void {
  const state = sqlState(error);
  if (state === null || /^(08|53|57|58|XX)/.test(state) || state === '23514') throw error;
}

function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

async function rolledBack<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  let client: PoolClient | null = null;
  let broken: Error | undefined;
  try {
    client = await pool.connect();
    await client.query('begin');
    try {
      return await work(client);
    } finally {
      await client.query('rollback').catch((error: Error) => {
        broken = error;
      });
    }
  } catch (error) {
    throw databaseFailure(error);
  } finally {
    client?.release(broken);
  }
}
