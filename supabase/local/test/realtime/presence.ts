import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { RealtimeChannel } from '@supabase/supabase-js';
import { RawSocket } from './raw-socket.ts';
import { database, target } from './target.ts';
import { closeClients, Inbox, joined, newTopic, openClient, userToken } from './clients.ts';

interface PresenceEvent {
  kind: 'join' | 'leave' | 'sync';
  key: string;
  who: unknown[];
}

function presence(channel: RealtimeChannel): Inbox<PresenceEvent> {
  const inbox = new Inbox<PresenceEvent>();
  const names = (list: unknown[]) => list.map((meta) => (meta as { name?: string }).name);
  channel.on('presence', { event: 'sync' }, () => inbox.push({ kind: 'sync', key: '', who: [] }));
  channel.on('presence', { event: 'join' }, ({ key, newPresences }) =>
    inbox.push({ kind: 'join', key, who: names(newPresences) }),
  );
  channel.on('presence', { event: 'leave' }, ({ key, leftPresences }) =>
    inbox.push({ kind: 'leave', key, who: names(leftPresences) }),
  );
  return inbox;
}

const keyed = (key: string) => ({ config: { presence: { key } } });
const states = (channel: RealtimeChannel) =>
  Object.fromEntries(
    Object.entries(channel.presenceState<{ name: string }>()).map(([key, metas]) => [
      key,
      metas.map((meta) => meta.name),
    ]),
  );

describe('presence through supabase-js', () => {
  it('tells who comes, changes and goes', async () => {
    const topic = newTopic();
    const [a, b] = [await openClient(target), await openClient(target)];
    const [one, two] = [a.channel(topic, keyed('one')), b.channel(topic, keyed('two'))];
    const [atOne, atTwo] = [presence(one), presence(two)];
    await joined(one);
    assert.equal(await one.track({ name: 'Ann' }), 'ok');
    await atOne.find((event) => event.kind === 'join');
    await joined(two);
    await atTwo.find((event) => event.kind === 'sync');
    assert.deepEqual(states(two), { one: ['Ann'] });
    await two.track({ name: 'Bob' });
    await atOne.find((event) => event.key === 'two' && event.kind === 'join');
    assert.deepEqual(states(one), { one: ['Ann'], two: ['Bob'] });
    await one.track({ name: 'Ann II' });
    await atTwo.find((event) => event.kind === 'join' && event.who[0] === 'Ann II');
    await atTwo.find((event) => event.kind === 'leave' && event.who[0] === 'Ann');
    assert.deepEqual(states(two), { one: ['Ann II'], two: ['Bob'] });
    await one.untrack();
    await atTwo.find((event) => event.kind === 'leave' && event.who[0] === 'Ann II');
    await closeClients(b);
    await atOne.find((event) => event.kind === 'leave' && event.key === 'two');
    assert.deepEqual(states(one), {});
    await closeClients(a);
  });

  it('keeps several members under one key apart', async () => {
    const topic = newTopic();
    const clients = [await openClient(target), await openClient(target)];
    const [one, two] = clients.map((client) => client.channel(topic, keyed('shared')));
    assert.ok(one && two);
    const [atOne] = [presence(one), presence(two)];
    await Promise.all([joined(one), joined(two)]);
    await one.track({ name: 'phone' });
    await two.track({ name: 'laptop' });
    await atOne.find((event) => event.who.includes('laptop'));
    assert.deepEqual(states(one).shared?.sort(), ['laptop', 'phone']);
    await two.untrack();
    await atOne.find((event) => event.kind === 'leave');
    assert.deepEqual(states(one), { shared: ['phone'] });
    await closeClients(...clients);
  });

  it('is asked of the policies on private channels', async () => {
    const id = randomUUID();
    const [open, quiet] = [`presence-${id}:open`, `presence-${id}:quiet`];
    await database.query(`
      create policy "presence-${id}:read" on realtime.messages for select to authenticated
      using ((select realtime.topic()) like 'presence-${id}:%');
      create policy "presence-${id}:track" on realtime.messages for insert to authenticated
      with check (extension = 'presence' and (select realtime.topic()) = '${open}');
    `);
    const client = await openClient(target, { token: await userToken(target) });
    const config = { config: { private: true, presence: { key: 'me' } } };
    const allowed = client.channel(open, config);
    const seen = presence(allowed);
    await joined(allowed);
    assert.equal(await allowed.track({ name: 'Ann' }), 'ok');
    await seen.find((event) => event.kind === 'join');
    const denied = client.channel(quiet, config);
    presence(denied);
    await joined(denied);
    assert.equal(await denied.track({ name: 'Ann' }), 'error');
    await closeClients(client);
  });
});

describe('presence on the wire', () => {
  const track = (payload: unknown) => ({ type: 'presence', event: 'track', payload });

  it('has one difference for a change, with the old reference in the new meta', async () => {
    const topic = newTopic();
    const socket = await RawSocket.connect(target, 2);
    await socket.join(topic, '1', { presence: { key: 'k', enabled: true } });
    assert.deepEqual((await socket.event('presence_state')).payload, {});
    const push = (ref: string, payload: unknown) =>
      socket.send('1', ref, `realtime:${topic}`, 'presence', payload);
    push('2', track({ n: 1 }));
    push('3', track({ n: 1 }));
    push('4', track({ n: 2 }));
    push('5', { type: 'presence', event: 'untrack' });
    await socket.reply('5');
    await socket.frames.find(
      (frame) =>
        'k' in ((frame.payload.leaves ?? {}) as object) && !('k' in ((frame.payload.joins ?? {}) as object)),
    );
    const diffs = socket.frames.all
      .filter((frame) => frame.event === 'presence_diff')
      .map((frame) => frame.payload);
    assert.equal(diffs.length, 3, 'the same payload again is no difference');
    const meta = (diff: unknown, side: string) => {
      const entries = (diff as Record<string, Record<string, { metas: Record<string, unknown>[] }>>)[side];
      return entries?.k?.metas[0];
    };
    const [first, second, third] = diffs;
    assert.equal(meta(first, 'joins')?.n, 1);
    assert.deepEqual(meta(second, 'leaves'), meta(first, 'joins'));
    assert.deepEqual(
      [meta(second, 'joins')?.n, meta(second, 'joins')?.phx_ref_prev],
      [2, meta(first, 'joins')?.phx_ref],
    );
    assert.deepEqual(meta(third, 'leaves'), meta(second, 'joins'));
    socket.close();
  });

  it('is turned on by the first track, which brings the state', async () => {
    const topic = newTopic();
    const [other, late] = [await RawSocket.connect(target, 2), await RawSocket.connect(target, 1)];
    await other.join(topic, '1', { presence: { key: 'early' } });
    other.send('1', '2', `realtime:${topic}`, 'presence', track({ n: 1 }));
    await other.reply('2');
    await late.join(topic, '1', { presence: { key: '' } });
    assert.ok(!late.frames.all.some((frame) => frame.event === 'presence_state'));
    late.send('1', '2', `realtime:${topic}`, 'presence', track({ n: 2 }));
    const state = await late.event('presence_state');
    const keys = Object.keys(state.payload);
    assert.equal(keys.length, 2);
    assert.ok(keys.includes('early'));
    const generated = keys.find((key) => key !== 'early') ?? '';
    assert.match(generated, /^[0-9a-f-]{36}$/, 'an empty key becomes a UUID');
    other.close();
    late.close();
  });

  it('takes maps of at most ten keys', async () => {
    const topic = newTopic();
    const socket = await RawSocket.connect(target, 2);
    await socket.join(topic, '1');
    socket.send('1', '2', `realtime:${topic}`, 'presence', track('Ann'));
    const reason = { reason: 'Presence track payload must be a map' };
    assert.deepEqual((await socket.reply('2')).payload, { status: 'error', response: reason });
    const wide = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`k${index}`, index]));
    socket.send('1', '3', `realtime:${topic}`, 'presence', track(wide));
    assert.equal((await socket.reply('3')).payload.status, 'error');
    socket.close();
  });

  it('ends a channel that calls too often', async () => {
    const topic = newTopic();
    const socket = await RawSocket.connect(target, 2);
    await socket.join(topic, '1');
    for (let n = 1; n <= 6; n += 1)
      socket.send('1', `${n + 1}`, `realtime:${topic}`, 'presence', track({ n }));
    await socket.event('phx_close');
    const replies = socket.frames.all.filter((frame) => frame.event === 'phx_reply' && frame.ref !== '1');
    assert.equal(replies.length, 5);
    const system = await socket.event('system');
    assert.equal(system.payload.message, 'Client presence rate limit exceeded');
    socket.close();
  });
});
