import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { RawSocket } from './raw-socket.ts';
import { addPolicies } from './policies.ts';
import { database, target } from './target.ts';
import {
  broadcasts,
  closeClients,
  joined,
  newTopic,
  openClient,
  openDatabase,
  systemMessages,
  userToken,
} from './clients.ts';

const prefix = `stored-${randomUUID()}`;
const isPrivate = { config: { private: true } };

await addPolicies(database, prefix);

const topicOf = (kind: string) => `${prefix}:${kind}:${newTopic()}`;
const member = async () => openClient(target, { token: await userToken(target, { rooms: true }) });

describe('broadcast from the database', () => {
  it('adds an id to the payload and carries the row id as meta', async () => {
    const topic = topicOf('read');
    const client = await member();
    const received = broadcasts(client.channel(topic, isPrivate));
    await joined(client.channel(topic));
    await database.query("select realtime.send('{\"n\": 1}', 'one', $1)", [topic]);
    await database.query('select realtime.send(\'{"n": 2, "id": "own"}\', \'two\', $1)', [topic]);
    const [one, two] = await received.count(2);
    const { rows } = await database.query(
      'select id from realtime.messages where topic = $1 order by inserted_at',
      [topic],
    );
    assert.deepEqual(one?.payload, { n: 1, id: rows[0]?.id });
    assert.deepEqual(two?.payload, { n: 2, id: 'own' });
    assert.deepEqual([one?.meta, two?.meta], [{ id: rows[0]?.id }, { id: rows[1]?.id }]);
    await closeClients(client);
  });

  it('keeps large integers and sends bytes', async () => {
    const topic = newTopic();
    const socket = await RawSocket.connect(target, 2);
    await socket.join(topic, '1');
    await database.query("select realtime.send('{\"n\": 12345678901234567890}', 'big', $1, false)", [topic]);
    await database.query("select realtime.send_binary('\\x00ff10', 'raw', $1, false)", [topic]);
    const big = await socket.frames.find((frame) => frame.payload.event === 'big');
    assert.match(String(big.payload.body), /12345678901234567890/);
    const raw = await socket.frames.find((frame) => frame.payload.event === 'raw');
    assert.deepEqual([raw.payload.encoding, raw.payload.body], [0, Buffer.from([0, 255, 16])]);
    socket.close();
  });

  it('sends an event whose name does not fit the binary frame as text', async () => {
    const topic = newTopic();
    const client = await openClient(target);
    const received = broadcasts(client.channel(topic));
    await joined(client.channel(topic));
    await database.query("select realtime.send('{}', repeat('e', 300), $1, false)", [topic]);
    assert.equal((await received.find(() => true)).event, 'e'.repeat(300));
    await closeClients(client);
  });

  it('keeps the order of a transaction and sends nothing of one that failed', async () => {
    const topic = newTopic();
    const client = await openClient(target);
    const received = broadcasts(client.channel(topic));
    await joined(client.channel(topic));
    await database.query('begin');
    await database.query("select realtime.send('{}', 'lost', $1, false)", [topic]);
    await database.query('rollback');
    await database.query(
      "select realtime.send(jsonb_build_object('n', n), 'kept', $1, false) from generate_series(1, 200) n",
      [topic],
    );
    const messages = await received.count(200);
    assert.deepEqual(
      messages.map((message) => (message.payload as { n: number }).n),
      Array.from({ length: 200 }, (_, index) => index + 1),
    );
    await closeClients(client);
  });

  it('follows a table through broadcast_changes', async () => {
    const table = `watched_${randomUUID().replaceAll('-', '')}`;
    const topic = topicOf('read');
    await database.query(`
      create table public.${table} (id int primary key, name text);
      create function public.tell_${table}() returns trigger language plpgsql security definer set search_path = '' as $$
      begin
        perform realtime.broadcast_changes('${topic}', tg_op, tg_op, tg_table_name, tg_table_schema, new, old);
        return null;
      end $$;
      create trigger tell after insert or update or delete on public.${table}
        for each row execute function public.tell_${table}();
    `);
    const client = await member();
    const received = broadcasts(client.channel(topic, isPrivate));
    await joined(client.channel(topic));
    await database.query(`insert into public.${table} values (1, 'a')`);
    await database.query(`update public.${table} set name = 'b'`);
    await database.query(`delete from public.${table}`);
    const messages = (await received.count(3)).map(({ event, payload }) => {
      const { id, ...rest } = payload as { id: string };
      assert.equal(typeof id, 'string');
      return [event, rest];
    });
    const common = { table, schema: 'public' };
    assert.deepEqual(messages, [
      ['INSERT', { ...common, operation: 'INSERT', record: { id: 1, name: 'a' }, old_record: null }],
      [
        'UPDATE',
        { ...common, operation: 'UPDATE', record: { id: 1, name: 'b' }, old_record: { id: 1, name: 'a' } },
      ],
      ['DELETE', { ...common, operation: 'DELETE', record: null, old_record: { id: 1, name: 'b' } }],
    ]);
    await database.query(`drop table public.${table}; drop function public.tell_${table}()`);
    await closeClients(client);
  });

  it('warns and goes on when the caller may not send', async () => {
    const topic = topicOf('read');
    const warnings: string[] = [];
    const collect = (notice: { message?: string }) => warnings.push(notice.message ?? '');
    database.on('notice', collect);
    await database.query('begin');
    await database.query('set local role authenticated');
    await database.query("select realtime.send('{}', 'e', $1)", [topic]);
    await database.query('commit');
    database.off('notice', collect);
    assert.match(warnings.join(), /^WarnSendingBroadcastMessage: new row violates row-level security policy/);
  });

  it('loses a message without a partition, with a warning', async () => {
    const warnings: string[] = [];
    const collect = (notice: { message?: string }) => warnings.push(notice.message ?? '');
    const admin = await openDatabase(target.adminUrl);
    admin.on('notice', collect);
    await admin.query('begin');
    await admin.query(
      `alter table realtime.messages alter inserted_at set default now() + interval '1 year'`,
    );
    await admin.query("select realtime.send('{}', 'e', 't')");
    await admin.query('rollback');
    await admin.end();
    assert.match(warnings.join(), /^WarnSendingBroadcastMessage: no partition/);
  });

  it('keeps partitions from yesterday to three days ahead and drops what is older than three days', async () => {
    const partition = (offset: number) => {
      const day = new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
      return { day, name: `messages_${day.replaceAll('-', '_')}` };
    };
    const admin = await openDatabase(target.adminUrl);
    const [old, last] = [partition(-5), partition(3)];
    await admin.query(`
      create table realtime.${old.name} partition of realtime.messages
        for values from ('${old.day}') to ('${partition(-4).day}');
      alter table realtime.${old.name} owner to supabase_realtime_admin;
      drop table realtime.${last.name};
      set role supabase_local_services;
      select realtime.maintain_partitions();
    `);
    const { rows } = await admin.query<{ name: string }>(
      `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'realtime.messages'::regclass order by 1`,
    );
    await admin.end();
    assert.deepEqual(
      rows.map((row) => row.name),
      [-1, 0, 1, 2, 3].map((offset) => partition(offset).name),
    );
  });

  it('says when replication is ready', async () => {
    const client = await openClient(target);
    const channel = client.channel(newTopic(), { config: { broadcast: { replication_ready: true } } });
    const system = systemMessages(channel);
    await joined(channel);
    const message = await system.find(() => true);
    assert.deepEqual(message, {
      extension: 'system',
      status: 'ok',
      message: 'Replication connection established',
      channel: channel.subTopic,
    });
    await closeClients(client);
  });
});
