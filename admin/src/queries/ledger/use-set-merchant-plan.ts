import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { merchantPlanKey } from './use-merchant-plan.ts';

/** Puts a merchant under a commission plan from today on. */
export function useSetMerchantPlan() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (values: { merchantId: string; planId: string }) =>
      run(client.rpc('set_merchant_plan', { p_merchant_id: values.merchantId, p_plan_id: values.planId })),
    onSettled: () => queries.invalidateQueries({ queryKey: merchantPlanKey }),
  });
}
