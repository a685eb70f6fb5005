import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { PartHealth, PlatformPart } from '../context.ts';
import type { Logger } from 'pino';
import { failureResponse } from './failure-response.ts';
import { limitBody } from './limit-body.ts';

const MEBIBYTE = 1024 * 1024;
/** Largest body by path prefix; the first that fits counts. */
const BODY_LIMITS: [string, number][] = [
  ['/storage/v1/', 51 * MEBIBYTE],
  ['/functions/v1/', 20 * MEBIBYTE],
  ['/rest/v1/', 10 * MEBIBYTE],
  ['/realtime/v1/', 6 * MEBIBYTE],
  ['/auth/v1/', MEBIBYTE],
];
const EXPOSED_HEADERS = [
  'Content-Range',
  'Content-Location',
  'Content-Profile',
  'Location',
  'Preference-Applied',
  'Range-Unit',
  'X-Request-Id',
  'X-Sb-Error-Code',
  'X-Supabase-Api-Version',
  'X-Total-Count',
  'Link',
];

export interface GatewayOptions {
  port: number;
  parts: PlatformPart[];
  log: Logger;
  /** Health of what is no part: the database. */
  databaseHealth(): Promise<PartHealth>;
}

export interface Gateway {
  stop(): Promise<void>;
}

/** One HTTP server in front of all parts: limits, CORS, request ids, log lines, health; unknown paths get 404. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const app = createApp(options);
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  server.requestTimeout = 120_000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request, socket, head) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    const realtime = options.parts.find((part) => part.name === 'realtime');
    const path = (request.url ?? '').split('?')[0];
    if (!realtime?.upgrade || path !== '/realtime/v1/websocket') {
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    realtime.upgrade(request, socket, head);
  });
  await listen(server, options.port);
  return {
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const force = setTimeout(() => {
        server.closeAllConnections();
        sockets.forEach((socket) => socket.destroy());
      }, 3000);
      await closed;
      clearTimeout(force);
      sockets.forEach((socket) => socket.destroy());
    },
  };
}

function createApp({ parts, log, databaseHealth }: GatewayOptions): Hono {
  const app = new Hono();
  app.use('*', async (c, next) => {
    const started = performance.now();
    const id = requestId(c.req.header('x-request-id'));
    await next();
    c.res.headers.set('x-request-id', id);
    log.info({
      id,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    });
  });
  const crossOrigin = cors({
    origin: '*',
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    exposeHeaders: EXPOSED_HEADERS,
    maxAge: 3600,
  });
  // Edge functions answer for their own CORS, as in production: one that forgets it must fail here too.
  app.use('*', (c, next) => (c.req.path.startsWith('/functions/v1/') ? next() : crossOrigin(c, next)));
  for (const [prefix, maxSize] of BODY_LIMITS) {
    app.use(`${prefix}*`, limitBody(maxSize));
  }
  app.get('/health', async (c) => {
    const checks = await Promise.all([
      databaseHealth().then((health) => ['database', health] as const),
      ...parts.map(async (part) => [part.name, await part.health().catch(unhealthy)] as const),
    ]);
    const ok = checks.every(([, health]) => health.ok);
    return c.json({ ok, parts: Object.fromEntries(checks) }, ok ? 200 : 503);
  });
  for (const part of parts) if (part.routes) app.route('/', part.routes);
  app.notFound((c) => c.json({ code: 'not_found', message: 'no Route matched with those values' }, 404));
  app.onError((error) => {
    const response = failureResponse(error);
    if (response.status === 500) log.error({ err: error }, 'unexpected error');
    return response;
  });
  return app;
}

const unhealthy = (error: Error): PartHealth => ({ ok: false, detail: error.message });

function requestId(given: string | undefined): string {
  return given && /^[\w.-]{1,128}$/.test(given) ? given : randomUUID();
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `platform.port_taken: port ${port} (gateway) is in use; stop what uses it or choose another`,
            )
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
