import type { PostgresConnection } from '@supabase/lite/postgres';

type Catalog = Awaited<ReturnType<PostgresConnection['introspect']>>;

/** How two tables hang together, by the names that `!` takes. */
export interface Relationships {
  /** Constraints between the two, either way. */
  direct: string[];
  /** Tables between the two whose primary key holds both of their foreign keys: what PostgREST calls a junction. */
  junctions: string[];
  /** Further tables with a foreign key to each; lite takes them for junctions too. */
  bystanders: string[];
}

interface Constraint {
  name: string;
  table: string;
  refTable: string;
  columns: string[];
}

/** Relationships in one schema of a catalog, as PostgREST's schema cache has them. */
export interface SchemaRelationships {
  isTable(name: string): boolean;
  between(source: string, target: string): Relationships;
}

export function readRelationships(catalog: Catalog, schema: string): SchemaRelationships {
  const tables = new Set(catalog.tables.filter((one) => one.schema === schema).map((one) => one.name));
  const constraints = new Map<string, Constraint>();
  for (const key of catalog.foreign_keys) {
    if (key.schema !== schema || (key.ref_schema ?? schema) !== schema || key.is_visible === false) continue;
    const id = `${key.table}.${key.foreign_key_group ?? key.foreign_key_name}`;
    const known = constraints.get(id);
    if (known) known.columns.push(key.column);
    else
      constraints.set(id, {
        name: key.foreign_key_name,
        table: key.table,
        refTable: key.ref_table,
        columns: [key.column],
      });
  }
  const all = [...constraints.values()].filter(({ table }) => tables.has(table));
  const primaryKeys = new Map(
    catalog.primary_keys
      .filter((key) => key.schema === schema)
      .map((key) => [key.table, new Set(key.columns)]),
  );
  const pointingAt = (table: string): Constraint[] => all.filter((one) => one.refTable === table);
  return {
    isTable: (name) => tables.has(name),
    between(source, target) {
      const toSource = pointingAt(source);
      const toTarget = pointingAt(target);
      const direct = [
        ...toTarget.filter((one) => one.table === source),
        ...toSource.filter((one) => one.table === target),
      ];
      const found: Relationships = { direct: direct.map(({ name }) => name), junctions: [], bystanders: [] };
      for (const one of toSource) {
        if (one.table === source || one.table === target) continue;
        for (const other of toTarget.filter(({ table }) => table === one.table)) {
          const key = primaryKeys.get(one.table);
          const isJunction = [...one.columns, ...other.columns].every((column) => key?.has(column));
          found[isJunction ? 'junctions' : 'bystanders'].push(one.table);
        }
      }
      return found;
    },
  };
}
