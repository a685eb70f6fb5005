import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type CommissionPlanRow = Tables<'commission_plans'>;

/** The plans that a contract may name, the default one first. */
export function useCommissionPlans() {
  const client = useClient();
  return useQuery({
    queryKey: ['commission-plans'],
    queryFn: ({ signal }) =>
      run(
        client
          .from('commission_plans')
          .select('*')
          .eq('is_active', true)
          .order('is_default', { ascending: false })
          .order('name'),
        signal,
      ),
  });
}
