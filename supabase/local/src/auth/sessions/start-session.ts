import { randomBytes, randomUUID } from 'node:crypto';
import type { AuthCore, ClientInfo } from '../core.ts';
import { firstRow, type Queryable } from '../database.ts';
import { AuthFailure } from '../failure.ts';
import { changeUser } from '../users/change-user.ts';
import { userJson } from '../users/user-json.ts';
import { isBanned, type UserRow } from '../users/user-row.ts';
import { signAccessToken } from './access-token.ts';
import type { SessionRow, SignInMethod } from './session-row.ts';

/** What a sign-in answers; `expires_in` and `expires_at` in seconds. */
export interface TokenResponse extends Record<string, unknown> {
  access_token: string;
  token_type: 'bearer';
  expires_in: number;
  expires_at: number;
  refresh_token: string;
  user: Record<string, unknown>;
}

/** Opens a session for a user who proved who they are. @throws AuthFailure `user_banned` */
export async function startSession(
  core: AuthCore,
  db: Queryable,
  user: UserRow,
  method: SignInMethod,
  client: ClientInfo,
): Promise<TokenResponse> {
  if (isBanned(user)) throw new AuthFailure(400, 'user_banned', 'User is banned');
  const { sessionTimebox } = core.settings;
  const session = await firstRow<SessionRow & Record<string, unknown>>(
    db,
    `insert into auth.sessions (id, user_id, created_at, updated_at, aal, not_after, user_agent, ip)
     values ($1, $2, now(), now(), 'aal1', case when $3 > 0 then now() + make_interval(secs => $3) end, $4, $5) returning *`,
    [randomUUID(), user.id, sessionTimebox, client.userAgent, client.ip ?? null],
  );
  if (session === undefined) throw new Error('a session was not inserted');
  await noteMethod(db, session.id, method);
  const current = await changeUser(db, user.id, { last_sign_in_at: new Date() });
  const refreshToken = await addRefreshToken(db, session, null);
  return tokenResponse(core, db, current, session, refreshToken, method);
}

/** Puts together the answer of every endpoint that hands out tokens. */
export async function tokenResponse(
  core: AuthCore,
  db: Queryable,
  user: UserRow,
  session: SessionRow,
  refreshToken: string,
  method: SignInMethod,
): Promise<TokenResponse> {
  const access = await signAccessToken(core, db, user, session, method);
  return {
    access_token: access.token,
    token_type: 'bearer',
    expires_in: access.expiresAt - Math.floor(Date.now() / 1000),
    expires_at: access.expiresAt,
    refresh_token: refreshToken,
    user: await userJson(db, user),
  };
}

/** Adds a refresh token to a session; `parent` is the one it takes the place of. */
export async function addRefreshToken(
  db: Queryable,
  session: SessionRow,
  parent: string | null,
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await db.query(
    `insert into auth.refresh_tokens (instance_id, token, user_id, revoked, created_at, updated_at, parent, session_id)
     values ('00000000-0000-0000-0000-000000000000', $1, $2, false, now(), now(), $3, $4)`,
    [token, session.user_id, parent, session.id],
  );
  return token;
}

/** Notes how the session was proved; again the same way moves its time. */
export async function noteMethod(db: Queryable, sessionId: string, method: SignInMethod): Promise<void> {
  await db.query(
    `insert into auth.mfa_amr_claims (id, session_id, created_at, updated_at, authentication_method)
     values ($1, $2, now(), now(), $3)
     on conflict (session_id, authentication_method) do update set updated_at = now()`,
    [randomUUID(), sessionId, method],
  );
}
