import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { Named } from '../../lib/local-name.ts';
import { anyTable } from '../engine/any-table.ts';
import { run } from '../run.ts';

export type LinkTarget = Named & { key: string; detail?: string };
export type TargetKind = 'store' | 'product' | 'category' | 'promotion' | 'article';

type Row = Named & { id?: string; slug?: string; store_id?: string | null; kind?: string };

const sources: Record<TargetKind, { table: string; key: 'id' | 'slug'; more: string; isOfCity: boolean }> = {
  store: { table: 'stores', key: 'id', more: '', isOfCity: true },
  product: { table: 'products', key: 'id', more: ',store_id', isOfCity: false },
  category: { table: 'categories', key: 'slug', more: '', isOfCity: false },
  promotion: { table: 'promotions', key: 'id', more: ',store_id,kind', isOfCity: true },
  article: { table: 'articles', key: 'slug', more: '', isOfCity: false },
};

/**
 * What a banner of a city can lead to, by kind; `search` is part of a name. `chosen` is in the answer even when it
 * does not match. Categories and articles are known by slug, the rest by id.
 */
export function useLinkTargets(
  cityId: string,
  kind: TargetKind | undefined,
  search: string,
  chosen?: string,
) {
  const client = useClient();
  return useQuery({
    queryKey: ['link-targets', cityId, kind, search, chosen],
    enabled: kind !== undefined,
    queryFn: async ({ signal }): Promise<LinkTarget[]> => {
      if (kind === undefined) return [];
      const { table, key, more, isOfCity } = sources[kind];
      const read = async (column: string, operator: 'eq' | 'ilike', value: string): Promise<Row[]> => {
        let request = anyTable(client)
          .from(table)
          .select(`${key},name,translations${more}`)
          .filter(column, operator, value);
        if (isOfCity) request = request.eq('city_id', cityId);
        return (await run(request.order('name').limit(40), signal)) as unknown as Row[];
      };
      const found = await read('name', 'ilike', `%${search.replace(/[%_\\]/g, '\\$&')}%`);
      if (chosen !== undefined && !found.some((row) => row[key] === chosen))
        found.unshift(...(await read(key, 'eq', chosen)));
      // A promotion of every store has no page; a coupon is claimed.
      const rows =
        kind === 'promotion' ? found.filter((row) => row.store_id !== null || row.kind === 'coupon') : found;
      if (kind !== 'product') return rows.map((row) => ({ ...row, key: row[key] ?? '' }));
      const stores = await run(
        client
          .from('stores')
          .select('id,name')
          .eq('city_id', cityId)
          .in('id', [...new Set(rows.map((row) => row.store_id ?? ''))]),
        signal,
      );
      return rows.flatMap((row) => {
        const store = stores.find((known) => known.id === row.store_id);
        return store ? [{ ...row, key: row.id ?? '', detail: store.name }] : [];
      });
    },
  });
}
