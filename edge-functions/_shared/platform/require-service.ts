import { ApiError } from './api-error.ts';
import type { Env } from './env.ts';
import { sameSecret } from './same-secret.ts';

/**
 * Lets only the service role through: `apikey` or the bearer token must be the legacy service key or one of the
 * project's secret keys (SUPABASE_SECRET_KEYS, a JSON dictionary). Otherwise 401 auth.service_only.
 */
export function requireService(headers: Headers, env: Env): void {
  const bearer = /^bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  const offered = [headers.get('apikey'), bearer].filter((one): one is string => Boolean(one));
  const accepted = serviceKeys(env);
  if (!offered.some((one) => accepted.some((key) => sameSecret(one, key))))
    throw new ApiError(401, 'auth.service_only');
}

function serviceKeys(env: Env): string[] {
  const secret: unknown = JSON.parse(env.SUPABASE_SECRET_KEYS || '{}');
  const values = typeof secret === 'object' && secret !== null ? Object.values(secret) : [];
  return [env.SUPABASE_SERVICE_ROLE_KEY, ...values].filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );
}
