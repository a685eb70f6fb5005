import { createHmac } from 'node:crypto';
import type { Context } from 'hono';
import type { AuthCore } from '../core.ts';
import { invalid } from '../failure.ts';
import { beginFlow, readChallenge } from '../flows/pkce.ts';
import { safeRedirect } from '../redirect-url.ts';
import type { Providers } from './providers.ts';

/**
 * Begins a sign-in at a provider, or the linking of its account to a user.
 * @returns the provider's address that the browser must open
 */
export async function beginOauth(
  core: AuthCore,
  providers: Providers,
  c: Context,
  linkingTargetId?: string,
): Promise<string> {
  const name = c.req.query('provider');
  if (name === undefined || name === '') throw invalid('Unsupported provider: missing provider');
  const { settings, provider } = providers.find(name);
  const flowId = await beginFlow(core.pool, {
    challenge: readChallenge({
      code_challenge: c.req.query('code_challenge'),
      code_challenge_method: c.req.query('code_challenge_method'),
    }),
    provider: name,
    method: 'oauth',
    referrer: safeRedirect(core.settings, c.req.query('redirect_to')),
    linkingTargetId,
  });
  return provider.authorizeUrl({
    redirectUri: providers.redirectUri(settings),
    state: flowId,
    nonce: flowNonce(core, flowId),
    scopes: (c.req.query('scopes') ?? '').split(/[ ,]+/).filter((scope) => scope !== ''),
  });
}

/** The OpenID nonce of a flow: nobody else can know it, and it needs no place to be kept. */
export function flowNonce(core: AuthCore, flowId: string): string {
  return createHmac('sha256', core.keys.jwtSecret).update(`oauth-nonce:${flowId}`).digest('base64url');
}
