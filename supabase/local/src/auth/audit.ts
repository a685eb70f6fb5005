import { randomUUID } from 'node:crypto';
import type { ClientInfo } from './core.ts';
import type { Queryable } from './database.ts';

/** Actions of the audit log, as GoTrue names them. */
export type AuditAction =
  | 'login'
  | 'logout'
  | 'user_signedup'
  | 'user_invited'
  | 'user_deleted'
  | 'user_modified'
  | 'user_recovery_requested'
  | 'user_confirmation_requested'
  | 'user_updated_password'
  | 'token_refreshed'
  | 'factor_in_progress'
  | 'factor_unenrolled'
  | 'verification_attempted'
  | 'identity_unlinked'
  | 'identity_linked';

/** Adds a line to `auth.audit_log_entries`. No secret, code or token belongs in it. */
export async function audit(
  db: Queryable,
  action: AuditAction,
  actor: { id: string; email: string | null; phone: string | null } | undefined,
  client: ClientInfo,
  traits: Record<string, unknown> = {},
): Promise<void> {
  const payload = {
    action,
    actor_id: actor?.id ?? '00000000-0000-0000-0000-000000000000',
    actor_username: actor?.email ?? actor?.phone ?? 'service_role',
    traits,
    timestamp: new Date().toISOString(),
  };
  await db.query(
    `insert into auth.audit_log_entries (instance_id, id, payload, created_at, ip_address)
     values ('00000000-0000-0000-0000-000000000000', $1, $2, now(), $3)`,
    [randomUUID(), payload, client.ip ?? ''],
  );
}
