import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { onboardingKeys } from './onboarding-keys.ts';

export type ApplicationIntent =
  | { command: 'review' | 'approve'; id: string }
  | { command: 'return' | 'reject'; id: string; reason: string };

/** Reads, returns, approves or declines an application. */
export function useApplicationCommand() {
  return useCommand(
    (client, intent: ApplicationIntent, key) => {
      const target = { p_application_id: intent.id, p_idempotency_key: key };
      switch (intent.command) {
        case 'review':
          return run(client.rpc('review_application', target));
        case 'approve':
          return run(client.rpc('approve_application', target));
        case 'return':
          return run(client.rpc('return_application', { ...target, p_reason: intent.reason }));
        case 'reject':
          return run(client.rpc('reject_application', { ...target, p_reason: intent.reason }));
      }
    },
    { done: 'approvals.done', refresh: [onboardingKeys.applications, onboardingKeys.licenses] },
  );
}
