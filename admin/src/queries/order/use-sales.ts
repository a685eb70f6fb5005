import type { LinliClient } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { SaleOrder } from '../../lib/sales.ts';
import { run } from '../run.ts';
import { orderKeys } from './order-keys.ts';

const pageSize = 1000;

/** Orders of a store placed since an instant (ISO), for its dashboard. */
export function useSales(storeId: string, since: string) {
  const client = useClient();
  return useQuery({
    queryKey: [...orderKeys.sales(storeId), since],
    queryFn: ({ signal }) => fetchAll(client, storeId, since, signal),
    refetchInterval: 60_000,
  });
}

async function fetchAll(
  client: LinliClient,
  storeId: string,
  since: string,
  signal: AbortSignal,
): Promise<SaleOrder[]> {
  const all: SaleOrder[] = [];
  for (let after = since; ;) {
    const page = await run(
      client
        .from('orders')
        .select('status,total_cents,placed_at,accepted_at')
        .eq('store_id', storeId)
        .gt('placed_at', after)
        .order('placed_at')
        .limit(pageSize),
      signal,
    );
    all.push(...page);
    const last = page.at(-1)?.placed_at;
    if (page.length < pageSize || !last) return all;
    after = last;
  }
}
