import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { RawSocket } from './raw-socket.ts';
import { addPolicies } from './policies.ts';
import { database, target } from './target.ts';
import { broadcasts, closeClients, join, joined, newTopic, openClient, userToken } from './clients.ts';

const prefix = `replay-${randomUUID()}`;
const isPrivate = { config: { private: true } };

await addPolicies(database, prefix);

const topicOf = (kind: string) => `${prefix}:${kind}:${newTopic()}`;
const member = async () => openClient(target, { token: await userToken(target, { rooms: true }) });

describe('replay', () => {
  const replay = (since: number, limit?: number) => ({
    config: { private: true, broadcast: { replay: { since, limit } } },
  });

  it('brings the newest stored messages, oldest first, and each only once', async () => {
    const topic = topicOf('read');
    const since = Date.now() - 60_000;
    const witness = await member();
    const live = broadcasts(witness.channel(topic, isPrivate));
    await joined(witness.channel(topic));
    for (let n = 1; n <= 4; n += 1) {
      await database.query("select realtime.send(jsonb_build_object('n', $2::int), 'e', $1)", [topic, n]);
    }
    await live.count(4);
    const client = await member();
    const received = broadcasts(client.channel(topic, replay(since, 3)));
    await joined(client.channel(topic));
    await database.query("select realtime.send('{\"n\": 5}', 'e', $1)", [topic]);
    const messages = await received.count(4);
    assert.deepEqual(
      messages.map(({ payload, meta }) => [(payload as { n: number }).n, meta?.replayed ?? false]),
      [
        [2, true],
        [3, true],
        [4, true],
        [5, false],
      ],
    );
    await closeClients(client, witness);
  });

  it('refuses impossible requests', async () => {
    const client = await member();
    const outcomes = [];
    for (const options of [
      replay(-1),
      replay(Date.now(), 26),
      replay(Date.now(), 0),
      replay('x' as unknown as number),
    ]) {
      outcomes.push((await join(client.channel(topicOf('read'), options))).message);
    }
    assert.deepEqual(outcomes, Array(4).fill('UnableToReplayMessages: Replay params are not valid'));
    const socket = await RawSocket.connect(target, 2);
    const reply = await socket.join(newTopic(), '1', { broadcast: { replay: { since: 0 } } });
    assert.deepEqual(reply.payload.response, {
      reason: 'UnableToReplayMessages: Replay is not allowed for public channels',
    });
    socket.close();
    await closeClients(client);
  });

  it('brings what a client asked to keep, with or without a time to live', async () => {
    const topic = topicOf('write');
    const since = Date.now() - 1_000;
    const [a, b] = [await member(), await member()];
    const sender = a.channel(topic, { config: { private: true, broadcast: { ack: true, self: true } } });
    const live = broadcasts(sender);
    await joined(sender);
    const keep = { type: 'broadcast' as const, payload: { n: 1 } };
    assert.equal(await sender.send({ ...keep, event: 'kept', persist: true }), 'ok');
    assert.equal(await sender.send({ ...keep, event: 'short', persist: { ttl: 0.001 } }), 'ok');
    assert.deepEqual(await sender.httpSend('by http', { n: 2 }, { persist: { ttl: 600 } }), {
      success: true,
    });
    await database.query("select realtime.send('{}', 'fence', $1)", [topic]);
    await live.find((message) => message.event === 'fence');
    assert.deepEqual(
      live.all.map((message) => message.event),
      ['kept', 'short', 'by http', 'fence'],
    );
    const received = broadcasts(b.channel(topic, replay(since)));
    await joined(b.channel(topic));
    assert.deepEqual(
      (await received.count(3)).map((message) => message.event),
      ['kept', 'by http', 'fence'],
    );
    await closeClients(a, b);
  });
});
