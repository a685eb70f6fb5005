import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { hookSecret, hookSecretName } from '../auth/hooks/hook-secret.ts';
import type { PlatformContext } from '../context.ts';

/** Everything that a worker finds in its environment; nothing of the platform's own environment leaks in. */
export function workerEnv(ctx: PlatformContext, socketPath: string): Record<string, string> {
  const { config, keys } = ctx;
  const { d: _private, ...publicJwk } = keys.signingJwk;
  return {
    [hookSecretName('send_sms')]: hookSecret('send_sms', config.functionEnv, keys),
    [hookSecretName('send_email')]: hookSecret('send_email', config.functionEnv, keys),
    ...config.functionEnv,
    SUPABASE_URL: config.url,
    SUPABASE_ANON_KEY: keys.anonJwt,
    SUPABASE_SERVICE_ROLE_KEY: keys.serviceJwt,
    SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
    SUPABASE_SECRET_KEY: keys.secretKey,
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: keys.publishableKey }),
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: keys.secretKey }),
    SUPABASE_JWKS: JSON.stringify({ keys: [{ ...publicJwk, alg: 'ES256', use: 'sig' }] }),
    SUPABASE_DB_URL: ctx.dbUrl,
    SB_EXECUTION_ID: randomUUID(),
    SB_REGION: 'local',
    TZ: 'UTC',
    NO_COLOR: '1',
    DENO_DIR: join(config.dataDir, 'deno'),
    DENO_NO_UPDATE_CHECK: '1',
    DENO_SERVE_ADDRESS: `unix:${socketPath}`,
  };
}
