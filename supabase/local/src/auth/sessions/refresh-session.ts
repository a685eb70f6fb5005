import type { AuthCore, ClientInfo } from '../core.ts';
import { firstRow, inTransaction, type Queryable } from '../database.ts';
import { AuthFailure } from '../failure.ts';
import { findUserById } from '../users/find-user.ts';
import { isBanned } from '../users/user-row.ts';
import type { SessionRow } from './session-row.ts';
import { addRefreshToken, tokenResponse, type TokenResponse } from './start-session.ts';

interface StoredToken {
  token: string;
  revoked: boolean;
  seconds_since_change: number;
  session_id: string;
}

type Outcome = { ok: TokenResponse } | { refused: AuthFailure };

/**
 * Exchanges a refresh token for a new pair. Each token works once; within the reuse interval the same answer may be asked
 * for again (two tabs, a lost response), later the whole session ends, because somebody kept a copy.
 * @throws AuthFailure `refresh_token_not_found`, `refresh_token_already_used`, `session_expired`, `user_banned`
 */
export async function refreshSession(
  core: AuthCore,
  refreshToken: string,
  client: ClientInfo,
): Promise<TokenResponse> {
  const outcome = await inTransaction(core.pool, (tx) => exchange(core, tx, refreshToken, client));
  if ('refused' in outcome) throw outcome.refused;
  return outcome.ok;
}

async function exchange(
  core: AuthCore,
  tx: Queryable,
  refreshToken: string,
  client: ClientInfo,
): Promise<Outcome> {
  const session = await firstRow<SessionRow & { inactive_seconds: number }>(
    tx,
    `select s.*, extract(epoch from now() - coalesce(s.refreshed_at at time zone 'utc', s.created_at))::float8 as inactive_seconds
     from auth.sessions s where s.id = (select session_id from auth.refresh_tokens where token = $1) for update of s`,
    [refreshToken],
  );
  const stored = await firstRow<StoredToken & Record<string, unknown>>(
    tx,
    `select token, revoked, session_id, extract(epoch from now() - updated_at)::float8 as seconds_since_change
     from auth.refresh_tokens where token = $1`,
    [refreshToken],
  );
  if (session === undefined || stored === undefined)
    return refuse('refresh_token_not_found', 'Invalid Refresh Token: Refresh Token Not Found');
  const user = await findUserById(tx, session.user_id);
  if (user === undefined) return refuse('user_not_found', 'Invalid Refresh Token: User Not Found');
  if (isBanned(user)) return refuse('user_banned', 'Invalid Refresh Token: User Banned');
  if (hasEnded(core, session)) return refuse('session_expired', 'Invalid Refresh Token: Session Expired');
  if (stored.revoked && stored.seconds_since_change > core.settings.reuseInterval) {
    await tx.query('delete from auth.sessions where id = $1', [session.id]);
    core.log.warn(
      { userId: user.id, sessionId: session.id },
      'auth: a refresh token was used again, its session ended',
    );
    return refuse('refresh_token_already_used', 'Invalid Refresh Token: Already Used');
  }
  const next = stored.revoked ? await activeToken(tx, session) : keptToken(core, stored.token);
  const issued = next ?? (await replaceToken(tx, session, stored.token));
  await tx.query(
    `update auth.sessions set refreshed_at = now() at time zone 'utc', updated_at = now(), user_agent = $2, ip = coalesce($3, ip)
     where id = $1`,
    [session.id, client.userAgent, client.ip ?? null],
  );
  return { ok: await tokenResponse(core, tx, user, session, issued, 'token_refresh') };
}

function hasEnded(core: AuthCore, session: SessionRow & { inactive_seconds: number }): boolean {
  const { sessionInactivity } = core.settings;
  if (session.not_after !== null && session.not_after.getTime() < Date.now()) return true;
  return sessionInactivity > 0 && session.inactive_seconds > sessionInactivity + core.settings.jwtExpiry;
}

/** Without rotation a token stays the same for its session's life. */
function keptToken(core: AuthCore, token: string): string | undefined {
  return core.settings.rotationEnabled ? undefined : token;
}

async function activeToken(tx: Queryable, session: SessionRow): Promise<string | undefined> {
  const text =
    'select token from auth.refresh_tokens where session_id = $1 and not revoked order by id desc limit 1';
  return (await firstRow<{ token: string }>(tx, text, [session.id]))?.token;
}

async function replaceToken(tx: Queryable, session: SessionRow, old: string): Promise<string> {
  await tx.query('update auth.refresh_tokens set revoked = true, updated_at = now() where token = $1', [old]);
  return addRefreshToken(tx, session, old);
}

function refuse(
  code:
    | 'refresh_token_not_found'
    | 'refresh_token_already_used'
    | 'session_expired'
    | 'user_banned'
    | 'user_not_found',
  message: string,
): Outcome {
  return { refused: new AuthFailure(400, code, message) };
}
