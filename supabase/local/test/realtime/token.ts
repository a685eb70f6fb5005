import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { RawSocket } from './raw-socket.ts';
import { addPolicies } from './policies.ts';
import { database, target } from './target.ts';
import { closeClients, newTopic, openClient, systemMessages, userToken, within } from './clients.ts';

const prefix = `token-${randomUUID()}`;

await addPolicies(database, prefix);

const topicOf = (kind: string) => `${prefix}:${kind}:${newTopic()}`;

/** Waits for the server's shutdown of a channel: a system message and then phx_close. */
async function shutdown(socket: RawSocket, topic: string): Promise<string> {
  const close = await socket.event('phx_close', `realtime:${topic}`);
  const system = socket.frames.all.filter((frame) => frame.event === 'system').at(-1);
  assert.deepEqual([close.joinRef, close.ref], ['1', '1']);
  assert.deepEqual(
    [system?.payload.extension, system?.payload.status, system?.payload.channel],
    ['system', 'error', topic],
  );
  return String(system?.payload.message);
}

describe('a running channel', () => {
  it('ends when its token expires', async () => {
    const topic = topicOf('read');
    const client = await openClient(target, { token: await userToken(target, { rooms: true, exp: 2 }) });
    const channel = client.channel(topic, { config: { private: true } });
    const system = systemMessages(channel);
    const statuses: string[] = [];
    const closed = new Promise<void>((resolve) => {
      channel.subscribe((status) => {
        statuses.push(status);
        if (status === 'CLOSED') resolve();
      });
    });
    await within(10_000, 'expiry', closed);
    assert.deepEqual(statuses, ['SUBSCRIBED', 'CLOSED']);
    assert.match(system.all[0]?.message ?? '', /^Token has expired \d+ seconds ago$/);
    await closeClients(client);
  });

  it('lives on with a fresh token', async () => {
    const topic = topicOf('read');
    const socket = await RawSocket.connect(target, 2);
    const first = await userToken(target, { rooms: true, exp: 2 });
    await socket.join(topic, '1', { private: true }, { access_token: first });
    socket.send('1', '2', `realtime:${topic}`, 'access_token', {
      access_token: await userToken(target, { rooms: true }),
    });
    const short = topicOf('read');
    await socket.join(
      short,
      '3',
      { private: true },
      { access_token: await userToken(target, { rooms: true, exp: 3 }) },
    );
    await socket.event('phx_close', `realtime:${short}`);
    await database.query("select realtime.send('{}', 'still here', $1)", [topic]);
    assert.equal((await socket.event('broadcast')).payload.event, 'still here');
    assert.ok(!socket.frames.all.some((frame) => frame.ref === '2'), 'a refresh has no reply');
    socket.close();
  });

  it('ignores the same token, nothing and API keys', async () => {
    const topic = topicOf('read');
    const socket = await RawSocket.connect(target, 2);
    const token = await userToken(target, { rooms: true });
    await socket.join(topic, '1', { private: true }, { access_token: token });
    for (const access_token of [token, null, target.keys.publishableKey, 'sb_anything']) {
      socket.send('1', '2', `realtime:${topic}`, 'access_token', { access_token });
    }
    await database.query("select realtime.send('{}', 'fence', $1)", [topic]);
    await socket.event('broadcast');
    assert.deepEqual(
      socket.frames.all.map((frame) => frame.event),
      ['phx_reply', 'broadcast'],
    );
    socket.close();
  });

  it('ends with a refresh that is expired, malformed or may not read', async () => {
    const cases: [string, RegExp][] = [
      [await userToken(target, { exp: -5 }), /^Token has expired \d+ seconds ago$/],
      ['nonsense', /^The token provided is not a valid JWT$/],
      [
        await userToken(target, { rooms: false }),
        /^You do not have permissions to read from this Channel topic: /,
      ],
      [target.keys.anonJwt, /^You do not have permissions to read from this Channel topic: /],
    ];
    for (const [access_token, message] of cases) {
      const topic = topicOf('read');
      const socket = await RawSocket.connect(target, 2);
      await socket.join(
        topic,
        '1',
        { private: true },
        { access_token: await userToken(target, { rooms: true }) },
      );
      socket.send('1', '2', `realtime:${topic}`, 'access_token', { access_token });
      assert.match(await shutdown(socket, topic), message);
      socket.close();
    }
  });

  it('ends when one of its permissions is revoked', async () => {
    const topic = `${prefix}:half:${newTopic()}`;
    const policy = `"${prefix}:half broadcast"`;
    await database.query(`
      create policy ${policy} on realtime.messages for select to authenticated
      using (extension = 'broadcast' and (select realtime.topic()) = '${topic}');
      create policy "${prefix}:half presence" on realtime.messages for select to authenticated
      using (extension = 'presence' and (select realtime.topic()) = '${topic}');
    `);
    const socket = await RawSocket.connect(target, 2);
    const config = { private: true, presence: { enabled: true } };
    await socket.join(topic, '1', config, { access_token: await userToken(target) });
    await database.query(`drop policy ${policy} on realtime.messages`);
    socket.send('1', '2', `realtime:${topic}`, 'access_token', { access_token: await userToken(target) });
    assert.equal(
      await shutdown(socket, topic),
      `You no longer have permission to read from this Channel topic: ${topic}`,
    );
    socket.close();
  });

  it('is asked again about writing after a refresh', async () => {
    const socket = await RawSocket.connect(target, 2);
    const sub = randomUUID();
    const own = `${prefix}:user:${sub}`;
    await socket.join(
      own,
      '1',
      { private: true, broadcast: { ack: true } },
      { access_token: await userToken(target, { sub }) },
    );
    socket.send('1', '2', `realtime:${own}`, 'broadcast', {
      type: 'broadcast',
      event: 'denied',
      payload: {},
    });
    assert.equal((await socket.reply('2')).payload['status'], 'error');
    await database.query(`
      create policy "${prefix}:own write" on realtime.messages for insert to authenticated
      with check ((select realtime.topic()) = '${own}')
    `);
    socket.send('1', '4', `realtime:${own}`, 'access_token', {
      access_token: await userToken(target, { sub, again: 1 }),
    });
    socket.send('1', '5', `realtime:${own}`, 'broadcast', {
      type: 'broadcast',
      event: 'allowed',
      payload: {},
    });
    assert.equal((await socket.reply('5')).payload['status'], 'ok');
    socket.close();
  });

  it('takes the newest of many quick refreshes', async () => {
    const topic = topicOf('read');
    const socket = await RawSocket.connect(target, 2);
    await socket.join(
      topic,
      '1',
      { private: true },
      { access_token: await userToken(target, { rooms: true }) },
    );
    for (let n = 0; n < 20; n += 1) {
      const access_token = await userToken(target, { rooms: true, n });
      socket.send('1', '2', `realtime:${topic}`, 'access_token', { access_token });
    }
    socket.send('1', '2', `realtime:${topic}`, 'access_token', {
      access_token: await userToken(target, { rooms: false }),
    });
    assert.match(await shutdown(socket, topic), /^You do not have permissions/);
    socket.close();
  });
});
