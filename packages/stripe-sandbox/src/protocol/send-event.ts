import type { Notification } from '@linli/sandbox-kit';
import type { Sandbox } from '../sandbox.ts';
import type { Refund, Session } from '../state.ts';
import { newId } from './new-id.ts';
import { unixNow } from './unix-now.ts';

/** Queues an event about an object for the webhook endpoint; null where there is none. */
export function sendEvent(sandbox: Sandbox, type: string, object: Session | Refund): Notification | null {
  if (sandbox.webhookUrl === null) return null;
  const id = newId('evt');
  const body = JSON.stringify({
    id,
    object: 'event',
    api_version: '2026-10-28.endive',
    created: unixNow(),
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  });
  const number = object.object === 'refund' ? object.metadata.out_refund_no : object.client_reference_id;
  return sandbox.notifier.queue({
    id,
    event_type: type,
    subject: number ?? object.id,
    url: sandbox.webhookUrl,
    body,
  });
}
