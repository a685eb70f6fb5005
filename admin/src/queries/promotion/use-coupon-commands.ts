import type { Json } from '@linli/database';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';

export type IssueIntent = {
  promotionId: string;
  /** JsonLogic over the customer; `null` gives to nobody. */
  segment: unknown;
  codeCount: number;
  key: string;
};

/** Gives coupons of a campaign away, and sets the code that everyone redeems. Errors are left to the caller. */
export function useCouponCommands() {
  const client = useClient();
  const issue = useMutation({
    mutationFn: async ({ promotionId, segment, codeCount, key }: IssueIntent) =>
      (await run(
        client.rpc('issue_coupons', {
          p_promotion_id: promotionId,
          p_idempotency_key: key,
          p_segment: segment as Json,
          p_code_count: codeCount,
        }),
      )) as unknown as { issued_count: number; codes: string[] },
  });
  const setCode = useMutation({
    mutationFn: ({ promotionId, code }: { promotionId: string; code: string }) =>
      run(client.rpc('set_coupon_code', { p_promotion_id: promotionId, p_code: code })),
  });
  return { issue, setCode };
}
