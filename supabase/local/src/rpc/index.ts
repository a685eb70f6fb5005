import { Hono } from 'hono';
import type { Identity, PlatformContext, PlatformPart } from '../context.ts';
import type { RoleSettings } from '../database/role-settings.ts';
import { authenticate } from '../gateway/authenticate.ts';
import { requestHeaders, type RequestSession } from '../rest/session-settings.ts';
import { failureFrom, type ApiFailure } from '../rest/sql-error.ts';
import type { SchemaCache } from '../rest/schema-cache.ts';
import { callSql } from './call-sql.ts';
import { loadFunctionCatalog, type FunctionCatalog } from './function-catalog.ts';
import { readCall } from './read-call.ts';
import { respond } from './respond.ts';
import { runCall, StatementNames } from './run-call.ts';

export interface RpcOptions {
  schemas: string[];
  roleSettings: RoleSettings;
  schemaCache: SchemaCache;
  /** The table engine, for calls whose query goes beyond what is answered here. */
  fallback(request: Request, identity: Identity): Promise<Response>;
}

/** `/rest/v1/rpc/*`: functions of the exposed schemas, one transaction and one statement for each call. */
export async function createRpc(ctx: PlatformContext, options: RpcOptions): Promise<PlatformPart> {
  const { roleSettings } = options;
  const statements = new StatementNames();
  let catalog: FunctionCatalog | null = null;
  options.schemaCache.onReload(() => (catalog = null));
  const currentCatalog = async (): Promise<FunctionCatalog> =>
    (catalog ??= await loadFunctionCatalog(ctx.pool, options.schemas));

  const routes = new Hono();
  routes.on(['GET', 'HEAD', 'POST'], '/rest/v1/rpc/:name', async (c) => {
    const identity = await authenticate(c, ctx.identify);
    try {
      const profile = c.req.header(c.req.method === 'POST' ? 'content-profile' : 'accept-profile');
      const schema = profile ?? options.schemas[0] ?? 'public';
      if (!options.schemas.includes(schema)) return json(unknownSchema(schema, options.schemas));
      const read = await readCall(c, schema, c.req.param('name'), await currentCatalog());
      if ('failure' in read) return json(read.failure);
      if ('beyond' in read) {
        const { url, method, headers } = c.req.raw;
        return options.fallback(new Request(url, { method, headers, body: read.body }), identity);
      }
      const session: RequestSession = {
        identity,
        method: c.req.method,
        path: c.req.path.replace('/rest/v1', ''),
        headers: requestHeaders(c.req.raw.headers),
      };
      const { call, mediaType, single } = read;
      const readOnly = c.req.method !== 'POST' || call.fn.volatility !== 'v';
      const transaction = {
        pool: ctx.apiPool,
        roleSettings,
        session,
        readOnly,
        settings: call.fn.hoistedSettings,
      };
      const row = await runCall(transaction, callSql(call), statements);
      return respond(call, row, mediaType, single);
    } catch (error) {
      return json(failureFrom(error, identity.role !== 'anon'));
    }
  });

  return {
    name: 'rpc',
    routes,
    async health() {
      try {
        await currentCatalog();
        return { ok: true };
      } catch (error) {
        return { ok: false, detail: (error as Error).message };
      }
    },
    async stop() {},
  };
}

const json = ({ status, body, headers }: ApiFailure): Response => Response.json(body, { status, headers });

function unknownSchema(schema: string, schemas: string[]): ApiFailure {
  return {
    status: 406,
    body: {
      code: 'PGRST106',
      message: `Invalid schema: ${schema}`,
      details: null,
      hint: `Only the following schemas are exposed: ${schemas.join(', ')}`,
    },
  };
}
