import type { CryptoKey } from 'jose';
import type { Logger } from 'pino';
import type { Pool } from 'pg';
import type { PlatformContext, PlatformKeys } from '../context.ts';
import type { Limits } from './limits/limits.ts';
import type { AuthSettings } from './settings.ts';

/** What every module of Auth works with. */
export interface AuthCore {
  pool: Pool;
  settings: AuthSettings;
  keys: PlatformKeys;
  /** The private key of `keys.signingJwk`, ready to sign. */
  signingKey: CryptoKey;
  limits: Limits;
  log: Logger;
  identify: PlatformContext['identify'];
}

/** Where a request comes from. `ip` is known only behind a proxy that sets `X-Forwarded-For`. */
export interface ClientInfo {
  ip: string | undefined;
  userAgent: string;
}
