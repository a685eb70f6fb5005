import type { Notifier, PlannedFailure, StateFile } from '@linli/sandbox-kit';
import type { WechatPayCredentials } from './credentials/ensure-wechat-pay-credentials.ts';
import type { SandboxState } from './state/types.ts';

/** What every route of the sandbox works with. */
export interface Sandbox {
  /** Address that browsers and merchants use, without a trailing slash. */
  url: string;
  credentials: WechatPayCredentials;
  file: StateFile<SandboxState>;
  notifier: Notifier;
  failures: PlannedFailure[];
  /** Milliseconds from an accepted refund to its success. */
  refundDelayMs: number;
  /** What a transfer becomes at once; WAIT_USER_CONFIRM leaves it to the payee, that is to the control endpoint. */
  transferOutcome: 'SUCCESS' | 'WAIT_USER_CONFIRM';
  /** What the merchant may charge in; a domestic merchant charges CNY alone. */
  currencies: readonly string[];
}
