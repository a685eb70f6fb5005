import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type PlanRow = Tables<'commission_plans'> & {
  commission_rules: Tables<'commission_rules'>[];
  merchant_contracts: {
    id: string;
    number: string;
    starts_on: string;
    ends_on: string | null;
    merchants: { name: string } | null;
  }[];
};

export const plansKey = ['commission-plans', 'all'] as const;

/** Every plan with its rules in order and the contracts that name it, the default one first. */
export function usePlans() {
  const client = useClient();
  return useQuery({
    queryKey: plansKey,
    queryFn: async ({ signal }) =>
      (await run(
        client
          .from('commission_plans')
          .select('*, commission_rules(*), merchant_contracts(id,number,starts_on,ends_on,merchants(name))')
          .order('is_default', { ascending: false })
          .order('name')
          .order('sort_order', { referencedTable: 'commission_rules' }),
        signal,
      )) as unknown as PlanRow[],
  });
}
