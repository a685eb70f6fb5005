import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { customFilters } from './custom-filters.ts';
import { afterRow, filterConditions, orderColumns, orderText } from '../../lib/engine/row-query.ts';
import type { AnyRow, Filter, Resource, Sort } from '../../lib/engine/types.ts';
import { anyTable } from './any-table.ts';
import { readCustomValues } from './read-custom-values.ts';
import { run } from '../run.ts';

export type RowQuery = { columns: string[]; filters: Filter[]; sort: Sort; pageSize: number };

/** The columns that a request names: those wanted, the key, and what the order needs; geometry only when wanted. */
export function selectedColumns(resource: Resource, wanted: readonly string[]): string[] {
  const readable = new Set(
    resource.columns.filter((column) => column.may.select).map((column) => column.name),
  );
  return [...new Set([...resource.primary_key, resource.label_column, ...wanted])].filter((name) =>
    readable.has(name),
  );
}

/** Rows of any table, page by page: each page begins after the last row of the one before, so no page is slow. */
export function useRows(resource: Resource, { columns, filters, sort, pageSize }: RowQuery) {
  const client = useClient();
  const order = orderColumns(sort, resource.primary_key);
  const names = selectedColumns(resource, [...columns, sort.column, 'currency', 'city_id', 'translations']);
  return useInfiniteQuery({
    queryKey: ['engine', 'rows', resource.name, names, filters, order, pageSize],
    placeholderData: keepPreviousData,
    initialPageParam: undefined as AnyRow | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const ids = await customFilters(client, resource, filters, signal);
      let request = anyTable(client).from(resource.name).select(names.join(','));
      for (const filter of filters.filter(({ column }) => !column.startsWith('custom.'))) {
        for (const [name, value] of filterConditions(filter)) {
          const at = value.startsWith('not.') ? value.indexOf('.', 4) : value.indexOf('.');
          request = request.filter(name, value.slice(0, at), value.slice(at + 1));
        }
      }
      if (ids !== undefined) request = request.in(resource.primary_key[0] ?? '', ids);
      const after = pageParam && afterRow(order, pageParam);
      if (after !== undefined) request = request.or(after.slice(1, -1));
      for (const part of order) {
        request = request.order(part.column, { ascending: part.order === 'asc', nullsFirst: false });
      }
      const rows = (await run(request.limit(pageSize), signal)) as unknown as AnyRow[];
      return readCustomValues(client, resource, rows, signal);
    },
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)),
    meta: { order: orderText(order) },
  });
}
