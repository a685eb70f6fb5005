import type { LinliClient } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { ReadinessFacts } from '../../lib/readiness.ts';
import { AppError } from '../../lib/app-error.ts';
import { run } from '../run.ts';
import type { PayoutBalance } from '../payout/use-payout-balance.ts';

export const readinessKey = (storeId: string) => ['readiness', storeId] as const;

/** What the first-day list of a store is ticked from. */
export function useReadiness(store: { id: string; merchant_id: string }, currency: string) {
  const client = useClient();
  return useQuery({
    queryKey: readinessKey(store.id),
    queryFn: ({ signal }) => fetchFacts(client, store, currency, signal),
    staleTime: 0,
    refetchOnWindowFocus: true,
  });
}

async function fetchFacts(
  client: LinliClient,
  { id, merchant_id }: { id: string; merchant_id: string },
  currency: string,
  signal: AbortSignal,
): Promise<Omit<ReadinessFacts, 'categories'> & { isPublished: boolean }> {
  const [stores, licenses, hours, products, balance] = await Promise.all([
    run(
      client
        .from('stores')
        .select('category_id,description,image_path,phone,delivery_area,is_published')
        .eq('id', id)
        .limit(1),
      signal,
    ),
    run(
      client
        .from('license_documents')
        .select('kind,status,expires_on,store_id')
        .eq('merchant_id', merchant_id)
        .or(`store_id.is.null,store_id.eq.${id}`),
      signal,
    ),
    run(client.from('store_hours').select('id').eq('store_id', id).limit(1), signal),
    run(
      client
        .from('products')
        .select('id')
        .eq('store_id', id)
        .eq('is_available', true)
        .eq('status', 'published')
        .limit(1),
      signal,
    ),
    run(
      client.rpc('get_payout_balance', {
        p_party: 'merchant',
        p_party_id: merchant_id,
        p_currency: currency,
      }),
      signal,
    ).catch((error: unknown) => {
      // The manager of one store has nothing to do with the merchant's money.
      if (error instanceof AppError && error.status === 403) return undefined;
      throw error;
    }),
  ]);
  const [store] = stores;
  if (store === undefined) throw new AppError({ key: 'store.not_found', status: 404, detail: {} });
  return {
    store,
    isPublished: store.is_published,
    licenses,
    hoursCount: hours.length,
    productCount: products.length,
    hasPayoutAccount:
      balance === undefined ? undefined : (balance as unknown as PayoutBalance).account !== null,
  };
}
