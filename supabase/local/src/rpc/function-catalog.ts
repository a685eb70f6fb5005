import type { Pool } from 'pg';

export interface FunctionArgument {
  /** Empty for an unnamed parameter. */
  name: string;
  /** Qualified SQL type, as `format_type` writes it with an empty search path. */
  type: string;
  hasDefault: boolean;
}

export interface ApiFunction {
  oid: number;
  schema: string;
  name: string;
  args: FunctionArgument[];
  variadic: boolean;
  volatility: 'i' | 's' | 'v';
  returnsSet: boolean;
  /** Rows or records with named columns rather than single values. */
  returnsComposite: boolean;
  returnsVoid: boolean;
  /** Name of the returned type without its schema; of a domain, the domain's. */
  returnType: string;
  /** Name of the type below a domain, else the same as `returnType`. */
  returnBaseType: string;
  /** `statement_timeout` and the like from `create function … set`, that must hold for the whole statement. */
  hoistedSettings: [string, string][];
}

interface CatalogRow {
  oid: number;
  schema: string;
  name: string;
  args: FunctionArgument[] | null;
  variadic: boolean;
  volatility: ApiFunction['volatility'];
  returns_set: boolean;
  returns_composite: boolean;
  return_type: string;
  return_base_type: string;
  config: string[] | null;
}

const CATALOG = `
  select
    p.oid::int8::int4 as oid, n.nspname as schema, p.proname as name, p.provariadic <> 0 as variadic,
    p.provolatile as volatility, p.proretset as returns_set, p.proconfig as config,
    (
      t.typtype = 'c' or b.typtype = 'c' or coalesce(p.proargmodes::text[] && '{t,b,o}', false)
    ) as returns_composite,
    t.typname as return_type, coalesce(b.typname, t.typname) as return_base_type,
    (
      select json_agg(json_build_object(
        'name', coalesce(a.name, ''), 'type', format_type(a.type, null),
        'hasDefault', a.input_position > p.pronargs - p.pronargdefaults
      ) order by a.input_position)
      from (
        select
          u.name, u.type, row_number() over (order by u.position) as input_position
        from unnest(
          coalesce(p.proallargtypes, p.proargtypes::oid[]), coalesce(p.proargnames, '{}'),
          coalesce(p.proargmodes::text[], '{}')
        ) with ordinality as u (type, name, mode, position)
        where u.type is not null and coalesce(u.mode, 'i') in ('i', 'b', 'v')
      ) as a
    ) as args
  from pg_catalog.pg_proc as p
  join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
  join pg_catalog.pg_type as t on t.oid = p.prorettype
  left join pg_catalog.pg_type as b on t.typtype = 'd' and b.oid = t.typbasetype
  where n.nspname = any ($1) and p.prokind = 'f'
    and t.typname not in ('trigger', 'event_trigger')`;

export type FunctionCatalog = Map<string, ApiFunction[]>;

export const catalogKey = (schema: string, name: string): string => `${schema}.${name}`;

/** All functions of the exposed schemas by `schema.name`; overloads are in one list. */
export async function loadFunctionCatalog(pool: Pool, schemas: string[]): Promise<FunctionCatalog> {
  const client = await pool.connect();
  let rows: CatalogRow[];
  try {
    await client.query("begin read only; set local search_path = ''");
    rows = (await client.query<CatalogRow>(CATALOG, [schemas])).rows;
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
  const catalog: FunctionCatalog = new Map();
  for (const row of rows) {
    const key = catalogKey(row.schema, row.name);
    catalog.set(key, [...(catalog.get(key) ?? []), toApiFunction(row)]);
  }
  return catalog;
}

function toApiFunction(row: CatalogRow): ApiFunction {
  return {
    oid: row.oid,
    schema: row.schema,
    name: row.name,
    args: row.args ?? [],
    variadic: row.variadic,
    volatility: row.volatility,
    returnsSet: row.returns_set,
    returnsComposite: row.returns_composite,
    returnsVoid: row.return_type === 'void',
    returnType: row.return_type,
    returnBaseType: row.return_base_type,
    hoistedSettings: (row.config ?? [])
      .map((entry): [string, string] => [
        entry.slice(0, entry.indexOf('=')),
        entry.slice(entry.indexOf('=') + 1),
      ])
      .filter(([name]) => name === 'statement_timeout'),
  };
}
