import { randomUUID } from 'node:crypto';
import { audit } from '../audit.ts';
import type { AuthCore, ClientInfo } from '../core.ts';
import { firstRow, inTransaction } from '../database.ts';
import { AuthFailure, invalid } from '../failure.ts';
import { textField, type Body } from '../request-body.ts';
import { isUuid, type SignedIn } from '../sessions/signed-in.ts';
import { findFactors } from '../users/find-user.ts';
import type { FactorRow } from '../users/user-row.ts';
import { newTotp } from './totp.ts';

const ABANDONED_SECONDS = 300;

/**
 * Adds an unverified TOTP factor. Abandoned ones are cleared first; a further factor needs a session at `aal2`.
 * @throws AuthFailure `mfa_totp_enroll_not_enabled`, `too_many_enrolled_mfa_factors`, `mfa_factor_name_conflict`, `insufficient_aal`
 */
export async function enrolFactor(
  core: AuthCore,
  { user, session }: SignedIn,
  body: Body,
  client: ClientInfo,
): Promise<Record<string, unknown>> {
  const type = textField(body, 'factor_type');
  if (type !== 'totp') throw invalid('factor_type needs to be totp');
  if (!core.settings.mfa.totpEnroll)
    throw new AuthFailure(422, 'mfa_totp_enroll_not_enabled', 'MFA enroll is disabled for TOTP');
  const name = textField(body, 'friendly_name') ?? '';
  const issuer = textField(body, 'issuer') ?? new URL(core.settings.siteUrl).host;
  const totp = newTotp(issuer, user.email ?? user.phone ?? user.id);
  const factor = await inTransaction(core.pool, async (tx) => {
    await tx.query(
      `delete from auth.mfa_factors where user_id = $1 and status = 'unverified' and created_at < now() - make_interval(secs => $2)`,
      [user.id, ABANDONED_SECONDS],
    );
    const factors = await findFactors(tx, user.id);
    if (factors.length >= core.settings.mfa.maxFactors) {
      throw new AuthFailure(
        422,
        'too_many_enrolled_mfa_factors',
        'Maximum number of verified factors reached, unenroll to continue',
      );
    }
    if (session.aal === 'aal1' && factors.some((one) => one.status === 'verified')) {
      throw new AuthFailure(403, 'insufficient_aal', 'AAL2 required to enroll a new factor');
    }
    const row = await firstRow<FactorRow & Record<string, unknown>>(
      tx,
      `insert into auth.mfa_factors (id, user_id, friendly_name, factor_type, status, secret, created_at, updated_at)
       values ($1, $2, $3, 'totp', 'unverified', $4, now(), now()) returning *`,
      [randomUUID(), user.id, name, totp.secret],
    );
    await audit(tx, 'factor_in_progress', user, client, { factor_id: row?.id });
    return row;
  });
  return { id: factor?.id, type: 'totp', friendly_name: name, totp };
}

/** Removes a factor; a verified one only at `aal2`, and sessions that it raised fall back to `aal1`. */
export async function removeFactor(
  core: AuthCore,
  { user, session }: SignedIn,
  factorId: string,
  client: ClientInfo,
): Promise<void> {
  const factor = await ownFactor(core, user.id, factorId);
  if (factor.status === 'verified' && session.aal !== 'aal2') {
    throw new AuthFailure(422, 'insufficient_aal', 'AAL2 required to unenroll verified factor');
  }
  await inTransaction(core.pool, async (tx) => {
    await tx.query('delete from auth.mfa_factors where id = $1', [factor.id]);
    await tx.query(
      `delete from auth.mfa_amr_claims where authentication_method = 'totp' and session_id in (select id from auth.sessions where factor_id = $1)`,
      [factor.id],
    );
    await tx.query(
      `update auth.sessions set aal = 'aal1', factor_id = null, updated_at = now() where factor_id = $1`,
      [factor.id],
    );
    await audit(tx, 'factor_unenrolled', user, client, { factor_id: factor.id });
  });
}

/** A factor of this user. @throws AuthFailure `mfa_factor_not_found` */
export async function ownFactor(core: AuthCore, userId: string, factorId: string): Promise<FactorRow> {
  const factor = isUuid(factorId)
    ? (await findFactors(core.pool, userId)).find((one) => one.id === factorId)
    : undefined;
  if (factor === undefined) throw new AuthFailure(404, 'mfa_factor_not_found', 'Factor not found');
  return factor;
}
