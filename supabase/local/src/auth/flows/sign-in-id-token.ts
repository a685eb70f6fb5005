import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { audit } from '../audit.ts';
import type { AuthCore, ClientInfo } from '../core.ts';
import { inTransaction } from '../database.ts';
import { AuthFailure, invalid } from '../failure.ts';
import type { Providers } from '../oauth/providers.ts';
import { linkAccount, resolveAccount } from '../oauth/resolve-account.ts';
import { flagField, textField, type Body } from '../request-body.ts';
import { requireUser } from '../sessions/signed-in.ts';
import { startSession, type TokenResponse } from '../sessions/start-session.ts';
import { checkManualLinking } from './unlink-identity.ts';

/**
 * `POST /token?grant_type=id_token`: an ID token that the app got from a provider, for a session; with `link_identity`
 * for the user who is signed in.
 * @throws AuthFailure `bad_jwt`, `provider_disabled`, `validation_failed` and what accounts are refused with
 */
export async function signInWithIdToken(
  core: AuthCore,
  providers: Providers,
  c: Context,
  body: Body,
  client: ClientInfo,
): Promise<TokenResponse> {
  core.limits.request('sign-in', client);
  const idToken = textField(body, 'id_token');
  const name = textField(body, 'provider');
  if (idToken === undefined || name === undefined) throw invalid('id_token and provider required');
  const { settings, provider } = providers.findOidc(name);
  const claims = await provider.readIdToken(idToken);
  if (!settings.skipNonceCheck) checkNonce(claims['nonce'], textField(body, 'nonce'));
  const profile = provider.toProfile(claims);
  const isLinking = flagField(body, 'link_identity');
  if (isLinking) checkManualLinking(core);
  const target = isLinking ? (await requireUser(core, c)).user : undefined;
  return inTransaction(core.pool, async (tx) => {
    const user =
      target === undefined
        ? await resolveAccount(core, tx, settings, profile)
        : await linkAccount(tx, target, settings, profile);
    await audit(tx, target === undefined ? 'login' : 'identity_linked', user, client, { provider: name });
    return startSession(core, tx, user, 'oauth', client);
  });
}

/** The provider saw the hash of the nonce that the app kept. */
function checkNonce(claimed: unknown, given: string | undefined): void {
  if (claimed === undefined && given === undefined) return;
  if (claimed === undefined || given === undefined) {
    throw new AuthFailure(
      400,
      'validation_failed',
      'Passed nonce and nonce in id_token should either both exist or not.',
    );
  }
  if (createHash('sha256').update(given).digest('hex') !== claimed)
    throw new AuthFailure(400, 'validation_failed', 'Nonces mismatch');
}
