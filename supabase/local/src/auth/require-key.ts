import type { MiddlewareHandler } from 'hono';
import { bearerToken } from '../gateway/authenticate.ts';
import { failureResponse } from '../gateway/failure-response.ts';
import { InvalidToken } from '../identity/invalid-token.ts';
import type { AuthCore } from './core.ts';

/** What browsers and verifiers open without a key, as on Supabase. */
const OPEN = /^\/auth\/v1\/(verify|callback|authorize|health|\.well-known\/jwks\.json)$/;

/**
 * Lets a request through that carries a key of this project (`apikey` header or query). The `Authorization` header is
 * each endpoint's own matter: an expired token there must not keep a client from refreshing it.
 */
export function requireKey(core: AuthCore): MiddlewareHandler {
  return async (c, next) => {
    if (OPEN.test(c.req.path)) return next();
    const bearer = bearerToken(c.req.header('authorization'));
    const key =
      c.req.header('apikey') ??
      c.req.query('apikey') ??
      (bearer?.startsWith('sb_') === true ? bearer : undefined);
    if (key === undefined || key === '') {
      return failureResponse(new InvalidToken('unknown_key', 'No API key found in request', 'no_api_key'));
    }
    if (!(await isProjectKey(core, key))) {
      return failureResponse(new InvalidToken('unknown_key', 'Invalid API key', 'invalid_api_key'));
    }
    return next();
  };
}

/** A user's token is not a key of the project. */
async function isProjectKey(core: AuthCore, key: string): Promise<boolean> {
  try {
    const { role, claims } = await core.identify(key);
    return role !== 'authenticated' && claims.sub === undefined;
  } catch (error) {
    if (error instanceof InvalidToken) return false;
    throw error;
  }
}
