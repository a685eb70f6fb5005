import { SignJWT, type JWTPayload } from 'jose';
import type { AuthCore } from '../core.ts';
import type { Queryable } from '../database.ts';
import { AuthFailure } from '../failure.ts';
import { runHook } from '../hooks/run-hook.ts';
import type { UserRow } from '../users/user-row.ts';
import type { AmrEntry, SessionRow, SignInMethod } from './session-row.ts';

const REQUIRED = ['aud', 'exp', 'iat', 'sub', 'email', 'phone', 'role', 'aal', 'session_id', 'is_anonymous'];

export interface AccessToken {
  token: string;
  expiresAt: number;
}

/** Signs the access token of a session (ES256), after the custom access token hook had its say on the claims. */
export async function signAccessToken(
  core: AuthCore,
  db: Queryable,
  user: UserRow,
  session: SessionRow,
  method: SignInMethod,
): Promise<AccessToken> {
  const issuedAt = Math.floor(Date.now() / 1000);
  const expiresAt = issuedAt + core.settings.jwtExpiry;
  const claims: JWTPayload = {
    iss: core.settings.issuer,
    sub: user.id,
    aud: user.aud ?? 'authenticated',
    exp: expiresAt,
    iat: issuedAt,
    email: user.email ?? '',
    phone: user.phone ?? '',
    app_metadata: user.raw_app_meta_data ?? {},
    user_metadata: user.raw_user_meta_data ?? {},
    role: user.role ?? 'authenticated',
    aal: session.aal,
    amr: await readAmr(db, session.id),
    session_id: session.id,
    is_anonymous: user.is_anonymous,
  };
  const final = await applyHook(core, db, claims, user.id, method);
  const token = await new SignJWT(final)
    .setProtectedHeader({ alg: 'ES256', kid: core.keys.signingJwk.kid, typ: 'JWT' })
    .sign(core.signingKey);
  return { token, expiresAt: typeof final.exp === 'number' ? final.exp : expiresAt };
}

async function readAmr(db: Queryable, sessionId: string): Promise<AmrEntry[]> {
  const { rows } = await db.query<{ method: string; timestamp: number }>(
    `select authentication_method as method, extract(epoch from updated_at)::int as timestamp
     from auth.mfa_amr_claims where session_id = $1 order by updated_at desc`,
    [sessionId],
  );
  return rows;
}

async function applyHook(
  core: AuthCore,
  db: Queryable,
  claims: JWTPayload,
  userId: string,
  method: SignInMethod,
): Promise<JWTPayload> {
  const hook = core.settings.hooks.accessToken;
  if (hook === undefined) return claims;
  const answer = await runHook(db, hook, { user_id: userId, claims, authentication_method: method });
  const changed = answer['claims'];
  if (typeof changed !== 'object' || changed === null || Array.isArray(changed)) throw hookBroke('no claims');
  const final: JWTPayload = { ...changed };
  const missing = REQUIRED.find((name) => final[name] === undefined || final[name] === null);
  if (missing !== undefined) throw hookBroke(`${missing} is required`);
  return final;
}

function hookBroke(reason: string): AuthFailure {
  return new AuthFailure(
    500,
    'unexpected_failure',
    `output claims do not conform to the expected schema: ${reason}`,
  );
}
