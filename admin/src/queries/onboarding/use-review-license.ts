import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { onboardingKeys } from './onboarding-keys.ts';

/** Approves a licence, or rejects it (or takes it back) with a reason. */
export function useReviewLicense() {
  return useCommand(
    (client, { id, isApproved, reason }: { id: string; isApproved: boolean; reason: string }, key) =>
      run(
        client.rpc('review_license', {
          p_license_id: id,
          p_is_approved: isApproved,
          p_idempotency_key: key,
          p_reason: reason,
        }),
      ),
    { done: 'approvals.done', refresh: [onboardingKeys.licenses] },
  );
}
