import { AsyncLocalStorage } from 'node:async_hooks';
import { App } from '@supabase/lite';
import { Hono } from 'hono';
import type { Identity, PlatformContext, PlatformPart } from '../context.ts';
import type { RoleSettings } from '../database/role-settings.ts';
import { authenticate } from '../gateway/authenticate.ts';
import { correctAnswer } from './correct-answer.ts';
import { guardProcess } from './guard-process.ts';
import { createLiteConnection, type Answering } from './lite-connection.ts';
import { openEmbedNamer } from './name-embeds.ts';
import { NoRelationship } from './name-relationships.ts';
import { protectValues } from './protect-values.ts';
import { joinRepeatedOr, refuseUnfiltered } from './rewrite-request.ts';
import type { SchemaCache } from './schema-cache.ts';
import { requestHeaders, type RequestSession } from './session-settings.ts';
import { databaseUnavailable } from './sql-error.ts';

export interface RestOptions {
  /** URL of the `authenticator` role. */
  databaseUrl: string;
  schemas: string[];
  maxRows: number;
  roleSettings: RoleSettings;
  schemaCache: SchemaCache;
}

export interface RestPart extends PlatformPart {
  /** Answers one request as the given identity; the path says which table or function. */
  answer(request: Request, identity: Identity): Promise<Response>;
}

/** `/rest/v1/*`: tables and views of the exposed schemas by @supabase/lite, behind this project's guards. */
export async function createRest(ctx: PlatformContext, options: RestOptions): Promise<RestPart> {
  const requests = new AsyncLocalStorage<Answering>();
  const { connection, close } = createLiteConnection({
    url: options.databaseUrl,
    adminUrl: ctx.adminUrl,
    roleSettings: options.roleSettings,
    current: () => requests.getStore(),
    log: ctx.log,
  });
  const release = guardProcess(() => requests.getStore() !== undefined, ctx.log);
  const engine = new App({
    connection,
    api: { enabled: true, schemas: options.schemas, max_rows: options.maxRows },
    auth: { enabled: false, jwt_secret: ctx.keys.jwtSecret },
    storage: { enabled: false },
    studio: { enabled: false },
    options: {
      server: {
        admin: false,
        apiKeys: {
          // The gateway has proven who asks; no header can say otherwise.
          resolver: async () => {
            const identity = requests.getStore()?.session.identity;
            if (!identity) return null;
            return {
              type: identity.role === 'service_role' ? 'secret' : 'publishable',
              claims: identity.claims,
            };
          },
        },
      },
    },
  } as ConstructorParameters<typeof App>[0]);
  await engine.init();
  const forget = (): void => void connection.clearSchemaCache();
  options.schemaCache.onReload(forget);
  const withNamedEmbeds = openEmbedNamer(connection, options.schemas[0] ?? 'public');

  const answer = async (request: Request, identity: Identity): Promise<Response> => {
    const url = protectValues(joinRepeatedOr(new URL(request.url)));
    const refused = refuseUnfiltered(request.method, url);
    if (refused) return Response.json(refused.body, { status: refused.status });
    const headers = new Headers(request.headers);
    headers.delete('authorization');
    headers.set('apikey', 'proven');
    const session: RequestSession = {
      identity,
      method: request.method,
      path: url.pathname.replace('/rest/v1', ''),
      headers: requestHeaders(request.headers),
    };
    const content = request.body ? { body: await request.arrayBuffer() } : {};
    const answering: Answering = { session, databaseLost: false };
    return requests.run(answering, async () => {
      let given: Response | null = null;
      try {
        const forwarded = new Request(await withNamedEmbeds(request, url), {
          method: request.method,
          headers,
          ...content,
        });
        given = await engine.fetch(forwarded, { peerAddress: null });
      } catch (error) {
        if (error instanceof NoRelationship)
          return Response.json(error.failure.body, { status: error.failure.status });
        ctx.log.warn({ err: error }, 'data API failed');
      }
      if (given && !(answering.databaseLost && given.status >= 500)) return correctAnswer(given);
      const { status, body, headers: extra } = databaseUnavailable();
      return Response.json(body, { status, headers: extra });
    });
  };

  const routes = new Hono();
  routes.all('/rest/v1/*', async (c) => answer(c.req.raw, await authenticate(c, ctx.identify)));

  return {
    name: 'rest',
    routes,
    answer,
    async health() {
      return (await connection.ping()) ? { ok: true } : { ok: false, detail: 'the database does not answer' };
    },
    async stop() {
      release();
      await close();
    },
  };
}
