import { useMemo } from 'react';
import type { Fact } from '../../lib/logic/types.ts';
import { usePromotionFacts } from '../../queries/rules/use-facts.ts';

const notOfPeople = ['customer.store_order_count', 'customer.segments'];

/** What a segment may ask about a customer: no cart, no store, and no other segment. */
export function useCustomerFacts(): readonly Fact[] {
  const { data } = usePromotionFacts();
  return useMemo(
    () => data?.filter(({ path }) => path.startsWith('customer.') && !notOfPeople.includes(path)) ?? [],
    [data],
  );
}
