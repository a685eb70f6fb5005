import type { Context } from 'hono';
import type { JWTPayload } from 'jose';
import { InvalidToken } from '../../identity/invalid-token.ts';
import type { AuthCore } from '../core.ts';
import { firstRow } from '../database.ts';
import { AuthFailure } from '../failure.ts';
import { findUserById } from '../users/find-user.ts';
import type { UserRow } from '../users/user-row.ts';
import type { SessionRow } from './session-row.ts';

/** Who calls: a user with a session that is still open. */
export interface SignedIn {
  user: UserRow;
  session: SessionRow;
  claims: JWTPayload;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A text that PostgreSQL reads as uuid. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/**
 * The user of the request's access token, whose session must still exist.
 * @throws AuthFailure `no_authorization`, `bad_jwt`, `user_not_found`, `session_not_found`
 */
export async function requireUser(core: AuthCore, c: Context): Promise<SignedIn> {
  const token = bearer(c);
  if (token === undefined) throw noToken();
  const claims = await readClaims(core, token);
  const { sub, session_id: sessionId } = claims;
  if (!isUuid(sub)) throw new AuthFailure(403, 'bad_jwt', 'invalid claim: missing sub claim');
  const user = await findUserById(core.pool, sub);
  if (user === undefined)
    throw new AuthFailure(403, 'user_not_found', 'User from sub claim in JWT does not exist');
  const session = isUuid(sessionId)
    ? await firstRow<SessionRow & Record<string, unknown>>(
        core.pool,
        'select * from auth.sessions where id = $1 and user_id = $2 and (not_after is null or not_after > now())',
        [sessionId, sub],
      )
    : undefined;
  if (session === undefined) {
    throw new AuthFailure(403, 'session_not_found', 'Session from session_id claim in JWT does not exist');
  }
  return { user, session, claims };
}

/** @throws AuthFailure `not_admin` unless the request carries the secret key or a `service_role` token */
export async function requireAdmin(core: AuthCore, c: Context): Promise<void> {
  const token = bearer(c) ?? c.req.header('apikey');
  if (token === undefined || token === '') throw noToken();
  let role: string;
  try {
    role = (await core.identify(token)).role;
  } catch (error) {
    throw badJwt(error);
  }
  if (role !== 'service_role') throw new AuthFailure(403, 'not_admin', 'User not allowed');
}

async function readClaims(core: AuthCore, token: string): Promise<JWTPayload> {
  try {
    return (await core.identify(token)).claims;
  } catch (error) {
    throw badJwt(error);
  }
}

function bearer(c: Context): string | undefined {
  return /^bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
}

function noToken(): AuthFailure {
  return new AuthFailure(401, 'no_authorization', 'This endpoint requires a valid Bearer token');
}

function badJwt(error: unknown): AuthFailure {
  if (!(error instanceof InvalidToken)) throw error;
  return new AuthFailure(
    403,
    'bad_jwt',
    `invalid JWT: unable to parse or verify signature, ${error.message}`,
  );
}
