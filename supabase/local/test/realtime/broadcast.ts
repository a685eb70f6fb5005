import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { target } from './target.ts';
import { broadcasts, closeClients, joined, newTopic, openClient } from './clients.ts';

const precise = '12345678901234567890';

for (const vsn of ['1.0.0', '2.0.0'] as const) {
  describe(`broadcast through supabase-js, version ${vsn}`, () => {
    it('reaches the others and not the sender', async () => {
      const topic = newTopic();
      const [a, b] = [
        await openClient(target, { vsn }),
        await openClient(target, { vsn, key: target.keys.anonJwt }),
      ];
      const [sender, receiver] = [a.channel(topic), b.channel(topic)];
      const [own, others] = [broadcasts(sender), broadcasts(receiver)];
      await Promise.all([joined(sender), joined(receiver)]);
      await sender.send({ type: 'broadcast', event: 'move', payload: { at: [1, 2], 名: '骑手' } });
      await receiver.send({ type: 'broadcast', event: 'fence', payload: {} });
      await own.count(1);
      const message = await others.find(() => true);
      assert.deepEqual(message, { type: 'broadcast', event: 'move', payload: { at: [1, 2], 名: '骑手' } });
      assert.deepEqual(
        own.all.map((m) => m.event),
        ['fence'],
      );
      await closeClients(a, b);
    });

    it('acknowledges when asked, after the own copy', async () => {
      const client = await openClient(target, { vsn });
      const channel = client.channel(newTopic(), { config: { broadcast: { ack: true, self: true } } });
      const own = broadcasts(channel);
      await joined(channel);
      assert.equal(await channel.send({ type: 'broadcast', event: 'e', payload: { n: 1 } }), 'ok');
      assert.equal(own.all.length, 1);
      await closeClients(client);
    });

    it('reaches another socket of the same user', async () => {
      const topic = newTopic();
      const [a, b] = [await openClient(target, { vsn }), await openClient(target, { vsn })];
      const received = broadcasts(b.channel(topic));
      await Promise.all([joined(a.channel(topic)), joined(b.channel(topic))]);
      await a.channel(topic).send({ type: 'broadcast', event: 'e', payload: {} });
      await received.count(1);
      await closeClients(a, b);
    });
  });
}

describe('broadcast', () => {
  it('carries bytes', async () => {
    const topic = newTopic();
    const [a, b] = [await openClient(target), await openClient(target)];
    const received = broadcasts(b.channel(topic));
    await Promise.all([joined(a.channel(topic)), joined(b.channel(topic))]);
    await a
      .channel(topic)
      .send({ type: 'broadcast', event: 'raw', payload: new Uint8Array([1, 0, 255]).buffer });
    const { payload } = await received.find(() => true);
    assert.deepEqual([...new Uint8Array(payload as ArrayBuffer)], [1, 0, 255]);
    await closeClients(a, b);
  });

  it('goes by REST while the channel is not joined', async () => {
    const topic = newTopic();
    const [a, b] = [await openClient(target), await openClient(target)];
    const received = broadcasts(b.channel(topic));
    await joined(b.channel(topic));
    assert.equal(await a.channel(topic).send({ type: 'broadcast', event: 'rest', payload: { n: 1 } }), 'ok');
    const message = await received.find(() => true);
    assert.deepEqual([message.event, message.payload], ['rest', { n: 1 }]);
    await closeClients(a, b);
  });

  it('goes by httpSend as JSON and as bytes', async () => {
    const topic = `${newTopic()}:a/b c?`;
    const [a, b] = [await openClient(target), await openClient(target)];
    const received = broadcasts(b.channel(topic));
    await joined(b.channel(topic));
    assert.deepEqual(await a.channel(topic).httpSend('up date', { n: 1 }), { success: true });
    await a.channel(topic).httpSend('bytes', new Uint8Array([9, 8]));
    const [json, bytes] = await received.count(2);
    assert.deepEqual([json?.event, json?.payload], ['up date', { n: 1 }]);
    assert.deepEqual([...new Uint8Array(bytes?.payload as ArrayBuffer)], [9, 8]);
    await closeClients(a, b);
  });
});

describe('REST broadcast', () => {
  const post = (path: string, body: BodyInit | null, headers: Record<string, string> = {}) =>
    fetch(`${target.url}/realtime/v1/api/broadcast${path}`, {
      method: 'POST',
      headers: { apikey: target.keys.anonJwt, 'content-type': 'application/json', ...headers },
      body,
    });

  it('sends a batch and keeps large integers', async () => {
    const topic = newTopic();
    const client = await openClient(target);
    const channel = client.channel(topic);
    const received = broadcasts(channel);
    await joined(channel);
    const message = (n: string) => `{"topic":"${topic}","event":"e","payload":{"n":${n}}}`;
    const response = await post('', `{"messages":[${message('1')},${message(precise)}]}`);
    assert.equal(response.status, 202);
    assert.equal(await response.text(), '');
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    await received.count(2);
    await closeClients(client);
  });

  it('wants a key or a bearer token', async () => {
    const body = JSON.stringify({ messages: [] });
    const refused: Record<string, string>[] = [
      { apikey: '' },
      { apikey: 'nonsense' },
      { authorization: 'Bearer nonsense' },
    ];
    for (const headers of refused) {
      const response = await post('', body, headers);
      assert.equal(response.status, 401);
      assert.deepEqual(await response.json(), { message: 'Unauthorized' });
    }
    const bearer = { apikey: '', authorization: `Bearer ${target.keys.serviceJwt}` };
    assert.equal((await post('', body, bearer)).status, 202);
  });

  it('names what is wrong with a batch', async () => {
    const missing = await post('', '{}');
    assert.equal(missing.status, 422);
    assert.deepEqual(await missing.json(), { errors: { messages: ["can't be blank"] } });
    const partly = await post(
      '',
      JSON.stringify({ messages: [{ topic: 't', event: 'e', payload: {} }, { topic: 't' }] }),
    );
    assert.equal(partly.status, 422);
    assert.deepEqual(await partly.json(), {
      errors: { messages: [{}, { event: ["can't be blank"], payload: ["can't be blank"] }] },
    });
    assert.equal((await post('', '{')).status, 422);
  });

  it('takes JSON and bytes only', async () => {
    const response = await post('/t/events/e', 'x', { 'content-type': 'text/plain' });
    assert.equal(response.status, 415);
    assert.ok('error' in ((await response.json()) as object));
    assert.equal((await post('/t/events/e', '{}')).status, 202);
  });

  it('answers a browser that asks first', async () => {
    for (const path of ['', '/t/events/e']) {
      const response = await fetch(`${target.url}/realtime/v1/api/broadcast${path}`, {
        method: 'OPTIONS',
        headers: {
          origin: 'http://app.test',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'apikey, authorization, content-type',
        },
      });
      assert.ok(response.ok);
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.match(response.headers.get('access-control-allow-headers') ?? '', /apikey|\*/);
    }
  });
});
