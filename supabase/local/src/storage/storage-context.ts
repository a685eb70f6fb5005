import type { Context } from 'hono';
import type { Pool, PoolClient } from 'pg';
import type { Identity, PlatformContext } from '../context.ts';
import type { RoleSettings } from '../database/role-settings.ts';
import { bearerToken } from '../gateway/authenticate.ts';
import { asCaller } from '../rest/as-caller.ts';
import { requestHeaders } from '../rest/session-settings.ts';
import type { FileStore } from './file-store.ts';
import { invalidRequest } from './storage-failure.ts';
import type { UrlTokens } from './url-tokens.ts';

export interface StorageContext {
  /** For work as the caller. */
  apiPool: Pool;
  /** For what storage itself writes after the caller's right was proven. */
  ownPool: Pool;
  roleSettings: RoleSettings;
  identify: PlatformContext['identify'];
  files: FileStore;
  tokens: UrlTokens;
}

/** Who asks: the bearer token, or else the API key. Throws when there is neither. */
export async function callerOf(c: Context, { identify }: StorageContext): Promise<Identity> {
  const token = bearerToken(c.req.header('authorization')) ?? c.req.header('apikey') ?? c.req.query('apikey');
  if (!token) throw invalidRequest("headers must have required property 'authorization'");
  return identify(token);
}

export interface CallerWork {
  identity: Identity;
  /** Value of `storage.operation()` for policies. */
  operation: string;
  dryRun?: boolean;
}

/** Runs statements as the caller, so that the policies on `storage.*` decide. */
export function inStorageAs<T>(
  c: Context,
  storage: StorageContext,
  { identity, operation, dryRun }: CallerWork,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return asCaller(
    {
      pool: storage.apiPool,
      roleSettings: storage.roleSettings,
      session: {
        identity,
        method: c.req.method,
        path: c.req.path,
        headers: requestHeaders(c.req.raw.headers),
        storageOperation: operation,
      },
      settings: [['storage.allow_delete_query', 'true']],
      dryRun,
    },
    work,
  );
}
