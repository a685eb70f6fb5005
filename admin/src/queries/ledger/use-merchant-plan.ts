import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export const merchantPlanKey = ['merchant-plan'] as const;

/** The plan of the contract that a merchant is under, or null: the default plan. */
export function useMerchantPlan(merchantId: string | undefined) {
  const client = useClient();
  return useQuery({
    queryKey: [...merchantPlanKey, merchantId],
    enabled: merchantId !== undefined,
    queryFn: async ({ signal }) => {
      const rows = await run(
        client
          .from('merchant_contracts')
          .select('plan_id')
          .eq('merchant_id', merchantId ?? '')
          .lte('starts_on', new Date().toISOString().slice(0, 10))
          .order('starts_on', { ascending: false })
          .limit(1),
        signal,
      );
      return rows[0]?.plan_id ?? null;
    },
  });
}
