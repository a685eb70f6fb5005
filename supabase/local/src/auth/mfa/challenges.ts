import { randomUUID } from 'node:crypto';
import { audit } from '../audit.ts';
import type { AuthCore, ClientInfo } from '../core.ts';
import { firstRow, inTransaction } from '../database.ts';
import { AuthFailure, invalid } from '../failure.ts';
import { textField, type Body } from '../request-body.ts';
import { isUuid, type SignedIn } from '../sessions/signed-in.ts';
import type { SessionRow } from '../sessions/session-row.ts';
import { addRefreshToken, noteMethod, tokenResponse, type TokenResponse } from '../sessions/start-session.ts';
import type { FactorRow } from '../users/user-row.ts';
import { ownFactor } from './factors.ts';
import { totpStep } from './totp.ts';

const LIFETIME_SECONDS = 300;
const LOOPBACK = '127.0.0.1';

/** Opens a challenge for a factor; `expires_at` in seconds. */
export async function challengeFactor(
  core: AuthCore,
  { user }: SignedIn,
  factorId: string,
  client: ClientInfo,
): Promise<Record<string, unknown>> {
  const factor = await ownFactor(core, user.id, factorId);
  const id = randomUUID();
  await core.pool.query(
    'insert into auth.mfa_challenges (id, factor_id, created_at, ip_address) values ($1, $2, now(), $3)',
    [id, factor.id, client.ip ?? LOOPBACK],
  );
  await core.pool.query('update auth.mfa_factors set last_challenged_at = clock_timestamp() where id = $1', [
    factor.id,
  ]);
  return { id, type: factor.factor_type, expires_at: Math.floor(Date.now() / 1000) + LIFETIME_SECONDS };
}

/**
 * Answers a challenge: the session rises to `aal2`, and the user's other sessions that stayed below it end.
 * A code works once; ten wrong ones in five minutes close the factor for that time.
 * @throws AuthFailure `mfa_challenge_expired`, `mfa_ip_address_mismatch`, `mfa_verification_failed`, `over_request_rate_limit`
 */
export async function verifyChallenge(
  core: AuthCore,
  signedIn: SignedIn,
  factorId: string,
  body: Body,
  client: ClientInfo,
): Promise<TokenResponse> {
  if (!core.settings.mfa.totpVerify)
    throw new AuthFailure(422, 'mfa_totp_verify_not_enabled', 'MFA verification is disabled for TOTP');
  const factor = await ownFactor(core, signedIn.user.id, factorId);
  core.limits.checkFailures('totp', factor.id);
  const challengeId = await openChallenge(core, factor, body, client);
  const step = await totpStep(factor.secret ?? '', textField(body, 'code') ?? '');
  if (step === undefined || !core.limits.takeTotpStep(factor.id, step)) {
    core.limits.recordFailure('totp', factor.id);
    await audit(core.pool, 'verification_attempted', signedIn.user, client, { factor_id: factor.id });
    throw new AuthFailure(422, 'mfa_verification_failed', 'Invalid TOTP code entered');
  }
  core.limits.clearFailures('totp', factor.id);
  return raiseSession(core, signedIn, factor, challengeId, client);
}

async function openChallenge(
  core: AuthCore,
  factor: FactorRow,
  body: Body,
  client: ClientInfo,
): Promise<string> {
  const challengeId = textField(body, 'challenge_id');
  if (!isUuid(challengeId)) throw invalid('challenge_id must be an UUID');
  const challenge = await firstRow<{ id: string; ip: string; age: number }>(
    core.pool,
    `select id, host(ip_address) as ip, extract(epoch from now() - created_at)::float8 as age
     from auth.mfa_challenges where id = $1 and factor_id = $2 and verified_at is null`,
    [challengeId, factor.id],
  );
  if (challenge === undefined)
    throw new AuthFailure(404, 'mfa_factor_not_found', 'MFA factor with the provided challenge ID not found');
  if (challenge.age > LIFETIME_SECONDS) {
    throw new AuthFailure(
      422,
      'mfa_challenge_expired',
      `MFA challenge ${challengeId} has expired, verify against another challenge or create a new challenge.`,
    );
  }
  if (challenge.ip !== (client.ip ?? LOOPBACK)) {
    throw new AuthFailure(422, 'mfa_ip_address_mismatch', 'Challenge and verify IP addresses mismatch.');
  }
  return challenge.id;
}

function raiseSession(
  core: AuthCore,
  { user, session }: SignedIn,
  factor: FactorRow,
  challengeId: string,
  client: ClientInfo,
): Promise<TokenResponse> {
  return inTransaction(core.pool, async (tx) => {
    await tx.query('update auth.mfa_challenges set verified_at = now() where id = $1', [challengeId]);
    await tx.query(`update auth.mfa_factors set status = 'verified', updated_at = now() where id = $1`, [
      factor.id,
    ]);
    const raised = await firstRow<SessionRow & Record<string, unknown>>(
      tx,
      `update auth.sessions set aal = 'aal2', factor_id = $2, updated_at = now() where id = $1 returning *`,
      [session.id, factor.id],
    );
    if (raised === undefined)
      throw new AuthFailure(403, 'session_not_found', 'Session from session_id claim in JWT does not exist');
    await noteMethod(tx, session.id, 'totp');
    await tx.query(`delete from auth.sessions where user_id = $1 and aal < 'aal2'`, [user.id]);
    await tx.query(
      'update auth.refresh_tokens set revoked = true, updated_at = now() where session_id = $1 and not revoked',
      [session.id],
    );
    const refreshToken = await addRefreshToken(tx, raised, null);
    await audit(tx, 'login', user, client, { factor_id: factor.id });
    return tokenResponse(core, tx, user, raised, refreshToken, 'totp');
  });
}
