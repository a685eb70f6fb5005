import { randomUUID } from 'node:crypto';
import { chinaTime, type Notification } from '@linli/sandbox-kit';
import { seal } from '../protocol/seal.ts';
import type { Sandbox } from '../sandbox.ts';

/** A notification before it is sealed. `resource` is what the merchant decrypts. */
export interface NewNotification {
  event_type: string;
  summary: string;
  original_type: string;
  resource: Record<string, unknown>;
  /** out_trade_no, out_refund_no or out_bill_no, for the control endpoints. */
  subject: string;
  url: string;
}

/** Seals, stores and starts to deliver. */
export function queueNotification(sandbox: Sandbox, wanted: NewNotification): Notification {
  const id = randomUUID();
  const { event_type, summary, original_type, subject, url } = wanted;
  const sealed = seal(JSON.stringify(wanted.resource), sandbox.credentials.apiV3Key, original_type);
  const body = JSON.stringify({
    id,
    create_time: chinaTime(new Date()),
    resource_type: 'encrypt-resource',
    event_type,
    summary,
    resource: { original_type, ...sealed },
  });
  return sandbox.notifier.queue({ id, event_type, subject, url, body });
}
