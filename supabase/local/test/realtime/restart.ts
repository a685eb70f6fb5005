import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { addPolicies } from './policies.ts';
import { target } from './target.ts';
import {
  broadcasts,
  closeClients,
  Inbox,
  joined,
  newTopic,
  openClient,
  openDatabase,
  systemMessages,
  userToken,
} from './clients.ts';

/** Runs work in a session of its own, as often as it takes until the database answers. */
async function eventually<T>(
  work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      const database = await openDatabase(target.dbUrl);
      try {
        return await work(database);
      } finally {
        await database.end().catch(() => undefined);
      }
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(200);
    }
  }
}

/** Ends the database server as a crash would; whoever supervises it starts it again. */
async function crashDatabase(): Promise<void> {
  const admin = await openDatabase(target.adminUrl);
  const { rows } = await admin.query<{ pid: string }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
  );
  // Test platforms do not wait for the disk: what the test has written must be there after the crash.
  await admin.query('checkpoint');
  const gone = new Promise<void>((resolve) => admin.once('end', resolve));
  process.kill(Number(rows[0]?.pid), 'SIGQUIT');
  await gone;
}

describe('a restart of the database', () => {
  it('loses no subscription', async () => {
    const prefix = `restart-${randomUUID()}`;
    const table = `restarted_${randomUUID().replaceAll('-', '')}`;
    const topic = `${prefix}:read:${newTopic()}`;
    await eventually(async (database) => {
      await addPolicies(database, prefix);
      await database.query(`
        create table public.${table} (id int primary key);
        grant select on public.${table} to anon, authenticated;
        alter publication supabase_realtime add table public.${table};
      `);
    });
    const client = await openClient(target, { token: await userToken(target, { rooms: true }) });
    const channel = client.channel(topic, { config: { private: true } });
    const received = broadcasts(channel);
    const system = systemMessages(channel);
    const rows = new Inbox<number>();
    channel.on<{ id: number }>('postgres_changes', { event: 'INSERT', schema: 'public', table }, (change) =>
      rows.push(change.new.id),
    );
    const statuses: string[] = [];
    await joined(channel);
    channel.subscribe((status) => statuses.push(status));
    await system.find((message) => message.message === 'Subscribed to PostgreSQL');

    await crashDatabase();
    const sender = await joined(client.channel(newTopic(), { config: { broadcast: { ack: true } } }));
    assert.equal(
      await sender.send({ type: 'broadcast', event: 'e', payload: {} }),
      'ok',
      'clients go on meanwhile',
    );

    await system.find(
      (message) => system.all.indexOf(message) > 0 && message.message === 'Subscribed to PostgreSQL',
      'subscription restored',
      30_000,
    );
    const probe = async (n: number) =>
      eventually(async (database) => {
        await database.query("select realtime.send('{}', 'after', $1)", [topic]);
        await database.query(`insert into public.${table} values ($1)`, [n]);
      });
    for (let n = 1; n <= 100 && (received.all.length === 0 || rows.all.length === 0); n += 1) {
      await probe(n);
      await sleep(200);
    }
    assert.equal(received.all[0]?.event, 'after');
    assert.ok(rows.all.length > 0);
    assert.deepEqual(statuses, [], 'the channel never noticed');
    await eventually((database) => database.query(`drop table public.${table}`));
    await closeClients(client);
  });
});
