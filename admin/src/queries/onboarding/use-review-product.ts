import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { onboardingKeys } from './onboarding-keys.ts';

/** Publishes a product that waits, or refuses it with a note. */
export function useReviewProduct() {
  return useCommand(
    (client, { id, isApproved, note }: { id: string; isApproved: boolean; note: string }, key) =>
      run(
        client.rpc('review_product', {
          p_product_id: id,
          p_is_approved: isApproved,
          p_idempotency_key: key,
          p_note: note,
        }),
      ),
    { done: 'approvals.done', refresh: [onboardingKeys.products] },
  );
}
