import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type PromotionRow = Tables<'promotions'> & { used_cents: number | null };
export const promotionKey = (id: string) => ['promotion', id] as const;

/** One promotion with what it has spent; `null` when there is none that the reader may see. */
export function usePromotion(id: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: promotionKey(id ?? ''),
    enabled: id !== undefined,
    queryFn: async ({ signal }): Promise<PromotionRow | null> => {
      const rows = await run(
        client
          .from('promotions')
          .select('*, used_cents')
          .eq('id', id ?? ''),
        signal,
      );
      return (rows[0] as PromotionRow | undefined) ?? null;
    },
  });
}
