import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres';
import { Kysely, sql } from 'kysely';
import type { PlatformContext } from '../context.ts';
import { isDatabaseUnavailable } from '../database/is-unavailable.ts';
import type { RoleSettings } from '../database/role-settings.ts';
import { sessionSettings, type RequestSession } from './session-settings.ts';
import { sqlError } from './slot.ts';
import { slotDialect } from './slot-dialect.ts';
import { databaseUnavailable, statusOfSqlState } from './sql-error.ts';
import { wireTypes } from './wire-types.ts';

type Schema = Awaited<ReturnType<PostgresConnection['introspect']>>;

/** What lite hands to its connection before a request's statements. */
interface LiteVars {
  session?: RequestSession;
  auth?: { role?: unknown; jwt?: Record<string, unknown> };
}

/** The private methods of lite's connection that must not run as shipped. */
interface Overridable {
  introspect: PostgresConnection['introspect'];
  clearSchemaCache(): Promise<void>;
  ensureRlsContext(): Promise<boolean>;
  applyJwtSessionContext(db: Kysely<unknown>, vars: LiteVars): Promise<void>;
  applyRpcRequestGucs(db: Kysely<unknown>, request: unknown): Promise<void>;
  normalizeDbError(error: unknown): unknown;
}

const SCHEMA_PATIENCE_MS = 8_000;

/** Codes whose handling by lite itself is right, or that lite compares. */
const LEFT_TO_LITE = new Set(['PGRST', '42501', '42703']);

export interface LiteConnectionOptions {
  /** URL of the `authenticator` role: what requests run on. */
  url: string;
  /** URL of the superuser: what reads the catalog. */
  adminUrl: string;
  roleSettings: RoleSettings;
  /** The request that is being answered. */
  current(): Answering | undefined;
  log: PlatformContext['log'];
}

/** A request on its way through lite. */
export interface Answering {
  session: RequestSession;
  /** Set when a connection broke under it: whatever lite makes of that, the answer is 503. */
  databaseLost: boolean;
}

export interface LiteConnection {
  connection: PostgresConnection;
  close(): Promise<void>;
}

/**
 * lite's PostgreSQL connection with every shipped defect replaced: its own pool, wire types, session settings in
 * one statement, no grants at first request, PostgREST's error statuses.
 */
export function createLiteConnection({
  url,
  adminUrl,
  roleSettings,
  current,
  log,
}: LiteConnectionOptions): LiteConnection {
  const markLost = (): void => {
    const answering = current();
    if (answering) answering.databaseLost = true;
  };
  const connection = openConnection(url, 10, markLost);
  // Read by the superuser: a table without grants must be known, so that it is refused and not "missing".
  let onLoss: (() => void) | null = null;
  const introspector = openConnection(adminUrl, 1, () => onLoss?.());
  let schema: Promise<Schema> | null = null;
  // lite takes a catalog that it could not read for an empty one, and keeps it.
  const readSchema = async (): Promise<Schema> => {
    await introspector.clearSchemaCache();
    let timer: NodeJS.Timeout | undefined;
    const failed = new Promise<never>((_, reject) => {
      onLoss = () => reject(sqlError('08006', 'database connection lost while the schema was read'));
      timer = setTimeout(onLoss, SCHEMA_PATIENCE_MS);
    });
    try {
      return await Promise.race([introspector.introspect({ useCache: false }), failed]);
    } finally {
      clearTimeout(timer);
    }
  };
  const own: Overridable = {
    introspect() {
      schema ??= readSchema().catch((error: unknown) => {
        schema = null;
        throw error;
      });
      return schema.catch((error: unknown) => {
        markLost();
        throw error;
      });
    },
    clearSchemaCache() {
      schema = null;
      return Promise.resolve();
    },
    // As shipped: GRANT ALL on every table with RLS, by the first request.
    ensureRlsContext: () => Promise.resolve(true),
    // As shipped: five round trips, and any role that the token names.
    async applyJwtSessionContext(db) {
      const session = current()?.session;
      if (!session) throw new Error('platform.rest_without_session');
      const settings = sessionSettings(session, roleSettings);
      await sql`select ${sql.join(
        settings.map(([name, value]) => sql`set_config(${name}, ${value}, true)`),
      )}`.execute(db);
    },
    applyRpcRequestGucs: () => Promise.resolve(),
    // As shipped: most SQLSTATEs become 500 "SUP".
    normalizeDbError(error) {
      if (isDatabaseUnavailable(error)) return asPgrst(databaseUnavailable().body, 503);
      const { code, message, detail, hint } = error as {
        code?: string;
        message: string;
        detail?: string;
        hint?: string;
      };
      if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || LEFT_TO_LITE.has(code)) {
        log.debug({ err: error }, 'data API error');
        return error;
      }
      const session = current()?.session;
      const status = statusOfSqlState(code, session !== undefined && session.identity.role !== 'anon');
      return asPgrst({ code, message, details: detail ?? null, hint: hint ?? null }, status);
    },
  };
  Object.assign(connection, own);
  return {
    connection,
    async close() {
      for (const each of [connection, introspector]) {
        await each.kysely.destroy();
        await each.driver.end({ timeout: 1 });
      }
    },
  };
}

function openConnection(url: string, max: number, onLost?: () => void): PostgresConnection {
  const options = {
    max,
    onnotice: () => undefined,
    connection: { TimeZone: 'UTC', application_name: 'rest', search_path: 'public, extensions' },
    types: wireTypes,
  };
  const connection = createPostgresConnection({ url, postgresOptions: options });
  connection.kysely = new Kysely({
    dialect: slotDialect({
      url,
      postgres: options,
      max,
      queryTimeoutMs: 10_000,
      acquireTimeoutMs: 8_000,
      onLost,
    }),
  });
  return connection;
}

/** lite answers an error with code PGRST exactly as it says, like `raise sqlstate 'PGRST'`. */
function asPgrst(body: object, status: number): { code: string; message: string; detail: string } {
  return { code: 'PGRST', message: JSON.stringify(body), detail: JSON.stringify({ status, headers: {} }) };
}
