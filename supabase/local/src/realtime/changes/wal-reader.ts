import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { readWalChange, type WalChange } from './wal-change.ts';

/** A connection of its own with a temporary wal2json slot. */
export interface WalReader {
  client: Client;
  /** Changes since the last call, of these tables only. */
  read(tables: [string, string][]): Promise<WalChange[]>;
  /** True once the connection is lost. */
  isBroken(): boolean;
  close(): Promise<void>;
}

const mostChanges = 1_000;

/** Begins to keep the log from now on. Rejects when the database is away. */
export async function openWalReader(connectionString: string): Promise<WalReader> {
  const client = new Client({
    connectionString,
    application_name: 'realtime_changes',
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
    options: '-c timezone=UTC -c statement_timeout=25000',
  });
  let broken = false;
  client.on('error', () => (broken = true));
  client.on('end', () => (broken = true));
  await client.connect();
  const slot = `realtime_changes_${randomBytes(6).toString('hex')}`;
  try {
    await client.query("select pg_create_logical_replication_slot($1, 'wal2json', true)", [slot]);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return {
    client,
    async read(tables) {
      const found = await client.query<{ data: string }>(
        `select data from pg_logical_slot_get_changes($1, null, $2,
           'format-version', '2', 'include-pk', '1', 'include-type-oids', '1', 'include-timestamp', '1',
           'include-transaction', '0', 'actions', 'insert,update,delete', 'add-tables', $3)`,
        [slot, mostChanges, tables.map(tableName).join(',')],
      );
      return found.rows.flatMap((row) => readWalChange(row.data) ?? []);
    },
    isBroken: () => broken,
    async close() {
      await client.end().catch(() => undefined);
    },
  };
}

/** wal2json takes a comma-separated list in which special characters are escaped. */
function tableName([schema, table]: [string, string]): string {
  return `${escape(schema)}.${escape(table)}`;
}

function escape(name: string): string {
  return name.replace(/[\s,.*\\'"]/g, (char) => `\\${char}`);
}
