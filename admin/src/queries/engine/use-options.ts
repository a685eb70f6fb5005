import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { useLocale } from '../../providers/use-text.ts';
import type { AnyRow, Column, Resource } from '../../lib/engine/types.ts';
import { anyTable } from './any-table.ts';
import { rowLabel } from '../../lib/engine/row-label.ts';
import { selectedColumns } from './use-rows.ts';
import { run } from '../run.ts';

export type Option = { value: string; label: string };

/** The first rows of a referenced table whose name holds the typed text; `only` leaves those that hold a value. */
export function useOptions(
  target: Resource | undefined,
  reference: Column['references'],
  search: string,
  only?: { column: string; value: string },
) {
  const client = useClient();
  const locale = useLocale();
  return useQuery({
    queryKey: ['engine', 'options', target?.name, locale, search, only],
    enabled: target !== undefined && reference !== undefined,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Option[]> => {
      if (target === undefined || reference === undefined) return [];
      const label = target.label_column;
      let request = anyTable(client)
        .from(target.name)
        .select(selectedColumns(target, ['translations', reference.column]).join(','));
      if (only) request = request.eq(only.column, only.value);
      const isText = target.columns.find((column) => column.name === label)?.kind === 'text';
      if (search !== '' && isText)
        request = request.ilike(label, `%${search.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`);
      const rows = (await run(request.order(label).limit(30), signal)) as unknown as AnyRow[];
      return rows.map((row) => ({
        value: String(row[reference.column]),
        label: rowLabel(row, label, locale),
      }));
    },
  });
}
