import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { keyOfId } from '../../lib/engine/row-key.ts';
import type { AnyRow, Resource } from '../../lib/engine/types.ts';
import { anyTable } from './any-table.ts';
import { readCustomValues } from './read-custom-values.ts';
import { run } from '../run.ts';

export type RowRights = { update: boolean; delete: boolean };

/** One row with every column that the person may read, and what they may do to it. `null` when there is none. */
export function useRow(resource: Resource, id: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: ['engine', 'row', resource.name, id],
    enabled: id !== undefined,
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const key = keyOfId(resource, id ?? '');
      const names = resource.columns.filter((column) => column.may.select).map((column) => column.name);
      let request = anyTable(client).from(resource.name).select(names.join(','));
      for (const [column, value] of Object.entries(key)) request = request.eq(column, value);
      const found = (await run(request.limit(1), signal)) as unknown as AnyRow[];
      const [row] = await readCustomValues(client, resource, found, signal);
      if (row === undefined) return null;
      const rights = (await run(
        anyTable(client).rpc('get_row_rights', { p_resource: resource.name, p_keys: [key] }),
        signal,
      )) as RowRights[];
      return { row, rights: rights[0] ?? { update: false, delete: false } };
    },
  });
}
