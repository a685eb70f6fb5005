import type { LinliClient } from '@linli/database';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { rowLabel } from '../../lib/engine/row-label.ts';
import { useLocale } from '../../providers/use-text.ts';
import type { AnyRow, Column, Resource } from '../../lib/engine/types.ts';
import { anyTable } from './any-table.ts';
import { selectedColumns } from './use-rows.ts';
import { run } from '../run.ts';

/** The query for the names of the rows with these keys in a referenced table, by key. */
export function labelsQuery(
  client: LinliClient,
  locale: string,
  target: Resource | undefined,
  reference: Column['references'],
  ids: readonly string[],
) {
  const wanted = [...new Set(ids)].sort().slice(0, 200);
  return queryOptions({
    queryKey: ['engine', 'labels', target?.name, locale, wanted],
    enabled: target !== undefined && reference !== undefined && wanted.length > 0,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Record<string, string>> => {
      if (target === undefined || reference === undefined) return {};
      const names = selectedColumns(target, ['translations', reference.column]);
      const request = anyTable(client).from(target.name).select(names.join(',')).in(reference.column, wanted);
      const rows = (await run(request, signal)) as unknown as AnyRow[];
      return Object.fromEntries(
        rows.map((row) => [String(row[reference.column]), rowLabel(row, target.label_column, locale)]),
      );
    },
  });
}

/** Names of the rows with these keys in a referenced table, by key. */
export function useLabels(
  target: Resource | undefined,
  reference: Column['references'],
  ids: readonly string[],
) {
  return useQuery(labelsQuery(useClient(), useLocale(), target, reference, ids));
}
