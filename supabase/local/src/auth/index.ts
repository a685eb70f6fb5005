import { importJWK } from 'jose';
import type { PlatformContext, PlatformPart } from '../context.ts';
import { createPool } from '../database/pool.ts';
import { createAuthApp } from './app.ts';
import { cleanUp } from './clean-up.ts';
import { Limits } from './limits/limits.ts';
import { Providers } from './oauth/providers.ts';
import { readAuthSettings } from './settings.ts';

const CLEAN_UP_MS = 3_600_000;

export interface AuthOptions {
  /** Connection string of `supabase_auth_admin`: the role that triggers and hooks see on Supabase. */
  databaseUrl: string;
}

/** Starts Auth: answers `/auth/v1/*` as GoTrue does, on the schema that the bootstrap made (`schema.sql`). */
export async function createAuth(ctx: PlatformContext, { databaseUrl }: AuthOptions): Promise<PlatformPart> {
  const settings = await readAuthSettings(ctx.config, ctx.keys);
  const log = ctx.log.child({ part: 'auth' });
  const pool = createPool({ url: databaseUrl, name: 'auth', max: 8, log });
  const signingKey = await importJWK({ ...ctx.keys.signingJwk }, 'ES256');
  if (signingKey instanceof Uint8Array)
    throw new Error('auth.signing_key_invalid: an EC private key is needed');
  const limits = new Limits(settings.rates);
  const core = { pool, settings, keys: ctx.keys, signingKey, limits, log, identify: ctx.identify };
  const routes = createAuthApp(core, new Providers(settings));
  const timer = setInterval(() => {
    cleanUp(pool).catch((error: unknown) => log.warn({ err: error }, 'auth: clean-up failed'));
  }, CLEAN_UP_MS);
  timer.unref();
  return {
    name: 'auth',
    routes,
    async health() {
      try {
        await pool.query('select 1');
        return { ok: true };
      } catch (error) {
        return { ok: false, detail: error instanceof Error ? error.message : String(error) };
      }
    },
    async stop() {
      clearInterval(timer);
      await pool.end();
    },
  };
}
