import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { randomUUID } from 'node:crypto';
import { readPersistence, storeBroadcast } from './database/persistence.ts';
import { RealtimeFailure } from './failure.ts';
import { groupKey } from './hub.ts';
import { readBatch, type BatchMessage } from './rest-batch.ts';
import type { RealtimeServices } from './services.ts';
import { verifyToken, type VerifiedToken } from './token.ts';
import { broadcastFrame } from './wire/broadcast-frame.ts';

type Env = { Variables: { token: VerifiedToken } };

const overRate = { message: 'You have exceeded your rate limit' };

/** REST broadcast: `POST /realtime/v1/api/broadcast` and `…/broadcast/{topic}/events/{event}`. */
export function createRestRoutes(services: RealtimeServices): Hono {
  const app = new Hono<Env>();
  app.use(
    '/realtime/v1/api/*',
    cors({ origin: '*', allowHeaders: ['*'], allowMethods: ['POST', 'OPTIONS'] }),
  );
  app.use('/realtime/v1/api/*', async (c, next) => {
    const bearer = /^Bearer\s+(.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const candidate = bearer ?? c.req.header('apikey');
    const token = candidate ? await verifyToken(services.identify, candidate).catch(onlyFailures) : null;
    if (!token) return c.json({ message: 'Unauthorized' }, 401);
    c.set('token', token);
    return next();
  });

  app.post('/realtime/v1/api/broadcast', async (c) => {
    const batch = readBatch(await c.req.text(), services.settings.maxPayloadBytes);
    if ('errors' in batch) return c.json(batch, 422);
    if (!services.messageRate.take(batch.messages.length)) return c.json(overRate, 429);
    const asked = new Map<string, Promise<boolean>>();
    for (const message of batch.messages) {
      if (message.isPrivate && !(await mayWrite(services, c, message.topic, asked))) continue;
      send(services, message);
    }
    return c.body(null, 202);
  });

  app.post('/realtime/v1/api/broadcast/:topic/events/:event', async (c) => {
    const { topic, event } = c.req.param();
    const isPrivate = c.req.query('private') === 'true';
    const content = await readContent(c);
    if (!content)
      return c.json({ error: 'Content-Type must be application/json or application/octet-stream' }, 415);
    if (content === 'malformed') return c.json({ error: 'The body is not valid JSON' }, 400);
    if (content.payload.length > services.settings.maxPayloadBytes) {
      return c.json({ error: 'Payload size exceeds tenant limit' }, 413);
    }
    if (!services.messageRate.take()) return c.json(overRate, 429);
    if (isPrivate && !(await mayWrite(services, c, topic, new Map())))
      return c.json({ message: 'Unauthorized' }, 403);
    const persistence = isPrivate ? readPersistence(JSON.stringify({ persist: persistQuery(c) })) : null;
    const message: BatchMessage = { topic, event, isPrivate, ...content };
    if (!persistence) send(services, message);
    else {
      const id = randomUUID();
      await storeBroadcast(services, id, topic, { ...message, topic: `realtime:${topic}` }, persistence);
      send(services, message, id);
    }
    return c.body(null, 202);
  });
  app.onError((error, c) => {
    const status: ContentfulStatusCode = error instanceof RealtimeFailure ? 503 : 500;
    services.log.error({ err: error.message }, 'broadcast request failed');
    return c.json({ message: status === 503 ? error.message : 'Internal server error' }, status);
  });
  return app as unknown as Hono;
}

function onlyFailures(error: unknown): null {
  if (error instanceof RealtimeFailure) return null;
  throw error;
}

function send(
  services: RealtimeServices,
  { topic, event, isPrivate, encoding, payload }: BatchMessage,
  id?: string,
): void {
  const meta = id === undefined ? undefined : JSON.stringify({ id });
  const frame = broadcastFrame({ topic: `realtime:${topic}`, event, encoding, payload, meta });
  services.hub.send(groupKey(topic, isPrivate), frame, 'broadcast');
}

/** Asks the policies once for each topic of a request. */
function mayWrite(
  services: RealtimeServices,
  c: Context<Env>,
  topic: string,
  asked: Map<string, Promise<boolean>>,
): Promise<boolean> {
  const known = asked.get(topic);
  if (known) return known;
  const answer = services.authorization.write(
    { topic, identity: c.get('token').identity, headers: customHeaders(c) },
    'broadcast',
  );
  asked.set(topic, answer);
  return answer;
}

function customHeaders(c: Context<Env>): Record<string, string> {
  const all = Object.entries(c.req.header());
  return Object.fromEntries(all.filter(([name]) => name.startsWith('x-') && name !== 'x-api-key'));
}

async function readContent(
  c: Context<Env>,
): Promise<Pick<BatchMessage, 'encoding' | 'payload'> | 'malformed' | null> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && type !== 'application/octet-stream') return null;
  const payload = Buffer.from(await c.req.arrayBuffer());
  if (type === 'application/octet-stream') return { encoding: 'binary', payload };
  try {
    JSON.parse(payload.toString('utf8'));
    return { encoding: 'json', payload };
  } catch {
    return 'malformed';
  }
}

function persistQuery(c: Context<Env>): unknown {
  if (c.req.query('persist') === 'true') return true;
  const ttl = c.req.query('persist[ttl]');
  return ttl === undefined ? undefined : { ttl: Number(ttl) };
}
