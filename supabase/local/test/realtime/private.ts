import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { addPolicies } from './policies.ts';
import { database, target } from './target.ts';
import { broadcasts, closeClients, join, joined, newTopic, openClient, userToken } from './clients.ts';

const prefix = `private-${randomUUID()}`;
const isPrivate = { config: { private: true } };
const withAck = { config: { private: true, broadcast: { ack: true, self: true } } };

await addPolicies(database, prefix);

const reader = (topic: string) => `${prefix}:read:${topic}`;
const writer = (topic: string) => `${prefix}:write:${topic}`;
const member = async (claims: Record<string, unknown> = {}) =>
  await openClient(target, { token: await userToken(target, { rooms: true, ...claims }) });

describe('private channels', () => {
  it('let in whom the policies let in', async () => {
    const user = await member();
    const [anonymous, other] = [await openClient(target), await member({ rooms: false })];
    const topic = reader(newTopic());
    await joined(user.channel(topic, isPrivate));
    for (const client of [anonymous, other]) {
      const outcome = await join(client.channel(topic, isPrivate));
      assert.equal(outcome.status, 'CHANNEL_ERROR');
      assert.equal(
        outcome.message,
        `Unauthorized: You do not have permissions to read from this Channel topic: ${topic}`,
      );
    }
    await closeClients(user, anonymous, other);
  });

  it('ask as the role, the subject and the topic of the join', async () => {
    const sub = randomUUID();
    const user = await member({ sub });
    await joined(user.channel(`${prefix}:user:${sub}`, isPrivate));
    const outcome = await join(user.channel(`${prefix}:user:${randomUUID()}`, isPrivate));
    assert.match(outcome.message, /^Unauthorized/);
    await closeClients(user);
  });

  it('send for those who may write', async () => {
    const topic = writer(newTopic());
    const [a, b] = [await member(), await member()];
    const received = broadcasts(b.channel(topic, isPrivate));
    await joined(a.channel(topic, withAck));
    await joined(b.channel(topic, isPrivate));
    assert.equal(await a.channel(topic).send({ type: 'broadcast', event: 'e', payload: { n: 1 } }), 'ok');
    assert.deepEqual((await received.find(() => true)).payload, { n: 1 });
    await closeClients(a, b);
  });

  it('drop what a reader sends and tell who asked for an answer', async () => {
    const topic = reader(newTopic());
    const [a, b] = [await member(), await member()];
    const received = broadcasts(b.channel(topic, isPrivate));
    const sender = await joined(a.channel(topic, withAck));
    await joined(b.channel(topic, isPrivate));
    const answer = await sender.send({ type: 'broadcast', event: 'denied', payload: {} });
    assert.equal(answer, 'error');
    await database.query("select realtime.send('{}', 'fence', $1, true)", [topic]);
    assert.equal((await received.find(() => true)).event, 'fence');
    await closeClients(a, b);
  });

  it('are apart from public channels of the same name', async () => {
    const topic = writer(newTopic());
    const [a, b] = [await member(), await member()];
    const closed = a.channel(topic, withAck);
    const open = b.channel(topic, { config: { broadcast: { ack: true } } });
    const [inClosed, inOpen] = [broadcasts(closed), broadcasts(open)];
    await Promise.all([joined(closed), joined(open)]);
    await open.send({ type: 'broadcast', event: 'public', payload: {} });
    await closed.send({ type: 'broadcast', event: 'private', payload: {} });
    await database.query("select realtime.send('{}', 'public fence', $1, false)", [topic]);
    await inOpen.find((message) => message.event === 'public fence');
    await inClosed.find((message) => message.event === 'private');
    assert.deepEqual(
      inOpen.all.map((message) => message.event),
      ['public fence'],
    );
    assert.deepEqual(
      inClosed.all.map((message) => message.event),
      ['private'],
    );
    await closeClients(a, b);
  });

  it('take REST broadcasts from those who may write and drop the others', async () => {
    const [allowed, denied] = [writer(newTopic()), reader(newTopic())];
    const [client, listener] = [await member(), await member()];
    const inAllowed = broadcasts(listener.channel(allowed, isPrivate));
    const inDenied = broadcasts(listener.channel(denied, isPrivate));
    await joined(listener.channel(allowed));
    await joined(listener.channel(denied));
    await client.realtime.setAuth();
    const batch = [allowed, denied].map((topic) => ({
      topic,
      event: 'rest',
      payload: { n: 1 },
      private: true,
    }));
    const token = await userToken(target, { rooms: true });
    const response = await fetch(`${target.url}/realtime/v1/api/broadcast`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messages: batch }),
    });
    assert.equal(response.status, 202);
    assert.deepEqual(await client.channel(allowed, isPrivate).httpSend('one', { n: 2 }), { success: true });
    await assert.rejects(client.channel(denied, isPrivate).httpSend('one', { n: 2 }), /Unauthorized/);
    await inAllowed.count(2);
    await database.query("select realtime.send('{}', 'fence', $1, true)", [denied]);
    assert.equal((await inDenied.find(() => true)).event, 'fence');
    await closeClients(client, listener);
  });

  it('see a policy that fails as a refusal', async () => {
    const user = await member();
    const outcome = await join(user.channel(`${prefix}:broken:${newTopic()}`, isPrivate));
    assert.match(outcome.message, /^Unauthorized/);
    await closeClients(user);
  });

  it('leave no trace of their questions', async () => {
    const topic = writer(newTopic());
    const user = await member();
    const channel = await joined(user.channel(topic, withAck));
    await channel.send({ type: 'broadcast', event: 'e', payload: {} });
    const found = await database.query('select count(*)::int as n from realtime.messages where topic = $1', [
      topic,
    ]);
    assert.equal(found.rows[0]?.n, 0);
    await closeClients(user);
  });
});
