import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closeClients, join, joined, newTopic, openClient, systemMessages } from './clients.ts';
import { RawSocket } from './raw-socket.ts';
import { database, target } from './target.ts';
import { createTable, fence, listen, watch } from './watched-table.ts';

describe('subscribing to changes', () => {
  it('says what is wrong and leaves the channel joined', async () => {
    const unpublished = await createTable(
      'id int primary key',
      'alter publication supabase_realtime drop table public.%t;',
    );
    const client = await openClient(target);
    const channel = client.channel(newTopic());
    const changes = listen(channel, { table: unpublished });
    const system = systemMessages(channel);
    await joined(channel);
    const refused = await system.find(() => true);
    assert.deepEqual([refused.extension, refused.status], ['postgres_changes', 'error']);
    assert.match(
      refused.message,
      /^Unable to subscribe to changes with given parameters\. Please check Realtime is enabled for the given connect parameters: \[/,
    );
    await database.query(`alter publication supabase_realtime add table public.${unpublished}`);
    await system.find((message) => message.status === 'ok');
    await database.query(`insert into public.${unpublished} values (1)`);
    await changes.count(1);
    await closeClients(client);
  });

  it('refuses filters and columns that do not fit', async () => {
    const table = await createTable('id int primary key, name text, hidden text');
    await database.query(
      `revoke select on public.${table} from anon; grant select (id, name) on public.${table} to anon`,
    );
    const client = await openClient(target);
    const faults = [
      { filter: 'nothing=eq.1' },
      { filter: 'hidden=eq.1' },
      { filter: 'id=eq.abc' },
      { filter: 'id=near.1' },
      { filter: 'id' },
      { filter: `id=in.(${Array.from({ length: 101 }, (_, index) => index).join(',')})` },
      { select: ['id', 'hidden'] },
    ];
    for (const fault of faults) {
      const channel = client.channel(newTopic());
      listen(channel, { table, ...fault });
      const system = systemMessages(channel);
      await joined(channel);
      assert.equal((await system.find(() => true)).status, 'error', JSON.stringify(fault));
    }
    await closeClients(client);
  });

  it('holds the join until it stands when asked to', async () => {
    const table = await createTable('id int primary key');
    const client = await openClient(target);
    const config = { config: { postgres_changes_options: { wait: true, timeout: 1_000 } } };
    const channel = client.channel(newTopic(), config);
    const changes = listen(channel, { table });
    const system = systemMessages(channel);
    await joined(channel);
    await database.query(`insert into public.${table} values (1)`);
    await changes.count(1);
    assert.deepEqual(
      system.all.map((message) => message.message),
      ['Subscribed to PostgreSQL'],
    );
    const wrong = client.channel(newTopic(), config);
    listen(wrong, { table, filter: 'nothing=eq.1' });
    assert.match((await join(wrong)).message, /^RealtimeDisabledForConfiguration: Unable to subscribe/);
    const absent = client.channel(newTopic(), config);
    listen(absent, { table: 'absent' });
    assert.match((await join(absent)).message, /^PostgresChangesSubscribeTimeout: Timed out after 1000ms/);
    await closeClients(client);
  });

  it('goes on with the claims of a new token', async () => {
    const table = await createTable('id int primary key');
    const socket = await RawSocket.connect(target, 2);
    const topic = newTopic();
    await socket.join(topic, '1', { postgres_changes: [{ event: '*', schema: 'public', table }] });
    await socket.event('system');
    socket.send('1', '2', `realtime:${topic}`, 'access_token', { access_token: target.keys.serviceJwt });
    const isOk = (frame: { event: string }) => frame.event === 'system';
    await socket.frames.find(
      (frame) => isOk(frame) && socket.frames.all.findIndex(isOk) < socket.frames.all.indexOf(frame),
    );
    await database.query(`revoke select on public.${table} from anon`);
    await database.query(`insert into public.${table} values (1)`);
    const { payload } = await socket.event('postgres_changes');
    assert.deepEqual((payload.data as { record: object }).record, { id: 1 });
    socket.close();
  });

  it('tells nothing after leaving', async () => {
    const table = await createTable('id int primary key');
    const [client, other] = [await openClient(target), await openClient(target)];
    const { changes, channel } = await watch(client, { table });
    const { changes: others } = await watch(other, { table });
    await client.removeChannel(channel);
    await fence(others, table);
    assert.equal(changes.all.length, 0);
    await closeClients(client, other);
  });
});
