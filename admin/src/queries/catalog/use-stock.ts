import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type StockRow = Tables<'stock_items'>;

const chunk = 80;

export const stockKey = (storeId: string) => ['stock', storeId] as const;

/** Counted stock of the given products by product id; a product without a row is not counted. */
export function useStock(storeId: string, productIds: readonly string[]) {
  const client = useClient();
  return useQuery({
    queryKey: [...stockKey(storeId), productIds],
    queryFn: async ({ signal }): Promise<Map<string, StockRow>> => {
      const parts: string[][] = [];
      for (let at = 0; at < productIds.length; at += chunk) parts.push(productIds.slice(at, at + chunk));
      const rows = await Promise.all(
        parts.map((ids) => run(client.from('stock_items').select('*').in('id', ids), signal)),
      );
      return new Map(rows.flat().map((row) => [row.id, row]));
    },
    enabled: productIds.length > 0,
    refetchInterval: 30_000,
    placeholderData: (before) => before,
  });
}
