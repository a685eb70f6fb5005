import type { Context } from 'hono';
import { audit } from '../audit.ts';
import { clientInfo } from '../client-info.ts';
import type { AuthCore } from '../core.ts';
import { inTransaction, type Queryable } from '../database.ts';
import { AuthFailure } from '../failure.ts';
import { findFlow, type FlowState } from '../flows/pkce.ts';
import { failureRedirect, sessionRedirect } from '../redirect-result.ts';
import { asFailure } from '../respond.ts';
import { isUuid } from '../sessions/signed-in.ts';
import { startSession } from '../sessions/start-session.ts';
import { findUserById } from '../users/find-user.ts';
import type { UserRow } from '../users/user-row.ts';
import { flowNonce } from './authorize.ts';
import type { Profile, ProviderTokens } from './provider.ts';
import type { ProviderSettings } from './provider-settings.ts';
import type { Providers } from './providers.ts';
import { linkAccount, resolveAccount } from './resolve-account.ts';

/**
 * The browser comes back from a provider. Ends in the app: with a code (PKCE), with tokens in the fragment (implicit),
 * or with an error that the app can show.
 * @returns the address to send the browser to
 */
export async function finishOauth(core: AuthCore, providers: Providers, c: Context): Promise<string> {
  let redirect = core.settings.siteUrl;
  let isPkce = false;
  try {
    const state = c.req.query('state');
    if (!isUuid(state))
      throw new AuthFailure(400, 'bad_oauth_state', 'OAuth state parameter missing or invalid');
    const flow = await claimFlow(core, state);
    redirect = flow.referrer ?? redirect;
    isPkce = flow.code_challenge !== null;
    const code = c.req.query('code');
    if (code === undefined || code === '') {
      throw new AuthFailure(
        403,
        'bad_oauth_callback',
        c.req.query('error_description') ??
          c.req.query('error') ??
          'OAuth callback with missing authorization code',
      );
    }
    const { settings, provider } = providers.find(flow.provider_type);
    const { tokens, profile } = await provider.signIn(
      code,
      providers.redirectUri(settings),
      flowNonce(core, flow.id),
    );
    return await inTransaction(core.pool, (tx) =>
      arrive(core, tx, c, flow, settings, tokens, profile, redirect),
    );
  } catch (error) {
    const failure = asFailure(error instanceof Error ? error : new Error(String(error)));
    core.log.warn({ err: error }, 'auth: an OAuth sign-in failed');
    return failureRedirect(redirect, failure, isPkce);
  }
}

/** Takes a flow for this callback alone: a second visit of the same address finds nothing. */
async function claimFlow(core: AuthCore, state: string): Promise<FlowState> {
  return inTransaction(core.pool, async (tx) => {
    const flow = await findFlow(tx, 'id', state);
    if (flow.user_id !== null || flow.provider_access_token !== null)
      throw new AuthFailure(400, 'bad_oauth_state', 'OAuth state was used already');
    await tx.query(
      `update auth.flow_state set provider_access_token = '', updated_at = now() where id = $1`,
      [flow.id],
    );
    return flow;
  });
}

async function arrive(
  core: AuthCore,
  tx: Queryable,
  c: Context,
  flow: FlowState,
  settings: ProviderSettings,
  tokens: ProviderTokens,
  profile: Profile,
  redirect: string,
): Promise<string> {
  const client = clientInfo(c);
  const user = await whose(core, tx, flow, settings, profile);
  await audit(tx, flow.linking_target_id === null ? 'login' : 'identity_linked', user, client, {
    provider: settings.name,
  });
  if (flow.code_challenge !== null) {
    await tx.query(
      `update auth.flow_state set user_id = $2, provider_access_token = $3, provider_refresh_token = $4, auth_code_issued_at = now(), updated_at = now()
       where id = $1`,
      [flow.id, user.id, tokens.accessToken, tokens.refreshToken ?? null],
    );
    const url = new URL(redirect);
    url.searchParams.set('code', flow.auth_code ?? '');
    return url.href;
  }
  await tx.query('delete from auth.flow_state where id = $1', [flow.id]);
  const session = await startSession(core, tx, user, 'oauth', client);
  return sessionRedirect(redirect, session, '', {
    provider_token: tokens.accessToken,
    ...(tokens.refreshToken === undefined ? {} : { provider_refresh_token: tokens.refreshToken }),
  });
}

async function whose(
  core: AuthCore,
  tx: Queryable,
  flow: FlowState,
  settings: ProviderSettings,
  profile: Profile,
): Promise<UserRow> {
  if (flow.linking_target_id === null) return resolveAccount(core, tx, settings, profile);
  const target = await findUserById(tx, flow.linking_target_id);
  if (target === undefined)
    throw new AuthFailure(404, 'user_not_found', 'The user to link to does not exist');
  return linkAccount(tx, target, settings, profile);
}
