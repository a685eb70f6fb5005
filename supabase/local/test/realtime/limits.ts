import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RealtimeSettings } from '../../src/realtime/settings.ts';
import { pushBytes, RawSocket } from './raw-socket.ts';
import { target } from './target.ts';
import {
  broadcasts,
  closeClients,
  joined,
  newTopic,
  openClient,
  startServer,
  type Target,
} from './clients.ts';

/** Runs a test against a server with limits of its own. */
async function limited(
  settings: Partial<RealtimeSettings>,
  test: (server: Target) => Promise<void>,
): Promise<void> {
  const server = await startServer(target, settings);
  try {
    await test(server);
  } finally {
    await server.stop();
  }
}

const systemText = async (socket: RawSocket) => (await socket.event('system')).payload.message;
const message = (n: number, padding = '') => ({ type: 'broadcast', event: 'e', payload: { n, padding } });

describe('limits', () => {
  it('refuse the channel beyond the hundredth of a connection', async () => {
    const socket = await RawSocket.connect(target, 2);
    const topics = Array.from({ length: 100 }, newTopic);
    await Promise.all(topics.map((topic, index) => socket.join(topic, `${index}`)));
    const reply = await socket.join(newTopic(), '100');
    assert.deepEqual(reply.payload, {
      status: 'error',
      response: { reason: 'ChannelRateLimitReached: Too many channels' },
    });
    socket.send('0', '200', `realtime:${topics[0]}`, 'phx_leave', {});
    await socket.reply('200');
    assert.equal((await socket.join(newTopic(), '101')).payload.status, 'ok');
    socket.close();
  });

  it('refuse the socket beyond the last', () =>
    limited({ maxSockets: 2 }, async (server) => {
      const sockets = [await RawSocket.connect(server, 2), await RawSocket.connect(server, 2)];
      await assert.rejects(RawSocket.connect(server, 2), {
        message: '429 {"error":"Too many connected users"}',
      });
      sockets[0]?.close();
      await sockets[0]?.closed;
      sockets[1]?.close();
    }));

  it('refuse joins that come too fast, and the handshakes after them', () =>
    limited({ joinsPerSecond: 2, rateWindowMs: 60_000 }, async (server) => {
      const socket = await RawSocket.connect(server, 2);
      for (let n = 0; n < 120; n += 1) {
        socket.send(`${n}`, `${n}`, 'realtime:same', 'phx_join', { config: {} });
      }
      const reply = await socket.join(newTopic(), '120');
      assert.deepEqual(reply.payload.response, {
        reason: 'ClientJoinRateLimitReached: Too many joins per second',
      });
      assert.equal((await socket.closed).code, 1008);
      await assert.rejects(RawSocket.connect(server, 2), {
        message: '429 {"error":"Too many joins per second"}',
      });
    }));

  it('end a channel that sends too much, and cut a socket that floods', () =>
    limited({ socketMessagesPerSecond: 10, rateWindowMs: 60_000 }, async (server) => {
      const topic = newTopic();
      const socket = await RawSocket.connect(server, 2);
      await socket.join(topic, '1');
      for (let n = 0; n < 601; n += 1) socket.send('1', null, `realtime:${topic}`, 'broadcast', message(n));
      assert.equal(await systemText(socket), 'Too many messages per second');
      await socket.event('phx_close');
      for (let n = 0; n < 700; n += 1) socket.send(null, null, 'phoenix', 'heartbeat', {});
      assert.equal((await socket.closed).code, 1008);
    }));

  it('end channels when everyone together sends too much, and answer REST with 429', () =>
    limited({ messagesPerSecond: 1, rateWindowMs: 30_000 }, async (server) => {
      const topic = newTopic();
      const socket = await RawSocket.connect(server, 2);
      await socket.join(topic, '1');
      const rest = (amount: number) =>
        fetch(`${server.url}/realtime/v1/api/broadcast`, {
          method: 'POST',
          headers: { apikey: server.keys.anonJwt, 'content-type': 'application/json' },
          body: JSON.stringify({
            messages: Array.from({ length: amount }, () => ({ topic, event: 'e', payload: {} })),
          }),
        });
      assert.equal((await rest(20)).status, 202);
      const refused = await rest(11);
      assert.equal(refused.status, 429);
      assert.ok('message' in ((await refused.json()) as object));
      assert.equal((await rest(10)).status, 202);
      socket.send('1', null, `realtime:${topic}`, 'broadcast', message(1));
      assert.equal(await systemText(socket), 'Too many messages per second');
      socket.close();
    }));

  it('refuse a payload that is too large, with an answer only where one was asked for', () =>
    limited({ maxPayloadBytes: 1_000 }, async (server) => {
      const topic = newTopic();
      const [sender, receiver] = [await RawSocket.connect(server, 2), await RawSocket.connect(server, 2)];
      await receiver.join(topic, '1');
      await sender.join(topic, '1', { broadcast: { ack: true } });
      const large = JSON.stringify({ padding: 'x'.repeat(1_000) });
      sender.sendBytes(pushBytes('1', '2', topic, 'large', large));
      assert.equal((await sender.reply('2')).payload.status, 'error');
      sender.send('1', '3', `realtime:${topic}`, 'broadcast', message(1, large));
      assert.equal((await sender.reply('3')).payload.status, 'error');
      const rest = (path: string, body: string) =>
        fetch(`${server.url}/realtime/v1/api/broadcast${path}`, {
          method: 'POST',
          headers: { apikey: server.keys.anonJwt, 'content-type': 'application/json' },
          body,
        });
      const batch = JSON.stringify({ messages: [{ topic, event: 'large', payload: { large } }] });
      assert.equal((await rest('', batch)).status, 422);
      assert.equal((await rest(`/${topic}/events/large`, large)).status, 413);
      receiver.send('1', '4', `realtime:${topic}`, 'presence', { event: 'track', payload: { large } });
      assert.equal(await systemText(receiver), 'Track message size exceeded');
      assert.ok(!receiver.frames.all.some((frame) => frame.event === 'broadcast'));
      sender.close();
      receiver.close();
    }));

  it('let three megabytes through and close on a frame beyond five', async () => {
    const topic = newTopic();
    const [a, b] = [await openClient(target), await openClient(target)];
    const received = broadcasts(b.channel(topic));
    await Promise.all([
      joined(a.channel(topic, { config: { broadcast: { ack: true } } })),
      joined(b.channel(topic)),
    ]);
    const text = 'x'.repeat(2_999_000);
    assert.equal(await a.channel(topic).send({ type: 'broadcast', event: 'e', payload: { text } }), 'ok');
    assert.deepEqual((await received.find(() => true)).payload, { text });
    const socket = await RawSocket.connect(target, 2);
    socket.sendBytes(Buffer.alloc(5_000_001));
    assert.equal((await socket.closed).code, 1009);
    await closeClients(a, b);
  });

  it('end presence that all members together use too much', () =>
    limited(
      { presencePerSecond: 1, rateWindowMs: 3_000, presenceCalls: 100, presenceWindowMs: 60_000 },
      async (server) => {
        const topic = newTopic();
        const socket = await RawSocket.connect(server, 2);
        await socket.join(topic, '1');
        for (let n = 0; n < 10; n += 1) {
          socket.send('1', `${n + 2}`, `realtime:${topic}`, 'presence', { event: 'track', payload: { n } });
        }
        assert.equal(await systemText(socket), 'Too many presence messages per second');
        socket.close();
      },
    ));

  it('close a silent socket', () =>
    limited({ idleSocketMs: 100 }, async (server) => {
      const socket = await RawSocket.connect(server, 2);
      assert.equal((await socket.closed).code, 1000);
    }));
});
