import { sendEvent } from '../protocol/send-event.ts';
import { missing } from '../protocol/stripe-error.ts';
import { unixNow } from '../protocol/unix-now.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Session } from '../state.ts';

/** A session by id, its expiry applied; 404 resource_missing. */
export function findSession(sandbox: Sandbox, id: string): Session {
  const session = sandbox.file.state.sessions[id];
  if (!session) throw missing('checkout.session', id);
  if (session.status === 'open' && session.expires_at <= unixNow()) expireSession(sandbox, session);
  return session;
}

/** Ends an open session and tells the merchant. */
export function expireSession(sandbox: Sandbox, session: Session): void {
  session.status = 'expired';
  session.url = null;
  sandbox.file.save();
  sendEvent(sandbox, 'checkout.session.expired', session);
}
