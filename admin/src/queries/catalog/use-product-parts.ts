import type { LinliClient, Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { GroupDraft } from '../../lib/options-diff.ts';
import { run } from '../run.ts';

export type VariantRow = Tables<'product_variants'>;
export type ProductParts = {
  groups: GroupDraft[];
  variants: VariantRow[];
  service: Tables<'service_items'> | undefined;
  voucher: Tables<'voucher_products'> | undefined;
};

/** What hangs on a product: its variants, its choices in order, and how a service or voucher works. */
export function useProductParts(productId: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: ['product-parts', productId ?? ''],
    queryFn: ({ signal }) => fetchParts(client, productId ?? '', signal),
    enabled: productId !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
}

async function fetchParts(
  client: LinliClient,
  productId: string,
  signal: AbortSignal,
): Promise<ProductParts> {
  const [groups, variants, services, vouchers] = await Promise.all([
    fetchGroups(client, productId, signal),
    run(client.from('product_variants').select('*').eq('product_id', productId).order('sort_order'), signal),
    run(client.from('service_items').select('*').eq('product_id', productId), signal),
    run(client.from('voucher_products').select('*').eq('product_id', productId), signal),
  ]);
  return { groups, variants, service: services[0], voucher: vouchers[0] };
}

async function fetchGroups(
  client: LinliClient,
  productId: string,
  signal: AbortSignal,
): Promise<GroupDraft[]> {
  const groups = await run(
    client.from('modifier_groups').select('*').eq('product_id', productId).order('sort_order'),
    signal,
  );
  if (groups.length === 0) return [];
  const modifiers = await run(
    client
      .from('modifiers')
      .select('*')
      .in(
        'group_id',
        groups.map((group) => group.id),
      )
      .order('sort_order'),
    signal,
  );
  return groups.map((group) => ({
    ...group,
    modifiers: modifiers.filter((modifier) => modifier.group_id === group.id),
  }));
}
