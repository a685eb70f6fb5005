import { escapeIdentifier, type ClientBase } from 'pg';
import { parseLossless } from '../wire/lossless-json.ts';
import type { Column, Table } from './catalog.ts';
import type { Filter } from './filter.ts';
import { filterSql } from './filter-sql.ts';
import type { WalChange } from './wal-change.ts';

export type JsonRow = Record<string, unknown>;

/** A change with its values as PostgreSQL turns them into JSON. */
export interface ChangedRow {
  record: JsonRow | null;
  oldRecord: JsonRow | null;
  /** Size of the record in bytes of JSON. */
  size: number;
  /** The primary key of the new row as text, column by column. */
  key: Record<string, string | null>;
  /** Whether each of the filter lists lets the change through. */
  passed: boolean[];
}

interface QueryRow {
  record: string | null;
  old_record: string | null;
  key: Record<string, string | null> | null;
  passed: boolean[];
}

/**
 * Casts the logged text to the columns' types inside the database and asks every filter list there,
 * so that values and comparisons are PostgreSQL's own. A deletion is filtered by what is known of the old row.
 */
export async function readRow(
  client: ClientBase,
  change: WalChange,
  table: Table,
  filterLists: Filter[][],
): Promise<ChangedRow> {
  const known = new Map(table.columns.map((column) => [column.name, column]));
  const columns = pick(known, change.columns);
  const identity = pick(known, change.identity);
  const alias = change.event === 'DELETE' ? 'o' : 'n';
  const visible = new Set((change.event === 'DELETE' ? identity : columns).map((column) => column.name));
  const conditions = filterLists.map((filters) => listSql(filters, alias, known, visible));
  const keys = change.event === 'DELETE' ? [] : columns.filter((column) => column.isKey);
  const found = await client.query<QueryRow>(
    `with logged as (
       select (select jsonb_object_agg(c ->> 'name', c -> 'value') from jsonb_array_elements(w -> 'columns') c) as new,
              (select jsonb_object_agg(c ->> 'name', c -> 'value') from jsonb_array_elements(w -> 'identity') c) as old
       from (select $1::jsonb as w) as wal
     )
     select ${columns.length === 0 ? 'null' : 'to_jsonb(n)::text'} as record,
            ${identity.length === 0 ? 'null' : 'to_jsonb(o)::text'} as old_record,
            ${keySql(keys)} as key,
            array[${conditions.join(', ')}]::boolean[] as passed
     from logged,
          lateral (select ${castSql(columns, 'new')}) as n,
          lateral (select ${castSql(identity, 'old')}) as o`,
    [change.json],
  );
  const row = found.rows[0];
  return {
    record: parseRow(row?.record),
    oldRecord: parseRow(row?.old_record),
    size: Buffer.byteLength(row?.record ?? row?.old_record ?? ''),
    key: row?.key ?? {},
    passed: row?.passed ?? [],
  };
}

function pick(known: Map<string, Column>, names: string[]): Column[] {
  return names.flatMap((name) => known.get(name) ?? []);
}

function castSql(columns: Column[], side: 'new' | 'old'): string {
  if (columns.length === 0) return 'null as "none"';
  return columns
    .map(({ name, cast }) => {
      const text = `(logged.${side} ->> ${literal(name)})`;
      // wal2json writes bytea as bare hex digits.
      const value = cast === 'bytea' ? `decode(${text}, 'hex')` : `${text}::${cast}`;
      return `${value} as ${escapeIdentifier(name)}`;
    })
    .join(', ');
}

function keySql(keys: Column[]): string {
  if (keys.length === 0) return 'null::jsonb';
  const pairs = keys.map(({ name }) => `${literal(name)}, n.${escapeIdentifier(name)}::text`);
  return `jsonb_build_object(${pairs.join(', ')})`;
}

function listSql(filters: Filter[], alias: string, known: Map<string, Column>, visible: Set<string>): string {
  const conditions = filters.map((filter) => {
    const column = known.get(filter.column);
    return column && visible.has(filter.column) ? filterSql(filter, alias, column.cast) : 'false';
  });
  return conditions.length === 0 ? 'true' : `coalesce(${conditions.join(' and ')}, false)`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function parseRow(text: string | null | undefined): JsonRow | null {
  return text === null || text === undefined ? null : (parseLossless(text) as JsonRow);
}
