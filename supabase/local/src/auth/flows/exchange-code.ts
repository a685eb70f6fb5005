import { audit } from '../audit.ts';
import type { AuthCore, ClientInfo } from '../core.ts';
import { inTransaction } from '../database.ts';
import { AuthFailure, invalid } from '../failure.ts';
import { textField, type Body } from '../request-body.ts';
import { startSession, type TokenResponse } from '../sessions/start-session.ts';
import { findUserById } from '../users/find-user.ts';
import { redeemFlow } from './pkce.ts';

/**
 * `POST /token?grant_type=pkce`: the code of a flow and its verifier for a session, with the provider's tokens.
 * @throws AuthFailure `validation_failed`, `flow_state_not_found`, `flow_state_expired`, `bad_code_verifier`
 */
export async function exchangeCode(core: AuthCore, body: Body, client: ClientInfo): Promise<TokenResponse> {
  core.limits.request('verify', client);
  const authCode = textField(body, 'auth_code');
  const verifier = textField(body, 'code_verifier');
  if (authCode === undefined || verifier === undefined) {
    throw invalid('invalid request: both auth code and code verifier should be non-empty');
  }
  return inTransaction(core.pool, async (tx) => {
    const flow = await redeemFlow(core, tx, authCode, verifier);
    const user = flow.user_id === null ? undefined : await findUserById(tx, flow.user_id);
    if (user === undefined)
      throw new AuthFailure(404, 'flow_state_not_found', 'invalid flow state, no valid flow state found');
    await audit(tx, 'login', user, client, { provider_type: flow.provider_type });
    const tokens = await startSession(core, tx, user, flow.authentication_method, client);
    return {
      ...tokens,
      ...(flow.provider_access_token === null ? {} : { provider_token: flow.provider_access_token }),
      ...(flow.provider_refresh_token === null
        ? {}
        : { provider_refresh_token: flow.provider_refresh_token }),
    };
  });
}
