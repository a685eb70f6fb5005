import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { Hono } from 'hono';
import type { PlatformContext, PlatformPart } from '../context.ts';
import type { RoleSettings } from '../database/role-settings.ts';
import { createFileStore } from './file-store.ts';
import { actionRoutes } from './routes/action-routes.ts';
import { bucketRoutes } from './routes/bucket-routes.ts';
import { downloadRoutes } from './routes/download-routes.ts';
import { uploadRoutes } from './routes/upload-routes.ts';
import type { StorageContext } from './storage-context.ts';
import { StorageFailure, storageFailureResponse } from './storage-failure.ts';
import { createUrlTokens } from './url-tokens.ts';

/** `/storage/v1/*`: buckets and objects under the policies of `storage.*`, files in `<dataDir>/storage`. */
export async function createStorage(ctx: PlatformContext, roleSettings: RoleSettings): Promise<PlatformPart> {
  const folder = join(ctx.config.dataDir, 'storage');
  await mkdir(folder, { recursive: true });
  const storage: StorageContext = {
    apiPool: ctx.apiPool,
    ownPool: ctx.pool,
    roleSettings,
    identify: ctx.identify,
    files: createFileStore(folder),
    tokens: createUrlTokens(ctx.keys.jwtSecret),
  };
  const routes = new Hono();
  // Verbs come before the paths that name an object, which take any second segment.
  routes.route('/', bucketRoutes(storage));
  routes.route('/', actionRoutes(storage));
  routes.route('/', downloadRoutes(storage));
  routes.route('/', uploadRoutes(storage));
  routes.all('/storage/v1/*', (c) => {
    throw new StorageFailure(404, 'NotFound', 'Not Found', `Route ${c.req.method}:${c.req.path} not found`);
  });
  routes.onError((error) => storageFailureResponse(error));

  return {
    name: 'storage',
    routes,
    async health() {
      await ctx.pool.query('select 1 from storage.buckets limit 1');
      return { ok: true };
    },
    async stop() {},
  };
}
