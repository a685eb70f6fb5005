import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { readWalChange, type WalChange } from './wal-change.ts';

/**
 * Two sessions: one holds a temporary wal2json slot, the other answers questions. They are apart because
 * PostgreSQL drops a session's temporary slots at its first error, and filters and policies may fail.
 */
export interface WalReader {
  /** Lends the session for questions, to one borrower after the other. */
  ask<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** Changes since the last call, of these tables only. */
  read(tables: [string, string][]): Promise<WalChange[]>;
  /** True once a session is lost. */
  isBroken(): boolean;
  close(): Promise<void>;
}

const mostChanges = 1_000;

/** Begins to keep the log from now on. Rejects when the database is away. */
export async function openWalReader(connectionString: string): Promise<WalReader> {
  let broken = false;
  const sessions = [newSession(connectionString), newSession(connectionString)] as const;
  const [holder, asker] = sessions;
  const slot = `realtime_changes_${randomBytes(6).toString('hex')}`;
  const close = async () => {
    await Promise.all(sessions.map((session) => session.end().catch(() => undefined)));
  };
  for (const session of sessions) {
    session.on('error', () => (broken = true));
    session.on('end', () => (broken = true));
  }
  try {
    for (const session of sessions) await session.connect();
    await holder.query("select pg_create_logical_replication_slot($1, 'wal2json', true)", [slot]);
  } catch (error) {
    await close();
    throw error;
  }
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask(work) {
      const turn = last.then(() => work(asker));
      last = turn.catch(() => undefined);
      return turn;
    },
    async read(tables) {
      const found = await holder.query<{ data: string }>(
        `select data from pg_logical_slot_get_changes($1, null, $2,
           'format-version', '2', 'include-pk', '1', 'include-type-oids', '1', 'include-timestamp', '1',
           'include-transaction', '0', 'actions', 'insert,update,delete', 'add-tables', $3)`,
        [slot, mostChanges, tables.map(tableName).join(',')],
      );
      return found.rows.flatMap((row) => readWalChange(row.data) ?? []);
    },
    isBroken: () => broken,
    close,
  };
}

function newSession(connectionString: string): Client {
  return new Client({
    connectionString,
    application_name: 'realtime_changes',
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
    options: '-c timezone=UTC -c statement_timeout=25000',
  });
}

/** wal2json takes a comma-separated list in which special characters are escaped. */
function tableName([schema, table]: [string, string]): string {
  return `${escape(schema)}.${escape(table)}`;
}

function escape(name: string): string {
  return name.replace(/[\s,.*\\'"]/g, (char) => `\\${char}`);
}
