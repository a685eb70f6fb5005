import type { Context } from 'hono';
import type { Identity, PlatformContext } from '../context.ts';
import { InvalidToken } from '../identity/invalid-token.ts';

/**
 * Who a request is: its `apikey` (header or query) must be a key of this project; an `Authorization: Bearer` token
 * on top of it may name a user. Throws `InvalidToken`.
 */
export async function authenticate(c: Context, identify: PlatformContext['identify']): Promise<Identity> {
  const key = c.req.header('apikey') ?? c.req.query('apikey');
  const bearer = bearerToken(c.req.header('authorization'));
  if (!key && !bearer?.startsWith('sb_')) {
    throw new InvalidToken('unknown_key', 'No API key found in request', 'no_api_key');
  }
  const project = await projectIdentity(key ?? bearer ?? '', identify);
  if (!bearer || bearer === key || bearer.startsWith('sb_')) return project;
  return identify(bearer);
}

/** Token of an `Authorization` header; undefined when there is none. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer\s+(\S+)\s*$/i.exec(header ?? '')?.[1];
}

async function projectIdentity(key: string, identify: PlatformContext['identify']): Promise<Identity> {
  let identity: Identity;
  try {
    identity = await identify(key);
  } catch (error) {
    if (error instanceof InvalidToken)
      throw new InvalidToken(error.reason, 'Invalid API key', 'invalid_api_key');
    throw error;
  }
  // A user's token is not a key of the project.
  if (identity.role === 'authenticated' || identity.claims.sub !== undefined) {
    throw new InvalidToken('unknown_key', 'Invalid API key', 'invalid_api_key');
  }
  return identity;
}
