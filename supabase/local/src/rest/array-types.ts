import { parse } from 'postgres-array';
import type { Sql } from 'postgres';

const asIs = (value: unknown): unknown => value;

/**
 * Teaches a client the arrays of every type that the database knows now and that is written with commas: `{1,2}` ↔ `[1,2]`,
 * each element as its own type is read and written. Rejects when the connection is lost.
 */
export async function learnArrayTypes(sql: Sql): Promise<void> {
  const types = await sql.unsafe<{ element: number; array: number }[]>(
    `select oid::int as element, typarray::int as array from pg_catalog.pg_type
     where typarray <> 0 and typdelim = ','`,
  );
  const { parsers, serializers } = sql.options;
  for (const { element, array } of types) {
    const read = parsers[element] ?? asIs;
    parsers[array] = (text: string) => parse(text, read);
    serializers[array] = (value: unknown) =>
      Array.isArray(value) ? literal(value, serializers[element]) : value;
  }
}

/** An array literal; every element is quoted, so that none is taken for NULL or for syntax. */
function literal(values: unknown[], write: (value: never) => unknown = asIs): string {
  const elements = values.map((value) => {
    if (value === null) return 'null';
    if (Array.isArray(value)) return literal(value, write);
    return `"${String(write(value as never)).replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${elements.join(',')}}`;
}
