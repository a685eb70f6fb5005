import type { ClientBase } from 'pg';
import type { ApiRole } from '../../context.ts';

export interface Column {
  name: string;
  /** Name as pg_type has it: `int8`, `_text`. */
  typeName: string;
  /** How to write the type in a cast. */
  cast: string;
  isKey: boolean;
  readableBy: ApiRole[];
}

export interface Table {
  schema: string;
  name: string;
  hasRls: boolean;
  columns: Column[];
}

interface ColumnRow {
  schema: string;
  name: string;
  has_rls: boolean;
  column_name: string;
  type_name: string;
  cast: string;
  is_key: boolean;
  readable_by: ApiRole[];
}

/** Names of the tables of the publication `supabase_realtime`, as `[schema, table]`. */
export async function publishedTables(client: ClientBase): Promise<[string, string][]> {
  const found = await client.query<{ schemaname: string; tablename: string }>(
    "select schemaname, tablename from pg_catalog.pg_publication_tables where pubname = 'supabase_realtime'",
  );
  return found.rows.map((row) => [row.schemaname, row.tablename]);
}

/** What the catalogue says now about one table: columns, key, who may read what; null when it is gone. */
export async function loadTable(client: ClientBase, schema: string, name: string): Promise<Table | null> {
  const found = await client.query<ColumnRow>(
    `select n.nspname as schema, c.relname as name, c.relrowsecurity as has_rls,
            a.attname as column_name, t.typname as type_name,
            pg_catalog.format_type(a.atttypid, -1) as cast,
            coalesce(a.attnum = any(i.indkey), false) as is_key,
            array(
              select r from unnest(array['anon', 'authenticated', 'service_role']) as r
              where pg_catalog.has_schema_privilege(r, n.oid, 'usage')
                and pg_catalog.has_column_privilege(r, c.oid, a.attnum, 'select')
            ) as readable_by
     from pg_catalog.pg_class c
     join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     join pg_catalog.pg_type t on t.oid = a.atttypid
     left join pg_catalog.pg_index i on i.indrelid = c.oid and i.indisprimary
     where n.nspname = $1 and c.relname = $2 and c.relkind in ('r', 'p')
     order by a.attnum`,
    [schema, name],
  );
  const first = found.rows[0];
  if (!first) return null;
  return {
    schema: first.schema,
    name: first.name,
    hasRls: first.has_rls,
    columns: found.rows.map((row) => ({
      name: row.column_name,
      typeName: row.type_name,
      cast: row.cast,
      isKey: row.is_key,
      readableBy: row.readable_by,
    })),
  };
}
