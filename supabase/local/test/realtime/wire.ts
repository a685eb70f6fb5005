import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pushBytes, RawSocket } from './raw-socket.ts';
import { target } from './target.ts';
import { newTopic, userToken } from './clients.ts';

for (const version of [1, 2] as const) {
  describe(`frames, version ${version}`, () => {
    it('answers heartbeats', async () => {
      const socket = await RawSocket.connect(target, version);
      socket.send(null, '7', 'phoenix', 'heartbeat', {});
      const reply = await socket.reply('7');
      assert.deepEqual(reply.payload, { status: 'ok', response: {} });
      assert.equal(reply.topic, 'phoenix');
      socket.close();
    });

    it('joins, leaves with a reply and then phx_close', async () => {
      const topic = newTopic();
      const socket = await RawSocket.connect(target, version);
      const joined = await socket.join(topic, '1');
      assert.deepEqual(joined.payload, { status: 'ok', response: { postgres_changes: [] } });
      assert.equal(joined.joinRef, '1');
      socket.send('1', '2', `realtime:${topic}`, 'phx_leave', {});
      const close = await socket.event('phx_close');
      assert.deepEqual([close.joinRef, close.ref], ['1', '1']);
      const order = socket.frames.all.map((frame) => `${frame.event} ${frame.ref}`);
      assert.deepEqual(order, ['phx_reply 1', 'phx_reply 2', 'phx_close 1']);
      socket.close();
    });

    it('closes the old join when a topic is joined again', async () => {
      const topic = newTopic();
      const socket = await RawSocket.connect(target, version);
      await socket.join(topic, '1');
      await socket.join(topic, '5');
      const order = socket.frames.all.map((frame) => `${frame.event} ${frame.joinRef}`);
      assert.deepEqual(order, ['phx_reply 1', 'phx_close 1', 'phx_reply 5']);
      socket.close();
    });

    it('refuses a push to a topic that is not joined, and joins outside realtime:', async () => {
      const socket = await RawSocket.connect(target, version);
      socket.send('1', '2', 'realtime:nowhere', 'presence', {});
      socket.send('3', '3', 'somewhere', 'phx_join', {});
      const unmatched = { status: 'error', response: { reason: 'unmatched topic' } };
      assert.deepEqual((await socket.reply('2')).payload, unmatched);
      assert.deepEqual((await socket.reply('3')).payload, unmatched);
      socket.close();
    });

    it('asks for a topic name', async () => {
      const socket = await RawSocket.connect(target, version);
      const reply = await socket.join('', '1');
      assert.deepEqual(reply.payload, {
        status: 'error',
        response: { reason: 'TopicNameRequired: You must provide a topic name' },
      });
      socket.close();
    });

    it('drops malformed frames and keeps the connection', async () => {
      const socket = await RawSocket.connect(target, version);
      const binary = [[], [3], [3, 200, 1, 1, 1, 0, 1, 65], [9, 1, 2], [0, 50]].map((bytes) =>
        Buffer.from(bytes),
      );
      for (const text of ['', '{', '[]', 'null', '[1,2,3]', '{"topic":5}', '"x"']) socket.sendText(text);
      for (const bytes of binary) socket.sendBytes(bytes);
      socket.send(null, '1', 'phoenix', 'heartbeat', {});
      await socket.reply('1');
      assert.equal(socket.frames.all.length, 1);
      socket.close();
    });

    it('tolerates an invalid join payload and strings for booleans', async () => {
      const topic = newTopic();
      const socket = await RawSocket.connect(target, version);
      const odd = {
        broadcast: { ack: 'true', self: 'true' },
        presence: 7,
        private: 'false',
        postgres_changes: 'x',
      };
      const reply = await socket.join(topic, '1', odd, { version: '9', unknown: [] });
      assert.equal(reply.payload.status, 'ok');
      socket.send('1', '2', `realtime:${topic}`, 'broadcast', {
        type: 'broadcast',
        event: 'e',
        payload: { a: 1 },
      });
      await socket.reply('2');
      const order = socket.frames.all.slice(1).map((frame) => frame.event);
      assert.deepEqual(order, ['broadcast', 'phx_reply'], 'own broadcast first, then the acknowledgement');
      socket.close();
    });
  });
}

describe('broadcasts between serializers', () => {
  const precise = '{"n":12345678901234567890,"s":"日本"}';

  it('passes JSON through untouched from v2 binary to v2 binary and v1 text', async () => {
    const topic = newTopic();
    const [sender, second, first] = await Promise.all(
      [2, 2, 1].map((version) => RawSocket.connect(target, version as 1)),
    );
    assert.ok(sender && second && first);
    await Promise.all([sender, second, first].map((socket) => socket.join(topic, '1')));
    sender.sendBytes(pushBytes('1', '2', topic, 'émoji 🙂', precise));
    const binary = (await second.event('broadcast')).payload;
    assert.deepEqual(
      { ...binary, body: String(binary.body) },
      {
        kind: 4,
        event: 'émoji 🙂',
        encoding: 1,
        meta: null,
        body: precise,
      },
    );
    const text = await first.event('broadcast');
    assert.ok(String(text.raw).includes(`"payload":${precise}`));
    assert.deepEqual([text.payload.type, text.payload.event], ['broadcast', 'émoji 🙂']);
    for (const socket of [sender, second, first]) socket.close();
  });

  it('keeps large integers of a text push', async () => {
    const topic = newTopic();
    const sender = await RawSocket.connect(target, 1);
    const receiver = await RawSocket.connect(target, 2);
    await sender.join(topic, '1');
    await receiver.join(topic, '1');
    const body = `{"type":"broadcast","event":"e","payload":${precise}}`;
    sender.sendText(
      `{"topic":"realtime:${topic}","event":"broadcast","payload":${body},"ref":"2","join_ref":"1"}`,
    );
    assert.ok(String((await receiver.event('broadcast')).raw).includes(precise));
    sender.close();
    receiver.close();
  });

  it('carries raw bytes to v2 and leaves v1 out', async () => {
    const topic = newTopic();
    const sender = await RawSocket.connect(target, 2);
    const second = await RawSocket.connect(target, 2);
    const first = await RawSocket.connect(target, 1);
    for (const socket of [sender, second, first]) await socket.join(topic, '1');
    sender.sendBytes(pushBytes('1', '2', topic, 'bytes', Buffer.from([0, 255, 7])));
    sender.sendBytes(pushBytes('1', '3', topic, 'fence', '{}'));
    const binary = (await second.event('broadcast')).payload;
    assert.deepEqual([binary.encoding, binary.body], [0, Buffer.from([0, 255, 7])]);
    assert.equal((await first.event('broadcast')).payload.event, 'fence');
    for (const socket of [sender, second, first]) socket.close();
  });
});

describe('handshake', () => {
  const refused = (query: Record<string, string>, headers = {}) =>
    RawSocket.connect(target, 2, query, headers).then(
      () => assert.fail('connected'),
      (error: Error) => error.message,
    );

  it('refuses with plain JSON', async () => {
    assert.equal(await refused({}), '401 {"error":"API key is missing"}');
    assert.equal(
      await refused({ apikey: 'nonsense' }),
      '401 {"error":"The token provided is not a valid JWT"}',
    );
    const expired = await userToken(target, { exp: -60 });
    assert.equal(await refused({ apikey: expired }), '401 {"error":"Token has expired"}');
    const roleless = await userToken(target, { role: undefined });
    assert.equal(
      await refused({ apikey: roleless }),
      '401 {"error":"Fields `role` and `exp` are required in JWT"}',
    );
    const foreign = await userToken({ ...target, keys: { ...target.keys, jwtSecret: 'x'.repeat(32) } });
    assert.equal(await refused({ apikey: foreign }), '401 {"error":"Failed to validate JWT signature"}');
    const unknown = await refused({ apikey: 'sb_publishable_unknown' });
    assert.equal(unknown, '401 {"error":"Failed to validate JWT signature"}');
  });

  it('takes the header before the query, and every kind of key', async () => {
    const { publishableKey, secretKey, anonJwt, serviceJwt } = target.keys;
    for (const apikey of [
      publishableKey,
      secretKey,
      anonJwt,
      serviceJwt,
      ` ${anonJwt.slice(0, 9)} ${anonJwt.slice(9)}`,
    ]) {
      (await RawSocket.connect(target, 2, { apikey })).close();
    }
    (await RawSocket.connect(target, 2, { apikey: 'nonsense' }, { 'x-api-key': anonJwt })).close();
    assert.match(await refused({ apikey: anonJwt }, { 'x-api-key': 'nonsense' }), /^401/);
  });
});
