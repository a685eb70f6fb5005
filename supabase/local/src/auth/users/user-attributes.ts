import { parseDuration } from '../config-value.ts';
import { invalid } from '../failure.ts';
import { objectField, textField, type Body } from '../request-body.ts';
import type { UserChanges } from './change-user.ts';
import { hashPassword } from './password.ts';

/** What an administrator may set besides e-mail and phone, read from a request. @throws AuthFailure when it is malformed */
export async function readAttributes(body: Body): Promise<UserChanges> {
  const changes: UserChanges = {};
  const role = textField(body, 'role');
  if (role !== undefined) changes.role = role;
  const password = textField(body, 'password');
  const hash = textField(body, 'password_hash');
  if (password !== undefined && hash !== undefined)
    throw invalid('Only a password or a password hash should be provided');
  if (hash !== undefined && !/^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/.test(hash))
    throw invalid('password_hash must be a bcrypt hash');
  if (password !== undefined) changes.encrypted_password = await hashPassword(password);
  if (hash !== undefined) changes.encrypted_password = hash;
  const ban = textField(body, 'ban_duration');
  if (ban !== undefined) changes.banned_until = bannedUntil(ban);
  return changes;
}

/** Metadata with changes laid over it; a key set to null is removed. */
export function mergeMetadata(
  current: Record<string, unknown> | null,
  body: Body,
  field: string,
): Record<string, unknown> {
  const merged = { ...current, ...objectField(body, field) };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}

function bannedUntil(duration: string): Date | null {
  if (duration === 'none') return null;
  const seconds = parseDuration(duration);
  if (seconds === undefined) throw invalid(`invalid format for ban_duration: ${duration}`);
  return new Date(Date.now() + seconds * 1000);
}
