import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { Fact } from '../../lib/logic/types.ts';
import { run } from '../run.ts';

/** What conditions of promotions may ask for, with words, choices and bounds. */
export function usePromotionFacts() {
  const client = useClient();
  return useQuery({
    queryKey: ['promotion-facts'],
    queryFn: async ({ signal }) =>
      (await run(client.rpc('describe_promotion_facts'), signal)) as unknown as Fact[],
    staleTime: 5 * 60_000,
  });
}
