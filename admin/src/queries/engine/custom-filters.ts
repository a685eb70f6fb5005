import type { LinliClient } from '@linli/database';
import { run } from '../run.ts';
import type { Filter, Resource } from '../../lib/engine/types.ts';

const limit = 500;

/** The keys of the rows whose custom fields pass the filters; undefined when no filter is about one. */
export async function customFilters(
  client: LinliClient,
  resource: Resource,
  filters: readonly Filter[],
  signal?: AbortSignal,
): Promise<string[] | undefined> {
  let ids: string[] | undefined;
  for (const { column, value, operator } of filters) {
    if (!column.startsWith('custom.')) continue;
    let request = client
      .from('custom_values')
      .select('row_id')
      .eq('resource', resource.name)
      .eq('key', column.slice('custom.'.length));
    if (operator === 'in' && Array.isArray(value)) {
      request = request.in(
        'value',
        value.map((one) => JSON.stringify(one)),
      );
    } else if (operator !== 'nnull') request = request.eq('value', JSON.stringify(value));
    const found = (await run(request.limit(limit), signal)).map((row) => row.row_id);
    ids = ids === undefined ? found : ids.filter((id) => found.includes(id));
  }
  return ids;
}
