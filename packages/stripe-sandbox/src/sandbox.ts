import type { Notifier, PlannedFailure, StateFile } from '@linli/sandbox-kit';
import type { StripeCredentials } from './credentials.ts';
import type { SandboxState } from './state.ts';

/** What every route of the sandbox works with. */
export interface Sandbox {
  /** Address that browsers and merchants use, without a trailing slash. */
  url: string;
  credentials: StripeCredentials;
  file: StateFile<SandboxState>;
  notifier: Notifier;
  failures: PlannedFailure[];
  /** Where events go; with Stripe that is set in its dashboard. */
  webhookUrl: string | null;
  /** What a refund is at first; `pending` leaves its end to the control endpoint. */
  refundStatus: 'succeeded' | 'pending';
}
