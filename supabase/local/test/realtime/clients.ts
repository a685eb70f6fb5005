import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createClient, type RealtimeChannel, type SupabaseClient } from '@supabase/supabase-js';
import { SignJWT } from 'jose';
import pg from 'pg';
import { pino } from 'pino';
import type { PlatformContext, PlatformKeys } from '../../src/context.ts';
import { createIdentify } from '../../src/identity/identify.ts';
import { createRealtime } from '../../src/realtime/index.ts';
import type { RealtimeSettings } from '../../src/realtime/settings.ts';

/** What a test needs to know of a running platform. */
export interface Target {
  url: string;
  keys: PlatformKeys;
  dbUrl: string;
  adminUrl: string;
}

export const newTopic = () => `t-${randomUUID()}`;

/** A user's token, signed as the platform would; `exp` is in seconds from now. */
export function userToken(
  { keys }: Target,
  {
    sub = randomUUID(),
    exp = 3600,
    ...claims
  }: { sub?: string; exp?: number; [claim: string]: unknown } = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ role: 'authenticated', aud: 'authenticated', ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(sub)
    .setIssuedAt(now)
    .setExpirationTime(now + exp)
    .sign(new TextEncoder().encode(keys.jwtSecret));
}

export interface ClientOptions {
  key?: string;
  vsn?: '1.0.0' | '2.0.0';
  token?: string | (() => Promise<string>);
}

/** Clients that a test has not closed yet; one that fails leaves its own here, and they would go on reconnecting. */
const opened = new Set<SupabaseClient>();

/**
 * A supabase-js client of the target; with a token it acts as that user. The library asks for the token
 * in the background and may join without it, so it is asked for here.
 */
export async function openClient(
  target: Target,
  { key, vsn, token }: ClientOptions = {},
): Promise<SupabaseClient> {
  const accessToken = typeof token === 'string' ? async () => token : token;
  const client = createClient(target.url, key ?? target.keys.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: vsn ? { vsn } : {},
    ...(accessToken ? { accessToken } : {}),
  });
  opened.add(client);
  if (accessToken) await client.realtime.setAuth();
  return client;
}

export interface JoinOutcome {
  status: string;
  message: string;
}

/** Subscribes and waits for the first answer. */
export function join(channel: RealtimeChannel, timeoutMs = 10_000): Promise<JoinOutcome> {
  return within(
    timeoutMs,
    'join',
    new Promise((resolve) => {
      channel.subscribe((status, error) => resolve({ status, message: error?.message ?? '' }));
    }),
  );
}

/** Subscribes and insists that it works. */
export async function joined(channel: RealtimeChannel): Promise<RealtimeChannel> {
  const { status, message } = await join(channel);
  if (status !== 'SUBSCRIBED') throw new Error(`join answered ${status}: ${message}`);
  return channel;
}

/** Values as they come, to be waited for one by one. */
export class Inbox<T> {
  readonly all: T[] = [];
  #wake = new Set<() => void>();

  readonly push = (value: T): void => {
    this.all.push(value);
    for (const wake of this.#wake) wake();
  };

  /** The first value that fits, past or future. */
  find(fits: (value: T) => boolean, what = 'value', timeoutMs = 10_000): Promise<T> {
    const search = new Promise<T>((resolve) => {
      const look = () => {
        const found = this.all.find(fits);
        if (found === undefined) return;
        this.#wake.delete(look);
        resolve(found);
      };
      this.#wake.add(look);
      look();
    });
    return within(timeoutMs, what, search);
  }

  async count(amount: number, timeoutMs = 10_000): Promise<T[]> {
    await this.find(() => this.all.length >= amount, `${amount} values`, timeoutMs);
    return this.all;
  }
}

export async function within<T>(timeoutMs: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

export interface BroadcastMessage {
  event: string;
  payload?: unknown;
  meta?: { id?: string; replayed?: boolean };
}

/** Everything that is broadcast to a channel. Call it before the channel joins. */
export function broadcasts(channel: RealtimeChannel): Inbox<BroadcastMessage> {
  const inbox = new Inbox<BroadcastMessage>();
  channel.on('broadcast', { event: '*' }, (message) => inbox.push(message as unknown as BroadcastMessage));
  return inbox;
}

export interface SystemMessage {
  extension: string;
  status: string;
  message: string;
  channel: string;
}

export function systemMessages(channel: RealtimeChannel): Inbox<SystemMessage> {
  const inbox = new Inbox<SystemMessage>();
  channel.on('system', {}, (message) => inbox.push(message as SystemMessage));
  return inbox;
}

/** A database session as `postgres`, closed by `end()`. */
export async function openDatabase(connectionString: string): Promise<pg.Client> {
  const database = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  database.on('error', () => undefined);
  await database.connect();
  return database;
}

/** A second Realtime server on the target's database, with its own limits. */
export async function startServer(
  target: Target,
  settings: Partial<RealtimeSettings>,
): Promise<Target & { stop(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: target.adminUrl, max: 2 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const context = {
    keys: target.keys,
    log: pino({ level: 'silent' }),
    adminUrl: target.adminUrl,
    pool,
    identify: await createIdentify(target.keys),
  };
  const part = await createRealtime(context as unknown as PlatformContext, settings);
  const routes = part.routes;
  if (!routes) throw new Error('no routes');
  const server = createServer(getRequestListener(routes.fetch));
  server.on('upgrade', (request, socket, head) => part.upgrade?.(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...target,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await part.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    },
  };
}

export async function closeClients(...clients: SupabaseClient[]): Promise<void> {
  for (const client of clients) {
    opened.delete(client);
    await client.removeAllChannels();
    await client.realtime.disconnect();
  }
}

/** Closes what failed tests left open. */
export async function closeOpenClients(): Promise<void> {
  await closeClients(...opened);
}
