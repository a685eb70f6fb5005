import { escapeIdentifier, type ClientBase } from 'pg';
import { parseLossless } from '../wire/lossless-json.ts';
import type { Table } from './catalog.ts';
import type { ChangedRow, JsonRow } from './row.ts';
import type { WalChange } from './wal-change.ts';

/** Long values that an update left alone are not in the log: they are read from the row as it is now. */
export async function fillUnlogged(
  client: ClientBase,
  change: WalChange,
  table: Table,
  row: ChangedRow,
): Promise<void> {
  if (change.event !== 'UPDATE' || !row.record) return;
  const missing = table.columns.filter((column) => !change.columns.includes(column.name));
  if (missing.length === 0) return;
  const keys = table.columns.filter((column) => column.isKey);
  const conditions = keys.map(
    ({ name, cast }, index) => `${escapeIdentifier(name)} = $${index + 1}::text::${cast}`,
  );
  const relation = `${escapeIdentifier(table.schema)}.${escapeIdentifier(table.name)}`;
  const found = await client.query<{ record: string }>(
    `select to_jsonb(t)::text as record
     from (select ${missing.map(({ name }) => escapeIdentifier(name)).join(', ')}
           from ${relation} where ${conditions.join(' and ')}) as t`,
    keys.map(({ name }) => row.key[name] ?? null),
  );
  const text = found.rows[0]?.record;
  if (text !== undefined) Object.assign(row.record, parseLossless(text) as JsonRow);
}
