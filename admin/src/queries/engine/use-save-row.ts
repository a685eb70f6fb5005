import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { Changes } from '../../lib/engine/changed-values.ts';
import { keyOfId, rowId } from '../../lib/engine/row-key.ts';
import { AppError } from '../../lib/app-error.ts';
import type { AnyRow, Resource } from '../../lib/engine/types.ts';
import { anyTable } from './any-table.ts';
import { run } from '../run.ts';

/** Writes rows of any table. All throw AppError; a row that is gone or closed to the person is `identity.not_allowed`. */
export function useSaveRow(resource: Resource) {
  const client = useClient();
  const queries = useQueryClient();
  const table = () => anyTable(client).from(resource.name);
  const again = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['engine', 'rows', resource.name] });
    await queries.invalidateQueries({ queryKey: ['engine', 'row', resource.name] });
    await queries.invalidateQueries({ queryKey: ['engine', 'labels', resource.name] });
  };
  const oneOf = (rows: unknown): AnyRow => {
    const [row] = rows as AnyRow[];
    if (row === undefined) throw new AppError({ key: 'identity.not_allowed', status: 403, detail: {} });
    return row;
  };
  return {
    async save(changes: Changes, id?: string): Promise<void> {
      let saved = id;
      const keys = resource.primary_key.join(',');
      if (id === undefined)
        saved = rowId(resource, oneOf(await run(table().insert(changes.row).select(keys))));
      else if (Object.keys(changes.row).length > 0) {
        oneOf(await run(table().update(changes.row).match(keyOfId(resource, id)).select(keys)));
      }
      if (Object.keys(changes.custom).length > 0 && saved !== undefined) {
        const [rowValue = ''] = Object.values(keyOfId(resource, saved));
        await run(
          anyTable(client).rpc('set_custom_values', {
            p_resource: resource.name,
            p_row_id: rowValue,
            p_values: changes.custom,
          }),
        );
      }
      await again();
    },
    async remove(id: string): Promise<void> {
      oneOf(await run(table().delete().match(keyOfId(resource, id)).select(resource.primary_key.join(','))));
      await again();
    },
    again,
  };
}
