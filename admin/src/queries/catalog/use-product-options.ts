import type { LinliClient } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { GroupDraft } from '../../lib/options-diff.ts';
import { run } from '../run.ts';

export const optionsKey = (productId: string) => ['product-options', productId] as const;

/** The choices of a product, groups and their modifiers in order. */
export function useProductOptions(productId: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: optionsKey(productId ?? ''),
    queryFn: ({ signal }) => fetchOptions(client, productId ?? '', signal),
    enabled: productId !== undefined,
    staleTime: 0,
    gcTime: 0,
  });
}

async function fetchOptions(
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
