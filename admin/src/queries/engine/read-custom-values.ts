import type { LinliClient } from '@linli/database';
import { run } from '../run.ts';
import type { AnyRow, Resource } from '../../lib/engine/types.ts';

/** The same rows with the values of their custom fields as `custom.<key>`. */
export async function readCustomValues(
  client: LinliClient,
  resource: Resource,
  rows: AnyRow[],
  signal?: AbortSignal,
): Promise<AnyRow[]> {
  const key = resource.primary_key[0];
  if (resource.custom_fields.length === 0 || rows.length === 0 || key === undefined) return rows;
  const ids = rows.map((row) => String(row[key]));
  const values = await run(
    client.from('custom_values').select('row_id,key,value').eq('resource', resource.name).in('row_id', ids),
    signal,
  );
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(
      values
        .filter((value) => value.row_id === String(row[key]))
        .map((value) => [`custom.${value.key}`, value.value]),
    ),
  }));
}
