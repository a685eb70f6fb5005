import { escapeIdentifier, type ClientBase } from 'pg';
import type { ApiRole } from '../../context.ts';
import type { ParsedBinding } from './binding.ts';
import { loadTable, publishedTables, type Table } from './catalog.ts';
import { SubscribeError } from './subscribe-error.ts';
import { filterSql } from './filter-sql.ts';

const hint = 'Unable to subscribe to changes with given parameters.';

/**
 * Checks bindings against the database: published tables, columns that the role may read, values that fit.
 * Throws `SubscribeError`, fatal where trying again cannot help.
 */
export async function validateBindings(
  client: ClientBase,
  role: ApiRole,
  bindings: ParsedBinding[],
): Promise<void> {
  const published = await publishedTables(client);
  for (const binding of bindings) {
    const isPublished = published.some(
      ([schema, table]) => schema === binding.schema && (binding.table === '*' || table === binding.table),
    );
    if (!isPublished) {
      throw new SubscribeError(
        `${hint} Please check Realtime is enabled for the given connect parameters: ${describe(binding)}`,
        false,
      );
    }
    if (binding.filters.length === 0 && !binding.select) continue;
    const table = await loadTable(client, binding.schema, binding.table);
    const fault = table
      ? await findFault(client, role, binding, table)
      : `table ${binding.table} does not exist`;
    if (fault !== null) {
      throw new SubscribeError(
        `${hint} An exception happened so please check your connect parameters: ${describe(binding)}. Exception: ${fault}`,
        true,
      );
    }
  }
}

async function findFault(
  client: ClientBase,
  role: ApiRole,
  binding: ParsedBinding,
  table: Table,
): Promise<string | null> {
  const readable = new Map(
    table.columns.filter((column) => column.readableBy.includes(role)).map((column) => [column.name, column]),
  );
  for (const name of binding.select ?? []) {
    if (!readable.has(name)) return `invalid column for select ${name}`;
  }
  for (const filter of binding.filters) {
    const column = readable.get(filter.column);
    if (!column) return `invalid column for filter ${filter.column}`;
    const probe = `select null::${column.cast} as ${escapeIdentifier(column.name)}`;
    try {
      await client.query(`select ${filterSql(filter, 'n', column.cast)} from (${probe}) n`);
    } catch (error) {
      return (error as Error).message;
    }
  }
  return null;
}

function describe({ event, schema, table, filters }: ParsedBinding): string {
  const conditions = filters.map(
    ({ column, operator, values }) => `{${column}, ${operator}, ${values.join(', ')}}`,
  );
  return `[event: ${event}, schema: ${schema}, table: ${table}, filters: [${conditions.join(', ')}]]`;
}
