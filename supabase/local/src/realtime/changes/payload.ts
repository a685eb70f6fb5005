import type { ApiRole } from '../../context.ts';
import type { Column, Table } from './catalog.ts';
import type { ChangedRow, JsonRow } from './row.ts';
import type { WalChange } from './wal-change.ts';

const largestRecord = 1024 * 1024;
const largestKeptValue = 64;

export const noPrimaryKey = 'Error 400: Bad Request, no primary key';
export const unauthorized = 'Error 401: Unauthorized';
const tooLarge = 'Error 413: Payload Too Large';

/** The error that a role gets instead of the row; null when the row may be told. */
export function rowError(change: WalChange, table: Table, role: ApiRole): string | null {
  if (change.event === 'DELETE') return null;
  const keys = table.columns.filter((column) => column.isKey);
  if (keys.length === 0) return noPrimaryKey;
  return keys.every((column) => column.readableBy.includes(role)) ? null : unauthorized;
}

/** `data` of a `postgres_changes` event when the row itself is not told. */
export function errorData(change: WalChange, error: string): object {
  return { ...head(change), columns: [], errors: [error] };
}

/** `data` of a `postgres_changes` event: only columns that the role may read, and of those the selected and the key. */
export function changeData(
  change: WalChange,
  table: Table,
  row: ChangedRow,
  role: ApiRole,
  select: string[] | null,
): object {
  const columns = table.columns.filter(
    (column) => column.readableBy.includes(role) && (!select || select.includes(column.name) || column.isKey),
  );
  const isTooLarge = row.size > largestRecord;
  const cut = (record: JsonRow, allowed: Column[]) => project(record, allowed, isTooLarge);
  const data: Record<string, unknown> = {
    ...head(change),
    columns: columns.map(({ name, typeName }) => ({ name, type: typeName })),
    errors: isTooLarge ? [tooLarge] : null,
  };
  if (change.event !== 'DELETE') data.record = cut(row.record ?? {}, columns);
  if (change.event === 'UPDATE') data.old_record = cut(row.oldRecord ?? {}, columns);
  if (change.event === 'DELETE') {
    data.old_record = cut(
      row.oldRecord ?? {},
      table.hasRls ? columns.filter((column) => column.isKey) : columns,
    );
  }
  return data;
}

function head({ schema, table, event, commitTimestamp }: WalChange) {
  return { schema, table, type: event, commit_timestamp: commitTimestamp };
}

function project(record: JsonRow, columns: Column[], smallOnly: boolean): JsonRow {
  const kept: JsonRow = {};
  for (const { name } of columns) {
    const value = record[name];
    if (value === undefined) continue;
    if (smallOnly && Buffer.byteLength(JSON.stringify(value)) > largestKeptValue) continue;
    kept[name] = value;
  }
  return kept;
}
