import type { Sandbox } from '../sandbox.ts';
import type { Refund } from '../state/types.ts';
import { settleRefund } from './settle-refund.ts';

/** Lets a refund succeed after the sandbox's refund delay; infinite delay leaves it to the control endpoint. */
export function scheduleRefund(sandbox: Sandbox, refund: Refund): void {
  if (!Number.isFinite(sandbox.refundDelayMs)) return;
  setTimeout(() => settleRefund(sandbox, refund, 'SUCCESS'), sandbox.refundDelayMs).unref();
}
