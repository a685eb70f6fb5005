import type { ApiFunction } from './function-catalog.ts';
import { filterSql, quoteIdentifier, type ResultQuery } from './result-query.ts';

export interface Call {
  fn: ApiFunction;
  /** Arguments: names with a JSON object text, names with text values, or the body as the only argument. */
  input:
    | { kind: 'json'; names: string[]; json: string }
    | { kind: 'text'; values: [string, string][] }
    | { kind: 'raw'; body: string | Buffer };
  query: ResultQuery;
  /** `raw`: the value itself (bytea or text) instead of JSON. */
  format: 'json' | 'raw';
  count: boolean;
}

export interface CallSql {
  text: string;
  values: unknown[];
}

/** Row that every call's SQL gives. `count` and `total` are texts of integers; `total` is null unless asked for. */
export interface CallRow {
  body: string | Buffer | null;
  count: string;
  total: string | null;
  headers: string | null;
  status: string | null;
}

const SETTINGS = `nullif(current_setting('response.headers', true), '') as headers,
  nullif(current_setting('response.status', true), '') as status`;

/** The one statement that calls the function and forms the answer; the settings are read after the call. */
export function callSql(call: Call): CallSql {
  const { fn, query } = call;
  const values: unknown[] = [];
  const source = sourceSql(call, values);
  const filters = query.filters.map((filter) => filterSql(filter, values));
  const where = filters.length > 0 ? ` where ${filters.join(' and ')}` : '';
  const columns = fn.returnsComposite && query.columns ? query.columns.map(quoteIdentifier).join(', ') : '*';
  const order = query.order.length > 0 ? ` order by ${query.order.join(', ')}` : '';
  const limit = query.limit === null ? '' : ` limit ${query.limit}`;
  const offset = query.offset > 0 ? ` offset ${query.offset}` : '';
  const rows = `select ${columns} from source${where}${order}${limit}${offset}`;
  const total = call.count ? `(select count(*) from source${where})` : 'null';
  const text = `with source as materialized (${source})
select ${bodySql(call)} as body, count(*)::text as count, (${total})::text as total, ${SETTINGS}
from (${rows}) as page`;
  return { text, values };
}

function bodySql({ fn, format }: Call): string {
  if (fn.returnsVoid) return 'null::text';
  if (format === 'raw')
    return `(array_agg(page.value::${fn.returnBaseType === 'bytea' ? 'bytea' : 'text'}))[1]`;
  const value = fn.returnsComposite ? 'page' : 'page.value';
  return fn.returnsSet
    ? `coalesce(json_agg(${value}), '[]')::text`
    : `coalesce((json_agg(${value}) -> 0)::text, 'null')`;
}

function sourceSql(call: Call, values: unknown[]): string {
  const { fn, input } = call;
  const target = `${quoteIdentifier(fn.schema)}.${quoteIdentifier(fn.name)}`;
  const output = fn.returnsComposite ? 'result' : 'result (value)';
  const select = fn.returnsComposite ? 'result.*' : 'result.value';
  const types = new Map(fn.args.map((arg) => [arg.name, arg.type]));
  if (input.kind === 'raw') {
    values.push(input.body);
    return `select ${select} from ${target}($1::${fn.args[0]?.type}) as ${output}`;
  }
  if (input.kind === 'text') {
    const args = input.values.map(([name, value]) => {
      values.push(value);
      return `${quoteIdentifier(name)} := $${values.length}::${types.get(name)}`;
    });
    return `select ${select} from ${target}(${args.join(', ')}) as ${output}`;
  }
  if (input.names.length === 0) return `select ${select} from ${target}() as ${output}`;
  values.push(input.json);
  const fields = input.names.map((name) => `${quoteIdentifier(name)} ${types.get(name)}`).join(', ');
  const args = input.names
    .map((name) => `${quoteIdentifier(name)} := input.${quoteIdentifier(name)}`)
    .join(', ');
  return `select ${select} from json_to_record($1::json) as input (${fields}), lateral ${target}(${args}) as ${output}`;
}
