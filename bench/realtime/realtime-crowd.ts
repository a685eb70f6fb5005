import { SignJWT } from 'jose';
import type { WebSocket } from 'ws';
import { openCrowd, type Crowd } from './crowd.ts';
import type { BenchOptions } from './options.ts';
import type { PlatformFacts } from './platform-server.ts';

const joinTimeoutMs = 20_000;

export const topicOf = (channel: number) => `bench:order:${channel}`;

/** Sockets joined to private channels, each with a user's token of its own; the channel's speaker hears itself. */
export async function openRealtimeCrowd(options: BenchOptions, facts: PlatformFacts): Promise<Crowd> {
  const address = `${facts.url.replace('http', 'ws')}/realtime/v1/websocket?vsn=2.0.0&apikey=${facts.publishableKey}`;
  return openCrowd({
    ...options,
    url: () => address,
    async enter(socket, channel) {
      await join(socket, channel, await userToken(facts.jwtSecret));
    },
  });
}

async function join(socket: WebSocket, channel: number, token: string): Promise<void> {
  const config = { private: true, broadcast: { self: true } };
  socket.send(
    JSON.stringify(['1', '1', `realtime:${topicOf(channel)}`, 'phx_join', { config, access_token: token }]),
  );
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('join: no answer')), joinTimeoutMs);
    socket.once('message', (data: Buffer) => {
      clearTimeout(timer);
      const text = data.toString();
      if (text.includes('"status":"ok"')) resolve();
      else reject(new Error(`join: ${text}`));
    });
  });
}

function userToken(secret: string): Promise<string> {
  return new SignJWT({ role: 'authenticated' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(crypto.randomUUID())
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));
}

/** A broadcast as supabase-js pushes it: `03`, five lengths, the encoding, five strings, the payload. */
export function pushFrame(channel: number, event: string, payload: string): Buffer {
  const fields = ['1', '', `realtime:${topicOf(channel)}`, event, ''].map((text) => Buffer.from(text));
  const head = Buffer.from([3, ...fields.map((field) => field.length), 1]);
  return Buffer.concat([head, ...fields, Buffer.from(payload)]);
}
